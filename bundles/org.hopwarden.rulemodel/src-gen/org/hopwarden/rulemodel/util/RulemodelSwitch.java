/**
 */
package org.hopwarden.rulemodel.util;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;

import org.eclipse.emf.ecore.util.Switch;

import org.hopwarden.rulemodel.*;

/**
 * <!-- begin-user-doc -->
 * The <b>Switch</b> for the model's inheritance hierarchy.
 * It supports the call {@link #doSwitch(EObject) doSwitch(object)}
 * to invoke the <code>caseXXX</code> method for each class of the model,
 * starting with the actual class of the object
 * and proceeding up the inheritance hierarchy
 * until a non-null result is returned,
 * which is the result of the switch.
 * <!-- end-user-doc -->
 * @see org.hopwarden.rulemodel.RulemodelPackage
 * @generated
 */
public class RulemodelSwitch<T> extends Switch<T> {
	/**
	 * The cached model package
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected static RulemodelPackage modelPackage;

	/**
	 * Creates an instance of the switch.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public RulemodelSwitch() {
		if (modelPackage == null) {
			modelPackage = RulemodelPackage.eINSTANCE;
		}
	}

	/**
	 * Checks whether this is a switch for the given package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param ePackage the package in question.
	 * @return whether this is a switch for the given package.
	 * @generated
	 */
	@Override
	protected boolean isSwitchFor(EPackage ePackage) {
		return ePackage == modelPackage;
	}

