import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.hopwarden.engine.internal.BitMatcher;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.LinearMatcher;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * Measures the compiled matcher against a linear scan over the same entries, one thread, in turns within one run, and checks
 * that both agree on each packet. Prints the medians in ns a packet and their ratio, and what the matcher costs.
 * <p>
 * The rules have three shapes: acl (specific destinations, known ports), fw (many open addresses, ranges of ports) and ipc
 * (between the two). Half of the packets are made to fit a rule picked at random, the others are anything.
 */
public final class MatcherBench {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    /** The thread's own time: what else runs on the machine does not count, though it takes its share of the caches. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final int PACKETS = 1 << 15;
    private static final int STRIDE = 64;
    private static final long LEAST_ROUND_NANOS = 300_000_000;
    private static final int[] PORTS = { 20, 21, 22, 23, 25, 53, 67, 80, 110, 123, 135, 137, 139, 143, 161, 179, 389, 443, 445,
            514, 587, 636, 993, 995, 1433, 1521, 1723, 3268, 3306, 3389, 5060, 5432, 5900, 6379, 8000, 8080, 8443, 9200 };

    private final Random random;
    private final Shape shape;
    private final int[] sourceNetworks;
    private final int[] destinationNetworks;

    /** How often addresses and ports are open, and how long prefixes are. */
    private enum Shape {
        ACL(0.002, 0.08, 0.02, 0.04, 0.25, 22, 32), FW(0.004, 0.35, 0.3, 0.15, 0.35, 18, 32),
        IPC(0.003, 0.15, 0.15, 0.1, 0.4, 20, 32);

        private final double anyBoth;
        private final double anySource;
        private final double anyDestination;
        private final double sourcePorts;
        private final double portRanges;
        private final int shortest;
        private final int longest;

        Shape(double anyBoth, double anySource, double anyDestination, double sourcePorts, double portRanges, int shortest,
                int longest) {
            this.anyBoth = anyBoth;
            this.anySource = anySource;
            this.anyDestination = anyDestination;
            this.sourcePorts = sourcePorts;
            this.portRanges = portRanges;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    private MatcherBench(Shape shape, int rules) {
        this.shape = shape;
        random = new Random(97L * rules + shape.ordinal());
        sourceNetworks = random.ints(Math.max(8, rules / 20)).toArray();
        destinationNetworks = random.ints(Math.max(8, rules / 20)).toArray();
    }

    public static void main(String[] arguments) {
        System.out.printf("%-5s %7s %12s %12s %8s %7s %10s %12s%n", "shape", "rules", "linear ns", "matcher ns", "ratio",
                "depth", "build ms", "bytes/rule");
        for (int rules : new int[] { 1_000, 10_000 }) {
            for (Shape shape : Shape.values()) {
                new MatcherBench(shape, rules).measure(rules);
            }
        }
    }

    private void measure(int count) {
        Chain chain = MODEL.createChain();
        for (int i = 0; i < count; i++) {
            chain.getRules().add(rule());
        }
        List<Entry> entries = Entry.of(chain, IpVersion.V4, new Conditions(java.time.ZoneId.systemDefault()));
        long began = System.nanoTime();
        BitMatcher matcher = new BitMatcher(entries, false);
        long buildNanos = System.nanoTime() - began;
        LinearMatcher linear = new LinearMatcher(entries);
        MemorySegment packets = packets(chain.getRules());
        PacketView packet = new PacketView();
        long depth = 0;
        for (int i = 0; i < PACKETS; i++) {
            packet.wrap(packets, (long) i * STRIDE, STRIDE);
            int found = matcher.match(packet);
            depth += found < 0 ? count : found;
            if (found != linear.match(packet)) {
                throw new AssertionError(shape + ": the matcher says " + matcher.match(packet) + ", the scan "
                        + linear.match(packet) + " of " + packet);
            }
        }
        nanosPerPacket(linear, packets);
        nanosPerPacket(matcher, packets);
        double[] scans = new double[ROUNDS];
        double[] matches = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            scans[round] = nanosPerPacket(linear, packets);
            matches[round] = nanosPerPacket(matcher, packets);
        }
        System.out.printf(Locale.ROOT, "%-5s %7d %12.0f %12.1f %8.1f %7d %10.1f %12d%n", shape.name().toLowerCase(Locale.ROOT),
                count, median(scans), median(matches), median(scans) / median(matches), depth / PACKETS,
                buildNanos / 1e6,
                matcher.sizeBytes() / count);
    }

