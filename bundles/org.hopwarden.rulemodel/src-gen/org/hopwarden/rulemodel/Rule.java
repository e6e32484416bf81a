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
 *   <li>{@link org.hopwarden.rulemodel.Rule#getNumber <em>Number</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getRemarks <em>Remarks</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getRemarkNumbers <em>Remark Numbers</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getLog <em>Log</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getMatch <em>Match</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getAction <em>Action</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#isUnderReview <em>Under Review</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getPackets <em>Packets</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getBytes <em>Bytes</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Rule#getOpaque <em>Opaque</em>}</li>
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
	 * Returns the value of the '<em><b>Number</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The number the rule has where it comes from, such as a sequence number; 0 for none. Its place in the chain decides.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Number</em>' attribute.
	 * @see #setNumber(int)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Number()
	 * @model
	 * @generated
	 */
	int getNumber();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getNumber <em>Number</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Number</em>' attribute.
	 * @see #getNumber()
	 * @generated
	 */
	void setNumber(int value);

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
	 * Returns the value of the '<em><b>Remark Numbers</b></em>' attribute list.
	 * The list contents are of type {@link java.lang.Integer}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The sequence numbers of the remarks in their source, in order, 0 for one without; without meaning unless there are as many as remarks.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Remark Numbers</em>' attribute list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_RemarkNumbers()
	 * @model unique="false"
	 * @generated
	 */
	EList<Integer> getRemarkNumbers();

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

	/**
	 * Returns the value of the '<em><b>Under Review</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The rule was made in the midst of things, such as by an answer to a question, and waits for a person to confirm it. It holds until then.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Under Review</em>' attribute.
	 * @see #setUnderReview(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_UnderReview()
	 * @model
	 * @generated
	 */
	boolean isUnderReview();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#isUnderReview <em>Under Review</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Under Review</em>' attribute.
	 * @see #isUnderReview()
	 * @generated
	 */
	void setUnderReview(boolean value);

	/**
	 * Returns the value of the '<em><b>Packets</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How many packets it had matched where it comes from; absent where that is not known.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Packets</em>' attribute.
	 * @see #setPackets(Long)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Packets()
	 * @model
	 * @generated
	 */
	Long getPackets();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getPackets <em>Packets</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Packets</em>' attribute.
	 * @see #getPackets()
	 * @generated
	 */
	void setPackets(Long value);

	/**
	 * Returns the value of the '<em><b>Bytes</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How many bytes these had.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Bytes</em>' attribute.
	 * @see #setBytes(Long)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Bytes()
	 * @model
	 * @generated
	 */
	Long getBytes();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getBytes <em>Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Bytes</em>' attribute.
	 * @see #getBytes()
	 * @generated
	 */
	void setBytes(Long value);

	/**
	 * Returns the value of the '<em><b>Opaque</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What an importer did not understand of the rule, which is then not enabled.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Opaque</em>' containment reference.
	 * @see #setOpaque(OpaqueText)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getRule_Opaque()
	 * @model containment="true"
	 * @generated
	 */
	OpaqueText getOpaque();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Rule#getOpaque <em>Opaque</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Opaque</em>' containment reference.
	 * @see #getOpaque()
	 * @generated
	 */
	void setOpaque(OpaqueText value);

} // Rule
