import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.hopwarden.analysis.ClassBenchRules;
import org.hopwarden.analysis.ClassBenchRules.Shape;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;

/**
 * How much a router in a namespace forwards of 60-byte UDP frames: without rules, with 10,000 rules settled in the kernel, of each shape, and
 * with the same rules one behind the other in nftables. The packets match no rule, so they are looked up in every set, and the
 * lists end in allow. All ways come in turns. Run by {@code releng/bench/run}. It asserts nothing.
 */
final class KernelBench {

    private static final int RULES = Integer.getInteger("rules", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final List<Shape> SHAPES = Arrays.stream(System.getProperty("shapes", "ACL,IPC,FW").split(",")).map(Shape::valueOf).toList();
    private static final int FLOOD_SECONDS = 2;
    private static final long SEED = 7;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String PLAIN = "forwarding";
    private static final String LINEAR = "nft linear, acl";

    private KernelBench() {
    }

    public static void main(String[] args) throws Exception {
        switch (args.length < 2 ? "" : args[0]) {
            case "flood" -> flood(args[1]);
            case "enforce" -> enforce(Shape.valueOf(args[1]));
            default -> compare();
        }
    }

    private static Policy policy(Shape shape) {
        Policy policy = ClassBenchRules.policy(shape, RULES, SEED);
        policy.getChains().getFirst().setEnd(ChainEnd.ALLOW);
        return policy;
    }

    private static void compare() throws Exception {
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        Map<String, NamespaceNetwork> networks = new LinkedHashMap<>();
        List<Process> enforcing = new ArrayList<>();
        try {
            networks.put(PLAIN, build());
            for (Shape shape : SHAPES) {
                String way = "kernel back end, " + shape.name().toLowerCase(Locale.ROOT);
                networks.put(way, build());
                Process process = java(networks.get(way), "middle", "enforce", shape.name()).start();
                enforcing.add(process);
                System.out.println(way + ": " + firstLine(process));
            }
            networks.put(LINEAR, build());
            loadLinear(networks.get(LINEAR));
            measure(networks);
        } finally {
            for (Process process : enforcing) {
                process.getOutputStream().close();
                System.out.println(firstLine(process));
                process.waitFor();
            }
            networks.values().forEach(NamespaceNetwork::close);
        }
    }

    private static void loadLinear(NamespaceNetwork network) throws Exception {
        // With counters every rule is written by itself.
        String text = Interchange.exporter("nft").orElseThrow().write(policy(Shape.ACL), new ExportOptions(null, Hook.FORWARD, false, true)).text();
        Process process = network.process("middle", "nft", "-f", "-").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("nft did not take the linear rules");
        }
    }

