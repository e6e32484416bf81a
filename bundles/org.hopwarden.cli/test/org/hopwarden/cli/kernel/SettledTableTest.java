package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDateTime;
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
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the kernel decides by itself it decides as the reference evaluator does with the whole policy, and counts it for the same rule. */
class SettledTableTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 320 : 24;
    private static final int PACKETS = 200;
    private static final long SEED = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 9);
    private static final Pattern COUNTER = Pattern.compile("counter (n\\d+) \\{\\s*packets (\\d+) bytes (\\d+)");

    private static final String FEWEST_OF_BLOCKS = "hopwarden.kernel.fewest-ranges-of-blocks";
    private static final String FEWEST_WITH_BYSTANDERS = "hopwarden.kernel.fewest-rules-with-bystanders";

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
        System.clearProperty(FEWEST_OF_BLOCKS);
        System.clearProperty(FEWEST_WITH_BYSTANDERS);
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
                Policy policy = policy(n, random, packets, states);
                if (n % 4 > 1) {
                    unsettle(policy, random);
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

    /** One that is not ambiguous: where no chain is bound, a call that is not enabled leaves several that could decide. */
    private static Policy policy(int n, Random random, RandomHookPackets packets, boolean states) {
        // Blocks of addresses in hash tables, which short lists have not by themselves.
        System.setProperty(FEWEST_OF_BLOCKS, n % 4 == 3 ? "48" : "3");
        System.setProperty(FEWEST_WITH_BYSTANDERS, "3");
        if (n % 6 == 5) {
            return wide(random, packets);
        }
        while (true) {
            RandomKernelPolicies some = new RandomKernelPolicies(random, packets, states);
            // Every third has chains that are long enough to become trees.
            Policy policy = n % 3 == 2 ? some.next(2, 150) : n % 2 == 0 ? some.next() : new NftPolicies(random, packets, states).next();
            if (Chains.anyBound(policy) || Chains.uncalled(policy).size() == 1) {
                return policy;
            }
        }
    }

    /** Rules of which each tells one address: at every node of a tree many are wide. */
    private static Policy wide(Random random, RandomHookPackets packets) {
        Policy policy = MODEL.createPolicy();
        policy.setName("wide");
        policy.setDefaultForward(Disposition.ALLOW);
        Chain chain = MODEL.createChain();
        chain.setName("chain");
        chain.setEnd(random.nextBoolean() ? ChainEnd.ALLOW : ChainEnd.DENY);
        // Of two networks one may be named in no rule.
        boolean one = random.nextBoolean();
        for (int i = 0; i < 150; i++) {
            Rule rule = MODEL.createRule();
            rule.setAction(random.nextBoolean() ? MODEL.createAllow() : MODEL.createDeny());
            rule.setMatch(MODEL.createMatch());
            int near = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(24));
            AddressPrefix prefix = MODEL.createAddressPrefix();
            IpVersion version = i % 16 == 0 ? IpVersion.V6 : IpVersion.V4;
            IpAddress address = packets.address(version);
            while (one && version == IpVersion.V4 && address.low() >> 24 == 10) {
                address = packets.address(version);
            }
            prefix.setPrefix(version == IpVersion.V6 ? IpPrefix.containing(address, 128 - random.nextInt(20))
                    : IpPrefix.containing(IpAddress.v4((int) address.low() ^ near), 32 - random.nextInt(random.nextInt(4) == 0 ? 24 : 3)));
            (random.nextInt(3) == 0 ? rule.getMatch().getSource() : rule.getMatch().getDestination()).add(prefix);
            Service service = MODEL.createService();
            service.setProtocol(packets.protocol(version));
            rule.getMatch().getService().add(service);
            chain.getRules().add(rule);
        }
        policy.getChains().add(chain);
        ElementIds.assignMissing(policy);
        return policy;
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

    /** Rules for programs, and such as depend on the time. */
    private static void unsettle(Policy policy, Random random) {
        Application application = MODEL.createApplication();
        application.setName("browser");
        application.setPath("/usr/bin/browser");
        policy.getApplications().add(application);
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("once");
        schedule.setStart(LocalDateTime.of(2001, 1, 1, 0, 0));
        schedule.setEnd(LocalDateTime.of(random.nextBoolean() ? 2002 : 2102, 1, 1, 0, 0));
        policy.getSchedules().add(schedule);
        for (Rule rule : policy.getChains().stream().flatMap(chain -> chain.getRules().stream()).toList()) {
            switch (random.nextInt(8)) {
                case 0 -> rule.getMatch().getApplications().add(application);
                case 1 -> rule.getMatch().setSchedule(schedule);
                default -> {
                    // as it is
                }
            }
        }
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
                Policy policy = policy(n, random, packets, false);
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
