import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.InlineBridge;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * How much passes between two hosts in namespaces: through kernel forwarding, a kernel bridge, and our inline bridge, one after
 * the other in each round. Small packets are 60-byte UDP frames from one busy sender; bulk is one TCP connection with offloads
 * on. Run by {@code releng/bench/run}. It asserts nothing.
 */
final class BridgeBench {

    private static final int ROUNDS = 5;
    private static final int FLOOD_SECONDS = 2;
    private static final long BULK_BYTES = 500_000_000;
    private static final long DEADLINE_NANOS = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String KERNEL = "kernel forwarding";
    private static final String OURS = "our inline bridge";
    private static final List<String> WAYS = List.of(KERNEL, "kernel bridge", OURS);

    private BridgeBench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException, PolicyCompileException {
        switch (args.length < 2 ? "" : args[0]) {
            case "bridge" -> bridge(args[1], args[2]);
            case "flood" -> flood(args[1], args[2]);
            case "serve" -> serve(args[1]);
            case "send" -> send(args[1]);
            default -> compare();
        }
    }

    private static void compare() throws IOException, InterruptedException {
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        Map<String, NamespaceNetwork> networks = new LinkedHashMap<>();
        Process bridge = null;
        try {
            for (String way : WAYS) {
                networks.put(way, build(way));
            }
            bridge = startBridge(networks.get(OURS));
            measure(networks);
        } finally {
            if (bridge != null) {
                bridge.getOutputStream().close();
                bridge.waitFor();
            }
            networks.values().forEach(NamespaceNetwork::close);
        }
    }

    private static void measure(Map<String, NamespaceNetwork> networks) throws IOException, InterruptedException {
        Map<String, List<Double>> packets = new LinkedHashMap<>();
        Map<String, List<Double>> bulk = new LinkedHashMap<>();
        // The first round warms up, as a bridge runs for long, and does not count.
        for (int round = 0; round <= ROUNDS && System.nanoTime() < DEADLINE_NANOS; round++) {
            for (String way : WAYS) {
                double rate = packetsPerSecond(networks.get(way), way);
                double gigabits = gigabitsPerSecond(networks.get(way), way);
                if (round > 0) {
                    packets.computeIfAbsent(way, w -> new ArrayList<>()).add(rate);
                    bulk.computeIfAbsent(way, w -> new ArrayList<>()).add(gigabits);
                }
            }
        }
        print("60-byte UDP frames delivered, thousands a second", packets);
        print("one TCP connection, Gbit/s", bulk);
    }

