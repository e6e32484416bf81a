import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.hopwarden.analysis.ClassBenchRules;
import org.hopwarden.analysis.ClassBenchRules.Shape;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;

/**
 * What 60-byte frames cost a router in a namespace: without rules, with 10,000 rules settled in the kernel, of each shape, and with the same rules one behind the other
 * in nftables. The lists end in allow. Measured is the processor time of a sender in C (traffic.c), in which the router works, for each frame that is delivered: once with
 * frames of which no address lies in a block that a rule speaks of, once with a mix of which half is made to fit a rule picked at random and half has addresses beside it, as far as the rules
 * allow them. All ways come in turns. Run by {@code releng/bench/run kernel}, which compiles the sender. It asserts nothing.
 */
final class KernelBench {

    private static final int RULES = Integer.getInteger("rules", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final List<Shape> SHAPES = Arrays.stream(System.getProperty("shapes", "ACL,IPC,FW").split(",")).map(Shape::valueOf).toList();
    private static final double FLOOD_SECONDS = 0.5;
    private static final int MIXED = 4096;
    private static final long SEED = 7;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String PLAIN = "forwarding";
    private static final String MIX = ", mix";
    private static final String LINEAR = "nft linear, acl";

    private KernelBench() {
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("enforce")) {
            enforce(Shape.valueOf(args[1]));
        } else {
            compare(Path.of(args[1]));
        }
    }

    private static Policy policy(Shape shape) {
        Policy policy = ClassBenchRules.policy(shape, RULES, SEED);
        policy.getChains().getFirst().setEnd(ChainEnd.ALLOW);
        return policy;
    }

    /** A router, and the packets that are sent through it; null for one packet that no rule speaks of. */
    private record Way(String name, NamespaceNetwork network, Path mix, String yardstick) {
    }

    private static void compare(Path scratch) throws Exception {
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        List<Way> ways = new ArrayList<>();
        List<Process> enforcing = new ArrayList<>();
        try {
            NamespaceNetwork plain = build();
            ways.add(new Way(PLAIN, plain, null, PLAIN));
            ways.add(new Way(PLAIN + MIX, plain, mix(SHAPES.getFirst(), scratch), PLAIN + MIX));
            for (Shape shape : SHAPES) {
                String name = "kernel back end, " + shape.name().toLowerCase(Locale.ROOT);
                NamespaceNetwork network = build();
                ways.add(new Way(name, network, null, PLAIN));
                ways.add(new Way(name + MIX, network, mix(shape, scratch), PLAIN + MIX));
                Process process = java(network, "middle", "enforce", shape.name()).start();
                enforcing.add(process);
                System.out.println(name + ": " + firstLine(process));
            }
            ways.add(new Way(LINEAR, build(), null, PLAIN));
            loadLinear(ways.getLast().network);
            measure(ways, scratch);
        } finally {
            for (Process process : enforcing) {
                process.getOutputStream().close();
                // What it has counted; nothing where it failed.
                System.out.println(process.inputReader(StandardCharsets.UTF_8).readLine());
                process.waitFor();
            }
            ways.forEach(way -> way.network.close());
        }
    }

    /** Packets for or near rules, all of which the rules allow, as traffic.c reads them. */
    private static Path mix(Shape shape, Path scratch) throws Exception {
        Policy policy = policy(shape);
        CompiledPolicy compiled = CompiledPolicy.compile(policy);
        List<Rule> rules = policy.getChains().getFirst().getRules();
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MIXED;) {
            Match match = rules.get(random.nextInt(rules.size())).getMatch();
            int near = i % 2 == 0 ? 0 : random.nextInt(1 << random.nextInt(1, 17));
            IpAddress source = address(match.getSource(), near, random);
            IpAddress destination = address(match.getDestination(), near, random);
            boolean tcp = !match.getService().isEmpty() && ((Service) match.getService().getFirst()).getProtocol() == IpProtocol.TCP;
            int port = port(match, random);
            IpHeader header = IpHeader.of(source, destination, 64);
            MemorySegment packet = tcp ? PacketBuilder.tcp(header, 4000, port, 1, 0, TcpFlags.SYN, 0) : PacketBuilder.udp(header, 4000, port, new byte[18]);
            if (isRouted(source) && isRouted(destination) && CompiledPolicy.isAllow(compiled.decide(PacketView.of(packet), Direction.FORWARD))) {
                text.append(source).append(' ').append(destination).append(tcp ? " 6 " : " 17 ").append("4000 ").append(port).append('\n');
                i++;
            }
        }
        return Files.writeString(scratch.resolve(shape + ".packets"), text);
    }

    private static IpAddress address(List<AddressTerm> terms, int near, Random random) {
        if (terms.isEmpty()) {
            return IpAddress.v4(random.nextInt());
        }
        IpPrefix prefix = ((AddressPrefix) terms.getFirst()).getPrefix();
        int host = prefix.length() == 0 ? random.nextInt() : random.nextInt() >>> 1 & (int) ((1L << 32 - prefix.length()) - 1);
        return IpAddress.v4((int) prefix.address().low() ^ host ^ near);
    }

    private static int port(Match match, Random random) {
        if (!match.getService().isEmpty() && ((Service) match.getService().getFirst()).getDestinationPort() != null) {
            return ((Service) match.getService().getFirst()).getDestinationPort().getPorts().ranges().getFirst().low();
        }
        return 1 + random.nextInt(65_000);
    }

    /** No router takes others. */
    private static boolean isRouted(IpAddress address) {
        int first = (int) (address.low() >>> 24 & 0xff);
        return first > 0 && first != 10 && first != 127 && first < 224;
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

    private static void measure(List<Way> ways, Path scratch) throws IOException, InterruptedException {
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        // The first round warms up and does not count.
        for (int round = 0; round <= ROUNDS; round++) {
            Map<String, Double> found = new LinkedHashMap<>();
            for (Way way : ways) {
                found.put(way.name, nanosOfFrame(way, scratch));
                if (round > 0) {
                    nanos.computeIfAbsent(way.name, w -> new ArrayList<>()).add(found.get(way.name));
                    ratios.computeIfAbsent(way.name, w -> new ArrayList<>()).add(found.get(way.yardstick) / found.get(way.name));
                }
            }
        }
        System.out.println("Processor time for each 60-byte frame delivered, medians of " + ROUNDS + " rounds, and the speed to forwarding in the same round:");
        nanos.forEach((way, values) -> System.out.printf(Locale.ROOT, "  %-28s %9.0f ns  (%.0f to %.0f)  %.3f of forwarding (%.3f to %.3f)%n",
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
                    "route add default via 10.7.1.77",
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
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IOException("a program that is measured has ended: " + process.info().commandLine().orElse(""));
        }
        return line;
    }

    private static double nanosOfFrame(Way way, Path scratch) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(scratch.resolve("traffic").toString(), way.mix == null ? "flood" : "mix", "eth0",
                mac(way.network, "middle", "left")));
        line.addAll(way.mix == null ? List.of("10.7.0.1", "10.7.1.77") : List.of(way.mix.toString()));
        line.add(Double.toString(FLOOD_SECONDS));
        long before = delivered(way.network);
        Process flood = way.network.process("a", line.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] words = firstLine(flood).split(" ");
        flood.waitFor();
        return Double.parseDouble(words[2]) * 1e9 / Math.max(1, delivered(way.network) - before);
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
}
