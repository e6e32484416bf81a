/**
 */
package org.hopwarden.rulemodel.util;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notifier;

import org.eclipse.emf.common.notify.impl.AdapterFactoryImpl;

import org.eclipse.emf.ecore.EObject;

import org.hopwarden.rulemodel.*;

/**
 * <!-- begin-user-doc -->
 * The <b>Adapter Factory</b> for the model.
 * It provides an adapter <code>createXXX</code> method for each class of the model.
 * <!-- end-user-doc -->
 * @see org.hopwarden.rulemodel.RulemodelPackage
 * @generated
 */
public class RulemodelAdapterFactory extends AdapterFactoryImpl {
	/**
	 * The cached model package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected static RulemodelPackage modelPackage;

	/**
	 * Creates an instance of the adapter factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RulemodelAdapterFactory() {
		if (modelPackage == null) {
			modelPackage = RulemodelPackage.eINSTANCE;
		}
	}

	/**
	 * Returns whether this factory is applicable for the type of the object.
	 * <!-- begin-user-doc -->
	 * This implementation returns <code>true</code> if the object is either the model's package or is an instance object of the model.
	 * <!-- end-user-doc -->
	 * @return whether this factory is applicable for the type of the object.
	 * @generated
	 */
	@Override
	public boolean isFactoryForType(Object object) {
		if (object == modelPackage) {
			return true;
		}
		if (object instanceof EObject) {
			return ((EObject)object).eClass().getEPackage() == modelPackage;
		}
		return false;
	}

