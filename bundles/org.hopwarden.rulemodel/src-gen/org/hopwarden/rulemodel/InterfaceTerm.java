/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Interface Term</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A set of interfaces.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getInterfaceTerm()
 * @model abstract="true"
 * @generated
 */
public interface InterfaceTerm extends EObject {
} // InterfaceTerm
