/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Reject</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The packet is dropped, and its sender is told.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Reject#getType <em>Type</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getReject()
 * @model
 * @generated
 */
public interface Reject extends Action {
	/**
	 * Returns the value of the '<em><b>Type</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.RejectType}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How the sender is told.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Type</em>' attribute.
	 * @see org.hopwarden.rulemodel.RejectType
	 * @see #setType(RejectType)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getReject_Type()
	 * @model
	 * @generated
	 */
	RejectType getType();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Reject#getType <em>Type</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Type</em>' attribute.
	 * @see org.hopwarden.rulemodel.RejectType
	 * @see #getType()
	 * @generated
	 */
	void setType(RejectType value);

} // Reject
