/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Count</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The packet is counted, and the next rule is tried.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getCount()
 * @model
 * @generated
 */
public interface Count extends Action {
} // Count
