package org.hopwarden.packetio;

/**
 * One queue of packets that the kernel holds until it is told what to do with them (NFQUEUE). A rule of the kernel's firewall sends
 * packets there; see {@link #number}. Of each packet the first {@link #COPIED_BYTES} bytes are seen. A segment that the network card is
 * to cut up is one packet, with a checksum that is still to be filled in.
 * <p>
 * What is in the queue when the port is closed is dropped by the kernel, as is what comes later, unless the kernel's rule says otherwise
 * ({@code bypass}). One thread at a time receives and decides; any thread may settle and close.
 */
public interface QueuePort extends AutoCloseable {

    /** How many bytes of a packet are seen at the most: enough for all headers of any packet that was not made to hide them. */
    int COPIED_BYTES = 4096;

    /** What the kernel's rule calls this queue, 0 to 65535. */
    int number();

    /** Memory for packets of this queue. */
    QueueBatch newBatch();

    /**
     * Fills a batch with the packets that wait, and waits for the first one.
     *
     * @param timeoutNanos how long to wait at the most; less than 1 does not wait
     * @return how many packets there are, 0 when the time was over or the port was closed
     * @throws PacketPortException {@code FAILED} where the kernel took the queue away
     */
    int receive(QueueBatch batch, long timeoutNanos) throws PacketPortException;

    /**
     * Tells the kernel what becomes of the packets of the batch that was received last: those that are {@linkplain QueueBatch#drop dropped}
     * are gone, those that are {@linkplain QueueBatch#hold held} stay, the others go on.
     *
     * @return whether the kernel was told; false where the port is closed, which has dropped all of them
     * @throws PacketPortException {@code FAILED} where the kernel does not listen
     */
    boolean decide(QueueBatch batch) throws PacketPortException;

    /**
     * Tells the kernel what becomes of a packet that was held. Any thread may call this, also while another one receives; call it once for
     * each packet.
     *
     * @param packet as {@link QueueBatch#hold} called it
     * @return whether the kernel was told; false where the port is closed, which has dropped the packet, and where the kernel could not be told, which
     *         then keeps the packet until the port is closed
     */
    boolean settle(int packet, boolean goesOn);

    /** How many packets the kernel dropped, or let pass where the queue fails open, because they came faster than they were decided. */
    long lostPackets();

    /** Whether {@link #close} was called. */
    boolean isClosed();

    /** Gives the queue back and makes a waiting {@link #receive} return. Closing a closed port does nothing. */
    @Override
    void close();
}
