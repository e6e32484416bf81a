/**
 */
package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;

/**
 * <!-- begin-user-doc -->
 * The <b>Package</b> for the model.
 * It contains accessors for the meta objects to represent
 * <ul>
 *   <li>each class,</li>
 *   <li>each feature of each class,</li>
 *   <li>each operation of each class,</li>
 *   <li>each enum,</li>
 *   <li>and each data type</li>
 * </ul>
 * <!-- end-user-doc -->
 * @see org.hopwarden.rulemodel.RulemodelFactory
 * @model kind="package"
 * @generated
 */
public interface RulemodelPackage extends EPackage {
	/**
	 * The package name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNAME = "rulemodel";

	/**
	 * The package namespace URI.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_URI = "http://hopwarden.org/policy/2";

	/**
	 * The package namespace name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_PREFIX = "hopwarden";

	/**
	 * The singleton instance of the package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	RulemodelPackage eINSTANCE = org.hopwarden.rulemodel.internal.RulemodelPackageImpl.init();

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ElementImpl <em>Element</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ElementImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getElement()
	 * @generated
	 */
	int ELEMENT = 0;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ELEMENT__ID = 0;

	/**
	 * The number of structural features of the '<em>Element</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ELEMENT_FEATURE_COUNT = 1;

	/**
	 * The number of operations of the '<em>Element</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ELEMENT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.NamedElementImpl <em>Named Element</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.NamedElementImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNamedElement()
	 * @generated
	 */
	int NAMED_ELEMENT = 1;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NAMED_ELEMENT__ID = ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NAMED_ELEMENT__NAME = ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NAMED_ELEMENT__DESCRIPTION = ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Named Element</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NAMED_ELEMENT_FEATURE_COUNT = ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Named Element</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NAMED_ELEMENT_OPERATION_COUNT = ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.PolicyImpl <em>Policy</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.PolicyImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPolicy()
	 * @generated
	 */
	int POLICY = 2;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Default In</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__DEFAULT_IN = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Default Out</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__DEFAULT_OUT = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Default Forward</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__DEFAULT_FORWARD = NAMED_ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Fail Mode</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__FAIL_MODE = NAMED_ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Address Objects</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__ADDRESS_OBJECTS = NAMED_ELEMENT_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Service Objects</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__SERVICE_OBJECTS = NAMED_ELEMENT_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Interface Objects</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__INTERFACE_OBJECTS = NAMED_ELEMENT_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Applications</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__APPLICATIONS = NAMED_ELEMENT_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Schedules</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__SCHEDULES = NAMED_ELEMENT_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Chains</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__CHAINS = NAMED_ELEMENT_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Opaque</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__OPAQUE = NAMED_ELEMENT_FEATURE_COUNT + 10;

	/**
	 * The number of structural features of the '<em>Policy</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 11;

	/**
	 * The number of operations of the '<em>Policy</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ChainImpl <em>Chain</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ChainImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChain()
	 * @generated
	 */
	int CHAIN = 3;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Ip Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__IP_VERSION = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>End</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__END = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Bindings</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__BINDINGS = NAMED_ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Scope</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__SCOPE = NAMED_ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Applications</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__APPLICATIONS = NAMED_ELEMENT_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Fragment Reading</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__FRAGMENT_READING = NAMED_ELEMENT_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Dialect</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__DIALECT = NAMED_ELEMENT_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Rules</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__RULES = NAMED_ELEMENT_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>End Remarks</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__END_REMARKS = NAMED_ELEMENT_FEATURE_COUNT + 8;

	/**
	 * The number of structural features of the '<em>Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 9;

	/**
	 * The number of operations of the '<em>Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.BindingImpl <em>Binding</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.BindingImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getBinding()
	 * @generated
	 */
	int BINDING = 4;

	/**
	 * The feature id for the '<em><b>Hook</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int BINDING__HOOK = 0;

	/**
	 * The feature id for the '<em><b>In Interface</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int BINDING__IN_INTERFACE = 1;

	/**
	 * The feature id for the '<em><b>Out Interface</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int BINDING__OUT_INTERFACE = 2;

	/**
	 * The number of structural features of the '<em>Binding</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int BINDING_FEATURE_COUNT = 3;

	/**
	 * The number of operations of the '<em>Binding</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int BINDING_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ChainDialectImpl <em>Chain Dialect</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ChainDialectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainDialect()
	 * @generated
	 */
	int CHAIN_DIALECT = 5;

	/**
	 * The number of structural features of the '<em>Chain Dialect</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_DIALECT_FEATURE_COUNT = 0;

	/**
	 * The number of operations of the '<em>Chain Dialect</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_DIALECT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.IosListImpl <em>Ios List</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.IosListImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosList()
	 * @generated
	 */
	int IOS_LIST = 6;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_LIST__KIND = CHAIN_DIALECT_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Ios List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_LIST_FEATURE_COUNT = CHAIN_DIALECT_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Ios List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_LIST_OPERATION_COUNT = CHAIN_DIALECT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.IosNumberedListImpl <em>Ios Numbered List</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.IosNumberedListImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosNumberedList()
	 * @generated
	 */
	int IOS_NUMBERED_LIST = 7;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST__KIND = IOS_LIST__KIND;

	/**
	 * The feature id for the '<em><b>Number</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST__NUMBER = IOS_LIST_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Ios Numbered List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST_FEATURE_COUNT = IOS_LIST_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Ios Numbered List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST_OPERATION_COUNT = IOS_LIST_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.IosNamedListImpl <em>Ios Named List</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.IosNamedListImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosNamedList()
	 * @generated
	 */
	int IOS_NAMED_LIST = 8;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NAMED_LIST__KIND = IOS_LIST__KIND;

	/**
	 * The feature id for the '<em><b>End Remark Numbers</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NAMED_LIST__END_REMARK_NUMBERS = IOS_LIST_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Ios Named List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NAMED_LIST_FEATURE_COUNT = IOS_LIST_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Ios Named List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NAMED_LIST_OPERATION_COUNT = IOS_LIST_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.IptablesChainImpl <em>Iptables Chain</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.IptablesChainImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIptablesChain()
	 * @generated
	 */
	int IPTABLES_CHAIN = 9;

	/**
	 * The feature id for the '<em><b>Table</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IPTABLES_CHAIN__TABLE = CHAIN_DIALECT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Packets</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IPTABLES_CHAIN__PACKETS = CHAIN_DIALECT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Bytes</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IPTABLES_CHAIN__BYTES = CHAIN_DIALECT_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Iptables Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IPTABLES_CHAIN_FEATURE_COUNT = CHAIN_DIALECT_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Iptables Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IPTABLES_CHAIN_OPERATION_COUNT = CHAIN_DIALECT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.NftChainImpl <em>Nft Chain</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.NftChainImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNftChain()
	 * @generated
	 */
	int NFT_CHAIN = 10;

	/**
	 * The feature id for the '<em><b>Family</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NFT_CHAIN__FAMILY = CHAIN_DIALECT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Table</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NFT_CHAIN__TABLE = CHAIN_DIALECT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Priority</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NFT_CHAIN__PRIORITY = CHAIN_DIALECT_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Nft Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NFT_CHAIN_FEATURE_COUNT = CHAIN_DIALECT_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Nft Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int NFT_CHAIN_OPERATION_COUNT = CHAIN_DIALECT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.RuleImpl <em>Rule</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.RuleImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRule()
	 * @generated
	 */
	int RULE = 11;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__ID = ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__NAME = ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Enabled</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__ENABLED = ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Number</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__NUMBER = ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Remarks</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__REMARKS = ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Remark Numbers</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__REMARK_NUMBERS = ELEMENT_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Log</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__LOG = ELEMENT_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Match</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__MATCH = ELEMENT_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Action</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__ACTION = ELEMENT_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Under Review</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__UNDER_REVIEW = ELEMENT_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Packets</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__PACKETS = ELEMENT_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Bytes</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__BYTES = ELEMENT_FEATURE_COUNT + 10;

	/**
	 * The feature id for the '<em><b>Opaque</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__OPAQUE = ELEMENT_FEATURE_COUNT + 11;

	/**
	 * The number of structural features of the '<em>Rule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE_FEATURE_COUNT = ELEMENT_FEATURE_COUNT + 12;

	/**
	 * The number of operations of the '<em>Rule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE_OPERATION_COUNT = ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.OpaqueTextImpl <em>Opaque Text</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.OpaqueTextImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getOpaqueText()
	 * @generated
	 */
	int OPAQUE_TEXT = 12;

	/**
	 * The feature id for the '<em><b>Language</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OPAQUE_TEXT__LANGUAGE = 0;

	/**
	 * The feature id for the '<em><b>Line</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OPAQUE_TEXT__LINE = 1;

	/**
	 * The feature id for the '<em><b>Text</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OPAQUE_TEXT__TEXT = 2;

	/**
	 * The number of structural features of the '<em>Opaque Text</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OPAQUE_TEXT_FEATURE_COUNT = 3;

	/**
	 * The number of operations of the '<em>Opaque Text</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OPAQUE_TEXT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.MatchImpl <em>Match</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.MatchImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getMatch()
	 * @generated
	 */
	int MATCH = 13;

	/**
	 * The feature id for the '<em><b>Ip Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__IP_VERSION = 0;

	/**
	 * The feature id for the '<em><b>In Interface</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__IN_INTERFACE = 1;

	/**
	 * The feature id for the '<em><b>In Interface Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__IN_INTERFACE_NEGATED = 2;

	/**
	 * The feature id for the '<em><b>Out Interface</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__OUT_INTERFACE = 3;

	/**
	 * The feature id for the '<em><b>Out Interface Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__OUT_INTERFACE_NEGATED = 4;

	/**
	 * The feature id for the '<em><b>Fragments</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__FRAGMENTS = 5;

	/**
	 * The feature id for the '<em><b>Source</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SOURCE = 6;

	/**
	 * The feature id for the '<em><b>Source Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SOURCE_NEGATED = 7;

	/**
	 * The feature id for the '<em><b>Destination</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__DESTINATION = 8;

	/**
	 * The feature id for the '<em><b>Destination Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__DESTINATION_NEGATED = 9;

	/**
	 * The feature id for the '<em><b>Service</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SERVICE = 10;

	/**
	 * The feature id for the '<em><b>Service Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SERVICE_NEGATED = 11;

	/**
	 * The feature id for the '<em><b>Ttl</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__TTL = 12;

	/**
	 * The feature id for the '<em><b>Dscp</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__DSCP = 13;

	/**
	 * The feature id for the '<em><b>Length</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__LENGTH = 14;

	/**
	 * The feature id for the '<em><b>States</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__STATES = 15;

	/**
	 * The feature id for the '<em><b>Mark</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__MARK = 16;

	/**
	 * The feature id for the '<em><b>Applications</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__APPLICATIONS = 17;

	/**
	 * The feature id for the '<em><b>Schedule</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SCHEDULE = 18;

	/**
	 * The feature id for the '<em><b>Rate</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__RATE = 19;

	/**
	 * The number of structural features of the '<em>Match</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH_FEATURE_COUNT = 20;

	/**
	 * The number of operations of the '<em>Match</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.RateLimitImpl <em>Rate Limit</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.RateLimitImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateLimit()
	 * @generated
	 */
	int RATE_LIMIT = 14;

