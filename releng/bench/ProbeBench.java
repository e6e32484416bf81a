import java.time.Duration;
import java.util.Arrays;

import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchRequest;
import org.hopwarden.probe.WatchedHop;
import org.hopwarden.probe.Watcher;

/**
 * How many probes a second are built, sent, matched and folded into statistics, in one thread: a watch over one simulated router, on
 * virtual time, so that nothing is waited for. Run by {@code releng/bench/run probes}. It asserts nothing.
 */
final class ProbeBench {

    private static final int ROUNDS = 100_000;
    private static final int RUNS = 7;
    private static final String TOPOLOGY = """
            name = "two links"
            viewpoint = "a"
            [[host]]
            name = "a"
            [[router]]
            name = "r"
            [[host]]
            name = "z"
            [[link]]
            between = ["a", "r"]
            prefix = "10.7.0.0/24"
            latency = "10 us"
            [[link]]
            between = ["r", "z"]
            prefix = "10.7.1.0/24"
            latency = "10 us"
            """;

    private ProbeBench() {
    }

    /** @param args ignored */
    public static void main(String[] args) throws Exception {
        Topology topology = Topology.parse(TOPOLOGY, "two links");
        for (String method : new String[] { "icmp", "udp", "tcp-syn" }) {
            double[] rates = new double[RUNS];
            long unmatched = 0;
            long sent = 0;
            for (int run = 0; run < RUNS; run++) {
                IpAddress target = topology.lookup("z").getFirst();
                long start = System.nanoTime();
                Watch watch;
                try (PacketPort port = SimulatedNetwork.of(topology).viewpointPort()) {
                    watch = Watcher.run(new WatchRequest(TraceRequest.of("z", target, method), ROUNDS, Duration.ofMillis(1)), false,
                            port, event -> { }, () -> false);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                long probes = watch.hops().stream().mapToLong(WatchedHop::sent).sum();
                rates[run] = probes / seconds;
                sent += probes;
                unmatched += probes - watch.hops().stream().mapToLong(WatchedHop::received).sum();
            }
            Arrays.sort(rates);
            System.out.printf("%-8s %,9.0f probes/s sent and matched (%,.0f to %,.0f), %d of %,d unmatched%n", method, rates[RUNS / 2],
                    rates[0], rates[RUNS - 1], unmatched, sent);
        }
    }
}
