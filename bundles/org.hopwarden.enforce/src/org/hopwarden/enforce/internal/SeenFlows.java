package org.hopwarden.enforce.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * The states of the connections whose packets are in a capture, as far as they can be known from it: as Linux tells them, but without
 * its time-outs. What a policy does not allow makes no connection known. Bounded: beyond {@link #MOST} the one seen longest ago is
 * forgotten. Used by one thread.
 */
public final class SeenFlows {

    static final int MOST = 1 << 18;
    /** Multicast listener and neighbour discovery, which Linux does not track (nf_conntrack_proto_icmpv6.c, noct_valid_new). */
    private static final Set<Integer> UNTRACKED_V6 = Set.of(130, 133, 134, 135, 136, 143);

    /** Both directions of a flow have the same key. */
    private record Key(IpAddress low, int lowPort, IpAddress high, int highPort, int protocol) {
    }

    private record Fragments(IpAddress source, IpAddress destination, int protocol, long identification) {
    }

    /** What is known of a flow. */
    private static final class Flow {
        private final IpAddress from;
        private final int fromPort;
        private boolean answered;

        Flow(IpAddress from, int fromPort) {
            this.from = from;
            this.fromPort = fromPort;
        }

        private boolean isFrom(PacketView packet, int port) {
            return packet.source().equals(from) && port == fromPort;
        }
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        Bounded() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private final Map<Key, Flow> flows = new Bounded<>();
    private final Map<Fragments, ConnectionState> fragments = new Bounded<>();
    private final PacketView quoted = new PacketView();

    /** The state of a valid packet. */
    public ConnectionState state(PacketView packet) {
        if (packet.isLaterFragment()) {
            return fragments.getOrDefault(fragmentsOf(packet), ConnectionState.INVALID);
        }
        if (packet.isIcmpError()) {
            return packet.quote(quoted) && flows.containsKey(key(quoted)) ? ConnectionState.RELATED : ConnectionState.INVALID;
        }
        if (packet.isV6() && UNTRACKED_V6.contains(packet.icmpType())) {
            return ConnectionState.UNTRACKED;
        }
        Flow flow = flows.get(key(packet));
        if (flow == null) {
            return begins(packet) ? ConnectionState.NEW : ConnectionState.INVALID;
        }
        return flow.answered || !flow.isFrom(packet, first(packet)) ? ConnectionState.ESTABLISHED : ConnectionState.NEW;
    }

    /** A packet of this state was let pass. */
    public void allowed(PacketView packet, ConnectionState state) {
        if (packet.isFragment() && !packet.isLaterFragment()) {
            fragments.put(fragmentsOf(packet), state);
        }
        if (packet.isLaterFragment() || state != ConnectionState.NEW && state != ConnectionState.ESTABLISHED) {
            return;
        }
        Flow flow = flows.computeIfAbsent(key(packet), each -> new Flow(packet.source(), first(packet)));
        flow.answered |= !flow.isFrom(packet, first(packet));
    }

    /** Which packets make a connection known: net/netfilter/nf_conntrack_proto_tcp.c (tcp_conntracks) and _icmp.c. */
    private static boolean begins(PacketView packet) {
        if (packet.isTcp()) {
            int flags = packet.tcpFlags() & (TcpFlags.SYN | TcpFlags.ACK | TcpFlags.FIN | TcpFlags.RST);
            return flags == TcpFlags.SYN || flags == TcpFlags.ACK;
        }
        return !packet.isIcmp() || packet.icmpType() == (packet.isV4() ? IcmpType.ECHO_REQUEST : IcmpType.V6_ECHO_REQUEST);
    }

    private static Fragments fragmentsOf(PacketView packet) {
        return new Fragments(packet.source(), packet.destination(), packet.protocol(), packet.identification());
    }

    private static Key key(PacketView packet) {
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        int from = first(packet);
        int to = second(packet);
        int order = source.compareTo(destination);
        return order < 0 || order == 0 && from <= to ? new Key(source, from, destination, to, packet.protocol())
                : new Key(destination, to, source, from, packet.protocol());
    }

    /** The source port; for an echo and its reply the same. */
    private static int first(PacketView packet) {
        return isEcho(packet) ? packet.icmpIdentifier() : packet.sourcePort();
    }

    private static int second(PacketView packet) {
        return isEcho(packet) ? packet.icmpIdentifier() : packet.destinationPort();
    }

    private static boolean isEcho(PacketView packet) {
        int type = packet.icmpType();
        return packet.isV4() ? type == IcmpType.ECHO_REQUEST || type == IcmpType.ECHO_REPLY
                : type == IcmpType.V6_ECHO_REQUEST || type == IcmpType.V6_ECHO_REPLY;
    }
}
