package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.gate.LockOut.Denial;
import org.hopwarden.enforce.gate.LockOut.Remedy;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * Asks a policy whether a connection lives on under it. What must pass: its packets in both directions as the tracking of connections
 * knows them, established; and where a rule asks for states, one more in the direction of the end that began it as a new one, for where
 * tracking begins with the policy the first that is seen counts as such. With IPv6, also the messages by which this host and its neighbour on the link
 * find each other, without which every connection ends within a minute. What is not allowed at once, be it rejected or asked about, does not pass.
 */
public final class LockOutGuard {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    /** More rules than that are no narrow remedy. */
    private static final int MOST_RULES = 8;
    private static final int TTL = 64;
    /** For a port that is not known. Clients choose theirs from here on (RFC 6335, 6). */
    private static final int ANY_CLIENT_PORT = 49_152;
    private static final int PAYLOAD_BYTES = 1000;
    /** RFC 4861, 4.3 and 4.4: others are thrown away. */
    private static final int LINK_TTL = 255;
    private static final IpAddress SOLICITED_NODE = IpAddress.parse("ff02::1:ff00:0");
    private static final int SOLICITED_NODE_BITS = 104;

    private final Policy policy;
    private final String chain;
    private final GatePlace place;

    /** A packet that must pass. */
    private record Probe(PacketView packet, PacketContext context) {
    }

    /** @param chain the name of the chain that decides; null where the policy says so itself */
    public LockOutGuard(Policy policy, String chain, GatePlace place) {
        this.policy = requireNonNull(policy, "policy");
        this.chain = chain;
        this.place = requireNonNull(place, "place");
    }

    /**
     * What the policy would do to a connection.
     *
     * @return empty where it lives on, or where none of its packets is decided
     * @throws PolicyCompileException if the policy has problems
     */
    public Optional<LockOut> judge(HeldConnection connection) throws PolicyCompileException {
        boolean certain = place.kind() == GatePlace.Kind.HOST;
        if (place.kind() == GatePlace.Kind.ELSEWHERE) {
            return Optional.empty();
        }
        List<Denial> denials = denials(compile(policy), connection);
        return denials.isEmpty() ? Optional.empty() : Optional.of(new LockOut(connection, certain, denials, remedy(connection)));
    }

    private CompiledPolicy compile(Policy tried) throws PolicyCompileException {
        return chain == null ? CompiledPolicy.compile(tried) : CompiledPolicy.compile(tried, chain);
    }

    private List<Probe> probes(HeldConnection connection) {
        List<Probe> probes = new ArrayList<>();
        Direction begun = connection.begunThere() ? Direction.IN : Direction.OUT;
        for (Direction direction : List.of(begun, begun == Direction.IN ? Direction.OUT : Direction.IN)) {
            if (place.kind() == GatePlace.Kind.CROSSING || place.directions().contains(direction)) {
                add(probes, connection, direction, place.tracked() ? ConnectionState.ESTABLISHED : ConnectionState.UNTRACKED);
                if (place.tracked() && direction == begun) {
                    add(probes, connection, direction, ConnectionState.NEW);
                }
            }
        }
        if (place.kind() == GatePlace.Kind.HOST) {
            connection.way().neighbour().ifPresent(neighbour -> addDiscovery(probes, connection, neighbour));
        }
        return probes;
    }

    private void add(List<Probe> probes, HeldConnection connection, Direction direction, ConnectionState state) {
        PacketContext context = context(connection, direction).withState(state);
        for (PacketView packet : packets(connection, direction)) {
            if (connection.programs().isEmpty() || place.kind() != GatePlace.Kind.HOST) {
                probes.add(new Probe(packet, context));
            } else {
                connection.programs().forEach(program -> probes.add(new Probe(packet, context.withProgram(program))));
            }
        }
    }

    /** The kernel tracks none of these (net/netfilter/nf_conntrack_proto_icmpv6.c, icmpv6_error). */
    private void addDiscovery(List<Probe> probes, HeldConnection connection, IpAddress neighbour) {
        IpAddress local = connection.ends().local();
        Map<Direction, List<MemorySegment>> packets = Map.of(
                Direction.IN, List.of(solicitation(neighbour, local), advertisement(neighbour, local)),
                Direction.OUT, List.of(solicitation(local, neighbour), advertisement(local, neighbour)));
        for (Direction direction : List.of(Direction.IN, Direction.OUT)) {
            if (place.directions().contains(direction)) {
                packets.get(direction).forEach(packet -> probes.add(new Probe(PacketView.of(packet), context(connection, direction))));
            }
        }
    }

    private static MemorySegment solicitation(IpAddress from, IpAddress target) {
        IpAddress group = IpAddress.v6(SOLICITED_NODE.high(), SOLICITED_NODE.low() | target.low() & (1L << 128 - SOLICITED_NODE_BITS) - 1);
        return PacketBuilder.icmp(IpHeader.of(from, group, LINK_TTL), IcmpType.V6_NEIGHBOUR_SOLICITATION, 0, 0, MemorySegment.ofArray(target.toBytes()));
    }

