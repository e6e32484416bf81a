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

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Policy</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getDefaultIn <em>Default In</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getDefaultOut <em>Default Out</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getDefaultForward <em>Default Forward</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getFailMode <em>Fail Mode</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getAddressObjects <em>Address Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getServiceObjects <em>Service Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getInterfaceObjects <em>Interface Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getSchedules <em>Schedules</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getChains <em>Chains</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.PolicyImpl#getOpaque <em>Opaque</em>}</li>
 * </ul>
 *
 * @generated
 */
public class PolicyImpl extends NamedElementImpl implements Policy {
	/**
	 * The default value of the '{@link #getDefaultIn() <em>Default In</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultIn()
	 * @generated
	 * @ordered
	 */
	protected static final Disposition DEFAULT_IN_EDEFAULT = Disposition.DENY;

	/**
	 * The cached value of the '{@link #getDefaultIn() <em>Default In</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultIn()
	 * @generated
	 * @ordered
	 */
	protected Disposition defaultIn = DEFAULT_IN_EDEFAULT;

	/**
	 * The default value of the '{@link #getDefaultOut() <em>Default Out</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultOut()
	 * @generated
	 * @ordered
	 */
	protected static final Disposition DEFAULT_OUT_EDEFAULT = Disposition.DENY;

	/**
	 * The cached value of the '{@link #getDefaultOut() <em>Default Out</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultOut()
	 * @generated
	 * @ordered
	 */
	protected Disposition defaultOut = DEFAULT_OUT_EDEFAULT;

	/**
	 * The default value of the '{@link #getDefaultForward() <em>Default Forward</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultForward()
	 * @generated
	 * @ordered
	 */
	protected static final Disposition DEFAULT_FORWARD_EDEFAULT = Disposition.DENY;

	/**
	 * The cached value of the '{@link #getDefaultForward() <em>Default Forward</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDefaultForward()
	 * @generated
	 * @ordered
	 */
	protected Disposition defaultForward = DEFAULT_FORWARD_EDEFAULT;

	/**
	 * The default value of the '{@link #getFailMode() <em>Fail Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFailMode()
	 * @generated
	 * @ordered
	 */
	protected static final FailMode FAIL_MODE_EDEFAULT = FailMode.CLOSED;

	/**
	 * The cached value of the '{@link #getFailMode() <em>Fail Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFailMode()
	 * @generated
	 * @ordered
	 */
	protected FailMode failMode = FAIL_MODE_EDEFAULT;

	/**
	 * The cached value of the '{@link #getAddressObjects() <em>Address Objects</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAddressObjects()
	 * @generated
	 * @ordered
	 */
	protected EList<AddressObject> addressObjects;

	/**
	 * The cached value of the '{@link #getServiceObjects() <em>Service Objects</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getServiceObjects()
	 * @generated
	 * @ordered
	 */
	protected EList<ServiceObject> serviceObjects;

	/**
	 * The cached value of the '{@link #getInterfaceObjects() <em>Interface Objects</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getInterfaceObjects()
	 * @generated
	 * @ordered
	 */
	protected EList<InterfaceObject> interfaceObjects;

	/**
	 * The cached value of the '{@link #getApplications() <em>Applications</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getApplications()
	 * @generated
	 * @ordered
	 */
	protected EList<Application> applications;

	/**
	 * The cached value of the '{@link #getSchedules() <em>Schedules</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSchedules()
	 * @generated
	 * @ordered
	 */
	protected EList<Schedule> schedules;

	/**
	 * The cached value of the '{@link #getChains() <em>Chains</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getChains()
	 * @generated
	 * @ordered
	 */
	protected EList<Chain> chains;

