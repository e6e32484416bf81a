package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.lab.DropReason;
import org.hopwarden.lab.NetworkStatistics;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketSink;

/**
 * Carries packets from node to node: a discrete-event simulation whose events are arrivals, in the order of time and then of
 * sending. Knows nothing of clocks and threads; {@link Driver} sees to those.
 */
final class Simulation {

    static final long NEVER = Carrier.NEVER;

    /** What became of a packet that a node wanted to send. */
    enum Outcome {
        SENT, NO_ROUTE, HOST_UNREACHABLE, FILTERED, TOO_BIG
    }

    // What a packet has behind it at a node.
    private static final int CAME_IN = 1;
    private static final int TRANSLATED_IN = 2;
    private static final int NODE_PASSED = 4;
    private static final int TRANSLATED_OUT = 8;
    private static final int GOES_OUT = 16;

    final Graph graph;
    private final Timers timers = new Timers();
    private final HostStack hostStack;
    private final Routing routing;
    private final Tally tally = new Tally();
    private final Carrier carrier = new Carrier(tally);
    private final PacketView arriving = new PacketView();
    private final PacketView leaving = new PacketView();
    private final Consumer<LongConsumer> enter;
    /** How many packets wait at filters. */
    private long waiting;

    /** Of the link for which the last packet was {@linkplain Outcome#TOO_BIG too big}. */
    private int tooNarrowMtuBytes;

    /** @param enter lets other threads into the simulation, with the time */
    Simulation(Graph graph, Consumer<LongConsumer> enter) {
        this.graph = graph;
        this.enter = enter;
        this.hostStack = new HostStack(graph, this::sendOwn, timers);
        this.routing = new Routing(graph);
    }

    /** When something happens next: a packet arrives, or a timer ends. {@link #NEVER} where nothing will. */
    long nextTimeNanos() {
        return Math.min(carrier.nextTimeNanos(), timers.nextTimeNanos());
    }

    /** Handles what happens next; there must be something. */
    void step() {
        if (timers.nextTimeNanos() < carrier.nextTimeNanos()) {
            timers.runNext();
        } else {
            arrive(carrier.next());
        }
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
        if (!local) {
            switch (routing.find(node, resolved, view)) {
                case FOUND -> { }
                case NO_ROUTE, DISCARD -> {
                    return Outcome.NO_ROUTE;
                }
                case HOST_UNREACHABLE -> {
                    return Outcome.HOST_UNREACHABLE;
                }
            }
        }
        SimInterface to = local ? null : routing.to();
        SimInterface out = local ? null : to.link.endAt(node);
        String outLink = local ? "" : out.linkName();
        if (!isAllowed(node.filterOut.decide(view, Direction.OUT, "", outLink))
                || !local && !isAllowed(out.filterOut.decide(view, Direction.OUT, "", outLink))) {
            return Outcome.FILTERED;
        }
        if (!local && node.translator != null) {
            node.translator.leaving(view, out);
        }
        if (!local && packet.length > out.link.mtuBytes && !Fragments.mayCut(view)) {
            tooNarrowMtuBytes = out.link.mtuBytes;
            return Outcome.TOO_BIG;
        }
        tally.sent++;
        if (node.ports.length > 0) {
            // A copy, for on its way the packet's TTL changes.
            hand(node, MemorySegment.ofArray(packet.bytes.toArray(ValueLayout.JAVA_BYTE)), nowNanos,
                    PacketSink.Direction.SENT);
        }
        if (local) {
            carrier.loop(node, packet, nowNanos);
        } else {
            carrier.carry(packet, out, to, nowNanos);
        }
        return Outcome.SENT;
    }

    TcpStack tcp() {
        return hostStack.tcp();
    }

    /** The address that a node sends from; empty where there is no route. */
    Optional<IpAddress> sourceFor(SimNode node, IpAddress destination) {
        return routing.sourceFor(node, destination);
    }

