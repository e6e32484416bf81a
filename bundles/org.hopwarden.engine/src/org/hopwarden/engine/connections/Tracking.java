package org.hopwarden.engine.connections;

import org.hopwarden.engine.connections.FragmentTable.Datagram;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Tells the states of one thread's packets by the table of a {@link ConnectionTracker}. Each packet is first looked at and then,
 * when it was decided, {@linkplain #decided said to go on or not}: only what goes on opens a connection.
 *
 * <pre>{@code
 * state.state(tracking.look(packet));
 * int decision = ...
 * tracking.decided(decision, policy, passes);
 * }</pre>
 *
 * A packet of a connection that is known allocates nothing. Not safe for use by several threads at a time.
 */
public final class Tracking {

    /** What a later fragment is to be done with. */
    public enum Fragment {
        /** The packet is no later fragment, or its first fragment is not known: decide it by itself. */
        NONE,
        /** Its first fragment was decided: {@link Tracking#firstDecision} and {@link Tracking#firstPolicy} say how. */
        FOLLOWS,
        /** It overlaps another of its datagram, or would make it too long or too much in pieces: it must not pass. */
        BROKEN
    }

    /** Of ICMP in IPv4 no type above is known: Linux, NR_ICMP_TYPES. */
    private static final int MOST_ICMP_TYPE = 18;

    private final ConnectionTracker tracker;
    private final FlowKey key = new FlowKey();
    private final TcpSegment segment = new TcpSegment();
    private final SctpPacket association = new SctpPacket();
    private final PacketView quote = new PacketView();
    /** A flow that no table holds; used again until one is kept. */
    private Flow spare = new Flow();
    /** The spare flow, where the packet opens it. */
    private Flow opened;
    private Fragment fragment = Fragment.NONE;
    private Datagram datagram;
    private PacketView looked;
    private long now;

    Tracking(ConnectionTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * The state of a packet.
     *
     * @param packet valid; it is looked at again before {@link #decided} returns, but not kept
     */
    public ConnectionState look(PacketView packet) {
        opened = null;
        datagram = null;
        fragment = Fragment.NONE;
        looked = packet;
        now = tracker.now();
        if (packet.isFragment() && !looksWhole(packet)) {
            return fragment == Fragment.FOLLOWS ? datagram.state() : ConnectionState.INVALID;
        }
        ConnectionState state = state(packet);
        if (datagram != null) {
            datagram.state(state);
        }
        return state;
    }

    /** Whether a fragment is a first one, to be looked at like a whole packet. */
    private boolean looksWhole(PacketView packet) {
        datagram = tracker.fragments().add(packet, now);
        if (datagram != null && datagram.isBroken()) {
            fragment = Fragment.BROKEN;
            return false;
        }
        if (!packet.isLaterFragment()) {
            return true;
        }
        fragment = datagram != null && datagram.isDecided() ? Fragment.FOLLOWS : Fragment.NONE;
        return false;
    }

    private ConnectionState state(PacketView packet) {
        int protocol = packet.protocol();
        if (packet.isCutShort() || packet.isV6() && (IpProtocol.isExtensionHeader(protocol) || protocol == IpProtocol.NO_NEXT_HEADER)) {
            return ConnectionState.INVALID;
        }
        if (packet.isIcmp()) {
            if (!packet.hasTransport(8)) {
                return ConnectionState.INVALID;
            }
            if (packet.isV6() && belongsToNoConnection(packet.icmpType())) {
                return ConnectionState.UNTRACKED;
            }
            if (packet.isV4() && packet.icmpType() > MOST_ICMP_TYPE) {
                return ConnectionState.INVALID;
            }
            if (packet.isIcmpError()) {
                return ofError(packet);
            }
        }
        if (!isSound(packet, protocol) || !key.fill(packet)) {
            return ConnectionState.INVALID;
        }
        int hash = tracker.hash(key);
        FlowPart part = tracker.part(hash);
        synchronized (part) {
            Flow flow = tracker.find(part, key, hash, now);
            ConnectionState state = flow == null ? null : follow(part, flow, packet);
            return state != null ? state : open(part, hash, packet);
        }
    }

    /** Neighbour and router discovery, reports of listeners, and multicast routers: Linux tracks none of them. */
    private static boolean belongsToNoConnection(int type) {
        return type >= 130 && type <= IcmpType.V6_NEIGHBOUR_ADVERTISEMENT || type == 143 || type == 151 || type == 152;
    }

    /** Whether the transport header is whole and in order; what it says is at hand then. */
    private boolean isSound(PacketView packet, int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> segment.read(packet);
            case IpProtocol.SCTP -> association.read(packet);
            case IpProtocol.UDP -> isUdpWhole(packet);
            case IpProtocol.UDP_LITE -> isUdpLiteWhole(packet);
            // The ICMP of the other IP version: Linux.
            case IpProtocol.ICMP, IpProtocol.ICMPV6 -> packet.isIcmp();
            default -> true;
        };
    }

    /** RFC 3828: a checksum must be there, over the header at least. */
    private static boolean isUdpLiteWhole(PacketView packet) {
        if (!packet.hasTransport(8)) {
            return false;
        }
        int covered = packet.shortAt(packet.transportOffset() + 4);
        boolean covers = covered == 0 || covered >= 8 && (packet.isFragment() || covered <= packet.transportLengthBytes());
        return covers && packet.shortAt(packet.transportOffset() + 6) != 0;
    }

    private static boolean isUdpWhole(PacketView packet) {
        int length = packet.udpLength();
        return packet.hasTransport(8) && length >= 8 && (packet.isFragment() || length <= packet.transportLengthBytes());
    }

    /** An error belongs to the flow of the packet that it quotes, where it goes to that packet's sender. */
    private ConnectionState ofError(PacketView packet) {
        if (!packet.quote(quote) || quote.isLaterFragment() || quote.isIcmpError() || !key.fill(quote)
                || quote.isV6() != packet.isV6() || quote.sourceHigh() != packet.destinationHigh() || quote.sourceLow() != packet.destinationLow()) {
            return ConnectionState.INVALID;
        }
        int hash = tracker.hash(key);
        FlowPart part = tracker.part(hash);
        synchronized (part) {
            return tracker.find(part, key, hash, now) == null ? ConnectionState.INVALID : ConnectionState.RELATED;
        }
    }

    /** @return null where the flow is over and the packet opens another */
    private ConnectionState follow(FlowPart part, Flow flow, PacketView packet) {
        boolean back = key.fromFirst != flow.openedByFirst;
        ConnectionState state = back || flow.answered ? ConnectionState.ESTABLISHED : ConnectionState.NEW;
        if (flow.sctp != null) {
            if (!flow.sctp.follow(flow, association, back, now)) {
                return ConnectionState.INVALID;
            }
        } else if (flow.tcp == null) {
            flow.seen(now);
        } else {
            switch (flow.tcp.follow(flow, segment, back, now)) {
                case REOPENS -> {
                    tracker.remove(part, flow);
                    return null;
                }
                case INVALID -> {
                    return ConnectionState.INVALID;
                }
                case TAKEN, IGNORED -> {
                    // It counts for the flow.
                }
            }
        }
        flow.count(packet, back);
        flow.answered |= back;
        if (flow.isExpired(now)) {
            tracker.remove(part, flow);
        }
        return state;
    }

    private ConnectionState open(FlowPart part, int hash, PacketView packet) {
        if (packet.isIcmp() && !key.fromFirst) {
            // An answer that nobody asked for.
            return ConnectionState.INVALID;
        }
        Flow flow = spare;
        flow.open(key, hash, now);
        if (flow.sctp != null) {
            if (!flow.sctp.open(flow, association, now)) {
                return ConnectionState.INVALID;
            }
        } else if (flow.tcp == null) {
            flow.seen(now);
        } else if (flow.tcp.open(segment)) {
            flow.lasts(flow.tcp.firstSeconds(), now);
        } else {
            return ConnectionState.INVALID;
        }
        if (!tracker.hasRoom(part, flow, now)) {
            tracker.refuse();
            return ConnectionState.INVALID;
        }
        flow.count(packet, false);
        opened = flow;
        return ConnectionState.NEW;
    }

    /**
     * Says what became of the packet that was looked at last.
     *
     * @param decision of the policy, which later fragments of the packet follow
     * @param policy whose decision it is
     * @param passes whether it goes on
     */
    public void decided(int decision, Object policy, boolean passes) {
        if (datagram != null && fragment == Fragment.NONE) {
            tracker.fragments().decided(datagram, decision, policy);
        }
        if (opened != null && passes) {
            keep();
        }
        opened = null;
        looked = null;
    }

    private void keep() {
        FlowPart part = tracker.part(opened.hash);
        synchronized (part) {
            Flow other = tracker.find(part, key, opened.hash, now);
            if (other != null) {
                // The other direction has opened the same flow at the same time.
                follow(part, other, looked);
            } else if (tracker.add(part, opened, now)) {
                spare = new Flow();
            }
        }
    }

    /** What is to be done with the packet that was looked at last, where it is a later fragment. */
    public Fragment fragment() {
        return fragment;
    }

    /** The decision on the first fragment of the datagram that the packet that was looked at last belongs to. */
    public int firstDecision() {
        return datagram.decision();
    }

    /** Whose decision {@link #firstDecision} is. */
    public Object firstPolicy() {
        return datagram.policy();
    }
}
