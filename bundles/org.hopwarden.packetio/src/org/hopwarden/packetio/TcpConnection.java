package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import org.hopwarden.net.IpAddress;

/**
 * A TCP connection of this host, over which data can still be sent.
 *
 * @param local this end's address
 * @param localPort 1 to 65535
 * @param remote the other end's address, of the same version
 * @param remotePort 1 to 65535
 */
public record TcpConnection(IpAddress local, int localPort, IpAddress remote, int remotePort) {

    public TcpConnection {
        requireNonNull(local, "local");
        requireNonNull(remote, "remote");
    }

    /** Such as {@code 192.0.2.1 port 40000 to 198.51.100.2 port 443}. */
    @Override
    public String toString() {
        return local + " port " + localPort + " to " + remote + " port " + remotePort;
    }
}
