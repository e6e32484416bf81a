package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.VerdictChanges.Flow;
import org.hopwarden.enforce.gate.VerdictChanges.Packet;
import org.hopwarden.enforce.gate.VerdictChanges.Way;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Decides the packets of captures twice, by the policy that is in force and by a new one, and keeps those that get another verdict:
 * each for itself up to a bound, and all of them by flow. Used by one thread.
 * <p>
 * Where a rule asks for the states of connections, each policy has its own, from the packets that it has let pass.
 */
public final class CaptureReplay {

    /** How many changed packets are kept each for itself. */
    public static final int MOST_DETAILS = 100_000;
    /** How many flows are kept; the packets of others are counted. */
    public static final int MOST_FLOWS = 10_000;

    private static final Verdict UNFILTERED = new Verdict(Kind.ALLOW, Basis.POLICY_DEFAULT, null, 0, null, false, "nothing is enforced");

    private final GatePlace place;
    private final HostAddresses host;
    private final Sides sides;
    /** Whether a rule of either policy asks for interfaces. */
    private final boolean asksInterfaces;
    private boolean sidesMissing;
    private final Side before;
    private final Side after;
    private final Map<Key, Counted> flows = new HashMap<>();
    private final List<Packet> details = new ArrayList<>();
    private final long[] changed = new long[Way.values().length];
    private String file = "";
    private long packets;
    private long elsewhere;
    private long unread;
    private long packetsOfOtherFlows;

    /** Packets that go together. Ports are the type and code of ICMP. */
    private record Key(Direction direction, IpAddress source, int sourcePort, IpAddress destination, int destinationPort, int protocol,
            int before, int after) {
    }

    private static final class Counted {
        private final Packet first;
        private long packets;

        Counted(Packet first) {
            this.first = first;
        }
    }

    /** A policy with the connections that it knows. */
    private static final class Side {
        private final CompiledPolicy policy;
        /** Null where no rule asks for states, or nobody would know them. */
        private final CaptureTracking tracking;
        private final PacketState state = new PacketState(Direction.FORWARD);
        private Verdict verdict = UNFILTERED;
        private int slot;

        /** @param policy null where everything passes */
        Side(CompiledPolicy policy, boolean tracked) {
            this.policy = policy;
            tracking = tracked && policy != null && policy.questions().rules().containsKey(Field.STATE) ? new CaptureTracking() : null;
        }

        /**
         * Decides a packet at one hook after the other, until one does not let it pass. It is tracked once, where it is met first: so is what goes
         * through the loopback interface.
         *
         * @return the hook that has decided
         */
        Hook decide(PacketView packet, List<Hook> hooks, long timeNanos) {
            if (policy == null) {
                return hooks.getLast();
            }
            ConnectionState tracked = tracking == null ? ConnectionState.UNTRACKED : tracking.look(packet, timeNanos);
            Hook hook = null;
            int decision = 0;
            Iterator<Hook> next = hooks.iterator();
            do {
                hook = next.next();
                decision = decide(packet, hook, tracked, timeNanos);
            } while (next.hasNext() && CompiledPolicy.isAllow(decision));
            if (tracking != null) {
                tracking.decided(decision, CompiledPolicy.isAllow(decision));
            }
            verdict = policy.verdict(decision);
            slot = CompiledPolicy.slot(decision);
            return hook;
        }

        /** Decides the packet that was decided last at another hook, without telling it to the tracking of connections. */
        void again(PacketView packet, Hook hook, long timeNanos) {
            if (policy != null) {
                int decision = decide(packet, hook, state.state(), timeNanos);
                verdict = policy.verdict(decision);
                slot = CompiledPolicy.slot(decision);
            }
        }

        private int decide(PacketView packet, Hook hook, ConnectionState tracked, long timeNanos) {
            state.next().direction(hook.direction()).interfaces(hook.in(), hook.out()).state(tracked).at(timeNanos);
            return tracking != null && tracking.follows() ? tracking.firstDecision() : policy.decide(packet, state);
        }
    }

