package org.hopwarden.analysis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

/** The difference of random policies is what the reference evaluator says of them. */
class DifferenceTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_121);
    private static final int PAIRS = FULL ? 2_000 : 60;
    private static final int PACKETS = 300;

    /** All packets of the small world: the policies are equal where these all get the same, and only there. */
    @Test
    void agreesWithTryingAllPackets() throws PolicyCompileException {
        List<PacketPoint> packets = SmallWorld.packets();
        int equal = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Random random = new Random(SEED + pair);
            Policy first = SmallWorld.policy(random, 1 + random.nextInt(6));
            Policy second = edited(first, random);
            ReferenceEvaluator from = ReferenceEvaluator.of(first);
            ReferenceEvaluator to = ReferenceEvaluator.of(second);
            boolean differs = false;
            for (PacketPoint point : packets) {
                PacketView packet = PacketView.of(point.bytes());
                differs |= !isSame(from.decide(packet, Direction.IN), to.decide(packet, Direction.IN));
            }
            PolicyDiff diff = PolicyDiff.of(first, second);
            assertEquals(!differs, diff.isEqual(), "seed " + (SEED + pair) + " " + diff);
            equal += differs ? 0 : 1;
        }
        assertTrue(equal > PAIRS / 20 && equal < PAIRS, "some pairs are equal, and some are not: " + equal);
    }

    /** With all that the model can say: a packet lies in a change exactly where the verdicts differ, and in that one alone. */
    @Test
    void eachPacketThatChangesIsInOneChange() throws PolicyCompileException {
        int changed = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Random random = new Random(SEED + pair);
            RichWorld world = new RichWorld(random);
            Policy first = world.policy();
            Policy second = edited(first, random);
            Universe universe = Universe.of(List.of(first, second));
            ReferenceEvaluator from = ReferenceEvaluator.of(first);
            ReferenceEvaluator to = ReferenceEvaluator.of(second);
            List<Difference.Part> parts = new Difference(universe, first, null, second, null, () -> false).parts();
            for (int n = 0; n < PACKETS; n++) {
                PacketPoint point = world.packet();
                PacketContext context = world.context();
                PacketView packet = PacketView.of(point.bytes());
                Verdict before = from.explain(packet, context).verdict();
                Verdict after = to.explain(packet, context).verdict();
                int[] place = Located.point(universe, point, context);
                List<Difference.Part> holding = parts.stream().filter(part -> part.plane() == Located.plane(point)
                        && contains(part.box(), place)).toList();
                String what = "seed " + (SEED + pair) + ": " + point + " " + context + "\n" + before + "\n" + after;
                assertEquals(isSame(before, after) ? 0 : 1, holding.size(), what);
                if (!holding.isEmpty()) {
                    assertEquals(before.kind(), holding.get(0).from().kind(), what);
                    assertEquals(after.kind(), holding.get(0).to().kind(), what);
                    changed++;
                }
            }
            checkWitnesses(PolicyDiff.of(first, second), from, to, SEED + pair);
        }
        assertTrue(changed > PAIRS, "packets changed: " + changed);
    }

    private static void checkWitnesses(PolicyDiff diff, ReferenceEvaluator from, ReferenceEvaluator to, long seed) {
        for (PolicyDiff.Change change : diff.changes()) {
            Witness witness = change.witness();
            if (witness.provided().isEmpty()) {
                Verdict before = from.explain(witness.packet(), witness.context()).verdict();
                Verdict after = to.explain(witness.packet(), witness.context()).verdict();
                assertTrue(!isSame(before, after), "seed " + seed + " " + change);
            }
        }
    }

    private static boolean contains(int[][] box, int[] point) {
        for (int axis = 0; axis < point.length; axis++) {
            if (!Sets.contains(box[axis], point[axis])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Verdict one, Verdict other) {
        return one.kind() == other.kind() && one.rejectType() == other.rejectType();
    }

    /** A copy in which a rule is gone, moved, or not enabled, or nothing at all. */
    private static Policy edited(Policy policy, Random random) {
        Policy copy = EcoreUtil.copy(policy);
        List<Chain> chains = new ArrayList<>(copy.getChains());
        chains.removeIf(chain -> chain.getRules().isEmpty());
        for (int n = chains.isEmpty() ? 0 : random.nextInt(3); n > 0; n--) {
            List<Rule> rules = chains.get(random.nextInt(chains.size())).getRules();
            if (rules.isEmpty()) {
                continue;
            }
            Rule rule = rules.get(random.nextInt(rules.size()));
            switch (random.nextInt(3)) {
                case 0 -> rule.setEnabled(rule.getAction() instanceof org.hopwarden.rulemodel.Call && rule.isEnabled());
                case 1 -> {
                    if (!(rule.getAction() instanceof org.hopwarden.rulemodel.Call)) {
                        rules.remove(rule);
                    }
                }
                default -> {
                    rules.remove(rule);
                    rules.add(random.nextInt(rules.size() + 1), rule);
                }
            }
        }
        return copy;
    }
}
