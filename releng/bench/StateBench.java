import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionTracker;
import org.hopwarden.engine.connections.Tracking;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Measures what tracking costs with 100,000 connections in the table, one thread: ns for a packet of a known one, picked at random, both
 * directions, its headers read and what became of it told included; ns for one that opens a connection; and bytes of memory for each.
 */
public final class StateBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FLOWS = 100_000;
    private static final int PACKETS = 1 << 16;
    private static final int STRIDE = 64;
    private static final int ROUNDS = 7;
    private static final int TURNS = 40;
    private static final IpAddress SERVER = IpAddress.parse("198.51.100.2");

    private final Random random = new Random(7);

    private StateBench() {
    }

    public static void main(String[] arguments) {
        StateBench bench = new StateBench();
        System.out.println("| | known packet | opening packet | memory a connection |\n|---|---|---|---|");
        bench.run("UDP", false);
        bench.run("TCP", true);
    }

    private void run(String name, boolean tcp) {
        double[] known = new double[ROUNDS];
        double[] opening = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = usedBytes();
            ConnectionTracker tracker = new ConnectionTracker(new ConnectionLimits(1 << 18, 1 << 18, 64, 64), System::nanoTime);
            Tracking tracking = tracker.newTracking();
            opening[round] = open(tracking, tcp);
            if (tracker.tracked() != FLOWS) {
                throw new IllegalStateException(tracker.tracked() + " connections");
            }
            bytes = (usedBytes() - before) / FLOWS;
            known[round] = known(tracking, tcp);
            if (tracker.list(1).connections().isEmpty()) {
                throw new IllegalStateException("nothing is tracked any more");
            }
        }
        System.out.printf(Locale.ROOT, "| %s | %.0f ns (%.0f to %.0f) | %.0f ns | %d bytes |%n", name, median(known), min(known), max(known),
                median(opening), bytes);
    }

    private static MemorySegment packet(int flow, boolean tcp, boolean back, boolean first) {
        IpAddress client = IpAddress.v4(0x0a00_0000 + flow / 4);
        int port = 1_024 + flow % 4;
        IpHeader ip = back ? IpHeader.of(SERVER, client, 64) : IpHeader.of(client, SERVER, 64);
        if (tcp) {
            return PacketBuilder.tcp(ip, back ? 443 : port, back ? port : 443, back ? 500 : 100, back ? 100 : 500, TcpFlags.ACK, 60_000);
        }
        return PacketBuilder.udp(ip, back ? 53 : port, back ? port : 53, new byte[first ? 4 : 12]);
    }

    private static double open(Tracking tracking, boolean tcp) {
        MemorySegment packets = MemorySegment.ofArray(new byte[FLOWS * STRIDE]);
        int[] lengths = new int[FLOWS];
        for (int flow = 0; flow < FLOWS; flow++) {
            lengths[flow] = put(packets, flow, packet(flow, tcp, false, true));
        }
        PacketView view = new PacketView();
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < FLOWS; i++) {
            view.wrap(packets, (long) i * STRIDE, lengths[i]);
            require(tracking.look(view), ConnectionState.NEW);
            tracking.decided(0, packets, true);
        }
        double each = (THREADS.getCurrentThreadCpuTime() - start) / (double) FLOWS;
        for (int flow = 0; flow < FLOWS; flow++) {
            MemorySegment back = packet(flow, tcp, true, true);
            view.wrap(back, 0, back.byteSize());
            require(tracking.look(view), ConnectionState.ESTABLISHED);
            tracking.decided(0, packets, true);
        }
        return each;
    }

    private double known(Tracking tracking, boolean tcp) {
        MemorySegment packets = MemorySegment.ofArray(new byte[PACKETS * STRIDE]);
        int[] lengths = new int[PACKETS];
        for (int i = 0; i < PACKETS; i++) {
            lengths[i] = put(packets, i, packet(random.nextInt(FLOWS), tcp, random.nextBoolean(), false));
        }
        PacketView view = new PacketView();
        double best = Double.MAX_VALUE;
        for (int half = 0; half < 2; half++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < PACKETS; i++) {
                    view.wrap(packets, (long) i * STRIDE, lengths[i]);
                    require(tracking.look(view), ConnectionState.ESTABLISHED);
                    tracking.decided(0, packets, true);
                }
            }
            // The first half warms up.
            best = (THREADS.getCurrentThreadCpuTime() - start) / (double) (TURNS * PACKETS);
        }
        return best;
    }

    private static int put(MemorySegment packets, int index, MemorySegment packet) {
        MemorySegment.copy(packet, 0, packets, (long) index * STRIDE, packet.byteSize());
        return (int) packet.byteSize();
    }

    private static void require(ConnectionState is, ConnectionState wanted) {
        if (is != wanted) {
            throw new IllegalStateException("a packet is " + is + ", not " + wanted);
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
