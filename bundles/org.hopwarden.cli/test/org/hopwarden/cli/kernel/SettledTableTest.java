package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.SettledTable;
import org.hopwarden.interchange.SettledTable.Counter;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the kernel decides by itself it decides as the reference evaluator does with the whole policy, and counts it for the same rule. */
class SettledTableTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 320 : 24;
    private static final int PACKETS = 200;
    private static final long SEED = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 9);
    private static final Pattern COUNTER = Pattern.compile("counter (n\\d+) \\{\\s*packets (\\d+) bytes (\\d+)");

    private int settled;
    private int left;
    private int stopped;
    private int tooDeep;
    private int withBystanders;

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @AfterAll
    static void asItWas() {
        UnsettledPolicies.asItWas();
    }

    @Test
    void whatIsSettledIsDecidedAsByTheWholePolicy() throws Exception {
        hold(false, POLICIES);
        assertTrue(withBystanders > 0, "tables that tell bystanders: " + withBystanders);
        assertTrue(settled > left && left > 0 && stopped > settled / 10, settled + " settled, " + left + " left, " + stopped + " stopped");
    }

    @Test
    void statesOfConnectionsToo() throws Exception {
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
                Policy policy = UnsettledPolicies.of(n, random, packets, states);
                if (n % 4 > 1) {
                    UnsettledPolicies.unsettle(policy, random);
                }
                List<HookPacket> all = packets.next(PACKETS, Wanted.BOTH);
                String what = "seed " + SEED + ", policy " + n + ": ";
                List<Ruling> open = judge(judge, policy, all, "accept");
                List<Ruling> closed = judge(judge, policy, all, "drop");
                ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
                for (int i = 0; i < open.size(); i++) {
                    compare(what, evaluator, all.get(i), open.get(i), closed.get(i));
                }
            }
        }
    }

    private List<Ruling> judge(KernelJudge judge, Policy policy, List<HookPacket> all, String undecided) throws Exception {
        return load(judge, policy, EnumSet.allOf(Hook.class), undecided) == null ? List.of() : judge.judge(all);
    }

    /**
     * With trees, unless so many chains stand one behind the other that the kernel does not take them; null where it takes the policy in no way.
     */
    private SettledTable load(KernelJudge judge, Policy policy, Set<Hook> hooks, String undecided) throws Exception {
        for (boolean trees : new boolean[] { true, false }) {
            SettledTable table = SettledTable.of(policy, null,
                    new SettledTable.Options(hooks, -100, List.of(), List.of(), List.of(undecided), false, trees));
            Result loaded = judge.load("table inet settled\ndelete table inet settled\ntable inet settled {\n" + table.text() + "}\n", "nft", "-f", "-");
            if (!loaded.stdout().contains("Too many links")) {
                loaded.orThrow();
                withBystanders += table.text().contains("\t@nh,") ? 1 : 0;
                return table;
            }
        }
        tooDeep++;
        return null;
    }

    private void compare(String what, ReferenceEvaluator evaluator, HookPacket packet, Ruling open, Ruling closed) throws Exception {
        if (!open.reaches() || !closed.reaches()) {
            return;
        }
        if (closed.passed() && !open.passed() && open.state().equals(closed.state())) {
            fail(what + packet + " passes only where nothing passes that is not settled");
        }
        if (!open.passed() && allows(evaluator, packet, open)) {
            fail(what + packet + " is dropped in the kernel\n" + evaluator.explain(packet.view(), context(packet, open)));
        }
        if (closed.passed() && !allows(evaluator, packet, closed)) {
            fail(what + packet + " passes in the kernel\n" + evaluator.explain(packet.view(), context(packet, closed)));
        }
        settled += open.passed() == closed.passed() ? 1 : 0;
        left += open.passed() && !closed.passed() ? 1 : 0;
        stopped += open.passed() ? 0 : 1;
    }

    private static PacketContext context(HookPacket packet, Ruling ruling) {
        return ruling.state().map(packet.context()::withState).orElse(packet.context());
    }

    private static boolean allows(ReferenceEvaluator evaluator, HookPacket packet, Ruling ruling) {
        return evaluator.decide(packet.view(), context(packet, ruling)).kind() == Kind.ALLOW;
    }

    /** For packets that are forwarded: at the other hooks the kernel's own packets count as well. */
    @Test
    void theKernelCountsForTheRuleThatDecides() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int exact = 0;
        try (KernelJudge judge = KernelJudge.open()) {
            for (int n = 0; n < POLICIES; n++) {
                RandomHookPackets packets = new RandomHookPackets(random);
                Policy policy = UnsettledPolicies.of(n, random, packets, false);
                List<HookPacket> all = packets.next(PACKETS, Wanted.BOTH);
                SettledTable table = load(judge, policy, EnumSet.of(Hook.FORWARD), "accept");
                if (table == null) {
                    continue;
                }
                List<Ruling> rulings = judge.judge(all);
                Map<String, Long> counted = counts(judge, table);
                Map<String, Long> expected = new HashMap<>();
                ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
                for (int i = 0; i < all.size(); i++) {
                    if (rulings.get(i).reaches() && all.get(i).direction() == Direction.FORWARD) {
                        Verdict verdict = evaluator.decide(all.get(i).view(), all.get(i).context());
                        expected.merge(verdict.chain() + " " + verdict.rule() + " packets", 1L, Long::sum);
                        expected.merge(verdict.chain() + " " + verdict.rule() + " bytes", (long) all.get(i).view().statedLengthBytes(), Long::sum);
                    }
                }
                String what = "seed " + SEED + ", policy " + n;
                if (table.undecided().isEmpty() && policy.getDefaultForward() != Disposition.ASK) {
                    assertEquals(expected, counted, what);
                    exact++;
                } else {
                    counted.forEach((rule, count) -> assertTrue(count <= expected.getOrDefault(rule, 0L), what + ": " + rule));
                }
            }
        }
        assertTrue(tooDeep <= POLICIES / 4, tooDeep + " policies are not taken");
        assertTrue(exact > 2, exact + " policies are settled altogether");
    }

    private static Map<String, Long> counts(KernelJudge judge, SettledTable table) throws Exception {
        Map<String, Counter> byName = new HashMap<>();
        table.counters().forEach(counter -> byName.put(counter.name(), counter));
        Map<String, Long> counts = new HashMap<>();
        Matcher counter = COUNTER.matcher(judge.ask("nft", "list", "counters", "table", "inet", "settled"));
        while (counter.find()) {
            Counter known = byName.get(counter.group(1));
            if (!counter.group(2).equals("0")) {
                counts.merge(known.chain() + " " + known.rule() + " packets", Long.valueOf(counter.group(2)), Long::sum);
                counts.merge(known.chain() + " " + known.rule() + " bytes", Long.valueOf(counter.group(3)), Long::sum);
            }
        }
        return counts;
    }
}
