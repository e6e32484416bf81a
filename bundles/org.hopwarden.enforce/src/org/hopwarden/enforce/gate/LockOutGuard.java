package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.TcpConnection;
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
 * Asks a policy whether a connection lives on under it. What must pass: its segments in both directions as the tracking of connections
 * knows them, established; and where a rule asks for states, one more in the direction of the end that began it as a new one, for where
 * tracking begins with the policy the first segment that is seen counts as such. What is not allowed at once, be it rejected or asked
 * about, does not pass.
 */
public final class LockOutGuard {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    /** More rules than that are no narrow remedy. */
    private static final int MOST_RULES = 6;
    private static final int TTL = 64;

    private final Policy policy;
    private final String chain;
    private final GatePlace place;

    /** A packet of the connection that must pass. */
    private record Probe(Direction direction, ConnectionState state) {
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
                probes.add(new Probe(direction, place.tracked() ? ConnectionState.ESTABLISHED : ConnectionState.UNTRACKED));
                if (place.tracked() && direction == begun) {
                    probes.add(new Probe(direction, ConnectionState.NEW));
                }
            }
        }
        return probes;
    }

    private List<Denial> denials(CompiledPolicy compiled, HeldConnection connection) {
        List<Denial> denials = new ArrayList<>();
        for (Probe probe : probes(connection)) {
            PacketView packet = packet(connection.ends(), probe.direction());
            PacketContext context = context(connection, probe);
            int decision = compiled.decide(packet, new PacketState(context.direction()).set(context));
            Verdict verdict = compiled.verdict(decision);
            // What is denied in the same direction by the same rule is told once, whatever its state.
            if (!CompiledPolicy.isAllow(decision) && denials.stream().noneMatch(each -> each.verdict().equals(verdict)
                    && each.packet().source().equals(packet.source()) && each.packet().sourcePort() == packet.sourcePort())) {
                denials.add(new Denial(DescribedPacket.of(packet, context).withoutTime(), verdict));
            }
        }
        return denials;
    }

    private PacketContext context(HeldConnection connection, Probe probe) {
        if (place.kind() == GatePlace.Kind.CROSSING) {
            return PacketContext.of(Direction.FORWARD).withState(probe.state());
        }
        boolean in = probe.direction() == Direction.IN;
        String name = connection.interfaceName();
        return PacketContext.of(probe.direction()).withInterfaces(in ? name : "", in ? "" : name).withState(probe.state());
    }

    private static PacketView packet(TcpConnection ends, Direction direction) {
        boolean in = direction == Direction.IN;
        IpAddress from = in ? ends.remote() : ends.local();
        IpAddress to = in ? ends.local() : ends.remote();
        return PacketView.of(PacketBuilder.tcp(IpHeader.of(from, to, TTL), in ? ends.remotePort() : ends.localPort(),
                in ? ends.localPort() : ends.remotePort(), 1, 1, TcpFlags.ACK | TcpFlags.PSH, 1000));
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
        boolean toServer = packet.destinationPort() == (connection.begunThere() ? connection.ends().localPort()
                : connection.ends().remotePort()) && packet.destination().equals(connection.begunThere() ? connection.ends().local()
                        : connection.ends().remote());
        PortCondition port = MODEL.createPortCondition();
        port.setPorts(NumberSet.of(toServer ? packet.destinationPort() : packet.sourcePort()));
        Service service = MODEL.createService();
        service.setProtocol(IpProtocol.TCP);
        if (toServer) {
            service.setDestinationPort(port);
        } else {
            service.setSourcePort(port);
        }
        Rule rule = MODEL.createRule();
        rule.setAction(MODEL.createAllow());
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getSource().add(host(packet.source()));
        rule.getMatch().getDestination().add(host(packet.destination()));
        rule.getMatch().getService().add(service);
        return rule;
    }

    private static AddressPrefix host(IpAddress address) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(new IpPrefix(address, address.version().addressBits()));
        return term;
    }
}