    /** Where a packet is decided. */
    private record Hook(Direction direction, String in, String out) {
    }

    /**
     * @param before what is in force, compiled for this replay alone, for its rates are used up; empty where everything passes
     * @param after the new policy, compiled for this replay alone
     */
    public CaptureReplay(Optional<CompiledPolicy> before, CompiledPolicy after, GatePlace place, HostAddresses host) {
        this(before, after, place, host, Sides.UNKNOWN);
    }

    /** @param sides by which interfaces packets go that pass through */
    public CaptureReplay(Optional<CompiledPolicy> before, CompiledPolicy after, GatePlace place, HostAddresses host, Sides sides) {
        this.before = new Side(before.orElse(null), place.tracked());
        this.after = new Side(requireNonNull(after, "after"), place.tracked());
        this.place = requireNonNull(place, "place");
        this.host = requireNonNull(host, "host");
        this.sides = requireNonNull(sides, "sides");
        asksInterfaces = asked().contains(Field.IN_INTERFACE) || asked().contains(Field.OUT_INTERFACE);
    }

    private Set<Field> asked() {
        Set<Field> asked = new HashSet<>(after.policy.questions().rules().keySet());
        if (before.policy != null) {
            asked.addAll(before.policy.questions().rules().keySet());
        }
        return asked;
    }

    /** The packets that follow are of this capture. */
    public void file(String name) {
        file = requireNonNull(name, "name");
    }

    /** A frame without an IP packet. */
    public void unread() {
        unread++;
    }

    /**
     * Takes a packet.
     *
     * @param packet valid, and only during the call
     * @param timeNanos when it was captured, in nanoseconds since 1970
     */
    public void take(PacketView packet, long frame, long timeNanos) {
        List<Hook> hooks = hooks(packet);
        if (hooks.isEmpty()) {
            elsewhere++;
            return;
        }
        packets++;
        before.decide(packet, hooks, timeNanos);
        Hook last = after.decide(packet, hooks, timeNanos);
        Way way = Way.of(before.verdict, after.verdict);
        if (asksInterfaces && isUnknown(last)) {
            takeBothWays(packet, frame, timeNanos, last);
        } else if (way != null) {
            changed(packet, frame, timeNanos, last, way);
        }
    }

    private boolean isUnknown(Hook hook) {
        return place.kind() == GatePlace.Kind.CROSSING && hook.in().isEmpty() && place.interfaces().size() == 2;
    }

    /** It crosses in one of two directions, and nobody says which: what becomes of it is known where both come to the same. */
    private void takeBothWays(PacketView packet, long frame, long timeNanos, Hook unknown) {
        sidesMissing = true;
        Hook there = new Hook(unknown.direction(), place.interfaces().getFirst(), place.interfaces().getLast());
        Hook back = new Hook(unknown.direction(), there.out(), there.in());
        Way wayThere = again(packet, there, timeNanos);
        Way wayBack = again(packet, back, timeNanos);
        Way way = wayThere == wayBack ? wayThere : Way.DEPENDS;
        if (way != null) {
            // Told with a direction in which it changes.
            Hook told = wayBack == null ? there : back;
            again(packet, told, timeNanos);
            changed(packet, frame, timeNanos, told, way);
        }
    }

    private Way again(PacketView packet, Hook hook, long timeNanos) {
        before.again(packet, hook, timeNanos);
        after.again(packet, hook, timeNanos);
        return Way.of(before.verdict, after.verdict);
    }

