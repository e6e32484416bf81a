import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;

import org.hopwarden.lab.NamespaceNetwork;

/**
 * What passes between two hosts in namespaces, and how fast, through each of several ways, one after the other in each round: 60-byte
 * UDP frames from one busy sender, counted where they arrive; one TCP connection with offloads on; and round trips of single
 * datagrams. Traffic and yardsticks are C programs (traffic.c, bridge.c, nfqueue.c); ours is {@code hopwarden enforce}. Run by {@code
 * releng/bench/run bridge} or {@code nfqueue}, which compile them. It asserts nothing.
 */
final class LiveBench {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String KERNEL = "kernel forwarding";
    private static final List<Integer> RULES = List.of(1, 10_000);
    private static final int QUEUE = 7;
    /** Without the partial checksums that hosts on a veth leave to it, so that only whole frames arrive. */
    private static final String SHORT_ALONE = "C bridge, short frames alone";

    /** Where as few packets may wait as in our own queues. */
    private static final String SHORT_QUEUE = "C queue, as short as ours";

    private final Path programs;
    private final Path scratch;
    private final List<Way> ways = new ArrayList<>();

    /** A network with one way through its middle. */
    private final class Way implements AutoCloseable {

        private final String name;
        private final boolean routed;
        private final NamespaceNetwork network = NamespaceNetwork.open();
        private final List<Process> processes = new ArrayList<>();
        private final Process echo;
        private final Process sink;
        private final BufferedReader sunk;
        private Process middle;

        Way(String name, boolean routed) throws IOException {
            this.name = name;
            this.routed = routed;
            try {
                for (String node : List.of("a", "middle", "b")) {
                    network.addNode(node);
                }
                network.link("a", "eth0", "middle", "left");
                network.link("middle", "right", "b", "eth0");
                network.ip("a", List.of("addr add 10.7.0.1/24 dev eth0"));
                network.ip("b", List.of("addr add " + target() + "/24 dev eth0"));
                // What is sent to no address of b must end there without an answer.
                network.run("b", TIMEOUT, "sh", "-ec", "echo 0 > /proc/sys/net/ipv4/ip_forward").orThrow();
                if (routed) {
                    network.ip("a", List.of("route add default via 10.7.0.254"));
                    network.ip("b", List.of("route add default via 10.7.1.254"));
                    network.ip("middle", List.of("addr add 10.7.0.254/24 dev left", "addr add 10.7.1.254/24 dev right",
                            "neigh add " + unused() + " lladdr " + mac("b", "eth0") + " dev right nud permanent"));
                }
                echo = start("b", "traffic", "echo", target(), "7");
                sink = start("b", "traffic", "sink", target(), "9");
                sunk = sink.inputReader(StandardCharsets.UTF_8);
                expect("ready", echo.inputReader(StandardCharsets.UTF_8));
                expect("ready", sunk);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }

        String target() {
            return routed ? "10.7.1.2" : "10.7.0.2";
        }

        String unused() {
            return routed ? "10.7.1.77" : "10.7.0.77";
        }

        private String mac(String node, String interfaceName) throws IOException {
            String line = network.run(node, TIMEOUT, "ip", "-br", "link", "show", "dev", interfaceName).orThrow().stdout();
            return line.strip().split("\\s+")[2];
        }

        private Process start(String node, String program, String... args) throws IOException {
            List<String> line = new ArrayList<>(List.of(programs.resolve(program).toString()));
            line.addAll(List.of(args));
            Process process = network.process(node, line.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            processes.add(process);
            return process;
        }

        private void expect(String word, BufferedReader from) throws IOException {
            String line = from.readLine();
            if (!word.equals(line)) {
                throw new IOException(name + ": said '" + line + "' in the place of '" + word + "'");
            }
        }

        Way program(String program, String... args) throws IOException {
            middle = start("middle", program, args);
            expect("enforcing", middle.inputReader(StandardCharsets.UTF_8));
            return this;
        }

        Way enforce(String classPath, Path policy, String... place) throws IOException {
            List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC", "-cp", classPath, "org.hopwarden.cli.Main", "enforce", policy.toString()));
            line.addAll(List.of(place));
            middle = network.process("middle", line.toArray(String[]::new)).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            processes.add(middle);
            BufferedReader said = middle.errorReader(StandardCharsets.UTF_8);
            for (String each = said.readLine(); !"enforcing".equals(each); each = said.readLine()) {
                if (each == null) {
                    throw new IOException(name + ": did not start");
                }
                System.err.println(name + ": " + each);
            }
            return this;
        }

        Way run(String... command) throws IOException {
            network.run("middle", TIMEOUT, command).orThrow();
            return this;
        }

        /** Packets a second in thousands, and the nanoseconds for which the way's own program ran for each of them. */
        double[] flood() throws IOException, InterruptedException {
            Process flood = start("a", "traffic", "flood", "eth0", routed ? mac("middle", "left") : mac("b", "eth0"), "10.7.0.1", unused(),
                    "1.3");
            Process count = start("b", "traffic", "count", "eth0", "0.2", "1");
            Thread.sleep(250);
            long ranBefore = ranNanos();
            long start = System.nanoTime();
            double rate = Double.parseDouble(firstLine(count));
            double busy = (ranNanos() - ranBefore) / (double) (System.nanoTime() - start);
            flood.waitFor();
            return new double[] { rate / 1000, busy * 1e9 / rate };
        }

        /** For how long the threads of the way's own program have run. */
        private long ranNanos() throws IOException {
            long sum = 0;
            if (middle != null) {
                try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(middle.pid()), "task"))) {
                    for (Path each : threads) {
                        sum += Long.parseLong(Files.readString(each.resolve("schedstat")).split(" ")[0]);
                    }
                }
            }
            return sum;
        }

