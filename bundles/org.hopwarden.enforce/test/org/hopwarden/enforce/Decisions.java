package org.hopwarden.enforce;

import java.lang.foreign.MemorySegment;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * A policy that decides packets for who listens: chain {@code c} allows UDP (1), denies TCP and logs it (2), denies ICMP (3), asks about
 * GRE (4), and denies the rest at its end.
 */
final class Decisions {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    final CompiledPolicy policy;
    private final PacketState state = new PacketState(Direction.FORWARD);

    Decisions() throws PolicyCompileException {
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        rule(chain, 17, MODEL.createAllow());
        rule(chain, 6, MODEL.createDeny()).setLog(LogMode.LOG);
        rule(chain, 1, MODEL.createDeny());
        rule(chain, 47, MODEL.createAsk());
        Policy model = MODEL.createPolicy();
        model.getChains().add(chain);
        policy = CompiledPolicy.compile(model);
    }

    private static Rule rule(Chain chain, int protocol, Action action) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        rule.setAction(action);
        chain.getRules().add(rule);
        return rule;
    }

    /** As the threads of a back end do. */
    void decide(VerdictListener listener, MemorySegment packet) {
        decide(listener, packet, state.next().interfaces("eth0", "eth1"));
    }

    void decide(VerdictListener listener, MemorySegment packet, PacketState with) {
        PacketView view = PacketView.of(packet);
        listener.decided(view, with, policy, policy.decide(view, with));
    }

    /** The same packet, kept. */
    DecidedPacket decided(MemorySegment packet) {
        PacketView view = PacketView.of(packet);
        state.next().interfaces("eth0", "eth1");
        return DecidedPacket.of(view, state, policy, policy.decide(view, state));
    }

    static IpHeader ip(String source) {
        return IpHeader.of(IpAddress.parse(source), IpAddress.parse("198.51.100.2"), 64);
    }

    static MemorySegment udp(String source, int payloadBytes) {
        return PacketBuilder.udp(ip(source), 40000, 53, new byte[payloadBytes]);
    }

    static MemorySegment tcp(String source) {
        return PacketBuilder.tcp(ip(source), 40000, 80, 1, 0, 2, 1000, new byte[0], new byte[0]);
    }

    static MemorySegment icmp(String source) {
        return PacketBuilder.echoRequest(ip(source), 7, 1, new byte[8]);
    }
}
