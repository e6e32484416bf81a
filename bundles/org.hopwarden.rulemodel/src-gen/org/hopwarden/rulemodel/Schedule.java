/**
 */
package org.hopwarden.rulemodel;

import java.time.LocalDateTime;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Schedule</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A named time: within its absolute bounds, and within at least one of its periods where it has any.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Schedule#getStart <em>Start</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Schedule#getEnd <em>End</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Schedule#getPeriods <em>Periods</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getSchedule()
 * @model
 * @generated
 */
public interface Schedule extends NamedElement {
	/**
	 * Returns the value of the '<em><b>Start</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Local time from which it holds; absent is from ever.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Start</em>' attribute.
	 * @see #setStart(LocalDateTime)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getSchedule_Start()
	 * @model dataType="org.hopwarden.rulemodel.LocalDateTime"
	 * @generated
	 */
	LocalDateTime getStart();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Schedule#getStart <em>Start</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Start</em>' attribute.
	 * @see #getStart()
	 * @generated
	 */
	void setStart(LocalDateTime value);

	/**
	 * Returns the value of the '<em><b>End</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Local time up to which it holds, itself not included; absent is for ever.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>End</em>' attribute.
	 * @see #setEnd(LocalDateTime)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getSchedule_End()
	 * @model dataType="org.hopwarden.rulemodel.LocalDateTime"
	 * @generated
	 */
	LocalDateTime getEnd();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Schedule#getEnd <em>End</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>End</em>' attribute.
	 * @see #getEnd()
	 * @generated
	 */
	void setEnd(LocalDateTime value);

	/**
	 * Returns the value of the '<em><b>Periods</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.WeeklyPeriod}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Times of the week; none is always.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Periods</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getSchedule_Periods()
	 * @model containment="true"
	 * @generated
	 */
	EList<WeeklyPeriod> getPeriods();

} // Schedule
