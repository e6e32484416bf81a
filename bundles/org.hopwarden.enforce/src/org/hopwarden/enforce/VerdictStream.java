package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/**
 * The verdicts of a running enforcement for somebody who looks on. Between two calls of {@link #take} it keeps a bounded number
 * of them, and of each rule no more than a share, so that a flood which one rule decides does not hide the few packets of
 * another. The rest is counted: what a packet costs that is not kept is one addition.
 * <p>
 * Safe for use by any number of threads.
 */
public final class VerdictStream implements VerdictListener {

    /** Of a packet, what a look at its headers needs. */
    private static final int MOST_BYTES = 512;

    private final int capacity;
    private final int share;
    private volatile Kept kept;
    private final LongAdder leftOut = new LongAdder();
    private List<Entry> entries = new ArrayList<>();
    private long leftOutTold;

    /** How many are kept of each slot of the policy that decides. */
    private record Kept(CompiledPolicy policy, AtomicIntegerArray ofSlots) {

        Kept(CompiledPolicy policy) {
            this(policy, new AtomicIntegerArray(policy.slots()));
        }
    }

    /**
     * A packet that was decided.
     *
     * @param time when, by this process's clock
     * @param verdict what decided, and how
     * @param bytes the packet from its IP header on, perhaps cut short; not to be changed
     */
    public record Entry(Instant time, Direction direction, Verdict verdict, byte[] bytes) {

        public Entry {
            requireNonNull(time, "time");
            requireNonNull(direction, "direction");
            requireNonNull(verdict, "verdict");
            requireNonNull(bytes, "bytes");
        }

        public PacketView packet() {
            return PacketView.of(MemorySegment.ofArray(bytes));
        }
    }

    /**
     * What has come since the last time.
     *
     * @param entries oldest first
     * @param leftOut how many packets were decided meanwhile and are not among them
     */
    public record Batch(List<Entry> entries, long leftOut) {

        public Batch {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param policy that decides at first
     * @param capacity how many packets are kept between two calls of {@link #take}, 1 or more
     * @param share how many of them one rule may have, 1 or more
     */
    public VerdictStream(CompiledPolicy policy, int capacity, int share) {
        if (capacity < 1 || share < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " and share " + share + " are 1 or more");
        }
        this.capacity = capacity;
        this.share = share;
        kept = new Kept(policy);
    }

    @Override
    public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        int slot = CompiledPolicy.slot(decision);
        Kept now = kept;
        if (now.policy == policy && now.ofSlots.get(slot) >= share) {
            leftOut.increment();
            return;
        }
        Entry entry = new Entry(Instant.now(), state.direction(), policy.verdictOfSlot(slot), copy(packet));
        synchronized (this) {
            if (kept.policy != policy) {
                kept = new Kept(policy);
            }
            if (entries.size() < capacity && kept.ofSlots.get(slot) < share) {
                entries.add(entry);
                kept.ofSlots.incrementAndGet(slot);
                return;
            }
        }
        leftOut.increment();
    }

    private static byte[] copy(PacketView packet) {
        return packet.isValid() ? packet.segment().asSlice(packet.base(), Math.min(packet.lengthBytes(), MOST_BYTES))
                .toArray(ValueLayout.JAVA_BYTE) : new byte[0];
    }

    /** Takes what has come since the last time, and makes room. */
    public Batch take() {
        synchronized (this) {
            List<Entry> taken = entries;
            entries = new ArrayList<>();
            kept = new Kept(kept.policy);
            long before = leftOutTold;
            leftOutTold = leftOut.sum();
            return new Batch(taken, leftOutTold - before);
        }
    }
}