	/**
	 * The cached value of the '{@link #getOpaque() <em>Opaque</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOpaque()
	 * @generated
	 * @ordered
	 */
	protected EList<OpaqueText> opaque;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected PolicyImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.POLICY;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Disposition getDefaultIn() {
		return defaultIn;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDefaultIn(Disposition newDefaultIn) {
		Disposition oldDefaultIn = defaultIn;
		defaultIn = newDefaultIn == null ? DEFAULT_IN_EDEFAULT : newDefaultIn;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.POLICY__DEFAULT_IN, oldDefaultIn, defaultIn));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Disposition getDefaultOut() {
		return defaultOut;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDefaultOut(Disposition newDefaultOut) {
		Disposition oldDefaultOut = defaultOut;
		defaultOut = newDefaultOut == null ? DEFAULT_OUT_EDEFAULT : newDefaultOut;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.POLICY__DEFAULT_OUT, oldDefaultOut, defaultOut));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Disposition getDefaultForward() {
		return defaultForward;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDefaultForward(Disposition newDefaultForward) {
		Disposition oldDefaultForward = defaultForward;
		defaultForward = newDefaultForward == null ? DEFAULT_FORWARD_EDEFAULT : newDefaultForward;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.POLICY__DEFAULT_FORWARD, oldDefaultForward, defaultForward));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public FailMode getFailMode() {
		return failMode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFailMode(FailMode newFailMode) {
		FailMode oldFailMode = failMode;
		failMode = newFailMode == null ? FAIL_MODE_EDEFAULT : newFailMode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.POLICY__FAIL_MODE, oldFailMode, failMode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<AddressObject> getAddressObjects() {
		if (addressObjects == null) {
			addressObjects = new EObjectContainmentEList<AddressObject>(AddressObject.class, this, RulemodelPackage.POLICY__ADDRESS_OBJECTS);
		}
		return addressObjects;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<ServiceObject> getServiceObjects() {
		if (serviceObjects == null) {
			serviceObjects = new EObjectContainmentEList<ServiceObject>(ServiceObject.class, this, RulemodelPackage.POLICY__SERVICE_OBJECTS);
		}
		return serviceObjects;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<InterfaceObject> getInterfaceObjects() {
		if (interfaceObjects == null) {
			interfaceObjects = new EObjectContainmentEList<InterfaceObject>(InterfaceObject.class, this, RulemodelPackage.POLICY__INTERFACE_OBJECTS);
		}
		return interfaceObjects;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Application> getApplications() {
		if (applications == null) {
			applications = new EObjectContainmentEList<Application>(Application.class, this, RulemodelPackage.POLICY__APPLICATIONS);
		}
		return applications;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Schedule> getSchedules() {
		if (schedules == null) {
			schedules = new EObjectContainmentEList<Schedule>(Schedule.class, this, RulemodelPackage.POLICY__SCHEDULES);
		}
		return schedules;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Chain> getChains() {
		if (chains == null) {
			chains = new EObjectContainmentEList<Chain>(Chain.class, this, RulemodelPackage.POLICY__CHAINS);
		}
		return chains;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<OpaqueText> getOpaque() {
		if (opaque == null) {
			opaque = new EObjectContainmentEList<OpaqueText>(OpaqueText.class, this, RulemodelPackage.POLICY__OPAQUE);
		}
		return opaque;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
				return ((InternalEList<?>)getAddressObjects()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
				return ((InternalEList<?>)getServiceObjects()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
				return ((InternalEList<?>)getInterfaceObjects()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__APPLICATIONS:
				return ((InternalEList<?>)getApplications()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__SCHEDULES:
				return ((InternalEList<?>)getSchedules()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__CHAINS:
				return ((InternalEList<?>)getChains()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.POLICY__OPAQUE:
				return ((InternalEList<?>)getOpaque()).basicRemove(otherEnd, msgs);
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
			case RulemodelPackage.POLICY__DEFAULT_IN:
				return getDefaultIn();
			case RulemodelPackage.POLICY__DEFAULT_OUT:
				return getDefaultOut();
			case RulemodelPackage.POLICY__DEFAULT_FORWARD:
				return getDefaultForward();
			case RulemodelPackage.POLICY__FAIL_MODE:
				return getFailMode();
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
				return getAddressObjects();
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
				return getServiceObjects();
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
				return getInterfaceObjects();
			case RulemodelPackage.POLICY__APPLICATIONS:
				return getApplications();
			case RulemodelPackage.POLICY__SCHEDULES:
				return getSchedules();
			case RulemodelPackage.POLICY__CHAINS:
				return getChains();
			case RulemodelPackage.POLICY__OPAQUE:
				return getOpaque();
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
			case RulemodelPackage.POLICY__DEFAULT_IN:
				setDefaultIn((Disposition)newValue);
				return;
			case RulemodelPackage.POLICY__DEFAULT_OUT:
				setDefaultOut((Disposition)newValue);
				return;
			case RulemodelPackage.POLICY__DEFAULT_FORWARD:
				setDefaultForward((Disposition)newValue);
				return;
			case RulemodelPackage.POLICY__FAIL_MODE:
				setFailMode((FailMode)newValue);
				return;
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
				getAddressObjects().clear();
				getAddressObjects().addAll((Collection<? extends AddressObject>)newValue);
				return;
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
				getServiceObjects().clear();
				getServiceObjects().addAll((Collection<? extends ServiceObject>)newValue);
				return;
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
				getInterfaceObjects().clear();
				getInterfaceObjects().addAll((Collection<? extends InterfaceObject>)newValue);
				return;
			case RulemodelPackage.POLICY__APPLICATIONS:
				getApplications().clear();
				getApplications().addAll((Collection<? extends Application>)newValue);
				return;
			case RulemodelPackage.POLICY__SCHEDULES:
				getSchedules().clear();
				getSchedules().addAll((Collection<? extends Schedule>)newValue);
				return;
			case RulemodelPackage.POLICY__CHAINS:
				getChains().clear();
				getChains().addAll((Collection<? extends Chain>)newValue);
				return;
			case RulemodelPackage.POLICY__OPAQUE:
				getOpaque().clear();
				getOpaque().addAll((Collection<? extends OpaqueText>)newValue);
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
			case RulemodelPackage.POLICY__DEFAULT_IN:
				setDefaultIn(DEFAULT_IN_EDEFAULT);
				return;
			case RulemodelPackage.POLICY__DEFAULT_OUT:
				setDefaultOut(DEFAULT_OUT_EDEFAULT);
				return;
			case RulemodelPackage.POLICY__DEFAULT_FORWARD:
				setDefaultForward(DEFAULT_FORWARD_EDEFAULT);
				return;
			case RulemodelPackage.POLICY__FAIL_MODE:
				setFailMode(FAIL_MODE_EDEFAULT);
				return;
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
				getAddressObjects().clear();
				return;
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
				getServiceObjects().clear();
				return;
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
				getInterfaceObjects().clear();
				return;
			case RulemodelPackage.POLICY__APPLICATIONS:
				getApplications().clear();
				return;
			case RulemodelPackage.POLICY__SCHEDULES:
				getSchedules().clear();
				return;
			case RulemodelPackage.POLICY__CHAINS:
				getChains().clear();
				return;
			case RulemodelPackage.POLICY__OPAQUE:
				getOpaque().clear();
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
			case RulemodelPackage.POLICY__DEFAULT_IN:
				return defaultIn != DEFAULT_IN_EDEFAULT;
			case RulemodelPackage.POLICY__DEFAULT_OUT:
				return defaultOut != DEFAULT_OUT_EDEFAULT;
			case RulemodelPackage.POLICY__DEFAULT_FORWARD:
				return defaultForward != DEFAULT_FORWARD_EDEFAULT;
			case RulemodelPackage.POLICY__FAIL_MODE:
				return failMode != FAIL_MODE_EDEFAULT;
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
				return addressObjects != null && !addressObjects.isEmpty();
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
				return serviceObjects != null && !serviceObjects.isEmpty();
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
				return interfaceObjects != null && !interfaceObjects.isEmpty();
			case RulemodelPackage.POLICY__APPLICATIONS:
				return applications != null && !applications.isEmpty();
			case RulemodelPackage.POLICY__SCHEDULES:
				return schedules != null && !schedules.isEmpty();
			case RulemodelPackage.POLICY__CHAINS:
				return chains != null && !chains.isEmpty();
			case RulemodelPackage.POLICY__OPAQUE:
				return opaque != null && !opaque.isEmpty();
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
		result.append(" (defaultIn: ");
		result.append(defaultIn);
		result.append(", defaultOut: ");
		result.append(defaultOut);
		result.append(", defaultForward: ");
		result.append(defaultForward);
		result.append(", failMode: ");
		result.append(failMode);
		result.append(')');
		return result.toString();
	}

} //PolicyImpl
