package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/** Sends whole packets that this host makes up in the name of others, as who rejects a packet does. Safe for use by several threads. */
public interface AnswerPort extends AutoCloseable {

    /**
     * Sends an IPv4 or IPv6 packet to where its header says.
     *
     * @return whether this host could send it; there may be no way to its destination
     */
    boolean send(MemorySegment packet);

    @Override
    void close();
}