	/**
	 * The switch that delegates to the <code>createXXX</code> methods.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected RulemodelSwitch<Adapter> modelSwitch =
		new RulemodelSwitch<Adapter>() {
			@Override
			public Adapter caseElement(Element object) {
				return createElementAdapter();
			}
			@Override
			public Adapter caseNamedElement(NamedElement object) {
				return createNamedElementAdapter();
			}
			@Override
			public Adapter casePolicy(Policy object) {
				return createPolicyAdapter();
			}
			@Override
			public Adapter caseChain(Chain object) {
				return createChainAdapter();
			}
			@Override
			public Adapter caseBinding(Binding object) {
				return createBindingAdapter();
			}
			@Override
			public Adapter caseChainDialect(ChainDialect object) {
				return createChainDialectAdapter();
			}
			@Override
			public Adapter caseIosList(IosList object) {
				return createIosListAdapter();
			}
			@Override
			public Adapter caseIosNumberedList(IosNumberedList object) {
				return createIosNumberedListAdapter();
			}
			@Override
			public Adapter caseIosNamedList(IosNamedList object) {
				return createIosNamedListAdapter();
			}
			@Override
			public Adapter caseIptablesChain(IptablesChain object) {
				return createIptablesChainAdapter();
			}
			@Override
			public Adapter caseNftChain(NftChain object) {
				return createNftChainAdapter();
			}
			@Override
			public Adapter caseRule(Rule object) {
				return createRuleAdapter();
			}
			@Override
			public Adapter caseOpaqueText(OpaqueText object) {
				return createOpaqueTextAdapter();
			}
			@Override
			public Adapter caseMatch(Match object) {
				return createMatchAdapter();
			}
			@Override
			public Adapter caseRateLimit(RateLimit object) {
				return createRateLimitAdapter();
			}
			@Override
			public Adapter caseAddressTerm(AddressTerm object) {
				return createAddressTermAdapter();
			}
			@Override
			public Adapter caseAddressPrefix(AddressPrefix object) {
				return createAddressPrefixAdapter();
			}
			@Override
			public Adapter caseAddressRange(AddressRange object) {
				return createAddressRangeAdapter();
			}
			@Override
			public Adapter caseAddressWildcard(AddressWildcard object) {
				return createAddressWildcardAdapter();
			}
			@Override
			public Adapter caseAddressName(AddressName object) {
				return createAddressNameAdapter();
			}
			@Override
			public Adapter caseAddressUse(AddressUse object) {
				return createAddressUseAdapter();
			}
			@Override
			public Adapter caseAddressObject(AddressObject object) {
				return createAddressObjectAdapter();
			}
			@Override
			public Adapter caseInterfaceTerm(InterfaceTerm object) {
				return createInterfaceTermAdapter();
			}
			@Override
			public Adapter caseInterfaceName(InterfaceName object) {
				return createInterfaceNameAdapter();
			}
			@Override
			public Adapter caseInterfaceUse(InterfaceUse object) {
				return createInterfaceUseAdapter();
			}
			@Override
			public Adapter caseInterfaceObject(InterfaceObject object) {
				return createInterfaceObjectAdapter();
			}
			@Override
			public Adapter caseApplication(Application object) {
				return createApplicationAdapter();
			}
			@Override
			public Adapter caseSchedule(Schedule object) {
				return createScheduleAdapter();
			}
			@Override
			public Adapter caseWeeklyPeriod(WeeklyPeriod object) {
				return createWeeklyPeriodAdapter();
			}
			@Override
			public Adapter caseServiceTerm(ServiceTerm object) {
				return createServiceTermAdapter();
			}
			@Override
			public Adapter caseService(Service object) {
				return createServiceAdapter();
			}
			@Override
			public Adapter caseServiceUse(ServiceUse object) {
				return createServiceUseAdapter();
			}
			@Override
			public Adapter caseServiceObject(ServiceObject object) {
				return createServiceObjectAdapter();
			}
			@Override
			public Adapter casePortCondition(PortCondition object) {
				return createPortConditionAdapter();
			}
			@Override
			public Adapter caseAction(Action object) {
				return createActionAdapter();
			}
			@Override
			public Adapter caseAllow(Allow object) {
				return createAllowAdapter();
			}
			@Override
			public Adapter caseDeny(Deny object) {
				return createDenyAdapter();
			}
			@Override
			public Adapter caseReject(Reject object) {
				return createRejectAdapter();
			}
			@Override
			public Adapter caseAsk(Ask object) {
				return createAskAdapter();
			}
			@Override
			public Adapter caseLog(Log object) {
				return createLogAdapter();
			}
			@Override
			public Adapter caseCount(Count object) {
				return createCountAdapter();
			}
			@Override
			public Adapter caseLimit(Limit object) {
				return createLimitAdapter();
			}
			@Override
			public Adapter caseCall(Call object) {
				return createCallAdapter();
			}
			@Override
			public Adapter caseReturn(Return object) {
				return createReturnAdapter();
			}
			@Override
			public Adapter defaultCase(EObject object) {
				return createEObjectAdapter();
			}
		};

	/**
	 * Creates an adapter for the <code>target</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param target the object to adapt.
	 * @return the adapter for the <code>target</code>.
	 * @generated
	 */
	@Override
	public Adapter createAdapter(Notifier target) {
		return modelSwitch.doSwitch((EObject)target);
	}


	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Element <em>Element</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Element
	 * @generated
	 */
	public Adapter createElementAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.NamedElement <em>Named Element</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.NamedElement
	 * @generated
	 */
	public Adapter createNamedElementAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Policy <em>Policy</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Policy
	 * @generated
	 */
	public Adapter createPolicyAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Chain <em>Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Chain
	 * @generated
	 */
	public Adapter createChainAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Binding <em>Binding</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Binding
	 * @generated
	 */
	public Adapter createBindingAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.ChainDialect <em>Chain Dialect</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.ChainDialect
	 * @generated
	 */
	public Adapter createChainDialectAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.IosList <em>Ios List</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.IosList
	 * @generated
	 */
	public Adapter createIosListAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.IosNumberedList <em>Ios Numbered List</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.IosNumberedList
	 * @generated
	 */
	public Adapter createIosNumberedListAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.IosNamedList <em>Ios Named List</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.IosNamedList
	 * @generated
	 */
	public Adapter createIosNamedListAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.IptablesChain <em>Iptables Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.IptablesChain
	 * @generated
	 */
	public Adapter createIptablesChainAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.NftChain <em>Nft Chain</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.NftChain
	 * @generated
	 */
	public Adapter createNftChainAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Rule <em>Rule</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Rule
	 * @generated
	 */
	public Adapter createRuleAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.OpaqueText <em>Opaque Text</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.OpaqueText
	 * @generated
	 */
	public Adapter createOpaqueTextAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Match <em>Match</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Match
	 * @generated
	 */
	public Adapter createMatchAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.RateLimit <em>Rate Limit</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.RateLimit
	 * @generated
	 */
	public Adapter createRateLimitAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressTerm <em>Address Term</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressTerm
	 * @generated
	 */
	public Adapter createAddressTermAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressPrefix <em>Address Prefix</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressPrefix
	 * @generated
	 */
	public Adapter createAddressPrefixAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressRange <em>Address Range</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressRange
	 * @generated
	 */
	public Adapter createAddressRangeAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressWildcard <em>Address Wildcard</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressWildcard
	 * @generated
	 */
	public Adapter createAddressWildcardAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressName <em>Address Name</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressName
	 * @generated
	 */
	public Adapter createAddressNameAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressUse <em>Address Use</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressUse
	 * @generated
	 */
	public Adapter createAddressUseAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.AddressObject <em>Address Object</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.AddressObject
	 * @generated
	 */
	public Adapter createAddressObjectAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.InterfaceTerm <em>Interface Term</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.InterfaceTerm
	 * @generated
	 */
	public Adapter createInterfaceTermAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.InterfaceName <em>Interface Name</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.InterfaceName
	 * @generated
	 */
	public Adapter createInterfaceNameAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.InterfaceUse <em>Interface Use</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.InterfaceUse
	 * @generated
	 */
	public Adapter createInterfaceUseAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.InterfaceObject <em>Interface Object</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.InterfaceObject
	 * @generated
	 */
	public Adapter createInterfaceObjectAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Application <em>Application</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Application
	 * @generated
	 */
	public Adapter createApplicationAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Schedule <em>Schedule</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Schedule
	 * @generated
	 */
	public Adapter createScheduleAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.WeeklyPeriod <em>Weekly Period</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.WeeklyPeriod
	 * @generated
	 */
	public Adapter createWeeklyPeriodAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.ServiceTerm <em>Service Term</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.ServiceTerm
	 * @generated
	 */
	public Adapter createServiceTermAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Service <em>Service</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Service
	 * @generated
	 */
	public Adapter createServiceAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.ServiceUse <em>Service Use</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.ServiceUse
	 * @generated
	 */
	public Adapter createServiceUseAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.ServiceObject <em>Service Object</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.ServiceObject
	 * @generated
	 */
	public Adapter createServiceObjectAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.PortCondition <em>Port Condition</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.PortCondition
	 * @generated
	 */
	public Adapter createPortConditionAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Action <em>Action</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Action
	 * @generated
	 */
	public Adapter createActionAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Allow <em>Allow</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Allow
	 * @generated
	 */
	public Adapter createAllowAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Deny <em>Deny</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Deny
	 * @generated
	 */
	public Adapter createDenyAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Reject <em>Reject</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Reject
	 * @generated
	 */
	public Adapter createRejectAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Ask <em>Ask</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Ask
	 * @generated
	 */
	public Adapter createAskAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Log <em>Log</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Log
	 * @generated
	 */
	public Adapter createLogAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Count <em>Count</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Count
	 * @generated
	 */
	public Adapter createCountAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Limit <em>Limit</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Limit
	 * @generated
	 */
	public Adapter createLimitAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Call <em>Call</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Call
	 * @generated
	 */
	public Adapter createCallAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for an object of class '{@link org.hopwarden.rulemodel.Return <em>Return</em>}'.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null so that we can easily ignore cases;
	 * it's useful to ignore a case when inheritance will catch all the cases anyway.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @see org.hopwarden.rulemodel.Return
	 * @generated
	 */
	public Adapter createReturnAdapter() {
		return null;
	}

	/**
	 * Creates a new adapter for the default case.
	 * <!-- begin-user-doc -->
	 * This default implementation returns null.
	 * <!-- end-user-doc -->
	 * @return the new adapter.
	 * @generated
	 */
	public Adapter createEObjectAdapter() {
		return null;
	}

} //RulemodelAdapterFactory
