package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

import org.hopwarden.lab.PacketFilter.Direction;

/**
 * A place where packets are filtered: a node's own in, out or forward hook, or one of its interfaces.
 *
 * @param node the name of the node
 * @param link the name of the link on whose interface it is; empty for the node's own hook
 * @param direction which packets it sees; an interface has only {@code IN} and {@code OUT}
 */
public record FilterPlace(String node, Optional<String> link, Direction direction) {

    public FilterPlace {
        requireNonNull(node, "node");
        requireNonNull(link, "link");
        requireNonNull(direction, "direction");
        if (link.isPresent() && direction == Direction.FORWARD) {
            throw new IllegalArgumentException("an interface has no direction 'forward'");
        }
    }

    /** A node's own hook. */
    public static FilterPlace at(String node, Direction direction) {
        return new FilterPlace(node, Optional.empty(), direction);
    }

    /** An interface of a node. */
    public static FilterPlace at(String node, String link, Direction direction) {
        return new FilterPlace(node, Optional.of(link), direction);
    }

    /**
     * The direction that a policy here is asked for. An interface sees what passes through, what is meant for the node and what
     * it sends itself, all as on a cable, so there it is {@code FORWARD}, as for a bridge.
     */
    public org.hopwarden.engine.Direction policyDirection() {
        return link.isPresent() ? org.hopwarden.engine.Direction.FORWARD
                : org.hopwarden.engine.Direction.valueOf(direction.name());
    }

    /** {@code border, forward}, or {@code border, link transit, in}. */
    @Override
    public String toString() {
        return node + link.map(name -> ", link " + name).orElse("") + ", " + direction.name().toLowerCase(Locale.ROOT);
    }
}
