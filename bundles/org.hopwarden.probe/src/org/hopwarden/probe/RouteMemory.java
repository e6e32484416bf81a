package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * Tells changes of the route from balancing, at one TTL of a constant flow. An address counts as gone when it has been silent for
 * so many answers that its share before makes this less likely than {@link #CHANCE}, and another has come since. So two addresses
 * that take turns are a balancer's, however long they do, and one that was always there is missed after three answers of another.
 */
final class RouteMemory {

    private static final double CHANCE = 0.001;
    private static final int MOST_ADDRESSES = 64;

    private static final class Seen {
        final IpAddress address;
        final long firstIndex;
        final long firstNanos;
        final int firstRound;
        long count;
        long lastIndex;

        Seen(IpAddress address, long firstIndex, long firstNanos, int firstRound) {
            this.address = address;
            this.firstIndex = firstIndex;
            this.firstNanos = firstNanos;
            this.firstRound = firstRound;
        }
    }

    private final List<Seen> present = new ArrayList<>();
    private IpAddress latest;
    private long index;
    private long alternations;
    private long changes;

    /** How often the address was another one than before, without a change of the route. */
    long flaps() {
        return alternations - changes;
    }

    /** Takes an answer; tells whether it makes clear that the route has changed. */
    Optional<RouteChange> answered(int ttl, IpAddress address, long atNanos, int round) {
        index++;
        if (latest != null && !latest.equals(address)) {
            alternations++;
        }
        latest = address;
        Seen seen = present.stream().filter(each -> each.address.equals(address)).findFirst().orElse(null);
        if (seen == null) {
            if (present.size() == MOST_ADDRESSES) {
                present.removeFirst();
            }
            seen = new Seen(address, index, atNanos, round);
            present.add(seen);
        }
        seen.count++;
        seen.lastIndex = index;
        for (Iterator<Seen> each = present.iterator(); each.hasNext();) {
            Seen old = each.next();
            Seen successor = present.stream().filter(other -> other.firstIndex > old.lastIndex).findFirst().orElse(null);
            if (successor != null && isGone(old)) {
                each.remove();
                changes++;
                return Optional.of(new RouteChange(successor.firstNanos, successor.firstRound, ttl, old.address,
                        successor.address));
            }
        }
        return Optional.empty();
    }

    private boolean isGone(Seen seen) {
        double share = (seen.count + 1.0) / (seen.lastIndex - seen.firstIndex + 1 + 2);
        return Math.pow(1 - share, index - seen.lastIndex) <= CHANCE;
    }
}
