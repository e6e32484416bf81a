package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Passage;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** The compiled matcher gives the reference evaluator's verdict for random packets through random policies of the whole model. */
class WholeModelAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_121);
    private static final int POLICIES = FULL ? 600 : 120;
    private static final int PACKETS = FULL ? 10_000 : 500;

    /** A packet, and what is known of it. */
    record Seen(byte[] bytes, PacketContext context) {
    }

    @Test
    void matcherAgreesWithReference() {
        Set<Object> met = ConcurrentHashMap.newKeySet();
        IntStream.range(0, POLICIES).parallel().forEach(number -> compare(SEED + number, met));
        Set<Verdict.Kind> kinds = EnumSet.allOf(Verdict.Kind.class);
        assertTrue(met.containsAll(kinds) && met.containsAll(EnumSet.allOf(Verdict.Basis.class)), "all verdicts: " + met);
        assertTrue(met.containsAll(EnumSet.allOf(Field.class)), "all conditions failed: " + met);
        assertTrue(met.containsAll(EnumSet.allOf(Passage.What.class)), "all actions that do not decide: " + met);
    }

    private static void compare(long seed, Set<Object> met) {
        Random random = new Random(seed);
        RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
        WholePolicies policies = new WholePolicies(random, pool);
        Policy policy = policies.policy(random.nextInt(8) == 0 ? 300 : 1 + random.nextInt(40));
        RandomPackets packets = new RandomPackets(random, pool);
        ReferenceEvaluator reference = reference(policy);
        CompiledPolicy compiled = compiled(policy);
        PacketState state = new PacketState(Direction.IN);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            PacketView packet = packets.next();
            PacketContext context = policies.context();
            seen.add(new Seen(packets.lastBytes(), context));
            if (i % 10 == 0) {
                reference.explain(packet, context).steps().forEach(step -> met.add(switch (step) {
                    case Explanation.Miss miss -> miss.field();
                    case Passage passage -> passage.what();
                }));
            }
            Verdict expected = reference.decide(packet, context);
            Verdict actual = compiled.verdict(compiled.decide(packet, state.set(context)));
            if (!expected.equals(actual)) {
                fail(new LeastDisagreement(policy, seen).report(seed));
            }
            met.add(expected.kind());
            met.add(expected.basis());
        }
    }

    /** What a policy says of the last of some packets, by both. */
    static List<Verdict> verdicts(Policy policy, List<Seen> seen) {
        ReferenceEvaluator reference = reference(policy);
        CompiledPolicy compiled = compiled(policy);
        PacketState state = new PacketState(Direction.IN);
        List<Verdict> last = List.of();
        for (Seen each : seen) {
            PacketView view = PacketView.of(MemorySegment.ofArray(each.bytes));
            last = List.of(reference.decide(view, each.context),
                    compiled.verdict(compiled.decide(view, state.set(each.context))));
        }
        return last;
    }

    /** The shrinker finds the one rule and the one packet that matter: here two policies are compared as if they were one. */
    @Test
    void aDisagreementIsCutDownToWhatMatters() {
        Random random = new Random(1);
        RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
        WholePolicies policies = new WholePolicies(random, pool);
        Policy policy = policies.policy(30);
        RandomPackets packets = new RandomPackets(random, pool);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            packets.next();
            seen.add(new Seen(packets.lastBytes(), policies.context()));
        }
        LeastDisagreement least = new LeastDisagreement(policy, seen,
                (some, shown) -> count(some, org.hopwarden.rulemodel.Rule.class) >= 1 && shown.size() >= 1);
        least.shrink();
        assertEquals(1, count(least.policy(), org.hopwarden.rulemodel.Rule.class));
        assertEquals(1, least.seen().size());
    }

    private static int count(Policy policy, Class<? extends EObject> kind) {
        int count = 0;
        for (var all = policy.eAllContents(); all.hasNext();) {
            count += kind.isInstance(all.next()) ? 1 : 0;
        }
        return count;
    }

    private static ReferenceEvaluator reference(Policy policy) {
        try {
            return Chains.anyBound(policy) ? ReferenceEvaluator.of(policy, WholePolicies.ZONE)
                    : ReferenceEvaluator.of(policy, WholePolicies.FIRST_CHAIN, WholePolicies.ZONE);
        } catch (PolicyCompileException e) {
            throw new AssertionError("a random policy is sound", e);
        }
    }

    private static CompiledPolicy compiled(Policy policy) {
        try {
            return Chains.anyBound(policy) ? CompiledPolicy.compile(policy, WholePolicies.ZONE)
                    : CompiledPolicy.compile(policy, WholePolicies.FIRST_CHAIN, WholePolicies.ZONE);
        } catch (PolicyCompileException e) {
            throw new AssertionError("a random policy is sound", e);
        }
    }
}
