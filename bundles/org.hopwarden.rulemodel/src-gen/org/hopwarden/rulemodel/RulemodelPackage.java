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
	String eNS_URI = "http://hopwarden.org/policy/1";

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
	 * The feature id for the '<em><b>Chains</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY__CHAINS = NAMED_ELEMENT_FEATURE_COUNT + 6;

	/**
	 * The number of structural features of the '<em>Policy</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int POLICY_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 7;

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
	 * The feature id for the '<em><b>Dialect</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__DIALECT = NAMED_ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Rules</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__RULES = NAMED_ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>End Remarks</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN__END_REMARKS = NAMED_ELEMENT_FEATURE_COUNT + 4;

	/**
	 * The number of structural features of the '<em>Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_FEATURE_COUNT = NAMED_ELEMENT_FEATURE_COUNT + 5;

	/**
	 * The number of operations of the '<em>Chain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHAIN_OPERATION_COUNT = NAMED_ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ChainDialectImpl <em>Chain Dialect</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ChainDialectImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainDialect()
	 * @generated
	 */
	int CHAIN_DIALECT = 4;

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
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.IosNumberedListImpl <em>Ios Numbered List</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.IosNumberedListImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIosNumberedList()
	 * @generated
	 */
	int IOS_NUMBERED_LIST = 5;

	/**
	 * The feature id for the '<em><b>Number</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST__NUMBER = CHAIN_DIALECT_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Ios Numbered List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST_FEATURE_COUNT = CHAIN_DIALECT_FEATURE_COUNT + 1;

	/**
	 * The number of operations of the '<em>Ios Numbered List</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IOS_NUMBERED_LIST_OPERATION_COUNT = CHAIN_DIALECT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.RuleImpl <em>Rule</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.RuleImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRule()
	 * @generated
	 */
	int RULE = 6;

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
	 * The feature id for the '<em><b>Remarks</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__REMARKS = ELEMENT_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Log</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__LOG = ELEMENT_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Match</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__MATCH = ELEMENT_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Action</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE__ACTION = ELEMENT_FEATURE_COUNT + 5;

	/**
	 * The number of structural features of the '<em>Rule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE_FEATURE_COUNT = ELEMENT_FEATURE_COUNT + 6;

	/**
	 * The number of operations of the '<em>Rule</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RULE_OPERATION_COUNT = ELEMENT_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.MatchImpl <em>Match</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.MatchImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getMatch()
	 * @generated
	 */
	int MATCH = 7;

	/**
	 * The feature id for the '<em><b>Ip Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__IP_VERSION = 0;

	/**
	 * The feature id for the '<em><b>Fragments</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__FRAGMENTS = 1;

	/**
	 * The feature id for the '<em><b>Source</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SOURCE = 2;

	/**
	 * The feature id for the '<em><b>Destination</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__DESTINATION = 3;

	/**
	 * The feature id for the '<em><b>Service</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH__SERVICE = 4;

	/**
	 * The number of structural features of the '<em>Match</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH_FEATURE_COUNT = 5;

	/**
	 * The number of operations of the '<em>Match</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MATCH_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressTermImpl <em>Address Term</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressTermImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressTerm()
	 * @generated
	 */
	int ADDRESS_TERM = 8;

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
	int ADDRESS_PREFIX = 9;

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
	int ADDRESS_RANGE = 10;

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
	int ADDRESS_WILDCARD = 11;

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
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.AddressUseImpl <em>Address Use</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.AddressUseImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getAddressUse()
	 * @generated
	 */
	int ADDRESS_USE = 12;

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
	int ADDRESS_OBJECT = 13;

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
	 * The meta object id for the '{@link org.hopwarden.rulemodel.internal.ServiceTermImpl <em>Service Term</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.internal.ServiceTermImpl
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getServiceTerm()
	 * @generated
	 */
	int SERVICE_TERM = 14;

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
	int SERVICE = 15;

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
	 * The feature id for the '<em><b>Established</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__ESTABLISHED = SERVICE_TERM_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Tcp Flags</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE__TCP_FLAGS = SERVICE_TERM_FEATURE_COUNT + 6;

	/**
	 * The number of structural features of the '<em>Service</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int SERVICE_FEATURE_COUNT = SERVICE_TERM_FEATURE_COUNT + 7;

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
	int SERVICE_USE = 16;

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
	int SERVICE_OBJECT = 17;

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
	int PORT_CONDITION = 18;

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
	int ACTION = 19;

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
	int ALLOW = 20;

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
	int DENY = 21;

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
	int REJECT = 22;

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
	 * The meta object id for the '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.Disposition
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDisposition()
	 * @generated
	 */
	int DISPOSITION = 23;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.ChainEnd <em>Chain End</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.ChainEnd
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainEnd()
	 * @generated
	 */
	int CHAIN_END = 24;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.FailMode <em>Fail Mode</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.FailMode
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getFailMode()
	 * @generated
	 */
	int FAIL_MODE = 25;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.IpFamily <em>Ip Family</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.IpFamily
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpFamily()
	 * @generated
	 */
	int IP_FAMILY = 26;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.LogMode <em>Log Mode</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.LogMode
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getLogMode()
	 * @generated
	 */
	int LOG_MODE = 27;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.PortOperator <em>Port Operator</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.PortOperator
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortOperator()
	 * @generated
	 */
	int PORT_OPERATOR = 28;

	/**
	 * The meta object id for the '{@link org.hopwarden.rulemodel.RejectType <em>Reject Type</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.RejectType
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getRejectType()
	 * @generated
	 */
	int REJECT_TYPE = 29;

	/**
	 * The meta object id for the '<em>Ip Prefix</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.net.IpPrefix
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpPrefix()
	 * @generated
	 */
	int IP_PREFIX = 30;

	/**
	 * The meta object id for the '<em>Ip Address</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.net.IpAddress
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getIpAddress()
	 * @generated
	 */
	int IP_ADDRESS = 31;

	/**
	 * The meta object id for the '<em>Port Set</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.PortSet
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortSet()
	 * @generated
	 */
	int PORT_SET = 32;

	/**
	 * The meta object id for the '<em>Tcp Flag Test</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.hopwarden.rulemodel.TcpFlagTest
	 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getTcpFlagTest()
	 * @generated
	 */
	int TCP_FLAG_TEST = 33;


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
	 * Returns the meta object for class '{@link org.hopwarden.rulemodel.ChainDialect <em>Chain Dialect</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Chain Dialect</em>'.
	 * @see org.hopwarden.rulemodel.ChainDialect
	 * @generated
	 */
	EClass getChainDialect();

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
	 * Returns the meta object for enum '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Disposition</em>'.
	 * @see org.hopwarden.rulemodel.Disposition
	 * @generated
	 */
	EEnum getDisposition();

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
	 * Returns the meta object for data type '{@link org.hopwarden.rulemodel.PortSet <em>Port Set</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
     * <!-- begin-model-doc -->
     * Ports and ranges as text, such as 80,443,8000-8080.
     * <!-- end-model-doc -->
	 * @return the meta object for data type '<em>Port Set</em>'.
	 * @see org.hopwarden.rulemodel.PortSet
	 * @model instanceClass="org.hopwarden.rulemodel.PortSet"
	 * @generated
	 */
	EDataType getPortSet();

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
		 * The meta object literal for the '<em><b>Chains</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference POLICY__CHAINS = eINSTANCE.getPolicy_Chains();

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
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.internal.ChainDialectImpl <em>Chain Dialect</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.internal.ChainDialectImpl
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getChainDialect()
		 * @generated
		 */
		EClass CHAIN_DIALECT = eINSTANCE.getChainDialect();

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
		 * The meta object literal for the '<em><b>Remarks</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RULE__REMARKS = eINSTANCE.getRule_Remarks();

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
		 * The meta object literal for the '<em><b>Destination</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__DESTINATION = eINSTANCE.getMatch_Destination();

		/**
		 * The meta object literal for the '<em><b>Service</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MATCH__SERVICE = eINSTANCE.getMatch_Service();

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
		 * The meta object literal for the '{@link org.hopwarden.rulemodel.Disposition <em>Disposition</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.Disposition
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getDisposition()
		 * @generated
		 */
		EEnum DISPOSITION = eINSTANCE.getDisposition();

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
		 * The meta object literal for the '<em>Port Set</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.PortSet
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getPortSet()
		 * @generated
		 */
		EDataType PORT_SET = eINSTANCE.getPortSet();

		/**
		 * The meta object literal for the '<em>Tcp Flag Test</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.hopwarden.rulemodel.TcpFlagTest
		 * @see org.hopwarden.rulemodel.internal.RulemodelPackageImpl#getTcpFlagTest()
		 * @generated
		 */
		EDataType TCP_FLAG_TEST = eINSTANCE.getTcpFlagTest();

	}

} //RulemodelPackage