    private static MemorySegment advertisement(IpAddress target, IpAddress to) {
        return PacketBuilder.icmp(IpHeader.of(target, to, LINK_TTL), IcmpType.V6_NEIGHBOUR_ADVERTISEMENT, 0, 0, MemorySegment.ofArray(target.toBytes()));
    }

    private List<Denial> denials(CompiledPolicy compiled, HeldConnection connection) {
        List<Denial> denials = new ArrayList<>();
        for (Probe probe : probes(connection)) {
            PacketView packet = probe.packet();
            int decision = compiled.decide(packet, new PacketState(probe.context().direction()).set(probe.context()));
            Verdict verdict = compiled.verdict(decision);
            // What is denied in the same direction by the same rule is told once, whatever its state.
            if (!CompiledPolicy.isAllow(decision) && denials.stream().noneMatch(each -> each.verdict().equals(verdict)
                    && each.packet().protocol() == packet.protocol() && each.packet().source().equals(packet.source())
                    && (packet.isIcmp() ? each.packet().icmpType() == packet.icmpType() : each.packet().sourcePort() == packet.sourcePort()))) {
                denials.add(new Denial(DescribedPacket.of(packet, probe.context()).withoutTime(), verdict));
            }
        }
        return denials;
    }

    private PacketContext context(HeldConnection connection, Direction direction) {
        if (place.kind() == GatePlace.Kind.CROSSING) {
            return PacketContext.of(Direction.FORWARD);
        }
        boolean in = direction == Direction.IN;
        String name = connection.way().interfaceName();
        return PacketContext.of(direction).withInterfaces(in ? name : "", in ? "" : name);
    }

    /** With data; of TCP also one without, which only acknowledges. */
    private static List<PacketView> packets(HeldConnection connection, Direction direction) {
        Ends ends = direction == Direction.IN ? connection.ends().reversed() : connection.ends();
        IpHeader header = IpHeader.of(ends.local(), ends.remote(), TTL);
        int from = ends.localPort() == 0 ? ANY_CLIENT_PORT : ends.localPort();
        int to = ends.remotePort() == 0 ? ANY_CLIENT_PORT : ends.remotePort();
        if (connection.protocol() == IpProtocol.UDP) {
            return List.of(PacketView.of(PacketBuilder.udp(header, from, to, new byte[PAYLOAD_BYTES])));
        }
        return List.of(PacketView.of(PacketBuilder.tcp(header, from, to, 1, 1, TcpFlags.ACK | TcpFlags.PSH, PAYLOAD_BYTES)),
                PacketView.of(PacketBuilder.tcp(header, from, to, 1, 1, TcpFlags.ACK, 0)));
    }

    /**
     * Rules with which nothing of the connection is denied any more, seen to be enough by asking the policy with them. They are as narrow as can
     * be while one can come back: the port of the end that began it is left open.
     */
    private List<Remedy> remedy(HeldConnection connection) throws PolicyCompileException {
        Policy mended = EcoreUtil.copy(policy);
        List<Remedy> remedy = new ArrayList<>();
        while (remedy.size() < MOST_RULES) {
            List<Denial> left = denials(compile(mended), connection);
            if (left.isEmpty()) {
                return remedy;
            }
            Verdict verdict = left.getFirst().verdict();
            Optional<Chain> deciding = mended.getChains().stream().filter(each -> each.getName().equals(verdict.chain())).findFirst();
            if (deciding.isEmpty()) {
                return List.of();
            }
            Rule rule = rule(connection, left.getFirst().packet());
            int index = verdict.rule() == 0 ? deciding.get().getRules().size() : verdict.rule() - 1;
            deciding.get().getRules().add(index, rule);
            remedy.add(new Remedy(verdict.chain(), verdict.rule(), RuleText.of(rule)));
        }
        return List.of();
    }

    private static Rule rule(HeldConnection connection, DescribedPacket packet) {
        Service service = MODEL.createService();
        service.setProtocol(packet.protocol());
        Rule rule = MODEL.createRule();
        rule.setAction(MODEL.createAllow());
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        if (packet.isIcmp()) {
            // Neighbours use several addresses, and groups.
            service.setIcmpType(packet.icmpType());
            return rule;
        }
        Ends fromServer = connection.begunThere() ? connection.ends() : connection.ends().reversed();
        boolean toServer = packet.destinationPort() == fromServer.localPort() && packet.destination().equals(fromServer.local());
        PortCondition port = MODEL.createPortCondition();
        port.setPorts(NumberSet.of(fromServer.localPort()));
        if (toServer) {
            service.setDestinationPort(port);
        } else {
            service.setSourcePort(port);
        }
        rule.getMatch().getSource().add(host(packet.source()));
        rule.getMatch().getDestination().add(host(packet.destination()));
        return rule;
    }

    private static AddressPrefix host(IpAddress address) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(new IpPrefix(address, address.version().addressBits()));
        return term;
    }
}
