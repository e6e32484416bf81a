package org.hopwarden.cli.internal;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;

/** Flows in one line. */
final class FlowText {

    private FlowText() {
    }

    /** A packet without what changes from packet to packet of its flow, but for the ports. */
    static String of(DescribedPacket packet) {
        String kind = packet.icmpType() >= 0 ? "ICMP " + IcmpType.text(packet.version(), packet.icmpType(), packet.icmpCode())
                : IpProtocol.name(packet.protocol());
        return kind + " from " + packet.source() + port(packet.sourcePort()) + " to " + packet.destination() + port(packet.destinationPort())
                + ", " + packet.direction().word();
    }

    private static String port(int port) {
        return port < 0 ? "" : " port " + port;
    }

    /** Where a verdict comes from. */
    static String place(Verdict verdict) {
        return verdict.chain() == null ? verdict.text() : "chain " + verdict.chain() + ", rule " + verdict.rule();
    }
}
