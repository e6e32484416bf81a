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
 *   <li>{@link org.hopwarden.rulemodel.Match#isFragments <em>Fragments</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getSource <em>Source</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getDestination <em>Destination</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Match#getService <em>Service</em>}</li>
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

} // Match