	/**
	 * The feature id for the '<em><b>Count</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT__COUNT = 0;

	/**
	 * The feature id for the '<em><b>Unit</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT__UNIT = 1;

	/**
	 * The feature id for the '<em><b>Burst</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT__BURST = 2;

	/**
	 * The feature id for the '<em><b>Per</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT__PER = 3;

	/**
	 * The feature id for the '<em><b>Over</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT__OVER = 4;

	/**
	 * The number of structural features of the '<em>Rate Limit</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT_FEATURE_COUNT = 5;

	/**
	 * The number of operations of the '<em>Rate Limit</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RATE_LIMIT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressTermImpl <em>Address Term</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressTermImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressTerm()
	 * @generated
	 */
	int ADDRESS_TERM = 15;

	/**
	 * The number of structural features of the '<em>Address Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_TERM_FEATURE_COUNT = 0;

	/**
	 * The number of operations of the '<em>Address Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_TERM_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressPrefixImpl <em>Address Prefix</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressPrefixImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressPrefix()
	 * @generated
	 */
	int ADDRESS_PREFIX = 16;

	/**
	 * The feature id for the '<em><b>Prefix</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_PREFIX__PREFIX = ADDRESS_TERM_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Address Prefix</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_PREFIX_FEATURE_COUNT = ADDRESS_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Address Prefix</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_PREFIX_OPERATION_COUNT = ADDRESS_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressRangeImpl <em>Address Range</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressRangeImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressRange()
	 * @generated
	 */
	int ADDRESS_RANGE = 17;

	/**
	 * The feature id for the '<em><b>First</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_RANGE__FIRST = ADDRESS_TERM_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Last</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_RANGE__LAST = ADDRESS_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Address Range</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_RANGE_FEATURE_COUNT = ADDRESS_TERM_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Address Range</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_RANGE_OPERATION_COUNT = ADDRESS_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressWildcardImpl <em>Address Wildcard</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressWildcardImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressWildcard()
	 * @generated
	 */
	int ADDRESS_WILDCARD = 18;

	/**
	 * The feature id for the '<em><b>Address</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_WILDCARD__ADDRESS = ADDRESS_TERM_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Wildcard</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_WILDCARD__WILDCARD = ADDRESS_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Address Wildcard</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_WILDCARD_FEATURE_COUNT = ADDRESS_TERM_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Address Wildcard</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_WILDCARD_OPERATION_COUNT = ADDRESS_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressNameImpl <em>Address Name</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressNameImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressName()
	 * @generated
	 */
	int ADDRESS_NAME = 19;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_NAME__NAME = ADDRESS_TERM_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Addresses</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_NAME__ADDRESSES = ADDRESS_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Address Name</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_NAME_FEATURE_COUNT = ADDRESS_TERM_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Address Name</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_NAME_OPERATION_COUNT = ADDRESS_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressUseImpl <em>Address Use</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressUseImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressUse()
	 * @generated
	 */
	int ADDRESS_USE = 20;

	/**
	 * The feature id for the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_USE__OBJECT = ADDRESS_TERM_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Address Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_USE_FEATURE_COUNT = ADDRESS_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Address Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_USE_OPERATION_COUNT = ADDRESS_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressObjectImpl <em>Address Object</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressObjectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressObject()
	 * @generated
	 */
	int ADDRESS_OBJECT = 21;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Terms</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT__TERMS = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Address Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Address Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ADDRESS_OBJECT_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.InterfaceTermImpl <em>Interface Term</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.InterfaceTermImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceTerm()
	 * @generated
	 */
	int INTERFACE_TERM = 22;

	/**
	 * The number of structural features of the '<em>Interface Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_TERM_FEATURE_COUNT = 0;

	/**
	 * The number of operations of the '<em>Interface Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_TERM_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.InterfaceNameImpl <em>Interface Name</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.InterfaceNameImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceName()
	 * @generated
	 */
	int INTERFACE_NAME = 23;

	/**
	 * The feature id for the '<em><b>Pattern</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_NAME__PATTERN = INTERFACE_TERM_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Interface Name</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_NAME_FEATURE_COUNT = INTERFACE_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Interface Name</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_NAME_OPERATION_COUNT = INTERFACE_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.InterfaceUseImpl <em>Interface Use</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.InterfaceUseImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceUse()
	 * @generated
	 */
	int INTERFACE_USE = 24;

	/**
	 * The feature id for the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_USE__OBJECT = INTERFACE_TERM_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Interface Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_USE_FEATURE_COUNT = INTERFACE_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Interface Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_USE_OPERATION_COUNT = INTERFACE_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.InterfaceObjectImpl <em>Interface Object</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.InterfaceObjectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceObject()
	 * @generated
	 */
	int INTERFACE_OBJECT = 25;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Terms</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT__TERMS = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Interface Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Interface Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int INTERFACE_OBJECT_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ApplicationImpl <em>Application</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ApplicationImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getApplication()
	 * @generated
	 */
	int APPLICATION = 26;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Path</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__PATH = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>User</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__USER = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Signer</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION__SIGNER = NAMED_ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Application</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Application</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int APPLICATION_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ScheduleImpl <em>Schedule</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ScheduleImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getSchedule()
	 * @generated
	 */
	int SCHEDULE = 27;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Start</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__START = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>End</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__END = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Periods</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE__PERIODS = NAMED_ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Schedule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Schedule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SCHEDULE_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl <em>Weekly Period</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.WeeklyPeriodImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getWeeklyPeriod()
	 * @generated
	 */
	int WEEKLY_PERIOD = 28;

	/**
	 * The feature id for the '<em><b>Days</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD__DAYS = 0;

	/**
	 * The feature id for the '<em><b>From</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD__FROM = 1;

	/**
	 * The feature id for the '<em><b>To</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD__TO = 2;

	/**
	 * The feature id for the '<em><b>Days Later</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD__DAYS_LATER = 3;

	/**
	 * The number of structural features of the '<em>Weekly Period</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD_FEATURE_COUNT = 4;

	/**
	 * The number of operations of the '<em>Weekly Period</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int WEEKLY_PERIOD_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ServiceTermImpl <em>Service Term</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ServiceTermImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceTerm()
	 * @generated
	 */
	int SERVICE_TERM = 29;

	/**
	 * The number of structural features of the '<em>Service Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_TERM_FEATURE_COUNT = 0;

	/**
	 * The number of operations of the '<em>Service Term</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_TERM_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ServiceImpl <em>Service</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ServiceImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getService()
	 * @generated
	 */
	int SERVICE = 30;

	/**
	 * The feature id for the '<em><b>Protocol</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__PROTOCOL = SERVICE_TERM_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Source Port</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__SOURCE_PORT = SERVICE_TERM_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Destination Port</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__DESTINATION_PORT = SERVICE_TERM_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Icmp Type</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__ICMP_TYPE = SERVICE_TERM_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Icmp Code</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__ICMP_CODE = SERVICE_TERM_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Icmp Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__ICMP_NEGATED = SERVICE_TERM_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Established</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__ESTABLISHED = SERVICE_TERM_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Tcp Flags</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__TCP_FLAGS = SERVICE_TERM_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Tcp Flags Negated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__TCP_FLAGS_NEGATED = SERVICE_TERM_FEATURE_COUNT + 8;

	/**
	 * The number of structural features of the '<em>Service</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_FEATURE_COUNT = SERVICE_TERM_FEATURE_COUNT + 9;

	/**
	 * The number of operations of the '<em>Service</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OPERATION_COUNT = SERVICE_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ServiceUseImpl <em>Service Use</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ServiceUseImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceUse()
	 * @generated
	 */
	int SERVICE_USE = 31;

	/**
	 * The feature id for the '<em><b>Object</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_USE__OBJECT = SERVICE_TERM_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Service Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_USE_FEATURE_COUNT = SERVICE_TERM_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Service Use</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_USE_OPERATION_COUNT = SERVICE_TERM_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ServiceObjectImpl <em>Service Object</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ServiceObjectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceObject()
	 * @generated
	 */
	int SERVICE_OBJECT = 32;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT__ID = NAMED_ELEMENT__ID;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT__NAME = NAMED_ELEMENT__NAME;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT__DESCRIPTION = NAMED_ELEMENT__DESCRIPTION;

	/**
	 * The feature id for the '<em><b>Terms</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT__TERMS = NAMED_ELEMENT_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Service Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Service Object</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_OBJECT_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.PortConditionImpl <em>Port Condition</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.PortConditionImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortCondition()
	 * @generated
	 */
	int PORT_CONDITION = 33;

	/**
	 * The feature id for the '<em><b>Operator</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PORT_CONDITION__OPERATOR = 0;

	/**
	 * The feature id for the '<em><b>Ports</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PORT_CONDITION__PORTS = 1;

	/**
	 * The number of structural features of the '<em>Port Condition</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PORT_CONDITION_FEATURE_COUNT = 2;

	/**
	 * The number of operations of the '<em>Port Condition</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PORT_CONDITION_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ActionImpl <em>Action</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ActionImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAction()
	 * @generated
	 */
	int ACTION = 34;

	/**
	 * The number of structural features of the '<em>Action</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ACTION_FEATURE_COUNT = 0;

	/**
	 * The number of operations of the '<em>Action</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ACTION_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AllowImpl <em>Allow</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AllowImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAllow()
	 * @generated
	 */
	int ALLOW = 35;

	/**
	 * The number of structural features of the '<em>Allow</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ALLOW_FEATURE_COUNT = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of operations of the '<em>Allow</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ALLOW_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.DenyImpl <em>Deny</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.DenyImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDeny()
	 * @generated
	 */
	int DENY = 36;

	/**
	 * The number of structural features of the '<em>Deny</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int DENY_FEATURE_COUNT = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of operations of the '<em>Deny</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int DENY_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.RejectImpl <em>Reject</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.RejectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getReject()
	 * @generated
	 */
	int REJECT = 37;

	/**
	 * The feature id for the '<em><b>Type</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int REJECT__TYPE = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Reject</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int REJECT_FEATURE_COUNT = ACTION_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Reject</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int REJECT_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AskImpl <em>Ask</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AskImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAsk()
	 * @generated
	 */
	int ASK = 38;

	/**
	 * The number of structural features of the '<em>Ask</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ASK_FEATURE_COUNT = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of operations of the '<em>Ask</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int ASK_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.LogImpl <em>Log</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.LogImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLog()
	 * @generated
	 */
	int LOG = 39;

	/**
	 * The feature id for the '<em><b>Prefix</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LOG__PREFIX = ACTION_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Level</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LOG__LEVEL = ACTION_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Group</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LOG__GROUP = ACTION_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Log</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LOG_FEATURE_COUNT = ACTION_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Log</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LOG_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.CountImpl <em>Count</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.CountImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getCount()
	 * @generated
	 */
	int COUNT = 40;

	/**
	 * The number of structural features of the '<em>Count</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int COUNT_FEATURE_COUNT = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of operations of the '<em>Count</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int COUNT_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.LimitImpl <em>Limit</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.LimitImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLimit()
	 * @generated
	 */
	int LIMIT = 41;

	/**
	 * The feature id for the '<em><b>Rate</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LIMIT__RATE = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Limit</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LIMIT_FEATURE_COUNT = ACTION_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Limit</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LIMIT_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.CallImpl <em>Call</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.CallImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getCall()
	 * @generated
	 */
	int CALL = 42;

