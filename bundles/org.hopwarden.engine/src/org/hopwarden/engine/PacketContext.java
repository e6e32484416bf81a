package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

import org.hopwarden.rulemodel.ConnectionState;

/**
 * What is known of a packet beside its bytes.
 *
 * @param inInterface the name of the interface it came in by; empty where there is none
 * @param outInterface the name of the interface it leaves by; empty where there is none
 * @param state of its connection; untracked where nobody keeps track
 * @param program what sends it or would receive it; empty where that is not known
 * @param mark as Linux carries it beside a packet; 0 where nobody set one
 * @param time when it is decided
 */
public record PacketContext(Direction direction, String inInterface, String outInterface, ConnectionState state,
        Optional<Program> program, int mark, Instant time) {

    public PacketContext {
        requireNonNull(direction, "direction");
        requireNonNull(inInterface, "inInterface");
        requireNonNull(outInterface, "outInterface");
        requireNonNull(state, "state");
        requireNonNull(program, "program");
        requireNonNull(time, "time");
    }

    /**
     * A program of this host.
     *
     * @param path of its file
     * @param user the name or number of the user it runs as
     */
    public record Program(String path, String user) {

        public Program {
            requireNonNull(path, "path");
            requireNonNull(user, "user");
        }
    }

    /** Nothing is known but the direction and that it is now. */
    public static PacketContext of(Direction direction) {
        return new PacketContext(direction, "", "", ConnectionState.UNTRACKED, Optional.empty(), 0, Instant.now());
    }

    /** The same with interfaces; empty for none. */
    public PacketContext withInterfaces(String in, String out) {
        return new PacketContext(direction, in, out, state, program, mark, time);
    }

    /** The same with a state. */
    public PacketContext withState(ConnectionState now) {
        return new PacketContext(direction, inInterface, outInterface, now, program, mark, time);
    }

    /** The same with a program. */
    public PacketContext withProgram(Program now) {
        return new PacketContext(direction, inInterface, outInterface, state, Optional.of(now), mark, time);
    }

    /** The same with a mark. */
    public PacketContext withMark(int now) {
        return new PacketContext(direction, inInterface, outInterface, state, program, now, time);
    }

    /** The same at another time. */
    public PacketContext at(Instant now) {
        return new PacketContext(direction, inInterface, outInterface, state, program, mark, now);
    }
}
