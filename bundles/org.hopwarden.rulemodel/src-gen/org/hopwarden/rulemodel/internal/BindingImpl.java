/**
 */
package org.hopwarden.rulemodel.internal;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Binding</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.BindingImpl#getHook <em>Hook</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.BindingImpl#getInInterface <em>In Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.BindingImpl#getOutInterface <em>Out Interface</em>}</li>
 * </ul>
 *
 * @generated
 */
public class BindingImpl extends MinimalEObjectImpl.Container implements Binding {
	/**
	 * The default value of the '{@link #getHook() <em>Hook</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHook()
	 * @generated
	 * @ordered
	 */
	protected static final Hook HOOK_EDEFAULT = Hook.IN;

	/**
	 * The cached value of the '{@link #getHook() <em>Hook</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHook()
	 * @generated
	 * @ordered
	 */
	protected Hook hook = HOOK_EDEFAULT;

	/**
	 * The cached value of the '{@link #getInInterface() <em>In Interface</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getInInterface()
	 * @generated
	 * @ordered
	 */
	protected EList<InterfaceTerm> inInterface;

	/**
	 * The cached value of the '{@link #getOutInterface() <em>Out Interface</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutInterface()
	 * @generated
	 * @ordered
	 */
	protected EList<InterfaceTerm> outInterface;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected BindingImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.BINDING;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Hook getHook() {
		return hook;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setHook(Hook newHook) {
		Hook oldHook = hook;
		hook = newHook == null ? HOOK_EDEFAULT : newHook;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.BINDING__HOOK, oldHook, hook));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<InterfaceTerm> getInInterface() {
		if (inInterface == null) {
			inInterface = new EObjectContainmentEList<InterfaceTerm>(InterfaceTerm.class, this, RulemodelPackage.BINDING__IN_INTERFACE);
		}
		return inInterface;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<InterfaceTerm> getOutInterface() {
		if (outInterface == null) {
			outInterface = new EObjectContainmentEList<InterfaceTerm>(InterfaceTerm.class, this, RulemodelPackage.BINDING__OUT_INTERFACE);
		}
		return outInterface;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.BINDING__IN_INTERFACE:
				return ((InternalEList<?>)getInInterface()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.BINDING__OUT_INTERFACE:
				return ((InternalEList<?>)getOutInterface()).basicRemove(otherEnd, msgs);
		}
		return super.eInverseRemove(otherEnd, featureID, msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case RulemodelPackage.BINDING__HOOK:
				return getHook();
			case RulemodelPackage.BINDING__IN_INTERFACE:
				return getInInterface();
			case RulemodelPackage.BINDING__OUT_INTERFACE:
				return getOutInterface();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case RulemodelPackage.BINDING__HOOK:
				setHook((Hook)newValue);
				return;
			case RulemodelPackage.BINDING__IN_INTERFACE:
				getInInterface().clear();
				getInInterface().addAll((Collection<? extends InterfaceTerm>)newValue);
				return;
			case RulemodelPackage.BINDING__OUT_INTERFACE:
				getOutInterface().clear();
				getOutInterface().addAll((Collection<? extends InterfaceTerm>)newValue);
				return;
		}
		super.eSet(featureID, newValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eUnset(int featureID) {
		switch (featureID) {
			case RulemodelPackage.BINDING__HOOK:
				setHook(HOOK_EDEFAULT);
				return;
			case RulemodelPackage.BINDING__IN_INTERFACE:
				getInInterface().clear();
				return;
			case RulemodelPackage.BINDING__OUT_INTERFACE:
				getOutInterface().clear();
				return;
		}
		super.eUnset(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean eIsSet(int featureID) {
		switch (featureID) {
			case RulemodelPackage.BINDING__HOOK:
				return hook != HOOK_EDEFAULT;
			case RulemodelPackage.BINDING__IN_INTERFACE:
				return inInterface != null && !inInterface.isEmpty();
			case RulemodelPackage.BINDING__OUT_INTERFACE:
				return outInterface != null && !outInterface.isEmpty();
		}
		return super.eIsSet(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		if (eIsProxy()) return super.toString();

		StringBuilder result = new StringBuilder(super.toString());
		result.append(" (hook: ");
		result.append(hook);
		result.append(')');
		return result.toString();
	}

} //BindingImpl
