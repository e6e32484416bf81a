/**
 */
package org.hopwarden.rulemodel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.emf.common.util.Enumerator;

/**
 * <!-- begin-user-doc -->
 * A representation of the literals of the enumeration '<em><b>Reject Type</b></em>',
 * and utility methods for working with them.
 * <!-- end-user-doc -->
 * <!-- begin-model-doc -->
 * How the sender of a rejected packet is told. In IPv6 the nearest ICMPv6 message is meant.
 * <!-- end-model-doc -->
 * @see org.hopwarden.rulemodel.RulemodelPackage#getRejectType()
 * @model
 * @generated
 */
public enum RejectType implements Enumerator {
	/**
	 * The '<em><b>Port Unreachable</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 3.
	 * <!-- end-model-doc -->
	 * @see #PORT_UNREACHABLE_VALUE
	 * @generated
	 * @ordered
	 */
	PORT_UNREACHABLE(0, "portUnreachable", "port-unreachable"),

	/**
	 * The '<em><b>Net Unreachable</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 0.
	 * <!-- end-model-doc -->
	 * @see #NET_UNREACHABLE_VALUE
	 * @generated
	 * @ordered
	 */
	NET_UNREACHABLE(1, "netUnreachable", "net-unreachable"),

	/**
	 * The '<em><b>Host Unreachable</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 1.
	 * <!-- end-model-doc -->
	 * @see #HOST_UNREACHABLE_VALUE
	 * @generated
	 * @ordered
	 */
	HOST_UNREACHABLE(2, "hostUnreachable", "host-unreachable"),

	/**
	 * The '<em><b>Protocol Unreachable</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 2.
	 * <!-- end-model-doc -->
	 * @see #PROTOCOL_UNREACHABLE_VALUE
	 * @generated
	 * @ordered
	 */
	PROTOCOL_UNREACHABLE(3, "protocolUnreachable", "protocol-unreachable"),

	/**
	 * The '<em><b>Net Prohibited</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 9.
	 * <!-- end-model-doc -->
	 * @see #NET_PROHIBITED_VALUE
	 * @generated
	 * @ordered
	 */
	NET_PROHIBITED(4, "netProhibited", "net-prohibited"),

	/**
	 * The '<em><b>Host Prohibited</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 10.
	 * <!-- end-model-doc -->
	 * @see #HOST_PROHIBITED_VALUE
	 * @generated
	 * @ordered
	 */
	HOST_PROHIBITED(5, "hostProhibited", "host-prohibited"),

	/**
	 * The '<em><b>Admin Prohibited</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 13.
	 * <!-- end-model-doc -->
	 * @see #ADMIN_PROHIBITED_VALUE
	 * @generated
	 * @ordered
	 */
	ADMIN_PROHIBITED(6, "adminProhibited", "admin-prohibited"),

	/**
	 * The '<em><b>Tcp Reset</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A TCP segment with RST; for TCP only, other protocols get a port unreachable.
	 * <!-- end-model-doc -->
	 * @see #TCP_RESET_VALUE
	 * @generated
	 * @ordered
	 */
	TCP_RESET(7, "tcpReset", "tcp-reset");

	/**
	 * The '<em><b>Port Unreachable</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 3.
	 * <!-- end-model-doc -->
	 * @see #PORT_UNREACHABLE
	 * @model name="portUnreachable" literal="port-unreachable"
	 * @generated
	 * @ordered
	 */
	public static final int PORT_UNREACHABLE_VALUE = 0;

	/**
	 * The '<em><b>Net Unreachable</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 0.
	 * <!-- end-model-doc -->
	 * @see #NET_UNREACHABLE
	 * @model name="netUnreachable" literal="net-unreachable"
	 * @generated
	 * @ordered
	 */
	public static final int NET_UNREACHABLE_VALUE = 1;

	/**
	 * The '<em><b>Host Unreachable</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 1.
	 * <!-- end-model-doc -->
	 * @see #HOST_UNREACHABLE
	 * @model name="hostUnreachable" literal="host-unreachable"
	 * @generated
	 * @ordered
	 */
	public static final int HOST_UNREACHABLE_VALUE = 2;

