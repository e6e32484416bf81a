/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Ask</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public class AskImpl extends ActionImpl implements Ask {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected AskImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.ASK;
	}

} //AskImpl
