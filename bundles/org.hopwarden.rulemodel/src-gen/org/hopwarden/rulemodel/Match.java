/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Match</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Conditions on a packet that must all hold. A condition that is absent always holds.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Match#getIpVersion <em>Ip Version</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getInInterface <em>In Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isInInterfaceNegated <em>In Interface Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getOutInterface <em>Out Interface</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isOutInterfaceNegated <em>Out Interface Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isFragments <em>Fragments</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getSource <em>Source</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isSourceNegated <em>Source Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getDestination <em>Destination</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isDestinationNegated <em>Destination Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getService <em>Service</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#isServiceNegated <em>Service Negated</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getTtl <em>Ttl</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getDscp <em>Dscp</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getLength <em>Length</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getStates <em>States</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getMark <em>Mark</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getSchedule <em>Schedule</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getRate <em>Rate</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch()
 * @model
 * @generated
 */
public interface Match extends EObject {
	/**
	 * Returns the value of the '<em><b>Ip Version</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.IpFamily}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The IP version of the packet.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Ip Version</em>' attribute.
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see #setIpVersion(IpFamily)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_IpVersion()
	 * @model
	 * @generated
	 */
	IpFamily getIpVersion();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getIpVersion <em>Ip Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Ip Version</em>' attribute.
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see #getIpVersion()
	 * @generated
	 */
	void setIpVersion(IpFamily value);

	/**
	 * Returns the value of the '<em><b>In Interface</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface the packet came in by is one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>In Interface</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_InInterface()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceTerm> getInInterface();

	/**
	 * Returns the value of the '<em><b>In Interface Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface is none of these instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>In Interface Negated</em>' attribute.
	 * @see #setInInterfaceNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_InInterfaceNegated()
	 * @model
	 * @generated
	 */
	boolean isInInterfaceNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isInInterfaceNegated <em>In Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>In Interface Negated</em>' attribute.
	 * @see #isInInterfaceNegated()
	 * @generated
	 */
	void setInInterfaceNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Out Interface</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface the packet leaves by is one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Out Interface</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_OutInterface()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceTerm> getOutInterface();

	/**
	 * Returns the value of the '<em><b>Out Interface Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The interface is none of these instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Out Interface Negated</em>' attribute.
	 * @see #setOutInterfaceNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_OutInterfaceNegated()
	 * @model
	 * @generated
	 */
	boolean isOutInterfaceNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isOutInterfaceNegated <em>Out Interface Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Out Interface Negated</em>' attribute.
	 * @see #isOutInterfaceNegated()
	 * @generated
	 */
	void setOutInterfaceNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Fragments</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Only fragments other than the first. Cannot stand beside a service with conditions on layer 4.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Fragments</em>' attribute.
	 * @see #setFragments(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Fragments()
	 * @model
	 * @generated
	 */
	boolean isFragments();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isFragments <em>Fragments</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Fragments</em>' attribute.
	 * @see #isFragments()
	 * @generated
	 */
	void setFragments(boolean value);

	/**
	 * Returns the value of the '<em><b>Source</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.AddressTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The source address lies in one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Source</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Source()
	 * @model containment="true"
	 * @generated
	 */
	EList<AddressTerm> getSource();

	/**
	 * Returns the value of the '<em><b>Source Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The address lies in none of these instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Source Negated</em>' attribute.
	 * @see #setSourceNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_SourceNegated()
	 * @model
	 * @generated
	 */
	boolean isSourceNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isSourceNegated <em>Source Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Source Negated</em>' attribute.
	 * @see #isSourceNegated()
	 * @generated
	 */
	void setSourceNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Destination</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.AddressTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The destination address lies in one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Destination</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Destination()
	 * @model containment="true"
	 * @generated
	 */
	EList<AddressTerm> getDestination();

