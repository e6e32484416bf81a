/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Rate Limit</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.RateLimitImpl#getCount <em>Count</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RateLimitImpl#getUnit <em>Unit</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RateLimitImpl#getBurst <em>Burst</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RateLimitImpl#getPer <em>Per</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.RateLimitImpl#isOver <em>Over</em>}</li>
 * </ul>
 *
 * @generated
 */
public class RateLimitImpl extends MinimalEObjectImpl.Container implements RateLimit {
	/**
	 * The default value of the '{@link #getCount() <em>Count</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCount()
	 * @generated
	 * @ordered
	 */
	protected static final int COUNT_EDEFAULT = 1;

	/**
	 * The cached value of the '{@link #getCount() <em>Count</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCount()
	 * @generated
	 * @ordered
	 */
	protected int count = COUNT_EDEFAULT;

	/**
	 * The default value of the '{@link #getUnit() <em>Unit</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUnit()
	 * @generated
	 * @ordered
	 */
	protected static final RateUnit UNIT_EDEFAULT = RateUnit.SECOND;

	/**
	 * The cached value of the '{@link #getUnit() <em>Unit</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUnit()
	 * @generated
	 * @ordered
	 */
	protected RateUnit unit = UNIT_EDEFAULT;

	/**
	 * The default value of the '{@link #getBurst() <em>Burst</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBurst()
	 * @generated
	 * @ordered
	 */
	protected static final int BURST_EDEFAULT = 5;

	/**
	 * The cached value of the '{@link #getBurst() <em>Burst</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBurst()
	 * @generated
	 * @ordered
	 */
	protected int burst = BURST_EDEFAULT;

	/**
	 * The default value of the '{@link #getPer() <em>Per</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPer()
	 * @generated
	 * @ordered
	 */
	protected static final RateKey PER_EDEFAULT = RateKey.RULE;

	/**
	 * The cached value of the '{@link #getPer() <em>Per</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPer()
	 * @generated
	 * @ordered
	 */
	protected RateKey per = PER_EDEFAULT;

	/**
	 * The default value of the '{@link #isOver() <em>Over</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isOver()
	 * @generated
	 * @ordered
	 */
	protected static final boolean OVER_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isOver() <em>Over</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isOver()
	 * @generated
	 * @ordered
	 */
	protected boolean over = OVER_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected RateLimitImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.RATE_LIMIT;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getCount() {
		return count;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCount(int newCount) {
		int oldCount = count;
		count = newCount;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RATE_LIMIT__COUNT, oldCount, count));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public RateUnit getUnit() {
		return unit;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUnit(RateUnit newUnit) {
		RateUnit oldUnit = unit;
		unit = newUnit == null ? UNIT_EDEFAULT : newUnit;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RATE_LIMIT__UNIT, oldUnit, unit));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getBurst() {
		return burst;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setBurst(int newBurst) {
		int oldBurst = burst;
		burst = newBurst;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RATE_LIMIT__BURST, oldBurst, burst));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public RateKey getPer() {
		return per;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPer(RateKey newPer) {
		RateKey oldPer = per;
		per = newPer == null ? PER_EDEFAULT : newPer;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RATE_LIMIT__PER, oldPer, per));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isOver() {
		return over;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setOver(boolean newOver) {
		boolean oldOver = over;
		over = newOver;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.RATE_LIMIT__OVER, oldOver, over));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case RulemodelPackage.RATE_LIMIT__COUNT:
				return getCount();
			case RulemodelPackage.RATE_LIMIT__UNIT:
				return getUnit();
			case RulemodelPackage.RATE_LIMIT__BURST:
				return getBurst();
			case RulemodelPackage.RATE_LIMIT__PER:
				return getPer();
			case RulemodelPackage.RATE_LIMIT__OVER:
				return isOver();
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
			case RulemodelPackage.RATE_LIMIT__COUNT:
				setCount((Integer)newValue);
				return;
			case RulemodelPackage.RATE_LIMIT__UNIT:
				setUnit((RateUnit)newValue);
				return;
			case RulemodelPackage.RATE_LIMIT__BURST:
				setBurst((Integer)newValue);
				return;
			case RulemodelPackage.RATE_LIMIT__PER:
				setPer((RateKey)newValue);
				return;
			case RulemodelPackage.RATE_LIMIT__OVER:
				setOver((Boolean)newValue);
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
			case RulemodelPackage.RATE_LIMIT__COUNT:
				setCount(COUNT_EDEFAULT);
				return;
			case RulemodelPackage.RATE_LIMIT__UNIT:
				setUnit(UNIT_EDEFAULT);
				return;
			case RulemodelPackage.RATE_LIMIT__BURST:
				setBurst(BURST_EDEFAULT);
				return;
			case RulemodelPackage.RATE_LIMIT__PER:
				setPer(PER_EDEFAULT);
				return;
			case RulemodelPackage.RATE_LIMIT__OVER:
				setOver(OVER_EDEFAULT);
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
			case RulemodelPackage.RATE_LIMIT__COUNT:
				return count != COUNT_EDEFAULT;
			case RulemodelPackage.RATE_LIMIT__UNIT:
				return unit != UNIT_EDEFAULT;
			case RulemodelPackage.RATE_LIMIT__BURST:
				return burst != BURST_EDEFAULT;
			case RulemodelPackage.RATE_LIMIT__PER:
				return per != PER_EDEFAULT;
			case RulemodelPackage.RATE_LIMIT__OVER:
				return over != OVER_EDEFAULT;
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
		result.append(" (count: ");
		result.append(count);
		result.append(", unit: ");
		result.append(unit);
		result.append(", burst: ");
		result.append(burst);
		result.append(", per: ");
		result.append(per);
		result.append(", over: ");
		result.append(over);
		result.append(')');
		return result.toString();
	}

} //RateLimitImpl
