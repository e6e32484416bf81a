package org.hopwarden.engine.connections;

import java.util.List;

/**
 * A table of connections as it was at a moment.
 *
 * @param connections at most as many as were asked for, in no order
 * @param tracked how many there were
 * @param most how many there can be; 0 where nobody keeps track
 * @param refused how many packets opened none because there was no room; -1 where the table does not tell
 */
public record ConnectionList(List<TrackedConnection> connections, long tracked, long most, long refused) {

    /** Nobody keeps track. */
    public static final ConnectionList NONE = new ConnectionList(List.of(), 0, 0, 0);

    public ConnectionList {
        connections = List.copyOf(connections);
    }

    /** Whether anybody keeps track. */
    public boolean isTracking() {
        return most > 0;
    }
}
