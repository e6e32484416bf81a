package org.hopwarden.engine.internal;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/** Finds the first entry that a packet matches. Immutable, safe for use by several threads, and free of allocation. */
public interface Matcher {

    /** The index of the first entry that matches a packet of the matcher's IP version; -1 where none does. */
    default int match(PacketView packet) {
        return match(packet, null, 0);
    }

    /**
     * As {@link #match(PacketView)}, from an entry on.
     *
     * @param state what is known beside the packet; null only where no entry has a condition on it
     */
    int match(PacketView packet, PacketState state, int from);

    /** As {@link #match(PacketView)}, behind an entry. */
    default int matchBehind(PacketView packet, PacketState state, int entry) {
        return match(packet, state, entry + 1);
    }

    /** How many bytes the matcher's own tables take. */
    long sizeBytes();
}
