package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/** Packets of a {@link QueuePort} with what the kernel knows of each. Used by one thread at a time; free of allocation but when it is made. */
public interface QueueBatch extends AutoCloseable {

    /** Where in the kernel's path a packet was held. */
    enum Hook {
        /** On its way to this host. */
        IN,
        /** On its way through this host. */
        FORWARD,
        /** On its way from this host. */
        OUT,
        /** Before or behind the decision where it goes. */
        OTHER
    }

    /** How many packets fit in. */
    int capacity();

    /** How many packets were received into it last. */
    int size();

    /** The memory that all packets stand in. */
    MemorySegment memory();

    /**
     * Where a packet, that is its IP header, starts in {@link #memory}.
     *
     * @param index 0 to {@link #size} - 1
     */
    long packetOffset(int index);

    /** How many of its bytes are there, at most {@link QueuePort#COPIED_BYTES}. */
    int packetLengthBytes(int index);

    Hook hook(int index);

    /** The index of the interface that it came in by; 0 for none. */
    int inInterface(int index);

    /** The index of the interface that it is to leave by; 0 for none. */
    int outInterface(int index);

    /** The mark that the kernel's rules gave it; 0 for none. */
    int mark(int index);

    /** Lets {@link QueuePort#decide} drop a packet. */
    void drop(int index);

    /**
     * Leaves a packet out of {@link QueuePort#decide}: the kernel goes on holding it until {@link QueuePort#settle}, or until the port is closed,
     * which drops it.
     *
     * @return what the packet is called in {@code settle}
     */
    int hold(int index);

    /** Gives the memory back. No port may be using it, and nobody the packets. */
    @Override
    void close();
}
