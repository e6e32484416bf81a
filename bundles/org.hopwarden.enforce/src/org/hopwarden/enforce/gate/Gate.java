package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.enforce.internal.QueueHooks;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;

/**
 * What a policy goes through before it is put in force at a place. It finds and does not decide: who has it says what to make of a
 * {@link GateReport}. Used by one thread; asking takes time.
 */
public final class Gate {

    private static final Duration CHECKS_AT_MOST = Duration.ofSeconds(10);

    private final GatePlace place;
    private final List<HeldConnection> connections;
    private final Captures captures;
    private final Sides sides;

    /** Captured packets, which can be had again and again. */
    @FunctionalInterface
    public interface Captures {

        /**
         * Gives all packets to a replay.
         *
         * @throws IOException if they cannot be read
         */
        void replay(CaptureReplay into) throws IOException;
    }

    /**
     * @param connections that are to live on
     * @param captures null where no packets were given
     */
    public Gate(GatePlace place, List<HeldConnection> connections, Captures captures) {
        this(place, connections, captures, Sides.UNKNOWN);
    }

    /** @param sides by which interfaces captured packets go that pass through */
    public Gate(GatePlace place, List<HeldConnection> connections, Captures captures, Sides sides) {
        this.sides = requireNonNull(sides, "sides");
        this.place = requireNonNull(place, "place");
        this.connections = List.copyOf(connections);
        this.captures = captures;
    }

    /** The same for what is at hand now: connections come and go. */
    public Gate withConnections(List<HeldConnection> now) {
        return new Gate(place, now, captures, sides);
    }

    public GatePlace place() {
        return place;
    }

    /**
     * A policy with what in it decides.
     *
     * @param chain the name of the chain that decides; null where the policy says so itself
     */
    public record Candidate(Policy policy, String chain) {

        public Candidate {
            requireNonNull(policy, "policy");
        }

        /**
         * Made ready to decide, each time anew: rates that are used up in one are not in another.
         *
         * @throws PolicyCompileException if the policy has problems or no such chain
         */
        public CompiledPolicy compile() throws PolicyCompileException {
            return chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
        }
    }

    /**
     * The kernel's rules of other enforcements that decide packets of this host now, by their names: what is to pass must be allowed by all of them. To
     * be asked before one's own begins.
     */
    public static List<String> othersAtWork() {
        return QueueHooks.atWork().stream().map(number -> "hopwarden-" + number).toList();
    }

    /**
     * Looks at a policy.
     *
     * @param before what is in force; empty where everything passes
     * @throws PolicyCompileException if a policy has problems, or no such chain
     * @throws IOException if a capture cannot be read, or this host's addresses are not known
     */
    public GateReport ask(Candidate candidate, Optional<Candidate> before) throws PolicyCompileException, IOException {
        CompiledPolicy compiled = candidate.compile();
        return new GateReport(compiled.failMode(), GateChecks.of(candidate.policy(), CHECKS_AT_MOST),
                captures == null ? Optional.empty() : Optional.of(replay(candidate, before)), connections, lockOuts(candidate));
    }

    /**
     * Which of the connections that are to live on a policy would end, or could.
     *
     * @throws PolicyCompileException if the policy has problems, or no such chain
     */
    public List<LockOut> lockOuts(Candidate candidate) throws PolicyCompileException {
        LockOutGuard guard = new LockOutGuard(candidate.policy(), candidate.chain(), place);
        List<LockOut> lockOuts = new ArrayList<>();
        for (HeldConnection connection : connections) {
            guard.judge(connection).ifPresent(lockOuts::add);
        }
        return List.copyOf(lockOuts);
    }

    /**
     * What becomes otherwise of the captured packets.
     *
     * @param before what is in force; empty where everything passes
     * @throws PolicyCompileException if a policy has problems, or no such chain
     * @throws IOException if a capture cannot be read, or this host's addresses are not known
     * @throws IllegalStateException if no captures were given
     */
    public VerdictChanges replay(Candidate candidate, Optional<Candidate> before) throws PolicyCompileException, IOException {
        if (captures == null) {
            throw new IllegalStateException("there are no captures to be replayed");
        }
        CompiledPolicy old = before.isPresent() ? before.get().compile() : null;
        boolean routed = place.kind() == GatePlace.Kind.HOST && place.directions().contains(Direction.FORWARD);
        CaptureReplay replay = new CaptureReplay(Optional.ofNullable(old), candidate.compile(), place, HostAddresses.read(), routed ? sides.withRoutes() : sides);
        captures.replay(replay);
        return replay.changes();
    }
}
