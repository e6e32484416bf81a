package org.hopwarden.lab;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of all packets of a network so far. Every packet, whether a port sent it or a node made it in answer, is
 * counted once: sent = delivered + all that were dropped + in flight. A duplicate counts as one more that was sent, and each
 * fragment as a packet of its own.
 *
 * @param sent packets that set out
 * @param delivered packets that a node took as its own
 * @param inFlight packets still on their way
 * @param dropped by reason; every reason has its entry
 * @param overflows packets that a port did not get because its owner had not fetched the ones before
 * @param suppressed ICMP messages that were never sent, because a limit of their node kept them back
 */
public record NetworkStatistics(long sent, long delivered, long inFlight, Map<DropReason, Long> dropped, long overflows,
        long suppressed) {

    public NetworkStatistics {
        dropped = new EnumMap<>(dropped);
    }

    @Override
    public Map<DropReason, Long> dropped() {
        return new EnumMap<>(dropped);
    }

    public long dropped(DropReason reason) {
        return dropped.get(reason);
    }

    public long totalDropped() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
