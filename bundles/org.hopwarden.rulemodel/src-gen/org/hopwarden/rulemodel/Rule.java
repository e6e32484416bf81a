/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Rule</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One entry of a chain.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getName <em>Name</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#isEnabled <em>Enabled</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getRemarks <em>Remarks</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getLog <em>Log</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getMatch <em>Match</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getAction <em>Action</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule()
 * @model
 * @generated
 */
public interface Rule extends Element {
	/**
	 * Returns the value of the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * An optional short name.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Name</em>' attribute.
	 * @see #setName(String)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Name()
	 * @model
	 * @generated
	 */
	String getName();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getName <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Name</em>' attribute.
	 * @see #getName()
	 * @generated
	 */
	void setName(String value);

	/**
	 * Returns the value of the '<em><b>Enabled</b></em>' attribute.
	 * The default value is <code>"true"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A rule that is not enabled keeps its place and its number, and matches nothing.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Enabled</em>' attribute.
	 * @see #setEnabled(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Enabled()
	 * @model default="true"
	 * @generated
	 */
	boolean isEnabled();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#isEnabled <em>Enabled</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Enabled</em>' attribute.
	 * @see #isEnabled()
	 * @generated
	 */
	void setEnabled(boolean value);

	/**
	 * Returns the value of the '<em><b>Remarks</b></em>' attribute list.
	 * The list contents are of type {@link java.lang.String}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The remarks that stand in front of this rule, word for word and in order.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Remarks</em>' attribute list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Remarks()
	 * @model unique="false"
	 * @generated
	 */
	EList<String> getRemarks();

	/**
	 * Returns the value of the '<em><b>Log</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.LogMode}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Whether a match is logged.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Log</em>' attribute.
	 * @see org.hopwarden.rulemodel.LogMode
	 * @see #setLog(LogMode)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Log()
	 * @model
	 * @generated
	 */
	LogMode getLog();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getLog <em>Log</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Log</em>' attribute.
	 * @see org.hopwarden.rulemodel.LogMode
	 * @see #getLog()
	 * @generated
	 */
	void setLog(LogMode value);

	/**
	 * Returns the value of the '<em><b>Match</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Which packets the rule is about.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Match</em>' containment reference.
	 * @see #setMatch(Match)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Match()
	 * @model containment="true" required="true"
	 * @generated
	 */
	Match getMatch();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getMatch <em>Match</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Match</em>' containment reference.
	 * @see #getMatch()
	 * @generated
	 */
	void setMatch(Match value);

	/**
	 * Returns the value of the '<em><b>Action</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to them.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Action</em>' containment reference.
	 * @see #setAction(Action)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Action()
	 * @model containment="true" required="true"
	 * @generated
	 */
	Action getAction();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getAction <em>Action</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Action</em>' containment reference.
	 * @see #getAction()
	 * @generated
	 */
	void setAction(Action value);

} // Rule