	/**
	 * The feature id for the '<em><b>Chain</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CALL__CHAIN = ACTION_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Tail</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CALL__TAIL = ACTION_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Call</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CALL_FEATURE_COUNT = ACTION_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Call</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CALL_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ReturnImpl <em>Return</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ReturnImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getReturn()
	 * @generated
	 */
	int RETURN = 43;

	/**
	 * The number of structural features of the '<em>Return</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RETURN_FEATURE_COUNT = ACTION_FEATURE_COUNT + 0;

	/**
	 * The number of operations of the '<em>Return</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RETURN_OPERATION_COUNT = ACTION_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDisposition()
	 * @generated
	 */
	int DISPOSITION = 44;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.Hook <em>Hook</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.Hook
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getHook()
	 * @generated
	 */
	int HOOK = 45;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.ChainScope <em>Chain Scope</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.ChainScope
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainScope()
	 * @generated
	 */
	int CHAIN_SCOPE = 46;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.FragmentReading <em>Fragment Reading</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.FragmentReading
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getFragmentReading()
	 * @generated
	 */
	int FRAGMENT_READING = 47;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.ConnectionState <em>Connection State</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.ConnectionState
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getConnectionState()
	 * @generated
	 */
	int CONNECTION_STATE = 48;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.RateUnit <em>Rate Unit</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.RateUnit
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateUnit()
	 * @generated
	 */
	int RATE_UNIT = 49;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.RateKey <em>Rate Key</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.RateKey
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateKey()
	 * @generated
	 */
	int RATE_KEY = 50;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.Weekday <em>Weekday</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.Weekday
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getWeekday()
	 * @generated
	 */
	int WEEKDAY = 51;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.IosListKind <em>Ios List Kind</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.IosListKind
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosListKind()
	 * @generated
	 */
	int IOS_LIST_KIND = 52;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.ChainEnd <em>Chain End</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.ChainEnd
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainEnd()
	 * @generated
	 */
	int CHAIN_END = 53;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.FailMode <em>Fail Mode</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.FailMode
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getFailMode()
	 * @generated
	 */
	int FAIL_MODE = 54;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.IpFamily <em>Ip Family</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpFamily()
	 * @generated
	 */
	int IP_FAMILY = 55;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.LogMode <em>Log Mode</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.LogMode
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLogMode()
	 * @generated
	 */
	int LOG_MODE = 56;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.PortOperator <em>Port Operator</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.PortOperator
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortOperator()
	 * @generated
	 */
	int PORT_OPERATOR = 57;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.RejectType <em>Reject Type</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.RejectType
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRejectType()
	 * @generated
	 */
	int REJECT_TYPE = 58;

	/**
	 * The meta object id for the '<em>Ip Prefix</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.net.IpPrefix
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpPrefix()
	 * @generated
	 */
	int IP_PREFIX = 59;

	/**
	 * The meta object id for the '<em>Ip Address</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.net.IpAddress
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpAddress()
	 * @generated
	 */
	int IP_ADDRESS = 60;

	/**
	 * The meta object id for the '<em>Number Set</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.NumberSet
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNumberSet()
	 * @generated
	 */
	int NUMBER_SET = 61;

	/**
	 * The meta object id for the '<em>Tcp Flag Test</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.TcpFlagTest
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getTcpFlagTest()
	 * @generated
	 */
	int TCP_FLAG_TEST = 62;

	/**
	 * The meta object id for the '<em>Mark Test</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.MarkTest
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getMarkTest()
	 * @generated
	 */
	int MARK_TEST = 63;

	/**
	 * The meta object id for the '<em>Local Time</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see java.time.LocalTime
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLocalTime()
	 * @generated
	 */
	int LOCAL_TIME = 64;

	/**
	 * The meta object id for the '<em>Local Date Time</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see java.time.LocalDateTime
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLocalDateTime()
	 * @generated
	 */
	int LOCAL_DATE_TIME = 65;


	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Element <em>Element</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Element</em>'.
	 * @see org.hopwarden.rulemodel.Element
	 * @generated
	 */
	EClass getElement();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Element#getId <em>Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Id</em>'.
	 * @see org.hopwarden.rulemodel.Element#getId()
	 * @see #getElement()
	 * @generated
	 */
	EAttribute getElement_Id();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.NamedElement <em>Named Element</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Named Element</em>'.
	 * @see org.hopwarden.rulemodel.NamedElement
	 * @generated
	 */
	EClass getNamedElement();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.NamedElement#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.hopwarden.rulemodel.NamedElement#getName()
	 * @see #getNamedElement()
	 * @generated
	 */
	EAttribute getNamedElement_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.NamedElement#getDescription <em>Description</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Description</em>'.
	 * @see org.hopwarden.rulemodel.NamedElement#getDescription()
	 * @see #getNamedElement()
	 * @generated
	 */
	EAttribute getNamedElement_Description();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Policy <em>Policy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Policy</em>'.
	 * @see org.hopwarden.rulemodel.Policy
	 * @generated
	 */
	EClass getPolicy();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Policy#getDefaultIn <em>Default In</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Default In</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getDefaultIn()
	 * @see #getPolicy()
	 * @generated
	 */
	EAttribute getPolicy_DefaultIn();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Policy#getDefaultOut <em>Default Out</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Default Out</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getDefaultOut()
	 * @see #getPolicy()
	 * @generated
	 */
	EAttribute getPolicy_DefaultOut();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Policy#getDefaultForward <em>Default Forward</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Default Forward</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getDefaultForward()
	 * @see #getPolicy()
	 * @generated
	 */
	EAttribute getPolicy_DefaultForward();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Policy#getFailMode <em>Fail Mode</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Fail Mode</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getFailMode()
	 * @see #getPolicy()
	 * @generated
	 */
	EAttribute getPolicy_FailMode();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getAddressObjects <em>Address Objects</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Address Objects</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getAddressObjects()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_AddressObjects();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getServiceObjects <em>Service Objects</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Service Objects</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getServiceObjects()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_ServiceObjects();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getInterfaceObjects <em>Interface Objects</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Interface Objects</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getInterfaceObjects()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_InterfaceObjects();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getApplications <em>Applications</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Applications</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getApplications()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_Applications();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getSchedules <em>Schedules</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Schedules</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getSchedules()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_Schedules();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getChains <em>Chains</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Chains</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getChains()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_Chains();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Policy#getOpaque <em>Opaque</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Opaque</em>'.
	 * @see org.hopwarden.rulemodel.Policy#getOpaque()
	 * @see #getPolicy()
	 * @generated
	 */
	EReference getPolicy_Opaque();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Chain <em>Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Chain</em>'.
	 * @see org.hopwarden.rulemodel.Chain
	 * @generated
	 */
	EClass getChain();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Chain#getIpVersion <em>Ip Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Ip Version</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getIpVersion()
	 * @see #getChain()
	 * @generated
	 */
	EAttribute getChain_IpVersion();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Chain#getEnd <em>End</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>End</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getEnd()
	 * @see #getChain()
	 * @generated
	 */
	EAttribute getChain_End();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Chain#getBindings <em>Bindings</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Bindings</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getBindings()
	 * @see #getChain()
	 * @generated
	 */
	EReference getChain_Bindings();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Chain#getScope <em>Scope</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Scope</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getScope()
	 * @see #getChain()
	 * @generated
	 */
	EAttribute getChain_Scope();

