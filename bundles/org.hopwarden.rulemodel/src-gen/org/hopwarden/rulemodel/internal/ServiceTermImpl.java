/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.ServiceTerm;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Service Term</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public abstract class ServiceTermImpl extends MinimalEObjectImpl.Container implements ServiceTerm {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ServiceTermImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.SERVICE_TERM;
	}

} //ServiceTermImpl