    private void arrive(Packet packet) {
        PacketView view = arriving;
        if (!view.wrap(packet.bytes, 0, packet.length)) {
            tally.drop(DropReason.MALFORMED);
            return;
        }
        if (!view.isHeaderChecksumValid()) {
            tally.drop(DropReason.BAD_CHECKSUM);
            return;
        }
        SimNode node = packet.to;
        SimInterface in = packet.in;
        if (in == null) {
            deliver(node, packet, view);
            return;
        }
        if (packet.labels != null && switchLabels(node, packet, view)) {
            return;
        }
        if (IcmpErrors.isMartian(view)) {
            tally.drop(DropReason.MARTIAN);
            return;
        }
        Decision decision = ask(packet, CAME_IN, in.filterIn, view, Direction.IN, in.linkName(), "");
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, in.address(view.version()));
            return;
        }
        if (node.translator != null && comesTo(packet, TRANSLATED_IN) && !gather(node, packet, view)) {
            return;
        }
        Graph.Resolved resolved = graph.resolve(view.destination());
        if (resolved.owner() == node) {
            deliver(node, packet, view);
        } else if (!node.forwards || IcmpErrors.isMulticast(view, false) || resolved.broadcast()) {
            tally.drop(DropReason.NOT_FORWARDED);
        } else {
            forward(node, packet, view, resolved);
        }
    }

    /**
     * Translates what comes in, whole packets only: fragments wait for the others, as they do in Linux.
     *
     * @return false where the packet waits
     */
    private boolean gather(SimNode node, Packet packet, PacketView view) {
        if (view.isFragment()) {
            MemorySegment whole = node.reassembly.add(view, packet.timeNanos);
            if (whole == null) {
                tally.delivered++;
                return false;
            }
            packet.replace(whole);
            view.wrap(packet.bytes, 0, packet.length);
        }
        node.translator.arriving(view, packet.in);
        return true;
    }

    private void deliver(SimNode node, Packet packet, PacketView view) {
        String inLink = packet.in == null ? "" : packet.in.linkName();
        Decision decision = ask(packet, NODE_PASSED, node.filterIn, view, Direction.IN, inLink, "");
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, view.destination());
            return;
        }
        if (!view.isFragment() && !view.isTransportChecksumValid()) {
            tally.drop(DropReason.BAD_CHECKSUM);
            return;
        }
        tally.delivered++;
        hand(node, packet.bytes, packet.timeNanos, PacketSink.Direction.RECEIVED);
        if (!node.answers) {
            return;
        }
        answer(packet, view.isFragment() ? answerWhole(node, view, packet.timeNanos)
                : hostStack.answer(node, view, packet.timeNanos));
    }

    /** What a node answers once the last fragment of a packet is there. */
    private MemorySegment answerWhole(SimNode node, PacketView fragment, long nowNanos) {
        MemorySegment bytes = node.reassembly.add(fragment, nowNanos);
        if (bytes == null) {
            return null;
        }
        PacketView whole = PacketView.of(bytes);
        return whole.isTransportChecksumValid() ? hostStack.answer(node, whole, nowNanos) : null;
    }

    private void forward(SimNode node, Packet packet, PacketView view, Graph.Resolved resolved) {
        SimInterface in = packet.in;
        Routing.Verdict way = routing.find(node, resolved, view);
        if (way == Routing.Verdict.NO_ROUTE) {
            fail(packet, view, DropReason.NO_ROUTE, IcmpErrors.Kind.NO_ROUTE);
            return;
        }
        boolean decrements = node.node.behaviour().decrementsTtl();
        if (decrements && view.ttl() <= 1) {
            fail(packet, view, DropReason.TTL_EXPIRED, IcmpErrors.Kind.TIME_EXCEEDED);
            return;
        }
        if (way == Routing.Verdict.DISCARD) {
            tally.drop(DropReason.NO_ROUTE);
            return;
        }
        if (way == Routing.Verdict.HOST_UNREACHABLE) {
            fail(packet, view, DropReason.HOST_UNREACHABLE, IcmpErrors.Kind.HOST_UNREACHABLE);
            return;
        }
        SimInterface to = routing.to();
        SimInterface out = to.link.endAt(node);
        if (packet.length > out.link.mtuBytes && !Fragments.mayCut(view)) {
            reportTooBig(packet, view, out.link.mtuBytes);
            return;
        }
        Decision decision = ask(packet, NODE_PASSED, node.filterForward, view, Direction.FORWARD, in.linkName(), out.linkName());
        if (isAllowed(decision) && node.translator != null && comesTo(packet, TRANSLATED_OUT)) {
            node.translator.leaving(view, out);
        }
        if (isAllowed(decision)) {
            decision = ask(packet, GOES_OUT, out.filterOut, view, Direction.OUT, in.linkName(), out.linkName());
        }
        if (!isAllowed(decision)) {
            refuse(packet, view, decision, in.address(view.version()));
            return;
        }
        if (decrements) {
            HeaderEdit.setTtl(view, view.ttl() - 1);
        }
        if (node.rewriter != null) {
            node.rewriter.rewrite(view, out.linkName());
        }
        if (node.labelPaths.length > 0) {
            packet.labels = enterLabelPath(node, resolved, to, view.ttl());
        }
        packet.passed = 0;
        carrier.carry(packet, out, to, packet.timeNanos);
    }

    /** Asks a filter, unless it has let the packet pass before. */
    private Decision ask(Packet packet, int stage, PacketFilter filter, PacketView view, Direction direction, String inLink, String outLink) {
        if ((packet.passed & stage) != 0) {
            return Decision.ALLOW;
        }
        Decision decision = filter.decide(view, direction, inLink, outLink);
        if (isAllowed(decision)) {
            packet.passed |= stage;
        } else if (decision instanceof Decision.Hold(CompletionStage<Boolean> goesOn)) {
            waiting++;
            goesOn.whenComplete((goes, failure) -> enter.accept(now -> goOn(packet, stage, goes != null && goes, now)));
        }
        return decision;
    }

    /** Whether a packet comes to something for the first time at its node. */
    private static boolean comesTo(Packet packet, int stage) {
        boolean first = (packet.passed & stage) == 0;
        packet.passed |= stage;
        return first;
    }

    private void goOn(Packet packet, int stage, boolean goes, long nowNanos) {
        waiting--;
        if (goes) {
            packet.passed |= stage;
            carrier.again(packet, nowNanos);
        } else {
            tally.drop(DropReason.FILTERED);
        }
    }

    private static SimLabelPath.Labels enterLabelPath(SimNode node, Graph.Resolved resolved, SimInterface to, int ttl) {
        for (SimLabelPath path : node.labelPaths) {
            if (resolved.destination() != null && path.carries(resolved.destination(), to)) {
                return path.enter(ttl);
            }
        }
        return null;
    }

    /** A packet inside a label switched path: its IP header is not looked at. Whether that was all there is to do. */
    private boolean switchLabels(SimNode node, Packet packet, PacketView view) {
        SimLabelPath.Labels labels = packet.labels;
        NextHop next = labels.path().after(labels.link());
        if (next == null) {
            leaveLabelPath(labels, labels.ttl(), view);
            return false;
        }
        if (labels.ttl() <= 1) {
            fail(packet, view, DropReason.TTL_EXPIRED, IcmpErrors.Kind.TIME_EXCEEDED);
            return true;
        }
        int ttl = labels.ttl() - 1;
        boolean stays = labels.path().isLabelled(labels.link() + 1);
        if (!stays) {
            leaveLabelPath(labels, ttl, view);
        }
        if (packet.length > next.out().link.mtuBytes && !Fragments.mayCut(view)) {
            reportTooBig(packet, view, next.out().link.mtuBytes);
            return true;
        }
        packet.labels = stays ? new SimLabelPath.Labels(labels.path(), labels.link() + 1, ttl) : null;
        carrier.carry(packet, next.out(), next.to(), packet.timeNanos);
        return true;
    }

    private static void leaveLabelPath(SimLabelPath.Labels labels, int ttl, PacketView view) {
        if (labels.path().isUniform() && ttl < view.ttl()) {
            HeaderEdit.setTtl(view, ttl);
        }
    }

    private void refuse(Packet packet, PacketView view, Decision decision, IpAddress speaker) {
        if (decision instanceof Decision.Hold) {
            return;
        }
        tally.drop(DropReason.FILTERED);
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
        tally.drop(reason);
        IpAddress speaker = packet.in.address(view.version());
        boolean broadcast = graph.resolve(view.destination()).broadcast();
        byte[] extensions = IcmpErrors.carriesExtensions(kind) ? IcmpExtensions.of(packet.to, packet.labels, packet.in, view)
                : null;
        answer(packet, IcmpErrors.about(view, kind, packet.to, speaker, broadcast, packet.timeNanos, extensions));
    }

    /** Before the filters are asked, as Linux does. */
    private void reportTooBig(Packet packet, PacketView view, int mtuBytes) {
        tally.drop(DropReason.TOO_BIG);
        boolean broadcast = graph.resolve(view.destination()).broadcast();
        answer(packet, IcmpErrors.tooBig(view, mtuBytes, packet.to, packet.in.address(view.version()), broadcast,
                packet.timeNanos));
    }

    private void answer(Packet packet, MemorySegment answer) {
        if (answer != null) {
            sendOwn(packet.to, answer, packet.timeNanos);
        }
    }

    /** Sends what a node makes by itself; nobody is there to be told if that fails. */
    private void sendOwn(SimNode node, MemorySegment bytes, long nowNanos) {
        for (MemorySegment piece : hostStack.pieces(node, bytes)) {
            Outcome outcome = send(node, new Packet(piece), nowNanos);
            PacketView view = leaving;
            if (outcome == Outcome.TOO_BIG && view.isV6() && !view.isFragment()) {
                PathMtus.cut(node, view, tooNarrowMtuBytes)
                        .forEach(part -> settle(send(node, new Packet(part), nowNanos)));
            } else {
                settle(outcome);
            }
        }
    }

    private void settle(Outcome outcome) {
        DropReason reason = switch (outcome) {
            case SENT -> null;
            case NO_ROUTE -> DropReason.NO_ROUTE;
            case HOST_UNREACHABLE -> DropReason.HOST_UNREACHABLE;
            case FILTERED -> DropReason.FILTERED;
            case TOO_BIG -> DropReason.TOO_BIG;
        };
        if (reason != null) {
            tally.sent++;
            tally.drop(reason);
        }
    }

    private void hand(SimNode node, MemorySegment bytes, long timeNanos, PacketSink.Direction direction) {
        if (node.ports.length == 0) {
            return;
        }
        MemorySegment readOnly = bytes.asReadOnly();
        for (SimPort port : node.ports) {
            if (!port.offer(readOnly, timeNanos, direction)) {
                tally.overflows++;
            }
        }
    }

    NetworkStatistics statistics() {
        return tally.statistics(carrier.inFlight() + waiting, graph.nodes);
    }
}
