package org.hopwarden.cli.kernel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.engine.Direction;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.Checksum;
import org.hopwarden.packetio.TunDevice;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * A kernel's network stack with three interfaces, fed with single packets, which tells of each whether it came to its hook and
 * whether it came through. A table of nft of its own looks at the hooks in front of and behind all filters and writes down the
 * identification (IPv4) or flow label (IPv6) of what it sees. These bear the number of the packet, its mark, and where the
 * kernel is to route it, so that any source and any destination can take any way.
 */
final class KernelHost implements AutoCloseable {

    /** The names of its interfaces. */
    static final List<String> INTERFACES = List.of("eth0", "eth1", "eth2");

    /** The marks that packets can bear. */
    static final List<Integer> MARKS = List.of(0, 0x10, 0x11, 0xff01);

    /** The most packets that are told apart at a time. */
    static final int MOST_PACKETS = (1 << 11) - 1;

    /** Where the kernel has packet queues, one on each line. */
    private static final String QUEUES = "/proc/thread-self/net/netfilter/nfnetlink_queue";
    private static final int QUEUE_LENGTH = 2;
    private static final long QUEUES_NANOS = 60_000_000_000L;
    private static final int ROUTE_SHIFT = 13;
    private static final int MARK_SHIFT = 11;
    private static final int LOCAL = 1;
    private static final int PLACE_BITS = 0b111 << ROUTE_SHIFT;
    private static final int MARK_BITS = 0b11 << MARK_SHIFT;
    private static final Pattern SET = Pattern.compile("set ([a-z]+)([46]) \\{[^{}]*elements = \\{([^{}]*)\\}");

    private final NamespaceNetwork network;
    private final String node;
    private final Process resident;
    private final Map<String, TunDevice> tuns = new LinkedHashMap<>();
    private final Map<String, RawSender> senders = new LinkedHashMap<>();
    private final Set<ConnectionState> tracked = new HashSet<>();

