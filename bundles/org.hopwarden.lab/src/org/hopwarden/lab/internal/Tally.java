package org.hopwarden.lab.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.lab.DropReason;
import org.hopwarden.lab.NetworkStatistics;

/** Counts what became of all packets. */
final class Tally {

    private final long[] dropped = new long[DropReason.values().length];
    long sent;
    long delivered;
    long overflows;

    void drop(DropReason reason) {
        dropped[reason.ordinal()]++;
    }

    NetworkStatistics statistics(long inFlight, List<SimNode> nodes) {
        Map<DropReason, Long> byReason = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            byReason.put(reason, dropped[reason.ordinal()]);
        }
        return new NetworkStatistics(sent, delivered, inFlight, byReason, overflows,
                nodes.stream().mapToLong(node -> node.suppressed).sum());
    }
}
