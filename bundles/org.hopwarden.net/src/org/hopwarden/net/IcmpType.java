package org.hopwarden.net;

/**
 * Message types of ICMP (RFC 792 and the IANA icmp-parameters registry) and ICMPv6 (RFC 4443, RFC 4861, icmpv6-parameters),
 * with those codes that this project tells apart.
 */
public final class IcmpType {
    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int REDIRECT = 5;
    public static final int ECHO_REQUEST = 8;
    public static final int ROUTER_ADVERTISEMENT = 9;
    public static final int ROUTER_SOLICITATION = 10;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    public static final int TIMESTAMP_REQUEST = 13;
    public static final int TIMESTAMP_REPLY = 14;
    public static final int INFORMATION_REQUEST = 15;
    public static final int INFORMATION_REPLY = 16;
    public static final int MASK_REQUEST = 17;
    public static final int MASK_REPLY = 18;

    /** Codes of {@link #UNREACHABLE}. */
    public static final int CODE_NET = 0;
    public static final int CODE_HOST = 1;
    public static final int CODE_PROTOCOL = 2;
    public static final int CODE_PORT = 3;
    public static final int CODE_FRAGMENTATION_NEEDED = 4;
    public static final int CODE_NET_PROHIBITED = 9;
    public static final int CODE_HOST_PROHIBITED = 10;
    public static final int CODE_ADMIN_PROHIBITED = 13;

    public static final int V6_UNREACHABLE = 1;
    public static final int V6_PACKET_TOO_BIG = 2;
    public static final int V6_TIME_EXCEEDED = 3;
    public static final int V6_PARAMETER_PROBLEM = 4;
    public static final int V6_ECHO_REQUEST = 128;
    public static final int V6_ECHO_REPLY = 129;
    public static final int V6_ROUTER_SOLICITATION = 133;
    public static final int V6_ROUTER_ADVERTISEMENT = 134;
    public static final int V6_NEIGHBOUR_SOLICITATION = 135;
    public static final int V6_NEIGHBOUR_ADVERTISEMENT = 136;
    public static final int V6_REDIRECT = 137;

    /** Codes of {@link #V6_UNREACHABLE}. */
    public static final int V6_CODE_NO_ROUTE = 0;
    public static final int V6_CODE_ADMIN_PROHIBITED = 1;
    public static final int V6_CODE_BEYOND_SCOPE = 2;
    public static final int V6_CODE_ADDRESS = 3;
    public static final int V6_CODE_PORT = 4;
    public static final int V6_CODE_POLICY = 5;
    public static final int V6_CODE_REJECT_ROUTE = 6;

    private static final String[] UNREACHABLE_CODES = { "net unreachable", "host unreachable", "protocol unreachable",
            "port unreachable", "fragmentation needed", "source route failed", "network unknown", "host unknown",
            "host isolated", "network prohibited", "host prohibited", "net unreachable for TOS",
            "host unreachable for TOS", "administratively prohibited", "host precedence violation", "precedence cutoff" };
    private static final String[] V6_UNREACHABLE_CODES = { "no route", "administratively prohibited", "beyond scope",
            "address unreachable", "port unreachable", "source address failed policy", "reject route" };

    private IcmpType() {
    }

    /** Whether messages of this type report a problem and quote the packet that had it. */
    public static boolean isError(IpVersion version, int type) {
        return version == IpVersion.V6 ? type >= 0 && type < 128 : switch (type) {
            case UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
            default -> false;
        };
    }

    /** A short English name such as {@code time exceeded} or {@code unreachable: port unreachable}. */
    public static String text(IpVersion version, int type, int code) {
        return version == IpVersion.V6 ? textV6(type, code) : textV4(type, code);
    }

    /**
     * The mark that traceroute puts behind the time of an error, such as {@code !H} for a host that is not reached (Butskoy's
     * traceroute 2.1).
     *
     * @param mtuBytes the next-hop MTU that the error states, or -1
     * @return empty for time exceeded and port unreachable, which are what a trace expects
     */
    public static String mark(IpVersion version, int type, int code, int mtuBytes) {
        if (version == IpVersion.V6) {
            return switch (type) {
                case V6_TIME_EXCEEDED -> "";
                case V6_UNREACHABLE -> switch (code) {
                    case V6_CODE_NO_ROUTE -> "!N";
                    case V6_CODE_ADMIN_PROHIBITED -> "!X";
                    case V6_CODE_BEYOND_SCOPE, V6_CODE_ADDRESS -> "!H";
                    case V6_CODE_PORT -> "";
                    default -> "!<" + code + ">";
                };
                case V6_PACKET_TOO_BIG -> mtuBytes < 0 ? "!F" : "!F-" + mtuBytes;
                default -> "!<" + type + "-" + code + ">";
            };
        }
        return switch (type) {
            case TIME_EXCEEDED -> "";
            case UNREACHABLE -> switch (code) {
                case 0, 6, 8, 11 -> "!N";
                case 1, 7, 12 -> "!H";
                case 2 -> "!P";
                case 3 -> "";
                case 4 -> mtuBytes < 0 ? "!F" : "!F-" + mtuBytes;
                case 5 -> "!S";
                case 9, 10, 13 -> "!X";
                case 14 -> "!V";
                case 15 -> "!C";
                default -> "!<" + code + ">";
            };
            default -> "!<" + type + "-" + code + ">";
        };
    }

    private static String textV4(int type, int code) {
        return switch (type) {
            case ECHO_REPLY -> "echo reply";
            case UNREACHABLE -> code >= 0 && code < UNREACHABLE_CODES.length ? UNREACHABLE_CODES[code]
                    : "unreachable, code " + code;
            case SOURCE_QUENCH -> "source quench";
            case REDIRECT -> "redirect";
            case ECHO_REQUEST -> "echo request";
            case ROUTER_ADVERTISEMENT -> "router advertisement";
            case ROUTER_SOLICITATION -> "router solicitation";
            case TIME_EXCEEDED -> code == 1 ? "reassembly time exceeded" : "time exceeded";
            case PARAMETER_PROBLEM -> "parameter problem";
            case TIMESTAMP_REQUEST -> "timestamp request";
            case TIMESTAMP_REPLY -> "timestamp reply";
            case INFORMATION_REQUEST -> "information request";
            case INFORMATION_REPLY -> "information reply";
            case MASK_REQUEST -> "mask request";
            case MASK_REPLY -> "mask reply";
            default -> "type " + type + " code " + code;
        };
    }

    private static String textV6(int type, int code) {
        return switch (type) {
            case V6_UNREACHABLE -> code >= 0 && code < V6_UNREACHABLE_CODES.length ? V6_UNREACHABLE_CODES[code]
                    : "unreachable, code " + code;
            case V6_PACKET_TOO_BIG -> "packet too big";
            case V6_TIME_EXCEEDED -> code == 1 ? "reassembly time exceeded" : "time exceeded";
            case V6_PARAMETER_PROBLEM -> "parameter problem";
            case V6_ECHO_REQUEST -> "echo request";
            case V6_ECHO_REPLY -> "echo reply";
            case V6_ROUTER_SOLICITATION -> "router solicitation";
            case V6_ROUTER_ADVERTISEMENT -> "router advertisement";
            case V6_NEIGHBOUR_SOLICITATION -> "neighbour solicitation";
            case V6_NEIGHBOUR_ADVERTISEMENT -> "neighbour advertisement";
            case V6_REDIRECT -> "redirect";
            default -> "type " + type + " code " + code;
        };
    }
}
