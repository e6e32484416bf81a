package org.hopwarden.engine.internal;

import org.hopwarden.net.PacketView;

/** Finds the first entry that a packet matches. Immutable, safe for use by several threads, and free of allocation. */
public interface Matcher {

    /** The index of the first entry that matches a packet of the matcher's IP version; -1 where none does. */
    int match(PacketView packet);

    /** How many bytes the matcher's own tables take. */
    long sizeBytes();
}
