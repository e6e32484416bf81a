package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.NumberRange;

/**
 * Conditions on protocols and layer 4 as iptables writes them. iptables on top of nf_tables compiles -m tcp and -m udp into
 * instructions that, in some kernels, read ports and flags even out of later fragments, which have none. So where fragments can
 * come, ports are asked for by -m multiport, and flags behind a bare -m tcp: these are never compiled.
 */
final class IptablesLayer4 {

    private static final int MOST_PORTS = 15;
    private static final int HIGHEST_PORT = 0xffff;
    private static final int HIGHEST_BYTE = 0xff;
    private static final int ANY_TYPE = 255;
    private static final int KNOWN_FLAGS = 0x3f;
    private static final String[] FLAGS = { "FIN", "SYN", "RST", "PSH", "ACK", "URG" };

    private IptablesLayer4() {
    }

    /**
     * The alternatives of a service, each with a blank at its end; one empty text where it asks nothing.
     *
     * @param whole whether the kernel puts fragments together before the rules see them
     */
    static List<String> texts(NftLayer4 service, IpVersion version, boolean whole) throws Unsayable {
        if (service.protocols() == null) {
            return List.of("");
        }
        List<String> texts = new ArrayList<>();
        for (NumberRange range : service.protocols().spans()) {
            for (int protocol = range.low(); protocol <= range.high(); protocol++) {
                texts.addAll(ofProtocol(service, protocol, version, whole));
            }
        }
        return texts;
    }

    private static List<String> ofProtocol(NftLayer4 service, int protocol, IpVersion version, boolean whole)
            throws Unsayable {
        List<String> texts = List.of(protocol(protocol));
        if (service.icmpType() != null) {
            return IptablesConditions.product(texts, icmp(service, version));
        }
        texts = IptablesConditions.product(texts, ports(service.sourcePort(), protocol, whole, "s"));
        texts = IptablesConditions.product(texts, ports(service.destinationPort(), protocol, whole, "d"));
        if (!whole && service.sourcePort() == null && service.destinationPort() == null && !service.flags().isEmpty()) {
            texts = IptablesConditions.product(texts, List.of("-m tcp "));
        }
        for (NftLayer4.Flags flags : service.flags()) {
            texts = IptablesConditions.product(texts, List.of(flags(flags)));
        }
        return texts;
    }

    static String protocol(int protocol) throws Unsayable {
        if (protocol == 0) {
            throw new Unsayable("protocol 0 means every protocol in iptables");
        }
        String name = switch (protocol) {
            case IpProtocol.TCP -> "tcp";
            case IpProtocol.UDP -> "udp";
            case IpProtocol.ICMP -> "icmp";
            case IpProtocol.ICMPV6 -> "ipv6-icmp";
            default -> Integer.toString(protocol);
        };
        return "-p " + name + " ";
    }

    private static List<String> ports(IntSpans ports, int protocol, boolean whole, String side) {
        if (ports == null) {
            return List.of("");
        }
        IntSpans others = ports.complement(HIGHEST_PORT);
        boolean own = whole && (protocol == IpProtocol.TCP || protocol == IpProtocol.UDP) && !others.isEmpty();
        String option = "--" + side + "port";
        String module = own ? "-m " + (protocol == IpProtocol.TCP ? "tcp " : "udp ") : "-m multiport ";
        if (own && ports.spans().size() == 1) {
            return List.of(module + option + " " + range(ports.spans().get(0)) + " ");
        }
        if (own && others.spans().size() == 1) {
            return List.of(module + "! " + option + " " + range(others.spans().get(0)) + " ");
        }
        if (!others.isEmpty() && (others.spans().size() < ports.spans().size() || IptablesConditions.isSingle(others))) {
            StringBuilder all = new StringBuilder();
            chunks(others).forEach(chunk -> all.append("-m multiport ! ").append(option).append("s ").append(chunk).append(' '));
            return List.of(all.toString());
        }
        return chunks(ports).stream().map(chunk -> "-m multiport " + option + "s " + chunk + " ").toList();
    }

    private static String range(NumberRange range) {
        return range.isSingle() ? Integer.toString(range.low()) : range.low() + ":" + range.high();
    }

    /** Lists of ports as long as one condition holds them; a range counts for two. */
    private static List<String> chunks(IntSpans ports) {
        List<String> chunks = new ArrayList<>();
        StringJoiner chunk = new StringJoiner(",");
        int size = 0;
        for (NumberRange range : ports.spans()) {
            int needs = range.isSingle() ? 1 : 2;
            if (size + needs > MOST_PORTS) {
                chunks.add(chunk.toString());
                chunk = new StringJoiner(",");
                size = 0;
            }
            chunk.add(range(range));
            size += needs;
        }
        chunks.add(chunk.toString());
        return chunks;
    }

    private static List<String> icmp(NftLayer4 service, IpVersion version) throws Unsayable {
        String option = version == IpVersion.V4 ? "--icmp-type " : "--icmpv6-type ";
        String module = version == IpVersion.V4 ? "-m icmp " : "-m icmp6 ";
        IntSpans otherTypes = service.icmpType().complement(HIGHEST_BYTE);
        boolean not = !IptablesConditions.isSingle(service.icmpType());
        int type = (not ? otherTypes : service.icmpType()).spans().get(0).low();
        if (type == ANY_TYPE && version == IpVersion.V4) {
            throw new Unsayable("the ICMP type 255 means every type in iptables");
        }
        if (service.icmpCode() == null) {
            return List.of(module + (not ? "! " : "") + option + type + " ");
        }
        if (IptablesConditions.isSingle(service.icmpCode())) {
            return List.of(module + option + type + "/" + service.icmpCode().spans().get(0).low() + " ");
        }
        int code = service.icmpCode().complement(HIGHEST_BYTE).spans().get(0).low();
        // Together with the other part of the service, which is every other type, this says the same.
        return List.of(module + "! " + option + type + "/" + code + " ");
    }

    private static String flags(NftLayer4.Flags flags) throws Unsayable {
        if ((flags.test().mask() & ~KNOWN_FLAGS) != 0) {
            throw new Unsayable("iptables does not know the TCP flags ECE and CWR; take them out");
        }
        return "-m tcp " + (flags.negated() ? "! " : "") + "--tcp-flags " + names(flags.test().mask()) + " "
                + names(flags.test().value()) + " ";
    }

    private static String names(int bits) {
        StringJoiner names = new StringJoiner(",");
        for (int i = 0; i < FLAGS.length; i++) {
            if ((bits & TcpFlags.FIN << i) != 0) {
                names.add(FLAGS[i]);
            }
        }
        return bits == 0 ? "NONE" : names.toString();
    }
}
