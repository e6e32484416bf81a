/**
 */
package org.hopwarden.rulemodel.internal;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;

import org.eclipse.emf.ecore.impl.EFactoryImpl;

import org.eclipse.emf.ecore.plugin.EcorePlugin;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

import org.hopwarden.rulemodel.*;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model <b>Factory</b>.
 * <!-- end-user-doc -->
 * @generated
 */
public class RulemodelFactoryImpl extends EFactoryImpl implements RulemodelFactory {
	/**
	 * Creates the default factory implementation.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static RulemodelFactory init() {
		try {
			RulemodelFactory theRulemodelFactory = (RulemodelFactory)EPackage.Registry.INSTANCE.getEFactory(RulemodelPackage.eNS_URI);
			if (theRulemodelFactory != null) {
				return theRulemodelFactory;
			}
		}
		catch (Exception exception) {
			EcorePlugin.INSTANCE.log(exception);
		}
		return new RulemodelFactoryImpl();
	}

	/**
	 * Creates an instance of the factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RulemodelFactoryImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EObject create(EClass eClass) {
		switch (eClass.getClassifierID()) {
			case RulemodelPackage.POLICY: return createPolicy();
			case RulemodelPackage.CHAIN: return createChain();
			case RulemodelPackage.IOS_NUMBERED_LIST: return createIosNumberedList();
			case RulemodelPackage.RULE: return createRule();
			case RulemodelPackage.MATCH: return createMatch();
			case RulemodelPackage.ADDRESS_PREFIX: return createAddressPrefix();
			case RulemodelPackage.ADDRESS_RANGE: return createAddressRange();
			case RulemodelPackage.ADDRESS_WILDCARD: return createAddressWildcard();
			case RulemodelPackage.ADDRESS_USE: return createAddressUse();
			case RulemodelPackage.ADDRESS_OBJECT: return createAddressObject();
			case RulemodelPackage.SERVICE: return createService();
			case RulemodelPackage.SERVICE_USE: return createServiceUse();
			case RulemodelPackage.SERVICE_OBJECT: return createServiceObject();
			case RulemodelPackage.PORT_CONDITION: return createPortCondition();
			case RulemodelPackage.ALLOW: return createAllow();
			case RulemodelPackage.DENY: return createDeny();
			case RulemodelPackage.REJECT: return createReject();
			default:
				throw new IllegalArgumentException("The class '" + eClass.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object createFromString(EDataType eDataType, String initialValue) {
		switch (eDataType.getClassifierID()) {
			case RulemodelPackage.DISPOSITION:
				return createDispositionFromString(eDataType, initialValue);
			case RulemodelPackage.CHAIN_END:
				return createChainEndFromString(eDataType, initialValue);
			case RulemodelPackage.FAIL_MODE:
				return createFailModeFromString(eDataType, initialValue);
			case RulemodelPackage.IP_FAMILY:
				return createIpFamilyFromString(eDataType, initialValue);
			case RulemodelPackage.LOG_MODE:
				return createLogModeFromString(eDataType, initialValue);
			case RulemodelPackage.PORT_OPERATOR:
				return createPortOperatorFromString(eDataType, initialValue);
			case RulemodelPackage.REJECT_TYPE:
				return createRejectTypeFromString(eDataType, initialValue);
			case RulemodelPackage.IP_PREFIX:
				return createIpPrefixFromString(eDataType, initialValue);
			case RulemodelPackage.IP_ADDRESS:
				return createIpAddressFromString(eDataType, initialValue);
			case RulemodelPackage.PORT_SET:
				return createPortSetFromString(eDataType, initialValue);
			case RulemodelPackage.TCP_FLAG_TEST:
				return createTcpFlagTestFromString(eDataType, initialValue);
			default:
				throw new IllegalArgumentException("The datatype '" + eDataType.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String convertToString(EDataType eDataType, Object instanceValue) {
		switch (eDataType.getClassifierID()) {
			case RulemodelPackage.DISPOSITION:
				return convertDispositionToString(eDataType, instanceValue);
			case RulemodelPackage.CHAIN_END:
				return convertChainEndToString(eDataType, instanceValue);
			case RulemodelPackage.FAIL_MODE:
				return convertFailModeToString(eDataType, instanceValue);
			case RulemodelPackage.IP_FAMILY:
				return convertIpFamilyToString(eDataType, instanceValue);
			case RulemodelPackage.LOG_MODE:
				return convertLogModeToString(eDataType, instanceValue);
			case RulemodelPackage.PORT_OPERATOR:
				return convertPortOperatorToString(eDataType, instanceValue);
			case RulemodelPackage.REJECT_TYPE:
				return convertRejectTypeToString(eDataType, instanceValue);
			case RulemodelPackage.IP_PREFIX:
				return convertIpPrefixToString(eDataType, instanceValue);
			case RulemodelPackage.IP_ADDRESS:
				return convertIpAddressToString(eDataType, instanceValue);
			case RulemodelPackage.PORT_SET:
				return convertPortSetToString(eDataType, instanceValue);
			case RulemodelPackage.TCP_FLAG_TEST:
				return convertTcpFlagTestToString(eDataType, instanceValue);
			default:
				throw new IllegalArgumentException("The datatype '" + eDataType.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Policy createPolicy() {
		PolicyImpl policy = new PolicyImpl();
		return policy;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Chain createChain() {
		ChainImpl chain = new ChainImpl();
		return chain;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public IosNumberedList createIosNumberedList() {
		IosNumberedListImpl iosNumberedList = new IosNumberedListImpl();
		return iosNumberedList;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Rule createRule() {
		RuleImpl rule = new RuleImpl();
		return rule;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Match createMatch() {
		MatchImpl match = new MatchImpl();
		return match;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public AddressPrefix createAddressPrefix() {
		AddressPrefixImpl addressPrefix = new AddressPrefixImpl();
		return addressPrefix;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public AddressRange createAddressRange() {
		AddressRangeImpl addressRange = new AddressRangeImpl();
		return addressRange;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public AddressWildcard createAddressWildcard() {
		AddressWildcardImpl addressWildcard = new AddressWildcardImpl();
		return addressWildcard;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public AddressUse createAddressUse() {
		AddressUseImpl addressUse = new AddressUseImpl();
		return addressUse;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public AddressObject createAddressObject() {
		AddressObjectImpl addressObject = new AddressObjectImpl();
		return addressObject;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Service createService() {
		ServiceImpl service = new ServiceImpl();
		return service;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ServiceUse createServiceUse() {
		ServiceUseImpl serviceUse = new ServiceUseImpl();
		return serviceUse;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ServiceObject createServiceObject() {
		ServiceObjectImpl serviceObject = new ServiceObjectImpl();
		return serviceObject;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public PortCondition createPortCondition() {
		PortConditionImpl portCondition = new PortConditionImpl();
		return portCondition;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Allow createAllow() {
		AllowImpl allow = new AllowImpl();
		return allow;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Deny createDeny() {
		DenyImpl deny = new DenyImpl();
		return deny;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Reject createReject() {
		RejectImpl reject = new RejectImpl();
		return reject;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Disposition createDispositionFromString(EDataType eDataType, String initialValue) {
		Disposition result = Disposition.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertDispositionToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ChainEnd createChainEndFromString(EDataType eDataType, String initialValue) {
		ChainEnd result = ChainEnd.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertChainEndToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public FailMode createFailModeFromString(EDataType eDataType, String initialValue) {
		FailMode result = FailMode.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertFailModeToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IpFamily createIpFamilyFromString(EDataType eDataType, String initialValue) {
		IpFamily result = IpFamily.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIpFamilyToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LogMode createLogModeFromString(EDataType eDataType, String initialValue) {
		LogMode result = LogMode.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLogModeToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public PortOperator createPortOperatorFromString(EDataType eDataType, String initialValue) {
		PortOperator result = PortOperator.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertPortOperatorToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RejectType createRejectTypeFromString(EDataType eDataType, String initialValue) {
		RejectType result = RejectType.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertRejectTypeToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IpPrefix createIpPrefix(final String it) {
		return it == null ? null : IpPrefix.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IpPrefix createIpPrefixFromString(EDataType eDataType, String initialValue) {
		return createIpPrefix(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIpPrefix(final IpPrefix it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIpPrefixToString(EDataType eDataType, Object instanceValue) {
		return convertIpPrefix((IpPrefix)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IpAddress createIpAddress(final String it) {
		return it == null ? null : IpAddress.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IpAddress createIpAddressFromString(EDataType eDataType, String initialValue) {
		return createIpAddress(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIpAddress(final IpAddress it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIpAddressToString(EDataType eDataType, Object instanceValue) {
		return convertIpAddress((IpAddress)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public PortSet createPortSet(final String it) {
		return it == null ? null : PortSet.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public PortSet createPortSetFromString(EDataType eDataType, String initialValue) {
		return createPortSet(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertPortSet(final PortSet it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertPortSetToString(EDataType eDataType, Object instanceValue) {
		return convertPortSet((PortSet)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TcpFlagTest createTcpFlagTest(final String it) {
		return it == null ? null : TcpFlagTest.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TcpFlagTest createTcpFlagTestFromString(EDataType eDataType, String initialValue) {
		return createTcpFlagTest(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTcpFlagTest(final TcpFlagTest it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTcpFlagTestToString(EDataType eDataType, Object instanceValue) {
		return convertTcpFlagTest((TcpFlagTest)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public RulemodelPackage getRulemodelPackage() {
		return (RulemodelPackage)getEPackage();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @deprecated
	 * @generated
	 */
	@Deprecated
	public static RulemodelPackage getPackage() {
		return RulemodelPackage.eINSTANCE;
	}

} //RulemodelFactoryImpl
