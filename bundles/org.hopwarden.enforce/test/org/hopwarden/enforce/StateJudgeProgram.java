package org.hopwarden.enforce;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.hopwarden.enforce.StateHosts.Fragments;
import org.hopwarden.enforce.StateHosts.Packet;
import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionTracker;
import org.hopwarden.engine.connections.Tracking;
import org.hopwarden.engine.connections.Tracking.Fragment;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TunDevice;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Sends random packets through the kernel of the namespace that it runs in, whose rules write the state that it tracks into each
 * packet's DSCP, and holds a {@link ConnectionTracker} against it. Prints where they differ.
 */
final class StateJudgeProgram {

    private static final List<ConnectionState> BY_DSCP = List.of(ConnectionState.NEW, ConnectionState.ESTABLISHED,
            ConnectionState.RELATED, ConnectionState.INVALID, ConnectionState.UNTRACKED);
    private static final long WAIT_NANOS = 300_000_000;
    private static final String BROKEN = "BROKEN";
    private static final int MOST_SHOWN = 3;
    private static final int MOST_BEFORE = 20;

    private final TunDevice west;
    private final TunDevice east;
    /** Its time stands still, and the kernel's time-outs are long: what expires between the two looks at a packet tells nothing. */
    private final Tracking tracking = new ConnectionTracker(new ConnectionLimits(1 << 18, 1 << 18, 1 << 16, 1 << 16), () -> 0).newTracking();
    private final List<String> history = new ArrayList<>();
    private final Map<ConnectionState, Integer> judged = new EnumMap<>(ConnectionState.class);
    /** The ends about whose packets a difference was shown: what follows the first is mostly its consequence. */
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Integer> byKind = new TreeMap<>();
    /** The numbers of packets that must not arrive. */
    private final Set<Integer> swallowed = new HashSet<>();
    private final PacketView view = new PacketView();
    private int found;

    private StateJudgeProgram(TunDevice west, TunDevice east) {
        this.west = west;
        this.east = east;
    }

    private static String rules() {
        StringBuilder text = new StringBuilder("table inet judge {\n chain states {\n  type filter hook prerouting priority -100;\n");
        for (int i = 0; i < BY_DSCP.size(); i++) {
            String state = BY_DSCP.get(i).getLiteral();
            text.append("  ct state ").append(state).append(" ip dscp set ").append(i + 1).append('\n');
            text.append("  ct state ").append(state).append(" ip6 dscp set ").append(i + 1).append('\n');
        }
        return text + "  ip ttl " + StateHosts.DROPPED_TTL + " drop\n  ip6 hoplimit " + StateHosts.DROPPED_TTL + " drop\n }\n}\n";
    }

