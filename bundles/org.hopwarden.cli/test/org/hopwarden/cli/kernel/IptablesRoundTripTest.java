package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;
import org.junit.jupiter.api.Test;

/** What is written for iptables and read back means what it meant. Needs no kernel. */
class IptablesRoundTripTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 1000 : 40;
    private static final int PACKETS = 200;
    /** What becomes more lines than these takes long to be compared in full. */
    private static final int MOST_LINES = 150;

    @Test
    void randomPoliciesKeepTheirMeaning() throws Exception {
        long seed = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 9);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int written = 0;
        for (int n = 0; n < POLICIES; n++) {
            RandomHookPackets packets = new RandomHookPackets(random);
            Policy policy = new RandomKernelPolicies(random, packets, true).next();
            String text;
            try {
                text = write(policy, "iptables") + write(policy, "ip6tables");
            } catch (ExportException e) {
                continue;
            }
            written++;
            String place = "seed " + seed + ", policy " + n;
            Policy read = read(text, place);
            ReferenceEvaluator before = ReferenceEvaluator.of(policy);
            ReferenceEvaluator after = ReferenceEvaluator.of(read);
            for (HookPacket packet : packets.next(PACKETS, Wanted.BOTH)) {
                ConnectionState state = ConnectionState.values()[random.nextInt(ConnectionState.values().length)];
                boolean allowed = before.decide(packet.view(), packet.context().withState(state)).kind() == Kind.ALLOW;
                assertEquals(allowed, after.decide(packet.view(), packet.context().withState(state)).kind() == Kind.ALLOW,
                        () -> place + ": " + packet + " " + state + "\n"
                                + before.explain(packet.view(), packet.context().withState(state)) + "\n" + text);
            }
        }
        assertTrue(written > POLICIES / 2, "only " + written + " policies could be written");
    }

    /** The same held against all packets there are: {@code rules diff} finds none that gets another verdict. */
    @Test
    void randomPoliciesAreEqualBehindExportAndImport() throws Exception {
        long seed = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 10);
        System.out.println("seed " + seed);
        int compared = 0;
        for (int n = 0; compared < POLICIES; n++) {
            assertTrue(n < 2 * POLICIES, "only " + compared + " policies could be written");
            Random random = new Random(seed + n);
            Policy policy = new RandomKernelPolicies(random, new RandomHookPackets(random), true).next(3, 5);
            addTimes(policy, random);
            String text;
            try {
                text = write(policy, "iptables") + write(policy, "ip6tables");
            } catch (ExportException e) {
                continue;
            }
            if (text.lines().count() <= MOST_LINES) {
                assertEqualMeaning(asWritten(policy), read(text, "seed " + (seed + n)), "seed " + (seed + n) + "\n" + text);
                compared++;
            }
        }
    }

    private static void addTimes(Policy policy, Random random) {
        for (int n = 0; n < 2; n++) {
            WeeklyPeriod period = RulemodelFactory.eINSTANCE.createWeeklyPeriod();
            period.getDays().addAll(Weekday.VALUES.subList(n, 2 + random.nextInt(6)));
            period.setFrom(LocalTime.of(8, random.nextInt(60)));
            period.setTo(n == 0 ? LocalTime.of(17, 0, random.nextInt(60)) : LocalTime.of(random.nextInt(8), 0));
            period.setDaysLater(n);
            Schedule schedule = RulemodelFactory.eINSTANCE.createSchedule();
            schedule.setName("times" + n);
            schedule.setStart(random.nextBoolean() ? null : LocalDateTime.of(2026, 1, 1, 0, 0));
            schedule.setEnd(random.nextBoolean() ? null : LocalDateTime.of(2030, 1, 1, 0, 0));
            schedule.getPeriods().add(period);
            policy.getSchedules().add(schedule);
        }
        for (Chain chain : policy.getChains()) {
            for (Rule rule : chain.getRules()) {
                rule.getMatch().setSchedule(random.nextInt(8) > 0 ? null : policy.getSchedules().get(random.nextInt(2)));
            }
        }
    }

    private static void assertEqualMeaning(Policy before, Policy after, String place) throws Exception {
        PolicyDiff diff = PolicyDiff.of(before, after);
        assertEquals(List.of(), diff.changes(), place);
        assertTrue(diff.isComplete(), place);
    }

    /**
     * The policy with what the export declares as its loss: nobody can be asked.
     */
    private static Policy asWritten(Policy policy) {
        Policy copy = EcoreUtil.copy(policy);
        copy.setDefaultIn(answered(copy.getDefaultIn()));
        copy.setDefaultOut(answered(copy.getDefaultOut()));
        copy.setDefaultForward(answered(copy.getDefaultForward()));
        for (Chain chain : copy.getChains()) {
            for (Rule rule : chain.getRules()) {
                if (rule.getAction() instanceof Ask) {
                    rule.setAction(RulemodelFactory.eINSTANCE.createDeny());
                }
            }
        }
        return copy;
    }

    private static Disposition answered(Disposition disposition) {
        return disposition == Disposition.ASK ? Disposition.DENY : disposition;
    }

    private static Policy read(String text, String place) throws Exception {
        ImportResult result = Interchange.importer("iptables").orElseThrow().read(text.getBytes(StandardCharsets.UTF_8),
                ImportOptions.named("back"));
        assertTrue(result.notes().stream().noneMatch(note -> note.message().contains("not enabled")),
                () -> place + ": " + result.notes() + "\n" + text);
        return result.policy();
    }

    private static String write(Policy policy, String language) throws ExportException {
        return Interchange.exporter(language).orElseThrow().write(policy, ExportOptions.ALL).text();
    }
}
