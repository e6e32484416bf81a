package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;

/**
 * A connection that must live on.
 *
 * @param protocol TCP or UDP
 * @param begunThere whether the other end began it
 * @param why how it was found, such as {@code SSH_CONNECTION} or {@code held by sshd (process 4711)}
 * @param way by which it leaves this host
 * @param programs that hold it; empty where none is known
 */
public record HeldConnection(int protocol, Ends ends, boolean begunThere, String why, Way way, Set<Program> programs) {

    /**
     * How packets leave this host.
     *
     * @param interfaceName empty where that is not known
     * @param neighbour the one of IPv6 on the link whose address must be found by neighbour discovery; empty where there is none
     */
    public record Way(String interfaceName, Optional<IpAddress> neighbour) {

        public Way {
            requireNonNull(interfaceName, "interfaceName");
            requireNonNull(neighbour, "neighbour");
        }

        /** By an interface, without neighbour discovery. */
        public static Way by(String interfaceName) {
            return new Way(interfaceName, Optional.empty());
        }
    }

    public HeldConnection {
        requireNonNull(ends, "ends");
        requireNonNull(why, "why");
        requireNonNull(way, "way");
        programs = Set.copyOf(programs);
    }

    /** Such as {@code tcp from 192.0.2.9 port 50000 to 192.0.2.1 port 22}, from the end that began it. */
    public String words() {
        return (protocol == IpProtocol.TCP ? "tcp" : "udp") + " from " + (begunThere ? ends.reversed() : ends);
    }
}
