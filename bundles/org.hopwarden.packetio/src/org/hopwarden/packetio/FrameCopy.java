package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

/**
 * A frame that was taken out of a {@link FrameBatch} to be sent later, with what its sender left to the network card: a checksum, or how a long
 * segment is to be cut up. Immutable.
 */
public interface FrameCopy {

    /** The frame from its Ethernet header on; not to be changed. */
    MemorySegment frame();
}