    private void changed(PacketView packet, long frame, long timeNanos, Hook hook, Way way) {
        changed[way.ordinal()]++;
        boolean icmp = packet.isIcmp();
        Key key = new Key(hook.direction(), packet.source(), icmp ? packet.icmpType() : packet.sourcePort(), packet.destination(),
                icmp ? packet.icmpCode() : packet.destinationPort(), packet.protocol(), before.slot, after.slot);
        Counted flow = flows.get(key);
        boolean kept = details.size() < MOST_DETAILS;
        boolean opens = flow == null && flows.size() < MOST_FLOWS;
        if (kept || opens) {
            PacketContext context = PacketContext.of(hook.direction()).withInterfaces(hook.in(), hook.out()).withState(after.state.state())
                    .at(Instant.ofEpochSecond(0, timeNanos));
            Packet seen = new Packet(file, frame, DescribedPacket.of(packet, context), way, before.verdict, after.verdict);
            if (kept) {
                details.add(seen);
            }
            if (opens) {
                flow = new Counted(seen);
                flows.put(key, flow);
            }
        }
        if (flow == null) {
            packetsOfOtherFlows++;
        } else {
            flow.packets++;
        }
    }

    /** By which hooks a packet goes that are decided. Interfaces are those that have the addresses. */
    private List<Hook> hooks(PacketView packet) {
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        if (place.kind() == GatePlace.Kind.CROSSING) {
            return List.of(crossing(sides.interfaceTo(source), sides.interfaceTo(destination)));
        }
        if (place.kind() != GatePlace.Kind.HOST) {
            return List.of(new Hook(place.directions().iterator().next(), sides.interfaceTo(source), sides.interfaceTo(destination)));
        }
        boolean from = host.isOwn(source);
        boolean within = from && host.isOwn(destination);
        List<Hook> hooks = new ArrayList<>(2);
        if (from && place.directions().contains(Direction.OUT)) {
            hooks.add(new Hook(Direction.OUT, "", within ? "lo" : host.interfaceOf(source)));
        }
        if ((within || !from && host.isFor(destination)) && place.directions().contains(Direction.IN)) {
            hooks.add(new Hook(Direction.IN, within ? "lo" : host.interfaceOf(destination), ""));
        }
        if (!from && !host.isFor(destination) && place.directions().contains(Direction.FORWARD)) {
            hooks.add(new Hook(Direction.FORWARD, sides.interfaceTo(source), sides.interfaceTo(destination)));
        }
        return hooks;
    }

    /** What is known of one side tells the other. */
    private Hook crossing(String in, String out) {
        List<String> both = place.interfaces();
        if (both.size() != 2 || !both.contains(in) && !both.contains(out)) {
            return new Hook(Direction.FORWARD, "", "");
        }
        String first = both.contains(in) ? in : other(both, out);
        return new Hook(Direction.FORWARD, first, other(both, first));
    }

    private static String other(List<String> both, String one) {
        return both.get(1 - both.indexOf(one));
    }

    /** What was found so far. */
    public VerdictChanges changes() {
        List<Flow> sorted = flows.values().stream().map(each -> new Flow(each.packets, each.first))
                .sorted(Comparator.comparingLong(Flow::packets).reversed().thenComparing(each -> each.first().way())).toList();
        return new VerdictChanges(packets, elsewhere, unread, VerdictChanges.counts(changed), sorted, packetsOfOtherFlows, details, notes());
    }

    private String interfacesNote() {
        return switch (place.kind()) {
        case HOST -> "interfaces are those that have this host's addresses" + (place.directions().contains(Direction.FORWARD)
                ? "; of packets through this host, those that --gate-side names, or else those by which its routes lead to their addresses now" : "");
        case CROSSING -> sidesMissing ? "of some packets nobody says by which interface they come: they were decided in both directions; --gate-side tells"
                : "interfaces are those that --gate-side names";
        case ELSEWHERE -> "captures do not tell by which interfaces packets go: where --gate-side does not name them, they count as having none";
        };
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        Set<Field> asked = asked();
        if (asked.contains(Field.STATE) && place.tracked()) {
            notes.add("states are those of connections whose packets are in the captures: one that began before them counts as new at its first"
                    + " packet");
        }
        if (asksInterfaces) {
            notes.add(interfacesNote());
        }
        if (asked.contains(Field.MARK)) {
            notes.add("captures do not tell the marks of packets: they count as 0");
        }
        if (asked.contains(Field.APPLICATION)) {
            notes.add("captures do not tell the applications of packets: they count as belonging to none");
        }
        return List.copyOf(notes);
    }
}
