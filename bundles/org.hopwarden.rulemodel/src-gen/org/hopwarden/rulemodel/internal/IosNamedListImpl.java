/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;

import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Ios Named List</b></em>'.
 * <!-- end-user-doc -->
 *
 * @generated
 */
public class IosNamedListImpl extends IosListImpl implements IosNamedList {
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected IosNamedListImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.IOS_NAMED_LIST;
	}

} //IosNamedListImpl
