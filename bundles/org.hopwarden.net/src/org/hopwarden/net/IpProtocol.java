package org.hopwarden.net;

/** Protocol numbers as they stand in an IPv4 header's protocol field or an IPv6 next-header field (IANA protocol-numbers). */
public final class IpProtocol {
    public static final int HOP_BY_HOP = 0;
    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int IPV4 = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int IPV6 = 41;
    public static final int ROUTING = 43;
    public static final int FRAGMENT = 44;
    public static final int GRE = 47;
    public static final int ESP = 50;
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    public static final int NO_NEXT_HEADER = 59;
    public static final int DESTINATION_OPTIONS = 60;
    public static final int SCTP = 132;
    public static final int MOBILITY = 135;
    public static final int UDP_LITE = 136;
    public static final int HIP = 139;
    public static final int SHIM6 = 140;

    private IpProtocol() {
    }

    /** Whether an IPv6 header chain goes on behind this header (RFC 7045 section 1; ESP ends what can be read). */
    public static boolean isExtensionHeader(int protocol) {
        return switch (protocol) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AH, DESTINATION_OPTIONS, MOBILITY, HIP, SHIM6 -> true;
            default -> false;
        };
    }

    /** Whether a segment of this protocol starts with source and destination port. */
    public static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP || protocol == SCTP || protocol == UDP_LITE;
    }

    /** The usual short name in lower case, or the number as text. */
    public static String name(int protocol) {
        return switch (protocol) {
            case ICMP -> "icmp";
            case IGMP -> "igmp";
            case IPV4 -> "ipip";
            case TCP -> "tcp";
            case UDP -> "udp";
            case IPV6 -> "ipv6";
            case GRE -> "gre";
            case ESP -> "esp";
            case AH -> "ah";
            case ICMPV6 -> "icmpv6";
            case SCTP -> "sctp";
            case UDP_LITE -> "udplite";
            default -> Integer.toString(protocol);
        };
    }
}
