package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;

/** What nodes know of the MTU of their paths (RFC 1191, RFC 8201), and how they cut up their own packets by that. */
final class PathMtus {

    private static final int LEAST_V6 = 1280;
    /** {@code net.ipv4.route.min_pmtu}. */
    private static final int LEAST_V4 = 552;
    private static final int MAX_KNOWN = 1 << 16;

    private final Graph graph;
    private final PacketView quote = new PacketView();
    private final PacketView own = new PacketView();

    PathMtus(Graph graph) {
        this.graph = graph;
    }

    /** Notes what a report says, where it speaks of a packet that this node has sent. */
    void learn(SimNode node, PacketView icmp) {
        int mtu = icmp.icmpMtu();
        if (mtu < 0 || !icmp.quote(quote) || graph.resolve(quote.source()).owner() != node) {
            return;
        }
        int least = icmp.isV6() ? LEAST_V6 : LEAST_V4;
        IpAddress to = quote.destination();
        if (node.pathMtuBytes.size() < MAX_KNOWN || node.pathMtuBytes.containsKey(to)) {
            node.pathMtuBytes.merge(to, Math.max(mtu, least), Math::min);
        }
    }

    /** The longest packet that a node sends to an address on its own account. */
    int known(SimNode node, IpAddress to) {
        return node.pathMtuBytes.isEmpty() ? Integer.MAX_VALUE
                : node.pathMtuBytes.getOrDefault(to, Integer.MAX_VALUE);
    }

    /** A node's own packet, cut up as far as that is needed and may be. */
    List<MemorySegment> pieces(SimNode node, MemorySegment packet) {
        if (packet.byteSize() <= LEAST_V4) {
            return List.of(packet);
        }
        own.wrap(packet, 0, packet.byteSize());
        int mtu = known(node, own.destination());
        if (packet.byteSize() <= mtu || own.isV4() && own.dontFragment()) {
            return List.of(packet);
        }
        return cut(node, own, mtu);
    }

    /** @param packet one that a node may cut up at its source */
    static List<MemorySegment> cut(SimNode node, PacketView packet, int mtuBytes) {
        return packet.isV6() ? PacketBuilder.fragments(packet.segment(), mtuBytes, node.fragmentIdentification())
                : Fragments.of(packet.segment(), mtuBytes);
    }
}
