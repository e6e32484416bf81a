package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/**
 * Takes every Ethernet frame that comes in on one interface, whoever it is addressed to, and sends frames out of it. What the
 * host itself sends there is not reported, so that two ports can be put together to a bridge. Checksums that the sender left to
 * its network card, and segments that a card would cut up, survive the way from one port to another.
 * <p>
 * The interface is not changed: that it takes frames for others lasts as long as the port is open, and the kernel sees to its
 * end. One thread at a time receives; sending is safe for use by several threads; any thread may close.
 */
public interface FramePort extends AutoCloseable {

    /** The name of the interface. */
    String interfaceName();

    /** Memory for frames that can be received into on one port and sent from on another. */
    FrameBatch newBatch();

    /**
     * Fills a batch with the frames that have come in, and waits for the first one.
     *
     * @param batch of this or another port; what it held is overwritten
     * @param timeoutNanos how long to wait at the most; less than 1 does not wait
     * @return how many frames there are, 0 when the time was over or the port was closed
     * @throws PacketPortException {@code NOT_AVAILABLE} where the interface went down or disappeared
     */
    int receive(FrameBatch batch, long timeoutNanos) throws PacketPortException;

    /**
     * Sends the frames of a batch that are not dropped, in order.
     *
     * @return how many were sent; the rest the interface could not take, for it was busy or they are too long for it
     * @throws PacketPortException {@code NOT_AVAILABLE} where the interface went down or disappeared
     */
    int send(FrameBatch batch) throws PacketPortException;

    /**
     * Sends one whole frame with all its checksums set.
     *
     * @return whether the interface took it
     */
    boolean send(MemorySegment frame) throws PacketPortException;

    /**
     * Sends a frame as it came.
     *
     * @param frame of a batch of this or another port
     * @return whether the interface took it; false where this is closed
     */
    boolean send(FrameCopy frame) throws PacketPortException;

    /** How many frames were lost so far, because they came in faster than they were received or could not be read. */
    long lostFrames();

    /** Whether {@link #close} was called. */
    boolean isClosed();

    /** Gives everything back and makes a waiting {@link #receive} return. Closing a closed port does nothing. */
    @Override
    void close();
}