    private static void measure(Map<String, NamespaceNetwork> networks) throws IOException, InterruptedException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        // The first round warms up and does not count.
        for (int round = 0; round <= ROUNDS; round++) {
            double plain = 0;
            for (Map.Entry<String, NamespaceNetwork> way : networks.entrySet()) {
                double rate = packetsPerSecond(way.getValue());
                plain = way.getKey().equals(PLAIN) ? rate : plain;
                if (round > 0) {
                    rates.computeIfAbsent(way.getKey(), w -> new ArrayList<>()).add(rate);
                    ratios.computeIfAbsent(way.getKey(), w -> new ArrayList<>()).add(rate / plain);
                }
            }
        }
        System.out.println("60-byte UDP frames delivered, thousands a second, medians of " + ROUNDS + ":");
        rates.forEach((way, values) -> System.out.printf(Locale.ROOT, "  %-22s %8.1f  (%.1f to %.1f)  %.2f of forwarding in the same round (%.2f to %.2f)%n",
                way, median(values), values.stream().min(Double::compare).orElseThrow(), values.stream().max(Double::compare).orElseThrow(),
                median(ratios.get(way)), ratios.get(way).stream().min(Double::compare).orElseThrow(),
                ratios.get(way).stream().max(Double::compare).orElseThrow()));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static NamespaceNetwork build() throws IOException {
        NamespaceNetwork network = NamespaceNetwork.open();
        try {
            for (String node : List.of("a", "middle", "b")) {
                network.addNode(node);
            }
            network.link("a", "eth0", "middle", "left");
            network.link("middle", "right", "b", "eth0");
            network.ip("a", List.of("addr add 10.7.0.1/24 dev eth0", "route add default via 10.7.0.254"));
            network.ip("b", List.of("addr add 10.7.1.2/24 dev eth0", "route add default via 10.7.1.254"));
            // What is sent to no address of b must end there without an answer.
            network.run("b", TIMEOUT, "sh", "-ec", "echo 0 > /proc/sys/net/ipv4/ip_forward").orThrow();
            network.ip("middle", List.of("addr add 10.7.0.254/24 dev left", "addr add 10.7.1.254/24 dev right",
                    "neigh add 10.7.1.77 lladdr " + mac(network, "b", "eth0") + " dev right nud permanent"));
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static String mac(NamespaceNetwork network, String node, String interfaceName) throws IOException {
        String line = network.run(node, TIMEOUT, "ip", "-br", "link", "show", "dev", interfaceName).orThrow().stdout();
        return line.strip().split("\\s+")[2];
    }

    private static ProcessBuilder java(NamespaceNetwork network, String node, String... args) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-Drules=" + RULES, "-cp", System.getProperty("java.class.path"), KernelBench.class.getName()));
        line.addAll(List.of(args));
        return network.process(node, line.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    private static double packetsPerSecond(NamespaceNetwork network) throws IOException, InterruptedException {
        String to = mac(network, "middle", "left");
        long before = delivered(network);
        Process flood = java(network, "a", "flood", to).start();
        double seconds = Double.parseDouble(firstLine(flood));
        flood.waitFor();
        return (delivered(network) - before) / seconds / 1000;
    }

    private static long delivered(NamespaceNetwork network) throws IOException {
        return Long.parseLong(network.run("b", TIMEOUT, "sh", "-c", "sed -n 's/.*eth0: *[0-9]* *\\([0-9]*\\) .*/\\1/p' /proc/net/dev")
                .orThrow().stdout().strip());
    }

    /** Enforces a list of 10,000 rules on forwarded packets until its input ends. */
    private static void enforce(Shape shape) throws Exception {
        CompiledPolicy policy = CompiledPolicy.compile(policy(shape));
        long start = System.nanoTime();
        try (Enforcer enforcer = EnforcementBackEnds.find("kernel").orElseThrow()
                .start(new Request(policy, Map.of("hook", "forward"), VerdictListener.NONE))) {
            System.out.printf(Locale.ROOT, "%d rules at work after %.1f s%n", RULES, (System.nanoTime() - start) / 1e9);
            System.in.readAllBytes();
            enforcer.close();
            EnforcementStatistics done = enforcer.statistics();
            System.out.println(shape + ": " + done.seen() + " packets, " + done.rules().getFirst().packets() + " of them at the end of the list");
        }
    }

    private static void flood(String mac) throws IOException {
        String own = NetworkInterfaces.list().stream().filter(each -> each.name().equals("eth0")).findFirst().orElseThrow().mac();
        MemorySegment packet = PacketBuilder.udp(IpHeader.of(IpAddress.parse("10.7.0.1"), IpAddress.parse("10.7.1.77"), 64), 4000, 9, new byte[18]);
        byte[] header = HexFormat.of().parseHex((mac + own).replace(":", "") + "0800");
        MemorySegment frame = MemorySegment.ofArray(Arrays.copyOf(header, header.length + (int) packet.byteSize()));
        MemorySegment.copy(packet, 0, frame, header.length, packet.byteSize());
        try (FramePort port = PacketPorts.openFrames("eth0")) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(FLOOD_SECONDS)) {
                for (int i = 0; i < 64; i++) {
                    port.send(frame);
                }
            }
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }
}
