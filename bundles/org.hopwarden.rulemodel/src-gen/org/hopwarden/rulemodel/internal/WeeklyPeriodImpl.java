/**
 */
package org.hopwarden.rulemodel.internal;

import java.time.LocalTime;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EDataTypeUniqueEList;

import org.hopwarden.rulemodel.RulemodelPackage;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Weekly Period</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl#getDays <em>Days</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl#getFrom <em>From</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl#getTo <em>To</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl#getDaysLater <em>Days Later</em>}</li>
 * </ul>
 *
 * @generated
 */
public class WeeklyPeriodImpl extends MinimalEObjectImpl.Container implements WeeklyPeriod {
	/**
	 * The cached value of the '{@link #getDays() <em>Days</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDays()
	 * @generated
	 * @ordered
	 */
	protected EList<Weekday> days;

	/**
	 * The default value of the '{@link #getFrom() <em>From</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFrom()
	 * @generated
	 * @ordered
	 */
	protected static final LocalTime FROM_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getFrom() <em>From</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFrom()
	 * @generated
	 * @ordered
	 */
	protected LocalTime from = FROM_EDEFAULT;

	/**
	 * The default value of the '{@link #getTo() <em>To</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTo()
	 * @generated
	 * @ordered
	 */
	protected static final LocalTime TO_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getTo() <em>To</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTo()
	 * @generated
	 * @ordered
	 */
	protected LocalTime to = TO_EDEFAULT;

	/**
	 * The default value of the '{@link #getDaysLater() <em>Days Later</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDaysLater()
	 * @generated
	 * @ordered
	 */
	protected static final int DAYS_LATER_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getDaysLater() <em>Days Later</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDaysLater()
	 * @generated
	 * @ordered
	 */
	protected int daysLater = DAYS_LATER_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected WeeklyPeriodImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.WEEKLY_PERIOD;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Weekday> getDays() {
		if (days == null) {
			days = new EDataTypeUniqueEList<Weekday>(Weekday.class, this, RulemodelPackage.WEEKLY_PERIOD__DAYS);
		}
		return days;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LocalTime getFrom() {
		return from;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFrom(LocalTime newFrom) {
		LocalTime oldFrom = from;
		from = newFrom;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.WEEKLY_PERIOD__FROM, oldFrom, from));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LocalTime getTo() {
		return to;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTo(LocalTime newTo) {
		LocalTime oldTo = to;
		to = newTo;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.WEEKLY_PERIOD__TO, oldTo, to));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getDaysLater() {
		return daysLater;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDaysLater(int newDaysLater) {
		int oldDaysLater = daysLater;
		daysLater = newDaysLater;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, RulemodelPackage.WEEKLY_PERIOD__DAYS_LATER, oldDaysLater, daysLater));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case RulemodelPackage.WEEKLY_PERIOD__DAYS:
				return getDays();
			case RulemodelPackage.WEEKLY_PERIOD__FROM:
				return getFrom();
			case RulemodelPackage.WEEKLY_PERIOD__TO:
				return getTo();
			case RulemodelPackage.WEEKLY_PERIOD__DAYS_LATER:
				return getDaysLater();
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
			case RulemodelPackage.WEEKLY_PERIOD__DAYS:
				getDays().clear();
				getDays().addAll((Collection<? extends Weekday>)newValue);
				return;
			case RulemodelPackage.WEEKLY_PERIOD__FROM:
				setFrom((LocalTime)newValue);
				return;
			case RulemodelPackage.WEEKLY_PERIOD__TO:
				setTo((LocalTime)newValue);
				return;
			case RulemodelPackage.WEEKLY_PERIOD__DAYS_LATER:
				setDaysLater((Integer)newValue);
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
			case RulemodelPackage.WEEKLY_PERIOD__DAYS:
				getDays().clear();
				return;
			case RulemodelPackage.WEEKLY_PERIOD__FROM:
				setFrom(FROM_EDEFAULT);
				return;
			case RulemodelPackage.WEEKLY_PERIOD__TO:
				setTo(TO_EDEFAULT);
				return;
			case RulemodelPackage.WEEKLY_PERIOD__DAYS_LATER:
				setDaysLater(DAYS_LATER_EDEFAULT);
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
			case RulemodelPackage.WEEKLY_PERIOD__DAYS:
				return days != null && !days.isEmpty();
			case RulemodelPackage.WEEKLY_PERIOD__FROM:
				return FROM_EDEFAULT == null ? from != null : !FROM_EDEFAULT.equals(from);
			case RulemodelPackage.WEEKLY_PERIOD__TO:
				return TO_EDEFAULT == null ? to != null : !TO_EDEFAULT.equals(to);
			case RulemodelPackage.WEEKLY_PERIOD__DAYS_LATER:
				return daysLater != DAYS_LATER_EDEFAULT;
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
		result.append(" (days: ");
		result.append(days);
		result.append(", from: ");
		result.append(from);
		result.append(", to: ");
		result.append(to);
		result.append(", daysLater: ");
		result.append(daysLater);
		result.append(')');
		return result.toString();
	}

} //WeeklyPeriodImpl
