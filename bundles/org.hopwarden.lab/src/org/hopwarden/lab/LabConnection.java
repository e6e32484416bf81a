package org.hopwarden.lab;

import org.hopwarden.net.IpAddress;

/**
 * A TCP connection of a host of a simulated network, which a program at that host has begun. All methods return at once: time must
 * pass in the network for anything to happen, as it does while a port of it waits. Safe for use by several threads, but for networks
 * on virtual time, which one thread uses.
 */
public interface LabConnection {

    IpAddress local();

    int localPort();

    IpAddress remote();

    int remotePort();

    /** Whether the handshake is done and neither side has said its last word. */
    boolean isEstablished();

    /** Whether the connection is over: both sides have closed it, or it was reset, or nobody answered. */
    boolean isClosed();

    /**
     * Sends data as soon as it can be.
     *
     * @throws IllegalStateException after {@link #close}, and where the connection is over
     */
    void send(byte[] data);

    /** All that has come in so far. */
    byte[] received();

    /** Whether the other side has said its last word. */
    boolean hasPeerFinished();

    /** Says that no more data will be sent. The other side may go on. */
    void close();
}
