/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Binding</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A place on the way of packets where a chain is asked. All conditions must hold.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Binding#getHook <em>Hook</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Binding#getInInterface <em>In Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Binding#getOutInterface <em>Out Interface</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getBinding()
 * @model
 * @generated
 */
public interface Binding extends EObject {
	/**
	 * Returns the value of the '<em><b>Hook</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.Hook}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The direction of the packets.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Hook</em>' attribute.
	 * @see org.hopwarden.rulemodel.Hook
	 * @see #setHook(Hook)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getBinding_Hook()
	 * @model
	 * @generated
	 */
	Hook getHook();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Binding#getHook <em>Hook</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Hook</em>' attribute.
	 * @see org.hopwarden.rulemodel.Hook
	 * @see #getHook()
	 * @generated
	 */
	void setHook(Hook value);

	/**
	 * Returns the value of the '<em><b>In Interface</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface the packet came in by is one of these; none is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>In Interface</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getBinding_InInterface()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceTerm> getInInterface();

	/**
	 * Returns the value of the '<em><b>Out Interface</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface the packet leaves by is one of these; none is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Out Interface</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getBinding_OutInterface()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceTerm> getOutInterface();

} // Binding
