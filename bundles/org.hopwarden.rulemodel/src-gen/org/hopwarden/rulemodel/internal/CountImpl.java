/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Count</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public class CountImpl extends ActionImpl implements Count {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected CountImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.COUNT;
	}

} //CountImpl
