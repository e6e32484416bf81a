/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Port Condition</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A test of a port number.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.PortCondition#getOperator <em>Operator</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.PortCondition#getPorts <em>Ports</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getPortCondition()
 * @model
 * @generated
 */
public interface PortCondition extends EObject {
	/**
	 * Returns the value of the '<em><b>Operator</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.PortOperator}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How the ports are meant.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Operator</em>' attribute.
	 * @see org.hopwarden.rulemodel.PortOperator
	 * @see #setOperator(PortOperator)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPortCondition_Operator()
	 * @model
	 * @generated
	 */
	PortOperator getOperator();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.PortCondition#getOperator <em>Operator</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Operator</em>' attribute.
	 * @see org.hopwarden.rulemodel.PortOperator
	 * @see #getOperator()
	 * @generated
	 */
	void setOperator(PortOperator value);

	/**
	 * Returns the value of the '<em><b>Ports</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * One port for lt and gt, one range for range, any for eq and neq.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Ports</em>' attribute.
	 * @see #setPorts(NumberSet)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPortCondition_Ports()
	 * @model dataType="org.hopwarden.rulemodel.NumberSet" required="true"
	 * @generated
	 */
	NumberSet getPorts();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.PortCondition#getPorts <em>Ports</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Ports</em>' attribute.
	 * @see #getPorts()
	 * @generated
	 */
	void setPorts(NumberSet value);

} // PortCondition
