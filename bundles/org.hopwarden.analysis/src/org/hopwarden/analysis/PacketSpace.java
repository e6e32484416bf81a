package org.hopwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.analysis.internal.Space;

/**
 * A set of packets, exactly. Spaces that are put together must come from the same {@link PacketSpaces}. Immutable.
 */
public final class PacketSpace {

    private final Space space;

    PacketSpace(Space space) {
        this.space = space;
    }

    /** Whether no packet is in it. */
    public boolean isEmpty() {
        return space.isEmpty();
    }

    /** The packets that are in one of the two. */
    public PacketSpace union(PacketSpace other) {
        return new PacketSpace(space.union(other.space));
    }

    /** The packets that are in both. */
    public PacketSpace intersection(PacketSpace other) {
        return new PacketSpace(space.intersection(other.space));
    }

    /** The packets of this one that are not in the other. */
    public PacketSpace minus(PacketSpace other) {
        return new PacketSpace(space.minus(other.space));
    }

    /** Whether all packets of the other are in this one. */
    public boolean covers(PacketSpace other) {
        return other.space.minus(space).isEmpty();
    }

    /** Whether the same packets are in both. */
    public boolean isSame(PacketSpace other) {
        return covers(other) && other.covers(this);
    }

    /** The most usual packet of the space; empty where there is none. */
    public Optional<Witness> witness() {
        return space.witness();
    }

    /** The space as boxes, of which no two share a packet, joined where two can be. */
    public List<PacketBox> boxes() {
        return new ArrayList<>(space.boxes());
    }

    @Override
    public String toString() {
        return boxes().toString();
    }
}
