/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Interface Object</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A named set of interfaces, such as a zone: the union of its terms. It cannot hold itself.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.InterfaceObject#getTerms <em>Terms</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getInterfaceObject()
 * @model
 * @generated
 */
public interface InterfaceObject extends NamedElement {
	/**
	 * Returns the value of the '<em><b>Terms</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The parts; none is no interface at all.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Terms</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getInterfaceObject_Terms()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceTerm> getTerms();

} // InterfaceObject
