package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;

/** A packet under way: its bytes, and where it arrives when. */
final class Packet implements Comparable<Packet> {

    final MemorySegment bytes;
    final int length;
    SimNode to;
    /** Null where the packet never left its node. */
    SimInterface in;
    long timeNanos;
    private long sequence;

    /** @param bytes exactly the packet; belongs to this object from now on */
    Packet(MemorySegment bytes) {
        this.bytes = bytes;
        this.length = (int) bytes.byteSize();
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
