/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Rate Limit</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A token bucket: it holds burst packets at the start, each packet takes one, and they come back at the rate. A packet that finds none exceeds the rate.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.RateLimit#getCount <em>Count</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.RateLimit#getUnit <em>Unit</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.RateLimit#getBurst <em>Burst</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.RateLimit#getPer <em>Per</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.RateLimit#isOver <em>Over</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit()
 * @model
 * @generated
 */
public interface RateLimit extends EObject {
	/**
	 * Returns the value of the '<em><b>Count</b></em>' attribute.
	 * The default value is <code>"1"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How many packets come back per unit; at least 1.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Count</em>' attribute.
	 * @see #setCount(int)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit_Count()
	 * @model default="1"
	 * @generated
	 */
	int getCount();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.RateLimit#getCount <em>Count</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Count</em>' attribute.
	 * @see #getCount()
	 * @generated
	 */
	void setCount(int value);

	/**
	 * Returns the value of the '<em><b>Unit</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.RateUnit}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The time in which they do.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Unit</em>' attribute.
	 * @see org.hopwarden.rulemodel.RateUnit
	 * @see #setUnit(RateUnit)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit_Unit()
	 * @model
	 * @generated
	 */
	RateUnit getUnit();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.RateLimit#getUnit <em>Unit</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Unit</em>' attribute.
	 * @see org.hopwarden.rulemodel.RateUnit
	 * @see #getUnit()
	 * @generated
	 */
	void setUnit(RateUnit value);

	/**
	 * Returns the value of the '<em><b>Burst</b></em>' attribute.
	 * The default value is <code>"5"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How many packets the bucket holds; at least 1.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Burst</em>' attribute.
	 * @see #setBurst(int)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit_Burst()
	 * @model default="5"
	 * @generated
	 */
	int getBurst();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.RateLimit#getBurst <em>Burst</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Burst</em>' attribute.
	 * @see #getBurst()
	 * @generated
	 */
	void setBurst(int value);

	/**
	 * Returns the value of the '<em><b>Per</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.RateKey}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What has a bucket of its own.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Per</em>' attribute.
	 * @see org.hopwarden.rulemodel.RateKey
	 * @see #setPer(RateKey)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit_Per()
	 * @model
	 * @generated
	 */
	RateKey getPer();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.RateLimit#getPer <em>Per</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Per</em>' attribute.
	 * @see org.hopwarden.rulemodel.RateKey
	 * @see #getPer()
	 * @generated
	 */
	void setPer(RateKey value);

	/**
	 * Returns the value of the '<em><b>Over</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * As a condition: it holds for packets that exceed the rate, and not for those within.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Over</em>' attribute.
	 * @see #setOver(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRateLimit_Over()
	 * @model
	 * @generated
	 */
	boolean isOver();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.RateLimit#isOver <em>Over</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Over</em>' attribute.
	 * @see #isOver()
	 * @generated
	 */
	void setOver(boolean value);

} // RateLimit
