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
import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.EObjectEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainDialect;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Chain</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getIpVersion <em>Ip Version</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getEnd <em>End</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getBindings <em>Bindings</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getScope <em>Scope</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getFragmentReading <em>Fragment Reading</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getDialect <em>Dialect</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getRules <em>Rules</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.ChainImpl#getEndRemarks <em>End Remarks</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ChainImpl extends NamedElementImpl implements Chain {
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
	 * The default value of the '{@link #getEnd() <em>End</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getEnd()
	 * @generated
	 * @ordered
	 */
	protected static final ChainEnd END_EDEFAULT = ChainEnd.DENY;

	/**
	 * The cached value of the '{@link #getEnd() <em>End</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getEnd()
	 * @generated
	 * @ordered
	 */
	protected ChainEnd end = END_EDEFAULT;

	/**
	 * The cached value of the '{@link #getBindings() <em>Bindings</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBindings()
	 * @generated
	 * @ordered
	 */
	protected EList<Binding> bindings;

	/**
	 * The default value of the '{@link #getScope() <em>Scope</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getScope()
	 * @generated
	 * @ordered
	 */
	protected static final ChainScope SCOPE_EDEFAULT = ChainScope.GLOBAL;

	/**
	 * The cached value of the '{@link #getScope() <em>Scope</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getScope()
	 * @generated
	 * @ordered
	 */
	protected ChainScope scope = SCOPE_EDEFAULT;

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
	 * The default value of the '{@link #getFragmentReading() <em>Fragment Reading</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFragmentReading()
	 * @generated
	 * @ordered
	 */
	protected static final FragmentReading FRAGMENT_READING_EDEFAULT = FragmentReading.ALLOWED;

	/**
	 * The cached value of the '{@link #getFragmentReading() <em>Fragment Reading</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFragmentReading()
	 * @generated
	 * @ordered
	 */
	protected FragmentReading fragmentReading = FRAGMENT_READING_EDEFAULT;

	/**
	 * The cached value of the '{@link #getDialect() <em>Dialect</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDialect()
	 * @generated
	 * @ordered
	 */
	protected ChainDialect dialect;

	/**
	 * The cached value of the '{@link #getRules() <em>Rules</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRules()
	 * @generated
	 * @ordered
	 */
	protected EList<Rule> rules;

	/**
	 * The cached value of the '{@link #getEndRemarks() <em>End Remarks</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getEndRemarks()
	 * @generated
	 * @ordered
	 */
	protected EList<String> endRemarks;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ChainImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.CHAIN;
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
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__IP_VERSION, oldIpVersion, ipVersion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ChainEnd getEnd() {
		return end;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setEnd(ChainEnd newEnd) {
		ChainEnd oldEnd = end;
		end = newEnd == null ? END_EDEFAULT : newEnd;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__END, oldEnd, end));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Binding> getBindings() {
		if (bindings == null) {
			bindings = new EObjectContainmentEList<Binding>(Binding.class, this, RulemodelPackage.CHAIN__BINDINGS);
		}
		return bindings;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ChainScope getScope() {
		return scope;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setScope(ChainScope newScope) {
		ChainScope oldScope = scope;
		scope = newScope == null ? SCOPE_EDEFAULT : newScope;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__SCOPE, oldScope, scope));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Application> getApplications() {
		if (applications == null) {
			applications = new EObjectEList<Application>(Application.class, this, RulemodelPackage.CHAIN__APPLICATIONS);
		}
		return applications;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public FragmentReading getFragmentReading() {
		return fragmentReading;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFragmentReading(FragmentReading newFragmentReading) {
		FragmentReading oldFragmentReading = fragmentReading;
		fragmentReading = newFragmentReading == null ? FRAGMENT_READING_EDEFAULT : newFragmentReading;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__FRAGMENT_READING, oldFragmentReading, fragmentReading));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ChainDialect getDialect() {
		return dialect;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetDialect(ChainDialect newDialect, NotificationChain msgs) {
		ChainDialect oldDialect = dialect;
		dialect = newDialect;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__DIALECT, oldDialect, newDialect);
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
	public void setDialect(ChainDialect newDialect) {
		if (newDialect != dialect) {
			NotificationChain msgs = null;
			if (dialect != null)
				msgs = ((InternalEObject)dialect).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.CHAIN__DIALECT, null, msgs);
			if (newDialect != null)
				msgs = ((InternalEObject)newDialect).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - RulemodelPackage.CHAIN__DIALECT, null, msgs);
			msgs = basicSetDialect(newDialect, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.CHAIN__DIALECT, newDialect, newDialect));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Rule> getRules() {
		if (rules == null) {
			rules = new EObjectContainmentEList<Rule>(Rule.class, this, RulemodelPackage.CHAIN__RULES);
		}
		return rules;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<String> getEndRemarks() {
		if (endRemarks == null) {
			endRemarks = new EDataTypeEList<String>(String.class, this, RulemodelPackage.CHAIN__END_REMARKS);
		}
		return endRemarks;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case RulemodelPackage.CHAIN__BINDINGS:
				return ((InternalEList<?>)getBindings()).basicRemove(otherEnd, msgs);
			case RulemodelPackage.CHAIN__DIALECT:
				return basicSetDialect(null, msgs);
			case RulemodelPackage.CHAIN__RULES:
				return ((InternalEList<?>)getRules()).basicRemove(otherEnd, msgs);
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
			case RulemodelPackage.CHAIN__IP_VERSION:
				return getIpVersion();
			case RulemodelPackage.CHAIN__END:
				return getEnd();
			case RulemodelPackage.CHAIN__BINDINGS:
				return getBindings();
			case RulemodelPackage.CHAIN__SCOPE:
				return getScope();
			case RulemodelPackage.CHAIN__APPLICATIONS:
				return getApplications();
			case RulemodelPackage.CHAIN__FRAGMENT_READING:
				return getFragmentReading();
			case RulemodelPackage.CHAIN__DIALECT:
				return getDialect();
			case RulemodelPackage.CHAIN__RULES:
				return getRules();
			case RulemodelPackage.CHAIN__END_REMARKS:
				return getEndRemarks();
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
			case RulemodelPackage.CHAIN__IP_VERSION:
				setIpVersion((IpFamily)newValue);
				return;
			case RulemodelPackage.CHAIN__END:
				setEnd((ChainEnd)newValue);
				return;
			case RulemodelPackage.CHAIN__BINDINGS:
				getBindings().clear();
				getBindings().addAll((Collection<? extends Binding>)newValue);
				return;
			case RulemodelPackage.CHAIN__SCOPE:
				setScope((ChainScope)newValue);
				return;
			case RulemodelPackage.CHAIN__APPLICATIONS:
				getApplications().clear();
				getApplications().addAll((Collection<? extends Application>)newValue);
				return;
			case RulemodelPackage.CHAIN__FRAGMENT_READING:
				setFragmentReading((FragmentReading)newValue);
				return;
			case RulemodelPackage.CHAIN__DIALECT:
				setDialect((ChainDialect)newValue);
				return;
			case RulemodelPackage.CHAIN__RULES:
				getRules().clear();
				getRules().addAll((Collection<? extends Rule>)newValue);
				return;
			case RulemodelPackage.CHAIN__END_REMARKS:
				getEndRemarks().clear();
				getEndRemarks().addAll((Collection<? extends String>)newValue);
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
			case RulemodelPackage.CHAIN__IP_VERSION:
				setIpVersion(IP_VERSION_EDEFAULT);
				return;
			case RulemodelPackage.CHAIN__END:
				setEnd(END_EDEFAULT);
				return;
			case RulemodelPackage.CHAIN__BINDINGS:
				getBindings().clear();
				return;
			case RulemodelPackage.CHAIN__SCOPE:
				setScope(SCOPE_EDEFAULT);
				return;
			case RulemodelPackage.CHAIN__APPLICATIONS:
				getApplications().clear();
				return;
			case RulemodelPackage.CHAIN__FRAGMENT_READING:
				setFragmentReading(FRAGMENT_READING_EDEFAULT);
				return;
			case RulemodelPackage.CHAIN__DIALECT:
				setDialect((ChainDialect)null);
				return;
			case RulemodelPackage.CHAIN__RULES:
				getRules().clear();
				return;
			case RulemodelPackage.CHAIN__END_REMARKS:
				getEndRemarks().clear();
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
			case RulemodelPackage.CHAIN__IP_VERSION:
				return ipVersion != IP_VERSION_EDEFAULT;
			case RulemodelPackage.CHAIN__END:
				return end != END_EDEFAULT;
			case RulemodelPackage.CHAIN__BINDINGS:
				return bindings != null && !bindings.isEmpty();
			case RulemodelPackage.CHAIN__SCOPE:
				return scope != SCOPE_EDEFAULT;
			case RulemodelPackage.CHAIN__APPLICATIONS:
				return applications != null && !applications.isEmpty();
			case RulemodelPackage.CHAIN__FRAGMENT_READING:
				return fragmentReading != FRAGMENT_READING_EDEFAULT;
			case RulemodelPackage.CHAIN__DIALECT:
				return dialect != null;
			case RulemodelPackage.CHAIN__RULES:
				return rules != null && !rules.isEmpty();
			case RulemodelPackage.CHAIN__END_REMARKS:
				return endRemarks != null && !endRemarks.isEmpty();
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
		result.append(", end: ");
		result.append(end);
		result.append(", scope: ");
		result.append(scope);
		result.append(", fragmentReading: ");
		result.append(fragmentReading);
		result.append(", endRemarks: ");
		result.append(endRemarks);
		result.append(')');
		return result.toString();
	}

} //ChainImpl
