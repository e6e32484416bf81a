package org.hopwarden.analysis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.Test;

/**
 * The analysis says of each rule what trying all packets of a small world says. The world has every value that the rules tell
 * apart and one that they do not, and the judge is the reference evaluator.
 */
class ListAnalysisTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_121);
    /** The bit that says that a packet is a fragment other than the first. */
    private static final int LATER = 1000;
    private static final int LISTS = FULL ? 1_500 : 60;

    @Test
    void agreesWithTryingAllPackets() throws PolicyCompileException {
        int[] met = new int[6];
        for (int list = 0; list < LISTS; list++) {
            compare(SEED + list, met);
        }
        for (int kind : met) {
            assertTrue(kind > LISTS / 10, "each kind of finding was met: " + java.util.Arrays.toString(met));
        }
    }

    private static void compare(long seed, int[] met) throws PolicyCompileException {
        Random random = new Random(seed);
        Policy policy = SmallWorld.policy(random, 1 + random.nextInt(9));
        Chain chain = policy.getChains().get(0);
        Universe universe = seed % 3 == 0 ? Universe.ofBytes(List.of(policy)) : Universe.of(List.of(policy));
        List<Step> steps = new Program(universe, policy).ofChain(chain);
        ListAnalysis analysis = new ListAnalysis(universe, steps);
        int rules = chain.getRules().size();
        List<ListAnalysis.Fact> facts = IntStream.range(0, rules).mapToObj(analysis::fact).toList();
        List<BitSet> matchers = matchers(policy, rules);
        String where = "seed " + seed + "\n" + text(policy);
        boolean[] emptyButLater = new boolean[rules + 1];
        for (int rule = 0; rule <= rules; rule++) {
            int one = rule;
            emptyButLater[rule] = matchers.stream().noneMatch(matches -> matches.get(one) && !matches.get(LATER));
        }
        boolean[] wholeReached = new boolean[rules + 1];
        boolean[] wholeConflict = new boolean[rules + 1];
        boolean[] reached = new boolean[rules + 1];
        boolean[] matched = new boolean[rules + 1];
        boolean[] conflict = new boolean[rules + 1];
        boolean[] changes = new boolean[rules + 1];
        boolean[][] inside = new boolean[rules + 1][rules + 1];
        boolean[][] outside = new boolean[rules + 1][rules + 1];
        for (BitSet matches : matchers) {
            int first = matches.nextSetBit(0);
            boolean later = matches.get(LATER);
            reached[first] = true;
            wholeReached[first] |= !later;
            int second = Math.min(rules, matches.nextSetBit(first + 1));
            if (first < rules) {
                changes[first] |= !steps.get(first).outcome().equals(steps.get(second).outcome());
            }
            for (int rule = first; rule <= rules; rule++) {
                boolean compared = later == emptyButLater[rule];
                if (matches.get(rule)) {
                    matched[rule] = true;
                    inside[first][rule] |= compared;
                    boolean differs = !steps.get(first).outcome().equals(steps.get(rule).outcome());
                    conflict[rule] |= differs;
                    wholeConflict[rule] |= differs && !later;
                } else {
                    outside[first][rule] |= compared;
                }
            }
        }
        for (int rule = 0; rule < rules; rule++) {
            ListAnalysis.Fact fact = facts.get(rule);
            String what = where + "rule " + (rule + 1) + " " + fact;
            assertEquals(!matched[rule], fact.isEmpty(), what);
            assertEquals(!reached[rule], fact.neverMatched(), what);
            assertEquals(!changes[rule], fact.redundant(), what);
            assertEquals(reached[rule] && !wholeReached[rule] && !emptyButLater[rule], fact.reachedByLaterAlone(), what);
            met[0] += fact.isEmpty() ? 1 : 0;
            met[3] += fact.redundant() && !fact.neverMatched() ? 1 : 0;
            if (fact.neverMatched()) {
                met[1] += fact.isEmpty() ? 0 : 1;
                met[2] += fact.conflict() == null ? 0 : 1;
                assertEquals(conflict[rule], fact.conflict() != null, what);
                for (BitSet matches : matchers) {
                    if (matches.get(rule)) {
                        assertTrue(fact.by().stream().anyMatch(matches::get), what + ": those responsible cover it");
                    }
                }
            } else if (fact.reachedByLaterAlone()) {
                assertEquals(wholeConflict[rule], fact.conflict() != null, what);
                for (BitSet matches : matchers) {
                    if (matches.get(rule) && !matches.get(LATER)) {
                        assertTrue(fact.by().stream().anyMatch(matches::get), what + ": those responsible cover it");
                    }
                }
            } else {
                boolean generalises = false;
                boolean correlates = false;
                for (int earlier = 0; earlier < rule; earlier++) {
                    if (inside[earlier][rule] && !steps.get(earlier).outcome().equals(steps.get(rule).outcome())) {
                        generalises |= !outside[earlier][rule];
                        correlates |= outside[earlier][rule];
                    }
                }
                assertEquals(generalises, fact.generalises() >= 0, what);
                assertEquals(correlates, fact.correlates() >= 0, what);
                met[4] += generalises ? 1 : 0;
                met[5] += correlates ? 1 : 0;
            }
            check(policy, analysis, fact.reached(), rule, rule, what);
            check(policy, analysis, fact.conflict(), rule, fact.conflictWith(), what);
            check(policy, analysis, fact.generalised(), rule, fact.generalises(), what);
            check(policy, analysis, fact.correlated(), rule, fact.correlates(), what);
        }
    }

    /** A place that a fact names holds packets that one rule matches and the other decides. */
    private static void check(Policy policy, ListAnalysis analysis, ListAnalysis.Place place, int matches, int decides,
            String what) throws PolicyCompileException {
        if (place == null) {
            return;
        }
        PacketPoint point = Points.of(analysis.plane(place.plane()).layout(), place.box());
        PacketView packet = PacketView.of(point.bytes());
        assertTrue(packet.isValid(), what + point);
        assertEquals(decides + 1, ReferenceEvaluator.of(policy).decide(packet, Direction.IN).rule(), what + point);
        assertEquals(1, ReferenceEvaluator.of(alone(policy, matches)).decide(packet, Direction.IN).rule(), what + point);
    }

    private static Policy alone(Policy policy, int rule) {
        Policy copy = EcoreUtil.copy(policy);
        Rule kept = copy.getChains().get(0).getRules().get(rule);
        copy.getChains().get(0).getRules().retainAll(List.of(kept));
        return copy;
    }

    /** For each packet of the world, the rules that match it, and the end. The same sets stand there once. */
    private static List<BitSet> matchers(Policy policy, int rules) throws PolicyCompileException {
        List<ReferenceEvaluator> evaluators = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            evaluators.add(ReferenceEvaluator.of(alone(policy, rule)));
        }
        java.util.Set<BitSet> sets = new java.util.LinkedHashSet<>();
        for (PacketPoint point : SmallWorld.packets()) {
            PacketView packet = PacketView.of(point.bytes());
            BitSet matches = new BitSet();
            for (int rule = 0; rule < rules; rule++) {
                Verdict verdict = evaluators.get(rule).decide(packet, Direction.IN);
                matches.set(rule, verdict.rule() == 1);
            }
            matches.set(rules);
            matches.set(LATER, point.later());
            sets.add(matches);
        }
        return new ArrayList<>(sets);
    }

    private static String text(Policy policy) {
        StringBuilder text = new StringBuilder();
        for (Rule rule : policy.getChains().get(0).getRules()) {
            text.append("  ").append(rule.isEnabled() ? "" : "(not enabled) ").append(RuleText.of(rule)).append('\n');
        }
        return text.toString();
    }
}
