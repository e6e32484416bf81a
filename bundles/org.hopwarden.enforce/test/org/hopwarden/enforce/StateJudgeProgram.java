package org.hopwarden.enforce;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.engine.connections.ConnectionTracker;
import org.hopwarden.engine.connections.Tracking;
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
    private static final int MOST_SHOWN = 3;
    private static final int MOST_BEFORE = 40;

    private final TunDevice west;
    private final TunDevice east;
    private final Tracking tracking = new ConnectionTracker().newTracking();
    private final List<String> history = new ArrayList<>();
    private final Map<ConnectionState, Integer> judged = new EnumMap<>(ConnectionState.class);
    /** The ends about whose packets a difference was shown: what follows the first is mostly its consequence. */
    private final Set<String> shown = new HashSet<>();
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
        return text + "  ip ttl " + StatePackets.DROPPED_TTL + " drop\n  ip6 hoplimit " + StatePackets.DROPPED_TTL + " drop\n }\n}\n";
    }

    /** @param args the seed, how many packets, and wild or tame */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (TunDevice west = TunDevice.open("west", "test"); TunDevice east = TunDevice.open("east", "test")) {
            shell("ip link set west up; ip link set east up\n"
                    + "ip addr add 10.8.1.254/24 dev west; ip addr add 10.8.2.254/24 dev east\n"
                    + "ip addr add fd08:1::fe/64 dev west nodad; ip addr add fd08:2::fe/64 dev east nodad\n"
                    + "for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $f; done\n"
                    + "nft -f - <<'END'\n" + rules() + "END\n");
            StateJudgeProgram program = new StateJudgeProgram(west, east);
            program.judge(Long.parseLong(args[0]), Integer.parseInt(args[1]), args[2].equals("wild"));
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
        PacketView view = new PacketView();
        for (int i = 0; i < count; i++) {
            StatePackets.Packet packet = packets.next();
            view.wrap(packet.bytes(), 0, packet.bytes().byteSize());
            ConnectionState ours = tracking.look(view);
            tracking.decided(0, this, !packet.dropped());
            (packet.west() ? west : east).write(packet.bytes());
            int dscp = packet.dropped() ? -1 : arrived(packet.west() ? east : west, packets.number());
            ConnectionState kernel = dscp < 1 ? null : BY_DSCP.get(dscp - 1);
            if (kernel != null) {
                judged.merge(kernel, 1, Integer::sum);
            }
            history.add(number(i) + (packet.west() ? " > " : " < ") + describe(view) + (packet.dropped() ? " dropped" : "") + ": kernel "
                    + (kernel == null ? "?" : kernel) + ", tracker " + ours);
            if (!packet.dropped() && kernel != ours) {
                found++;
                if (shown.size() < MOST_SHOWN && shown.add(key(view))) {
                    show(view);
                }
            }
        }
    }

    private static String number(int i) {
        return "#" + (i + 1);
    }

    /** @return the DSCP it arrived with; -1 where it did not */
    private static int arrived(TunDevice device, int number) throws PacketPortException {
        int[] dscp = { -1 };
        PacketView view = new PacketView();
        long until = System.nanoTime() + WAIT_NANOS;
        while (dscp[0] < 0 && System.nanoTime() < until) {
            device.read(packet -> {
                if (view.wrap(packet, 0, packet.byteSize())
                        && (view.isV4() ? view.identification() : view.flowLabel()) == number) {
                    dscp[0] = view.dscp();
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
