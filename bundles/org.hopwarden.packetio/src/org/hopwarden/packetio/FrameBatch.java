package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/**
 * Frames in memory that the kernel reads and writes. Used by one thread at a time; free of allocation but when it is made. A VLAN
 * tag that the kernel had taken out stands in its place again.
 */
public interface FrameBatch extends AutoCloseable {

    /** How many frames fit in. */
    int capacity();

    /** How many frames were received into it last. */
    int size();

    /** The memory that all frames stand in. */
    MemorySegment memory();

    /**
     * Where a frame, that is its Ethernet header, starts in {@link #memory}.
     *
     * @param index 0 to {@link #size} - 1
     */
    long frameOffset(int index);

    /** The length of a frame with its Ethernet header, without a frame check sequence. */
    int frameLengthBytes(int index);

    /** What a frame carries. */
    FrameContent content(int index);

    /**
     * Where the IP packet starts in {@link #memory}, or -1 where the frame carries none: behind the Ethernet header and all VLAN tags, and also
     * behind LLC and SNAP headers (RFC 1042) and in a PPPoE session (RFC 2516).
     */
    long packetOffset(int index);

    /** The length of what starts at {@link #packetOffset}, Ethernet padding included. */
    int packetLengthBytes(int index);

    /** Whether {@link FramePort#send(FrameBatch)} leaves a frame out. False for each after it was received. */
    boolean isDropped(int index);

    /** Leaves a frame out of {@link FramePort#send(FrameBatch)}. */
    void drop(int index);

    /** A copy of a frame, which can be sent later by {@link FramePort#send(FrameCopy)}. */
    FrameCopy copy(int index);

    /** Gives the memory back. No port may be using it, and nobody the frames. */
    @Override
    void close();
}