	/**
	 * Returns the meta object for the reference list '{@link org.hopwarden.rulemodel.Chain#getApplications <em>Applications</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Applications</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getApplications()
	 * @see #getChain()
	 * @generated
	 */
	EReference getChain_Applications();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Chain#getFragmentReading <em>Fragment Reading</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Fragment Reading</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getFragmentReading()
	 * @see #getChain()
	 * @generated
	 */
	EAttribute getChain_FragmentReading();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Chain#getDialect <em>Dialect</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Dialect</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getDialect()
	 * @see #getChain()
	 * @generated
	 */
	EReference getChain_Dialect();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Chain#getRules <em>Rules</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Rules</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getRules()
	 * @see #getChain()
	 * @generated
	 */
	EReference getChain_Rules();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.Chain#getEndRemarks <em>End Remarks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>End Remarks</em>'.
	 * @see org.hopwarden.rulemodel.Chain#getEndRemarks()
	 * @see #getChain()
	 * @generated
	 */
	EAttribute getChain_EndRemarks();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Binding <em>Binding</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Binding</em>'.
	 * @see org.hopwarden.rulemodel.Binding
	 * @generated
	 */
	EClass getBinding();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Binding#getHook <em>Hook</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Hook</em>'.
	 * @see org.hopwarden.rulemodel.Binding#getHook()
	 * @see #getBinding()
	 * @generated
	 */
	EAttribute getBinding_Hook();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Binding#getInInterface <em>In Interface</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>In Interface</em>'.
	 * @see org.hopwarden.rulemodel.Binding#getInInterface()
	 * @see #getBinding()
	 * @generated
	 */
	EReference getBinding_InInterface();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Binding#getOutInterface <em>Out Interface</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Out Interface</em>'.
	 * @see org.hopwarden.rulemodel.Binding#getOutInterface()
	 * @see #getBinding()
	 * @generated
	 */
	EReference getBinding_OutInterface();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.ChainDialect <em>Chain Dialect</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Chain Dialect</em>'.
	 * @see org.hopwarden.rulemodel.ChainDialect
	 * @generated
	 */
	EClass getChainDialect();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.IosList <em>Ios List</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Ios List</em>'.
	 * @see org.hopwarden.rulemodel.IosList
	 * @generated
	 */
	EClass getIosList();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.IosList#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see org.hopwarden.rulemodel.IosList#getKind()
	 * @see #getIosList()
	 * @generated
	 */
	EAttribute getIosList_Kind();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.IosNumberedList <em>Ios Numbered List</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Ios Numbered List</em>'.
	 * @see org.hopwarden.rulemodel.IosNumberedList
	 * @generated
	 */
	EClass getIosNumberedList();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.IosNumberedList#getNumber <em>Number</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Number</em>'.
	 * @see org.hopwarden.rulemodel.IosNumberedList#getNumber()
	 * @see #getIosNumberedList()
	 * @generated
	 */
	EAttribute getIosNumberedList_Number();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.IosNamedList <em>Ios Named List</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Ios Named List</em>'.
	 * @see org.hopwarden.rulemodel.IosNamedList
	 * @generated
	 */
	EClass getIosNamedList();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.IosNamedList#getEndRemarkNumbers <em>End Remark Numbers</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>End Remark Numbers</em>'.
	 * @see org.hopwarden.rulemodel.IosNamedList#getEndRemarkNumbers()
	 * @see #getIosNamedList()
	 * @generated
	 */
	EAttribute getIosNamedList_EndRemarkNumbers();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.IptablesChain <em>Iptables Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Iptables Chain</em>'.
	 * @see org.hopwarden.rulemodel.IptablesChain
	 * @generated
	 */
	EClass getIptablesChain();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.IptablesChain#getTable <em>Table</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Table</em>'.
	 * @see org.hopwarden.rulemodel.IptablesChain#getTable()
	 * @see #getIptablesChain()
	 * @generated
	 */
	EAttribute getIptablesChain_Table();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.IptablesChain#getPackets <em>Packets</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Packets</em>'.
	 * @see org.hopwarden.rulemodel.IptablesChain#getPackets()
	 * @see #getIptablesChain()
	 * @generated
	 */
	EAttribute getIptablesChain_Packets();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.IptablesChain#getBytes <em>Bytes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Bytes</em>'.
	 * @see org.hopwarden.rulemodel.IptablesChain#getBytes()
	 * @see #getIptablesChain()
	 * @generated
	 */
	EAttribute getIptablesChain_Bytes();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.NftChain <em>Nft Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Nft Chain</em>'.
	 * @see org.hopwarden.rulemodel.NftChain
	 * @generated
	 */
	EClass getNftChain();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.NftChain#getFamily <em>Family</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Family</em>'.
	 * @see org.hopwarden.rulemodel.NftChain#getFamily()
	 * @see #getNftChain()
	 * @generated
	 */
	EAttribute getNftChain_Family();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.NftChain#getTable <em>Table</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Table</em>'.
	 * @see org.hopwarden.rulemodel.NftChain#getTable()
	 * @see #getNftChain()
	 * @generated
	 */
	EAttribute getNftChain_Table();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.NftChain#getPriority <em>Priority</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Priority</em>'.
	 * @see org.hopwarden.rulemodel.NftChain#getPriority()
	 * @see #getNftChain()
	 * @generated
	 */
	EAttribute getNftChain_Priority();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Rule <em>Rule</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Rule</em>'.
	 * @see org.hopwarden.rulemodel.Rule
	 * @generated
	 */
	EClass getRule();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getName()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#isEnabled <em>Enabled</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Enabled</em>'.
	 * @see org.hopwarden.rulemodel.Rule#isEnabled()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Enabled();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#getNumber <em>Number</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Number</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getNumber()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Number();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.Rule#getRemarks <em>Remarks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>Remarks</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getRemarks()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Remarks();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.Rule#getRemarkNumbers <em>Remark Numbers</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>Remark Numbers</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getRemarkNumbers()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_RemarkNumbers();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#getLog <em>Log</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Log</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getLog()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Log();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Rule#getMatch <em>Match</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Match</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getMatch()
	 * @see #getRule()
	 * @generated
	 */
	EReference getRule_Match();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Rule#getAction <em>Action</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Action</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getAction()
	 * @see #getRule()
	 * @generated
	 */
	EReference getRule_Action();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#isUnderReview <em>Under Review</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Under Review</em>'.
	 * @see org.hopwarden.rulemodel.Rule#isUnderReview()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_UnderReview();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#getPackets <em>Packets</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Packets</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getPackets()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Packets();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Rule#getBytes <em>Bytes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Bytes</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getBytes()
	 * @see #getRule()
	 * @generated
	 */
	EAttribute getRule_Bytes();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Rule#getOpaque <em>Opaque</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Opaque</em>'.
	 * @see org.hopwarden.rulemodel.Rule#getOpaque()
	 * @see #getRule()
	 * @generated
	 */
	EReference getRule_Opaque();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.OpaqueText <em>Opaque Text</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Opaque Text</em>'.
	 * @see org.hopwarden.rulemodel.OpaqueText
	 * @generated
	 */
	EClass getOpaqueText();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.OpaqueText#getLanguage <em>Language</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Language</em>'.
	 * @see org.hopwarden.rulemodel.OpaqueText#getLanguage()
	 * @see #getOpaqueText()
	 * @generated
	 */
	EAttribute getOpaqueText_Language();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.OpaqueText#getLine <em>Line</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Line</em>'.
	 * @see org.hopwarden.rulemodel.OpaqueText#getLine()
	 * @see #getOpaqueText()
	 * @generated
	 */
	EAttribute getOpaqueText_Line();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.OpaqueText#getText <em>Text</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Text</em>'.
	 * @see org.hopwarden.rulemodel.OpaqueText#getText()
	 * @see #getOpaqueText()
	 * @generated
	 */
	EAttribute getOpaqueText_Text();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Match <em>Match</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Match</em>'.
	 * @see org.hopwarden.rulemodel.Match
	 * @generated
	 */
	EClass getMatch();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#getIpVersion <em>Ip Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Ip Version</em>'.
	 * @see org.hopwarden.rulemodel.Match#getIpVersion()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_IpVersion();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Match#getInInterface <em>In Interface</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>In Interface</em>'.
	 * @see org.hopwarden.rulemodel.Match#getInInterface()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_InInterface();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isInInterfaceNegated <em>In Interface Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>In Interface Negated</em>'.
	 * @see org.hopwarden.rulemodel.Match#isInInterfaceNegated()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_InInterfaceNegated();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Match#getOutInterface <em>Out Interface</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Out Interface</em>'.
	 * @see org.hopwarden.rulemodel.Match#getOutInterface()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_OutInterface();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isOutInterfaceNegated <em>Out Interface Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Out Interface Negated</em>'.
	 * @see org.hopwarden.rulemodel.Match#isOutInterfaceNegated()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_OutInterfaceNegated();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isFragments <em>Fragments</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Fragments</em>'.
	 * @see org.hopwarden.rulemodel.Match#isFragments()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_Fragments();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Match#getSource <em>Source</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Source</em>'.
	 * @see org.hopwarden.rulemodel.Match#getSource()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Source();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isSourceNegated <em>Source Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Source Negated</em>'.
	 * @see org.hopwarden.rulemodel.Match#isSourceNegated()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_SourceNegated();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Match#getDestination <em>Destination</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Destination</em>'.
	 * @see org.hopwarden.rulemodel.Match#getDestination()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Destination();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isDestinationNegated <em>Destination Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Destination Negated</em>'.
	 * @see org.hopwarden.rulemodel.Match#isDestinationNegated()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_DestinationNegated();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Match#getService <em>Service</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Service</em>'.
	 * @see org.hopwarden.rulemodel.Match#getService()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Service();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#isServiceNegated <em>Service Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Service Negated</em>'.
	 * @see org.hopwarden.rulemodel.Match#isServiceNegated()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_ServiceNegated();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#getTtl <em>Ttl</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Ttl</em>'.
	 * @see org.hopwarden.rulemodel.Match#getTtl()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_Ttl();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#getDscp <em>Dscp</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Dscp</em>'.
	 * @see org.hopwarden.rulemodel.Match#getDscp()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_Dscp();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#getLength <em>Length</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Length</em>'.
	 * @see org.hopwarden.rulemodel.Match#getLength()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_Length();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.Match#getStates <em>States</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>States</em>'.
	 * @see org.hopwarden.rulemodel.Match#getStates()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_States();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Match#getMark <em>Mark</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Mark</em>'.
	 * @see org.hopwarden.rulemodel.Match#getMark()
	 * @see #getMatch()
	 * @generated
	 */
	EAttribute getMatch_Mark();

	/**
	 * Returns the meta object for the reference list '{@link org.hopwarden.rulemodel.Match#getApplications <em>Applications</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Applications</em>'.
	 * @see org.hopwarden.rulemodel.Match#getApplications()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Applications();

	/**
	 * Returns the meta object for the reference '{@link org.hopwarden.rulemodel.Match#getSchedule <em>Schedule</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Schedule</em>'.
	 * @see org.hopwarden.rulemodel.Match#getSchedule()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Schedule();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Match#getRate <em>Rate</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Rate</em>'.
	 * @see org.hopwarden.rulemodel.Match#getRate()
	 * @see #getMatch()
	 * @generated
	 */
	EReference getMatch_Rate();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.RateLimit <em>Rate Limit</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Rate Limit</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit
	 * @generated
	 */
	EClass getRateLimit();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.RateLimit#getCount <em>Count</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Count</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit#getCount()
	 * @see #getRateLimit()
	 * @generated
	 */
	EAttribute getRateLimit_Count();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.RateLimit#getUnit <em>Unit</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Unit</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit#getUnit()
	 * @see #getRateLimit()
	 * @generated
	 */
	EAttribute getRateLimit_Unit();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.RateLimit#getBurst <em>Burst</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Burst</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit#getBurst()
	 * @see #getRateLimit()
	 * @generated
	 */
	EAttribute getRateLimit_Burst();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.RateLimit#getPer <em>Per</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Per</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit#getPer()
	 * @see #getRateLimit()
	 * @generated
	 */
	EAttribute getRateLimit_Per();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.RateLimit#isOver <em>Over</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Over</em>'.
	 * @see org.hopwarden.rulemodel.RateLimit#isOver()
	 * @see #getRateLimit()
	 * @generated
	 */
	EAttribute getRateLimit_Over();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressTerm <em>Address Term</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Term</em>'.
	 * @see org.hopwarden.rulemodel.AddressTerm
	 * @generated
	 */
	EClass getAddressTerm();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressPrefix <em>Address Prefix</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Prefix</em>'.
	 * @see org.hopwarden.rulemodel.AddressPrefix
	 * @generated
	 */
	EClass getAddressPrefix();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressPrefix#getPrefix <em>Prefix</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Prefix</em>'.
	 * @see org.hopwarden.rulemodel.AddressPrefix#getPrefix()
	 * @see #getAddressPrefix()
	 * @generated
	 */
	EAttribute getAddressPrefix_Prefix();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressRange <em>Address Range</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Range</em>'.
	 * @see org.hopwarden.rulemodel.AddressRange
	 * @generated
	 */
	EClass getAddressRange();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressRange#getFirst <em>First</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>First</em>'.
	 * @see org.hopwarden.rulemodel.AddressRange#getFirst()
	 * @see #getAddressRange()
	 * @generated
	 */
	EAttribute getAddressRange_First();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressRange#getLast <em>Last</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Last</em>'.
	 * @see org.hopwarden.rulemodel.AddressRange#getLast()
	 * @see #getAddressRange()
	 * @generated
	 */
	EAttribute getAddressRange_Last();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressWildcard <em>Address Wildcard</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Wildcard</em>'.
	 * @see org.hopwarden.rulemodel.AddressWildcard
	 * @generated
	 */
	EClass getAddressWildcard();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressWildcard#getAddress <em>Address</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Address</em>'.
	 * @see org.hopwarden.rulemodel.AddressWildcard#getAddress()
	 * @see #getAddressWildcard()
	 * @generated
	 */
	EAttribute getAddressWildcard_Address();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressWildcard#getWildcard <em>Wildcard</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Wildcard</em>'.
	 * @see org.hopwarden.rulemodel.AddressWildcard#getWildcard()
	 * @see #getAddressWildcard()
	 * @generated
	 */
	EAttribute getAddressWildcard_Wildcard();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressName <em>Address Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Name</em>'.
	 * @see org.hopwarden.rulemodel.AddressName
	 * @generated
	 */
	EClass getAddressName();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.AddressName#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.hopwarden.rulemodel.AddressName#getName()
	 * @see #getAddressName()
	 * @generated
	 */
	EAttribute getAddressName_Name();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.AddressName#getAddresses <em>Addresses</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>Addresses</em>'.
	 * @see org.hopwarden.rulemodel.AddressName#getAddresses()
	 * @see #getAddressName()
	 * @generated
	 */
	EAttribute getAddressName_Addresses();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressUse <em>Address Use</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Use</em>'.
	 * @see org.hopwarden.rulemodel.AddressUse
	 * @generated
	 */
	EClass getAddressUse();

