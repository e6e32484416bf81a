package org.hopwarden.engine;

import static org.hopwarden.engine.Rules.allow;
import static org.hopwarden.engine.Rules.deny;
import static org.hopwarden.engine.Rules.protocol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;

/** A policy in force that goes back to what it was, and whose edits meet trouble around it. */
class LivePolicyTroubleTest {

    private static final String CHAIN = "c";
    private static final PolicyEdit DENY_UDP = new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.UDP)));
    private static final PolicyEdit DENY_GRE = new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.GRE)));

    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final List<CompiledPolicy> told = new ArrayList<>();

    private static CompiledPolicy compiled() throws PolicyCompileException {
        return CompiledPolicy.compile(Rules.policy(deny(protocol(IpProtocol.TCP)), allow()));
    }

    /** Else what one rule has counted would be shown as another's. */
    @Test
    void aSlotIsNotGivenTwiceAlsoWhereAnEarlierSnapshotIsPutBack() throws PolicyCompileException {
        LivePolicy live = new LivePolicy(compiled(), told::add, behind::add);
        CompiledPolicy first = live.current();
        CompiledPolicy withUdp = live.edit(DENY_UDP);
        live.replace(first);
        CompiledPolicy withGre = live.edit(DENY_GRE);
        assertNotEquals(withUdp.slotOfRule(CHAIN, 1), withGre.slotOfRule(CHAIN, 1));
        assertEquals(-1, withGre.slotsBefore(withUdp)[withGre.slotOfRule(CHAIN, 1)]);
        live.replace(compiled());
        live.replace(first);
        assertNotEquals(withGre.slotOfRule(CHAIN, 1), live.edit(DENY_GRE).slotOfRule(CHAIN, 1), "also with another policy in between");
    }

    @Test
    void whatIsRefusedWhereItWouldBeInForceIsNotInForce() throws PolicyCompileException {
        boolean[] ended = new boolean[1];
        LivePolicy live = new LivePolicy(compiled(), policy -> {
            if (ended[0]) {
                throw new IllegalStateException("the enforcement has ended");
            }
            told.add(policy);
        }, behind::add);
        CompiledPolicy before = live.edit(DENY_UDP);
        ended[0] = true;
        assertThrows(IllegalStateException.class, () -> live.edit(DENY_GRE));
        assertSame(before, live.current());
        assertThrows(IllegalStateException.class, () -> live.replace(compiled()));
        assertSame(before, live.current());
        ended[0] = false;
        assertEquals(4, live.edit(DENY_GRE).ruleCount(CHAIN), "edits go on from there");
        behind.remove().run();
        assertTrue(live.isSettled() || !behind.isEmpty());
    }

    @Test
    void anEditIsInForceAlsoWhereNobodyMakesItsIndex() throws PolicyCompileException {
        boolean[] busy = { true };
        LivePolicy live = new LivePolicy(compiled(), told::add, task -> {
            if (busy[0]) {
                throw new RejectedExecutionException("no thread");
            }
            behind.add(task);
        });
        CompiledPolicy edited = live.edit(DENY_UDP);
        assertSame(edited, told.getLast());
        assertFalse(live.isSettled());
        busy[0] = false;
        live.edit(DENY_GRE);
        behind.remove().run();
        assertTrue(live.isSettled(), "the next edit brings the index");
    }

    @Test
    void aPolicyIsToldOnceAlsoWhereAnIndexIsMadeOfTheOneBefore() throws PolicyCompileException {
        LivePolicy live = new LivePolicy(compiled(), told::add, behind::add);
        live.edit(DENY_UDP);
        CompiledPolicy other = compiled();
        live.replace(other);
        behind.remove().run();
        assertEquals(2, told.size());
        assertSame(other, told.getLast());
        assertTrue(live.isSettled());
        live.edit(DENY_GRE);
        assertEquals(1, behind.size(), "indexes are made as before");
    }

    @Test
    void anIndexOfWhatIsNoLongerInForceIsLeftAside() throws PolicyCompileException {
        LivePolicy live = new LivePolicy(compiled(), told::add, behind::add);
        CompiledPolicy first = live.current();
        live.edit(DENY_UDP);
        live.replace(first);
        behind.remove().run();
        assertSame(first, live.current());
        assertTrue(behind.isEmpty());
    }

    /**
     * A packet that a rule allows is allowed by each snapshot while the rule is moved, other rules come and go with the same edit, and
     * indexes are made.
     */
    @Test
    void threadsThatDecideSeeEditsWholeOrNotAtAll() throws Exception {
        LivePolicy live = new LivePolicy(CompiledPolicy.compile(Rules.policy(allow(), deny())), policy -> { });
        int slot = live.current().slotOfRule(CHAIN, 1);
        PacketView udp = PacketView.of(PacketBuilder.udp(IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.7"), 64), 1024, 53,
                new byte[8]));
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> deciding = IntStream.range(0, 3).mapToObj(n -> Thread.ofPlatform().start(() -> {
            while (!done.get() && wrong.isEmpty()) {
                CompiledPolicy policy = live.current();
                int decision = policy.decide(udp, Direction.IN);
                Verdict verdict = policy.verdict(decision);
                if (CompiledPolicy.slot(decision) != slot || verdict.rule() != policy.ruleCount(CHAIN) / 2 || !CompiledPolicy.isAllow(decision)) {
                    wrong.add(verdict + " of " + policy.ruleCount(CHAIN) + " rules");
                }
            }
        })).toList();
        PolicyEdit before = new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.GRE)));
        for (int i = 0; i < 1_000; i++) {
            int allowing = live.current().ruleCount(CHAIN) / 2;
            int last = 2 * allowing;
            if (i % 3 < 2) {
                live.edit(before, new PolicyEdit.Insert(CHAIN, last + 2, deny()), new PolicyEdit.Move(CHAIN, allowing + 1, 1),
                        new PolicyEdit.Move(CHAIN, 1, allowing + 1));
            } else {
                live.edit(new PolicyEdit.Remove(CHAIN, last), new PolicyEdit.Remove(CHAIN, 1));
            }
        }
        done.set(true);
        for (Thread thread : deciding) {
            thread.join();
        }
        assertEquals(List.of(), List.copyOf(wrong));
    }
}
