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

import org.eclipse.emf.ecore.util.EDataTypeEList;

import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Rule</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getName <em>Name</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#isEnabled <em>Enabled</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getNumber <em>Number</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getRemarks <em>Remarks</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getRemarkNumbers <em>Remark Numbers</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getLog <em>Log</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getMatch <em>Match</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getAction <em>Action</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#isUnderReview <em>Under Review</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getPackets <em>Packets</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getBytes <em>Bytes</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RuleImpl#getOpaque <em>Opaque</em>}</li>
 * </ul>
 *
 * @generated
 */
public class RuleImpl extends ElementImpl implements Rule {
	/**
	 * The default value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected static final String NAME_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected String name = NAME_EDEFAULT;

	/**
	 * The default value of the '{@link #isEnabled() <em>Enabled</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isEnabled()
	 * @generated
	 * @ordered
	 */
	protected static final boolean ENABLED_EDEFAULT = true;

	/**
	 * The cached value of the '{@link #isEnabled() <em>Enabled</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isEnabled()
	 * @generated
	 * @ordered
	 */
	protected boolean enabled = ENABLED_EDEFAULT;

	/**
	 * The default value of the '{@link #getNumber() <em>Number</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumber()
	 * @generated
	 * @ordered
	 */
	protected static final int NUMBER_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getNumber() <em>Number</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumber()
	 * @generated
	 * @ordered
	 */
	protected int number = NUMBER_EDEFAULT;

	/**
	 * The cached value of the '{@link #getRemarks() <em>Remarks</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRemarks()
	 * @generated
	 * @ordered
	 */
	protected EList<String> remarks;

	/**
	 * The cached value of the '{@link #getRemarkNumbers() <em>Remark Numbers</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRemarkNumbers()
	 * @generated
	 * @ordered
	 */
	protected EList<Integer> remarkNumbers;

	/**
	 * The default value of the '{@link #getLog() <em>Log</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLog()
	 * @generated
	 * @ordered
	 */
	protected static final LogMode LOG_EDEFAULT = LogMode.NONE;

	/**
	 * The cached value of the '{@link #getLog() <em>Log</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLog()
	 * @generated
	 * @ordered
	 */
	protected LogMode log = LOG_EDEFAULT;

	/**
	 * The cached value of the '{@link #getMatch() <em>Match</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMatch()
	 * @generated
	 * @ordered
	 */
	protected Match match;

	/**
	 * The cached value of the '{@link #getAction() <em>Action</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAction()
	 * @generated
	 * @ordered
	 */
	protected Action action;

	/**
	 * The default value of the '{@link #isUnderReview() <em>Under Review</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isUnderReview()
	 * @generated
	 * @ordered
	 */
	protected static final boolean UNDER_REVIEW_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isUnderReview() <em>Under Review</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isUnderReview()
	 * @generated
	 * @ordered
	 */
	protected boolean underReview = UNDER_REVIEW_EDEFAULT;

	/**
	 * The default value of the '{@link #getPackets() <em>Packets</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPackets()
	 * @generated
	 * @ordered
	 */
	protected static final Long PACKETS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getPackets() <em>Packets</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPackets()
	 * @generated
	 * @ordered
	 */
	protected Long packets = PACKETS_EDEFAULT;

	/**
	 * The default value of the '{@link #getBytes() <em>Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBytes()
	 * @generated
	 * @ordered
	 */
	protected static final Long BYTES_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getBytes() <em>Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBytes()
	 * @generated
	 * @ordered
	 */
	protected Long bytes = BYTES_EDEFAULT;

