package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;

/** A packet under way: its bytes, and where it arrives when. */
final class Packet implements Comparable<Packet> {

    MemorySegment bytes;
    int length;
    SimNode to;
    /** Null where the packet never left its node. */
    SimInterface in;
    /** With which it is under way inside a label switched path; null elsewhere. */
    SimLabelPath.Labels labels;
    long timeNanos;
    /** What is behind it at the node that it is at, as bits of {@link Simulation}; for one that has waited there. */
    int passed;
    private long sequence;

    /** @param bytes exactly the packet; belongs to this object from now on */
    Packet(MemorySegment bytes) {
        this.bytes = bytes;
        this.length = (int) bytes.byteSize();
    }

    /** Puts other bytes in the place of these. */
    void replace(MemorySegment others) {
        bytes = others;
        length = (int) others.byteSize();
    }

    /** @param sequence tells apart what arrives at the same time */
    void arriveAt(SimNode node, SimInterface by, long atNanos, long sequence) {
        this.to = node;
        this.in = by;
        this.timeNanos = atNanos;
        this.sequence = sequence;
    }

    @Override
    public int compareTo(Packet other) {
        return timeNanos != other.timeNanos ? Long.compare(timeNanos, other.timeNanos)
                : Long.compare(sequence, other.sequence);
    }
}
