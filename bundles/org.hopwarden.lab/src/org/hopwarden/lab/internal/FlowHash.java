package org.hopwarden.lab.internal;

import org.hopwarden.lab.Balancing.Field;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.PacketView;

/**
 * Hashes of what makes a flow. A fragment, the first one included, counts without ports, so that all of a packet's fragments go the
 * same way.
 */
final class FlowHash {

    private FlowHash() {
    }

    /** By addresses, protocol, ports, and the identifier of an echo. */
    static long usual(PacketView packet, long seed) {
        long hash = seed;
        hash = RandomStream.mix(hash + packet.sourceHigh());
        hash = RandomStream.mix(hash + packet.sourceLow());
        hash = RandomStream.mix(hash + packet.destinationHigh());
        hash = RandomStream.mix(hash + packet.destinationLow());
        long flow = packet.isIcmp() ? icmpIdentifier(packet) : ports(packet);
        return RandomStream.mix(hash + ((long) packet.protocol() << 32 | flow));
    }

    static long of(Field[] fields, PacketView packet, long seed) {
        long hash = seed;
        for (Field field : fields) {
            hash = switch (field) {
                case SOURCE -> RandomStream.mix(RandomStream.mix(hash + packet.sourceHigh()) + packet.sourceLow());
                case DESTINATION -> RandomStream.mix(RandomStream.mix(hash + packet.destinationHigh())
                        + packet.destinationLow());
                case PROTOCOL -> RandomStream.mix(hash + packet.protocol());
                case PORTS -> RandomStream.mix(hash + ports(packet));
                case ICMP_ID -> RandomStream.mix(hash + icmpIdentifier(packet));
                case ICMP_CHECKSUM -> RandomStream.mix(hash + icmpFirstWord(packet));
                case TRAFFIC_CLASS -> RandomStream.mix(hash + packet.trafficClass());
                case FLOW_LABEL -> RandomStream.mix(hash + Math.max(0, packet.flowLabel()));
            };
        }
        return hash;
    }

    private static long ports(PacketView packet) {
        int source = packet.isFragment() ? -1 : packet.sourcePort();
        return source < 0 ? 0 : (long) source << 16 | packet.destinationPort() & 0xffff;
    }

    private static long icmpIdentifier(PacketView packet) {
        return !packet.isFragment() && isEcho(packet) ? packet.icmpIdentifier() & 0xffff : 0;
    }

    private static long icmpFirstWord(PacketView packet) {
        return packet.isIcmp() && !packet.isFragment() && packet.hasTransport(4) ? packet.intAt(packet.transportOffset()) : 0;
    }

    private static boolean isEcho(PacketView packet) {
        int type = packet.icmpType();
        return packet.isV6() ? type == IcmpType.V6_ECHO_REQUEST || type == IcmpType.V6_ECHO_REPLY
                : type == IcmpType.ECHO_REQUEST || type == IcmpType.ECHO_REPLY;
    }
}
