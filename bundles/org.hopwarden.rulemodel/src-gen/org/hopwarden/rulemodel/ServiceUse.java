/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Service Use</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The services of a service object of the same policy.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.ServiceUse#getObject <em>Object</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getServiceUse()
 * @model
 * @generated
 */
public interface ServiceUse extends ServiceTerm {
	/**
	 * Returns the value of the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The object.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Object</em>' reference.
	 * @see #setObject(ServiceObject)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getServiceUse_Object()
	 * @model resolveProxies="false" required="true"
	 * @generated
	 */
	ServiceObject getObject();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.ServiceUse#getObject <em>Object</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Object</em>' reference.
	 * @see #getObject()
	 * @generated
	 */
	void setObject(ServiceObject value);

} // ServiceUse
