import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceRequest;

/**
 * How many probes a second the port of this host sends over a veth, against a C program that sends the same packets with
 * sendmmsg(2), in turns: the port alone; with probes that are built one by one as they go; and that with the kernel's stamp of
 * each one's leaving read back. Run by {@code releng/bench/run ceiling}, which compiles the C program. It asserts nothing.
 */
final class CeilingBench {

    private static final int PROBES = 100_000;
    private static final int DISTINCT = 4096;
    private static final int WARM_UP_TURNS = 5;
    private static final int TURNS = 15;
    private static final int GREATEST_TTL = 30;
    /** As many probes as the port's buffer surely keeps the stamps of. */
    private static final int STAMPS_AT_ONCE = 1024;
    private static final long LAST_STAMP_NANOS = 200_000_000;
    private static final Duration SET_UP_TIMEOUT = Duration.ofSeconds(5);
    private static final String BEHIND = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.99";

    private static final String[] NAMES = { "C, sendmmsg", "ours, ready packets", "ours, each probe built",
            "ours, built, each stamp read" };

    private CeilingBench() {
    }

    /** @param args the launcher, not used; the C program. Inside the network the first one is {@code measure} */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("measure")) {
            measure(args[1]);
            return;
        }
        var obstacle = NamespaceNetwork.obstacle();
        if (obstacle.isPresent()) {
            System.err.println("bench: skipped: " + obstacle.get());
            System.exit(3);
        }
        try (NamespaceNetwork network = NamespaceNetwork.chain(0)) {
            // The other end forwards nothing and so answers nothing: what is measured is the sending.
            network.run(NamespaceNetwork.TARGET, SET_UP_TIMEOUT, "sh", "-c", "echo 0 >/proc/sys/net/ipv4/ip_forward").orThrow();
            network.ip(NamespaceNetwork.SOURCE, List.of("route add " + BEHIND + " via "
                    + NamespaceNetwork.chainAddress(IpVersion.V4, 0, 2)));
            Process process = network.process(NamespaceNetwork.SOURCE, System.getProperty("java.home") + "/bin/java",
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    CeilingBench.class.getName(), "measure", args[1]).inheritIO().start();
            if (process.waitFor() != 0) {
                System.exit(5);
            }
        }
    }

    /** Runs in the network's source. */
    private static void measure(String program) throws IOException, InterruptedException {
        IpAddress target = IpAddress.parse(BEHIND);
        Path file = Files.createTempFile("probes", ".bin");
        try (PacketPort deaf = PacketPorts.openHost(new TraceFilter(IpAddress.parse(ELSEWHERE)));
                PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            ProbeMethod.Session session = ProbeMethods.get("udp").open(TraceRequest.of(BEHIND, target, "udp"),
                    port.sourceFor(target), port);
            List<MemorySegment> ready = new ArrayList<>();
            for (int i = 0; i < DISTINCT; i++) {
                ready.add(session.build(1 + i % GREATEST_TTL, i));
            }
            write(ready, file);
            double[][] rates = new double[NAMES.length][TURNS];
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                double[] each = { runProgram(program, file), sendReady(deaf, ready), sendBuilt(deaf, session, false),
                        sendBuilt(port, session, true) };
                for (int i = 0; turn >= 0 && i < each.length; i++) {
                    rates[i][turn] = PROBES / each[i];
                }
            }
            double yardstick = median(rates[0]);
            for (int i = 0; i < NAMES.length; i++) {
                System.out.printf("%-30s %,9.0f probes/s (%,.0f to %,.0f), %.2f of C%n", NAMES[i], median(rates[i]),
                        Arrays.stream(rates[i]).min().orElseThrow(), Arrays.stream(rates[i]).max().orElseThrow(),
                        median(rates[i]) / yardstick);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(List<MemorySegment> packets, Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        for (MemorySegment packet : packets) {
            data.writeShort((int) packet.byteSize());
            data.write(packet.toArray(ValueLayout.JAVA_BYTE));
        }
        Files.write(file, bytes.toByteArray());
    }

    /** @return seconds, as the program itself measures them */
    private static double runProgram(String program, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program, file.toString(), Integer.toString(PROBES))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = process.inputReader().readLine();
        if (process.waitFor() != 0) {
            throw new IOException("the C program failed");
        }
        return Long.parseLong(line) / 1e9;
    }

    private static double sendReady(PacketPort port, List<MemorySegment> ready) throws IOException {
        PacketBatch batch = new PacketBatch();
        long start = System.nanoTime();
        for (int i = 0; i < PROBES; i++) {
            add(port, batch, ready.get(i % DISTINCT));
        }
        flush(port, batch);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double sendBuilt(PacketPort port, ProbeMethod.Session session, boolean stamps) throws IOException {
        PacketBatch batch = new PacketBatch();
        int[] stamped = { 0 };
        long start = System.nanoTime();
        for (int i = 0; i < PROBES; i++) {
            add(port, batch, session.build(1 + i % GREATEST_TTL, i % DISTINCT));
            while (stamps && i % STAMPS_AT_ONCE == STAMPS_AT_ONCE - 1 && receive(port, stamped, 0) > 0) {
                // Until none is left.
            }
        }
        flush(port, batch);
        long deadline = port.nowNanos() + LAST_STAMP_NANOS;
        while (stamps && stamped[0] < PROBES && receive(port, stamped, deadline) > 0) {
            // Until none is left.
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (stamps && stamped[0] < PROBES) {
            throw new IOException("only " + stamped[0] + " of " + PROBES + " stamps came");
        }
        return seconds;
    }

    private static int receive(PacketPort port, int[] stamped, long deadlineNanos) throws IOException {
        return port.receive((segment, offset, length, time, direction) -> stamped[0] += direction == Direction.SENT ? 1 : 0,
                deadlineNanos);
    }

    private static void add(PacketPort port, PacketBatch batch, MemorySegment packet) throws IOException {
        if (!batch.add(packet)) {
            flush(port, batch);
            batch.add(packet);
        }
    }

    private static void flush(PacketPort port, PacketBatch batch) throws IOException {
        for (int next = 0; next < batch.size();) {
            next += port.send(batch, next);
        }
        batch.clear();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
