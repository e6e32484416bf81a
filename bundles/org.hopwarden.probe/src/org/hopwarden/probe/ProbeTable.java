package org.hopwarden.probe;

import java.util.Arrays;

/**
 * The latest probes of a trace, by the number that each bears on the wire. A method can tell apart so many; a trace that sends
 * more uses the numbers again, the oldest first.
 */
final class ProbeTable {

    private final int capacity;
    private Probe[] latest = new Probe[64];
    private int count;

    ProbeTable(int capacity) {
        this.capacity = capacity;
    }

    Probe add(int ttl, int query, long sentNanos) {
        Probe probe = new Probe(count++, ttl, query, sentNanos);
        int wire = wireNumber(probe);
        if (wire >= latest.length) {
            latest = Arrays.copyOf(latest, Math.min(capacity, 2 * latest.length));
        }
        latest[wire] = probe;
        return probe;
    }

    int wireNumber(Probe probe) {
        return Integer.remainderUnsigned(probe.number(), capacity);
    }

    /** The latest probe of that number on the wire; null where none has it. */
    Probe find(int wireNumber) {
        return wireNumber >= 0 && wireNumber < latest.length ? latest[wireNumber] : null;
    }

    /** The number of the next probe. */
    int count() {
        return count;
    }

    /** The probe of that number, null where it is out of the table. */
    Probe probe(int number) {
        Probe probe = find(Integer.remainderUnsigned(number, capacity));
        return probe == null || probe.number() != number ? null : probe;
    }
}
