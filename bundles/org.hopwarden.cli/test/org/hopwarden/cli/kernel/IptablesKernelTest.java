package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The kernel as judge of iptables: what is written for it, and what is read from its own dump, must give the reference
 * evaluator's verdict for every single packet.
 */
class IptablesKernelTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 300 : 12;
    private static final int PACKETS = 200;

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @Test
    void randomPoliciesMeanTheSameInTheKernel() throws Exception {
        hold(Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 6), false, POLICIES);
    }

    @Test
    void soDoStatesOfConnections() throws Exception {
        hold(Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 7), true, POLICIES / 4);
    }

    private static void hold(long seed, boolean states, int policies) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int[] tally = new int[4];
        try (KernelJudge judge = KernelJudge.open()) {
            if (states) {
                judge.trackConnections();
            }
            for (int n = 0; n < policies; n++) {
                RandomHookPackets packets = new RandomHookPackets(random);
                RandomKernelPolicies makes = new RandomKernelPolicies(random, packets, states);
                String place = "seed " + seed + ", policy " + n;
                Policy policy = null;
                String[] texts = null;
                while (texts == null) {
                    policy = makes.next();
                    texts = export(policy, tally);
                }
                judgeOne(judge, policy, texts, packets.next(PACKETS, Wanted.BOTH), place, tally);
            }
        }
        System.out.println(tally[0] + " packets reached their hooks, " + tally[1] + " passed; " + tally[2] + " policies, "
                + tally[3] + " refused");
        assertTrue(tally[0] > policies * PACKETS / 2, "only " + tally[0] + " packets reached their hooks");
        assertTrue(tally[1] > tally[0] / 10 && tally[1] < tally[0] * 9 / 10, tally[1] + " of " + tally[0] + " passed");
        assertTrue(tally[3] < tally[2], tally[3] + " policies were refused");
    }

    /** The policy for both versions; null where iptables cannot say it. */
    private static String[] export(Policy policy, int[] tally) {
        try {
            return new String[] { write(policy, "iptables"), write(policy, "ip6tables") };
        } catch (ExportException e) {
            tally[3]++;
            return null;
        }
    }

    private static String write(Policy policy, String language) throws ExportException {
        return Interchange.exporter(language).orElseThrow().write(policy, ExportOptions.ALL).text();
    }

    private static void judgeOne(KernelJudge judge, Policy policy, String[] texts, List<HookPacket> packets, String place,
            int[] tally) throws Exception {
        for (int i = 0; i < 2; i++) {
            Result loaded = judge.load(texts[i], i == 0 ? "iptables-restore" : "ip6tables-restore");
            assertEquals(0, loaded.exitCode(), () -> place + ": " + loaded.stdout() + "\n" + numbered(texts[0]) + numbered(texts[1]));
        }
        String dump = judge.ask("iptables-save") + judge.ask("ip6tables-save");
        ImportResult imported = Interchange.importer("iptables").orElseThrow()
                .read(dump.getBytes(StandardCharsets.UTF_8), ImportOptions.named("dump"));
        assertTrue(imported.notes().stream().noneMatch(note -> note.message().contains("not enabled")),
                () -> place + ": " + imported.notes() + "\n" + dump);
        List<Ruling> rulings = judge.judge(packets);
        List<String> wrong = new ArrayList<>();
        ReferenceEvaluator written = ReferenceEvaluator.of(policy);
        ReferenceEvaluator read = ReferenceEvaluator.of(imported.policy());
        for (int i = 0; i < packets.size(); i++) {
            HookPacket packet = packets.get(i);
            Ruling ruling = rulings.get(i);
            if (!ruling.reaches()) {
                continue;
            }
            PacketContext context = ruling.state().map(packet.context()::withState).orElse(packet.context());
            tally[0]++;
            tally[1] += ruling.passed() ? 1 : 0;
            compare("written", written, packet, context, ruling, wrong);
            compare("read", read, packet, context, ruling, wrong);
        }
        tally[2]++;
        if (!wrong.isEmpty()) {
            fail(place + ": " + wrong.size() + " wrong, the first:\n" + wrong.get(0) + "\n" + String.join("\n", texts) + "\n" + dump);
        }
    }

    private static void compare(String what, ReferenceEvaluator evaluator, HookPacket packet, PacketContext context, Ruling ruling,
            List<String> wrong) {
        boolean allows = evaluator.decide(packet.view(), context).kind() == Kind.ALLOW;
        if (allows != ruling.passed()) {
            Explanation explanation = evaluator.explain(packet.view(), context);
            wrong.add(what + ": the kernel " + (ruling.passed() ? "passed" : "stopped") + " " + packet + " " + context.state() + "\nbut: "
                    + explanation.verdict() + "\n" + String.join("\n", explanation.steps().stream().map(Object::toString).toList()));
        }
    }

    private static String numbered(String text) {
        StringBuilder numbered = new StringBuilder();
        int n = 0;
        for (String line : text.split("\n")) {
            numbered.append(++n).append(": ").append(line).append('\n');
        }
        return numbered.toString();
    }
}
