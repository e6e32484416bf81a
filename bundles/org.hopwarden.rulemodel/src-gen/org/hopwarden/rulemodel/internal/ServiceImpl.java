/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;

import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Service</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getProtocol <em>Protocol</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getSourcePort <em>Source Port</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getDestinationPort <em>Destination Port</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getIcmpType <em>Icmp Type</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getIcmpCode <em>Icmp Code</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#isIcmpNegated <em>Icmp Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#isEstablished <em>Established</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#getTcpFlags <em>Tcp Flags</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ServiceImpl#isTcpFlagsNegated <em>Tcp Flags Negated</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ServiceImpl extends ServiceTermImpl implements Service {
	/**
	 * The default value of the '{@link #getProtocol() <em>Protocol</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getProtocol()
	 * @generated
	 * @ordered
	 */
	protected static final Integer PROTOCOL_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getProtocol() <em>Protocol</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getProtocol()
	 * @generated
	 * @ordered
	 */
	protected Integer protocol = PROTOCOL_EDEFAULT;

	/**
	 * The cached value of the '{@link #getSourcePort() <em>Source Port</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSourcePort()
	 * @generated
	 * @ordered
	 */
	protected PortCondition sourcePort;

	/**
	 * The cached value of the '{@link #getDestinationPort() <em>Destination Port</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDestinationPort()
	 * @generated
	 * @ordered
	 */
	protected PortCondition destinationPort;

	/**
	 * The default value of the '{@link #getIcmpType() <em>Icmp Type</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIcmpType()
	 * @generated
	 * @ordered
	 */
	protected static final Integer ICMP_TYPE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getIcmpType() <em>Icmp Type</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIcmpType()
	 * @generated
	 * @ordered
	 */
	protected Integer icmpType = ICMP_TYPE_EDEFAULT;

	/**
	 * The default value of the '{@link #getIcmpCode() <em>Icmp Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIcmpCode()
	 * @generated
	 * @ordered
	 */
	protected static final Integer ICMP_CODE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getIcmpCode() <em>Icmp Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIcmpCode()
	 * @generated
	 * @ordered
	 */
	protected Integer icmpCode = ICMP_CODE_EDEFAULT;

	/**
	 * The default value of the '{@link #isIcmpNegated() <em>Icmp Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isIcmpNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean ICMP_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isIcmpNegated() <em>Icmp Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isIcmpNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean icmpNegated = ICMP_NEGATED_EDEFAULT;

	/**
	 * The default value of the '{@link #isEstablished() <em>Established</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isEstablished()
	 * @generated
	 * @ordered
	 */
	protected static final boolean ESTABLISHED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isEstablished() <em>Established</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isEstablished()
	 * @generated
	 * @ordered
	 */
	protected boolean established = ESTABLISHED_EDEFAULT;

	/**
	 * The default value of the '{@link #getTcpFlags() <em>Tcp Flags</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTcpFlags()
	 * @generated
	 * @ordered
	 */
	protected static final TcpFlagTest TCP_FLAGS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getTcpFlags() <em>Tcp Flags</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTcpFlags()
	 * @generated
	 * @ordered
	 */
	protected TcpFlagTest tcpFlags = TCP_FLAGS_EDEFAULT;

	/**
	 * The default value of the '{@link #isTcpFlagsNegated() <em>Tcp Flags Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isTcpFlagsNegated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean TCP_FLAGS_NEGATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isTcpFlagsNegated() <em>Tcp Flags Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isTcpFlagsNegated()
	 * @generated
	 * @ordered
	 */
	protected boolean tcpFlagsNegated = TCP_FLAGS_NEGATED_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ServiceImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.SERVICE;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getProtocol() {
		return protocol;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setProtocol(Integer newProtocol) {
		Integer oldProtocol = protocol;
		protocol = newProtocol;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__PROTOCOL, oldProtocol, protocol));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public PortCondition getSourcePort() {
		return sourcePort;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetSourcePort(PortCondition newSourcePort, NotificationChain msgs) {
		PortCondition oldSourcePort = sourcePort;
		sourcePort = newSourcePort;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__SOURCE_PORT, oldSourcePort, newSourcePort);
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
	public void setSourcePort(PortCondition newSourcePort) {
		if (newSourcePort != sourcePort) {
			NotificationChain msgs = null;
			if (sourcePort != null)
				msgs = ((InternalEObject)sourcePort).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.SERVICE__SOURCE_PORT, null, msgs);
			if (newSourcePort != null)
				msgs = ((InternalEObject)newSourcePort).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.SERVICE__SOURCE_PORT, null, msgs);
			msgs = basicSetSourcePort(newSourcePort, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__SOURCE_PORT, newSourcePort, newSourcePort));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public PortCondition getDestinationPort() {
		return destinationPort;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetDestinationPort(PortCondition newDestinationPort, NotificationChain msgs) {
		PortCondition oldDestinationPort = destinationPort;
		destinationPort = newDestinationPort;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__DESTINATION_PORT, oldDestinationPort, newDestinationPort);
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
	public void setDestinationPort(PortCondition newDestinationPort) {
		if (newDestinationPort != destinationPort) {
			NotificationChain msgs = null;
			if (destinationPort != null)
				msgs = ((InternalEObject)destinationPort).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.SERVICE__DESTINATION_PORT, null, msgs);
			if (newDestinationPort != null)
				msgs = ((InternalEObject)newDestinationPort).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.SERVICE__DESTINATION_PORT, null, msgs);
			msgs = basicSetDestinationPort(newDestinationPort, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__DESTINATION_PORT, newDestinationPort, newDestinationPort));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getIcmpType() {
		return icmpType;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setIcmpType(Integer newIcmpType) {
		Integer oldIcmpType = icmpType;
		icmpType = newIcmpType;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__ICMP_TYPE, oldIcmpType, icmpType));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getIcmpCode() {
		return icmpCode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setIcmpCode(Integer newIcmpCode) {
		Integer oldIcmpCode = icmpCode;
		icmpCode = newIcmpCode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__ICMP_CODE, oldIcmpCode, icmpCode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isIcmpNegated() {
		return icmpNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setIcmpNegated(boolean newIcmpNegated) {
		boolean oldIcmpNegated = icmpNegated;
		icmpNegated = newIcmpNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__ICMP_NEGATED, oldIcmpNegated, icmpNegated));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isEstablished() {
		return established;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setEstablished(boolean newEstablished) {
		boolean oldEstablished = established;
		established = newEstablished;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__ESTABLISHED, oldEstablished, established));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public TcpFlagTest getTcpFlags() {
		return tcpFlags;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTcpFlags(TcpFlagTest newTcpFlags) {
		TcpFlagTest oldTcpFlags = tcpFlags;
		tcpFlags = newTcpFlags;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__TCP_FLAGS, oldTcpFlags, tcpFlags));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isTcpFlagsNegated() {
		return tcpFlagsNegated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTcpFlagsNegated(boolean newTcpFlagsNegated) {
		boolean oldTcpFlagsNegated = tcpFlagsNegated;
		tcpFlagsNegated = newTcpFlagsNegated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.SERVICE__TCP_FLAGS_NEGATED, oldTcpFlagsNegated, tcpFlagsNegated));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.SERVICE__SOURCE_PORT:
				return basicSetSourcePort(null, msgs);
			case RulemodelPackage.SERVICE__DESTINATION_PORT:
				return basicSetDestinationPort(null, msgs);
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
			case RulemodelPackage.SERVICE__PROTOCOL:
				return getProtocol();
			case RulemodelPackage.SERVICE__SOURCE_PORT:
				return getSourcePort();
			case RulemodelPackage.SERVICE__DESTINATION_PORT:
				return getDestinationPort();
			case RulemodelPackage.SERVICE__ICMP_TYPE:
				return getIcmpType();
			case RulemodelPackage.SERVICE__ICMP_CODE:
				return getIcmpCode();
			case RulemodelPackage.SERVICE__ICMP_NEGATED:
				return isIcmpNegated();
			case RulemodelPackage.SERVICE__ESTABLISHED:
				return isEstablished();
			case RulemodelPackage.SERVICE__TCP_FLAGS:
				return getTcpFlags();
			case RulemodelPackage.SERVICE__TCP_FLAGS_NEGATED:
				return isTcpFlagsNegated();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case RulemodelPackage.SERVICE__PROTOCOL:
				setProtocol((Integer)newValue);
				return;
			case RulemodelPackage.SERVICE__SOURCE_PORT:
				setSourcePort((PortCondition)newValue);
				return;
			case RulemodelPackage.SERVICE__DESTINATION_PORT:
				setDestinationPort((PortCondition)newValue);
				return;
			case RulemodelPackage.SERVICE__ICMP_TYPE:
				setIcmpType((Integer)newValue);
				return;
			case RulemodelPackage.SERVICE__ICMP_CODE:
				setIcmpCode((Integer)newValue);
				return;
			case RulemodelPackage.SERVICE__ICMP_NEGATED:
				setIcmpNegated((Boolean)newValue);
				return;
			case RulemodelPackage.SERVICE__ESTABLISHED:
				setEstablished((Boolean)newValue);
				return;
			case RulemodelPackage.SERVICE__TCP_FLAGS:
				setTcpFlags((TcpFlagTest)newValue);
				return;
			case RulemodelPackage.SERVICE__TCP_FLAGS_NEGATED:
				setTcpFlagsNegated((Boolean)newValue);
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
			case RulemodelPackage.SERVICE__PROTOCOL:
				setProtocol(PROTOCOL_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__SOURCE_PORT:
				setSourcePort((PortCondition)null);
				return;
			case RulemodelPackage.SERVICE__DESTINATION_PORT:
				setDestinationPort((PortCondition)null);
				return;
			case RulemodelPackage.SERVICE__ICMP_TYPE:
				setIcmpType(ICMP_TYPE_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__ICMP_CODE:
				setIcmpCode(ICMP_CODE_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__ICMP_NEGATED:
				setIcmpNegated(ICMP_NEGATED_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__ESTABLISHED:
				setEstablished(ESTABLISHED_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__TCP_FLAGS:
				setTcpFlags(TCP_FLAGS_EDEFAULT);
				return;
			case RulemodelPackage.SERVICE__TCP_FLAGS_NEGATED:
				setTcpFlagsNegated(TCP_FLAGS_NEGATED_EDEFAULT);
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
			case RulemodelPackage.SERVICE__PROTOCOL:
				return PROTOCOL_EDEFAULT == null ? protocol != null : !PROTOCOL_EDEFAULT.equals(protocol);
			case RulemodelPackage.SERVICE__SOURCE_PORT:
				return sourcePort != null;
			case RulemodelPackage.SERVICE__DESTINATION_PORT:
				return destinationPort != null;
			case RulemodelPackage.SERVICE__ICMP_TYPE:
				return ICMP_TYPE_EDEFAULT == null ? icmpType != null : !ICMP_TYPE_EDEFAULT.equals(icmpType);
			case RulemodelPackage.SERVICE__ICMP_CODE:
				return ICMP_CODE_EDEFAULT == null ? icmpCode != null : !ICMP_CODE_EDEFAULT.equals(icmpCode);
			case RulemodelPackage.SERVICE__ICMP_NEGATED:
				return icmpNegated != ICMP_NEGATED_EDEFAULT;
			case RulemodelPackage.SERVICE__ESTABLISHED:
				return established != ESTABLISHED_EDEFAULT;
			case RulemodelPackage.SERVICE__TCP_FLAGS:
				return TCP_FLAGS_EDEFAULT == null ? tcpFlags != null : !TCP_FLAGS_EDEFAULT.equals(tcpFlags);
			case RulemodelPackage.SERVICE__TCP_FLAGS_NEGATED:
				return tcpFlagsNegated != TCP_FLAGS_NEGATED_EDEFAULT;
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
		result.append(" (protocol: ");
		result.append(protocol);
		result.append(", icmpType: ");
		result.append(icmpType);
		result.append(", icmpCode: ");
		result.append(icmpCode);
		result.append(", icmpNegated: ");
		result.append(icmpNegated);
		result.append(", established: ");
		result.append(established);
		result.append(", tcpFlags: ");
		result.append(tcpFlags);
		result.append(", tcpFlagsNegated: ");
		result.append(tcpFlagsNegated);
		result.append(')');
		return result.toString();
	}

} //ServiceImpl
