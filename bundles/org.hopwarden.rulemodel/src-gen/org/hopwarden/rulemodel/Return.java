/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Return</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * It goes on behind the call of this chain. In a chain that was not called, the chain's end holds.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getReturn()
 * @model
 * @generated
 */
public interface Return extends Action {
} // Return
