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

import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.ServiceTerm;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Match</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getIpVersion <em>Ip Version</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isFragments <em>Fragments</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getSource <em>Source</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getDestination <em>Destination</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getService <em>Service</em>}</li>
 * </ul>
 *
 * @generated
 */
public class MatchImpl extends MinimalEObjectImpl.Container implements Match {
	/**
	 * The default value of the '{@link #getIpVersion() <em>Ip Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIpVersion()
	 * @generated
	 * @ordered
	 */
	protected static final IpFamily IP_VERSION_EDEFAULT = IpFamily.ANY;

	/**
	 * The cached value of the '{@link #getIpVersion() <em>Ip Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIpVersion()
	 * @generated
	 * @ordered
	 */
	protected IpFamily ipVersion = IP_VERSION_EDEFAULT;

	/**
	 * The default value of the '{@link #isFragments() <em>Fragments</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isFragments()
	 * @generated
	 * @ordered
	 */
	protected static final boolean FRAGMENTS_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isFragments() <em>Fragments</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isFragments()
	 * @generated
	 * @ordered
	 */
	protected boolean fragments = FRAGMENTS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getSource() <em>Source</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSource()
	 * @generated
	 * @ordered
	 */
	protected EList<AddressTerm> source;

	/**
	 * The cached value of the '{@link #getDestination() <em>Destination</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDestination()
	 * @generated
	 * @ordered
	 */
	protected EList<AddressTerm> destination;

	/**
	 * The cached value of the '{@link #getService() <em>Service</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getService()
	 * @generated
	 * @ordered
	 */
	protected EList<ServiceTerm> service;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected MatchImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.MATCH;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public IpFamily getIpVersion() {
		return ipVersion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setIpVersion(IpFamily newIpVersion) {
		IpFamily oldIpVersion = ipVersion;
		ipVersion = newIpVersion == null ? IP_VERSION_EDEFAULT : newIpVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__IP_VERSION, oldIpVersion, ipVersion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isFragments() {
		return fragments;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFragments(boolean newFragments) {
		boolean oldFragments = fragments;
		fragments = newFragments;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__FRAGMENTS, oldFragments, fragments));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<AddressTerm> getSource() {
		if (source == null) {
			source = new EObjectContainmentEList<AddressTerm>(AddressTerm.class, this, RulemodelPackage.MATCH__SOURCE);
		}
		return source;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<AddressTerm> getDestination() {
		if (destination == null) {
			destination = new EObjectContainmentEList<AddressTerm>(AddressTerm.class, this, RulemodelPackage.MATCH__DESTINATION);
		}
		return destination;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<ServiceTerm> getService() {
		if (service == null) {
			service = new EObjectContainmentEList<ServiceTerm>(ServiceTerm.class, this, RulemodelPackage.MATCH__SERVICE);
		}
		return service;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.MATCH__SOURCE:
				return ((InternalEList<?>)getSource()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__DESTINATION:
				return ((InternalEList<?>)getDestination()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__SERVICE:
				return ((InternalEList<?>)getService()).basicRemove(otherEnd, msgs);
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
			case RulemodelPackage.MATCH__IP_VERSION:
				return getIpVersion();
			case RulemodelPackage.MATCH__FRAGMENTS:
				return isFragments();
			case RulemodelPackage.MATCH__SOURCE:
				return getSource();
			case RulemodelPackage.MATCH__DESTINATION:
				return getDestination();
			case RulemodelPackage.MATCH__SERVICE:
				return getService();
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
			case RulemodelPackage.MATCH__IP_VERSION:
				setIpVersion((IpFamily)newValue);
				return;
			case RulemodelPackage.MATCH__FRAGMENTS:
				setFragments((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__SOURCE:
				getSource().clear();
				getSource().addAll((Collection<? extends AddressTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__DESTINATION:
				getDestination().clear();
				getDestination().addAll((Collection<? extends AddressTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__SERVICE:
				getService().clear();
				getService().addAll((Collection<? extends ServiceTerm>)newValue);
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
			case RulemodelPackage.MATCH__IP_VERSION:
				setIpVersion(IP_VERSION_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__FRAGMENTS:
				setFragments(FRAGMENTS_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__SOURCE:
				getSource().clear();
				return;
			case RulemodelPackage.MATCH__DESTINATION:
				getDestination().clear();
				return;
			case RulemodelPackage.MATCH__SERVICE:
				getService().clear();
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
			case RulemodelPackage.MATCH__IP_VERSION:
				return ipVersion != IP_VERSION_EDEFAULT;
			case RulemodelPackage.MATCH__FRAGMENTS:
				return fragments != FRAGMENTS_EDEFAULT;
			case RulemodelPackage.MATCH__SOURCE:
				return source != null && !source.isEmpty();
			case RulemodelPackage.MATCH__DESTINATION:
				return destination != null && !destination.isEmpty();
			case RulemodelPackage.MATCH__SERVICE:
				return service != null && !service.isEmpty();
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
		result.append(" (ipVersion: ");
		result.append(ipVersion);
		result.append(", fragments: ");
		result.append(fragments);
		result.append(')');
		return result.toString();
	}

} //MatchImpl
