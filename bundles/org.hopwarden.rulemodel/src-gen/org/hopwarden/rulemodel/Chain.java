/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Chain</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Rules in order, the first that matches and decides does so. Where no chain of a policy is bound, one that is chosen decides in every direction.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getIpVersion <em>Ip Version</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getEnd <em>End</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getBindings <em>Bindings</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getScope <em>Scope</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getApplications <em>Applications</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getFragmentReading <em>Fragment Reading</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getDialect <em>Dialect</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getRules <em>Rules</em>}</li>
 *   <li>{@link org.hopwarden.rulemodel.Chain#getEndRemarks <em>End Remarks</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain()
 * @model
 * @generated
 */
public interface Chain extends NamedElement {
	/**
	 * Returns the value of the '<em><b>Ip Version</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.IpFamily}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Which packets the chain speaks of. Of others it says nothing, and the policy's default action holds.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Ip Version</em>' attribute.
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see #setIpVersion(IpFamily)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_IpVersion()
	 * @model
	 * @generated
	 */
	IpFamily getIpVersion();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Chain#getIpVersion <em>Ip Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Ip Version</em>' attribute.
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see #getIpVersion()
	 * @generated
	 */
	void setIpVersion(IpFamily value);

	/**
	 * Returns the value of the '<em><b>End</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.ChainEnd}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happens to a packet that the chain speaks of and no rule matches: the implicit last entry.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>End</em>' attribute.
	 * @see org.hopwarden.rulemodel.ChainEnd
	 * @see #setEnd(ChainEnd)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_End()
	 * @model
	 * @generated
	 */
	ChainEnd getEnd();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Chain#getEnd <em>End</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>End</em>' attribute.
	 * @see org.hopwarden.rulemodel.ChainEnd
	 * @see #getEnd()
	 * @generated
	 */
	void setEnd(ChainEnd value);

	/**
	 * Returns the value of the '<em><b>Bindings</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Binding}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Where packets meet this chain. One without bindings is met only by calls, or where no chain of the policy is bound.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Bindings</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_Bindings()
	 * @model containment="true"
	 * @generated
	 */
	EList<Binding> getBindings();

	/**
	 * Returns the value of the '<em><b>Scope</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.ChainScope}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Whether the chain speaks for all packets or for those of applications.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Scope</em>' attribute.
	 * @see org.hopwarden.rulemodel.ChainScope
	 * @see #setScope(ChainScope)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_Scope()
	 * @model
	 * @generated
	 */
	ChainScope getScope();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Chain#getScope <em>Scope</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Scope</em>' attribute.
	 * @see org.hopwarden.rulemodel.ChainScope
	 * @see #getScope()
	 * @generated
	 */
	void setScope(ChainScope value);

	/**
	 * Returns the value of the '<em><b>Applications</b></em>' reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Application}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * In the scope of applications: whose packets the chain speaks of; none is every application.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Applications</em>' reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_Applications()
	 * @model resolveProxies="false"
	 * @generated
	 */
	EList<Application> getApplications();

	/**
	 * Returns the value of the '<em><b>Fragment Reading</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.FragmentReading}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How conditions on layer 4 treat fragments other than the first, which have no layer 4.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Fragment Reading</em>' attribute.
	 * @see org.hopwarden.rulemodel.FragmentReading
	 * @see #setFragmentReading(FragmentReading)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_FragmentReading()
	 * @model
	 * @generated
	 */
	FragmentReading getFragmentReading();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Chain#getFragmentReading <em>Fragment Reading</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Fragment Reading</em>' attribute.
	 * @see org.hopwarden.rulemodel.FragmentReading
	 * @see #getFragmentReading()
	 * @generated
	 */
	void setFragmentReading(FragmentReading value);

	/**
	 * Returns the value of the '<em><b>Dialect</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What the chain is in the configuration language it was written for; absent for a chain made here.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Dialect</em>' containment reference.
	 * @see #setDialect(ChainDialect)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_Dialect()
	 * @model containment="true"
	 * @generated
	 */
	ChainDialect getDialect();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.Chain#getDialect <em>Dialect</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Dialect</em>' containment reference.
	 * @see #getDialect()
	 * @generated
	 */
	void setDialect(ChainDialect value);

	/**
	 * Returns the value of the '<em><b>Rules</b></em>' containment reference list.
	 * The list contents are of type {@link org.hopwarden.rulemodel.Rule}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The rules in order of evaluation.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Rules</em>' containment reference list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_Rules()
	 * @model containment="true"
	 * @generated
	 */
	EList<Rule> getRules();

	/**
	 * Returns the value of the '<em><b>End Remarks</b></em>' attribute list.
	 * The list contents are of type {@link java.lang.String}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Remarks behind the last rule, in order.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>End Remarks</em>' attribute list.
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getChain_EndRemarks()
	 * @model unique="false"
	 * @generated
	 */
	EList<String> getEndRemarks();

} // Chain