    private static NamespaceNetwork build(String way) throws IOException {
        NamespaceNetwork network = NamespaceNetwork.open();
        try {
            for (String node : List.of("a", "middle", "b")) {
                network.addNode(node);
            }
            network.link("a", "eth0", "middle", "left");
            network.link("middle", "right", "b", "eth0");
            boolean routed = way.equals(KERNEL);
            network.ip("a", List.of("addr add 10.7.0.1/24 dev eth0"));
            network.ip("b", List.of("addr add " + target(way) + "/24 dev eth0"));
            // What is sent to no address of b must end there without an answer.
            network.run("b", TIMEOUT, "sh", "-ec", "echo 0 > /proc/sys/net/ipv4/ip_forward").orThrow();
            if (routed) {
                network.ip("a", List.of("route add default via 10.7.0.254"));
                network.ip("b", List.of("route add default via 10.7.1.254"));
                network.ip("middle", List.of("addr add 10.7.0.254/24 dev left", "addr add 10.7.1.254/24 dev right",
                        "neigh add 10.7.1.77 lladdr " + mac(network, "b", "eth0") + " dev right nud permanent"));
            } else if (way.equals("kernel bridge")) {
                network.ip("middle", List.of("link add br0 type bridge", "link set left master br0",
                        "link set right master br0", "link set br0 up"));
            }
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static String target(String way) {
        return way.equals(KERNEL) ? "10.7.1.2" : "10.7.0.2";
    }

    private static String mac(NamespaceNetwork network, String node, String interfaceName) throws IOException {
        String line = network.run(node, TIMEOUT, "ip", "-br", "link", "show", "dev", interfaceName).orThrow().stdout();
        return line.strip().split("\\s+")[2];
    }

    private static ProcessBuilder java(NamespaceNetwork network, String node, String... args) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                BridgeBench.class.getName()));
        line.addAll(List.of(args));
        return network.process(node, line.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    private static Process startBridge(NamespaceNetwork network) throws IOException {
        Process process = java(network, "middle", "bridge", "left", "right").start();
        if (!"enforcing".equals(firstLine(process))) {
            throw new IOException("the bridge did not start");
        }
        return process;
    }

    private static double packetsPerSecond(NamespaceNetwork network, String way) throws IOException, InterruptedException {
        boolean routed = way.equals(KERNEL);
        String to = routed ? mac(network, "middle", "left") : mac(network, "b", "eth0");
        long before = delivered(network);
        Process flood = java(network, "a", "flood", to, routed ? "10.7.1.77" : "10.7.0.77").start();
        double seconds = Double.parseDouble(firstLine(flood));
        flood.waitFor();
        return (delivered(network) - before) / seconds / 1000;
    }

    private static long delivered(NamespaceNetwork network) throws IOException {
        return Long.parseLong(network.run("b", TIMEOUT, "sh", "-c", "sed -n 's/.*eth0: *[0-9]* *\\([0-9]*\\) .*/\\1/p' "
                + "/proc/net/dev").orThrow().stdout().strip());
    }

    private static double gigabitsPerSecond(NamespaceNetwork network, String way) throws IOException, InterruptedException {
        Process server = java(network, "b", "serve", target(way)).start();
        firstLine(server);
        Process client = java(network, "a", "send", target(way)).start();
        double seconds = Double.parseDouble(firstLine(client));
        client.waitFor();
        server.waitFor();
        return BULK_BYTES * 8 / seconds / 1e9;
    }

    private static void print(String what, Map<String, List<Double>> results) {
        System.out.println(what + ", medians of " + results.get(KERNEL).size() + ":");
        double kernel = median(results.get(KERNEL));
        results.forEach((way, values) -> System.out.printf("  %-20s %8.1f  (%.1f to %.1f)  %.2f of kernel forwarding%n", way,
                median(values), values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow(), median(values) / kernel));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void bridge(String first, String second) throws IOException, PolicyCompileException {
        Rule all = RulemodelFactory.eINSTANCE.createRule();
        all.setMatch(RulemodelFactory.eINSTANCE.createMatch());
        all.setAction(RulemodelFactory.eINSTANCE.createAllow());
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName("all");
        chain.getRules().add(all);
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        policy.getChains().add(chain);
        try (InlineBridge bridge = InlineBridge.start(first, second, CompiledPolicy.compile(policy), VerdictListener.NONE, false)) {
            System.out.println("enforcing");
            System.in.readAllBytes();
        }
    }

    private static void flood(String mac, String to) throws IOException {
        String own = NetworkInterfaces.list().stream().filter(each -> each.name().equals("eth0")).findFirst().orElseThrow()
                .mac();
        MemorySegment packet = PacketBuilder.udp(IpHeader.of(IpAddress.parse("10.7.0.1"), IpAddress.parse(to), 64), 4000, 9,
                new byte[18]);
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

    private static void serve(String address) throws IOException {
        try (ServerSocket server = new ServerSocket(5001, 1, InetAddress.getByName(address))) {
            System.out.println("serving");
            try (Socket socket = server.accept(); InputStream in = socket.getInputStream()) {
                byte[] buffer = new byte[1 << 18];
                long left = BULK_BYTES;
                for (int n; left > 0 && (n = in.read(buffer)) >= 0;) {
                    left -= n;
                }
                socket.getOutputStream().write(1);
            }
        }
    }

    private static void send(String address) throws IOException {
        byte[] buffer = new byte[1 << 18];
        try (Socket socket = new Socket(address, 5001); OutputStream out = socket.getOutputStream()) {
            long start = System.nanoTime();
            for (long left = BULK_BYTES; left > 0;) {
                int n = (int) Math.min(left, buffer.length);
                out.write(buffer, 0, n);
                left -= n;
            }
            if (socket.getInputStream().read() != 1) {
                throw new IOException("the other end broke off");
            }
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }
}
