package org.hopwarden.enforce.internal.ask;

import java.util.Map;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;

/** Flows and answers in words for people. */
public final class FlowWords {

    /** Services that people know by name (IANA service names). */
    private static final Map<Integer, String> SERVICES = Map.ofEntries(Map.entry(20, "ftp-data"), Map.entry(21, "ftp"), Map.entry(22, "ssh"),
            Map.entry(23, "telnet"), Map.entry(25, "smtp"), Map.entry(53, "domain"), Map.entry(67, "bootps"), Map.entry(68, "bootpc"),
            Map.entry(69, "tftp"), Map.entry(80, "http"), Map.entry(88, "kerberos"), Map.entry(110, "pop3"), Map.entry(123, "ntp"),
            Map.entry(137, "netbios-ns"), Map.entry(138, "netbios-dgm"), Map.entry(139, "netbios-ssn"), Map.entry(143, "imap"),
            Map.entry(161, "snmp"), Map.entry(162, "snmptrap"), Map.entry(179, "bgp"), Map.entry(389, "ldap"), Map.entry(443, "https"),
            Map.entry(445, "microsoft-ds"), Map.entry(465, "submissions"), Map.entry(514, "syslog"), Map.entry(587, "submission"),
            Map.entry(631, "ipp"), Map.entry(636, "ldaps"), Map.entry(853, "domain-s"), Map.entry(993, "imaps"), Map.entry(995, "pop3s"),
            Map.entry(1194, "openvpn"), Map.entry(3306, "mysql"), Map.entry(3389, "ms-wbt-server"), Map.entry(5353, "mdns"),
            Map.entry(5432, "postgresql"), Map.entry(8080, "http-alt"));

    private FlowWords() {
    }

    /** What a packet is, such as {@code an ICMP echo request to 192.0.2.1}. */
    public static String what(DescribedPacket packet, Flow flow) {
        String kind;
        if (flow.fragment()) {
            kind = "a fragment of " + protocol(flow);
        } else if (flow.isIcmp()) {
            kind = "an " + message(flow);
        } else if (flow.isTcp()) {
            boolean opens = packet.tcpFlags() >= 0 && (packet.tcpFlags() & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN;
            kind = opens ? "a TCP connection" : "a TCP segment";
        } else if (flow.isTracerouteProbe()) {
            kind = "a UDP probe of a traceroute";
        } else {
            kind = "a " + protocol(flow) + " packet";
        }
        String from = flow.direction() == Direction.OUT ? "" : " from " + flow.source() + (flow.fromService() ? port(flow) : "");
        String here = flow.direction() == Direction.IN && flow.servicePort() >= 0 && !flow.fromService() ? " to this host's" + port(flow)
                : flow.direction() == Direction.IN ? " to this host" : " to " + flow.destination() + (flow.fromService() ? "" : port(flow));
        return kind + from + here;
    }

    /** The packets of a choice. */
    static String choice(Flow flow, Breadth breadth, boolean withProgram) {
        boolean anyHost = breadth == Breadth.ANY_HOST || breadth == Breadth.ANY;
        boolean anyPort = breadth == Breadth.ANY_PORT || breadth == Breadth.ANY;
        String kind = flow.fragment() ? "fragments of " + protocol(flow) : flow.isIcmp() && !anyPort ? message(flow) + "s"
                : flow.isIcmp() ? protocol(flow) + " of any kind" : protocol(flow);
        String port = anyPort || flow.servicePort() < 0 ? "" : breadth == Breadth.TRACEROUTE_PORTS
                ? " ports " + Flow.FIRST_TRACEROUTE_PORT + " to " + Flow.LAST_TRACEROUTE_PORT + " (traceroute)" : port(flow);
        String source = anyHost && flow.isFarSource() ? "any address" : flow.source().toString();
        String destination = anyHost && !flow.isFarSource() ? "any address" : flow.destination().toString();
        return kind + " from " + source + (flow.fromService() ? port : "") + " to " + destination + (flow.fromService() ? "" : port)
                + (withProgram ? flow.program().map(program -> (flow.direction() == Direction.IN ? ", received by " : ", sent by ")
                        + program(program)).orElse("") : "");
    }

    /** What a choice lets in beside the narrowest one. */
    static String more(Flow flow, Breadth breadth, boolean withProgram) {
        String wider = switch (breadth) {
            case EXACT -> "";
            case TRACEROUTE_PORTS -> "the other ports of a traceroute to " + flow.farEnd();
            case ANY_PORT -> (flow.isIcmp() ? "every other ICMP message" : "every other port") + " between "
                    + flow.source() + " and " + flow.destination();
            case ANY_HOST -> (flow.isIcmp() ? "such messages" : "the same port") + " of every other address";
            case ANY -> "all " + protocol(flow) + " of every other address";
        };
        String anyProgram = flow.program().isPresent() && !withProgram ? "every other program and user" : "";
        return wider + (wider.isEmpty() || anyProgram.isEmpty() ? "" : ", by ") + anyProgram;
    }

    /** A program and its user. */
    public static String program(Program program) {
        return program.path() + (program.user().isEmpty() ? "" : " as " + program.user());
    }

    private static String message(Flow flow) {
        String name = IcmpType.text(flow.version(), flow.icmpType(), flow.icmpCode());
        return (flow.version() == IpVersion.V6 ? "ICMPv6 " : "ICMP ") + name;
    }

    private static String protocol(Flow flow) {
        return switch (flow.protocol()) {
            case IpProtocol.TCP -> "TCP";
            case IpProtocol.UDP -> "UDP";
            case IpProtocol.ICMP -> "ICMP";
            case IpProtocol.ICMPV6 -> "ICMPv6";
            default -> "protocol " + flow.protocol();
        };
    }

    private static String port(Flow flow) {
        if (flow.servicePort() < 0) {
            return "";
        }
        String name = SERVICES.get(flow.servicePort());
        return " port " + flow.servicePort() + (name == null ? "" : " (" + name + ")");
    }
}
