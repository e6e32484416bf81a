/**
 */
package org.hopwarden.rulemodel;

import org.hopwarden.net.IpAddress;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Range</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The addresses from a first to a last.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.AddressRange#getFirst <em>First</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.AddressRange#getLast <em>Last</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressRange()
 * @model
 * @generated
 */
public interface AddressRange extends AddressTerm {
	/**
	 * Returns the value of the '<em><b>First</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The lowest address.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>First</em>' attribute.
	 * @see #setFirst(IpAddress)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressRange_First()
	 * @model dataType="org.hopwarden.rulemodel.IpAddress" required="true"
	 * @generated
	 */
	IpAddress getFirst();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressRange#getFirst <em>First</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>First</em>' attribute.
	 * @see #getFirst()
	 * @generated
	 */
	void setFirst(IpAddress value);

	/**
	 * Returns the value of the '<em><b>Last</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The highest address, of the same version and not below the first.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Last</em>' attribute.
	 * @see #setLast(IpAddress)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressRange_Last()
	 * @model dataType="org.hopwarden.rulemodel.IpAddress" required="true"
	 * @generated
	 */
	IpAddress getLast();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.AddressRange#getLast <em>Last</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Last</em>' attribute.
	 * @see #getLast()
	 * @generated
	 */
	void setLast(IpAddress value);

} // AddressRange
