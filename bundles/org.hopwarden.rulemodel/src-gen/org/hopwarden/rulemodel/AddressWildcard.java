/**
 */
package org.hopwarden.rulemodel;

import org.hopwarden.net.IpAddress;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Wildcard</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The addresses that agree with an address in all bits but those set in a wildcard mask, which may have gaps.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.AddressWildcard#getAddress <em>Address</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.AddressWildcard#getWildcard <em>Wildcard</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressWildcard()
 * @model
 * @generated
 */
public interface AddressWildcard extends AddressTerm {
	/**
	 * Returns the value of the '<em><b>Address</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The bits to agree with; those that the wildcard sets are 0.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Address</em>' attribute.
	 * @see #setAddress(IpAddress)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressWildcard_Address()
	 * @model dataType="org.hopwarden.rulemodel.IpAddress" required="true"
	 * @generated
	 */
	IpAddress getAddress();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressWildcard#getAddress <em>Address</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Address</em>' attribute.
	 * @see #getAddress()
	 * @generated
	 */
	void setAddress(IpAddress value);

	/**
	 * Returns the value of the '<em><b>Wildcard</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A set bit says that this bit of the address does not matter.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Wildcard</em>' attribute.
	 * @see #setWildcard(IpAddress)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressWildcard_Wildcard()
	 * @model dataType="org.hopwarden.rulemodel.IpAddress" required="true"
	 * @generated
	 */
	IpAddress getWildcard();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressWildcard#getWildcard <em>Wildcard</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Wildcard</em>' attribute.
	 * @see #getWildcard()
	 * @generated
	 */
	void setWildcard(IpAddress value);

} // AddressWildcard
