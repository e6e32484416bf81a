/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Ios Named List</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * An access list of Cisco IOS that is known by its name, which is the chain's.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.IosNamedList#getEndRemarkNumbers <em>End Remark Numbers</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosNamedList()
 * @model
 * @generated
 */
public interface IosNamedList extends IosList {
	/**
	 * Returns the value of the '<em><b>End Remark Numbers</b></em>' attribute list.
	 * The list contents are of type {@link java.lang.Integer}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The sequence numbers of the remarks at the chain's end, as the remark numbers of a rule.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>End Remark Numbers</em>' attribute list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosNamedList_EndRemarkNumbers()
	 * @model unique="false"
	 * @generated
	 */
	EList<Integer> getEndRemarkNumbers();

} // IosNamedList