	/**
	 * Returns the meta object for the reference '{@link org.hopwarden.rulemodel.AddressUse#getObject <em>Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Object</em>'.
	 * @see org.hopwarden.rulemodel.AddressUse#getObject()
	 * @see #getAddressUse()
	 * @generated
	 */
	EReference getAddressUse_Object();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.AddressObject <em>Address Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Address Object</em>'.
	 * @see org.hopwarden.rulemodel.AddressObject
	 * @generated
	 */
	EClass getAddressObject();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.AddressObject#getTerms <em>Terms</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Terms</em>'.
	 * @see org.hopwarden.rulemodel.AddressObject#getTerms()
	 * @see #getAddressObject()
	 * @generated
	 */
	EReference getAddressObject_Terms();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.InterfaceTerm <em>Interface Term</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Interface Term</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceTerm
	 * @generated
	 */
	EClass getInterfaceTerm();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.InterfaceName <em>Interface Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Interface Name</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceName
	 * @generated
	 */
	EClass getInterfaceName();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.InterfaceName#getPattern <em>Pattern</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Pattern</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceName#getPattern()
	 * @see #getInterfaceName()
	 * @generated
	 */
	EAttribute getInterfaceName_Pattern();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.InterfaceUse <em>Interface Use</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Interface Use</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceUse
	 * @generated
	 */
	EClass getInterfaceUse();

	/**
	 * Returns the meta object for the reference '{@link org.hopwarden.rulemodel.InterfaceUse#getObject <em>Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Object</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceUse#getObject()
	 * @see #getInterfaceUse()
	 * @generated
	 */
	EReference getInterfaceUse_Object();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.InterfaceObject <em>Interface Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Interface Object</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceObject
	 * @generated
	 */
	EClass getInterfaceObject();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.InterfaceObject#getTerms <em>Terms</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Terms</em>'.
	 * @see org.hopwarden.rulemodel.InterfaceObject#getTerms()
	 * @see #getInterfaceObject()
	 * @generated
	 */
	EReference getInterfaceObject_Terms();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Application <em>Application</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Application</em>'.
	 * @see org.hopwarden.rulemodel.Application
	 * @generated
	 */
	EClass getApplication();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Application#getPath <em>Path</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Path</em>'.
	 * @see org.hopwarden.rulemodel.Application#getPath()
	 * @see #getApplication()
	 * @generated
	 */
	EAttribute getApplication_Path();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Application#getUser <em>User</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>User</em>'.
	 * @see org.hopwarden.rulemodel.Application#getUser()
	 * @see #getApplication()
	 * @generated
	 */
	EAttribute getApplication_User();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Application#getSigner <em>Signer</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Signer</em>'.
	 * @see org.hopwarden.rulemodel.Application#getSigner()
	 * @see #getApplication()
	 * @generated
	 */
	EAttribute getApplication_Signer();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Schedule <em>Schedule</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Schedule</em>'.
	 * @see org.hopwarden.rulemodel.Schedule
	 * @generated
	 */
	EClass getSchedule();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Schedule#getStart <em>Start</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Start</em>'.
	 * @see org.hopwarden.rulemodel.Schedule#getStart()
	 * @see #getSchedule()
	 * @generated
	 */
	EAttribute getSchedule_Start();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Schedule#getEnd <em>End</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>End</em>'.
	 * @see org.hopwarden.rulemodel.Schedule#getEnd()
	 * @see #getSchedule()
	 * @generated
	 */
	EAttribute getSchedule_End();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.Schedule#getPeriods <em>Periods</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Periods</em>'.
	 * @see org.hopwarden.rulemodel.Schedule#getPeriods()
	 * @see #getSchedule()
	 * @generated
	 */
	EReference getSchedule_Periods();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.WeeklyPeriod <em>Weekly Period</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Weekly Period</em>'.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod
	 * @generated
	 */
	EClass getWeeklyPeriod();

	/**
	 * Returns the meta object for the attribute list '{@link org.hopwarden.rulemodel.WeeklyPeriod#getDays <em>Days</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>Days</em>'.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod#getDays()
	 * @see #getWeeklyPeriod()
	 * @generated
	 */
	EAttribute getWeeklyPeriod_Days();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.WeeklyPeriod#getFrom <em>From</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>From</em>'.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod#getFrom()
	 * @see #getWeeklyPeriod()
	 * @generated
	 */
	EAttribute getWeeklyPeriod_From();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.WeeklyPeriod#getTo <em>To</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>To</em>'.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod#getTo()
	 * @see #getWeeklyPeriod()
	 * @generated
	 */
	EAttribute getWeeklyPeriod_To();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.WeeklyPeriod#getDaysLater <em>Days Later</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Days Later</em>'.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod#getDaysLater()
	 * @see #getWeeklyPeriod()
	 * @generated
	 */
	EAttribute getWeeklyPeriod_DaysLater();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.ServiceTerm <em>Service Term</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Service Term</em>'.
	 * @see org.hopwarden.rulemodel.ServiceTerm
	 * @generated
	 */
	EClass getServiceTerm();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Service <em>Service</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Service</em>'.
	 * @see org.hopwarden.rulemodel.Service
	 * @generated
	 */
	EClass getService();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#getProtocol <em>Protocol</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Protocol</em>'.
	 * @see org.hopwarden.rulemodel.Service#getProtocol()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_Protocol();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Service#getSourcePort <em>Source Port</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Source Port</em>'.
	 * @see org.hopwarden.rulemodel.Service#getSourcePort()
	 * @see #getService()
	 * @generated
	 */
	EReference getService_SourcePort();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Service#getDestinationPort <em>Destination Port</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Destination Port</em>'.
	 * @see org.hopwarden.rulemodel.Service#getDestinationPort()
	 * @see #getService()
	 * @generated
	 */
	EReference getService_DestinationPort();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#getIcmpType <em>Icmp Type</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Icmp Type</em>'.
	 * @see org.hopwarden.rulemodel.Service#getIcmpType()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_IcmpType();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#getIcmpCode <em>Icmp Code</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Icmp Code</em>'.
	 * @see org.hopwarden.rulemodel.Service#getIcmpCode()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_IcmpCode();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#isIcmpNegated <em>Icmp Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Icmp Negated</em>'.
	 * @see org.hopwarden.rulemodel.Service#isIcmpNegated()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_IcmpNegated();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#isEstablished <em>Established</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Established</em>'.
	 * @see org.hopwarden.rulemodel.Service#isEstablished()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_Established();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#getTcpFlags <em>Tcp Flags</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Tcp Flags</em>'.
	 * @see org.hopwarden.rulemodel.Service#getTcpFlags()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_TcpFlags();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Service#isTcpFlagsNegated <em>Tcp Flags Negated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Tcp Flags Negated</em>'.
	 * @see org.hopwarden.rulemodel.Service#isTcpFlagsNegated()
	 * @see #getService()
	 * @generated
	 */
	EAttribute getService_TcpFlagsNegated();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.ServiceUse <em>Service Use</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Service Use</em>'.
	 * @see org.hopwarden.rulemodel.ServiceUse
	 * @generated
	 */
	EClass getServiceUse();

	/**
	 * Returns the meta object for the reference '{@link org.hopwarden.rulemodel.ServiceUse#getObject <em>Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Object</em>'.
	 * @see org.hopwarden.rulemodel.ServiceUse#getObject()
	 * @see #getServiceUse()
	 * @generated
	 */
	EReference getServiceUse_Object();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.ServiceObject <em>Service Object</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Service Object</em>'.
	 * @see org.hopwarden.rulemodel.ServiceObject
	 * @generated
	 */
	EClass getServiceObject();

	/**
	 * Returns the meta object for the containment reference list '{@link org.hopwarden.rulemodel.ServiceObject#getTerms <em>Terms</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Terms</em>'.
	 * @see org.hopwarden.rulemodel.ServiceObject#getTerms()
	 * @see #getServiceObject()
	 * @generated
	 */
	EReference getServiceObject_Terms();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.PortCondition <em>Port Condition</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Port Condition</em>'.
	 * @see org.hopwarden.rulemodel.PortCondition
	 * @generated
	 */
	EClass getPortCondition();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.PortCondition#getOperator <em>Operator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Operator</em>'.
	 * @see org.hopwarden.rulemodel.PortCondition#getOperator()
	 * @see #getPortCondition()
	 * @generated
	 */
	EAttribute getPortCondition_Operator();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.PortCondition#getPorts <em>Ports</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Ports</em>'.
	 * @see org.hopwarden.rulemodel.PortCondition#getPorts()
	 * @see #getPortCondition()
	 * @generated
	 */
	EAttribute getPortCondition_Ports();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Action <em>Action</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Action</em>'.
	 * @see org.hopwarden.rulemodel.Action
	 * @generated
	 */
	EClass getAction();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Allow <em>Allow</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Allow</em>'.
	 * @see org.hopwarden.rulemodel.Allow
	 * @generated
	 */
	EClass getAllow();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Deny <em>Deny</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Deny</em>'.
	 * @see org.hopwarden.rulemodel.Deny
	 * @generated
	 */
	EClass getDeny();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Reject <em>Reject</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Reject</em>'.
	 * @see org.hopwarden.rulemodel.Reject
	 * @generated
	 */
	EClass getReject();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Reject#getType <em>Type</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Type</em>'.
	 * @see org.hopwarden.rulemodel.Reject#getType()
	 * @see #getReject()
	 * @generated
	 */
	EAttribute getReject_Type();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Ask <em>Ask</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Ask</em>'.
	 * @see org.hopwarden.rulemodel.Ask
	 * @generated
	 */
	EClass getAsk();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Log <em>Log</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Log</em>'.
	 * @see org.hopwarden.rulemodel.Log
	 * @generated
	 */
	EClass getLog();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Log#getPrefix <em>Prefix</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Prefix</em>'.
	 * @see org.hopwarden.rulemodel.Log#getPrefix()
	 * @see #getLog()
	 * @generated
	 */
	EAttribute getLog_Prefix();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Log#getLevel <em>Level</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Level</em>'.
	 * @see org.hopwarden.rulemodel.Log#getLevel()
	 * @see #getLog()
	 * @generated
	 */
	EAttribute getLog_Level();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Log#getGroup <em>Group</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Group</em>'.
	 * @see org.hopwarden.rulemodel.Log#getGroup()
	 * @see #getLog()
	 * @generated
	 */
	EAttribute getLog_Group();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Count <em>Count</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Count</em>'.
	 * @see org.hopwarden.rulemodel.Count
	 * @generated
	 */
	EClass getCount();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Limit <em>Limit</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Limit</em>'.
	 * @see org.hopwarden.rulemodel.Limit
	 * @generated
	 */
	EClass getLimit();

	/**
	 * Returns the meta object for the containment reference '{@link org.hopwarden.rulemodel.Limit#getRate <em>Rate</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Rate</em>'.
	 * @see org.hopwarden.rulemodel.Limit#getRate()
	 * @see #getLimit()
	 * @generated
	 */
	EReference getLimit_Rate();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Call <em>Call</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Call</em>'.
	 * @see org.hopwarden.rulemodel.Call
	 * @generated
	 */
	EClass getCall();

	/**
	 * Returns the meta object for the reference '{@link org.hopwarden.rulemodel.Call#getChain <em>Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Chain</em>'.
	 * @see org.hopwarden.rulemodel.Call#getChain()
	 * @see #getCall()
	 * @generated
	 */
	EReference getCall_Chain();

	/**
	 * Returns the meta object for the attribute '{@link org.hopwarden.rulemodel.Call#isTail <em>Tail</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Tail</em>'.
	 * @see org.hopwarden.rulemodel.Call#isTail()
	 * @see #getCall()
	 * @generated
	 */
	EAttribute getCall_Tail();