	/**
	 * Returns the value of the '<em><b>Destination Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The address lies in none of these instead.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Destination Negated</em>' attribute.
	 * @see #setDestinationNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_DestinationNegated()
	 * @model
	 * @generated
	 */
	boolean isDestinationNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isDestinationNegated <em>Destination Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Destination Negated</em>' attribute.
	 * @see #isDestinationNegated()
	 * @generated
	 */
	void setDestinationNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Service</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.ServiceTerm}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The packet belongs to one of these; empty is any. A rule with several is as if it stood once for each.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Service</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Service()
	 * @model containment="true"
	 * @generated
	 */
	EList<ServiceTerm> getService();

	/**
	 * Returns the value of the '<em><b>Service Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The packet belongs to none of these instead; then they name protocols alone.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Service Negated</em>' attribute.
	 * @see #setServiceNegated(boolean)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_ServiceNegated()
	 * @model
	 * @generated
	 */
	boolean isServiceNegated();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#isServiceNegated <em>Service Negated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Service Negated</em>' attribute.
	 * @see #isServiceNegated()
	 * @generated
	 */
	void setServiceNegated(boolean value);

	/**
	 * Returns the value of the '<em><b>Ttl</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The TTL of IPv4 or the hop limit of IPv6, 0 to 255; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Ttl</em>' attribute.
	 * @see #setTtl(NumberSet)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Ttl()
	 * @model dataType="org.hopwarden.rulemodel.NumberSet"
	 * @generated
	 */
	NumberSet getTtl();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getTtl <em>Ttl</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Ttl</em>' attribute.
	 * @see #getTtl()
	 * @generated
	 */
	void setTtl(NumberSet value);

	/**
	 * Returns the value of the '<em><b>Dscp</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The differentiated services code point, 0 to 63; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Dscp</em>' attribute.
	 * @see #setDscp(NumberSet)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Dscp()
	 * @model dataType="org.hopwarden.rulemodel.NumberSet"
	 * @generated
	 */
	NumberSet getDscp();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getDscp <em>Dscp</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Dscp</em>' attribute.
	 * @see #getDscp()
	 * @generated
	 */
	void setDscp(NumberSet value);

	/**
	 * Returns the value of the '<em><b>Length</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The length of the IP packet in bytes, its header included; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Length</em>' attribute.
	 * @see #setLength(NumberSet)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Length()
	 * @model dataType="org.hopwarden.rulemodel.NumberSet"
	 * @generated
	 */
	NumberSet getLength();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getLength <em>Length</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Length</em>' attribute.
	 * @see #getLength()
	 * @generated
	 */
	void setLength(NumberSet value);

	/**
	 * Returns the value of the '<em><b>States</b></em>' attribute list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.ConnectionState}.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.ConnectionState}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The state of the connection is one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>States</em>' attribute list.
	 * @see org.hopwarden.rulemodel.ConnectionState
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_States()
	 * @model
	 * @generated
	 */
	EList<ConnectionState> getStates();

	/**
	 * Returns the value of the '<em><b>Mark</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A test of the mark that the packet carries inside this host; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Mark</em>' attribute.
	 * @see #setMark(MarkTest)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Mark()
	 * @model dataType="org.hopwarden.rulemodel.MarkTest"
	 * @generated
	 */
	MarkTest getMark();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getMark <em>Mark</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Mark</em>' attribute.
	 * @see #getMark()
	 * @generated
	 */
	void setMark(MarkTest value);

	/**
	 * Returns the value of the '<em><b>Applications</b></em>' reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Application}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The application that sends or would receive the packet is one of these; empty is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Applications</em>' reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Applications()
	 * @model resolveProxies="false"
	 * @generated
	 */
	EList<Application> getApplications();

	/**
	 * Returns the value of the '<em><b>Schedule</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The time now lies in it; absent is any.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Schedule</em>' reference.
	 * @see #setSchedule(Schedule)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Schedule()
	 * @model resolveProxies="false"
	 * @generated
	 */
	Schedule getSchedule();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getSchedule <em>Schedule</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Schedule</em>' reference.
	 * @see #getSchedule()
	 * @generated
	 */
	void setSchedule(Schedule value);

	/**
	 * Returns the value of the '<em><b>Rate</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The packets that meet all other conditions keep within this rate, or exceed it; absent is no matter.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Rate</em>' containment reference.
	 * @see #setRate(RateLimit)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getMatch_Rate()
	 * @model containment="true"
	 * @generated
	 */
	RateLimit getRate();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Match#getRate <em>Rate</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Rate</em>' containment reference.
	 * @see #getRate()
	 * @generated
	 */
	void setRate(RateLimit value);

} // Match