    /** Adds a node to a network and makes it such a host. */
    KernelHost(NamespaceNetwork network, String node) throws IOException {
        this.network = network;
        this.node = node;
        network.addNode(node);
        resident = network.process(node, "cat").start();
        waitForNamespace();
        try {
            for (String name : INTERFACES) {
                addInterface(name);
            }
            run("sh", "-c", "for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $f; done; "
                    + "for f in /proc/sys/net/ipv4/conf/*/accept_local; do echo 1 > $f; done; "
                    + "for f in /proc/sys/net/ipv6/conf/*/forwarding; do echo 1 > $f; done").orThrow();
            for (String family : List.of("-4", "-6")) {
                feed(String.join("\n", routes()), "ip", family, "-batch", "-").orThrow();
            }
            for (String name : INTERFACES) {
                senders.put(name, new RawSender(resident.pid(), name));
            }
            feed(watch(), "nft", "-f", "-").orThrow();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A process started there is in the namespace once it runs its own program. */
    private void waitForNamespace() throws IOException {
        resident.outputWriter().write("there\n");
        resident.outputWriter().flush();
        if (!"there".equals(resident.inputReader().readLine())) {
            throw new IOException("no process stays in the namespace");
        }
    }

    private void addInterface(String name) throws IOException {
        TunDevice tun = TunDevice.open("hwj%d", "rules test");
        tuns.put(name, tun);
        Process move = new ProcessBuilder("ip", "link", "set", tun.name(), "netns", Long.toString(resident.pid()), "name", name)
                .redirectErrorStream(true).start();
        String output = new String(move.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!output.isEmpty()) {
            throw new IOException("cannot move the interface " + tun.name() + ": " + output);
        }
        int number = tuns.size();
        network.ip(node, List.of("link set " + name + " addrgenmode none", "link set " + name + " mtu 9000 up",
                "addr add 10.77." + number + ".1/32 dev " + name, "addr add fd77::" + number + "/128 dev " + name + " nodad"));
    }

    private static List<String> routes() {
        List<String> commands = new ArrayList<>();
        commands.add("rule add pref 0 fwmark " + (LOCAL << ROUTE_SHIFT) + " lookup 101");
        commands.add("route add local default dev lo table 101");
        for (int i = 0; i < INTERFACES.size(); i++) {
            String route = "route add default dev " + INTERFACES.get(i);
            commands.add("rule add pref 0 fwmark " + (LOCAL + 1 + i << ROUTE_SHIFT) + " lookup " + (102 + i));
            commands.add(route + " table " + (102 + i));
            commands.add(route + " metric " + (10 + i));
        }
        return commands;
    }

    /**
     * The table that looks on. Its rules compare with constants, for older versions of nft mix up the order of bytes where they
     * make a mark of a header's field.
     */
    private static String watch() {
        StringBuilder text = new StringBuilder("table inet judge {\n");
        for (Direction direction : Direction.values()) {
            text.append(sets(direction.word()));
        }
        text.append("chain route { type filter hook prerouting priority -1000;\n");
        for (int route = LOCAL; route <= LOCAL + INTERFACES.size(); route++) {
            text.append(labelled(PLACE_BITS, route << ROUTE_SHIFT, "meta mark set " + (route << ROUTE_SHIFT)));
        }
        text.append("}\nchain arrive {\n");
        for (int i = 0; i < MARKS.size(); i++) {
            text.append(labelled(MARK_BITS, i << MARK_SHIFT, "meta mark set " + MARKS.get(i)));
        }
        text.append("}\n");
        for (Direction direction : Direction.values()) {
            String hook = direction == Direction.IN ? "input" : direction == Direction.OUT ? "output" : "forward";
            text.append("chain arrive_").append(hook).append(" { type filter hook ").append(hook).append(" priority -1000; ")
                    .append(ours(direction)).append("jump arrive; }\n");
            text.append("chain pass_").append(hook).append(" { type filter hook ").append(hook).append(" priority 1000; ")
                    .append(ours(direction)).append("jump pass_").append(direction.word()).append("_packet; }\n");
            text.append("chain pass_").append(direction.word()).append("_packet {\n").append(note(direction.word(), ""))
                    .append("}\n");
        }
        return text.append("}\n").toString();
    }

    /** What the judge sent, and not the kernel itself. */
    private static String ours(Direction direction) {
        return switch (direction) {
            case IN -> "iifname != \"lo\" ";
            case OUT -> "meta priority 0:4857 ";
            case FORWARD -> "";
        };
    }

    private static String sets(String name) {
        return "set " + name + "4 { typeof ip id; size 65535; flags dynamic; }\nset " + name
                + "6 { typeof ip6 flowlabel; size 65535; flags dynamic; }\n";
    }

    private static String note(String set, String condition) {
        return "meta nfproto ipv4 " + condition + "add @" + set + "4 { ip id }\nmeta nfproto ipv6 " + condition + "add @" + set
                + "6 { ip6 flowlabel }\n";
    }

    private static String labelled(int bits, int value, String action) {
        return "ip id & " + bits + " == " + value + " " + action + "\nip6 flowlabel & " + bits + " == " + value + " " + action
                + "\n";
    }

    /** From now on the kernel keeps track of connections, which also puts fragments together, and their states are told. */
    void trackConnections() throws IOException {
        if (!tracked.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("table inet judge {\n");
        StringBuilder rules = new StringBuilder("chain track {\n");
        for (ConnectionState state : ConnectionState.values()) {
            text.append(sets(state.getLiteral()));
            rules.append(note(state.getLiteral(), "ct state " + state.getLiteral() + " "));
        }
        rules.append("}\nchain track_in { type filter hook input priority -160; ").append(ours(Direction.IN)).append("jump track; }\n")
                .append("chain track_forward { type filter hook forward priority -160; jump track; }\n")
                .append("chain track_out { type filter hook output priority -160; ").append(ours(Direction.OUT))
                .append("jump track; }\n}\n");
        feed(text.append(rules).toString(), "nft", "-f", "-").orThrow();
        tracked.addAll(Arrays.asList(ConnectionState.values()));
    }

    /**
     * Lets packets meet their hooks.
     *
     * @param packets at most {@link #MOST_PACKETS}
     * @return for each packet where it was seen: the word of the direction where it came through, and the state of its
     *         connection where that is tracked
     */
    List<Set<String>> send(List<HookPacket> packets) throws IOException {
        if (packets.size() > MOST_PACKETS) {
            throw new IllegalArgumentException(packets.size() + " packets are more than can be told apart");
        }
        List<String> sets = new ArrayList<>();
        Arrays.stream(Direction.values()).map(Direction::word).forEach(sets::add);
        tracked.stream().map(ConnectionState::getLiteral).forEach(sets::add);
        StringBuilder forget = new StringBuilder();
        sets.forEach(set -> forget.append("flush set inet judge ").append(set).append("4\nflush set inet judge ").append(set)
                .append("6\n"));
        feed(forget.toString(), "nft", "-f", "-").orThrow();
        for (int i = 0; i < packets.size(); i++) {
            send(packets.get(i), i + 1);
        }
        List<Set<String>> seen = new ArrayList<>();
        packets.forEach(packet -> seen.add(new HashSet<>()));
        awaitQueues();
        Matcher found = SET.matcher(run("nft", "list", "table", "inet", "judge").orThrow().stdout());
        while (found.find()) {
            boolean v6 = found.group(2).equals("6");
            for (String element : found.group(3).split(",")) {
                int label = Integer.decode(element.strip());
                int number = label & MOST_PACKETS;
                if (number >= 1 && number <= packets.size() && packets.get(number - 1).isV6() == v6
                        && label == label(packets.get(number - 1), number)) {
                    seen.get(number - 1).add(found.group(1));
                }
            }
        }
        return seen;
    }

    /** Until a program that decides packets has decided all. */
    private void awaitQueues() throws IOException {
        long end = System.nanoTime() + QUEUES_NANOS;
        while (run("cat", QUEUES).stdout().lines().anyMatch(queue -> !queue.strip().split(" +")[QUEUE_LENGTH].equals("0"))) {
            if (System.nanoTime() > end) {
                throw new IOException("packets wait in a queue without end: " + run("cat", QUEUES).stdout());
            }
            LockSupport.parkNanos(QUEUES_NANOS / 10_000);
        }
    }

    private void send(HookPacket packet, int number) throws IOException {
        byte[] bytes = packet.bytes().clone();
        MemorySegment segment = MemorySegment.ofArray(bytes);
        int label = label(packet, number);
        int ttlAt = packet.isV6() ? 7 : 8;
        bytes[ttlAt] += switch (packet.direction()) {
            case FORWARD -> 1;
            case IN, OUT -> 0;
        };
        if (packet.isV6()) {
            bytes[1] &= (byte) 0xf0;
            bytes[2] = (byte) (label >>> 8);
            bytes[3] = (byte) label;
        } else {
            bytes[4] = (byte) (label >>> 8);
            bytes[5] = (byte) label;
            bytes[10] = 0;
            bytes[11] = 0;
            int checksum = Checksum.of(segment, 0, (bytes[0] & 0xf) * 4L);
            bytes[10] = (byte) (checksum >>> 8);
            bytes[11] = (byte) checksum;
        }
        switch (packet.direction()) {
            case IN, FORWARD -> tuns.get(packet.inInterface()).write(segment);
            case OUT -> senders.get(packet.outInterface()).send(bytes);
        }
    }

    private static int label(HookPacket packet, int number) {
        int route = switch (packet.direction()) {
            case IN -> LOCAL;
            case FORWARD -> LOCAL + 1 + INTERFACES.indexOf(packet.outInterface());
            case OUT -> 0;
        };
        return route << ROUTE_SHIFT | MARKS.indexOf(packet.mark()) << MARK_SHIFT | number;
    }

    /** Runs a program there with an input. */
    Result feed(String input, String... command) throws IOException {
        Process process = network.process(node, command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the program says more of why it did not read on than this does
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Runs a program there. */
    Result run(String... command) throws IOException {
        return feed("", command);
    }

    /** The state of a packet's connection, of what it was seen in. */
    static Optional<ConnectionState> state(Set<String> seen) {
        return seen.stream().map(ConnectionState::get).filter(state -> state != null).findFirst();
    }

    @Override
    public void close() throws IOException {
        for (RawSender sender : senders.values()) {
            sender.close();
        }
        tuns.values().forEach(TunDevice::close);
        resident.destroy();
    }
}
