package org.hopwarden.enforce;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * An enforcement that asks about datagrams to its host, and of which another policy takes the place while some wait. Prints what was asked about and not answered then,
 * and at the end.
 */
final class HeldPacketsProgram {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int WAIT_SECONDS = 60;

    private HeldPacketsProgram() {
    }

    /** The same rules failing closed and open. */
    private static List<CompiledPolicy> policies() throws PolicyCompileException {
        Service udp = MODEL.createService();
        udp.setProtocol(IpProtocol.UDP);
        Rule ask = MODEL.createRule();
        ask.setAction(MODEL.createAsk());
        ask.setMatch(MODEL.createMatch());
        ask.getMatch().getService().add(udp);
        Chain chain = MODEL.createChain();
        chain.setName("test");
        chain.setEnd(ChainEnd.ALLOW);
        chain.getRules().add(ask);
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain);
        ElementIds.assignMissing(policy);
        policy.setFailMode(FailMode.CLOSED);
        CompiledPolicy closed = CompiledPolicy.compile(policy);
        policy.setFailMode(FailMode.OPEN);
        return List.of(closed, CompiledPolicy.compile(policy));
    }

    /** @param args the back end */
    public static void main(String[] args) throws Exception {
        BlockingQueue<Held> held = new LinkedBlockingQueue<>();
        FlowQuestions later = (packet, state, policy, decision, holder) -> {
            held.add(holder.hold());
            return Answer.HELD;
        };
        // Another fail mode needs queues of its own.
        List<CompiledPolicy> policies = policies();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Enforcer enforcer = EnforcementBackEnds.find(args[0]).orElseThrow().start(
                        new Request(policies.get(0), Map.of("hook", "in"), VerdictListener.NONE).withQuestions(later))) {
            Held allowed = next(socket, held);
            Held old = next(socket, held);
            next(socket, held);
            allowed.settle(Answer.ALLOW);
            enforcer.replace(policies.get(1));
            old.settle(Answer.ALLOW);
            print("replaced", enforcer);
            next(socket, held);
            next(socket, held).settle(Answer.DENY);
            enforcer.close();
            print("closed", enforcer);
        } catch (PacketPortException e) {
            System.err.println(e.reason() + ": " + e.getMessage());
            System.exit(3);
        }
    }

    private static Held next(DatagramSocket socket, BlockingQueue<Held> held) throws Exception {
        socket.send(new DatagramPacket(new byte[1], 1, socket.getLocalSocketAddress()));
        Held next = held.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("nobody was asked");
        }
        return next;
    }

    private static void print(String when, Enforcer enforcer) {
        EnforcementStatistics statistics = enforcer.statistics();
        System.out.println(when + ": seen " + statistics.seen() + ", allowed " + statistics.allowed() + ", denied " + statistics.denied() + ", asked "
                + statistics.asked() + ", by the rule " + statistics.rules().stream().filter(each -> each.rule() == 1).findFirst().orElseThrow().packets());
    }
}
