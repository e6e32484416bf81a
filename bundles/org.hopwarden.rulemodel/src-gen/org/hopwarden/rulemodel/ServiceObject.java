/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Service Object</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A named set of services: the union of its terms. One that uses others is a group; it cannot hold itself.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.ServiceObject#getTerms <em>Terms</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getServiceObject()
 * @model
 * @generated
 */
public interface ServiceObject extends NamedElement {
	/**
	 * Returns the value of the '<em><b>Terms</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.ServiceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The parts; none is no service at all.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Terms</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getServiceObject_Terms()
	 * @model containment="true"
	 * @generated
	 */
	EList<ServiceTerm> getTerms();

} // ServiceObject
