package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * A translation of addresses at a router (NAT): of the source of connections that leave by a link, or of the destination of
 * connections that come in.
 *
 * @param node the name of the router
 * @param link of a source: by which the packets leave; of a destination: by which they come in, empty for any
 * @param kind which end is translated
 * @param matches which packets begin a connection that is translated, as they are before it; empty for all
 * @param to the new address; empty for that of the interface by which the packet leaves
 * @param toPort of a destination: the new port; 0 where it stays
 * @param randomPorts of a source: whether each connection gets a new port at random; else the port stays where it is free
 * @param quotes whether packets that ICMP errors quote are translated back as well, as Linux does
 */
public record AddressTranslation(String node, Optional<String> link, Kind kind, List<PacketMatch> matches,
        Optional<IpAddress> to, int toPort, boolean randomPorts, boolean quotes) {

    /** Which end of a connection. */
    public enum Kind {
        SOURCE, DESTINATION
    }

    public AddressTranslation {
        requireNonNull(node, "node");
        requireNonNull(link, "link");
        requireNonNull(kind, "kind");
        requireNonNull(to, "to");
        matches = List.copyOf(matches);
    }
}
