package org.hopwarden.engine.internal;

import java.util.List;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * Tries one entry after the other, with every field of the packet read once. It is what the other matchers are measured
 * against, so it is as good as a linear scan can reasonably be.
 */
public final class LinearMatcher implements Matcher {

    private final Entry[] entries;

    public LinearMatcher(List<Entry> entries) {
        this.entries = entries.toArray(Entry[]::new);
    }

    @Override
    public int match(PacketView packet, PacketState state, int from) {
        return match(packet, state, from, entries.length);
    }

    /** As {@link #match(PacketView, PacketState, int)}, of the entries below one alone. */
    int match(PacketView packet, PacketState state, int from, int below) {
        boolean v6 = packet.isV6();
        boolean later = packet.isLaterFragment();
        int protocol = packet.protocol();
        long sourceHigh = packet.sourceHigh();
        long sourceLow = packet.sourceLow();
        long destinationHigh = packet.destinationHigh();
        long destinationLow = packet.destinationLow();
        int sourcePort = packet.sourcePort();
        int destinationPort = packet.destinationPort();
        int type = packet.icmpType();
        int code = packet.icmpCode();
        int flags = packet.tcpFlags();
        for (int i = from; i < below; i++) {
            Entry e = entries[i];
            int wanted = e.header.protocol();
            if ((wanted < 0 || wanted == protocol)
                    && Entry.holds(e.source, v6, sourceHigh, sourceLow)
                    && Entry.holds(e.destination, v6, destinationHigh, destinationLow)
                    && (later ? e.header.holdsLater(protocol)
                            : e.header.holds(protocol, type, code, flags)
                                    && PortIntervals.contains(e.sourcePorts, sourcePort)
                                    && PortIntervals.contains(e.destinationPorts, destinationPort))
                    && (e.check == null || e.check.holds(packet, state))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public long sizeBytes() {
        return 0;
    }
}
