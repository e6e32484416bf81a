/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

import org.hopwarden.net.IpAddress;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Name</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The addresses that a name of DNS stood for when it was last looked up.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.AddressName#getName <em>Name</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.AddressName#getAddresses <em>Addresses</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressName()
 * @model
 * @generated
 */
public interface AddressName extends AddressTerm {
	/**
	 * Returns the value of the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The name.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Name</em>' attribute.
	 * @see #setName(String)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressName_Name()
	 * @model required="true"
	 * @generated
	 */
	String getName();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressName#getName <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Name</em>' attribute.
	 * @see #getName()
	 * @generated
	 */
	void setName(String value);

	/**
	 * Returns the value of the '<em><b>Addresses</b></em>' attribute list.
	 * The list contents are of type {@link org.hopwarden.net.IpAddress}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What it stood for; none is no address.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Addresses</em>' attribute list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressName_Addresses()
	 * @model dataType="org.hopwarden.rulemodel.IpAddress"
	 * @generated
	 */
	EList<IpAddress> getAddresses();

} // AddressName
