/**
 */
package org.hopwarden.rulemodel;

import java.time.LocalTime;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Weekly Period</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * On each of the days from a time to a time, or from a time of the day to a time of another day.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.WeeklyPeriod#getDays <em>Days</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.WeeklyPeriod#getFrom <em>From</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.WeeklyPeriod#getTo <em>To</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.WeeklyPeriod#getDaysLater <em>Days Later</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getWeeklyPeriod()
 * @model
 * @generated
 */
public interface WeeklyPeriod extends EObject {
	/**
	 * Returns the value of the '<em><b>Days</b></em>' attribute list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Weekday}.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.Weekday}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The days on which it begins.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Days</em>' attribute list.
	 * @see org.hopwarden.rulemodel.Weekday
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getWeeklyPeriod_Days()
	 * @model
	 * @generated
	 */
	EList<Weekday> getDays();

	/**
	 * Returns the value of the '<em><b>From</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Local time of its beginning.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>From</em>' attribute.
	 * @see #setFrom(LocalTime)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getWeeklyPeriod_From()
	 * @model dataType="org.hopwarden.rulemodel.LocalTime" required="true"
	 * @generated
	 */
	LocalTime getFrom();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.WeeklyPeriod#getFrom <em>From</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>From</em>' attribute.
	 * @see #getFrom()
	 * @generated
	 */
	void setFrom(LocalTime value);

	/**
	 * Returns the value of the '<em><b>To</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Local time of its end, itself not included.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>To</em>' attribute.
	 * @see #setTo(LocalTime)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getWeeklyPeriod_To()
	 * @model dataType="org.hopwarden.rulemodel.LocalTime" required="true"
	 * @generated
	 */
	LocalTime getTo();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.WeeklyPeriod#getTo <em>To</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>To</em>' attribute.
	 * @see #getTo()
	 * @generated
	 */
	void setTo(LocalTime value);

	/**
	 * Returns the value of the '<em><b>Days Later</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How many days behind the day of its beginning the end lies, 0 to 6.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Days Later</em>' attribute.
	 * @see #setDaysLater(int)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getWeeklyPeriod_DaysLater()
	 * @model
	 * @generated
	 */
	int getDaysLater();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.WeeklyPeriod#getDaysLater <em>Days Later</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Days Later</em>' attribute.
	 * @see #getDaysLater()
	 * @generated
	 */
	void setDaysLater(int value);

} // WeeklyPeriod
