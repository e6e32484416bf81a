/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Iptables Chain</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A chain of iptables or ip6tables.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.IptablesChain#getTable <em>Table</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.IptablesChain#getPackets <em>Packets</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.IptablesChain#getBytes <em>Bytes</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getIptablesChain()
 * @model
 * @generated
 */
public interface IptablesChain extends ChainDialect {
	/**
	 * Returns the value of the '<em><b>Table</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The table it stands in; absent is filter.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Table</em>' attribute.
	 * @see #setTable(String)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIptablesChain_Table()
	 * @model
	 * @generated
	 */
	String getTable();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.IptablesChain#getTable <em>Table</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Table</em>' attribute.
	 * @see #getTable()
	 * @generated
	 */
	void setTable(String value);

	/**
	 * Returns the value of the '<em><b>Packets</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The count of packets behind the chain's policy; absent where none was given.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Packets</em>' attribute.
	 * @see #setPackets(Long)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIptablesChain_Packets()
	 * @model
	 * @generated
	 */
	Long getPackets();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.IptablesChain#getPackets <em>Packets</em>}' attribute.
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
	 * The count of bytes beside it.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Bytes</em>' attribute.
	 * @see #setBytes(Long)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIptablesChain_Bytes()
	 * @model
	 * @generated
	 */
	Long getBytes();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.IptablesChain#getBytes <em>Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Bytes</em>' attribute.
	 * @see #getBytes()
	 * @generated
	 */
	void setBytes(Long value);

} // IptablesChain
