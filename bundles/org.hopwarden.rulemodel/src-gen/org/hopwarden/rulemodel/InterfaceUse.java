/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Interface Use</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The interfaces of an interface object of the same policy.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.InterfaceUse#getObject <em>Object</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getInterfaceUse()
 * @model
 * @generated
 */
public interface InterfaceUse extends InterfaceTerm {
	/**
	 * Returns the value of the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The object.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Object</em>' reference.
	 * @see #setObject(InterfaceObject)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getInterfaceUse_Object()
	 * @model resolveProxies="false" required="true"
	 * @generated
	 */
	InterfaceObject getObject();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.InterfaceUse#getObject <em>Object</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Object</em>' reference.
	 * @see #getObject()
	 * @generated
	 */
	void setObject(InterfaceObject value);

} // InterfaceUse
