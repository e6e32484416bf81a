package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.lab.DropReason;
import org.hopwarden.lab.NetworkStatistics;
import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketSink;

/**
 * Carries packets from node to node: a discrete-event simulation whose events are arrivals, in the order of time and then of
 * sending. Knows nothing of clocks and threads; {@link Driver} sees to those.
 */
final class Simulation {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static final long NEVER = Long.MAX_VALUE;

    /** What became of a packet that a node wanted to send. */
    enum Outcome {
        SENT, NO_ROUTE, HOST_UNREACHABLE, FILTERED
    }

    final Graph graph;
    private final HostStack hostStack;
    private final EventQueue queue = new EventQueue();
    private final PacketView arriving = new PacketView();
    private final PacketView leaving = new PacketView();
    private final long[] dropped = new long[DropReason.values().length];
    private long sequence;
    private long sent;
    private long delivered;
    private long overflows;

    Simulation(Graph graph) {
        this.graph = graph;
        this.hostStack = new HostStack(graph);
    }

    /** When the next packet arrives somewhere; {@link #NEVER} where none is under way. */
    long nextTimeNanos() {
        Packet next = queue.peek();
        return next == null ? NEVER : next.timeNanos;
    }

    /** Handles the next arrival; there must be one. */
    void step() {
        arrive(queue.remove());
    }

    /**
     * Sends a packet of a node's own.
     *
     * @return other than {@code SENT}: the packet did not set out and is not counted
     */
    Outcome send(SimNode node, Packet packet, long nowNanos) {
        PacketView view = leaving;
        view.wrap(packet.bytes, 0, packet.length);
        Graph.Resolved resolved = graph.resolve(view.destination());
        boolean local = resolved.owner() == node
                || IcmpErrors.isLoopback(view.version(), view.destinationHigh(), view.destinationLow());
        SimInterface to = local ? null : route(node, resolved, view);
        if (!local && to == null) {
            return isAttached(node, resolved) ? Outcome.HOST_UNREACHABLE : Outcome.NO_ROUTE;
        }
        SimInterface out = local ? null : to.link.endAt(node);
        String outLink = local ? "" : out.linkName();
        if (!isAllowed(node.filterOut.decide(view, Direction.OUT, "", outLink))
                || !local && !isAllowed(out.filterOut.decide(view, Direction.OUT, "", outLink))) {
            return Outcome.FILTERED;
        }
        sent++;
        if (node.ports.length > 0) {
            // A copy, for on its way the packet's TTL changes.
            hand(node, MemorySegment.ofArray(packet.bytes.toArray(ValueLayout.JAVA_BYTE)), nowNanos,
                    PacketSink.Direction.SENT);
        }
        if (local) {
            packet.arriveAt(node, null, nowNanos, sequence++);
            queue.add(packet, node.lane);
        } else {
            transmit(packet, out, to, nowNanos);
        }
        return Outcome.SENT;
    }

    /** The address that a node sends from; empty where there is no route. */
    Optional<IpAddress> sourceFor(SimNode node, IpAddress destination) {
        Graph.Resolved resolved = graph.resolve(destination);
        if (destination.isLoopback() || resolved.owner() == node) {
            return Optional.of(destination);
        }
        if (isAttached(node, resolved)) {
            return Optional.of(resolved.destination().link.endAt(node).address(destination.version()));
        }
        NextHop[] hops = nextHops(node, resolved);
        if (hops.length > 0) {
            return Optional.of(hops[0].out().address(destination.version()));
        }
        return destination.isMulticast() ? Optional.ofNullable(node.firstInterface(destination.version()))
                .map(each -> each.address(destination.version()))
                : Optional.ofNullable(node.gateway(destination.version()))
                        .map(gateway -> gateway.link.endAt(node).address(destination.version()));
    }

    /** Which interface a packet arrives at next; null where no way leads on. */
    private SimInterface route(SimNode node, Graph.Resolved resolved, PacketView view) {
        if (IcmpErrors.isMulticast(view, false) || resolved.broadcast()) {
            SimInterface out = node.firstInterface(view.version());
            return out == null ? null : out.link.ends[0] == out ? out.link.ends[1] : out.link.ends[0];
        }
        if (isAttached(node, resolved)) {
            return resolved.ownerInterface();
        }
        NextHop[] hops = nextHops(node, resolved);
        return hops.length == 0 ? node.gateway(view.version()) : FlowHash.choose(hops, view, node.hashSeed).to();
    }

    private static NextHop[] nextHops(SimNode node, Graph.Resolved resolved) {
        return resolved.destination() == null ? Destination.NO_WAY : resolved.destination().nextHops(node);
    }

    private static boolean isAttached(SimNode node, Graph.Resolved resolved) {
        Destination destination = resolved.destination();
        return destination != null && destination.link != null && destination.link.endAt(node) != null;
    }

    private void transmit(Packet packet, SimInterface out, SimInterface to, long nowNanos) {
        if (out.losesNext()) {
            drop(DropReason.LOSS);
            return;
        }
        packet.arriveAt(to.node, to, out.arrivalNanos(nowNanos), sequence++);
        queue.add(packet, out.lane);
    }

