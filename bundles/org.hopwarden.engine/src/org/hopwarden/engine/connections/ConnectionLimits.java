package org.hopwarden.engine.connections;

/**
 * How much a {@link ConnectionTracker} keeps at most.
 *
 * @param mostConnections of all sources, at least 1
 * @param mostPerSource of one source, which is an address of IPv4 or the first 64 bits of one of IPv6, at least 1
 * @param mostDatagrams of which fragments are followed, at least 1
 * @param mostDatagramsPerSource of one source, at least 1
 */
public record ConnectionLimits(int mostConnections, int mostPerSource, int mostDatagrams, int mostDatagramsPerSource) {

    /**
     * As many connections as Linux keeps on a host with 4 GiB or more, about 60 MB; a quarter of them for one source.
     */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(1 << 18, 1 << 16, 1 << 12, 1 << 8);

    /** The usual ones but for the connections, of which one source has a quarter. */
    public static ConnectionLimits of(int mostConnections) {
        return new ConnectionLimits(mostConnections, Math.max(1, mostConnections / 4), DEFAULT.mostDatagrams, DEFAULT.mostDatagramsPerSource);
    }

    public ConnectionLimits {
        if (mostConnections < 1 || mostPerSource < 1 || mostDatagrams < 1 || mostDatagramsPerSource < 1) {
            throw new IllegalArgumentException("a limit below 1: " + mostConnections + ", " + mostPerSource + ", " + mostDatagrams
                    + ", " + mostDatagramsPerSource);
        }
    }
}
