package org.hopwarden.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;

/** Both ends of a live connection with traces inside it, for tests. */
final class InConnectionProgram {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final int RUNS_PER_CONNECTION = 20;

    private InConnectionProgram() {
    }

    /** @param args {@code echo ADDRESS PORT}, {@code talk ADDRESS PORT SEED}, or {@code trace ADDRESS PORT RUNS SEED} */
    public static void main(String[] args) throws Exception {
        InetAddress address = InetAddress.getByName(args[1]);
        int port = Integer.parseInt(args[2]);
        if (args[0].equals("echo")) {
            echo(address, port);
        } else if (args[0].equals("talk")) {
            talk(address, port, Long.parseLong(args[3]));
        } else {
            trace(address, port, Integer.parseInt(args[3]), new Random(Long.parseLong(args[4])));
        }
    }

    private static void echo(InetAddress address, int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 5, address)) {
            System.out.println("serving " + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
                        in.transferTo(out);
                    } catch (IOException e) {
                        // The other end says what went wrong.
                    }
                });
            }
        }
    }

    /** A connection that carries data both ways until the process is ended, for traces of others. */
    private static void talk(InetAddress address, int port, long seed) throws Exception {
        try (Socket socket = new Socket(address, port)) {
            socket.setTcpNoDelay(true);
            AtomicReference<String> failure = new AtomicReference<>("");
            Thread reader = Thread.ofPlatform().start(() -> guarded(failure, () -> read(socket, new CRC32C())));
            System.out.println("talking");
            write(socket, new CRC32C(), false, seed, new AtomicBoolean());
            reader.join();
        }
    }

    /** Prints a line for each trace, for each connection whether its bytes came back as they were sent, and the times. */
    private static void trace(InetAddress address, int port, int runs, Random random) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int done = 0; done < runs; done += RUNS_PER_CONNECTION) {
            try (Socket socket = new Socket(address, port)) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.setTcpNoDelay(true);
                boolean bulk = random.nextBoolean();
                long seed = random.nextLong();
                AtomicBoolean stop = new AtomicBoolean();
                AtomicReference<String> failure = new AtomicReference<>("");
                CRC32C sent = new CRC32C();
                CRC32C received = new CRC32C();
                Thread writer = Thread.ofPlatform().start(() -> guarded(failure, () -> write(socket, sent, bulk, seed, stop)));
                Thread reader = Thread.ofPlatform().start(() -> guarded(failure, () -> read(socket, received)));
                for (int run = done; run < Math.min(runs, done + RUNS_PER_CONNECTION); run++) {
                    one(IpAddress.of(address), port, socket.getLocalPort(), times);
                }
                stop.set(true);
                writer.join();
                reader.join();
                System.out.println("stream " + (sent.getValue() == received.getValue() && failure.get().isEmpty() ? "intact"
                        : "CHANGED " + failure.get()) + " bulk=" + bulk);
            }
        }
        Collections.sort(times);
        if (!times.isEmpty()) {
            System.out.println("times complete=" + times.size() + " medianMicros=" + times.get(times.size() / 2) / 1_000
                    + " worstMicros=" + times.getLast() / 1_000);
        }
    }

    /** Work that may fail for reasons of the network. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void guarded(AtomicReference<String> failure, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            failure.set(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Socket socket, CRC32C sum, boolean bulk, long seed, AtomicBoolean stop)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        OutputStream out = socket.getOutputStream();
        while (!stop.get()) {
            // Never a zero, so that a zero that came from a probe would show.
            byte[] chunk = new byte[1 + random.nextInt(bulk ? 40_000 : 300)];
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = (byte) (1 + random.nextInt(255));
            }
            sum.update(chunk, 0, chunk.length);
            out.write(chunk);
            Thread.sleep(random.nextInt(bulk ? 2 : 20));
        }
        socket.shutdownOutput();
    }

    private static void read(Socket socket, CRC32C sum) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n; (n = in.read(buffer)) >= 0;) {
            sum.update(buffer, 0, n);
        }
    }

    private static void one(IpAddress target, int port, int localPort, List<Long> times) throws PacketPortException {
        TraceRequest request = TraceRequest.of(target.toString(), target, "in-connection").withPort(port).withQueries(1)
                .withOptions(ProbeOptions.DEFAULT.withSourcePort(localPort).withPatience(Duration.ofSeconds(30)));
        try (ListeningPort packets = new ListeningPort(PacketPorts.openHost(new TraceFilter(target, Optional.empty())), localPort)) {
            int[] answered = new int[1];
            long[] last = new long[1];
            Trace trace = Tracer.run(request, packets, event -> {
                if (event instanceof TraceEvent.Replied) {
                    answered[0]++;
                    last[0] = packets.nowNanos();
                }
            }, () -> false);
            StringBuilder line = new StringBuilder("trace " + trace.status() + " reached=" + trace.reached() + " path=");
            for (Hop hop : trace.hops()) {
                for (Reply reply : hop.replies()) {
                    line.append(hop.ttl()).append(':').append(reply.address()).append(' ');
                }
            }
            System.out.println(line + trace.message());
            if (trace.reached() && answered[0] == trace.hops().size()) {
                times.add(last[0] - packets.firstSegmentNanos);
            }
        }
    }

    /** Notes when the first segment of the connection came. */
    private static final class ListeningPort implements PacketPort {
        private final PacketPort port;
        private final int localPort;
        private final PacketView view = new PacketView();
        private long firstSegmentNanos;

        ListeningPort(PacketPort port, int localPort) {
            this.port = port;
            this.localPort = localPort;
        }

        @Override
        public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
            return port.receive((segment, offset, length, time, direction) -> {
                if (firstSegmentNanos == 0 && view.wrap(segment, offset, length) && view.isTcp()
                        && (view.sourcePort() == localPort || view.destinationPort() == localPort)) {
                    firstSegmentNanos = time;
                }
                sink.packet(segment, offset, length, time, direction);
            }, deadlineNanos);
        }

        @Override
        public long nowNanos() {
            return port.nowNanos();
        }

        @Override
        public IpAddress sourceFor(IpAddress destination) throws PacketPortException {
            return port.sourceFor(destination);
        }

        @Override
        public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
            return port.reserveLocalPort(protocol, local);
        }

        @Override
        public List<TcpConnection> connections() throws PacketPortException {
            return port.connections();
        }

        @Override
        public void send(MemorySegment packet) throws PacketPortException {
            port.send(packet);
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