    private void arrive(Packet packet) {
        PacketView view = arriving;
        if (!view.wrap(packet.bytes, 0, packet.length)) {
            drop(DropReason.MALFORMED);
            return;
        }
        if (!view.isHeaderChecksumValid()) {
            drop(DropReason.BAD_CHECKSUM);
            return;
        }
        SimNode node = packet.to;
        SimInterface in = packet.in;
        if (in == null) {
            deliver(node, packet, view);
            return;
        }
        if (IcmpErrors.isMartian(view)) {
            drop(DropReason.MARTIAN);
            return;
        }
        Decision decision = in.filterIn.decide(view, Direction.IN, in.linkName(), "");
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, in.address(view.version()));
            return;
        }
        Graph.Resolved resolved = graph.resolve(view.destination());
        if (resolved.owner() == node) {
            deliver(node, packet, view);
        } else if (!node.forwards || IcmpErrors.isMulticast(view, false) || resolved.broadcast()) {
            drop(DropReason.NOT_FORWARDED);
        } else {
            forward(node, packet, view, resolved);
        }
    }

    private void deliver(SimNode node, Packet packet, PacketView view) {
        String inLink = packet.in == null ? "" : packet.in.linkName();
        Decision decision = node.filterIn.decide(view, Direction.IN, inLink, "");
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, view.destination());
            return;
        }
        if (!view.isFragment() && !view.isTransportChecksumValid()) {
            drop(DropReason.BAD_CHECKSUM);
            return;
        }
        delivered++;
        hand(node, packet.bytes, packet.timeNanos, PacketSink.Direction.RECEIVED);
        answer(packet, hostStack.answer(node, view, packet.timeNanos));
    }

    private void forward(SimNode node, Packet packet, PacketView view, Graph.Resolved resolved) {
        SimInterface in = packet.in;
        SimInterface to = route(node, resolved, view);
        boolean attached = isAttached(node, resolved);
        if (to == null && !attached) {
            fail(packet, view, DropReason.NO_ROUTE, IcmpErrors.Kind.NO_ROUTE);
            return;
        }
        if (view.ttl() <= 1) {
            fail(packet, view, DropReason.TTL_EXPIRED, IcmpErrors.Kind.TIME_EXCEEDED);
            return;
        }
        if (to == null) {
            fail(packet, view, DropReason.HOST_UNREACHABLE, IcmpErrors.Kind.HOST_UNREACHABLE);
            return;
        }
        SimInterface out = to.link.endAt(node);
        Decision decision = node.filterForward.decide(view, Direction.FORWARD, in.linkName(), out.linkName());
        if (isAllowed(decision)) {
            decision = out.filterOut.decide(view, Direction.OUT, in.linkName(), out.linkName());
        }
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, in.address(view.version()));
            return;
        }
        decrementTtl(packet.bytes, view);
        transmit(packet, out, to, packet.timeNanos);
    }

    /** With the header checksum changed by the difference alone (RFC 1141, RFC 1624). */
    private static void decrementTtl(MemorySegment bytes, PacketView view) {
        if (view.isV6()) {
            bytes.set(ValueLayout.JAVA_BYTE, 7, (byte) (view.ttl() - 1));
            return;
        }
        int before = view.shortAt(8);
        int after = before - 0x100;
        bytes.set(SHORT, 8, (short) after);
        bytes.set(SHORT, 10, (short) Checksum.update(view.shortAt(10), before, after));
    }

    private void refuse(Packet packet, PacketView view, Decision decision, IpAddress speaker) {
        drop(DropReason.FILTERED);
        if (decision instanceof Decision.Reject(RejectWith with)) {
            boolean broadcast = graph.resolve(view.destination()).broadcast();
            answer(packet, with == RejectWith.TCP_RESET && view.isTcp() ? reset(packet.to, view, broadcast)
                    : IcmpErrors.rejection(view, with, packet.to, speaker, broadcast, packet.timeNanos));
        }
    }

    /** In the name of the packet's destination, for a sender believes no one else. */
    private static MemorySegment reset(SimNode node, PacketView view, boolean toBroadcast) {
        return toBroadcast || !IcmpErrors.isAllowed(view) ? null : HostStack.reset(node, view);
    }

    private static boolean isAllowed(Decision decision) {
        return decision instanceof Decision.Allow;
    }

    private void fail(Packet packet, PacketView view, DropReason reason, IcmpErrors.Kind kind) {
        drop(reason);
        report(packet, view, kind, packet.in.address(view.version()));
    }

    private void report(Packet packet, PacketView view, IcmpErrors.Kind kind, IpAddress speaker) {
        boolean broadcast = graph.resolve(view.destination()).broadcast();
        answer(packet, IcmpErrors.about(view, kind, packet.to, speaker, broadcast, packet.timeNanos));
    }

    private void answer(Packet packet, MemorySegment answer) {
        if (answer != null) {
            sendOwn(packet.to, answer, packet.timeNanos);
        }
    }

    /** Sends what a node makes by itself; nobody is there to be told if that fails. */
    private void sendOwn(SimNode node, MemorySegment bytes, long nowNanos) {
        DropReason reason = switch (send(node, new Packet(bytes), nowNanos)) {
            case SENT -> null;
            case NO_ROUTE -> DropReason.NO_ROUTE;
            case HOST_UNREACHABLE -> DropReason.HOST_UNREACHABLE;
            case FILTERED -> DropReason.FILTERED;
        };
        if (reason != null) {
            sent++;
            drop(reason);
        }
    }

    private void hand(SimNode node, MemorySegment bytes, long timeNanos, PacketSink.Direction direction) {
        if (node.ports.length == 0) {
            return;
        }
        MemorySegment readOnly = bytes.asReadOnly();
        for (SimPort port : node.ports) {
            if (!port.offer(readOnly, timeNanos, direction)) {
                overflows++;
            }
        }
    }

    private void drop(DropReason reason) {
        dropped[reason.ordinal()]++;
    }

    NetworkStatistics statistics() {
        Map<DropReason, Long> byReason = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            byReason.put(reason, dropped[reason.ordinal()]);
        }
        return new NetworkStatistics(sent, delivered, queue.size(), byReason, overflows,
                graph.nodes.stream().mapToLong(node -> node.suppressed).sum());
    }
}
