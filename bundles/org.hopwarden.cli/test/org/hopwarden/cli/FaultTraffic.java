package org.hopwarden.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.cli.MalformedFrames.Ends;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.PolicyFiles;

/**
 * Both ends of a line in one process: sends frames on one interface and judges what arrives at the other, by the reference evaluator and, for the
 * forbidden hosts, by the bytes alone. Obeys lines on standard input, each answered by one line:
 * <pre>
 * flow on [PORT...]      an allowed and a denied packet every 2 ms, and one to each of these ports
 * flow off
 * mark                   counts begin anew
 * report                 what arrived since; for each port P of the flow sP=sent and aP=arrived
 * malformed COUNT SEED   sends malformed frames and waits until all is quiet
 * malformedtoo COUNT SEED   the same, most of them to the host itself
 * host on | off          whether what the host sends of its own accord is judged as well
 * flood COUNT SEED       the same with a new flow in each packet, all allowed
 * </pre>
 */
final class FaultTraffic {

    private static final long EACH_NANOS = 2_000_000;
    private static final int BURST = 500;
    private static final long BURST_NANOS = 2_500_000;
    private static final long QUIET_NANOS = 500_000_000;
    private static final int FLOW_PORT = 999;
    private static final Set<IpAddress> HOST_SOURCES = Stream.concat(FaultPolicy.HOST_V4.stream(), FaultPolicy.HOST_V6.stream())
            .map(IpAddress::parse).collect(Collectors.toUnmodifiableSet());

    private final ReferenceEvaluator judge;
    private final PacketContext context;
    private final PacketContext ofHost;
    private final FramePort near;
    private final FramePort far;
    private final byte[] macs;
    private final boolean routed;
    private volatile boolean flowing;
    private volatile int[] morePorts = {};
    private volatile boolean judgesHost;
    private volatile boolean ended;
    private volatile long arrivedAtNanos = System.nanoTime();
    private Counts counts = new Counts();

    private static final class Counts {

        private long sent;
        private long arrived;
        /** Of the flow. */
        private long allowed;
        private long flowAtNanos = System.nanoTime();
        private long gapNanos;
        /** That the policy denies, or that cannot be read. */
        private long wrong;
        private String firstWrong = "";
        /** Of the flow, by ports. */
        private final Map<Integer, Integer> sentTo = new TreeMap<>();
        private final Map<Integer, Integer> arrivedAt = new TreeMap<>();
    }

    private FaultTraffic(String[] args) throws Exception {
        judge = ReferenceEvaluator.of(PolicyFiles.load(Path.of(args[0])));
        near = PacketPorts.openFrames(args[1]);
        far = PacketPorts.openFrames(args[2]);
        macs = HexFormat.of().parseHex(args[3].replace(":", "") + "020000000002");
        // What arrives had a state that a rule can ask for: that is the judge of nothing here.
        context = PacketContext.of(Direction.FORWARD).withInterfaces(args[4], args[5]).withState(ConnectionState.NEW);
        ofHost = PacketContext.of(Direction.OUT).withInterfaces("", args[5]).withState(ConnectionState.NEW);
        routed = args[6].equals("routed");
    }

