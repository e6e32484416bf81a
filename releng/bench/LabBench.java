import java.lang.foreign.MemorySegment;
import java.time.Duration;

import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.PacketPort;

/**
 * How many packets a second a simulated network carries: probes with a TTL of 1 to 4 go into a chain of three routers, and
 * each is answered. Prints the best and the middle one of ten rounds on virtual time, in one thread.
 */
public final class LabBench {

    private static final int PROBES = 200_000;
    private static final int ROUNDS = 10;

    private LabBench() {
    }

    public static void main(String[] arguments) throws Exception {
        Topology topology = Topology.parse(chain(), "chain");
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = round(topology);
        }
        java.util.Arrays.sort(rates);
        System.out.printf("probes sent and answered per second: best %,.0f, median %,.0f%n", rates[ROUNDS - 1],
                rates[ROUNDS / 2]);
    }

    private static double round(Topology topology) throws Exception {
        try (PacketPort port = SimulatedNetwork.of(topology).viewpointPort()) {
            IpAddress target = topology.lookup("z").getFirst();
            IpHeader[] headers = new IpHeader[4];
            for (int ttl = 1; ttl <= 4; ttl++) {
                headers[ttl - 1] = IpHeader.of(port.sourceFor(target), target, ttl);
            }
            long[] received = { 0 };
            long start = System.nanoTime();
            for (int i = 0; i < PROBES; i++) {
                MemorySegment probe = PacketBuilder.udp(headers[i & 3], 40_000 + (i >>> 14), 33_434 + (i >>> 2 & 1023),
                        new byte[12]);
                port.send(probe);
                if ((i & 63) == 63) {
                    port.receive((segment, offset, length, time, direction) -> received[0] += direction.ordinal(),
                            port.nowNanos() + 640_000);
                }
            }
            long end = port.nowNanos() + Duration.ofSeconds(1).toNanos();
            while (port.nowNanos() < end) {
                port.receive((segment, offset, length, time, direction) -> received[0] += direction.ordinal(), end);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (received[0] != PROBES) {
                throw new IllegalStateException(received[0] + " of " + PROBES + " answered");
            }
            return PROBES / seconds;
        }
    }

    private static String chain() {
        StringBuilder text = new StringBuilder("""
                name = "chain"
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "z"
                """);
        String[] nodes = { "a", "r1", "r2", "r3", "z" };
        for (int i = 1; i < 4; i++) {
            text.append("[[router]]\nname = \"r").append(i).append("\"\n");
        }
        for (int i = 0; i < 4; i++) {
            text.append("[[link]]\nbetween = [\"").append(nodes[i]).append("\", \"").append(nodes[i + 1])
                    .append("\"]\nprefix = \"10.0.").append(i).append(".0/24\"\nlatency = \"1 ms\"\n");
        }
        return text.toString();
    }
}
