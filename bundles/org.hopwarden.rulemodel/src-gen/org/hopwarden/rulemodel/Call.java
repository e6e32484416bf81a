/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Call</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The rules of another chain are tried. Where they do not decide, it goes on behind this rule.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Call#getChain <em>Chain</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Call#isTail <em>Tail</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getCall()
 * @model
 * @generated
 */
public interface Call extends Action {
	/**
	 * Returns the value of the '<em><b>Chain</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The chain, which must not call itself, straight or through others.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Chain</em>' reference.
	 * @see #setChain(Chain)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getCall_Chain()
	 * @model resolveProxies="false" required="true"
	 * @generated
	 */
	Chain getChain();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Call#getChain <em>Chain</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Chain</em>' reference.
	 * @see #getChain()
	 * @generated
	 */
	void setChain(Chain value);

	/**
	 * Returns the value of the '<em><b>Tail</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Where they do not decide, it goes on as if this chain had come to its end with return: behind the call of this chain.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Tail</em>' attribute.
	 * @see #setTail(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getCall_Tail()
	 * @model
	 * @generated
	 */
	boolean isTail();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Call#isTail <em>Tail</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Tail</em>' attribute.
	 * @see #isTail()
	 * @generated
	 */
	void setTail(boolean value);

} // Call
