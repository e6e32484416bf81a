package org.hopwarden.lab.internal;

import org.hopwarden.lab.PacketFilter;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/** A node's end of a link, with the state of what it sends. */
final class SimInterface {

    final SimNode node;
    final SimLink link;
    final IpAddress v4;
    final IpAddress v6;
    /** What this interface has sent and is still on the link. */
    final EventQueue.Lane lane = new EventQueue.Lane();
    PacketFilter filterIn = PacketFilter.ALLOW_ALL;
    PacketFilter filterOut = PacketFilter.ALLOW_ALL;
    final Transmission transmission;

    SimInterface(SimNode node, SimLink link, IpAddress v4, IpAddress v6, long seed) {
        this.node = node;
        this.link = link;
        this.v4 = v4;
        this.v6 = v6;
        this.transmission = new Transmission(link.link.quality(node.name()), seed);
    }

    String linkName() {
        return link.link.name();
    }

    /** The address of this version; null where the link has no prefix of it. */
    IpAddress address(IpVersion version) {
        return version == IpVersion.V4 ? v4 : v6;
    }

    /** @param direction {@code IN} or {@code OUT} */
    PacketFilter filter(PacketFilter.Direction direction) {
        return direction == PacketFilter.Direction.IN ? filterIn : filterOut;
    }

    /** @param direction {@code IN} or {@code OUT} */
    void setFilter(PacketFilter.Direction direction, PacketFilter filter) {
        switch (direction) {
            case IN -> filterIn = filter;
            case OUT -> filterOut = filter;
            case FORWARD -> throw new IllegalArgumentException("an interface has no direction 'forward'");
        }
    }
}
