package org.hopwarden.engine;

import static org.hopwarden.engine.Rules.MODEL;
import static org.hopwarden.engine.Rules.allow;
import static org.hopwarden.engine.Rules.deny;
import static org.hopwarden.engine.Rules.from;
import static org.hopwarden.engine.Rules.protocol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

/** What edits of a policy in force do: to verdicts, slots, explanations, rates and earlier snapshots. */
class LivePolicyTest {

    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.7"), 64);
    private static final PacketView UDP = PacketView.of(PacketBuilder.udp(V4, 1024, 53, new byte[8]));
    private static final String CHAIN = "c";

    /** Indexes are made when a test says so. */
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final List<CompiledPolicy> told = new ArrayList<>();

    private LivePolicy live(Policy policy) throws PolicyCompileException {
        return new LivePolicy(CompiledPolicy.compile(policy), told::add, behind::add);
    }

    private static String verdict(CompiledPolicy policy) {
        Verdict verdict = policy.verdict(policy.decide(UDP, Direction.IN));
        return verdict.kind().word() + " " + verdict.rule();
    }

    private static int slot(CompiledPolicy policy) {
        return CompiledPolicy.slot(policy.decide(UDP, Direction.IN));
    }

    @Test
    void editsAreInForceAtOnceAndEarlierSnapshotsStay() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(deny(protocol(IpProtocol.TCP)), allow()));
        CompiledPolicy first = live.current();
        CompiledPolicy second = live.edit(new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.UDP))));
        assertEquals("deny 1", verdict(second));
        assertEquals("allow 2", verdict(first));
        assertEquals(List.of(second), told);
        assertEquals("allow 2", verdict(live.edit(new PolicyEdit.Remove(CHAIN, 1))));
        assertEquals("deny 0", verdict(live.edit(new PolicyEdit.Remove(CHAIN, 2))));
        assertEquals("allow 0", verdict(live.edit(new PolicyEdit.ChangeEnd(CHAIN, ChainEnd.ALLOW))));
        assertEquals("deny 1", verdict(second));
        assertFalse(live.isSettled());
        assertEquals(1, behind.size(), "one index is made at a time");
        behind.remove().run();
        assertEquals("allow 0", verdict(live.current()));
        assertEquals(1, live.current().ruleCount(CHAIN));
        while (!behind.isEmpty()) {
            behind.remove().run();
        }
        assertTrue(live.isSettled());
        assertEquals("allow 0", verdict(live.current()));
        assertSame(live.current(), told.getLast());
    }

    @Test
    void aSlotStandsForTheSameRuleAlsoAfterItsIndexIsMadeAnew() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(deny(protocol(IpProtocol.TCP)), allow(), deny(protocol(IpProtocol.ESP))));
        CompiledPolicy before = live.current();
        int slot = slot(before);
        live.edit(new PolicyEdit.Move(CHAIN, 2, 3));
        assertEquals(slot, slot(live.current()));
        assertEquals(slot, live.current().slotOfRule(CHAIN, 3));
        assertEquals(3, live.current().verdictOfSlot(slot).rule());
        live.edit(new PolicyEdit.Enable(CHAIN, 3, false));
        assertEquals("deny 0", verdict(live.current()));
        live.edit(new PolicyEdit.Enable(CHAIN, 3, true));
        assertEquals(slot, slot(live.current()));
        assertEquals(before.slots(), live.current().slots());
        behind.remove().run();
        assertEquals(slot, slot(live.current()));
        CompiledPolicy denies = live.edit(new PolicyEdit.ChangeAction(CHAIN, 3, MODEL.createDeny()));
        assertEquals("deny 3", verdict(denies));
        assertEquals(before.slots(), slot(denies), "what it counted allowed, so this counts on its own");
        assertNull(denies.verdictOfSlot(slot));
        int[] slotsBefore = denies.slotsBefore(before);
        assertEquals(-1, slotsBefore[slot(denies)]);
        assertEquals(-1, slotsBefore[slot]);
        assertEquals(before.slotOfRule(CHAIN, 1), slotsBefore[denies.slotOfRule(CHAIN, 1)]);
        assertEquals(before.slotOfRule(CHAIN, 0), slotsBefore[denies.slotOfRule(CHAIN, 0)]);
    }

    @Test
    void slotsOfAnotherPolicyAreFoundByIds() throws PolicyCompileException {
        Policy policy = Rules.policy(deny(protocol(IpProtocol.TCP)), allow());
        policy.getChains().get(0).getRules().get(1).setId("all");
        CompiledPolicy before = CompiledPolicy.compile(policy);
        policy.getChains().get(0).getRules().addFirst(deny(protocol(IpProtocol.GRE)));
        CompiledPolicy after = CompiledPolicy.compile(policy);
        int[] slotsBefore = after.slotsBefore(before);
        assertEquals(slot(before), slotsBefore[slot(after)]);
        assertEquals(-1, slotsBefore[after.slotOfRule(CHAIN, 1)]);
        assertEquals(before.slotOfRule(CHAIN, 0), slotsBefore[after.slotOfRule(CHAIN, 0)]);
    }

    @Test
    void anExplanationNamesTheRulesAsTheyStandThen() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(deny(protocol(IpProtocol.TCP)), from(allow(), "203.0.113.0/24"), allow()));
        live.edit(new PolicyEdit.Insert(CHAIN, 2, deny(Rules.toPort(IpProtocol.UDP, PortOperator.EQ, "54"))));
        CompiledPolicy then = live.edit(new PolicyEdit.Enable(CHAIN, 1, false));
        live.edit(new PolicyEdit.Remove(CHAIN, 1), new PolicyEdit.Remove(CHAIN, 1));
        Explanation explanation = then.explain(UDP, Direction.IN);
        assertEquals(List.of(Field.ENABLED, Field.DESTINATION_PORT, Field.SOURCE),
                explanation.misses().stream().map(Miss::field).toList());
        assertEquals(List.of(1, 2, 3), explanation.misses().stream().map(Miss::rule).toList());
        assertEquals(4, explanation.verdict().rule());
        assertEquals(then.verdict(then.decide(UDP, Direction.IN)), explanation.verdict());
        assertEquals(2, live.current().explain(UDP, Direction.IN).verdict().rule());
    }

    @Test
    void ratesKeepTheirTokensThroughEdits() throws PolicyCompileException {
        Rule limited = allow();
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1);
        rate.setBurst(2);
        limited.getMatch().setRate(rate);
        LivePolicy live = live(Rules.policy(limited));
        PacketState state = new PacketState(Direction.IN);
        assertEquals(1, rule(live.current(), state));
        live.edit(new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.TCP))));
        live.edit(new PolicyEdit.Enable(CHAIN, 2, false));
        live.edit(new PolicyEdit.Enable(CHAIN, 2, true));
        assertEquals(2, rule(live.current(), state), "the second token");
        assertEquals(0, rule(live.current(), state));
        behind.remove().run();
        assertEquals(0, rule(live.current(), state), "a new index brings no new tokens");
    }

    private static int rule(CompiledPolicy policy, PacketState state) {
        return policy.verdict(policy.decide(UDP, state.next().at(1))).rule();
    }

    @Test
    void whatRulesUseIsFoundByItsName() throws PolicyCompileException {
        Policy policy = Rules.policy(deny());
        AddressObject hosts = MODEL.createAddressObject();
        hosts.setName("hosts");
        hosts.getTerms().add(Rules.prefix("192.0.2.0/24"));
        policy.getAddressObjects().add(hosts);
        LivePolicy live = live(policy);
        Policy other = EcoreUtil.copy(policy);
        AddressUse use = MODEL.createAddressUse();
        use.setObject(other.getAddressObjects().get(0));
        Rule rule = allow();
        rule.getMatch().getSource().add(use);
        assertEquals("allow 1", verdict(live.edit(new PolicyEdit.Insert(CHAIN, 1, rule))));
        other.getAddressObjects().get(0).setName("unknown");
        PolicyCompileException unknown = assertThrows(PolicyCompileException.class,
                () -> live.edit(new PolicyEdit.Remove(CHAIN, 1), new PolicyEdit.Insert(CHAIN, 1, rule)));
        assertTrue(unknown.getMessage().contains("AddressObject with the name unknown"), unknown.getMessage());
        assertEquals("allow 1", verdict(live.current()), "none of the edits is in force");
    }

    @Test
    void whatHasNoMeaningIsRefused() throws PolicyCompileException {
        Policy policy = Rules.policy(allow());
        Chain called = RulemodelFactory.eINSTANCE.createChain();
        called.setName("called");
        called.setEnd(ChainEnd.BACK);
        Chain apart = RulemodelFactory.eINSTANCE.createChain();
        apart.setName("apart");
        policy.getChains().addAll(List.of(called, apart));
        policy.getChains().get(0).getRules().addFirst(call(called));
        LivePolicy live = new LivePolicy(CompiledPolicy.compile(policy, CHAIN), told::add, behind::add);
        Rule bad = allow(protocol(300));
        assertThrows(PolicyCompileException.class, () -> live.edit(new PolicyEdit.Insert(CHAIN, 1, bad)));
        assertThrows(PolicyCompileException.class,
                () -> live.edit(new PolicyEdit.Insert("called", 1, call(policy.getChains().get(0)))), "calls would go round");
        PolicyCompileException unmet = assertThrows(PolicyCompileException.class,
                () -> live.edit(new PolicyEdit.Insert(CHAIN, 1, call(apart))));
        assertTrue(unmet.getMessage().contains("apart"), unmet.getMessage());
        assertThrows(IllegalArgumentException.class, () -> live.edit(new PolicyEdit.Remove(CHAIN, 3)));
        assertThrows(IllegalArgumentException.class, () -> live.edit(new PolicyEdit.Remove("apart", 1)));
        assertTrue(told.isEmpty());
        live.edit(new PolicyEdit.Insert("called", 1, deny(protocol(IpProtocol.UDP))));
        assertEquals("deny 1", verdict(live.current()), "callers meet the chain as it is now");
        assertEquals("called", live.current().verdict(live.current().decide(UDP, Direction.IN)).chain());
    }

    private static Rule call(Chain chain) {
        Call call = MODEL.createCall();
        call.setChain(chain);
        Rule rule = allow();
        rule.setAction(call);
        return rule;
    }

    @Test
    void anotherPolicyTakesItsPlaceAlsoWhileAnIndexIsMade() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(allow()));
        live.edit(new PolicyEdit.Insert(CHAIN, 1, deny()));
        CompiledPolicy other = CompiledPolicy.compile(Rules.policy(deny(protocol(IpProtocol.TCP)), allow()));
        live.replace(other);
        assertEquals("allow 2", verdict(live.current()));
        live.edit(new PolicyEdit.Insert(CHAIN, 1, deny(protocol(IpProtocol.GRE))));
        behind.remove().run();
        assertEquals("allow 3", verdict(live.current()));
        behind.remove().run();
        assertTrue(live.isSettled());
        assertEquals("allow 3", verdict(live.current()));
    }

    /** Rules come at one place, hundreds before an index is made, and each is met in its turn. */
    @Test
    void hundredsOfEditsBeforeAnIndexIsMade() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(deny(protocol(IpProtocol.TCP)), allow()));
        for (int i = 0; i < 500; i++) {
            live.edit(new PolicyEdit.Insert(CHAIN, 2, from(deny(), "192.0.2." + (2 + i % 250))));
            assertEquals("allow " + (3 + i), verdict(live.current()));
        }
        live.edit(new PolicyEdit.Insert(CHAIN, 300, from(deny(), "192.0.2.1")));
        assertEquals("deny 300", verdict(live.current()));
        behind.remove().run();
        assertEquals("deny 300", verdict(live.current()));
        for (int i = 0; i < 298; i++) {
            live.edit(new PolicyEdit.Remove(CHAIN, 2));
        }
        assertEquals("deny 2", verdict(live.current()));
    }

    @Test
    void whatRulesWantIsKnownAfterEachEdit() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(allow()));
        assertWants(live.current(), false, false);
        Rule established = allow();
        established.getMatch().getStates().add(ConnectionState.ESTABLISHED);
        assertWants(live.edit(new PolicyEdit.Insert(CHAIN, 1, established)), true, false);
        assertWants(live.edit(new PolicyEdit.Insert(CHAIN, 1, Rules.fragments(deny()))), true, true);
        assertWants(live.edit(new PolicyEdit.Move(CHAIN, 1, 3)), true, true);
        assertWants(live.edit(new PolicyEdit.Enable(CHAIN, 1, false)), false, true);
        behind.remove().run();
        assertWants(live.current(), false, true);
        assertWants(live.edit(new PolicyEdit.Enable(CHAIN, 1, true)), true, true);
        assertWants(live.edit(new PolicyEdit.Remove(CHAIN, 3)), true, false);
        assertWants(live.edit(new PolicyEdit.Replace(CHAIN, 1, deny())), false, false);
    }

    private static void assertWants(CompiledPolicy policy, boolean states, boolean fragments) {
        assertEquals(states, policy.asksStates());
        assertEquals(policy.questions().rules().containsKey(Field.STATE), policy.asksStates());
        assertEquals(fragments, policy.namesFragments());
    }

    @Test
    void countsGoOnInWhatAnEditMakes() throws PolicyCompileException {
        LivePolicy live = live(Rules.policy(allow()));
        CompiledPolicy before = live.current();
        CompiledPolicy after = live.edit(new PolicyEdit.Insert(CHAIN, 1, deny()));
        assertTrue(after.continuesSlots(before));
        assertFalse(before.continuesSlots(after), "its slots may be those of other rules from now on");
        assertFalse(CompiledPolicy.compile(Rules.policy(allow())).continuesSlots(before));
    }

    @Test
    void indexesAreMadeInAThreadOfTheirOwn() throws Exception {
        CountDownLatch settled = new CountDownLatch(1);
        LivePolicy[] made = new LivePolicy[1];
        Thread editor = Thread.currentThread();
        made[0] = new LivePolicy(CompiledPolicy.compile(Rules.policy(allow())), policy -> {
            if (Thread.currentThread() != editor) {
                settled.countDown();
            }
        });
        made[0].edit(new PolicyEdit.Insert(CHAIN, 1, deny()));
        settled.await();
        assertEquals("deny 1", verdict(made[0].current()));
        assertTrue(made[0].isSettled());
        assertNotEquals("allow 1", verdict(made[0].current()));
    }
}