        double gigabitsPerSecond() throws IOException {
            start("a", "traffic", "stream", target(), "9", "1");
            return Double.parseDouble(sunk.readLine());
        }

        /** Median and 99th percentile in microseconds. */
        double[] roundTrips() throws IOException {
            String line = firstLine(start("a", "traffic", "ping", target(), "7", "0.5"));
            return Arrays.stream(line.split(" ")).mapToDouble(each -> Double.parseDouble(each) / 1000).toArray();
        }

        private String firstLine(Process process) throws IOException {
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) {
                throw new IOException(name + ": the traffic failed");
            }
            return line;
        }

        @Override
        public void close() {
            processes.forEach(Process::destroy);
            for (Process each : processes) {
                try {
                    if (!each.waitFor(5, TimeUnit.SECONDS)) {
                        each.destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            network.close();
        }
    }

    private LiveBench(Path programs, Path scratch) {
        this.programs = programs;
        this.scratch = scratch;
    }

    /** @param args the launcher, not used; {@code bridge} or {@code nfqueue}; the folder of the C programs; what the names of ways hold */
    public static void main(String[] args) throws IOException, InterruptedException {
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        LiveBench bench = new LiveBench(Path.of(args[2]), Files.createTempDirectory("live"));
        try {
            bench.build(args[1], Arrays.asList(args).subList(3, args.length));
            bench.measure();
        } finally {
            bench.ways.forEach(Way::close);
            for (Path each : Files.list(bench.scratch).toList()) {
                Files.delete(each);
            }
            Files.delete(bench.scratch);
        }
    }

    private interface Setup {
        void start(Way way) throws IOException;
    }

    private void build(String place, List<String> chosen) throws IOException {
        String ownClasses = System.getProperty("java.class.path");
        String otherClasses = System.getenv("HOPWARDEN_OTHER_CLASS_PATH");
        add(chosen, KERNEL, true, way -> { });
        if (place.equals("bridge")) {
            add(chosen, "kernel bridge", false, way -> way.network.ip("middle", List.of("link add br0 type bridge",
                    "link set left master br0", "link set right master br0", "link set br0 up")));
            add(chosen, "C bridge", false, way -> way.program("bridge", "left", "right"));
            add(chosen, SHORT_ALONE, false, way -> way.program("bridge", "-p", "left", "right"));
        } else {
            String[] hook = { "iptables", "-t", "mangle", "-A", "FORWARD", "-j", "NFQUEUE", "--queue-num", "" + QUEUE };
            add(chosen, "C queue", true, way -> way.run(hook).program("nfqueue", "" + QUEUE));
            add(chosen, SHORT_QUEUE, true, way -> way.run(hook).program("nfqueue", "-l", "2048", "" + QUEUE));
        }
        String[] where = place.equals("bridge") ? new String[] { "--bridge", "left,right" } : new String[] { "--nfqueue", "--hook", "forward" };
        for (int rules : RULES) {
            LiveRules list = LiveRules.random(rules);
            Path policy = list.savePolicy(scratch.resolve(rules + ".hwpolicy"));
            String words = rules == 1 ? "1 rule" : String.format(Locale.ROOT, "%,d rules", rules);
            add(chosen, "ours, " + words, place.equals("nfqueue"), way -> way.enforce(ownClasses, policy, where));
            if (otherClasses != null) {
                add(chosen, "other build, " + words, place.equals("nfqueue"), way -> way.enforce(otherClasses, policy, where));
            }
            if (place.equals("nfqueue")) {
                Path nft = Files.writeString(scratch.resolve(rules + ".nft"), list.nft());
                add(chosen, "nft linear, " + words, true, way -> way.run("nft", "-f", nft.toString()));
            }
        }
    }

    private void add(List<String> chosen, String name, boolean routed, Setup setup) throws IOException {
        if (chosen.isEmpty() || name.equals(KERNEL) || chosen.stream().anyMatch(name::contains)) {
            Way way = new Way(name, routed);
            ways.add(way);
            setup.start(way);
        }
    }

    private void measure() throws IOException, InterruptedException {
        Map<String, List<Double>> packets = new LinkedHashMap<>();
        Map<String, List<Double>> busy = new LinkedHashMap<>();
        Map<String, List<Double>> bulk = new LinkedHashMap<>();
        Map<String, List<Double>> median = new LinkedHashMap<>();
        Map<String, List<Double>> late = new LinkedHashMap<>();
        // The first two rounds warm up, as an enforcement runs for long, and do not count.
        for (int round = -2; round < ROUNDS; round++) {
            for (Way way : ways) {
                boolean whole = !way.name.equals(SHORT_ALONE);
                double[] trips = whole ? way.roundTrips() : null;
                double[] flooded = way.flood();
                double gigabits = whole ? way.gigabitsPerSecond() : 0;
                if (round >= 0) {
                    packets.computeIfAbsent(way.name, w -> new ArrayList<>()).add(flooded[0]);
                }
                if (round >= 0 && way.middle != null) {
                    busy.computeIfAbsent(way.name, w -> new ArrayList<>()).add(flooded[1]);
                }
                if (round >= 0 && whole) {
                    bulk.computeIfAbsent(way.name, w -> new ArrayList<>()).add(gigabits);
                    median.computeIfAbsent(way.name, w -> new ArrayList<>()).add(trips[0]);
                    late.computeIfAbsent(way.name, w -> new ArrayList<>()).add(trips[1]);
                }
            }
        }
        print("60-byte UDP frames delivered, thousands a second", packets);
        print("processor time of the program itself for each of them, ns", busy);
        print("one TCP connection, Gbit/s", bulk);
        print("round trip of a datagram, median, us", median);
        print("round trip of a datagram, 99th percentile, us", late);
    }

    private void print(String what, Map<String, List<Double>> results) {
        System.out.println(what + ", medians of " + ROUNDS + ":");
        String yardstickName = results.keySet().iterator().next();
        double yardstick = median(results.get(yardstickName));
        results.forEach((way, values) -> System.out.printf(Locale.ROOT, "  %-30s %8.1f  (%.1f to %.1f)  %.2f of %s%n", way,
                median(values), values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow(), median(values) / yardstick, yardstickName));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
