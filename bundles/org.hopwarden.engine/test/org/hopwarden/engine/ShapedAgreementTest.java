package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.hopwarden.engine.ShapedRules.Shape;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.LinearMatcher;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The compiled policy decides random and corner headers by lists of each shape and length as the reference evaluator does, and as a
 * linear scan over the rules. The full counts take hours; {@code hopwarden.shaped.reference} and {@code hopwarden.shaped.scan} set
 * others, as shares of them.
 */
class ShapedAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_124);
    /** Of the rules with addresses, those of IPv6. */
    private static final double V6_SHARE = 0.2;
    private static final double REFERENCE_SHARE = share("hopwarden.shaped.reference", 1e-3);
    private static final double SCAN_SHARE = share("hopwarden.shaped.scan", 3e-4);
    private static final int PARTS = 64;

    private static double share(String property, double otherwise) {
        String set = System.getProperty(property);
        return set != null ? Double.parseDouble(set) : FULL ? 1 : otherwise;
    }

    @ParameterizedTest
    @CsvSource({ "ACL, 1000, 10000000", "FW, 1000, 10000000", "IPC, 1000, 10000000", "ACL, 10000, 1000000", "FW, 10000, 1000000",
            "IPC, 10000, 1000000", "ACL, 100000, 100000", "FW, 100000, 100000", "IPC, 100000, 100000" })
    void agrees(Shape shape, int count, int headers) throws PolicyCompileException {
        ShapedRules rules = new ShapedRules(shape, count, SEED, V6_SHARE);
        Policy policy = rules.policy(count);
        List<Rule> list = policy.getChains().get(0).getRules();
        ShapedPackets packets = new ShapedPackets(rules, list, SEED, true);
        CompiledPolicy compiled = CompiledPolicy.compile(policy);
        compareWithReference(shape, policy, compiled, packets, (int) (headers * REFERENCE_SHARE));
        compareWithScan(shape, policy, compiled, packets, (int) (10_000_000 * SCAN_SHARE));
    }

    private static void compareWithReference(Shape shape, Policy policy, CompiledPolicy compiled, ShapedPackets packets, int headers)
            throws PolicyCompileException {
        ReferenceEvaluator reference = ReferenceEvaluator.of(policy);
        compare(shape + " against the reference", headers, packets, (packet, number) -> {
            Direction direction = Direction.values()[number % 3];
            Verdict expected = reference.decide(packet, direction);
            Verdict actual = compiled.verdict(compiled.decide(packet, direction));
            assertTrue(expected.equals(actual), () -> "reference " + expected + "\ncompiled " + actual);
            return actual.basis() == Verdict.Basis.RULE;
        });
    }

    private static void compareWithScan(Shape shape, Policy policy, CompiledPolicy compiled, ShapedPackets packets, int headers) {
        List<Entry> v4 = Entry.of(policy.getChains().get(0), IpVersion.V4, new Conditions(ZoneId.systemDefault()));
        List<Entry> v6 = Entry.of(policy.getChains().get(0), IpVersion.V6, new Conditions(ZoneId.systemDefault()));
        Matcher scanV4 = new LinearMatcher(v4);
        Matcher scanV6 = new LinearMatcher(v6);
        int[] slots = IntStream.rangeClosed(0, policy.getChains().get(0).getRules().size())
                .map(rule -> compiled.slotOfRule("c", rule)).toArray();
        compare(shape + " against a linear scan", headers, packets, (packet, number) -> {
            int slot = CompiledPolicy.slot(compiled.decide(packet, Direction.IN));
            if (!packet.isValid()) {
                assertEquals(0, slot);
                return false;
            }
            int entry = packet.isV4() ? scanV4.match(packet) : scanV6.match(packet);
            int expected = entry < 0 ? 0 : (packet.isV4() ? v4 : v6).get(entry).rule();
            assertTrue(slots[expected] == slot, () -> "the scan finds rule " + expected + ", the policy "
                    + compiled.verdictOfSlot(slot));
            return entry >= 0;
        });
    }

    /** Compares one packet, and says whether a rule decided it. */
    private interface Comparison {

        boolean isOfRule(PacketView packet, int number);
    }

    private static void compare(String what, int headers, ShapedPackets packets, Comparison comparison) {
        long began = System.nanoTime();
        LongAdder ofRules = new LongAdder();
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            ShapedPackets own = packets.with(31 * SEED + part);
            MemorySegment buffer = MemorySegment.ofArray(new byte[ShapedPackets.STRIDE]);
            PacketView packet = new PacketView();
            int ofRulesHere = 0;
            for (int number = part; number < headers; number += PARTS) {
                int length = own.write(buffer, 0);
                packet.wrap(buffer, 0, length);
                try {
                    ofRulesHere += comparison.isOfRule(packet, number) ? 1 : 0;
                } catch (AssertionError e) {
                    byte[] bytes = Arrays.copyOf((byte[]) buffer.heapBase().orElseThrow(), length);
                    throw new AssertionError(what + ", seed " + SEED + ": " + packet + " " + HexFormat.of().formatHex(bytes) + "\n"
                            + e.getMessage(), e);
                }
            }
            ofRules.add(ofRulesHere);
        });
        if (FULL) {
            System.out.println(what + ": " + headers + " headers agree, " + ofRules + " of them decided by rules, in "
                    + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
        }
        assertTrue(ofRules.sum() > headers / 5 && ofRules.sum() < headers, () -> what + ": rules decide " + ofRules + " of " + headers);
    }
}
