/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Interface Term</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public abstract class InterfaceTermImpl extends MinimalEObjectImpl.Container implements InterfaceTerm {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected InterfaceTermImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.INTERFACE_TERM;
	}

} //InterfaceTermImpl
