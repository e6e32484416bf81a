package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that have most packets, of any number of keys, in bounded memory (Metwally, Agrawal, El Abbadi, "Efficient computation of
 * frequent and top-k elements in data streams", 2005: space saving). A key that is not kept takes the place of the one with
 * fewest packets and inherits its count, which is told as what it may have too many. A key with more than one part in
 * {@code capacity} of all packets is always kept, and no count is ever too low.
 * <p>
 * Not safe for use by several threads at a time.
 *
 * @param <K> a key with equals and hashCode
 */
public final class HeavyHitters<K> {

    private final int capacity;
    private final Map<K, Counter<K>> byKey = new HashMap<>();
    /** A heap: none has fewer packets than the one at half its index. Begins at 1. */
    private final List<Counter<K>> heap = new ArrayList<>();

    /**
     * How much a key had.
     *
     * @param packets at least as many as there were
     * @param bytes about how many; exactly where no packet is too many
     * @param packetsTooMany by how many packets the count may be too high
     */
    public record Hitter<K>(K key, long packets, long bytes, long packetsTooMany) {
    }

    private static final class Counter<K> {
        private K key;
        private long packets;
        private long bytes;
        private long packetsTooMany;
        private int index;
    }

    /** @param capacity how many keys are kept, 1 or more */
    public HeavyHitters(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is 1 or more");
        }
        this.capacity = capacity;
        heap.add(null);
    }

    /** Counts packets of a key; 1 or more. */
    public void add(K key, long packets, long bytes) {
        Counter<K> counter = byKey.get(key);
        if (counter == null) {
            counter = byKey.size() < capacity ? added() : taken();
            counter.key = key;
            byKey.put(key, counter);
        }
        counter.packets += packets;
        counter.bytes += bytes;
        sink(counter);
    }

    private Counter<K> added() {
        Counter<K> counter = new Counter<>();
        counter.index = heap.size();
        heap.add(counter);
        // No other has fewer than none.
        while (counter.index > 1) {
            swap(counter.index, counter.index / 2);
        }
        return counter;
    }

    private Counter<K> taken() {
        Counter<K> least = heap.get(1);
        byKey.remove(least.key);
        least.packetsTooMany = least.packets;
        return least;
    }

    private void sink(Counter<K> counter) {
        while (true) {
            int child = 2 * counter.index;
            if (child + 1 < heap.size() && heap.get(child + 1).packets < heap.get(child).packets) {
                child++;
            }
            if (child >= heap.size() || heap.get(child).packets >= counter.packets) {
                return;
            }
            swap(counter.index, child);
        }
    }

    private void swap(int one, int other) {
        Counter<K> first = heap.get(one);
        Counter<K> second = heap.get(other);
        heap.set(one, second);
        heap.set(other, first);
        first.index = other;
        second.index = one;
    }

    /** Those with most packets, the first with most. */
    public List<Hitter<K>> top(int most) {
        return heap.stream().skip(1).sorted(Comparator.comparingLong((Counter<K> each) -> each.packets).reversed()).limit(most)
                .map(each -> new Hitter<>(each.key, each.packets, each.bytes, each.packetsTooMany)).toList();
    }
}
