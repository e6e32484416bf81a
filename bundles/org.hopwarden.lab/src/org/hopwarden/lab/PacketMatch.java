package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;

/**
 * Which packets a simple filter speaks of; all that is given must hold.
 *
 * @param text as it stands in the file
 * @param version empty for both
 * @param protocol as in {@link IpProtocol}; -1 for any
 * @param icmpType -1 for any
 * @param icmpCode -1 for any
 * @param firstPort the least destination port; -1 where ports do not matter
 * @param lastPort the greatest destination port; -1 where ports do not matter
 * @param source empty for any
 * @param destination empty for any
 */
public record PacketMatch(String text, Optional<IpVersion> version, int protocol, int icmpType, int icmpCode,
        int firstPort, int lastPort, Optional<IpPrefix> source, Optional<IpPrefix> destination) {

    public PacketMatch {
        requireNonNull(text, "text");
        requireNonNull(version, "version");
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
    }

    /**
     * Whether a packet is meant. A later fragment, which has no transport header, is never meant where an ICMP type or a port
     * is asked for.
     */
    public boolean matches(PacketView packet) {
        return (version.isEmpty() || packet.version() == version.get())
                && (protocol < 0 || packet.protocol() == protocol)
                && (icmpType < 0 || packet.icmpType() == icmpType)
                && (icmpCode < 0 || packet.icmpCode() == icmpCode)
                && (firstPort < 0 || packet.destinationPort() >= firstPort && packet.destinationPort() <= lastPort)
                && (source.isEmpty() || source.get().contains(packet.source()))
                && (destination.isEmpty() || destination.get().contains(packet.destination()));
    }

    @Override
    public String toString() {
        return text;
    }
}
