import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;

/**
 * How far the round-trip times of traces differ from those that a capture of the same packets shows: tcpdump's, with nanoseconds,
 * on the interface by which the probes leave. Run by {@code releng/bench/run rtt}. It asserts nothing.
 */
final class RttBench {

    private static final int ROUTERS = 10;
    private static final int WARM_UP_ROUNDS = 100;
    private static final int ROUNDS = 200;
    private static final int STOP_TIMEOUT_SECONDS = 10;

    /** One probe as the capture tells it apart. */
    private record Echo(int identifier, int sequence) {
    }

    private RttBench() {
    }

    /** @param args the launcher, not used; inside the network also the target and a folder */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 3) {
            measure(IpAddress.parse(args[1]), Path.of(args[2]));
            return;
        }
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        Path folder = Files.createTempDirectory("rtt");
        try (NamespaceNetwork network = NamespaceNetwork.chain(ROUTERS)) {
            for (IpVersion version : IpVersion.values()) {
                IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
                System.out.println(ROUTERS + " routers, IP" + version.number() + ", our round-trip times against a capture's:");
                Process process = network.process(NamespaceNetwork.SOURCE, System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                        RttBench.class.getName(), args[0], target.toString(), folder.toString()).inheritIO().start();
                if (process.waitFor() != 0) {
                    System.exit(5);
                }
            }
        } finally {
            Files.deleteIfExists(folder.resolve("rtt.pcap"));
            Files.deleteIfExists(folder);
        }
    }

    /** Runs in the network's source. */
    private static void measure(IpAddress target, Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            trace(target);
        }
        Path file = folder.resolve("rtt.pcap");
        Process tcpdump = new ProcessBuilder("tcpdump", "-i", "right", "-w", file.toString(), "-U", "--immediate-mode", "-s", "128", "-B", "65536",
                "--time-stamp-precision=nano", "icmp or icmp6").redirectErrorStream(true).start();
        // It says so when it listens.
        tcpdump.inputReader().readLine();
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            traces.add(trace(target));
        }
        tcpdump.destroy();
        if (!tcpdump.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            tcpdump.destroyForcibly();
        }
        print(errors(traces, capturedNanos(file, target)));
    }

    private static Trace trace(IpAddress target) throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            return Tracer.run(TraceRequest.of(target.toString(), target, "icmp"), port, event -> { }, () -> false);
        }
    }

    /** For each trace of the capture, in their order, and each TTL, the round-trip times of its probes in their order; -1: none. */
    private static List<Map<Integer, List<Long>>> capturedNanos(Path file, IpAddress target) throws IOException {
        Map<Integer, Map<Integer, List<Long>>> traces = new LinkedHashMap<>();
        Map<Echo, long[]> places = new HashMap<>();
        PacketView view = new PacketView();
        PacketView quoted = new PacketView();
        try (CaptureFile capture = CaptureFile.open(file)) {
            while (capture.next()) {
                if (!capture.ip(view)) {
                    continue;
                }
                boolean v6 = view.isV6();
                if (view.icmpType() == (v6 ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST)) {
                    List<Long> row = traces.computeIfAbsent(view.icmpIdentifier(), id -> new HashMap<>())
                            .computeIfAbsent(view.ttl(), ttl -> new ArrayList<>());
                    places.put(new Echo(view.icmpIdentifier(), view.icmpSequence()),
                            new long[] { capture.timeNanos(), view.ttl(), row.size() });
                    row.add(-1L);
                    continue;
                }
                PacketView probe = view.isIcmpError() && view.quote(quoted) ? quoted : view;
                Echo echo = new Echo(probe.icmpIdentifier(), probe.icmpSequence());
                long[] place = places.remove(echo);
                if (place != null) {
                    traces.get(echo.identifier()).get((int) place[1]).set((int) place[2], capture.timeNanos() - place[0]);
                }
            }
        }
        return List.copyOf(traces.values());
    }

    private static double[] errors(List<Trace> traces, List<Map<Integer, List<Long>>> captured) {
        if (traces.size() != captured.size()) {
            throw new IllegalStateException(traces.size() + " traces, but " + captured.size() + " in the capture");
        }
        List<Double> micros = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            for (Hop hop : traces.get(i).hops()) {
                for (Reply reply : hop.replies()) {
                    long nanos = captured.get(i).get(hop.ttl()).get(reply.query());
                    if (nanos >= 0) {
                        micros.add(Math.abs(reply.rttNanos() - nanos) / 1e3);
                    }
                }
            }
        }
        return micros.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static void print(double[] micros) {
        System.out.printf("  difference of %d round-trip times: median %.1f us, 99th percentile %.1f us, greatest %.1f us%n",
                micros.length, micros[micros.length / 2], micros[(int) (micros.length * 0.99)], Arrays.stream(micros).max().orElse(0));
    }
}
