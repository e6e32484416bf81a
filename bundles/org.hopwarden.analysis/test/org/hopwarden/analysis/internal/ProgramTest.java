package org.hopwarden.analysis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** The steps that a policy becomes decide random packets as the reference evaluator does, whatever the policy uses. */
class ProgramTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_121);
    private static final int POLICIES = FULL ? 3_000 : 250;
    private static final int PACKETS = 250;

    @Test
    void stepsDecideAsTheEvaluator() throws PolicyCompileException {
        Set<Verdict.Kind> met = EnumSet.noneOf(Verdict.Kind.class);
        for (int one = 0; one < POLICIES; one++) {
            long seed = SEED + one;
            RichWorld world = new RichWorld(new Random(seed));
            Policy policy = world.policy();
            Universe universe = one % 4 == 0 ? Universe.ofBytes(List.of(policy)) : Universe.of(List.of(policy));
            List<Step> steps = new Program(universe, policy).ofPolicy();
            Map<Plane, PlaneList> planes = new EnumMap<>(Plane.class);
            for (Plane plane : Plane.values()) {
                planes.put(plane, new PlaneList(universe.layout(plane), steps));
            }
            ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
            for (int n = 0; n < PACKETS; n++) {
                PacketPoint packet = world.packet();
                PacketContext context = world.context();
                int[] point = Located.point(universe, packet, context);
                Verdict verdict = evaluator.explain(PacketView.of(packet.bytes()), context).verdict();
                Step step = first(steps, planes.get(Located.plane(packet)), point);
                String what = "seed " + seed + ": " + packet + " " + context + " " + verdict;
                assertEquals(verdict.kind(), step.outcome().kind(), what);
                assertEquals(verdict.rejectType(), step.outcome().rejectType(), what);
                met.add(verdict.kind());
            }
        }
        assertTrue(met.size() == 4, "all kinds of verdicts were met: " + met);
    }

    private static Step first(List<Step> steps, PlaneList list, int[] point) {
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).decides() && list.contains(step, point)) {
                return steps.get(step);
            }
        }
        throw new AssertionError("no step decides");
    }
}
