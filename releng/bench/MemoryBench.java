import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.WatchRequest;
import org.hopwarden.probe.Watcher;

/**
 * How much memory an outstanding probe takes: the heap in use while a watch has so many probes under way, less what it was as the watch
 * began. The target answers once, slowly, so that every later probe is long waited for; time is virtual. Run by {@code releng/bench/run ceiling}. It asserts nothing.
 */
final class MemoryBench {

    private static final int PROBES = 50_000;
    private static final int RUNS = 5;
    private static final int END = 30;
    private static final long RTT_NANOS = 400_000_000;

    /** Answers the first probe of {@link #END}, and nothing else. */
    private static final class SlowPort implements PacketPort {
        private final PacketView view = new PacketView();
        private MemorySegment reply;
        private long replyNanos = Long.MAX_VALUE;
        private long now = 1;

        @Override
        public long nowNanos() {
            return now;
        }

        @Override
        public IpAddress sourceFor(IpAddress destination) {
            return IpAddress.parse("192.0.2.2");
        }

        @Override
        public int reserveLocalPort(int protocol, IpAddress local) {
            return 40_000;
        }

        @Override
        public void send(MemorySegment packet) {
            if (reply == null && view.wrap(packet, 0, packet.byteSize()) && view.ttl() == END) {
                reply = PacketBuilder.echoReply(IpHeader.of(view.destination(), view.source(), 60), view.icmpIdentifier(),
                        view.icmpSequence(), new byte[8]);
                replyNanos = now + RTT_NANOS;
            }
        }

        @Override
        public int receive(PacketSink sink, long deadlineNanos) {
            now = Math.max(now, Math.min(deadlineNanos, replyNanos));
            if (now < replyNanos) {
                return 0;
            }
            replyNanos = Long.MAX_VALUE;
            sink.packet(reply, 0, (int) reply.byteSize(), now, PacketSink.Direction.RECEIVED);
            return 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private MemoryBench() {
    }

    /** @param args ignored */
    public static void main(String[] args) throws Exception {
        double[] bytes = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            bytes[run] = bytesPerProbe();
        }
        Arrays.sort(bytes);
        System.out.printf("%.0f bytes of heap per outstanding probe (%.0f to %.0f), %,d at once in a watch%n", bytes[RUNS / 2], bytes[0],
                bytes[RUNS - 1], PROBES);
    }

    private static double bytesPerProbe() throws Exception {
        IpAddress target = IpAddress.parse("192.0.2.1");
        WatchRequest request = new WatchRequest(TraceRequest.of("t", target, "icmp").withMaxTtl(END)
                .withMaxWait(Duration.ofSeconds(10)), 0, Duration.ofMillis(1));
        int[] outstanding = { 0 };
        long[] used = { 0, 0 };
        Watcher.run(request, false, new SlowPort(), event -> {
            switch (event) {
                case TraceEvent.Started started -> used[0] = used();
                case TraceEvent.Sent sent -> outstanding[0]++;
                case TraceEvent.Lost lost -> outstanding[0]--;
                default -> { }
            }
        }, () -> {
            if (outstanding[0] < PROBES) {
                return false;
            }
            used[1] = used();
            return true;
        });
        return (double) (used[1] - used[0]) / outstanding[0];
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