    private static double nanosPerPacket(Matcher matcher, MemorySegment packets) {
        PacketView packet = new PacketView();
        long sum = 0;
        int done = 0;
        long began = THREADS.getCurrentThreadCpuTime();
        long passed = 0;
        while (passed < LEAST_ROUND_NANOS) {
            for (int i = 0; i < PACKETS; i++) {
                packet.wrap(packets, (long) i * STRIDE, STRIDE);
                sum += matcher.match(packet);
            }
            done += PACKETS;
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

    private Rule rule() {
        Rule rule = MODEL.createRule();
        rule.setAction(random.nextBoolean() ? MODEL.createAllow() : MODEL.createDeny());
        rule.setMatch(MODEL.createMatch());
        double open = random.nextDouble() - shape.anyBoth;
        if (open >= shape.anySource) {
            addPrefix(rule.getMatch().getSource(), sourceNetworks);
        }
        if (open >= 0 && (open < shape.anySource || open >= shape.anySource + shape.anyDestination)) {
            addPrefix(rule.getMatch().getDestination(), destinationNetworks);
        }
        Service service = MODEL.createService();
        int kind = random.nextInt(20);
        service.setProtocol(kind < 14 ? 6 : kind < 18 ? 17 : kind < 19 ? 1 : 50);
        if (kind < 18) {
            service.setSourcePort(random.nextDouble() < shape.sourcePorts ? ports() : null);
            service.setDestinationPort(random.nextDouble() < 0.9 ? ports() : null);
        } else if (kind == 18) {
            service.setIcmpType(random.nextInt(12));
        }
        rule.getMatch().getService().add(service);
        return rule;
    }

    private void addPrefix(List<AddressTerm> terms, int[] networks) {
        int length = shape.shortest + random.nextInt(shape.longest - shape.shortest + 1);
        int network = networks[random.nextInt(networks.length)];
        int address = network & 0xffff_0000 | random.nextInt(0x10000);
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.containing(IpAddress.v4(address), length));
        terms.add(prefix);
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        if (random.nextDouble() < shape.portRanges) {
            int low = random.nextInt(4) == 0 ? 1024 : random.nextInt(60_000);
            int high = random.nextInt(4) == 0 ? 65_535 : Math.min(65_535, low + random.nextInt(2_000));
            condition.setOperator(PortOperator.RANGE);
            condition.setPorts(NumberSet.ofRange(low, high));
        } else {
            condition.setOperator(PortOperator.EQ);
            condition.setPorts(NumberSet.of(PORTS[random.nextInt(PORTS.length)]));
        }
        return condition;
    }

    /** One behind the other, as a receive ring has them. */
    private MemorySegment packets(List<Rule> rules) {
        MemorySegment packets = MemorySegment.ofArray(new byte[PACKETS * STRIDE]);
        for (int i = 0; i < PACKETS; i++) {
            Rule rule = random.nextBoolean() ? rules.get(random.nextInt(rules.size())) : rule();
            Service service = (Service) rule.getMatch().getService().get(0);
            IpHeader header = IpHeader.of(address(rule.getMatch().getSource(), sourceNetworks),
                    address(rule.getMatch().getDestination(), destinationNetworks), 64);
            int source = port(service.getSourcePort());
            int destination = port(service.getDestinationPort());
            MemorySegment packet = switch (service.getProtocol()) {
                case 6 -> PacketBuilder.tcp(header, source, destination, 1, 1, random.nextInt(32), 1000);
                case 17 -> PacketBuilder.udp(header, source, destination, new byte[4]);
                case 1 -> PacketBuilder.icmp(header, service.getIcmpType(), 0, 0, MemorySegment.ofArray(new byte[4]));
                default -> PacketBuilder.raw(header, service.getProtocol(), new byte[8]);
            };
            MemorySegment.copy(packet, 0, packets, (long) i * STRIDE, packet.byteSize());
        }
        return packets;
    }

    private IpAddress address(List<AddressTerm> terms, int[] networks) {
        if (terms.isEmpty()) {
            return IpAddress.v4(networks[random.nextInt(networks.length)] & 0xffff_0000 | random.nextInt(0x10000));
        }
        IpPrefix prefix = ((AddressPrefix) terms.get(0)).getPrefix();
        return IpAddress.v4((int) (prefix.address().low() | random.nextInt() & 0xffff_ffffL >>> prefix.length()));
    }

    private int port(PortCondition condition) {
        if (condition == null) {
            return random.nextInt(0x10000);
        }
        int low = condition.getPorts().ranges().get(0).low();
        return low + random.nextInt(condition.getPorts().ranges().get(0).high() - low + 1);
    }
}
