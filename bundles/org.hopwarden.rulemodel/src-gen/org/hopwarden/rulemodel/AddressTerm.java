/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Address Term</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A set of addresses. A term of one IP version holds no address of the other.
 * <!-- end-model-doc -->
 *
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getAddressTerm()
 * @model abstract="true"
 * @generated
 */
public interface AddressTerm extends EObject {
} // AddressTerm
