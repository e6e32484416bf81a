import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceManner;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;

/**
 * How long a complete trace over ten routers takes: ours in a warm process and as a command, and traceroute's, one after the
 * other in each round. Run by {@code releng/bench/run}. It asserts nothing.
 */
final class TraceBench {

    private static final int ROUTERS = 10;
    private static final int WARM_UP_ROUNDS = 300;
    private static final int ROUNDS = 15;
    private static final int COMMAND_ROUNDS = 7;
    private static final int COMMAND_TIMEOUT_SECONDS = 20;
    private static final long DEADLINE_NANOS = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);

    private TraceBench() {
    }

    /** @param args the launcher; inside the network also the target */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) {
            measure(args[0], IpAddress.parse(args[1]));
            return;
        }
        if (args.length == 3) {
            measureObstructed(IpAddress.parse(args[1]), args[2]);
            return;
        }
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        try (NamespaceNetwork network = NamespaceNetwork.chain(ROUTERS)) {
            for (IpVersion version : IpVersion.values()) {
                IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
                System.out.println(ROUTERS + " routers, IP" + version.number() + ", 3 probes a hop, medians:");
                Process process = network.process(NamespaceNetwork.SOURCE, System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                        TraceBench.class.getName(), args[0], target.toString()).inheritIO().start();
                if (process.waitFor() != 0) {
                    System.exit(5);
                }
                if (version == IpVersion.V4) {
                    obstruct(network, target);
                }
            }
        }
    }

    /** Three hops fall silent, and then hop 8 drops all that passes. */
    private static void obstruct(NamespaceNetwork network, IpAddress target) throws IOException, InterruptedException {
        Duration timeout = Duration.ofSeconds(10);
        for (String router : List.of("r3", "r5", "r6")) {
            network.run(router, timeout, "nft", "table inet s { chain o { type filter hook output priority 0; "
                    + "icmp type time-exceeded drop; }; }").orThrow();
        }
        inSource(network, target, "silent");
        network.run("r8", timeout, "nft", "table inet b { chain f { type filter hook forward priority 0; drop; }; }").orThrow();
        inSource(network, target, "blocked");
        for (String router : List.of("r3", "r5", "r6")) {
            network.run(router, timeout, "nft", "delete table inet s").orThrow();
        }
        network.run("r8", timeout, "nft", "delete table inet b").orThrow();
    }

    private static void inSource(NamespaceNetwork network, IpAddress target, String what) throws IOException, InterruptedException {
        network.process(NamespaceNetwork.SOURCE, System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), TraceBench.class.getName(), "", target.toString(), what).inheritIO()
                .start().waitFor();
    }

    /** Runs in the network's source, on an obstructed path: ours alone, for the peer needs half a minute and more. */
    private static void measureObstructed(IpAddress target, String what) throws IOException {
        System.out.println("The same path, " + (what.equals("silent") ? "three hops silent:" : "and hop 8 drops all to the target:"));
        for (int i = 0; i < 3; i++) {
            allMethods(target);
        }
        double[] one = new double[5];
        double[] all = new double[5];
        int methods = 0;
        for (int i = 0; i < one.length; i++) {
            long start = System.nanoTime();
            try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
                Tracer.run(TraceRequest.of(target.toString(), target, "icmp"), port, event -> { }, () -> false);
            }
            one[i] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            methods = allMethods(target);
            all[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(one);
        Arrays.sort(all);
        System.out.printf("  ours by ICMP, three probes a hop         %9.2f ms  (%.2f to %.2f)%n", one[2], one[0], one[4]);
        System.out.printf("  ours by %d methods together, one probe    %9.2f ms  (%.2f to %.2f)%n", methods, all[2], all[0], all[4]);
    }

    private static int allMethods(IpAddress target) throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            List<TraceRequest> requests = new ArrayList<>();
            for (ProbeMethod method : ProbeMethods.all()) {
                TraceRequest request = TraceRequest.of(target.toString(), target, method.id()).withQueries(1);
                if (method.suits(request, port)) {
                    requests.add(request);
                }
            }
            return Tracer.runAll(requests, TraceManner.usual(), port, (index, event) -> { }, () -> false).size();
        }
    }

    /** Runs in the network's source. */
    private static void measure(String launcher, IpAddress target) throws IOException, InterruptedException {
        String[] traceroute = { "traceroute", "-I", "-n", target.toString() };
        String[] command = { launcher, "trace", target.toString() };
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            traceOnce(target);
        }
        run(traceroute);
        List<Double> warm = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> nothing = new ArrayList<>();
        for (int i = 0; i < ROUNDS && System.nanoTime() < DEADLINE_NANOS; i++) {
            warm.add(traceOnce(target));
            peer.add(run(traceroute));
            nothing.add(run("true"));
        }
        print("traceroute -I -n", peer, peer);
        print("ours, complete trace in a warm process", warm, peer);
        print("(starting any program from here: true)", nothing, peer);
        if (run(command) < 0) {
            System.out.println("  ours as a command: not measured, " + launcher + " did not run");
            return;
        }
        List<Double> ours = new ArrayList<>();
        List<Double> peerBeside = new ArrayList<>();
        for (int i = 0; i < COMMAND_ROUNDS && System.nanoTime() < DEADLINE_NANOS; i++) {
            ours.add(run(command));
            peerBeside.add(run(traceroute));
        }
        print("ours as a command, ./hopwarden trace", ours, peerBeside);
    }

    /** @return milliseconds from opening the port to the finished trace */
    private static double traceOnce(IpAddress target) throws IOException {
        long start = System.nanoTime();
        Trace trace;
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            trace = Tracer.run(TraceRequest.of(target.toString(), target, "icmp"), port, event -> { }, () -> false);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        if (!trace.reached() || trace.hops().size() != ROUTERS + 1) {
            throw new IllegalStateException("not a whole trace: " + trace);
        }
        return millis;
    }

    /** @return milliseconds from start to end, or -1 where it failed */
    private static double run(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue() == 0 ? (System.nanoTime() - start) / 1e6 : -1;
    }

    private static void print(String what, List<Double> millis, List<Double> peer) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("  %-40s %9.2f ms  (%.2f to %.2f, %d runs)  %.3f of traceroute's%n", what, median(millis),
                sorted[0], sorted[sorted.length - 1], sorted.length, median(millis) / median(peer));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
