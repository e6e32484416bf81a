import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.hopwarden.engine.ShapedPackets;
import org.hopwarden.engine.ShapedRules;
import org.hopwarden.engine.ShapedRules.Shape;
import org.hopwarden.engine.internal.BitMatcher;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.LinearMatcher;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.engine.internal.TupleMatcher;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;

/**
 * Measures the compiled matchers against a linear scan over the same entries, one thread, in turns within one run, and checks
 * that all agree on each packet. Prints the medians in ns a packet and their ratio, and what the matchers cost. Half of the
 * packets are made to fit a rule picked at random, the others rules like them.
 */
public final class MatcherBench {

    /** The thread's own time: what else runs on the machine does not count, though it takes its share of the caches. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final int PACKETS = 1 << 15;
    private static final int STRIDE = ShapedPackets.STRIDE;
    private static final int SCANNED = 1 << 9;
    private static final long LEAST_ROUND_NANOS = 200_000_000;

    private final List<Entry> entries;
    private final MemorySegment packets = MemorySegment.ofArray(new byte[PACKETS * STRIDE]);
    private final int[] lengths = new int[PACKETS];

    private MatcherBench(Shape shape, int count) {
        ShapedRules rules = new ShapedRules(shape, count, 1, 0);
        Chain chain = rules.policy(count).getChains().get(0);
        entries = Entry.of(chain, IpVersion.V4, new Conditions(ZoneId.systemDefault()));
        ShapedPackets source = new ShapedPackets(rules, chain.getRules(), 2, false);
        for (int i = 0; i < PACKETS; i++) {
            lengths[i] = source.write(packets, (long) i * STRIDE);
        }
    }

    public static void main(String[] arguments) {
        System.out.printf("%-5s %7s %-6s %10s %10s %8s %9s %11s%n", "shape", "rules", "by", "linear ns", "matcher ns", "ratio",
                "build ms", "bytes/rule");
        for (int rules : new int[] { 1_000, 10_000, 20_000, 50_000, 100_000 }) {
            for (Shape shape : Shape.values()) {
                MatcherBench bench = new MatcherBench(shape, rules);
                bench.measure(shape, "bits", () -> new BitMatcher(bench.entries, false));
                bench.measure(shape, "tuples", () -> new TupleMatcher(bench.entries, false));
            }
        }
    }

    private void measure(Shape shape, String name, Supplier<Matcher> made) {
        double[] builds = new double[ROUNDS];
        Matcher matcher = null;
        for (int round = 0; round < ROUNDS; round++) {
            long began = THREADS.getCurrentThreadCpuTime();
            matcher = made.get();
            builds[round] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        }
        LinearMatcher linear = new LinearMatcher(entries);
        check(matcher, linear);
        double[] scans = new double[ROUNDS];
        double[] matches = new double[ROUNDS];
        nanosPerPacket(matcher, PACKETS);
        for (int round = 0; round < ROUNDS; round++) {
            scans[round] = nanosPerPacket(linear, SCANNED);
            matches[round] = nanosPerPacket(matcher, PACKETS);
        }
        System.out.printf(Locale.ROOT, "%-5s %7d %-6s %10.0f %10.1f %8.1f %9.1f %11d   %s%n", shape.name().toLowerCase(Locale.ROOT),
                entries.size(), name, median(scans), median(matches), median(scans) / median(matches), median(builds),
                matcher.sizeBytes() / entries.size(), matcher instanceof TupleMatcher ? matcher : "");
    }

    private void check(Matcher matcher, Matcher linear) {
        PacketView packet = new PacketView();
        for (int i = 0; i < PACKETS / 8; i++) {
            packet.wrap(packets, (long) i * STRIDE, lengths[i]);
            if (matcher.match(packet) != linear.match(packet)) {
                throw new AssertionError("the matcher says " + matcher.match(packet) + ", the scan " + linear.match(packet) + " of "
                        + packet);
            }
        }
    }

    private double nanosPerPacket(Matcher matcher, int count) {
        PacketView packet = new PacketView();
        long sum = 0;
        int done = 0;
        long began = THREADS.getCurrentThreadCpuTime();
        long passed = 0;
        while (passed < LEAST_ROUND_NANOS) {
            for (int i = 0; i < count; i++) {
                packet.wrap(packets, (long) i * STRIDE, lengths[i]);
                sum += matcher.match(packet);
            }
            done += count;
            passed = THREADS.getCurrentThreadCpuTime() - began;
        }
        if (sum == Long.MIN_VALUE) {
            System.out.println("never, but the sum must be used");
        }
        return (double) passed / done;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
