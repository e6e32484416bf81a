package org.hopwarden.engine.connections;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * A connection as a table showed it at a moment.
 *
 * @param protocol 0 to 255
 * @param source who sent its first packet
 * @param sourcePort 0 to 65535; -1 where the protocol has no ports
 * @param destination of its first packet
 * @param destinationPort 0 to 65535; -1 where the protocol has no ports
 * @param icmpIdentifier 0 to 65535; -1 where it is no query of ICMP
 * @param assured whether it is kept where the table is full: both sides have taken part
 * @param age since its first packet; empty where the table does not tell
 * @param expiresIn when it is forgotten, unless a packet comes
 * @param there what went from the source to the destination
 * @param back what went back
 */
public record TrackedConnection(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort,
        int icmpIdentifier, ConnectionPhase phase, boolean assured, Optional<Duration> age, Duration expiresIn, Traffic there,
        Traffic back) {

    /**
     * What went one way.
     *
     * @param packets -1 where the table does not count
     * @param bytes of whole IP packets; -1 where the table does not count
     */
    public record Traffic(long packets, long bytes) {

        /** Of a table that does not count. */
        public static final Traffic NOT_COUNTED = new Traffic(-1, -1);
    }

    public TrackedConnection {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        requireNonNull(phase, "phase");
        requireNonNull(age, "age");
        requireNonNull(expiresIn, "expiresIn");
        requireNonNull(there, "there");
        requireNonNull(back, "back");
    }
}
