/**
 */
package org.hopwarden.rulemodel;

import org.hopwarden.net.IpPrefix;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Prefix</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The addresses of a prefix.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.AddressPrefix#getPrefix <em>Prefix</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressPrefix()
 * @model
 * @generated
 */
public interface AddressPrefix extends AddressTerm {
	/**
	 * Returns the value of the '<em><b>Prefix</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Such as 192.0.2.0/24.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Prefix</em>' attribute.
	 * @see #setPrefix(IpPrefix)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressPrefix_Prefix()
	 * @model dataType="org.hopwarden.rulemodel.IpPrefix" required="true"
	 * @generated
	 */
	IpPrefix getPrefix();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressPrefix#getPrefix <em>Prefix</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Prefix</em>' attribute.
	 * @see #getPrefix()
	 * @generated
	 */
	void setPrefix(IpPrefix value);

} // AddressPrefix
