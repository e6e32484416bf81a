package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import org.hopwarden.packetio.TcpConnection;

/**
 * A connection that must live on.
 *
 * @param begunThere whether the other end began it
 * @param why how it was found, such as {@code SSH_CONNECTION} or {@code held by sshd (process 4711)}
 * @param interfaceName the one that it goes by; empty where that is not known
 */
public record HeldConnection(TcpConnection ends, boolean begunThere, String why, String interfaceName) {

    public HeldConnection {
        requireNonNull(ends, "ends");
        requireNonNull(why, "why");
        requireNonNull(interfaceName, "interfaceName");
    }

    /** Such as {@code tcp from 192.0.2.9 port 50000 to 192.0.2.1 port 22}, from the end that began it. */
    public String words() {
        TcpConnection from = begunThere ? new TcpConnection(ends.remote(), ends.remotePort(), ends.local(), ends.localPort()) : ends;
        return "tcp from " + from;
    }
}
