package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.Test;

/** The compiled matcher gives the reference evaluator's verdict for random packets through random lists. */
class MatcherAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_250_611);
    private static final int LISTS = 50;
    private static final int PACKETS = FULL ? 1_000_000 : 6_000;

    @Test
    void matcherAgreesWithReference() {
        AtomicInteger kinds = new AtomicInteger();
        IntStream.range(0, LISTS).parallel().forEach(list -> kinds.accumulateAndGet(compare(SEED + list), (a, b) -> a | b));
        assertTrue(Integer.bitCount(kinds.get()) >= 7, "the packets met all kinds of verdicts and all that can decide");
    }

    /** @return a bit for each kind of verdict and each basis that was met */
    private static int compare(long seed) {
        Random random = new Random(seed);
        RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
        int size = random.nextInt(10) == 0 ? 300 : 1 + random.nextInt(60);
        Policy policy = new RandomPolicies(random, pool).policy(size);
        RandomPackets packets = new RandomPackets(random, pool);
        ReferenceEvaluator reference = reference(policy);
        CompiledPolicy compiled = compiled(policy);
        Direction[] directions = Direction.values();
        int met = 0;
        for (int i = 0; i < PACKETS; i++) {
            PacketView packet = packets.next();
            Direction direction = directions[i % 3];
            Verdict expected = reference.decide(packet, direction);
            Verdict actual = compiled.verdict(compiled.decide(packet, direction));
            if (!expected.equals(actual)) {
                fail(report(seed, policy, packets.lastBytes(), direction));
            }
            met |= 1 << expected.kind().ordinal() | 16 << expected.basis().ordinal();
        }
        return met;
    }

    private static String report(long seed, Policy policy, byte[] packet, Direction direction) {
        Policy least = policy;
        byte[] bytes = packet;
        for (int i = parts(least).size() - 1; i >= 0; i--) {
            Policy smaller = EcoreUtil.copy(least);
            EcoreUtil.delete(parts(smaller).get(i));
            least = disagree(smaller, bytes, direction) ? smaller : least;
        }
        while (bytes.length > 1 && disagree(least, Arrays.copyOf(bytes, bytes.length - 1), direction)) {
            bytes = Arrays.copyOf(bytes, bytes.length - 1);
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] zeroed = bytes.clone();
            zeroed[i] = 0;
            bytes = disagree(least, zeroed, direction) ? zeroed : bytes;
        }
        PacketView view = PacketView.of(MemorySegment.ofArray(bytes));
        CompiledPolicy compiled = compiled(least);
        StringBuilder text = new StringBuilder("the matcher disagrees with the reference; seed " + seed + "\n");
        least.getAddressObjects().forEach(object -> text.append("  @").append(object.getName()).append(" = ")
                .append(object.getTerms().stream().map(RuleText::address).toList()).append('\n'));
        least.getServiceObjects().forEach(object -> text.append("  @").append(object.getName()).append(" = ")
                .append(object.getTerms().stream().map(RuleText::service).toList()).append('\n'));
        for (Rule rule : least.getChains().get(0).getRules()) {
            text.append("  ").append(rule.isEnabled() ? "" : "(not enabled) ").append(RuleText.of(rule)).append('\n');
        }
        return text.append("packet ").append(direction).append(' ').append(HexFormat.of().formatHex(bytes))
                .append("\nreference ").append(reference(least).decide(view, direction))
                .append("\ncompiled  ").append(compiled.verdict(compiled.decide(view, direction))).toString();
    }

    /** Rules, terms and objects: what can be taken away from a policy. Parts stand behind what holds them. */
    private static List<EObject> parts(Policy policy) {
        List<EObject> parts = new ArrayList<>();
        policy.eAllContents().forEachRemaining(part -> {
            if (part.eContainmentFeature().isMany() && !(part instanceof Chain)) {
                parts.add(part);
            }
        });
        return parts;
    }

    private static boolean disagree(Policy policy, byte[] packet, Direction direction) {
        if (!PolicyProblems.of(policy).isEmpty()) {
            return false;
        }
        PacketView view = PacketView.of(MemorySegment.ofArray(packet));
        CompiledPolicy compiled = compiled(policy);
        return !reference(policy).decide(view, direction).equals(compiled.verdict(compiled.decide(view, direction)));
    }

    private static ReferenceEvaluator reference(Policy policy) {
        try {
            return ReferenceEvaluator.of(policy);
        } catch (PolicyCompileException e) {
            throw new AssertionError("a random policy is sound", e);
        }
    }

    private static CompiledPolicy compiled(Policy policy) {
        try {
            return CompiledPolicy.compile(policy);
        } catch (PolicyCompileException e) {
            throw new AssertionError("a random policy is sound", e);
        }
    }
}
