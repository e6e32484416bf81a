package org.hopwarden.engine;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.RejectType;

/**
 * How the sender of a rejected packet is told. Each has an ICMP form; for IPv6 the nearest ICMPv6 destination unreachable (RFC
 * 4443 section 3.1) stands in.
 */
public enum RejectWith {
    NET_UNREACHABLE(IcmpType.CODE_NET, IcmpType.V6_CODE_NO_ROUTE),
    HOST_UNREACHABLE(IcmpType.CODE_HOST, IcmpType.V6_CODE_ADDRESS),
    PROTOCOL_UNREACHABLE(IcmpType.CODE_PROTOCOL, IcmpType.V6_CODE_PORT),
    PORT_UNREACHABLE(IcmpType.CODE_PORT, IcmpType.V6_CODE_PORT),
    NET_PROHIBITED(IcmpType.CODE_NET_PROHIBITED, IcmpType.V6_CODE_ADMIN_PROHIBITED),
    HOST_PROHIBITED(IcmpType.CODE_HOST_PROHIBITED, IcmpType.V6_CODE_ADMIN_PROHIBITED),
    ADMIN_PROHIBITED(IcmpType.CODE_ADMIN_PROHIBITED, IcmpType.V6_CODE_ADMIN_PROHIBITED),
    /** A TCP segment with RST; to what is not TCP, port unreachable. */
    TCP_RESET(IcmpType.CODE_PORT, IcmpType.V6_CODE_PORT);

    private final int code;
    private final int v6Code;

    RejectWith(int code, int v6Code) {
        this.code = code;
        this.v6Code = v6Code;
    }

    /** What a rule's reject type means. */
    public static RejectWith of(RejectType type) {
        return valueOf(type.name());
    }

    /** What a packet's sender is told in fact: what is not TCP gets no reset, and ICMPv6 has fewer messages. */
    public RejectWith sent(IpVersion version, boolean tcp) {
        if (this == TCP_RESET) {
            return tcp ? this : PORT_UNREACHABLE;
        }
        if (version == IpVersion.V4) {
            return this;
        }
        return switch (this) {
            case PROTOCOL_UNREACHABLE -> PORT_UNREACHABLE;
            case NET_PROHIBITED, HOST_PROHIBITED -> ADMIN_PROHIBITED;
            default -> this;
        };
    }

    /** The code of the ICMP or ICMPv6 destination unreachable message. */
    public int code(IpVersion version) {
        return version == IpVersion.V6 ? v6Code : code;
    }
}
