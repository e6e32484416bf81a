package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import org.hopwarden.net.IpAddress;

/**
 * The two ends of a connection of this host.
 *
 * @param remotePort 0 where it is not known
 */
public record Ends(IpAddress local, int localPort, IpAddress remote, int remotePort) {

    public Ends {
        requireNonNull(local, "local");
        requireNonNull(remote, "remote");
    }

    /** As the other end sees it. */
    Ends reversed() {
        return new Ends(remote, remotePort, local, localPort);
    }

    /** Such as {@code 192.0.2.1 port 40000 to 198.51.100.2 port 443}. */
    @Override
    public String toString() {
        return end(local, localPort) + " to " + end(remote, remotePort);
    }

    private static String end(IpAddress address, int port) {
        return port == 0 ? address.toString() : address + " port " + port;
    }
}