	/**
	 * The '<em><b>Protocol Unreachable</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 2.
	 * <!-- end-model-doc -->
	 * @see #PROTOCOL_UNREACHABLE
	 * @model name="protocolUnreachable" literal="protocol-unreachable"
	 * @generated
	 * @ordered
	 */
	public static final int PROTOCOL_UNREACHABLE_VALUE = 3;

	/**
	 * The '<em><b>Net Prohibited</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 9.
	 * <!-- end-model-doc -->
	 * @see #NET_PROHIBITED
	 * @model name="netProhibited" literal="net-prohibited"
	 * @generated
	 * @ordered
	 */
	public static final int NET_PROHIBITED_VALUE = 4;

	/**
	 * The '<em><b>Host Prohibited</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 10.
	 * <!-- end-model-doc -->
	 * @see #HOST_PROHIBITED
	 * @model name="hostProhibited" literal="host-prohibited"
	 * @generated
	 * @ordered
	 */
	public static final int HOST_PROHIBITED_VALUE = 5;

	/**
	 * The '<em><b>Admin Prohibited</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * ICMP type 3 code 13.
	 * <!-- end-model-doc -->
	 * @see #ADMIN_PROHIBITED
	 * @model name="adminProhibited" literal="admin-prohibited"
	 * @generated
	 * @ordered
	 */
	public static final int ADMIN_PROHIBITED_VALUE = 6;

	/**
	 * The '<em><b>Tcp Reset</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A TCP segment with RST; for TCP only, other protocols get a port unreachable.
	 * <!-- end-model-doc -->
	 * @see #TCP_RESET
	 * @model name="tcpReset" literal="tcp-reset"
	 * @generated
	 * @ordered
	 */
	public static final int TCP_RESET_VALUE = 7;

	/**
	 * An array of all the '<em><b>Reject Type</b></em>' enumerators.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private static final RejectType[] VALUES_ARRAY =
		new RejectType[] {
			PORT_UNREACHABLE,
			NET_UNREACHABLE,
			HOST_UNREACHABLE,
			PROTOCOL_UNREACHABLE,
			NET_PROHIBITED,
			HOST_PROHIBITED,
			ADMIN_PROHIBITED,
			TCP_RESET,
		};

	/**
	 * A public read-only list of all the '<em><b>Reject Type</b></em>' enumerators.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final List<RejectType> VALUES = Collections.unmodifiableList(Arrays.asList(VALUES_ARRAY));

	/**
	 * Returns the '<em><b>Reject Type</b></em>' literal with the specified literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param literal the literal.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static RejectType get(String literal) {
		for (int i = 0; i < VALUES_ARRAY.length; ++i) {
			RejectType result = VALUES_ARRAY[i];
			if (result.toString().equals(literal)) {
				return result;
			}
		}
		return null;
	}

	/**
	 * Returns the '<em><b>Reject Type</b></em>' literal with the specified name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param name the name.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static RejectType getByName(String name) {
		for (int i = 0; i < VALUES_ARRAY.length; ++i) {
			RejectType result = VALUES_ARRAY[i];
			if (result.getName().equals(name)) {
				return result;
			}
		}
		return null;
	}

	/**
	 * Returns the '<em><b>Reject Type</b></em>' literal with the specified integer value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the integer value.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static RejectType get(int value) {
		switch (value) {
			case PORT_UNREACHABLE_VALUE: return PORT_UNREACHABLE;
			case NET_UNREACHABLE_VALUE: return NET_UNREACHABLE;
			case HOST_UNREACHABLE_VALUE: return HOST_UNREACHABLE;
			case PROTOCOL_UNREACHABLE_VALUE: return PROTOCOL_UNREACHABLE;
			case NET_PROHIBITED_VALUE: return NET_PROHIBITED;
			case HOST_PROHIBITED_VALUE: return HOST_PROHIBITED;
			case ADMIN_PROHIBITED_VALUE: return ADMIN_PROHIBITED;
			case TCP_RESET_VALUE: return TCP_RESET;
		}
		return null;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final int value;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final String name;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final String literal;

	/**
	 * Only this class can construct instances.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private RejectType(int value, String name, String literal) {
		this.value = value;
		this.name = name;
		this.literal = literal;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getValue() {
	  return value;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getName() {
	  return name;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getLiteral() {
	  return literal;
	}

	/**
	 * Returns the literal value of the enumerator, which is its string representation.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		return literal;
	}

} //RejectType