	/**
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.Return <em>Return</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Return</em>'.
	 * @see org.hopwarden.rulemodel.Return
	 * @generated
	 */
	EClass getReturn();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Disposition</em>'.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @generated
	 */
	EEnum getDisposition();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.Hook <em>Hook</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Hook</em>'.
	 * @see org.hopwarden.rulemodel.Hook
	 * @generated
	 */
	EEnum getHook();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.ChainScope <em>Chain Scope</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Chain Scope</em>'.
	 * @see org.hopwarden.rulemodel.ChainScope
	 * @generated
	 */
	EEnum getChainScope();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.FragmentReading <em>Fragment Reading</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Fragment Reading</em>'.
	 * @see org.hopwarden.rulemodel.FragmentReading
	 * @generated
	 */
	EEnum getFragmentReading();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.ConnectionState <em>Connection State</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Connection State</em>'.
	 * @see org.hopwarden.rulemodel.ConnectionState
	 * @generated
	 */
	EEnum getConnectionState();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.RateUnit <em>Rate Unit</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Rate Unit</em>'.
	 * @see org.hopwarden.rulemodel.RateUnit
	 * @generated
	 */
	EEnum getRateUnit();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.RateKey <em>Rate Key</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Rate Key</em>'.
	 * @see org.hopwarden.rulemodel.RateKey
	 * @generated
	 */
	EEnum getRateKey();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.Weekday <em>Weekday</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Weekday</em>'.
	 * @see org.hopwarden.rulemodel.Weekday
	 * @generated
	 */
	EEnum getWeekday();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.IosListKind <em>Ios List Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Ios List Kind</em>'.
	 * @see org.hopwarden.rulemodel.IosListKind
	 * @generated
	 */
	EEnum getIosListKind();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.ChainEnd <em>Chain End</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Chain End</em>'.
	 * @see org.hopwarden.rulemodel.ChainEnd
	 * @generated
	 */
	EEnum getChainEnd();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.FailMode <em>Fail Mode</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Fail Mode</em>'.
	 * @see org.hopwarden.rulemodel.FailMode
	 * @generated
	 */
	EEnum getFailMode();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.IpFamily <em>Ip Family</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Ip Family</em>'.
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @generated
	 */
	EEnum getIpFamily();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.LogMode <em>Log Mode</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Log Mode</em>'.
	 * @see org.hopwarden.rulemodel.LogMode
	 * @generated
	 */
	EEnum getLogMode();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.PortOperator <em>Port Operator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Port Operator</em>'.
	 * @see org.hopwarden.rulemodel.PortOperator
	 * @generated
	 */
	EEnum getPortOperator();

	/**
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.RejectType <em>Reject Type</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Reject Type</em>'.
	 * @see org.hopwarden.rulemodel.RejectType
	 * @generated
	 */
	EEnum getRejectType();

	/**
	 * Returns the meta object for data type '{@link org.hopwarden.net.IpPrefix <em>Ip Prefix</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A prefix as text, such as 192.0.2.0/24.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Ip Prefix</em>'.
	 * @see org.hopwarden.net.IpPrefix
	 * @model instanceClass="org.hopwarden.net.IpPrefix"
	 * @generated
	 */
	EDataType getIpPrefix();

	/**
	 * Returns the meta object for data type '{@link org.hopwarden.net.IpAddress <em>Ip Address</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * An address as text.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Ip Address</em>'.
	 * @see org.hopwarden.net.IpAddress
	 * @model instanceClass="org.hopwarden.net.IpAddress"
	 * @generated
	 */
	EDataType getIpAddress();

	/**
	 * Returns the meta object for data type '{@link org.hopwarden.rulemodel.NumberSet <em>Number Set</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Numbers from 0 to 65535 and ranges of them as text, such as 80,443,8000-8080.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Number Set</em>'.
	 * @see org.hopwarden.rulemodel.NumberSet
	 * @model instanceClass="org.hopwarden.rulemodel.NumberSet"
	 * @generated
	 */
	EDataType getNumberSet();

	/**
	 * Returns the meta object for data type '{@link org.hopwarden.rulemodel.TcpFlagTest <em>Tcp Flag Test</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A test of TCP control bits as text, such as SYN,ACK=SYN.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Tcp Flag Test</em>'.
	 * @see org.hopwarden.rulemodel.TcpFlagTest
	 * @model instanceClass="org.hopwarden.rulemodel.TcpFlagTest"
	 * @generated
	 */
	EDataType getTcpFlagTest();

	/**
	 * Returns the meta object for data type '{@link org.hopwarden.rulemodel.MarkTest <em>Mark Test</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A test of a mark as text, such as 0x10/0xff, or !0x10/0xff for its failure.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Mark Test</em>'.
	 * @see org.hopwarden.rulemodel.MarkTest
	 * @model instanceClass="org.hopwarden.rulemodel.MarkTest"
	 * @generated
	 */
	EDataType getMarkTest();

	/**
	 * Returns the meta object for data type '{@link java.time.LocalTime <em>Local Time</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A time of day as ISO 8601 has it, such as 08:00.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Local Time</em>'.
	 * @see java.time.LocalTime
	 * @model instanceClass="java.time.LocalTime"
	 * @generated
	 */
	EDataType getLocalTime();

	/**
	 * Returns the meta object for data type '{@link java.time.LocalDateTime <em>Local Date Time</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * A date and time as ISO 8601 has it, such as 2026-01-31T08:00.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Local Date Time</em>'.
	 * @see java.time.LocalDateTime
	 * @model instanceClass="java.time.LocalDateTime"
	 * @generated
	 */
	EDataType getLocalDateTime();

	/**
	 * Returns the factory that creates the instances of the model.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the factory that creates the instances of the model.
	 * @generated
	 */
	RulemodelFactory getRulemodelFactory();

	/**
	 * <!-- begin-user-doc -->
	 * Defines literals for the meta objects that represent
	 * <ul>
	 *   <li>each class,</li>
	 *   <li>each feature of each class,</li>
	 *   <li>each operation of each class,</li>
	 *   <li>each enum,</li>
	 *   <li>and each data type</li>
	 * </ul>
	 * <!-- end-user-doc -->
	 * @generated
	 */
	interface Literals {
		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ElementImpl <em>Element</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ElementImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getElement()
		 * @generated
		 */
		EClass ELEMENT = eINSTANCE.getElement();

		/**
		 * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ELEMENT__ID = eINSTANCE.getElement_Id();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.NamedElementImpl <em>Named Element</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.NamedElementImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNamedElement()
		 * @generated
		 */
		EClass NAMED_ELEMENT = eINSTANCE.getNamedElement();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute NAMED_ELEMENT__NAME = eINSTANCE.getNamedElement_Name();

		/**
		 * The meta object literal for the '<em><b>Description</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute NAMED_ELEMENT__DESCRIPTION = eINSTANCE.getNamedElement_Description();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.PolicyImpl <em>Policy</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.PolicyImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPolicy()
		 * @generated
		 */
		EClass POLICY = eINSTANCE.getPolicy();

		/**
		 * The meta object literal for the '<em><b>Default In</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute POLICY__DEFAULT_IN = eINSTANCE.getPolicy_DefaultIn();

		/**
		 * The meta object literal for the '<em><b>Default Out</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute POLICY__DEFAULT_OUT = eINSTANCE.getPolicy_DefaultOut();

		/**
		 * The meta object literal for the '<em><b>Default Forward</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute POLICY__DEFAULT_FORWARD = eINSTANCE.getPolicy_DefaultForward();

		/**
		 * The meta object literal for the '<em><b>Fail Mode</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute POLICY__FAIL_MODE = eINSTANCE.getPolicy_FailMode();

		/**
		 * The meta object literal for the '<em><b>Address Objects</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__ADDRESS_OBJECTS = eINSTANCE.getPolicy_AddressObjects();

		/**
		 * The meta object literal for the '<em><b>Service Objects</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__SERVICE_OBJECTS = eINSTANCE.getPolicy_ServiceObjects();

		/**
		 * The meta object literal for the '<em><b>Interface Objects</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__INTERFACE_OBJECTS = eINSTANCE.getPolicy_InterfaceObjects();

		/**
		 * The meta object literal for the '<em><b>Applications</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__APPLICATIONS = eINSTANCE.getPolicy_Applications();

		/**
		 * The meta object literal for the '<em><b>Schedules</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__SCHEDULES = eINSTANCE.getPolicy_Schedules();

		/**
		 * The meta object literal for the '<em><b>Chains</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__CHAINS = eINSTANCE.getPolicy_Chains();

		/**
		 * The meta object literal for the '<em><b>Opaque</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__OPAQUE = eINSTANCE.getPolicy_Opaque();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ChainImpl <em>Chain</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ChainImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChain()
		 * @generated
		 */
		EClass CHAIN = eINSTANCE.getChain();

		/**
		 * The meta object literal for the '<em><b>Ip Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHAIN__IP_VERSION = eINSTANCE.getChain_IpVersion();

		/**
		 * The meta object literal for the '<em><b>End</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHAIN__END = eINSTANCE.getChain_End();

		/**
		 * The meta object literal for the '<em><b>Bindings</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference CHAIN__BINDINGS = eINSTANCE.getChain_Bindings();

		/**
		 * The meta object literal for the '<em><b>Scope</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHAIN__SCOPE = eINSTANCE.getChain_Scope();

		/**
		 * The meta object literal for the '<em><b>Applications</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference CHAIN__APPLICATIONS = eINSTANCE.getChain_Applications();

		/**
		 * The meta object literal for the '<em><b>Fragment Reading</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHAIN__FRAGMENT_READING = eINSTANCE.getChain_FragmentReading();

		/**
		 * The meta object literal for the '<em><b>Dialect</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference CHAIN__DIALECT = eINSTANCE.getChain_Dialect();

		/**
		 * The meta object literal for the '<em><b>Rules</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference CHAIN__RULES = eINSTANCE.getChain_Rules();

		/**
		 * The meta object literal for the '<em><b>End Remarks</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHAIN__END_REMARKS = eINSTANCE.getChain_EndRemarks();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.BindingImpl <em>Binding</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.BindingImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getBinding()
		 * @generated
		 */
		EClass BINDING = eINSTANCE.getBinding();

		/**
		 * The meta object literal for the '<em><b>Hook</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute BINDING__HOOK = eINSTANCE.getBinding_Hook();

		/**
		 * The meta object literal for the '<em><b>In Interface</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference BINDING__IN_INTERFACE = eINSTANCE.getBinding_InInterface();

		/**
		 * The meta object literal for the '<em><b>Out Interface</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference BINDING__OUT_INTERFACE = eINSTANCE.getBinding_OutInterface();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ChainDialectImpl <em>Chain Dialect</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ChainDialectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainDialect()
		 * @generated
		 */
		EClass CHAIN_DIALECT = eINSTANCE.getChainDialect();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.IosListImpl <em>Ios List</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.IosListImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosList()
		 * @generated
		 */
		EClass IOS_LIST = eINSTANCE.getIosList();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IOS_LIST__KIND = eINSTANCE.getIosList_Kind();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.IosNumberedListImpl <em>Ios Numbered List</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.IosNumberedListImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosNumberedList()
		 * @generated
		 */
		EClass IOS_NUMBERED_LIST = eINSTANCE.getIosNumberedList();

		/**
		 * The meta object literal for the '<em><b>Number</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IOS_NUMBERED_LIST__NUMBER = eINSTANCE.getIosNumberedList_Number();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.IosNamedListImpl <em>Ios Named List</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.IosNamedListImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosNamedList()
		 * @generated
		 */
		EClass IOS_NAMED_LIST = eINSTANCE.getIosNamedList();

