/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Use</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The addresses of an address object of the same policy.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.AddressUse#getObject <em>Object</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressUse()
 * @model
 * @generated
 */
public interface AddressUse extends AddressTerm {
	/**
	 * Returns the value of the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The object.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Object</em>' reference.
	 * @see #setObject(AddressObject)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressUse_Object()
	 * @model resolveProxies="false" required="true"
	 * @generated
	 */
	AddressObject getObject();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressUse#getObject <em>Object</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Object</em>' reference.
	 * @see #getObject()
	 * @generated
	 */
	void setObject(AddressObject value);

} // AddressUse
