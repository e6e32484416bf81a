package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/** Takes packets from a {@link PacketPort}. */
@FunctionalInterface
public interface PacketSink {

    /**
     * Takes one packet.
     *
     * @param segment holds the packet; valid only during the call
     * @param offset where its IP header starts
     * @param lengthBytes how many bytes of it there are
     * @param timeNanos when it passed the interface, on the port's clock
     * @param direction whether it came in, or is one of this host's own on its way out (reported by ports that can, because
     *            that gives the time at which a probe truly left)
     */
    void packet(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction);

    /** Which way a packet passed the interface. */
    enum Direction {
        RECEIVED, SENT
    }
}
