/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Ask</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A person is asked whether the packet passes; where nobody answers it is dropped.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAsk()
 * @model
 * @generated
 */
public interface Ask extends Action {
} // Ask
