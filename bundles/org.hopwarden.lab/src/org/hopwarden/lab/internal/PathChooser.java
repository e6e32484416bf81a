package org.hopwarden.lab.internal;

import java.util.Set;

import org.hopwarden.lab.Balancing;
import org.hopwarden.lab.Balancing.Field;
import org.hopwarden.net.PacketView;

/** Chooses one of several equal paths, by their weights. */
interface PathChooser {

    /** @param hops at least two */
    NextHop choose(NextHop[] hops, PacketView packet);

    /** @param seed makes each node choose on its own, as the random hash seed of a kernel does */
    static PathChooser of(Balancing balancing, long seed) {
        return switch (balancing.by()) {
            case PACKET -> {
                RandomStream random = new RandomStream(seed);
                yield (hops, _) -> at(hops, random.next());
            }
            case DESTINATION -> (hops, packet) -> at(hops,
                    RandomStream.mix(RandomStream.mix(seed + packet.destinationHigh()) + packet.destinationLow()));
            case FLOW -> byFlow(balancing.fields(), seed);
        };
    }

    private static PathChooser byFlow(Set<Field> fields, long seed) {
        if (fields.equals(Balancing.BY_FLOW.fields())) {
            return (hops, packet) -> at(hops, FlowHash.usual(packet, seed));
        }
        Field[] inOrder = fields.stream().sorted().toArray(Field[]::new);
        return (hops, packet) -> at(hops, FlowHash.of(inOrder, packet, seed));
    }

    private static NextHop at(NextHop[] hops, long hash) {
        long total = hops[hops.length - 1].weightUpTo();
        long point = (hash >>> 33) * total >>> 31;
        for (NextHop hop : hops) {
            if (point < hop.weightUpTo()) {
                return hop;
            }
        }
        throw new IllegalStateException("a point of " + point + " lies outside the weights' sum " + total);
    }
}
