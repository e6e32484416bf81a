package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * The verdicts of a running enforcement for somebody who looks on. Between two calls of {@link #take} it keeps a bounded number
 * of them, and of each rule no more than a share, so that a flood which one rule decides does not hide the few packets of
 * another. The rest is counted. A filter and a sample may choose further.
 * <p>
 * Safe for use by any number of threads.
 */
public final class VerdictStream implements VerdictListener {

    /** At so many packets a filter looks between two calls of {@link #take}: more would slow down what is looked at. */
    private static final int MOST_LOOKS = 20_000;

    private final int capacity;
    private final int share;
    private final LongAdder leftOut = new LongAdder();
    private List<DecidedPacket> entries = new ArrayList<>();
    private long leftOutTold;
    private volatile VerdictFilter filter = VerdictFilter.ALL;
    private volatile int everyNth = 1;
    private volatile Shares shares;
    private final AtomicInteger looks = new AtomicInteger();

    /** How many packets of each slot of a policy are kept. */
    private record Shares(CompiledPolicy policy, AtomicIntegerArray kept) {
    }

    /**
     * What has come since the last time.
     *
     * @param entries oldest first
     * @param leftOut how many packets were decided meanwhile and are not among them
     */
    public record Batch(List<DecidedPacket> entries, long leftOut) {

        public Batch {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param capacity how many packets are kept between two calls of {@link #take}, 1 or more
     * @param share how many of them one rule may have, 1 or more
     */
    public VerdictStream(int capacity, int share) {
        if (capacity < 1 || share < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " and share " + share + " are 1 or more");
        }
        this.capacity = capacity;
        this.share = share;
    }

    @Override
    public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        Shares now = shares;
        if (now == null || now.policy() != policy) {
            now = sharesOf(policy);
        }
        int slot = CompiledPolicy.slot(decision);
        if (now.kept().get(slot) >= share || everyNth > 1 && ThreadLocalRandom.current().nextInt(everyNth) != 0) {
            leftOut.increment();
            return;
        }
        VerdictFilter chosen = filter;
        if (chosen != VerdictFilter.ALL && looks.incrementAndGet() > MOST_LOOKS) {
            leftOut.increment();
            return;
        }
        DecidedPacket entry = DecidedPacket.of(packet, state, policy, decision);
        if (!chosen.test(entry)) {
            leftOut.increment();
            return;
        }
        synchronized (this) {
            if (entries.size() < capacity && now.kept().get(slot) < share) {
                entries.add(entry);
                now.kept().incrementAndGet(slot);
                return;
            }
        }
        leftOut.increment();
    }

    private synchronized Shares sharesOf(CompiledPolicy policy) {
        if (shares == null || shares.policy() != policy) {
            shares = new Shares(policy, new AtomicIntegerArray(policy.slots()));
        }
        return shares;
    }

    /** Keeps only what a filter lets through, of what is decided from now on; the rest counts as left out. It does not look at all of a flood. */
    public void show(VerdictFilter newFilter) {
        filter = requireNonNull(newFilter, "newFilter");
    }

    /**
     * Keeps about one packet in so many, of those decided from now on, drawn by lot.
     *
     * @param newEveryNth 1 for each
     */
    public void sample(int newEveryNth) {
        if (newEveryNth < 1) {
            throw new IllegalArgumentException("one in " + newEveryNth + " is one in 1 or more");
        }
        everyNth = newEveryNth;
    }

    /** Takes what has come since the last time, and makes room. */
    public Batch take() {
        synchronized (this) {
            List<DecidedPacket> taken = entries;
            entries = new ArrayList<>();
            looks.set(0);
            if (shares != null) {
                shares = new Shares(shares.policy(), new AtomicIntegerArray(shares.policy().slots()));
            }
            long before = leftOutTold;
            leftOutTold = leftOut.sum();
            return new Batch(taken, leftOutTold - before);
        }
    }
}
