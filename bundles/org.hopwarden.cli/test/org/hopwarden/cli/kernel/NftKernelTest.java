package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Policy;
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
    private int imported;

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
        assertTrue(imported * 2 > policies, imported + " of " + policies + " dumps were compared");
    }

    /** What is read otherwise, or not at all, is told: limits that several rules use up together, and two in one rule. */
    private void compareImported(String what, String dump, List<HookPacket> all, List<Ruling> rulings, String text)
            throws Exception {
        ImportResult result = Interchange.importer("nft").orElseThrow().read(dump.getBytes(StandardCharsets.UTF_8),
                ImportOptions.named("dump"));
        for (ImportNote note : result.notes()) {
            if (note.message().contains("is shared by several rules")) {
                if (text.contains("/week")) {
                    return;
                }
                continue;
            }
            if (note.message().contains("two rates is not")) {
                return;
            }
            // Objects, sets of nothing and interfaces of no name make rules that nothing can match.
            assertTrue(note.message().contains("no packet can match"), what + note + "\n" + text);
        }
        imported++;
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
