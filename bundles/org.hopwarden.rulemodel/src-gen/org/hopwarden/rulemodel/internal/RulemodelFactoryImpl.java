/**
 */
package org.hopwarden.rulemodel.internal;

import java.time.LocalDateTime;
import java.time.LocalTime;

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
			case RulemodelPackage.BINDING: return createBinding();
			case RulemodelPackage.IOS_NUMBERED_LIST: return createIosNumberedList();
			case RulemodelPackage.IOS_NAMED_LIST: return createIosNamedList();
			case RulemodelPackage.IPTABLES_CHAIN: return createIptablesChain();
			case RulemodelPackage.NFT_CHAIN: return createNftChain();
			case RulemodelPackage.RULE: return createRule();
			case RulemodelPackage.OPAQUE_TEXT: return createOpaqueText();
			case RulemodelPackage.MATCH: return createMatch();
			case RulemodelPackage.RATE_LIMIT: return createRateLimit();
			case RulemodelPackage.ADDRESS_PREFIX: return createAddressPrefix();
			case RulemodelPackage.ADDRESS_RANGE: return createAddressRange();
			case RulemodelPackage.ADDRESS_WILDCARD: return createAddressWildcard();
			case RulemodelPackage.ADDRESS_NAME: return createAddressName();
			case RulemodelPackage.ADDRESS_USE: return createAddressUse();
			case RulemodelPackage.ADDRESS_OBJECT: return createAddressObject();
			case RulemodelPackage.INTERFACE_NAME: return createInterfaceName();
			case RulemodelPackage.INTERFACE_USE: return createInterfaceUse();
			case RulemodelPackage.INTERFACE_OBJECT: return createInterfaceObject();
			case RulemodelPackage.APPLICATION: return createApplication();
			case RulemodelPackage.SCHEDULE: return createSchedule();
			case RulemodelPackage.WEEKLY_PERIOD: return createWeeklyPeriod();
			case RulemodelPackage.SERVICE: return createService();
			case RulemodelPackage.SERVICE_USE: return createServiceUse();
			case RulemodelPackage.SERVICE_OBJECT: return createServiceObject();
			case RulemodelPackage.PORT_CONDITION: return createPortCondition();
			case RulemodelPackage.ALLOW: return createAllow();
			case RulemodelPackage.DENY: return createDeny();
			case RulemodelPackage.REJECT: return createReject();
			case RulemodelPackage.ASK: return createAsk();
			case RulemodelPackage.LOG: return createLog();
			case RulemodelPackage.COUNT: return createCount();
			case RulemodelPackage.LIMIT: return createLimit();
			case RulemodelPackage.CALL: return createCall();
			case RulemodelPackage.RETURN: return createReturn();
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
			case RulemodelPackage.HOOK:
				return createHookFromString(eDataType, initialValue);
			case RulemodelPackage.CHAIN_SCOPE:
				return createChainScopeFromString(eDataType, initialValue);
			case RulemodelPackage.FRAGMENT_READING:
				return createFragmentReadingFromString(eDataType, initialValue);
			case RulemodelPackage.CONNECTION_STATE:
				return createConnectionStateFromString(eDataType, initialValue);
			case RulemodelPackage.RATE_UNIT:
				return createRateUnitFromString(eDataType, initialValue);
			case RulemodelPackage.RATE_KEY:
				return createRateKeyFromString(eDataType, initialValue);
			case RulemodelPackage.WEEKDAY:
				return createWeekdayFromString(eDataType, initialValue);
			case RulemodelPackage.IOS_LIST_KIND:
				return createIosListKindFromString(eDataType, initialValue);
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
			case RulemodelPackage.NUMBER_SET:
				return createNumberSetFromString(eDataType, initialValue);
			case RulemodelPackage.TCP_FLAG_TEST:
				return createTcpFlagTestFromString(eDataType, initialValue);
			case RulemodelPackage.MARK_TEST:
				return createMarkTestFromString(eDataType, initialValue);
			case RulemodelPackage.LOCAL_TIME:
				return createLocalTimeFromString(eDataType, initialValue);
			case RulemodelPackage.LOCAL_DATE_TIME:
				return createLocalDateTimeFromString(eDataType, initialValue);
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
			case RulemodelPackage.HOOK:
				return convertHookToString(eDataType, instanceValue);
			case RulemodelPackage.CHAIN_SCOPE:
				return convertChainScopeToString(eDataType, instanceValue);
			case RulemodelPackage.FRAGMENT_READING:
				return convertFragmentReadingToString(eDataType, instanceValue);
			case RulemodelPackage.CONNECTION_STATE:
				return convertConnectionStateToString(eDataType, instanceValue);
			case RulemodelPackage.RATE_UNIT:
				return convertRateUnitToString(eDataType, instanceValue);
			case RulemodelPackage.RATE_KEY:
				return convertRateKeyToString(eDataType, instanceValue);
			case RulemodelPackage.WEEKDAY:
				return convertWeekdayToString(eDataType, instanceValue);
			case RulemodelPackage.IOS_LIST_KIND:
				return convertIosListKindToString(eDataType, instanceValue);
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
			case RulemodelPackage.NUMBER_SET:
				return convertNumberSetToString(eDataType, instanceValue);
			case RulemodelPackage.TCP_FLAG_TEST:
				return convertTcpFlagTestToString(eDataType, instanceValue);
			case RulemodelPackage.MARK_TEST:
				return convertMarkTestToString(eDataType, instanceValue);
			case RulemodelPackage.LOCAL_TIME:
				return convertLocalTimeToString(eDataType, instanceValue);
			case RulemodelPackage.LOCAL_DATE_TIME:
				return convertLocalDateTimeToString(eDataType, instanceValue);
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
	public Binding createBinding() {
		BindingImpl binding = new BindingImpl();
		return binding;
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
	public IosNamedList createIosNamedList() {
		IosNamedListImpl iosNamedList = new IosNamedListImpl();
		return iosNamedList;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public IptablesChain createIptablesChain() {
		IptablesChainImpl iptablesChain = new IptablesChainImpl();
		return iptablesChain;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NftChain createNftChain() {
		NftChainImpl nftChain = new NftChainImpl();
		return nftChain;
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
	public OpaqueText createOpaqueText() {
		OpaqueTextImpl opaqueText = new OpaqueTextImpl();
		return opaqueText;
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
	public RateLimit createRateLimit() {
		RateLimitImpl rateLimit = new RateLimitImpl();
		return rateLimit;
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
	public AddressName createAddressName() {
		AddressNameImpl addressName = new AddressNameImpl();
		return addressName;
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
	public InterfaceName createInterfaceName() {
		InterfaceNameImpl interfaceName = new InterfaceNameImpl();
		return interfaceName;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public InterfaceUse createInterfaceUse() {
		InterfaceUseImpl interfaceUse = new InterfaceUseImpl();
		return interfaceUse;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public InterfaceObject createInterfaceObject() {
		InterfaceObjectImpl interfaceObject = new InterfaceObjectImpl();
		return interfaceObject;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Application createApplication() {
		ApplicationImpl application = new ApplicationImpl();
		return application;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Schedule createSchedule() {
		ScheduleImpl schedule = new ScheduleImpl();
		return schedule;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public WeeklyPeriod createWeeklyPeriod() {
		WeeklyPeriodImpl weeklyPeriod = new WeeklyPeriodImpl();
		return weeklyPeriod;
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
	@Override
	public Ask createAsk() {
		AskImpl ask = new AskImpl();
		return ask;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Log createLog() {
		LogImpl log = new LogImpl();
		return log;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Count createCount() {
		CountImpl count = new CountImpl();
		return count;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Limit createLimit() {
		LimitImpl limit = new LimitImpl();
		return limit;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Call createCall() {
		CallImpl call = new CallImpl();
		return call;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Return createReturn() {
		ReturnImpl return_ = new ReturnImpl();
		return return_;
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
	public Hook createHookFromString(EDataType eDataType, String initialValue) {
		Hook result = Hook.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertHookToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ChainScope createChainScopeFromString(EDataType eDataType, String initialValue) {
		ChainScope result = ChainScope.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertChainScopeToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public FragmentReading createFragmentReadingFromString(EDataType eDataType, String initialValue) {
		FragmentReading result = FragmentReading.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertFragmentReadingToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ConnectionState createConnectionStateFromString(EDataType eDataType, String initialValue) {
		ConnectionState result = ConnectionState.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertConnectionStateToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RateUnit createRateUnitFromString(EDataType eDataType, String initialValue) {
		RateUnit result = RateUnit.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertRateUnitToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RateKey createRateKeyFromString(EDataType eDataType, String initialValue) {
		RateKey result = RateKey.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertRateKeyToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Weekday createWeekdayFromString(EDataType eDataType, String initialValue) {
		Weekday result = Weekday.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertWeekdayToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public IosListKind createIosListKindFromString(EDataType eDataType, String initialValue) {
		IosListKind result = IosListKind.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertIosListKindToString(EDataType eDataType, Object instanceValue) {
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
	public NumberSet createNumberSet(final String it) {
		return it == null ? null : NumberSet.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NumberSet createNumberSetFromString(EDataType eDataType, String initialValue) {
		return createNumberSet(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertNumberSet(final NumberSet it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertNumberSetToString(EDataType eDataType, Object instanceValue) {
		return convertNumberSet((NumberSet)instanceValue);
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
	public MarkTest createMarkTest(final String it) {
		return it == null ? null : MarkTest.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public MarkTest createMarkTestFromString(EDataType eDataType, String initialValue) {
		return createMarkTest(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertMarkTest(final MarkTest it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertMarkTestToString(EDataType eDataType, Object instanceValue) {
		return convertMarkTest((MarkTest)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LocalTime createLocalTime(final String it) {
		return it == null ? null : LocalTime.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LocalTime createLocalTimeFromString(EDataType eDataType, String initialValue) {
		return createLocalTime(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLocalTime(final LocalTime it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLocalTimeToString(EDataType eDataType, Object instanceValue) {
		return convertLocalTime((LocalTime)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LocalDateTime createLocalDateTime(final String it) {
		return it == null ? null : LocalDateTime.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LocalDateTime createLocalDateTimeFromString(EDataType eDataType, String initialValue) {
		return createLocalDateTime(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLocalDateTime(final LocalDateTime it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLocalDateTimeToString(EDataType eDataType, Object instanceValue) {
		return convertLocalDateTime((LocalDateTime)instanceValue);
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