	/**
	 * Calls <code>caseXXX</code> for each class of the model until one returns a non null result; it yields that result.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the first non-null result returned by a <code>caseXXX</code> call.
	 * @generated
	 */
	@Override
	protected T doSwitch(int classifierID, EObject theEObject) {
		switch (classifierID) {
			case RulemodelPackage.ELEMENT: {
				Element element = (Element)theEObject;
				T result = caseElement(element);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.NAMED_ELEMENT: {
				NamedElement namedElement = (NamedElement)theEObject;
				T result = caseNamedElement(namedElement);
				if (result == null) result = caseElement(namedElement);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.POLICY: {
				Policy policy = (Policy)theEObject;
				T result = casePolicy(policy);
				if (result == null) result = caseNamedElement(policy);
				if (result == null) result = caseElement(policy);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.CHAIN: {
				Chain chain = (Chain)theEObject;
				T result = caseChain(chain);
				if (result == null) result = caseNamedElement(chain);
				if (result == null) result = caseElement(chain);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.BINDING: {
				Binding binding = (Binding)theEObject;
				T result = caseBinding(binding);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.CHAIN_DIALECT: {
				ChainDialect chainDialect = (ChainDialect)theEObject;
				T result = caseChainDialect(chainDialect);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.IOS_LIST: {
				IosList iosList = (IosList)theEObject;
				T result = caseIosList(iosList);
				if (result == null) result = caseChainDialect(iosList);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.IOS_NUMBERED_LIST: {
				IosNumberedList iosNumberedList = (IosNumberedList)theEObject;
				T result = caseIosNumberedList(iosNumberedList);
				if (result == null) result = caseIosList(iosNumberedList);
				if (result == null) result = caseChainDialect(iosNumberedList);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.IOS_NAMED_LIST: {
				IosNamedList iosNamedList = (IosNamedList)theEObject;
				T result = caseIosNamedList(iosNamedList);
				if (result == null) result = caseIosList(iosNamedList);
				if (result == null) result = caseChainDialect(iosNamedList);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.IPTABLES_CHAIN: {
				IptablesChain iptablesChain = (IptablesChain)theEObject;
				T result = caseIptablesChain(iptablesChain);
				if (result == null) result = caseChainDialect(iptablesChain);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.NFT_CHAIN: {
				NftChain nftChain = (NftChain)theEObject;
				T result = caseNftChain(nftChain);
				if (result == null) result = caseChainDialect(nftChain);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.RULE: {
				Rule rule = (Rule)theEObject;
				T result = caseRule(rule);
				if (result == null) result = caseElement(rule);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.OPAQUE_TEXT: {
				OpaqueText opaqueText = (OpaqueText)theEObject;
				T result = caseOpaqueText(opaqueText);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.MATCH: {
				Match match = (Match)theEObject;
				T result = caseMatch(match);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.RATE_LIMIT: {
				RateLimit rateLimit = (RateLimit)theEObject;
				T result = caseRateLimit(rateLimit);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_TERM: {
				AddressTerm addressTerm = (AddressTerm)theEObject;
				T result = caseAddressTerm(addressTerm);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_PREFIX: {
				AddressPrefix addressPrefix = (AddressPrefix)theEObject;
				T result = caseAddressPrefix(addressPrefix);
				if (result == null) result = caseAddressTerm(addressPrefix);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_RANGE: {
				AddressRange addressRange = (AddressRange)theEObject;
				T result = caseAddressRange(addressRange);
				if (result == null) result = caseAddressTerm(addressRange);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_WILDCARD: {
				AddressWildcard addressWildcard = (AddressWildcard)theEObject;
				T result = caseAddressWildcard(addressWildcard);
				if (result == null) result = caseAddressTerm(addressWildcard);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_NAME: {
				AddressName addressName = (AddressName)theEObject;
				T result = caseAddressName(addressName);
				if (result == null) result = caseAddressTerm(addressName);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_USE: {
				AddressUse addressUse = (AddressUse)theEObject;
				T result = caseAddressUse(addressUse);
				if (result == null) result = caseAddressTerm(addressUse);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ADDRESS_OBJECT: {
				AddressObject addressObject = (AddressObject)theEObject;
				T result = caseAddressObject(addressObject);
				if (result == null) result = caseNamedElement(addressObject);
				if (result == null) result = caseElement(addressObject);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.INTERFACE_TERM: {
				InterfaceTerm interfaceTerm = (InterfaceTerm)theEObject;
				T result = caseInterfaceTerm(interfaceTerm);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.INTERFACE_NAME: {
				InterfaceName interfaceName = (InterfaceName)theEObject;
				T result = caseInterfaceName(interfaceName);
				if (result == null) result = caseInterfaceTerm(interfaceName);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.INTERFACE_USE: {
				InterfaceUse interfaceUse = (InterfaceUse)theEObject;
				T result = caseInterfaceUse(interfaceUse);
				if (result == null) result = caseInterfaceTerm(interfaceUse);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.INTERFACE_OBJECT: {
				InterfaceObject interfaceObject = (InterfaceObject)theEObject;
				T result = caseInterfaceObject(interfaceObject);
				if (result == null) result = caseNamedElement(interfaceObject);
				if (result == null) result = caseElement(interfaceObject);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.APPLICATION: {
				Application application = (Application)theEObject;
				T result = caseApplication(application);
				if (result == null) result = caseNamedElement(application);
				if (result == null) result = caseElement(application);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.SCHEDULE: {
				Schedule schedule = (Schedule)theEObject;
				T result = caseSchedule(schedule);
				if (result == null) result = caseNamedElement(schedule);
				if (result == null) result = caseElement(schedule);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.WEEKLY_PERIOD: {
				WeeklyPeriod weeklyPeriod = (WeeklyPeriod)theEObject;
				T result = caseWeeklyPeriod(weeklyPeriod);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.SERVICE_TERM: {
				ServiceTerm serviceTerm = (ServiceTerm)theEObject;
				T result = caseServiceTerm(serviceTerm);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.SERVICE: {
				Service service = (Service)theEObject;
				T result = caseService(service);
				if (result == null) result = caseServiceTerm(service);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.SERVICE_USE: {
				ServiceUse serviceUse = (ServiceUse)theEObject;
				T result = caseServiceUse(serviceUse);
				if (result == null) result = caseServiceTerm(serviceUse);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.SERVICE_OBJECT: {
				ServiceObject serviceObject = (ServiceObject)theEObject;
				T result = caseServiceObject(serviceObject);
				if (result == null) result = caseNamedElement(serviceObject);
				if (result == null) result = caseElement(serviceObject);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.PORT_CONDITION: {
				PortCondition portCondition = (PortCondition)theEObject;
				T result = casePortCondition(portCondition);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ACTION: {
				Action action = (Action)theEObject;
				T result = caseAction(action);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ALLOW: {
				Allow allow = (Allow)theEObject;
				T result = caseAllow(allow);
				if (result == null) result = caseAction(allow);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.DENY: {
				Deny deny = (Deny)theEObject;
				T result = caseDeny(deny);
				if (result == null) result = caseAction(deny);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.REJECT: {
				Reject reject = (Reject)theEObject;
				T result = caseReject(reject);
				if (result == null) result = caseAction(reject);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.ASK: {
				Ask ask = (Ask)theEObject;
				T result = caseAsk(ask);
				if (result == null) result = caseAction(ask);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.LOG: {
				Log log = (Log)theEObject;
				T result = caseLog(log);
				if (result == null) result = caseAction(log);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.COUNT: {
				Count count = (Count)theEObject;
				T result = caseCount(count);
				if (result == null) result = caseAction(count);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.LIMIT: {
				Limit limit = (Limit)theEObject;
				T result = caseLimit(limit);
				if (result == null) result = caseAction(limit);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.CALL: {
				Call call = (Call)theEObject;
				T result = caseCall(call);
				if (result == null) result = caseAction(call);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			case RulemodelPackage.RETURN: {
				Return return_ = (Return)theEObject;
				T result = caseReturn(return_);
				if (result == null) result = caseAction(return_);
				if (result == null) result = defaultCase(theEObject);
				return result;
			}
			default: return defaultCase(theEObject);
		}
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Element</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Element</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseElement(Element object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Named Element</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Named Element</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseNamedElement(NamedElement object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Policy</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Policy</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T casePolicy(Policy object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Chain</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Chain</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseChain(Chain object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Binding</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Binding</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseBinding(Binding object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Chain Dialect</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Chain Dialect</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseChainDialect(ChainDialect object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Ios List</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Ios List</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseIosList(IosList object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Ios Numbered List</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Ios Numbered List</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseIosNumberedList(IosNumberedList object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Ios Named List</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Ios Named List</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseIosNamedList(IosNamedList object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Iptables Chain</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Iptables Chain</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseIptablesChain(IptablesChain object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Nft Chain</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Nft Chain</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseNftChain(NftChain object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Rule</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Rule</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseRule(Rule object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Opaque Text</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Opaque Text</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseOpaqueText(OpaqueText object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Match</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Match</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseMatch(Match object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Rate Limit</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Rate Limit</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseRateLimit(RateLimit object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Term</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Term</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressTerm(AddressTerm object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Prefix</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Prefix</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressPrefix(AddressPrefix object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Range</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Range</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressRange(AddressRange object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Wildcard</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Wildcard</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressWildcard(AddressWildcard object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Name</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Name</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressName(AddressName object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Use</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Use</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressUse(AddressUse object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Address Object</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Address Object</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAddressObject(AddressObject object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Interface Term</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Interface Term</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseInterfaceTerm(InterfaceTerm object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Interface Name</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Interface Name</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseInterfaceName(InterfaceName object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Interface Use</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Interface Use</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseInterfaceUse(InterfaceUse object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Interface Object</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Interface Object</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseInterfaceObject(InterfaceObject object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Application</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Application</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseApplication(Application object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Schedule</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Schedule</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseSchedule(Schedule object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Weekly Period</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Weekly Period</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseWeeklyPeriod(WeeklyPeriod object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Service Term</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Service Term</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseServiceTerm(ServiceTerm object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Service</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Service</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseService(Service object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Service Use</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Service Use</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseServiceUse(ServiceUse object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Service Object</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Service Object</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseServiceObject(ServiceObject object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Port Condition</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Port Condition</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T casePortCondition(PortCondition object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Action</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Action</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAction(Action object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Allow</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Allow</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAllow(Allow object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Deny</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Deny</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseDeny(Deny object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Reject</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Reject</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseReject(Reject object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Ask</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Ask</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseAsk(Ask object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Log</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Log</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseLog(Log object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Count</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Count</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseCount(Count object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Limit</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Limit</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseLimit(Limit object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Call</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Call</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseCall(Call object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>Return</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>Return</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject) doSwitch(EObject)
	 * @generated
	 */
	public T caseReturn(Return object) {
		return null;
	}

	/**
	 * Returns the result of interpreting the object as an instance of '<em>EObject</em>'.
	 * <!-- begin-user-doc -->
	 * This implementation returns null;
	 * returning a non-null result will terminate the switch, but this is the last case anyway.
	 * <!-- end-user-doc -->
	 * @param object the target of the switch.
	 * @return the result of interpreting the object as an instance of '<em>EObject</em>'.
	 * @see #doSwitch(org.eclipse.emf.ecore.EObject)
	 * @generated
	 */
	@Override
	public T defaultCase(EObject object) {
		return null;
	}

} //RulemodelSwitch
