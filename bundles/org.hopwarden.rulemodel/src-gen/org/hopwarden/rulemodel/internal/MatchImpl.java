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

import org.eclipse.emf.ecore.util.EDataTypeUniqueEList;
import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.EObjectEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.Schedule;
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
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getInInterface <em>In Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isInInterfaceNegated <em>In Interface Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getOutInterface <em>Out Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isOutInterfaceNegated <em>Out Interface Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isFragments <em>Fragments</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getSource <em>Source</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isSourceNegated <em>Source Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getDestination <em>Destination</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isDestinationNegated <em>Destination Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getService <em>Service</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#isServiceNegated <em>Service Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getTtl <em>Ttl</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getDscp <em>Dscp</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getLength <em>Length</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getStates <em>States</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getMark <em>Mark</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getSchedule <em>Schedule</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.MatchImpl#getRate <em>Rate</em>}</li>
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
	 * The cached value of the '{@link #getInInterface() <em>In Interface</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getInInterface()
	 * @generated
	 * @ordered
	 */
	protected EList<InterfaceTerm> inInterface;

	/**
	 * The default value of the '{@link #isInInterfaceNegated() <em>In Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isInInterfaceNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean IN_INTERFACE_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isInInterfaceNegated() <em>In Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isInInterfaceNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean inInterfaceNegated = IN_INTERFACE_NEGATED_EDEFAULT;

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
	 * The default value of the '{@link #isOutInterfaceNegated() <em>Out Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isOutInterfaceNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean OUT_INTERFACE_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isOutInterfaceNegated() <em>Out Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isOutInterfaceNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean outInterfaceNegated = OUT_INTERFACE_NEGATED_EDEFAULT;

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
	 * The default value of the '{@link #isSourceNegated() <em>Source Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSourceNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean SOURCE_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isSourceNegated() <em>Source Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSourceNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean sourceNegated = SOURCE_NEGATED_EDEFAULT;

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
	 * The default value of the '{@link #isDestinationNegated() <em>Destination Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isDestinationNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean DESTINATION_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isDestinationNegated() <em>Destination Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isDestinationNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean destinationNegated = DESTINATION_NEGATED_EDEFAULT;

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
	 * The default value of the '{@link #isServiceNegated() <em>Service Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isServiceNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean SERVICE_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isServiceNegated() <em>Service Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isServiceNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean serviceNegated = SERVICE_NEGATED_EDEFAULT;

	/**
	 * The default value of the '{@link #getTtl() <em>Ttl</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTtl()
	 * @generated
	 * @ordered
	 */
	protected static final NumberSet TTL_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getTtl() <em>Ttl</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTtl()
	 * @generated
	 * @ordered
	 */
	protected NumberSet ttl = TTL_EDEFAULT;

	/**
	 * The default value of the '{@link #getDscp() <em>Dscp</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDscp()
	 * @generated
	 * @ordered
	 */
	protected static final NumberSet DSCP_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getDscp() <em>Dscp</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDscp()
	 * @generated
	 * @ordered
	 */
	protected NumberSet dscp = DSCP_EDEFAULT;

	/**
	 * The default value of the '{@link #getLength() <em>Length</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLength()
	 * @generated
	 * @ordered
	 */
	protected static final NumberSet LENGTH_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLength() <em>Length</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLength()
	 * @generated
	 * @ordered
	 */
	protected NumberSet length = LENGTH_EDEFAULT;

	/**
	 * The cached value of the '{@link #getStates() <em>States</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getStates()
	 * @generated
	 * @ordered
	 */
	protected EList<ConnectionState> states;

	/**
	 * The default value of the '{@link #getMark() <em>Mark</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMark()
	 * @generated
	 * @ordered
	 */
	protected static final MarkTest MARK_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getMark() <em>Mark</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMark()
	 * @generated
	 * @ordered
	 */
	protected MarkTest mark = MARK_EDEFAULT;

	/**
	 * The cached value of the '{@link #getApplications() <em>Applications</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getApplications()
	 * @generated
	 * @ordered
	 */
	protected EList<Application> applications;

	/**
	 * The cached value of the '{@link #getSchedule() <em>Schedule</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSchedule()
	 * @generated
	 * @ordered
	 */
	protected Schedule schedule;

	/**
	 * The cached value of the '{@link #getRate() <em>Rate</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRate()
	 * @generated
	 * @ordered
	 */
	protected RateLimit rate;

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
	public EList<InterfaceTerm> getInInterface() {
		if (inInterface == null) {
			inInterface = new EObjectContainmentEList<InterfaceTerm>(InterfaceTerm.class, this, RulemodelPackage.MATCH__IN_INTERFACE);
		}
		return inInterface;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isInInterfaceNegated() {
		return inInterfaceNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setInInterfaceNegated(boolean newInInterfaceNegated) {
		boolean oldInInterfaceNegated = inInterfaceNegated;
		inInterfaceNegated = newInInterfaceNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__IN_INTERFACE_NEGATED, oldInInterfaceNegated, inInterfaceNegated));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<InterfaceTerm> getOutInterface() {
		if (outInterface == null) {
			outInterface = new EObjectContainmentEList<InterfaceTerm>(InterfaceTerm.class, this, RulemodelPackage.MATCH__OUT_INTERFACE);
		}
		return outInterface;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isOutInterfaceNegated() {
		return outInterfaceNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setOutInterfaceNegated(boolean newOutInterfaceNegated) {
		boolean oldOutInterfaceNegated = outInterfaceNegated;
		outInterfaceNegated = newOutInterfaceNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED, oldOutInterfaceNegated, outInterfaceNegated));
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
	public boolean isSourceNegated() {
		return sourceNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSourceNegated(boolean newSourceNegated) {
		boolean oldSourceNegated = sourceNegated;
		sourceNegated = newSourceNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__SOURCE_NEGATED, oldSourceNegated, sourceNegated));
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
	public boolean isDestinationNegated() {
		return destinationNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDestinationNegated(boolean newDestinationNegated) {
		boolean oldDestinationNegated = destinationNegated;
		destinationNegated = newDestinationNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__DESTINATION_NEGATED, oldDestinationNegated, destinationNegated));
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
	public boolean isServiceNegated() {
		return serviceNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setServiceNegated(boolean newServiceNegated) {
		boolean oldServiceNegated = serviceNegated;
		serviceNegated = newServiceNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__SERVICE_NEGATED, oldServiceNegated, serviceNegated));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NumberSet getTtl() {
		return ttl;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTtl(NumberSet newTtl) {
		NumberSet oldTtl = ttl;
		ttl = newTtl;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__TTL, oldTtl, ttl));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NumberSet getDscp() {
		return dscp;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDscp(NumberSet newDscp) {
		NumberSet oldDscp = dscp;
		dscp = newDscp;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__DSCP, oldDscp, dscp));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NumberSet getLength() {
		return length;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLength(NumberSet newLength) {
		NumberSet oldLength = length;
		length = newLength;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__LENGTH, oldLength, length));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<ConnectionState> getStates() {
		if (states == null) {
			states = new EDataTypeUniqueEList<ConnectionState>(ConnectionState.class, this, RulemodelPackage.MATCH__STATES);
		}
		return states;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public MarkTest getMark() {
		return mark;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMark(MarkTest newMark) {
		MarkTest oldMark = mark;
		mark = newMark;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__MARK, oldMark, mark));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Application> getApplications() {
		if (applications == null) {
			applications = new EObjectEList<Application>(Application.class, this, RulemodelPackage.MATCH__APPLICATIONS);
		}
		return applications;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Schedule getSchedule() {
		return schedule;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSchedule(Schedule newSchedule) {
		Schedule oldSchedule = schedule;
		schedule = newSchedule;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__SCHEDULE, oldSchedule, schedule));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public RateLimit getRate() {
		return rate;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetRate(RateLimit newRate, NotificationChain msgs) {
		RateLimit oldRate = rate;
		rate = newRate;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__RATE, oldRate, newRate);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setRate(RateLimit newRate) {
		if (newRate != rate) {
			NotificationChain msgs = null;
			if (rate != null)
				msgs = ((InternalEObject)rate).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.MATCH__RATE, null, msgs);
			if (newRate != null)
				msgs = ((InternalEObject)newRate).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.MATCH__RATE, null, msgs);
			msgs = basicSetRate(newRate, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.MATCH__RATE, newRate, newRate));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.MATCH__IN_INTERFACE:
				return ((InternalEList<?>)getInInterface()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__OUT_INTERFACE:
				return ((InternalEList<?>)getOutInterface()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__SOURCE:
				return ((InternalEList<?>)getSource()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__DESTINATION:
				return ((InternalEList<?>)getDestination()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__SERVICE:
				return ((InternalEList<?>)getService()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.MATCH__RATE:
				return basicSetRate(null, msgs);
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
			case RulemodelPackage.MATCH__IN_INTERFACE:
				return getInInterface();
			case RulemodelPackage.MATCH__IN_INTERFACE_NEGATED:
				return isInInterfaceNegated();
			case RulemodelPackage.MATCH__OUT_INTERFACE:
				return getOutInterface();
			case RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED:
				return isOutInterfaceNegated();
			case RulemodelPackage.MATCH__FRAGMENTS:
				return isFragments();
			case RulemodelPackage.MATCH__SOURCE:
				return getSource();
			case RulemodelPackage.MATCH__SOURCE_NEGATED:
				return isSourceNegated();
			case RulemodelPackage.MATCH__DESTINATION:
				return getDestination();
			case RulemodelPackage.MATCH__DESTINATION_NEGATED:
				return isDestinationNegated();
			case RulemodelPackage.MATCH__SERVICE:
				return getService();
			case RulemodelPackage.MATCH__SERVICE_NEGATED:
				return isServiceNegated();
			case RulemodelPackage.MATCH__TTL:
				return getTtl();
			case RulemodelPackage.MATCH__DSCP:
				return getDscp();
			case RulemodelPackage.MATCH__LENGTH:
				return getLength();
			case RulemodelPackage.MATCH__STATES:
				return getStates();
			case RulemodelPackage.MATCH__MARK:
				return getMark();
			case RulemodelPackage.MATCH__APPLICATIONS:
				return getApplications();
			case RulemodelPackage.MATCH__SCHEDULE:
				return getSchedule();
			case RulemodelPackage.MATCH__RATE:
				return getRate();
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
			case RulemodelPackage.MATCH__IN_INTERFACE:
				getInInterface().clear();
				getInInterface().addAll((Collection<? extends InterfaceTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__IN_INTERFACE_NEGATED:
				setInInterfaceNegated((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__OUT_INTERFACE:
				getOutInterface().clear();
				getOutInterface().addAll((Collection<? extends InterfaceTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED:
				setOutInterfaceNegated((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__FRAGMENTS:
				setFragments((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__SOURCE:
				getSource().clear();
				getSource().addAll((Collection<? extends AddressTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__SOURCE_NEGATED:
				setSourceNegated((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__DESTINATION:
				getDestination().clear();
				getDestination().addAll((Collection<? extends AddressTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__DESTINATION_NEGATED:
				setDestinationNegated((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__SERVICE:
				getService().clear();
				getService().addAll((Collection<? extends ServiceTerm>)newValue);
				return;
			case RulemodelPackage.MATCH__SERVICE_NEGATED:
				setServiceNegated((Boolean)newValue);
				return;
			case RulemodelPackage.MATCH__TTL:
				setTtl((NumberSet)newValue);
				return;
			case RulemodelPackage.MATCH__DSCP:
				setDscp((NumberSet)newValue);
				return;
			case RulemodelPackage.MATCH__LENGTH:
				setLength((NumberSet)newValue);
				return;
			case RulemodelPackage.MATCH__STATES:
				getStates().clear();
				getStates().addAll((Collection<? extends ConnectionState>)newValue);
				return;
			case RulemodelPackage.MATCH__MARK:
				setMark((MarkTest)newValue);
				return;
			case RulemodelPackage.MATCH__APPLICATIONS:
				getApplications().clear();
				getApplications().addAll((Collection<? extends Application>)newValue);
				return;
			case RulemodelPackage.MATCH__SCHEDULE:
				setSchedule((Schedule)newValue);
				return;
			case RulemodelPackage.MATCH__RATE:
				setRate((RateLimit)newValue);
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
			case RulemodelPackage.MATCH__IN_INTERFACE:
				getInInterface().clear();
				return;
			case RulemodelPackage.MATCH__IN_INTERFACE_NEGATED:
				setInInterfaceNegated(IN_INTERFACE_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__OUT_INTERFACE:
				getOutInterface().clear();
				return;
			case RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED:
				setOutInterfaceNegated(OUT_INTERFACE_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__FRAGMENTS:
				setFragments(FRAGMENTS_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__SOURCE:
				getSource().clear();
				return;
			case RulemodelPackage.MATCH__SOURCE_NEGATED:
				setSourceNegated(SOURCE_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__DESTINATION:
				getDestination().clear();
				return;
			case RulemodelPackage.MATCH__DESTINATION_NEGATED:
				setDestinationNegated(DESTINATION_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__SERVICE:
				getService().clear();
				return;
			case RulemodelPackage.MATCH__SERVICE_NEGATED:
				setServiceNegated(SERVICE_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__TTL:
				setTtl(TTL_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__DSCP:
				setDscp(DSCP_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__LENGTH:
				setLength(LENGTH_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__STATES:
				getStates().clear();
				return;
			case RulemodelPackage.MATCH__MARK:
				setMark(MARK_EDEFAULT);
				return;
			case RulemodelPackage.MATCH__APPLICATIONS:
				getApplications().clear();
				return;
			case RulemodelPackage.MATCH__SCHEDULE:
				setSchedule((Schedule)null);
				return;
			case RulemodelPackage.MATCH__RATE:
				setRate((RateLimit)null);
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
			case RulemodelPackage.MATCH__IN_INTERFACE:
				return inInterface != null && !inInterface.isEmpty();
			case RulemodelPackage.MATCH__IN_INTERFACE_NEGATED:
				return inInterfaceNegated != IN_INTERFACE_NEGATED_EDEFAULT;
			case RulemodelPackage.MATCH__OUT_INTERFACE:
				return outInterface != null && !outInterface.isEmpty();
			case RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED:
				return outInterfaceNegated != OUT_INTERFACE_NEGATED_EDEFAULT;
			case RulemodelPackage.MATCH__FRAGMENTS:
				return fragments != FRAGMENTS_EDEFAULT;
			case RulemodelPackage.MATCH__SOURCE:
				return source != null && !source.isEmpty();
			case RulemodelPackage.MATCH__SOURCE_NEGATED:
				return sourceNegated != SOURCE_NEGATED_EDEFAULT;
			case RulemodelPackage.MATCH__DESTINATION:
				return destination != null && !destination.isEmpty();
			case RulemodelPackage.MATCH__DESTINATION_NEGATED:
				return destinationNegated != DESTINATION_NEGATED_EDEFAULT;
			case RulemodelPackage.MATCH__SERVICE:
				return service != null && !service.isEmpty();
			case RulemodelPackage.MATCH__SERVICE_NEGATED:
				return serviceNegated != SERVICE_NEGATED_EDEFAULT;
			case RulemodelPackage.MATCH__TTL:
				return TTL_EDEFAULT == null ? ttl != null : !TTL_EDEFAULT.equals(ttl);
			case RulemodelPackage.MATCH__DSCP:
				return DSCP_EDEFAULT == null ? dscp != null : !DSCP_EDEFAULT.equals(dscp);
			case RulemodelPackage.MATCH__LENGTH:
				return LENGTH_EDEFAULT == null ? length != null : !LENGTH_EDEFAULT.equals(length);
			case RulemodelPackage.MATCH__STATES:
				return states != null && !states.isEmpty();
			case RulemodelPackage.MATCH__MARK:
				return MARK_EDEFAULT == null ? mark != null : !MARK_EDEFAULT.equals(mark);
			case RulemodelPackage.MATCH__APPLICATIONS:
				return applications != null && !applications.isEmpty();
			case RulemodelPackage.MATCH__SCHEDULE:
				return schedule != null;
			case RulemodelPackage.MATCH__RATE:
				return rate != null;
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
		result.append(", inInterfaceNegated: ");
		result.append(inInterfaceNegated);
		result.append(", outInterfaceNegated: ");
		result.append(outInterfaceNegated);
		result.append(", fragments: ");
		result.append(fragments);
		result.append(", sourceNegated: ");
		result.append(sourceNegated);
		result.append(", destinationNegated: ");
		result.append(destinationNegated);
		result.append(", serviceNegated: ");
		result.append(serviceNegated);
		result.append(", ttl: ");
		result.append(ttl);
		result.append(", dscp: ");
		result.append(dscp);
		result.append(", length: ");
		result.append(length);
		result.append(", states: ");
		result.append(states);
		result.append(", mark: ");
		result.append(mark);
		result.append(')');
		return result.toString();
	}

} //MatchImpl