    /** @param args the seed, how many packets, and wild or tame */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (TunDevice west = TunDevice.open("west", "test"); TunDevice east = TunDevice.open("east", "test")) {
            shell("ip link set west up; ip link set east up\n"
                    + "ip addr add 10.8.1.254/24 dev west; ip addr add 10.8.2.254/24 dev east\n"
                    + "ip addr add fd08:1::fe/64 dev west nodad; ip addr add fd08:2::fe/64 dev east nodad\n"
                    + "for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $f; done\n"
                    + "for f in /proc/sys/net/netfilter/nf_conntrack_*timeout*; do echo 86400 > $f; done\n"
                    + "echo 0 > /proc/sys/net/netfilter/nf_conntrack_checksum\n"
                    + "nft -f - <<'END'\n" + rules() + "END\n");
            StateJudgeProgram program = new StateJudgeProgram(west, east);
            program.judge(Long.parseLong(args[0]), Integer.parseInt(args[1]), args[2].equals("wild"));
            System.out.println("of " + program.byKind);
            System.out.println("judged " + program.judged + ", differ " + program.found);
        } catch (PacketPortException e) {
            System.err.println(e.reason() + ": " + e.getMessage());
            System.exit(3);
        }
    }

    private static void shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-e").redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private void judge(long seed, int count, boolean wild) throws PacketPortException {
        StatePackets packets = new StatePackets(seed, wild);
        for (int i = 0; i < count; i++) {
            Packet packet = packets.next();
            List<String> said = packet.pieces().stream().map(piece -> look(piece, !packet.dropped())).toList();
            for (MemorySegment piece : packet.pieces()) {
                (packet.west() ? west : east).write(piece);
            }
            boolean comes = !packet.dropped() && packet.fragments() != Fragments.NEVER_WHOLE;
            if (!comes) {
                swallowed.add(packets.number());
            }
            int dscp = comes ? arrived(packet.west() ? east : west, packets.number()) : -1;
            ConnectionState kernel = dscp < 1 ? null : BY_DSCP.get(dscp - 1);
            if (kernel != null) {
                judged.merge(kernel, 1, Integer::sum);
            }
            view.wrap(packet.bytes(), 0, packet.bytes().byteSize());
            byKind.merge(packet.pieces().size() > 1 ? packet.fragments().toString() : IpProtocol.name(view.protocol()), 1, Integer::sum);
            history.add(number(i) + (packet.west() ? " > " : " < ") + describe(view) + (packet.dropped() ? " dropped" : "") + ": kernel "
                    + (kernel == null ? "?" : kernel) + ", tracker " + said);
            if (comes && !agree(packet, kernel, said)) {
                differ(view);
            }
        }
    }

    /** The state of a packet or fragment, or that it must not pass. */
    private String look(MemorySegment packet, boolean passes) {
        view.wrap(packet, 0, packet.byteSize());
        ConnectionState state = tracking.look(view);
        boolean broken = tracking.fragment() == Fragment.BROKEN;
        tracking.decided(0, this, passes && !broken);
        return broken ? BROKEN : state.toString();
    }

    /** Whether the tracker says what the kernel says of the whole, as far as {@link Fragments} does not tell what it says else. */
    private static boolean agree(Packet packet, ConnectionState kernel, List<String> said) {
        List<MemorySegment> pieces = packet.pieces();
        int first = 0;
        while (packet.fragments() == Fragments.BEFORE_FIRST && PacketView.of(pieces.get(first)).fragmentOffset() > 0) {
            first++;
        }
        for (int i = 0; i < said.size(); i++) {
            String wanted = i < first ? ConnectionState.INVALID.toString() : pieces.indexOf(pieces.get(i)) < i ? BROKEN : String.valueOf(kernel);
            boolean invalid = said.get(i).equals(BROKEN) || said.get(i).equals(ConnectionState.INVALID.toString());
            if (packet.fragments() == Fragments.HEADER_IN_PIECES ? !invalid : !said.get(i).equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private void differ(PacketView about) {
        found++;
        if (shown.size() < MOST_SHOWN && shown.add(key(about))) {
            show(about);
        }
    }

    private static String number(int i) {
        return "#" + (i + 1);
    }

    /** @return the DSCP it arrived with; -1 where it did not */
    private int arrived(TunDevice device, int number) throws PacketPortException {
        int[] dscp = { -1 };
        PacketView seen = new PacketView();
        long until = System.nanoTime() + WAIT_NANOS;
        while (dscp[0] < 0 && System.nanoTime() < until) {
            device.read(packet -> {
                if (!seen.wrap(packet, 0, packet.byteSize())) {
                    return;
                }
                int arrived = seen.isV4() ? (int) seen.identification() : seen.flowLabel();
                if (arrived == number) {
                    dscp[0] = seen.dscp();
                } else if (swallowed.contains(arrived) && seen.dscp() > 0) {
                    differ(seen);
                }
            }, WAIT_NANOS);
        }
        return dscp[0];
    }

    private static String key(PacketView view) {
        String a = view.source() + ":" + view.sourcePort();
        String b = view.destination() + ":" + view.destinationPort();
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }

    private static String describe(PacketView view) {
        StringBuilder text = new StringBuilder(key(view)).append(" ").append(IpProtocol.name(view.protocol()));
        if (view.isTcp()) {
            text.append(' ').append(TcpFlags.text(view.tcpFlags())).append(" seq ").append(view.tcpSequence()).append(" ack ")
                    .append(view.tcpAcknowledgement()).append(" win ").append(view.tcpWindow()).append(" len ")
                    .append(view.lengthBytes() - view.payloadOffset()).append(" opt ").append(view.tcpHeaderLength() - 20);
        } else if (view.protocol() == IpProtocol.SCTP && view.hasTransport(12)) {
            text.append(" tag ").append(Long.toHexString(view.intAt(view.transportOffset() + 4))).append(" chunks ").append(HexFormat.of()
                    .formatHex(view.segment().asSlice(view.base() + view.transportOffset() + 12, view.transportLengthBytes() - 12)
                            .toArray(ValueLayout.JAVA_BYTE)));
        } else if (view.isIcmp()) {
            text.append(" type ").append(view.icmpType()).append(" code ").append(view.icmpCode()).append(" id ")
                    .append(view.icmpIdentifier());
            PacketView quoted = new PacketView();
            if (view.quote(quoted)) {
                text.append(" of [").append(quoted.source()).append(" > ").append(describe(quoted)).append("] ")
                        .append(quoted.lengthBytes()).append(" bytes");
            }
        }
        return text.toString();
    }

    /** The packet that they differ about, and those before it of the same ends. */
    private void show(PacketView view) {
        String key = key(view);
        System.out.println("--");
        List<String> same = history.stream().filter(line -> line.contains(key)).toList();
        same.subList(Math.max(0, same.size() - MOST_BEFORE), same.size()).forEach(System.out::println);
    }
}
