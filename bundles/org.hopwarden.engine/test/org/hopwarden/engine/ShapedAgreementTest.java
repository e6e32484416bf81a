package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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
import org.hopwarden.engine.internal.LinearWalk;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The compiled policy decides random and corner headers by lists of each shape and length as the reference evaluator does, and as a
 * linear scan over the rules. Both judges walk the rules for many packets at a time ({@link ReferenceWalk}, {@link LinearWalk}); of some
 * packets it is checked that they say what the judge says of the packet alone. {@code hopwarden.shaped.reference} and
 * {@code hopwarden.shaped.scan} set other shares of the full counts.
 */
class ShapedAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_124);
    /** Of the rules with addresses, those of IPv6. */
    private static final double V6_SHARE = 0.2;
    private static final double REFERENCE_SHARE = share("hopwarden.shaped.reference", 5e-3);
    private static final double SCAN_SHARE = share("hopwarden.shaped.scan", 5e-3);
    private static final int REFERENCE_BLOCK = 1_024;
    private static final int SCAN_BLOCK = 4_096;
    /** Of so many packets one is given to a judge alone as well. */
    private static final int ALONE = FULL ? 250 : 16;
    private static final Direction[] DIRECTIONS = Direction.values();

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
        String what = shape + " of " + count + " rules against ";
        compareWithReference(what + "the reference", policy, compiled, packets, (int) (headers * REFERENCE_SHARE));
        compareWithScan(what + "a linear scan", policy, compiled, packets, (int) (10_000_000 * SCAN_SHARE));
    }

    private static void compareWithReference(String what, Policy policy, CompiledPolicy compiled, ShapedPackets packets, int headers)
            throws PolicyCompileException {
        ReferenceEvaluator reference = ReferenceEvaluator.of(policy);
        ReferenceWalk walk = new ReferenceWalk(reference);
        compare(what, headers, REFERENCE_BLOCK, packets, block -> {
            PacketContext[] known = Arrays.stream(DIRECTIONS).map(PacketContext::of).toArray(PacketContext[]::new);
            PacketContext[] contexts = IntStream.range(0, block.packets.length).mapToObj(i -> known[i % known.length])
                    .toArray(PacketContext[]::new);
            Verdict[] expected = walk.decide(block.packets, contexts);
            int ofRules = 0;
            for (int i = 0; i < expected.length; i++) {
                PacketView packet = block.packets[i];
                if (i % ALONE == 0) {
                    block.assertAlike(i, "the reference says alone", reference.decide(packet, contexts[i]), "among others", expected[i]);
                }
                Verdict actual = compiled.verdict(compiled.decide(packet, contexts[i].direction()));
                block.assertAlike(i, "the reference says", expected[i], "the policy", actual);
                ofRules += actual.basis() == Verdict.Basis.RULE ? 1 : 0;
            }
            return ofRules;
        });
    }

    private static void compareWithScan(String what, Policy policy, CompiledPolicy compiled, ShapedPackets packets, int headers) {
        Chain chain = policy.getChains().get(0);
        List<Entry> v4 = Entry.of(chain, IpVersion.V4, new Conditions(ZoneId.systemDefault()));
        List<Entry> v6 = Entry.of(chain, IpVersion.V6, new Conditions(ZoneId.systemDefault()));
        LinearWalk walkV4 = new LinearWalk(v4, false);
        LinearWalk walkV6 = new LinearWalk(v6, true);
        int[] slots = IntStream.rangeClosed(0, chain.getRules().size()).map(rule -> compiled.slotOfRule("c", rule)).toArray();
        compare(what, headers, SCAN_BLOCK, packets, block -> {
            int[] found = new int[block.packets.length];
            walkV4.match(block.packets, found);
            walkV6.match(block.packets, found);
            int ofRules = 0;
            for (int i = 0; i < found.length; i++) {
                PacketView packet = block.packets[i];
                int slot = CompiledPolicy.slot(compiled.decide(packet, Direction.IN));
                if (!packet.isValid()) {
                    block.assertAlike(i, "no IP packet has the slot", 0, "the policy's is", slot);
                    continue;
                }
                if (i % ALONE == 0) {
                    block.assertAlike(i, "the scan finds alone", (packet.isV4() ? walkV4 : walkV6).matchAlone(packet), "among others",
                            found[i]);
                }
                int rule = found[i] < 0 ? 0 : (packet.isV4() ? v4 : v6).get(found[i]).rule();
                block.assertAlike(i, "the scan finds rule " + rule + " with the slot", slots[rule], "the policy's is", slot);
                ofRules += rule > 0 ? 1 : 0;
            }
            return ofRules;
        });
    }

    /** Compares what is said of some packets, and tells how many of them rules have decided. */
    private interface Comparison {

        int packetsOfRules(Block block);
    }

    /** Some packets, side by side. */
    private static final class Block {

        final PacketView[] packets;
        private final byte[] bytes;
        private final int[] lengths;

        Block(ShapedPackets source, int count) {
            packets = new PacketView[count];
            bytes = new byte[count * ShapedPackets.STRIDE];
            lengths = new int[count];
            MemorySegment segment = MemorySegment.ofArray(bytes);
            for (int i = 0; i < count; i++) {
                int at = i * ShapedPackets.STRIDE;
                lengths[i] = source.write(segment, at);
                packets[i] = new PacketView();
                packets[i].wrap(segment, at, lengths[i]);
            }
        }

        void assertAlike(int packet, String who, Object expected, String other, Object actual) {
            if (!expected.equals(actual)) {
                int at = packet * ShapedPackets.STRIDE;
                fail(packets[packet] + " " + HexFormat.of().formatHex(bytes, at, at + lengths[packet]) + "\n" + who + " " + expected + "\n"
                        + other + " " + actual);
            }
        }
    }

    private static void compare(String what, int headers, int blockSize, ShapedPackets packets, Comparison comparison) {
        Duration before = processorTime();
        LongAdder ofRules = new LongAdder();
        IntStream.range(0, (headers + blockSize - 1) / blockSize).parallel().forEach(number -> {
            Block block = new Block(packets.with(31 * SEED + number), Math.min(blockSize, headers - number * blockSize));
            try {
                ofRules.add(comparison.packetsOfRules(block));
            } catch (AssertionError e) {
                throw new AssertionError(what + ", seed " + SEED + ": " + e.getMessage(), e);
            }
        });
        if (FULL) {
            System.out.println(what + ": " + headers + " headers agree, " + ofRules + " of them decided by rules, in "
                    + processorTime().minus(before).toSeconds() + " s of processor time");
        }
        assertTrue(ofRules.sum() > headers / 5 && ofRules.sum() < headers, () -> what + ": rules decide " + ofRules + " of " + headers);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
