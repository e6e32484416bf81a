/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Policy</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Everything that decides which packets may pass: chains of rules, the objects they refer to, and what holds where no chain speaks.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getDefaultIn <em>Default In</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getDefaultOut <em>Default Out</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getDefaultForward <em>Default Forward</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getFailMode <em>Fail Mode</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getAddressObjects <em>Address Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getServiceObjects <em>Service Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getInterfaceObjects <em>Interface Objects</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getSchedules <em>Schedules</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getChains <em>Chains</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Policy#getOpaque <em>Opaque</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy()
 * @model
 * @generated
 */
public interface Policy extends NamedElement {
	/**
	 * Returns the value of the '<em><b>Default In</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.Disposition}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to an incoming packet that no chain decides.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Default In</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #setDefaultIn(Disposition)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_DefaultIn()
	 * @model
	 * @generated
	 */
	Disposition getDefaultIn();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Policy#getDefaultIn <em>Default In</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Default In</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #getDefaultIn()
	 * @generated
	 */
	void setDefaultIn(Disposition value);

	/**
	 * Returns the value of the '<em><b>Default Out</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.Disposition}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to an outgoing packet that no chain decides.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Default Out</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #setDefaultOut(Disposition)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_DefaultOut()
	 * @model
	 * @generated
	 */
	Disposition getDefaultOut();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Policy#getDefaultOut <em>Default Out</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Default Out</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #getDefaultOut()
	 * @generated
	 */
	void setDefaultOut(Disposition value);

	/**
	 * Returns the value of the '<em><b>Default Forward</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.Disposition}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to a forwarded packet that no chain decides.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Default Forward</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #setDefaultForward(Disposition)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_DefaultForward()
	 * @model
	 * @generated
	 */
	Disposition getDefaultForward();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Policy#getDefaultForward <em>Default Forward</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Default Forward</em>' attribute.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see #getDefaultForward()
	 * @generated
	 */
	void setDefaultForward(Disposition value);

	/**
	 * Returns the value of the '<em><b>Fail Mode</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.FailMode}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to packets while the engine cannot decide.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Fail Mode</em>' attribute.
	 * @see org.hopwarden.rulemodel.FailMode
	 * @see #setFailMode(FailMode)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_FailMode()
	 * @model
	 * @generated
	 */
	FailMode getFailMode();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Policy#getFailMode <em>Fail Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Fail Mode</em>' attribute.
	 * @see org.hopwarden.rulemodel.FailMode
	 * @see #getFailMode()
	 * @generated
	 */
	void setFailMode(FailMode value);

	/**
	 * Returns the value of the '<em><b>Address Objects</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.AddressObject}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Named sets of addresses that matches refer to.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Address Objects</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_AddressObjects()
	 * @model containment="true"
	 * @generated
	 */
	EList<AddressObject> getAddressObjects();

	/**
	 * Returns the value of the '<em><b>Service Objects</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.ServiceObject}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Named sets of services that matches refer to.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Service Objects</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_ServiceObjects()
	 * @model containment="true"
	 * @generated
	 */
	EList<ServiceObject> getServiceObjects();

	/**
	 * Returns the value of the '<em><b>Interface Objects</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.InterfaceObject}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Named sets of interfaces, such as zones.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Interface Objects</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_InterfaceObjects()
	 * @model containment="true"
	 * @generated
	 */
	EList<InterfaceObject> getInterfaceObjects();

	/**
	 * Returns the value of the '<em><b>Applications</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Application}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The applications that rules and chains speak of.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Applications</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_Applications()
	 * @model containment="true"
	 * @generated
	 */
	EList<Application> getApplications();

	/**
	 * Returns the value of the '<em><b>Schedules</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Schedule}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Named times that matches refer to.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Schedules</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_Schedules()
	 * @model containment="true"
	 * @generated
	 */
	EList<Schedule> getSchedules();

	/**
	 * Returns the value of the '<em><b>Chains</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Chain}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The chains. Where several are bound to the same packets they are asked in this order.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Chains</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_Chains()
	 * @model containment="true"
	 * @generated
	 */
	EList<Chain> getChains();

	/**
	 * Returns the value of the '<em><b>Opaque</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.OpaqueText}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What an importer found beside the rules and kept as it was, such as other tables.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Opaque</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getPolicy_Opaque()
	 * @model containment="true"
	 * @generated
	 */
	EList<OpaqueText> getOpaque();

} // Policy
