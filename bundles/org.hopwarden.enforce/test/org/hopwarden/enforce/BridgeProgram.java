package org.hopwarden.enforce;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** A bridge as a program, for tests that run it in a namespace: ends with its standard input, and prints its statistics. */
final class BridgeProgram {

    static final int UDP_PORT = 5353;
    static final int TCP_PORT = 81;

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private BridgeProgram() {
    }

    /** Rule 1 is for packets to {@link #UDP_PORT} and {@link #TCP_PORT}, rule 2 allows the rest. */
    private static CompiledPolicy policy(String name, FailMode failMode) throws PolicyCompileException {
        Rule chosen = rule(switch (name) {
            case "allow", "dies" -> MODEL.createAllow();
            case "deny" -> MODEL.createDeny();
            case "ask", "fails" -> MODEL.createAsk();
            case "reject" -> reject(RejectType.ADMIN_PROHIBITED);
            case "reset" -> reject(RejectType.TCP_RESET);
            default -> throw new IllegalArgumentException(name);
        });
        chosen.getMatch().getService().add(service(IpProtocol.UDP, UDP_PORT));
        chosen.getMatch().getService().add(service(IpProtocol.TCP, TCP_PORT));
        Chain chain = MODEL.createChain();
        chain.setName("test");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(chosen, rule(MODEL.createAllow())));
        Policy policy = MODEL.createPolicy();
        policy.setFailMode(failMode);
        policy.getChains().add(chain);
        return CompiledPolicy.compile(policy);
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    private static Reject reject(RejectType type) {
        Reject reject = MODEL.createReject();
        reject.setType(type);
        return reject;
    }

    private static Service service(int protocol, int port) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.EQ);
        condition.setPorts(NumberSet.of(port));
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        service.setDestinationPort(condition);
        return service;
    }

    private static FlowQuestions questions(String name) {
        return name.equals("fails") ? (packet, state, policy, decision, holder) -> {
            throw new IllegalStateException("as the test wants it");
        } : FlowQuestions.NOBODY;
    }

    /** No exception, which would be of one packet: it ends the thread. */
    private static void dieOnChosenUdp(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        if (packet.isUdp() && packet.destinationPort() == UDP_PORT) {
            throw new StackOverflowError("as the test wants it");
        }
    }

    private static VerdictListener listener(String name) {
        return switch (name) {
            // Who looks on changes nothing by failing.
            case "fails", "deny" -> (packet, state, policy, decision) -> {
                throw new IllegalStateException("as the test wants it");
            };
            case "dies" -> BridgeProgram::dieOnChosenUdp;
            default -> VerdictListener.NONE;
        };
    }

    private static NonIpFrames frames(String[] args) {
        return args.length < 7 ? NonIpFrames.USUAL
                : new NonIpFrames(Boolean.parseBoolean(args[4]), Boolean.parseBoolean(args[5]), Boolean.parseBoolean(args[6]));
    }

    /** @param args the two interfaces, what becomes of the chosen packets, open or closed; and, if not the usual, which frames pass without IP */
    public static void main(String[] args) throws IOException, InterruptedException, PolicyCompileException {
        CompiledPolicy policy = policy(args[2], FailMode.valueOf(args[3].toUpperCase(Locale.ROOT)));
        try (InlineBridge bridge = InlineBridge.start(args[0], args[1], policy, listener(args[2]), false, questions(args[2]), frames(args))) {
            System.err.println("enforcing");
            AtomicBoolean stop = new AtomicBoolean();
            Thread.ofPlatform().daemon().start(() -> waitForEnd(System.in, stop));
            boolean ended = false;
            while (!stop.get() && !ended) {
                ended = bridge.await(Duration.ofMillis(50));
            }
            bridge.close();
            System.out.println(bridge.statistics() + ", lost=" + bridge.lostPackets() + ", answers=" + bridge.sentAnswers());
        } catch (PacketPortException e) {
            System.err.println(e.reason() + ": " + e.getMessage());
            System.exit(3);
        }
    }

    private static void waitForEnd(InputStream in, AtomicBoolean stop) {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            System.err.println(e);
        }
        stop.set(true);
    }
}
