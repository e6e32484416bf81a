package org.hopwarden.engine.connections;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.hopwarden.engine.internal.SecretHash;

/**
 * A table of connections, with the states and time-outs of Linux: docs/semantics.md says what they mean. It is for whoever sees
 * all packets of both directions once, such as a bridge; each of its threads has a {@link Tracking} of its own.
 * <p>
 * The table is bounded. Where it is full, or a source has its share, a new connection takes the place of one that nobody has
 * answered or that is closing; where a few looks find none, the packet is {@code INVALID} and opens nothing.
 * <p>
 * Safe for use by several threads. Somebody calls {@link #sweep} about every second.
 */
public final class ConnectionTracker {

    private static final int PARTS = 64;

    private final ConnectionLimits limits;
    private final SteadyTime time;
    private final SecretHash secret = new SecretHash();
    private final FlowPart[] parts = new FlowPart[PARTS];
    private final AtomicInteger tracked = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final ConcurrentHashMap<Source, Integer> bySource = new ConcurrentHashMap<>();
    private final FragmentTable fragments;

    /** Who opens connections: an address of IPv4, or the network of one of IPv6. */
    record Source(boolean v6, long network) {

        private static final SecretHash SECRET = new SecretHash();

        static Source of(Flow flow) {
            return new Source(flow.isV6(), flow.isV6() ? flow.sourceHigh() : flow.sourceLow());
        }

        /** Networks are chosen by who sends. */
        @Override
        public int hashCode() {
            return SECRET.of(network);
        }
    }

    /** An empty table with the usual limits, by the clock of this machine that is never set. */
    public ConnectionTracker() {
        this(ConnectionLimits.DEFAULT, System::nanoTime);
    }

    /**
     * An empty table.
     *
     * @param clock in nanoseconds, from any start. Where it goes back, or more than a minute ahead between two packets or {@linkplain
     *            #sweep sweeps}, no connection ends by that, and none lives longer than that minute
     */
    public ConnectionTracker(ConnectionLimits limits, LongSupplier clock) {
        this.limits = requireNonNull(limits, "limits");
        time = new SteadyTime(requireNonNull(clock, "clock"));
        fragments = new FragmentTable(limits);
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new FlowPart();
        }
    }

    /** For one thread. */
    public Tracking newTracking() {
        return new Tracking(this);
    }

    long now() {
        return time.now();
    }

    FragmentTable fragments() {
        return fragments;
    }

    int hash(FlowKey key) {
        return key.hash(secret);
    }

    /** The part that holds flows with a hash; its monitor is held while one is looked at. */
    FlowPart part(int hash) {
        return parts[hash >>> 26];
    }

    /** The flow of a key, unless its time is over. The caller holds the part's monitor. */
    Flow find(FlowPart part, FlowKey key, int hash, long nowNanos) {
        Flow flow = part.find(key, hash);
        if (flow != null && flow.isExpired(nowNanos)) {
            remove(part, flow);
            return null;
        }
        return flow;
    }

    /** The caller holds the part's monitor. */
    void remove(FlowPart part, Flow flow) {
        part.remove(flow);
        tracked.decrementAndGet();
        bySource.computeIfPresent(Source.of(flow), (source, count) -> count == 1 ? null : count - 1);
    }

    /** Whether a new flow would be taken. The caller holds the part's monitor. */
    boolean hasRoom(FlowPart part, Flow opened, long nowNanos) {
        return !isFull(opened) || victim(part, opened, nowNanos) != null;
    }

    private boolean isFull(Flow opened) {
        return tracked.get() >= limits.mostConnections() || hasItsShare(Source.of(opened));
    }

    private boolean hasItsShare(Source source) {
        return bySource.getOrDefault(source, 0) >= limits.mostPerSource();
    }

    /** Who goes to make room: a flow of the same source where that has its share. */
    private Flow victim(FlowPart part, Flow opened, long nowNanos) {
        Source source = Source.of(opened);
        boolean ofSource = hasItsShare(source);
        return part.any(flow -> (flow.isDispensable() || flow.isExpired(nowNanos)) && (!ofSource || Source.of(flow).equals(source)));
    }

    /**
     * Takes a new flow into the table. The caller holds the part's monitor.
     *
     * @return whether there was room
     */
    boolean add(FlowPart part, Flow opened, long nowNanos) {
        if (isFull(opened)) {
            Flow victim = victim(part, opened, nowNanos);
            if (victim == null) {
                refused.increment();
                return false;
            }
            remove(part, victim);
        }
        if (tracked.incrementAndGet() > limits.mostConnections()) {
            // Another thread was faster.
            tracked.decrementAndGet();
            refused.increment();
            return false;
        }
        bySource.merge(Source.of(opened), 1, Integer::sum);
        part.add(opened);
        return true;
    }

    /** A packet opens nothing for there is no room. */
    void refuse() {
        refused.increment();
    }

    /** Forgets what has ended, so that {@link #list} and the room for new ones are true. It changes no state of a packet. */
    public void sweep() {
        long now = now();
        for (FlowPart part : parts) {
            synchronized (part) {
                part.forEach(flow -> {
                    if (flow.isExpired(now)) {
                        remove(part, flow);
                    }
                });
            }
        }
        fragments.sweep(now);
    }

    /** How many connections there are, those that have ended since the last {@link #sweep} included. */
    public int tracked() {
        return tracked.get();
    }

    /** How many packets opened no connection because there was no room for it. */
    public long refused() {
        return refused.sum();
    }

    /**
     * The table at this moment. Packets wait while a sixty-fourth of it is looked at.
     *
     * @param most how many connections to list at most
     */
    public ConnectionList list(int most) {
        long now = now();
        List<TrackedConnection> shown = new ArrayList<>();
        for (FlowPart part : parts) {
            synchronized (part) {
                part.forEach(flow -> {
                    if (shown.size() < most && !flow.isExpired(now)) {
                        shown.add(flow.shown(now));
                    }
                });
            }
            if (shown.size() >= most) {
                break;
            }
        }
        return new ConnectionList(shown, tracked(), limits.mostConnections(), refused());
    }
}
