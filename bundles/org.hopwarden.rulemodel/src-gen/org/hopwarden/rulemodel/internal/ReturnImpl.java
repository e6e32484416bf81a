/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Return</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public class ReturnImpl extends ActionImpl implements Return {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ReturnImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.RETURN;
	}

} //ReturnImpl
