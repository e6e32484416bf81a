package org.hopwarden.enforce.internal.ask;

import org.hopwarden.engine.Direction;

/** A rule can only stand in a chain that the policy does not have yet. */
final class MissingChainException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Direction direction;

    MissingChainException(Direction direction) {
        super("no chain speaks of packets " + direction.word(), null, false, false);
        this.direction = direction;
    }

    Direction direction() {
        return direction;
    }
}