    /**
     * @param args the policy's file, the interfaces to send on and to judge at, the MAC to send to, the interfaces of the policy's host, and
     *            routed or bridged
     */
    public static void main(String[] args) throws Exception {
        FaultTraffic traffic = new FaultTraffic(args);
        Thread receiver = Thread.ofPlatform().start(traffic::receive);
        Thread flow = Thread.ofPlatform().start(traffic::flow);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(traffic.obey(line.split(" ")));
        }
        traffic.ended = true;
        receiver.join();
        flow.join();
        traffic.near.close();
        traffic.far.close();
    }

    private String obey(String[] words) throws Exception {
        switch (words[0]) {
            case "flow" -> {
                morePorts = Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray();
                flowing = words[1].equals("on");
                return "ok";
            }
            case "mark" -> {
                synchronized (this) {
                    counts = new Counts();
                }
                return "ok";
            }
            case "report" -> {
                return report();
            }
            case "malformed" -> {
                MalformedFrames frames = new MalformedFrames(Long.parseLong(words[2]), macs, Ends.THROUGH);
                return send(Integer.parseInt(words[1]), frames::next);
            }
            case "malformedtoo" -> {
                MalformedFrames frames = new MalformedFrames(Long.parseLong(words[2]), macs, Ends.TO_HOST);
                return send(Integer.parseInt(words[1]), frames::next);
            }
            case "host" -> {
                judgesHost = words[1].equals("on");
                return "ok";
            }
            case "flood" -> {
                Random random = new Random(Long.parseLong(words[2]));
                return send(Integer.parseInt(words[1]), () -> frame(PacketBuilder.udp(
                        IpHeader.of(IpAddress.v4(10 << 24 | 9 << 16 | 3 + random.nextInt(250)), IpAddress.parse(FaultPolicy.FAR_V4), 64),
                        random.nextInt(1 << 16), 7000 + random.nextInt(1000), new byte[4])));
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Not faster than a busy machine can pass it on, so that most is looked at. */
    private String send(int count, Supplier<byte[]> frames) throws PacketPortException {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            send(frames.get());
            if (i % BURST == BURST - 1) {
                LockSupport.parkNanos(begin + (i + 1L) / BURST * BURST_NANOS - System.nanoTime());
            }
        }
        long sentAt = System.nanoTime();
        while (System.nanoTime() - Math.max(arrivedAtNanos, sentAt) < QUIET_NANOS) {
            LockSupport.parkNanos(QUIET_NANOS / 10);
        }
        return report();
    }

    private void send(byte[] frame) throws PacketPortException {
        if (frame.length > 14 && near.send(MemorySegment.ofArray(frame))) {
            synchronized (this) {
                counts.sent++;
            }
        }
    }

    private byte[] frame(MemorySegment packet) {
        byte[] frame = Arrays.copyOf(macs, macs.length + 2 + (int) packet.byteSize());
        frame[12] = 8;
        MemorySegment.copy(packet, ValueLayout.JAVA_BYTE, 0, frame, 14, (int) packet.byteSize());
        return frame;
    }

    private void flow() {
        try {
            while (!ended) {
                if (flowing) {
                    sendOfFlow(FaultPolicy.ALLOWED_PORT);
                    sendOfFlow(FaultPolicy.DENIED_PORT);
                    for (int port : morePorts) {
                        sendOfFlow(port);
                    }
                }
                LockSupport.parkNanos(EACH_NANOS);
            }
        } catch (PacketPortException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sendOfFlow(int port) throws PacketPortException {
        IpHeader ip = IpHeader.of(MalformedFrames.SOURCE_V4, IpAddress.parse(FaultPolicy.FAR_V4), 64);
        byte[] frame = frame(PacketBuilder.udp(ip, FLOW_PORT, port, new byte[4]));
        // Under the lock: it is not to be sent before a mark and counted behind it.
        synchronized (this) {
            if (near.send(MemorySegment.ofArray(frame))) {
                counts.sent++;
                counts.sentTo.merge(port, 1, Integer::sum);
            }
        }
    }

    private void receive() {
        PacketView view = new PacketView();
        try (FrameBatch batch = far.newBatch()) {
            while (!ended) {
                int size = far.receive(batch, TimeUnit.MILLISECONDS.toNanos(100));
                if (size > 0) {
                    arrivedAtNanos = System.nanoTime();
                    synchronized (this) {
                        for (int i = 0; i < size; i++) {
                            judge(batch, i, view);
                        }
                    }
                }
            }
        } catch (PacketPortException e) {
            throw new IllegalStateException(e);
        }
    }

    private void judge(FrameBatch batch, int index, PacketView view) {
        long offset = batch.packetOffset(index);
        byte[] frame = batch.memory().asSlice(batch.frameOffset(index), batch.frameLengthBytes(index)).toArray(ValueLayout.JAVA_BYTE);
        boolean fromHost = routed && isOfTheHostItself(frame);
        if (fromHost && !judgesHost) {
            return;
        }
        counts.arrived++;
        if (isToForbidden(frame)) {
            wrong("to a forbidden host", frame);
        }
        if (offset < 0) {
            return;
        }
        if (!view.wrap(batch.memory(), offset, batch.packetLengthBytes(index))) {
            wrong("cannot be read", frame);
            return;
        }
        if (view.isUdp() && view.sourcePort() == FLOW_PORT) {
            counts.arrivedAt.merge(view.destinationPort(), 1, Integer::sum);
        }
        Verdict verdict = judge.decide(view, fromHost ? ofHost : context);
        if (verdict.kind() != Verdict.Kind.ALLOW) {
            wrong(verdict.toString(), frame);
        } else if (view.isUdp() && view.sourcePort() == FLOW_PORT && view.destinationPort() == FaultPolicy.ALLOWED_PORT) {
            counts.allowed++;
            counts.gapNanos = Math.max(counts.gapNanos, arrivedAtNanos - counts.flowAtNanos);
            counts.flowAtNanos = arrivedAtNanos;
        }
    }

    private void wrong(String why, byte[] frame) {
        if (counts.wrong++ == 0) {
            counts.firstWrong = why + ": " + HexFormat.of().formatHex(frame);
        }
    }

    /**
     * What routers say among themselves over IPv6, and errors that the host sends of its own accord to whom a forged packet names: no router
     * forwards what comes from such sources.
     */
    private static boolean isOfTheHostItself(byte[] frame) {
        if (frame.length >= 34 && type(frame, 12) == 0x0800) {
            return HOST_SOURCES.contains(IpAddress.of(Arrays.copyOfRange(frame, 26, 30)));
        }
        if (frame.length < 54 || type(frame, 12) != 0x86dd) {
            return false;
        }
        IpAddress source = IpAddress.of(Arrays.copyOfRange(frame, 22, 38));
        return HOST_SOURCES.contains(source) || source.isUnspecified() || frame[22] == (byte) 0xfe && (frame[23] & 0xc0) == 0x80;
    }

    /** As the far host would read it, without the reader that is tested. */
    private static boolean isToForbidden(byte[] frame) {
        int at = 12;
        while (at + 6 <= frame.length && (type(frame, at) == 0x8100 || type(frame, at) == 0x88a8)) {
            at += 4;
        }
        if (at + 22 <= frame.length && type(frame, at) == 0x0800 && (frame[at + 2] & 0xf0) == 0x40) {
            return Arrays.equals(frame, at + 18, at + 22, IpAddress.parse(FaultPolicy.FORBIDDEN_V4).toBytes(), 0, 4);
        }
        return at + 42 <= frame.length && type(frame, at) == 0x86dd && (frame[at + 2] & 0xf0) == 0x60
                && Arrays.equals(frame, at + 26, at + 42, IpAddress.parse(FaultPolicy.FORBIDDEN_V6).toBytes(), 0, 16);
    }

    private static int type(byte[] frame, int at) {
        return (frame[at] & 0xff) << 8 | frame[at + 1] & 0xff;
    }

    private synchronized String report() throws PacketPortException {
        long gap = Math.max(counts.gapNanos, System.nanoTime() - counts.flowAtNanos);
        return "sent=" + counts.sent + " arrived=" + counts.arrived + " missed=" + far.lostFrames() + " flow=" + counts.allowed + " gap="
                + TimeUnit.NANOSECONDS.toMillis(gap) + counts.sentTo.entrySet().stream().map(each -> " s" + each.getKey() + "=" + each.getValue() + " a"
                        + each.getKey() + "=" + counts.arrivedAt.getOrDefault(each.getKey(), 0)).collect(Collectors.joining())
                + " wrong=" + counts.wrong + " " + counts.firstWrong;
    }
}