		/**
		 * The meta object literal for the '<em><b>End Remark Numbers</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IOS_NAMED_LIST__END_REMARK_NUMBERS = eINSTANCE.getIosNamedList_EndRemarkNumbers();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.IptablesChainImpl <em>Iptables Chain</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.IptablesChainImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIptablesChain()
		 * @generated
		 */
		EClass IPTABLES_CHAIN = eINSTANCE.getIptablesChain();

		/**
		 * The meta object literal for the '<em><b>Table</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IPTABLES_CHAIN__TABLE = eINSTANCE.getIptablesChain_Table();

		/**
		 * The meta object literal for the '<em><b>Packets</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IPTABLES_CHAIN__PACKETS = eINSTANCE.getIptablesChain_Packets();

		/**
		 * The meta object literal for the '<em><b>Bytes</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IPTABLES_CHAIN__BYTES = eINSTANCE.getIptablesChain_Bytes();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.NftChainImpl <em>Nft Chain</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.NftChainImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNftChain()
		 * @generated
		 */
		EClass NFT_CHAIN = eINSTANCE.getNftChain();

		/**
		 * The meta object literal for the '<em><b>Family</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute NFT_CHAIN__FAMILY = eINSTANCE.getNftChain_Family();

		/**
		 * The meta object literal for the '<em><b>Table</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute NFT_CHAIN__TABLE = eINSTANCE.getNftChain_Table();

		/**
		 * The meta object literal for the '<em><b>Priority</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute NFT_CHAIN__PRIORITY = eINSTANCE.getNftChain_Priority();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.RuleImpl <em>Rule</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.RuleImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRule()
		 * @generated
		 */
		EClass RULE = eINSTANCE.getRule();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__NAME = eINSTANCE.getRule_Name();

		/**
		 * The meta object literal for the '<em><b>Enabled</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__ENABLED = eINSTANCE.getRule_Enabled();

		/**
		 * The meta object literal for the '<em><b>Number</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__NUMBER = eINSTANCE.getRule_Number();

		/**
		 * The meta object literal for the '<em><b>Remarks</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__REMARKS = eINSTANCE.getRule_Remarks();

		/**
		 * The meta object literal for the '<em><b>Remark Numbers</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__REMARK_NUMBERS = eINSTANCE.getRule_RemarkNumbers();

		/**
		 * The meta object literal for the '<em><b>Log</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__LOG = eINSTANCE.getRule_Log();

		/**
		 * The meta object literal for the '<em><b>Match</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference RULE__MATCH = eINSTANCE.getRule_Match();

		/**
		 * The meta object literal for the '<em><b>Action</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference RULE__ACTION = eINSTANCE.getRule_Action();

		/**
		 * The meta object literal for the '<em><b>Under Review</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__UNDER_REVIEW = eINSTANCE.getRule_UnderReview();

		/**
		 * The meta object literal for the '<em><b>Packets</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__PACKETS = eINSTANCE.getRule_Packets();

		/**
		 * The meta object literal for the '<em><b>Bytes</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__BYTES = eINSTANCE.getRule_Bytes();

		/**
		 * The meta object literal for the '<em><b>Opaque</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference RULE__OPAQUE = eINSTANCE.getRule_Opaque();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.OpaqueTextImpl <em>Opaque Text</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.OpaqueTextImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getOpaqueText()
		 * @generated
		 */
		EClass OPAQUE_TEXT = eINSTANCE.getOpaqueText();

		/**
		 * The meta object literal for the '<em><b>Language</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute OPAQUE_TEXT__LANGUAGE = eINSTANCE.getOpaqueText_Language();

		/**
		 * The meta object literal for the '<em><b>Line</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute OPAQUE_TEXT__LINE = eINSTANCE.getOpaqueText_Line();

		/**
		 * The meta object literal for the '<em><b>Text</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute OPAQUE_TEXT__TEXT = eINSTANCE.getOpaqueText_Text();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.MatchImpl <em>Match</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.MatchImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getMatch()
		 * @generated
		 */
		EClass MATCH = eINSTANCE.getMatch();

		/**
		 * The meta object literal for the '<em><b>Ip Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__IP_VERSION = eINSTANCE.getMatch_IpVersion();

		/**
		 * The meta object literal for the '<em><b>In Interface</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__IN_INTERFACE = eINSTANCE.getMatch_InInterface();

		/**
		 * The meta object literal for the '<em><b>In Interface Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__IN_INTERFACE_NEGATED = eINSTANCE.getMatch_InInterfaceNegated();

		/**
		 * The meta object literal for the '<em><b>Out Interface</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__OUT_INTERFACE = eINSTANCE.getMatch_OutInterface();

		/**
		 * The meta object literal for the '<em><b>Out Interface Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__OUT_INTERFACE_NEGATED = eINSTANCE.getMatch_OutInterfaceNegated();

		/**
		 * The meta object literal for the '<em><b>Fragments</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__FRAGMENTS = eINSTANCE.getMatch_Fragments();

		/**
		 * The meta object literal for the '<em><b>Source</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__SOURCE = eINSTANCE.getMatch_Source();

		/**
		 * The meta object literal for the '<em><b>Source Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__SOURCE_NEGATED = eINSTANCE.getMatch_SourceNegated();

		/**
		 * The meta object literal for the '<em><b>Destination</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__DESTINATION = eINSTANCE.getMatch_Destination();

		/**
		 * The meta object literal for the '<em><b>Destination Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__DESTINATION_NEGATED = eINSTANCE.getMatch_DestinationNegated();

		/**
		 * The meta object literal for the '<em><b>Service</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__SERVICE = eINSTANCE.getMatch_Service();

		/**
		 * The meta object literal for the '<em><b>Service Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__SERVICE_NEGATED = eINSTANCE.getMatch_ServiceNegated();

		/**
		 * The meta object literal for the '<em><b>Ttl</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__TTL = eINSTANCE.getMatch_Ttl();

		/**
		 * The meta object literal for the '<em><b>Dscp</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__DSCP = eINSTANCE.getMatch_Dscp();

		/**
		 * The meta object literal for the '<em><b>Length</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__LENGTH = eINSTANCE.getMatch_Length();

		/**
		 * The meta object literal for the '<em><b>States</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__STATES = eINSTANCE.getMatch_States();

		/**
		 * The meta object literal for the '<em><b>Mark</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MATCH__MARK = eINSTANCE.getMatch_Mark();

		/**
		 * The meta object literal for the '<em><b>Applications</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__APPLICATIONS = eINSTANCE.getMatch_Applications();

		/**
		 * The meta object literal for the '<em><b>Schedule</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__SCHEDULE = eINSTANCE.getMatch_Schedule();

		/**
		 * The meta object literal for the '<em><b>Rate</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__RATE = eINSTANCE.getMatch_Rate();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.RateLimitImpl <em>Rate Limit</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.RateLimitImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateLimit()
		 * @generated
		 */
		EClass RATE_LIMIT = eINSTANCE.getRateLimit();

		/**
		 * The meta object literal for the '<em><b>Count</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RATE_LIMIT__COUNT = eINSTANCE.getRateLimit_Count();

		/**
		 * The meta object literal for the '<em><b>Unit</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RATE_LIMIT__UNIT = eINSTANCE.getRateLimit_Unit();

		/**
		 * The meta object literal for the '<em><b>Burst</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RATE_LIMIT__BURST = eINSTANCE.getRateLimit_Burst();

		/**
		 * The meta object literal for the '<em><b>Per</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RATE_LIMIT__PER = eINSTANCE.getRateLimit_Per();

		/**
		 * The meta object literal for the '<em><b>Over</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RATE_LIMIT__OVER = eINSTANCE.getRateLimit_Over();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressTermImpl <em>Address Term</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressTermImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressTerm()
		 * @generated
		 */
		EClass ADDRESS_TERM = eINSTANCE.getAddressTerm();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressPrefixImpl <em>Address Prefix</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressPrefixImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressPrefix()
		 * @generated
		 */
		EClass ADDRESS_PREFIX = eINSTANCE.getAddressPrefix();

		/**
		 * The meta object literal for the '<em><b>Prefix</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_PREFIX__PREFIX = eINSTANCE.getAddressPrefix_Prefix();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressRangeImpl <em>Address Range</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressRangeImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressRange()
		 * @generated
		 */
		EClass ADDRESS_RANGE = eINSTANCE.getAddressRange();

		/**
		 * The meta object literal for the '<em><b>First</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_RANGE__FIRST = eINSTANCE.getAddressRange_First();

		/**
		 * The meta object literal for the '<em><b>Last</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_RANGE__LAST = eINSTANCE.getAddressRange_Last();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressWildcardImpl <em>Address Wildcard</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressWildcardImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressWildcard()
		 * @generated
		 */
		EClass ADDRESS_WILDCARD = eINSTANCE.getAddressWildcard();

		/**
		 * The meta object literal for the '<em><b>Address</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_WILDCARD__ADDRESS = eINSTANCE.getAddressWildcard_Address();

		/**
		 * The meta object literal for the '<em><b>Wildcard</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_WILDCARD__WILDCARD = eINSTANCE.getAddressWildcard_Wildcard();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressNameImpl <em>Address Name</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressNameImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressName()
		 * @generated
		 */
		EClass ADDRESS_NAME = eINSTANCE.getAddressName();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_NAME__NAME = eINSTANCE.getAddressName_Name();

		/**
		 * The meta object literal for the '<em><b>Addresses</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute ADDRESS_NAME__ADDRESSES = eINSTANCE.getAddressName_Addresses();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressUseImpl <em>Address Use</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressUseImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressUse()
		 * @generated
		 */
		EClass ADDRESS_USE = eINSTANCE.getAddressUse();

		/**
		 * The meta object literal for the '<em><b>Object</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference ADDRESS_USE__OBJECT = eINSTANCE.getAddressUse_Object();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AddressObjectImpl <em>Address Object</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AddressObjectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressObject()
		 * @generated
		 */
		EClass ADDRESS_OBJECT = eINSTANCE.getAddressObject();

		/**
		 * The meta object literal for the '<em><b>Terms</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference ADDRESS_OBJECT__TERMS = eINSTANCE.getAddressObject_Terms();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.InterfaceTermImpl <em>Interface Term</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.InterfaceTermImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceTerm()
		 * @generated
		 */
		EClass INTERFACE_TERM = eINSTANCE.getInterfaceTerm();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.InterfaceNameImpl <em>Interface Name</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.InterfaceNameImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceName()
		 * @generated
		 */
		EClass INTERFACE_NAME = eINSTANCE.getInterfaceName();

		/**
		 * The meta object literal for the '<em><b>Pattern</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute INTERFACE_NAME__PATTERN = eINSTANCE.getInterfaceName_Pattern();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.InterfaceUseImpl <em>Interface Use</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.InterfaceUseImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceUse()
		 * @generated
		 */
		EClass INTERFACE_USE = eINSTANCE.getInterfaceUse();

		/**
		 * The meta object literal for the '<em><b>Object</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference INTERFACE_USE__OBJECT = eINSTANCE.getInterfaceUse_Object();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.InterfaceObjectImpl <em>Interface Object</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.InterfaceObjectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getInterfaceObject()
		 * @generated
		 */
		EClass INTERFACE_OBJECT = eINSTANCE.getInterfaceObject();

