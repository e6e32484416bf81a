package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * The verdicts of a running enforcement for somebody who looks on. Between two calls of {@link #take} it keeps a bounded number
 * of them, and of each rule no more than a share, so that a flood which one rule decides does not hide the few packets of
 * another. Where there are more, later ones take the places of earlier ones by lot, so that what is kept is not all of the first moment. The
 * rest is counted. A filter and a sample may choose further.
 * <p>
 * Safe for use by any number of threads.
 */
public final class VerdictStream implements VerdictListener {

    /** At so many packets a filter looks between two calls of {@link #take}: more would slow down what is looked at. */
    private static final int MOST_LOOKS = 20_000;
    /** Where there is no room, one packet in so many takes the place of another: to keep a copy of each would slow down what is looked at. */
    private static final int REPLACING = 16;

    private final int capacity;
    private final int share;
    private final LongAdder leftOut = new LongAdder();
    private List<Entry> entries = new ArrayList<>();
    private long leftOutTold;
    private volatile VerdictFilter filter = VerdictFilter.ALL;
    private volatile int everyNth = 1;
    private volatile Shares shares;
    private final AtomicInteger looks = new AtomicInteger();

    /** @param slot of its policy that decided */
    private record Entry(DecidedPacket packet, int slot) {
    }

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
        boolean full = now.kept().get(slot) >= share;
        if (full && ThreadLocalRandom.current().nextInt(REPLACING) != 0
                || everyNth > 1 && ThreadLocalRandom.current().nextInt(everyNth) != 0) {
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
        keep(new Entry(entry, slot), now);
    }

    private synchronized void keep(Entry entry, Shares now) {
        if (shares != now) {
            // Taken, or another policy, meanwhile.
            leftOut.increment();
            return;
        }
        if (now.kept().get(entry.slot()) >= share) {
            replace(entry, victim -> victim.slot() == entry.slot() && victim.packet().policy() == now.policy());
        } else if (entries.size() >= capacity) {
            // Of a rule that has more: so none of very many is shut out.
            replace(entry, victim -> true).filter(victim -> victim.packet().policy() == now.policy())
                    .ifPresent(victim -> now.kept().decrementAndGet(victim.slot()));
            now.kept().incrementAndGet(entry.slot());
        } else {
            entries.add(entry);
            now.kept().incrementAndGet(entry.slot());
        }
    }

    /** Puts an entry in the place of another, from a place that is drawn by lot onwards. One of the two is left out. */
    private Optional<Entry> replace(Entry entry, Predicate<Entry> wanted) {
        leftOut.increment();
        int first = ThreadLocalRandom.current().nextInt(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            int index = (first + i) % entries.size();
            if (wanted.test(entries.get(index))) {
                return Optional.of(entries.set(index, entry));
            }
        }
        return Optional.empty();
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
            List<DecidedPacket> taken = entries.stream().map(Entry::packet).sorted(Comparator.comparing(DecidedPacket::time)).toList();
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
