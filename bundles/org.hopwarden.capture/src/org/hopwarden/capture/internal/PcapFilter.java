package org.hopwarden.capture.internal;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.TraceFilter;

/** Filters in the words of pcap-filter(7). */
final class PcapFilter {

    private PcapFilter() {
    }

    /**
     * All ICMP of the target's IP version, and TCP and UDP from and to the target. Of IPv6 extension headers one is looked behind.
     */
    static String forTrace(TraceFilter filter) {
        String target = filter.target().toString();
        if (filter.target().isV4()) {
            return "ip and (" + carries("ip[9]", "ip host " + target) + ")";
        }
        return "ip6 and (" + carries("ip6[6]", "ip6 host " + target) + " or ((" + is("ip6[6]", IpProtocol.HOP_BY_HOP, IpProtocol.ROUTING,
                IpProtocol.DESTINATION_OPTIONS, IpProtocol.FRAGMENT) + ") and (" + carries("ip6[40]", "ip6 host " + target) + ")))";
    }

    private static String carries(String protocol, String host) {
        int icmp = protocol.startsWith("ip6") ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        return is(protocol, icmp) + " or ((" + is(protocol, IpProtocol.TCP, IpProtocol.UDP) + ") and " + host + ")";
    }

    private static String is(String field, int... values) {
        StringBuilder text = new StringBuilder();
        for (int value : values) {
            text.append(text.isEmpty() ? "" : " or ").append(field).append(" = ").append(value);
        }
        return text.toString();
    }

    /** What this host itself sends to a destination. */
    static String sentTo(IpAddress destination, String mac) {
        return "ether src " + mac + " and " + (destination.isV4() ? "ip" : "ip6") + " dst host " + destination;
    }
}