		/**
		 * The meta object literal for the '<em><b>Terms</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference INTERFACE_OBJECT__TERMS = eINSTANCE.getInterfaceObject_Terms();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ApplicationImpl <em>Application</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ApplicationImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getApplication()
		 * @generated
		 */
		EClass APPLICATION = eINSTANCE.getApplication();

		/**
		 * The meta object literal for the '<em><b>Path</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute APPLICATION__PATH = eINSTANCE.getApplication_Path();

		/**
		 * The meta object literal for the '<em><b>User</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute APPLICATION__USER = eINSTANCE.getApplication_User();

		/**
		 * The meta object literal for the '<em><b>Signer</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute APPLICATION__SIGNER = eINSTANCE.getApplication_Signer();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ScheduleImpl <em>Schedule</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ScheduleImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getSchedule()
		 * @generated
		 */
		EClass SCHEDULE = eINSTANCE.getSchedule();

		/**
		 * The meta object literal for the '<em><b>Start</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SCHEDULE__START = eINSTANCE.getSchedule_Start();

		/**
		 * The meta object literal for the '<em><b>End</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SCHEDULE__END = eINSTANCE.getSchedule_End();

		/**
		 * The meta object literal for the '<em><b>Periods</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference SCHEDULE__PERIODS = eINSTANCE.getSchedule_Periods();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.WeeklyPeriodImpl <em>Weekly Period</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.WeeklyPeriodImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getWeeklyPeriod()
		 * @generated
		 */
		EClass WEEKLY_PERIOD = eINSTANCE.getWeeklyPeriod();

		/**
		 * The meta object literal for the '<em><b>Days</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute WEEKLY_PERIOD__DAYS = eINSTANCE.getWeeklyPeriod_Days();

		/**
		 * The meta object literal for the '<em><b>From</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute WEEKLY_PERIOD__FROM = eINSTANCE.getWeeklyPeriod_From();

		/**
		 * The meta object literal for the '<em><b>To</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute WEEKLY_PERIOD__TO = eINSTANCE.getWeeklyPeriod_To();

		/**
		 * The meta object literal for the '<em><b>Days Later</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute WEEKLY_PERIOD__DAYS_LATER = eINSTANCE.getWeeklyPeriod_DaysLater();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ServiceTermImpl <em>Service Term</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ServiceTermImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceTerm()
		 * @generated
		 */
		EClass SERVICE_TERM = eINSTANCE.getServiceTerm();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ServiceImpl <em>Service</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ServiceImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getService()
		 * @generated
		 */
		EClass SERVICE = eINSTANCE.getService();

		/**
		 * The meta object literal for the '<em><b>Protocol</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__PROTOCOL = eINSTANCE.getService_Protocol();

		/**
		 * The meta object literal for the '<em><b>Source Port</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference SERVICE__SOURCE_PORT = eINSTANCE.getService_SourcePort();

		/**
		 * The meta object literal for the '<em><b>Destination Port</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference SERVICE__DESTINATION_PORT = eINSTANCE.getService_DestinationPort();

		/**
		 * The meta object literal for the '<em><b>Icmp Type</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__ICMP_TYPE = eINSTANCE.getService_IcmpType();

		/**
		 * The meta object literal for the '<em><b>Icmp Code</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__ICMP_CODE = eINSTANCE.getService_IcmpCode();

		/**
		 * The meta object literal for the '<em><b>Icmp Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__ICMP_NEGATED = eINSTANCE.getService_IcmpNegated();

		/**
		 * The meta object literal for the '<em><b>Established</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__ESTABLISHED = eINSTANCE.getService_Established();

		/**
		 * The meta object literal for the '<em><b>Tcp Flags</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__TCP_FLAGS = eINSTANCE.getService_TcpFlags();

		/**
		 * The meta object literal for the '<em><b>Tcp Flags Negated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute SERVICE__TCP_FLAGS_NEGATED = eINSTANCE.getService_TcpFlagsNegated();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ServiceUseImpl <em>Service Use</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ServiceUseImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceUse()
		 * @generated
		 */
		EClass SERVICE_USE = eINSTANCE.getServiceUse();

		/**
		 * The meta object literal for the '<em><b>Object</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference SERVICE_USE__OBJECT = eINSTANCE.getServiceUse_Object();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ServiceObjectImpl <em>Service Object</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ServiceObjectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceObject()
		 * @generated
		 */
		EClass SERVICE_OBJECT = eINSTANCE.getServiceObject();

		/**
		 * The meta object literal for the '<em><b>Terms</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference SERVICE_OBJECT__TERMS = eINSTANCE.getServiceObject_Terms();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.PortConditionImpl <em>Port Condition</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.PortConditionImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortCondition()
		 * @generated
		 */
		EClass PORT_CONDITION = eINSTANCE.getPortCondition();

		/**
		 * The meta object literal for the '<em><b>Operator</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PORT_CONDITION__OPERATOR = eINSTANCE.getPortCondition_Operator();

		/**
		 * The meta object literal for the '<em><b>Ports</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PORT_CONDITION__PORTS = eINSTANCE.getPortCondition_Ports();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ActionImpl <em>Action</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ActionImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAction()
		 * @generated
		 */
		EClass ACTION = eINSTANCE.getAction();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AllowImpl <em>Allow</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AllowImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAllow()
		 * @generated
		 */
		EClass ALLOW = eINSTANCE.getAllow();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.DenyImpl <em>Deny</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.DenyImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDeny()
		 * @generated
		 */
		EClass DENY = eINSTANCE.getDeny();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.RejectImpl <em>Reject</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.RejectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getReject()
		 * @generated
		 */
		EClass REJECT = eINSTANCE.getReject();

		/**
		 * The meta object literal for the '<em><b>Type</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute REJECT__TYPE = eINSTANCE.getReject_Type();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.AskImpl <em>Ask</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.AskImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAsk()
		 * @generated
		 */
		EClass ASK = eINSTANCE.getAsk();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.LogImpl <em>Log</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.LogImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLog()
		 * @generated
		 */
		EClass LOG = eINSTANCE.getLog();

		/**
		 * The meta object literal for the '<em><b>Prefix</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LOG__PREFIX = eINSTANCE.getLog_Prefix();

		/**
		 * The meta object literal for the '<em><b>Level</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LOG__LEVEL = eINSTANCE.getLog_Level();

		/**
		 * The meta object literal for the '<em><b>Group</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LOG__GROUP = eINSTANCE.getLog_Group();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.CountImpl <em>Count</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.CountImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getCount()
		 * @generated
		 */
		EClass COUNT = eINSTANCE.getCount();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.LimitImpl <em>Limit</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.LimitImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLimit()
		 * @generated
		 */
		EClass LIMIT = eINSTANCE.getLimit();

		/**
		 * The meta object literal for the '<em><b>Rate</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference LIMIT__RATE = eINSTANCE.getLimit_Rate();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.CallImpl <em>Call</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.CallImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getCall()
		 * @generated
		 */
		EClass CALL = eINSTANCE.getCall();

		/**
		 * The meta object literal for the '<em><b>Chain</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference CALL__CHAIN = eINSTANCE.getCall_Chain();

		/**
		 * The meta object literal for the '<em><b>Tail</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CALL__TAIL = eINSTANCE.getCall_Tail();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ReturnImpl <em>Return</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ReturnImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getReturn()
		 * @generated
		 */
		EClass RETURN = eINSTANCE.getReturn();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.Disposition
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDisposition()
		 * @generated
		 */
		EEnum DISPOSITION = eINSTANCE.getDisposition();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.Hook <em>Hook</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.Hook
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getHook()
		 * @generated
		 */
		EEnum HOOK = eINSTANCE.getHook();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.ChainScope <em>Chain Scope</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.ChainScope
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainScope()
		 * @generated
		 */
		EEnum CHAIN_SCOPE = eINSTANCE.getChainScope();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.FragmentReading <em>Fragment Reading</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.FragmentReading
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getFragmentReading()
		 * @generated
		 */
		EEnum FRAGMENT_READING = eINSTANCE.getFragmentReading();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.ConnectionState <em>Connection State</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.ConnectionState
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getConnectionState()
		 * @generated
		 */
		EEnum CONNECTION_STATE = eINSTANCE.getConnectionState();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.RateUnit <em>Rate Unit</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.RateUnit
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateUnit()
		 * @generated
		 */
		EEnum RATE_UNIT = eINSTANCE.getRateUnit();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.RateKey <em>Rate Key</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.RateKey
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRateKey()
		 * @generated
		 */
		EEnum RATE_KEY = eINSTANCE.getRateKey();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.Weekday <em>Weekday</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.Weekday
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getWeekday()
		 * @generated
		 */
		EEnum WEEKDAY = eINSTANCE.getWeekday();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.IosListKind <em>Ios List Kind</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.IosListKind
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosListKind()
		 * @generated
		 */
		EEnum IOS_LIST_KIND = eINSTANCE.getIosListKind();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.ChainEnd <em>Chain End</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.ChainEnd
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainEnd()
		 * @generated
		 */
		EEnum CHAIN_END = eINSTANCE.getChainEnd();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.FailMode <em>Fail Mode</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.FailMode
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getFailMode()
		 * @generated
		 */
		EEnum FAIL_MODE = eINSTANCE.getFailMode();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.IpFamily <em>Ip Family</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.IpFamily
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpFamily()
		 * @generated
		 */
		EEnum IP_FAMILY = eINSTANCE.getIpFamily();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.LogMode <em>Log Mode</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.LogMode
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLogMode()
		 * @generated
		 */
		EEnum LOG_MODE = eINSTANCE.getLogMode();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.PortOperator <em>Port Operator</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.PortOperator
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortOperator()
		 * @generated
		 */
		EEnum PORT_OPERATOR = eINSTANCE.getPortOperator();

		/**
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.RejectType <em>Reject Type</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.RejectType
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRejectType()
		 * @generated
		 */
		EEnum REJECT_TYPE = eINSTANCE.getRejectType();

		/**
		 * The meta object literal for the '<em>Ip Prefix</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.net.IpPrefix
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpPrefix()
		 * @generated
		 */
		EDataType IP_PREFIX = eINSTANCE.getIpPrefix();

		/**
		 * The meta object literal for the '<em>Ip Address</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.net.IpAddress
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpAddress()
		 * @generated
		 */
		EDataType IP_ADDRESS = eINSTANCE.getIpAddress();

		/**
		 * The meta object literal for the '<em>Number Set</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.NumberSet
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getNumberSet()
		 * @generated
		 */
		EDataType NUMBER_SET = eINSTANCE.getNumberSet();

		/**
		 * The meta object literal for the '<em>Tcp Flag Test</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.TcpFlagTest
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getTcpFlagTest()
		 * @generated
		 */
		EDataType TCP_FLAG_TEST = eINSTANCE.getTcpFlagTest();

		/**
		 * The meta object literal for the '<em>Mark Test</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.MarkTest
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getMarkTest()
		 * @generated
		 */
		EDataType MARK_TEST = eINSTANCE.getMarkTest();

		/**
		 * The meta object literal for the '<em>Local Time</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see java.time.LocalTime
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLocalTime()
		 * @generated
		 */
		EDataType LOCAL_TIME = eINSTANCE.getLocalTime();

		/**
		 * The meta object literal for the '<em>Local Date Time</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see java.time.LocalDateTime
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLocalDateTime()
		 * @generated
		 */
		EDataType LOCAL_DATE_TIME = eINSTANCE.getLocalDateTime();

	}

} //RulemodelPackage
