package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;

/**
 * Any graph of routers in virtual time. Each router shares flows out over its successors by weight, with a hash of its own; the
 * node named {@code target} is the target. Each hop adds 1 ms each way.
 */
final class GraphPort implements PacketPort {

    static final long HOP_NANOS = 1_000_000;
    private static final byte[] NOTHING = {};

    private record Way(int to, int weight) {
    }

    private record Arrival(long atNanos, int order, byte[] bytes) {
    }

    private final boolean v6;
    private final long seed;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final Map<Integer, List<Way>> ways = new LinkedHashMap<>();
    private final PriorityQueue<Arrival> queue = new PriorityQueue<>(
            Comparator.comparingLong(Arrival::atNanos).thenComparingInt(Arrival::order));
    private long now = 5_000_000_000L;
    private int order;
    private int nextPort;
    final Set<String> silent = new HashSet<>();
    final Set<String> perPacket = new HashSet<>();
    /** Routers that let nothing through. */
    final Set<String> blackHoles = new HashSet<>();
    double loss;
    boolean portOpen;
    int sent;

    /** @param edges such as {@code "a>b a>c*3 b>target c>target"}; the first name is next to the source */
    GraphPort(boolean v6, long seed, String edges) {
        this.v6 = v6;
        this.seed = seed;
        random = new Random(seed);
        nextPort = 20_000 + random.nextInt(20_000);
        for (String edge : edges.strip().split("\\s+")) {
            String[] ends = edge.split("[>*]");
            ways.computeIfAbsent(index(ends[0]), key -> new ArrayList<>())
                    .add(new Way(index(ends[1]), ends.length > 2 ? Integer.parseInt(ends[2]) : 1));
        }
    }

    private int index(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    IpAddress source() {
        return address(99);
    }

    IpAddress target() {
        return address("target");
    }

    IpAddress address(String name) {
        return address(names.indexOf(name));
    }

    private IpAddress address(int node) {
        return v6 ? IpAddress.v6(0x2001_0db8_0000_0000L, node + 1) : IpAddress.v4(10 << 24 | node + 1);
    }

    private String name(IpAddress address) {
        for (int node = 0; node < names.size(); node++) {
            if (address(node).equals(address)) {
                return names.get(node);
            }
        }
        return "?";
    }

    /** All links there are, as {@code TTL:from>to}; the names of those that answer. */
    Set<String> links() {
        Set<String> found = new TreeSet<>();
        Set<Integer> layer = Set.of(0);
        for (int ttl = 2; !layer.isEmpty(); ttl++) {
            Set<Integer> next = new HashSet<>();
            for (int node : layer) {
                for (Way way : ways.getOrDefault(node, List.of())) {
                    found.add(ttl + ":" + names.get(node) + ">" + names.get(way.to()));
                    next.add(way.to());
                }
            }
            layer = next;
        }
        return found;
    }

    /** The links of a trace's graph in the same form, those from the source left out. Silence is a star. */
    Set<String> links(PathGraph graph) {
        Set<String> found = new TreeSet<>();
        for (PathGraph.Link link : graph.links()) {
            if (!link.from().equals(PathGraph.Link.SOURCE)) {
                found.add(link.ttl() + ":" + name(graph, link.from()) + ">" + name(graph, link.to()));
            }
        }
        return found;
    }

    private String name(PathGraph graph, String id) {
        IpAddress address = graph.node(id).orElseThrow().address();
        return address == null ? "*" : name(address);
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public IpAddress sourceFor(IpAddress destination) {
        return source();
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local) {
        return nextPort++;
    }

    @Override
    public void send(MemorySegment packet) {
        sent++;
        byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
        PacketView probe = PacketView.of(MemorySegment.ofArray(bytes));
        long flow = probe.isIcmp() ? probe.icmpIdentifier() : (long) probe.sourcePort() << 16 | probe.destinationPort();
        int node = 0;
        int hops = 1;
        while (hops < probe.ttl() && ways.containsKey(node)) {
            if (blackHoles.contains(names.get(node))) {
                return;
            }
            node = next(node, perPacket.contains(names.get(node)) ? random.nextLong() : flow);
            hops++;
        }
        if (silent.contains(names.get(node)) || random.nextDouble() < loss) {
            return;
        }
        IpHeader back = IpHeader.of(address(node), probe.source(), 64);
        MemorySegment reply = ways.containsKey(node)
                ? PacketBuilder.icmpError(back, v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0, 0, probe)
                : answer(back, probe);
        queue.add(new Arrival(now + 2 * hops * HOP_NANOS, order++, reply.toArray(ValueLayout.JAVA_BYTE)));
    }

    private MemorySegment answer(IpHeader back, PacketView probe) {
        if (probe.isIcmp()) {
            return PacketBuilder.echoReply(back, probe.icmpIdentifier(), probe.icmpSequence(),
                    probe.segment().asSlice(probe.payloadOffset()).toArray(ValueLayout.JAVA_BYTE));
        }
        if (portOpen) {
            return PacketBuilder.udp(back, probe.destinationPort(), probe.sourcePort(), NOTHING);
        }
        return PacketBuilder.icmpError(back, v6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE,
                v6 ? IcmpType.V6_CODE_PORT : IcmpType.CODE_PORT, 0, probe);
    }

    private int next(int node, long flow) {
        List<Way> choices = ways.get(node);
        int total = choices.stream().mapToInt(Way::weight).sum();
        long point = Long.remainderUnsigned(mix(mix(seed + node) ^ flow * 0x9e3779b97f4a7c15L), total);
        for (Way way : choices) {
            point -= way.weight();
            if (point < 0) {
                return way.to();
            }
        }
        throw new IllegalStateException("weights");
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (mixed ^ mixed >>> 33) >>> 1;
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) {
        if (queue.isEmpty() || queue.peek().atNanos() > Math.max(deadlineNanos, now)) {
            now = Math.max(now, deadlineNanos);
            return 0;
        }
        Arrival first = queue.remove();
        now = Math.max(now, first.atNanos());
        sink.packet(MemorySegment.ofArray(first.bytes()), 0, first.bytes().length, first.atNanos(), Direction.RECEIVED);
        return 1;
    }

    @Override
    public void close() {
        queue.clear();
    }
}
