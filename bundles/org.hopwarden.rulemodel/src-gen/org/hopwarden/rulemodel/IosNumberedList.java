/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Ios Numbered List</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * An access list of Cisco IOS that is known by its number.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.IosNumberedList#getNumber <em>Number</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosNumberedList()
 * @model
 * @generated
 */
public interface IosNumberedList extends IosList {
	/**
	 * Returns the value of the '<em><b>Number</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Extended: 100 to 199 or 2000 to 2699. Standard: 1 to 99 or 1300 to 1999. IPv6 has none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Number</em>' attribute.
	 * @see #setNumber(int)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosNumberedList_Number()
	 * @model
	 * @generated
	 */
	int getNumber();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.IosNumberedList#getNumber <em>Number</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Number</em>' attribute.
	 * @see #getNumber()
	 * @generated
	 */
	void setNumber(int value);

} // IosNumberedList
