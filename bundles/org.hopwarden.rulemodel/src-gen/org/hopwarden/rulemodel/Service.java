/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Service</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A protocol and conditions on its header. Everything but the protocol belongs to layer 4, and is unknown in a fragment other than the first.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Service#getProtocol <em>Protocol</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#getSourcePort <em>Source Port</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#getDestinationPort <em>Destination Port</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#getIcmpType <em>Icmp Type</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#getIcmpCode <em>Icmp Code</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#isIcmpNegated <em>Icmp Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#isEstablished <em>Established</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#getTcpFlags <em>Tcp Flags</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Service#isTcpFlagsNegated <em>Tcp Flags Negated</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getService()
 * @model
 * @generated
 */
public interface Service extends ServiceTerm {
	/**
	 * Returns the value of the '<em><b>Protocol</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The IP protocol, 0 to 255; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Protocol</em>' attribute.
	 * @see #setProtocol(Integer)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_Protocol()
	 * @model
	 * @generated
	 */
	Integer getProtocol();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getProtocol <em>Protocol</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Protocol</em>' attribute.
	 * @see #getProtocol()
	 * @generated
	 */
	void setProtocol(Integer value);

	/**
	 * Returns the value of the '<em><b>Source Port</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A condition on the source port of TCP, UDP, SCTP or UDP-Lite.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Source Port</em>' containment reference.
	 * @see #setSourcePort(PortCondition)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_SourcePort()
	 * @model containment="true"
	 * @generated
	 */
	PortCondition getSourcePort();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getSourcePort <em>Source Port</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Source Port</em>' containment reference.
	 * @see #getSourcePort()
	 * @generated
	 */
	void setSourcePort(PortCondition value);

	/**
	 * Returns the value of the '<em><b>Destination Port</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A condition on the destination port of TCP, UDP, SCTP or UDP-Lite.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Destination Port</em>' containment reference.
	 * @see #setDestinationPort(PortCondition)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_DestinationPort()
	 * @model containment="true"
	 * @generated
	 */
	PortCondition getDestinationPort();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getDestinationPort <em>Destination Port</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Destination Port</em>' containment reference.
	 * @see #getDestinationPort()
	 * @generated
	 */
	void setDestinationPort(PortCondition value);

	/**
	 * Returns the value of the '<em><b>Icmp Type</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The type of an ICMP or ICMPv6 message, 0 to 255; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Icmp Type</em>' attribute.
	 * @see #setIcmpType(Integer)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_IcmpType()
	 * @model
	 * @generated
	 */
	Integer getIcmpType();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getIcmpType <em>Icmp Type</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Icmp Type</em>' attribute.
	 * @see #getIcmpType()
	 * @generated
	 */
	void setIcmpType(Integer value);

	/**
	 * Returns the value of the '<em><b>Icmp Code</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The code of an ICMP or ICMPv6 message, 0 to 255; absent is any. Only beside a type.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Icmp Code</em>' attribute.
	 * @see #setIcmpCode(Integer)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_IcmpCode()
	 * @model
	 * @generated
	 */
	Integer getIcmpCode();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getIcmpCode <em>Icmp Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Icmp Code</em>' attribute.
	 * @see #getIcmpCode()
	 * @generated
	 */
	void setIcmpCode(Integer value);

	/**
	 * Returns the value of the '<em><b>Icmp Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The ICMP message is of any other type, or type and code, instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Icmp Negated</em>' attribute.
	 * @see #setIcmpNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_IcmpNegated()
	 * @model
	 * @generated
	 */
	boolean isIcmpNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#isIcmpNegated <em>Icmp Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Icmp Negated</em>' attribute.
	 * @see #isIcmpNegated()
	 * @generated
	 */
	void setIcmpNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Established</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * TCP segments with ACK or RST set, as Cisco IOS understands the word: no connection is looked up.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Established</em>' attribute.
	 * @see #setEstablished(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_Established()
	 * @model
	 * @generated
	 */
	boolean isEstablished();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#isEstablished <em>Established</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Established</em>' attribute.
	 * @see #isEstablished()
	 * @generated
	 */
	void setEstablished(boolean value);

	/**
	 * Returns the value of the '<em><b>Tcp Flags</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A test of TCP control bits; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Tcp Flags</em>' attribute.
	 * @see #setTcpFlags(TcpFlagTest)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_TcpFlags()
	 * @model dataType="org.hopwarden.rulemodel.TcpFlagTest"
	 * @generated
	 */
	TcpFlagTest getTcpFlags();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#getTcpFlags <em>Tcp Flags</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Tcp Flags</em>' attribute.
	 * @see #getTcpFlags()
	 * @generated
	 */
	void setTcpFlags(TcpFlagTest value);

	/**
	 * Returns the value of the '<em><b>Tcp Flags Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The test of TCP control bits fails instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Tcp Flags Negated</em>' attribute.
	 * @see #setTcpFlagsNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getService_TcpFlagsNegated()
	 * @model
	 * @generated
	 */
	boolean isTcpFlagsNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Service#isTcpFlagsNegated <em>Tcp Flags Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Tcp Flags Negated</em>' attribute.
	 * @see #isTcpFlagsNegated()
	 * @generated
	 */
	void setTcpFlagsNegated(boolean value);

} // Service
