package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kernel says of every packet what the reference evaluator says: of what is written for nft, and of what the kernel dumps. */
class NftKernelTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 320 : 24;
    private static final int PACKETS = 200;
    private static final long SEED = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 7);

    private int judged;
    private int stopped;

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @Test
    void rulesMeanTheSameInTheKernel() throws Exception {
        hold(false, POLICIES);
    }

    @Test
    void statesOfConnectionsMeanTheSameInTheKernel() throws Exception {
        hold(true, POLICIES / 4);
    }

    /** Three of ten packets are within a rate of one a week with a burst of three, for the kernel as for the evaluator. */
    @Test
    void aRateIsUsedUpInTheKernel() throws Exception {
        Random random = new Random(SEED);
        HookPacket packet = null;
        try (KernelJudge judge = KernelJudge.open()) {
            List<HookPacket> some = new RandomHookPackets(random).next(PACKETS, Wanted.V4);
            List<Ruling> bare = judge.judge(some);
            for (int i = 0; i < some.size() && packet == null; i++) {
                packet = some.get(i).direction() == Direction.FORWARD && bare.get(i).reaches() ? some.get(i) : null;
            }
            List<HookPacket> ten = Collections.nCopies(10, packet);
            Policy policy = rated();
            judge.load(Interchange.exporter("nft").orElseThrow().write(policy, ExportOptions.ALL).text(), "nft", "-f", "-")
                    .orThrow();
            assertEquals(3, judge.judge(ten).stream().filter(Ruling::passed).count(), "seed " + SEED + ": " + packet);
            ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
            HookPacket same = packet;
            assertEquals(3, ten.stream().filter(one -> evaluator.decide(same.view(), same.context()).kind() == Kind.ALLOW).count());
        }
    }

    private static Policy rated() {
        RulemodelFactory model = RulemodelFactory.eINSTANCE;
        RateLimit rate = model.createRateLimit();
        rate.setCount(1);
        rate.setUnit(RateUnit.WEEK);
        rate.setBurst(3);
        Rule rule = model.createRule();
        rule.setMatch(model.createMatch());
        rule.getMatch().setRate(rate);
        rule.setAction(model.createAllow());
        Binding forward = model.createBinding();
        forward.setHook(Hook.FORWARD);
        Chain chain = model.createChain();
        chain.setName("rated");
        chain.setEnd(ChainEnd.DENY);
        chain.getBindings().add(forward);
        chain.getRules().add(rule);
        Policy policy = model.createPolicy();
        policy.setName("rated");
        policy.getChains().add(chain);
        return policy;
    }

    private void hold(boolean states, int policies) throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        try (KernelJudge judge = KernelJudge.open()) {
            if (states) {
                judge.trackConnections();
            }
            for (int n = 0; n < policies; n++) {
                RandomHookPackets packets = new RandomHookPackets(random);
                Policy policy = new NftPolicies(random, packets, states).next();
                String text = Interchange.exporter("nft").orElseThrow().write(policy, ExportOptions.ALL).text();
                List<HookPacket> all = packets.next(PACKETS, Wanted.BOTH);
                judge.load(text, "nft", "-f", "-").orThrow();
                String dump = judge.ask("nft", "-j", "list", "table", "inet", "hopwarden");
                List<Ruling> rulings = judge.judge(all);
                String what = "seed " + SEED + ", policy " + n;
                compare(what + ", written: ", policy, all, rulings, text);
                compareImported(what + ", read from the kernel: ", dump, all, rulings, text);
            }
        }
        assertTrue(judged > stopped * 10 / 9 && stopped > judged / 10, judged + " judged, " + stopped + " stopped");
    }

    /** What is read otherwise is told: a limit that several rules use up together, which nothing uses up here. */
    private void compareImported(String what, String dump, List<HookPacket> all, List<Ruling> rulings, String text)
            throws Exception {
        ImportResult result = Interchange.importer("nft").orElseThrow().read(dump.getBytes(StandardCharsets.UTF_8),
                ImportOptions.named("dump"));
        for (ImportNote note : result.notes()) {
            // Objects, sets of nothing and interfaces of no name make rules that nothing can match.
            assertTrue(note.message().contains("is shared by several rules") || note.message().contains("no packet can match"),
                    what + note + "\n" + text);
        }
        compare(what, result.policy(), all, rulings, text);
    }

    private void compare(String what, Policy policy, List<HookPacket> all, List<Ruling> rulings, String text) throws Exception {
        ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
        for (int i = 0; i < all.size(); i++) {
            HookPacket packet = all.get(i);
            Ruling ruling = rulings.get(i);
            if (!ruling.reaches()) {
                continue;
            }
            PacketContext context = ruling.state().map(packet.context()::withState).orElse(packet.context());
            boolean passes = evaluator.decide(packet.view(), context).kind() == Kind.ALLOW;
            if (passes != ruling.passed()) {
                fail(what + packet + " passes: " + passes + ", in the kernel: " + ruling.passed() + "\n"
                        + evaluator.explain(packet.view(), context) + "\n" + text);
            }
            judged++;
            stopped += passes ? 0 : 1;
        }
    }
}
