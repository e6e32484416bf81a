package org.hopwarden.engine.internal;

import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;

/**
 * The token buckets of one rate: one, or one for each source, destination or flow. At most {@link #MOST_BUCKETS} are kept. When
 * they are full, those that have refilled since are forgotten, which changes nothing; where none has, packets with a new key
 * share one bucket, so that many keys never let more through than the rate for each bucket says. Safe for use by several threads.
 */
public final class RateTable {

    static final int MOST_BUCKETS = 1 << 16;

    private static final int FIRST_CAPACITY = 16;
    private static final int KEY_LONGS = 5;

    private final SecretHash secret = new SecretHash();
    private final RateKey per;
    private final double burst;
    private final double count;
    private final double unitSeconds;
    /** A power of two of places, each of {@link #KEY_LONGS}; linear probing. */
    private long[] keys = new long[0];
    private boolean[] taken = new boolean[0];
    private double[] tokens;
    private long[] filled;
    private int used;
    private double sharedTokens;
    private long sharedFilled;
    private boolean sharedUsed;
    private final long[] key = new long[KEY_LONGS];

    RateTable(RateLimit rate) {
        per = rate.getPer();
        burst = rate.getBurst();
        count = rate.getCount();
        unitSeconds = switch (rate.getUnit()) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3_600;
            case DAY -> 86_400;
            case WEEK -> 604_800;
        };
        allocate(FIRST_CAPACITY);
    }

    private void allocate(int capacity) {
        keys = new long[capacity * KEY_LONGS];
        taken = new boolean[capacity];
        tokens = new double[capacity];
        filled = new long[capacity];
        used = 0;
    }

    /** Whether a packet finds a token, which it then takes. */
    public synchronized boolean take(PacketView packet, long nowNanos) {
        fillKey(packet);
        int at = find();
        if (at < 0) {
            at = add(nowNanos);
        }
        if (at < 0) {
            return takeShared(nowNanos);
        }
        double now = refilled(tokens[at], filled[at], nowNanos);
        boolean found = now >= 1;
        tokens[at] = found ? now - 1 : now;
        filled[at] = Math.max(filled[at], nowNanos);
        return found;
    }

    private boolean takeShared(long nowNanos) {
        double now = sharedUsed ? refilled(sharedTokens, sharedFilled, nowNanos) : burst;
        boolean found = now >= 1;
        sharedTokens = found ? now - 1 : now;
        sharedFilled = sharedUsed ? Math.max(sharedFilled, nowNanos) : nowNanos;
        sharedUsed = true;
        return found;
    }

    private double refilled(double before, long since, long nowNanos) {
        if (nowNanos <= since) {
            return before;
        }
        double seconds = (nowNanos - since) / 1e9;
        return Math.min(burst, before + seconds * count / unitSeconds);
    }

    private void fillKey(PacketView packet) {
        long version = packet.isV6() ? 1L << 63 : 0;
        boolean source = per == RateKey.SOURCE || per == RateKey.FLOW;
        boolean destination = per == RateKey.DESTINATION || per == RateKey.FLOW;
        key[0] = source ? packet.sourceHigh() : 0;
        key[1] = source ? packet.sourceLow() : 0;
        key[2] = destination ? packet.destinationHigh() : 0;
        key[3] = destination ? packet.destinationLow() : 0;
        key[4] = per == RateKey.RULE ? 0 : version | (per != RateKey.FLOW ? 0
                : (packet.sourcePort() & 0xf_ffffL) << 28 | (packet.destinationPort() & 0xf_ffffL) << 8 | packet.protocol());
    }

    private int place() {
        return secret.of(key[0], key[1], key[2], key[3], key[4]) & taken.length - 1;
    }

    /** Where the key's bucket is; -1 where it has none. */
    private int find() {
        for (int at = place(); taken[at]; at = at + 1 & taken.length - 1) {
            if (isAt(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at) {
        for (int i = 0; i < KEY_LONGS; i++) {
            if (keys[at * KEY_LONGS + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    /** A new, full bucket for the key; -1 where there is no room for one. */
    private int add(long nowNanos) {
        if (2 * (used + 1) > taken.length && !makeRoom(nowNanos)) {
            return -1;
        }
        return put(burst, nowNanos);
    }

    private int put(double amount, long nanos) {
        int at = place();
        while (taken[at]) {
            at = at + 1 & taken.length - 1;
        }
        taken[at] = true;
        System.arraycopy(key, 0, keys, at * KEY_LONGS, KEY_LONGS);
        tokens[at] = amount;
        filled[at] = nanos;
        used++;
        return at;
    }

    /** Forgets the buckets that are full again, and takes twice the memory where too few are. */
    private boolean makeRoom(long nowNanos) {
        long[] wanted = key.clone();
        long[] oldKeys = keys;
        boolean[] oldTaken = taken;
        double[] oldTokens = tokens;
        long[] oldFilled = filled;
        int kept = 0;
        for (int i = 0; i < oldTaken.length; i++) {
            oldTaken[i] &= refilled(oldTokens[i], oldFilled[i], nowNanos) < burst;
            kept += oldTaken[i] ? 1 : 0;
        }
        if (kept >= MOST_BUCKETS) {
            rebuild(oldTaken.length, oldKeys, oldTaken, oldTokens, oldFilled);
            System.arraycopy(wanted, 0, key, 0, KEY_LONGS);
            return false;
        }
        rebuild(4 * kept >= oldTaken.length && oldTaken.length < 2 * MOST_BUCKETS ? 2 * oldTaken.length : oldTaken.length,
                oldKeys, oldTaken, oldTokens, oldFilled);
        System.arraycopy(wanted, 0, key, 0, KEY_LONGS);
        return true;
    }

    private void rebuild(int capacity, long[] oldKeys, boolean[] oldTaken, double[] oldTokens, long[] oldFilled) {
        allocate(capacity);
        for (int i = 0; i < oldTaken.length; i++) {
            if (oldTaken[i]) {
                System.arraycopy(oldKeys, i * KEY_LONGS, key, 0, KEY_LONGS);
                put(oldTokens[i], oldFilled[i]);
            }
        }
    }

    /** How many buckets there are. */
    synchronized int size() {
        return used;
    }
}
