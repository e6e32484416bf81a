import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceDiamond;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.MultipathTracer;
import org.hopwarden.probe.TraceRequest;

/**
 * All paths through a diamond of four in network namespaces: how often complete, with how many probes, how fast, in a warm process,
 * beside {@code scamper -c tracelb}. Run by {@code releng/bench/run}. It asserts nothing.
 */
final class MultipathBench {

    private static final int WIDTH = 4;
    private static final int NODES = 9;
    private static final int WARM_UP_ROUNDS = 100;
    private static final int ROUNDS = 200;
    private static final int PEER_ROUNDS = 5;
    private static final Pattern PEER_PROBES = Pattern.compile("\"probec\"\\s*:\\s*(\\d+)");
    private static final Pattern PEER_NODES = Pattern.compile("\"nodec\"\\s*:\\s*(\\d+)");

    private MultipathBench() {
    }

    /** @param args the launcher; inside the network also the target */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) {
            measure(args[1]);
            return;
        }
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        try (NamespaceDiamond diamond = NamespaceDiamond.open(WIDTH)) {
            for (IpVersion version : IpVersion.values()) {
                System.out.println("diamond of " + WIDTH + ", IP" + version.number() + ", ICMP limits off:");
                Process process = diamond.namespaces().process(NamespaceDiamond.SOURCE,
                        System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), MultipathBench.class.getName(), args[0], diamond.target(version))
                        .inheritIO().start();
                if (process.waitFor() != 0) {
                    System.exit(5);
                }
            }
        }
    }

    /** Runs in the network's source. */
    private static void measure(String target) throws IOException, InterruptedException {
        for (MultipathAlgorithm algorithm : MultipathAlgorithm.values()) {
            List<Double> millis = new ArrayList<>();
            long probes = 0;
            int complete = 0;
            for (int i = -WARM_UP_ROUNDS; i < ROUNDS; i++) {
                long start = System.nanoTime();
                MultipathTrace trace = trace(IpAddress.parse(target), algorithm);
                if (i >= 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                    probes += trace.trace().probes();
                    complete += trace.graph().nodes().size() == NODES ? 1 : 0;
                }
            }
            print("ours, " + algorithm.id(), millis, (double) probes / ROUNDS, complete, ROUNDS);
        }
        List<Double> millis = new ArrayList<>();
        long probes = 0;
        int complete = 0;
        for (int i = 0; i < PEER_ROUNDS; i++) {
            long start = System.nanoTime();
            Process process;
            try {
                process = new ProcessBuilder("scamper", "-O", "json", "-c", "tracelb", "-i", target)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException e) {
                System.out.println("  scamper: not measured (Debian package scamper): " + e.getMessage());
                return;
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(60, TimeUnit.SECONDS);
            millis.add((System.nanoTime() - start) / 1e6);
            probes += number(PEER_PROBES, out);
            complete += number(PEER_NODES, out) >= NODES ? 1 : 0;
        }
        print("scamper -c tracelb", millis, (double) probes / PEER_ROUNDS, complete, PEER_ROUNDS);
    }

    private static MultipathTrace trace(IpAddress target, MultipathAlgorithm algorithm) throws IOException {
        MultipathRequest request = MultipathRequest.of(TraceRequest.of(target.toString(), target, "udp")).with(algorithm);
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            return MultipathTracer.run(request, port, event -> { }, () -> false);
        }
    }

    private static int number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static void print(String what, List<Double> millis, double probes, int complete, int rounds) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "  %-20s complete %d of %d, probes %.1f in the mean, median %.1f ms, slowest %.1f ms%n", what,
                complete, rounds, probes, sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
