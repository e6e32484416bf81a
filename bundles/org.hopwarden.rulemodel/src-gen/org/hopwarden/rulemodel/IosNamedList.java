/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Ios Named List</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * An access list of Cisco IOS that is known by its name, which is the chain's.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosNamedList()
 * @model
 * @generated
 */
public interface IosNamedList extends IosList {
} // IosNamedList
