package org.hopwarden.lab.internal;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.PacketView;

/**
 * Chooses one of several equal paths by flow, as Linux does with {@code fib_multipath_hash_policy=1}: by addresses, protocol
 * and ports; an echo is a flow by its identifier. The ICMP checksum, the TTL and the IPv6 flow label do not matter, and a
 * fragment, the first one included, counts without ports, so that all of a packet's fragments go the same way.
 */
final class FlowHash {

    private FlowHash() {
    }

    /** @param hops at least one */
    static NextHop choose(NextHop[] hops, PacketView packet, long seed) {
        if (hops.length == 1) {
            return hops[0];
        }
        long total = hops[hops.length - 1].weightUpTo();
        long point = (hash(packet, seed) >>> 33) * total >>> 31;
        for (NextHop hop : hops) {
            if (point < hop.weightUpTo()) {
                return hop;
            }
        }
        throw new IllegalStateException("a point of " + point + " lies outside the weights' sum " + total);
    }

    private static long hash(PacketView packet, long seed) {
        long hash = seed;
        hash = RandomStream.mix(hash + packet.sourceHigh());
        hash = RandomStream.mix(hash + packet.sourceLow());
        hash = RandomStream.mix(hash + packet.destinationHigh());
        hash = RandomStream.mix(hash + packet.destinationLow());
        return RandomStream.mix(hash + ((long) packet.protocol() << 32 | flow(packet)));
    }

    private static long flow(PacketView packet) {
        if (packet.isFragment()) {
            return 0;
        }
        if (packet.isIcmp()) {
            return isEcho(packet) ? packet.icmpIdentifier() & 0xffff : 0;
        }
        int source = packet.sourcePort();
        return source < 0 ? 0 : (long) source << 16 | packet.destinationPort() & 0xffff;
    }

    private static boolean isEcho(PacketView packet) {
        int type = packet.icmpType();
        return packet.isV6() ? type == IcmpType.V6_ECHO_REQUEST || type == IcmpType.V6_ECHO_REPLY
                : type == IcmpType.ECHO_REQUEST || type == IcmpType.ECHO_REPLY;
    }
}
