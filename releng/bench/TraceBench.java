import java.io.IOException;
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
                        System.getProperty("bench.source"), args[0], target.toString()).inheritIO().start();
                if (process.waitFor() != 0) {
                    System.exit(5);
                }
            }
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
