package org.hopwarden.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that nobody confirms, and a place that does not do as it should. */
class PolicyReloadsTest {

    private static final double CONFIRM_SECONDS = 0.05;

    @TempDir
    private Path folder;

    private Path file;
    private final GateOptions options = new GateOptions();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Refuses some replacements. */
    private static final class Place implements Enforcer {

        private final List<String> names = new ArrayList<>();
        private int tries;
        private final Set<Integer> refused;

        Place(Integer... refused) {
            this.refused = Set.of(refused);
        }

        @Override
        public void replace(CompiledPolicy policy) throws PacketPortException {
            if (refused.contains(++tries)) {
                throw new PacketPortException(Reason.FAILED, "try " + tries + " fails", "Wait.");
            }
            names.add(policy.chain());
        }

        @Override
        public boolean replaces() {
            return true;
        }

        @Override
        public EnforcementStatistics statistics() {
            return new EnforcementStatistics(0, 0, 0, 0, 0, 0, List.of());
        }

        @Override
        public String place() {
            return "the test";
        }

        @Override
        public boolean await(Duration atMost) {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void begin() {
        file = folder.resolve("live.hwpolicy");
    }

    private Candidate policy(String name) throws Exception {
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName(name);
        chain.setEnd(ChainEnd.ALLOW);
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        policy.getChains().add(chain);
        PolicyFiles.save(policy, file);
        return new Candidate(policy, null);
    }

    private PolicyReloads reloads(Place place) throws Exception {
        Candidate first = policy("first");
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        GateKeeper keeper = new GateKeeper(options, new GatePlace("test", GatePlace.Kind.ELSEWHERE, Set.of(Direction.FORWARD), false), file, false,
                true, out);
        PolicyReloads reloads = new PolicyReloads(file, null, null, true, CONFIRM_SECONDS, keeper, new TypedLines(new ByteArrayInputStream(new byte[0])), out);
        reloads.started(first.compile(), Optional.empty());
        reloads.begin(place, first);
        return reloads;
    }

    private static void lookUntil(PolicyReloads reloads, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end);
            reloads.look();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTakenBackComesFromMemoryAndIsTriedAgain() throws Exception {
        Place place = new Place(2, 3);
        try (PolicyReloads reloads = reloads(place)) {
            policy("second");
            lookUntil(reloads, () -> place.names.contains("second"));
            Files.delete(file);
            lookUntil(reloads, () -> place.names.size() == 2);
            assertEquals(List.of("second", "first"), place.names);
            assertTrue(said().contains("cannot be put in force again: try 2 fails; it is tried again") && said().contains("taken back: nobody confirmed it"),
                    said());
            assertTrue(!reloads.isOver() && reloads.failure().isEmpty());
        }
    }

    /** Captured packets are held against what is in force, and what was remembered is. */
    @Test
    void whatWasRememberedIsInForceForTheNextGate() throws Exception {
        try (PolicyReloads reloads = reloads(new Place())) {
            AnswerMemory memory = reloads.memory();
            memory.remember(into -> into.getChains().getFirst().setName("remembered"));
            assertThrows(AnswerException.class, () -> memory.remember(into -> {
                throw new AnswerException("not to be", "");
            }));
            assertEquals("first", reloads.inForce().policy().getChains().getFirst().getName());
            reloads.look();
            assertEquals("remembered", PolicyFiles.load(file).getChains().getFirst().getName());
            assertEquals("remembered", reloads.inForce().policy().getChains().getFirst().getName());
        }
    }

    @Test
    void whatCannotBeTakenBackDoesNotStay() throws Exception {
        Place place = new Place(java.util.stream.IntStream.rangeClosed(2, 1000).boxed().toArray(Integer[]::new));
        try (PolicyReloads reloads = reloads(place)) {
            policy("second");
            lookUntil(reloads, reloads::isOver);
            PacketPortException failure = reloads.failure().orElseThrow();
            assertTrue(failure.getMessage().contains("nobody confirmed the policy in force"), failure::getMessage);
        }
    }

    /** A fault of the gate's own, here by a capture that is none, is no reason to end what is in force. */
    @Test
    void aFailingGateChangesNothing() throws Exception {
        Place place = new Place();
        options.captures = Collections.singletonList(null);
        try (PolicyReloads reloads = reloads(place)) {
            policy("second");
            lookUntil(reloads, () -> said().contains("the gate failed on " + file));
            assertTrue(said().contains("the policy in force stays"), said());
            options.captures = List.of();
            policy("third");
            lookUntil(reloads, () -> place.names.contains("third"));
        }
    }
}