	/**
	 * The cached value of the '{@link #getOpaque() <em>Opaque</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOpaque()
	 * @generated
	 * @ordered
	 */
	protected OpaqueText opaque;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected RuleImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.RULE;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getName() {
		return name;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setName(String newName) {
		String oldName = name;
		name = newName;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isEnabled() {
		return enabled;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setEnabled(boolean newEnabled) {
		boolean oldEnabled = enabled;
		enabled = newEnabled;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__ENABLED, oldEnabled, enabled));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getNumber() {
		return number;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setNumber(int newNumber) {
		int oldNumber = number;
		number = newNumber;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__NUMBER, oldNumber, number));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<String> getRemarks() {
		if (remarks == null) {
			remarks = new EDataTypeEList<String>(String.class, this, RulemodelPackage.RULE__REMARKS);
		}
		return remarks;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Integer> getRemarkNumbers() {
		if (remarkNumbers == null) {
			remarkNumbers = new EDataTypeEList<Integer>(Integer.class, this, RulemodelPackage.RULE__REMARK_NUMBERS);
		}
		return remarkNumbers;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LogMode getLog() {
		return log;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLog(LogMode newLog) {
		LogMode oldLog = log;
		log = newLog == null ? LOG_EDEFAULT : newLog;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__LOG, oldLog, log));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Match getMatch() {
		return match;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetMatch(Match newMatch, NotificationChain msgs) {
		Match oldMatch = match;
		match = newMatch;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__MATCH, oldMatch, newMatch);
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
	public void setMatch(Match newMatch) {
		if (newMatch != match) {
			NotificationChain msgs = null;
			if (match != null)
				msgs = ((InternalEObject)match).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__MATCH, null, msgs);
			if (newMatch != null)
				msgs = ((InternalEObject)newMatch).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__MATCH, null, msgs);
			msgs = basicSetMatch(newMatch, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__MATCH, newMatch, newMatch));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Action getAction() {
		return action;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetAction(Action newAction, NotificationChain msgs) {
		Action oldAction = action;
		action = newAction;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__ACTION, oldAction, newAction);
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
	public void setAction(Action newAction) {
		if (newAction != action) {
			NotificationChain msgs = null;
			if (action != null)
				msgs = ((InternalEObject)action).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__ACTION, null, msgs);
			if (newAction != null)
				msgs = ((InternalEObject)newAction).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__ACTION, null, msgs);
			msgs = basicSetAction(newAction, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__ACTION, newAction, newAction));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isUnderReview() {
		return underReview;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUnderReview(boolean newUnderReview) {
		boolean oldUnderReview = underReview;
		underReview = newUnderReview;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__UNDER_REVIEW, oldUnderReview, underReview));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Long getPackets() {
		return packets;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPackets(Long newPackets) {
		Long oldPackets = packets;
		packets = newPackets;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__PACKETS, oldPackets, packets));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Long getBytes() {
		return bytes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setBytes(Long newBytes) {
		Long oldBytes = bytes;
		bytes = newBytes;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__BYTES, oldBytes, bytes));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public OpaqueText getOpaque() {
		return opaque;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetOpaque(OpaqueText newOpaque, NotificationChain msgs) {
		OpaqueText oldOpaque = opaque;
		opaque = newOpaque;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__OPAQUE, oldOpaque, newOpaque);
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
	public void setOpaque(OpaqueText newOpaque) {
		if (newOpaque != opaque) {
			NotificationChain msgs = null;
			if (opaque != null)
				msgs = ((InternalEObject)opaque).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__OPAQUE, null, msgs);
			if (newOpaque != null)
				msgs = ((InternalEObject)newOpaque).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.RULE__OPAQUE, null, msgs);
			msgs = basicSetOpaque(newOpaque, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RULE__OPAQUE, newOpaque, newOpaque));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.RULE__MATCH:
				return basicSetMatch(null, msgs);
			case RulemodelPackage.RULE__ACTION:
				return basicSetAction(null, msgs);
			case RulemodelPackage.RULE__OPAQUE:
				return basicSetOpaque(null, msgs);
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
			case RulemodelPackage.RULE__NAME:
				return getName();
			case RulemodelPackage.RULE__ENABLED:
				return isEnabled();
			case RulemodelPackage.RULE__NUMBER:
				return getNumber();
			case RulemodelPackage.RULE__REMARKS:
				return getRemarks();
			case RulemodelPackage.RULE__REMARK_NUMBERS:
				return getRemarkNumbers();
			case RulemodelPackage.RULE__LOG:
				return getLog();
			case RulemodelPackage.RULE__MATCH:
				return getMatch();
			case RulemodelPackage.RULE__ACTION:
				return getAction();
			case RulemodelPackage.RULE__UNDER_REVIEW:
				return isUnderReview();
			case RulemodelPackage.RULE__PACKETS:
				return getPackets();
			case RulemodelPackage.RULE__BYTES:
				return getBytes();
			case RulemodelPackage.RULE__OPAQUE:
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
			case RulemodelPackage.RULE__NAME:
				setName((String)newValue);
				return;
			case RulemodelPackage.RULE__ENABLED:
				setEnabled((Boolean)newValue);
				return;
			case RulemodelPackage.RULE__NUMBER:
				setNumber((Integer)newValue);
				return;
			case RulemodelPackage.RULE__REMARKS:
				getRemarks().clear();
				getRemarks().addAll((Collection<? extends String>)newValue);
				return;
			case RulemodelPackage.RULE__REMARK_NUMBERS:
				getRemarkNumbers().clear();
				getRemarkNumbers().addAll((Collection<? extends Integer>)newValue);
				return;
			case RulemodelPackage.RULE__LOG:
				setLog((LogMode)newValue);
				return;
			case RulemodelPackage.RULE__MATCH:
				setMatch((Match)newValue);
				return;
			case RulemodelPackage.RULE__ACTION:
				setAction((Action)newValue);
				return;
			case RulemodelPackage.RULE__UNDER_REVIEW:
				setUnderReview((Boolean)newValue);
				return;
			case RulemodelPackage.RULE__PACKETS:
				setPackets((Long)newValue);
				return;
			case RulemodelPackage.RULE__BYTES:
				setBytes((Long)newValue);
				return;
			case RulemodelPackage.RULE__OPAQUE:
				setOpaque((OpaqueText)newValue);
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
			case RulemodelPackage.RULE__NAME:
				setName(NAME_EDEFAULT);
				return;
			case RulemodelPackage.RULE__ENABLED:
				setEnabled(ENABLED_EDEFAULT);
				return;
			case RulemodelPackage.RULE__NUMBER:
				setNumber(NUMBER_EDEFAULT);
				return;
			case RulemodelPackage.RULE__REMARKS:
				getRemarks().clear();
				return;
			case RulemodelPackage.RULE__REMARK_NUMBERS:
				getRemarkNumbers().clear();
				return;
			case RulemodelPackage.RULE__LOG:
				setLog(LOG_EDEFAULT);
				return;
			case RulemodelPackage.RULE__MATCH:
				setMatch((Match)null);
				return;
			case RulemodelPackage.RULE__ACTION:
				setAction((Action)null);
				return;
			case RulemodelPackage.RULE__UNDER_REVIEW:
				setUnderReview(UNDER_REVIEW_EDEFAULT);
				return;
			case RulemodelPackage.RULE__PACKETS:
				setPackets(PACKETS_EDEFAULT);
				return;
			case RulemodelPackage.RULE__BYTES:
				setBytes(BYTES_EDEFAULT);
				return;
			case RulemodelPackage.RULE__OPAQUE:
				setOpaque((OpaqueText)null);
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
			case RulemodelPackage.RULE__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case RulemodelPackage.RULE__ENABLED:
				return enabled != ENABLED_EDEFAULT;
			case RulemodelPackage.RULE__NUMBER:
				return number != NUMBER_EDEFAULT;
			case RulemodelPackage.RULE__REMARKS:
				return remarks != null && !remarks.isEmpty();
			case RulemodelPackage.RULE__REMARK_NUMBERS:
				return remarkNumbers != null && !remarkNumbers.isEmpty();
			case RulemodelPackage.RULE__LOG:
				return log != LOG_EDEFAULT;
			case RulemodelPackage.RULE__MATCH:
				return match != null;
			case RulemodelPackage.RULE__ACTION:
				return action != null;
			case RulemodelPackage.RULE__UNDER_REVIEW:
				return underReview != UNDER_REVIEW_EDEFAULT;
			case RulemodelPackage.RULE__PACKETS:
				return PACKETS_EDEFAULT == null ? packets != null : !PACKETS_EDEFAULT.equals(packets);
			case RulemodelPackage.RULE__BYTES:
				return BYTES_EDEFAULT == null ? bytes != null : !BYTES_EDEFAULT.equals(bytes);
			case RulemodelPackage.RULE__OPAQUE:
				return opaque != null;
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
		result.append(" (name: ");
		result.append(name);
		result.append(", enabled: ");
		result.append(enabled);
		result.append(", number: ");
		result.append(number);
		result.append(", remarks: ");
		result.append(remarks);
		result.append(", remarkNumbers: ");
		result.append(remarkNumbers);
		result.append(", log: ");
		result.append(log);
		result.append(", underReview: ");
		result.append(underReview);
		result.append(", packets: ");
		result.append(packets);
		result.append(", bytes: ");
		result.append(bytes);
		result.append(')');
		return result.toString();
	}

} //RuleImpl
