package org.hopwarden.enforce;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** An enforcement of the packets to its host whose threads end at the first one; prints whether packets pass when it is closed, and when another came and went. */
final class FailingQueueProgram {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int WAIT_MILLIS = 500;
    private static final int TRIES = 3;

    private FailingQueueProgram() {
    }

    private static CompiledPolicy policy(FailMode failMode) throws PolicyCompileException {
        Chain chain = MODEL.createChain();
        chain.setName("test");
        chain.setEnd(ChainEnd.DENY);
        Policy policy = MODEL.createPolicy();
        policy.setFailMode(failMode);
        policy.getChains().add(chain);
        return CompiledPolicy.compile(policy);
    }

    private static Enforcer start(CompiledPolicy policy, VerdictListener verdicts) throws OptionException, PacketPortException {
        return EnforcementBackEnds.find("nfqueue").orElseThrow().start(new Request(policy, Map.of("hook", "in"), verdicts));
    }

    /** No exception, which would be of one packet. */
    private static void fail(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        throw new StackOverflowError("as the test wants it");
    }

    private static boolean passes(DatagramSocket socket) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            socket.send(new DatagramPacket(new byte[1], 1, socket.getLocalSocketAddress()));
            try {
                socket.receive(new DatagramPacket(new byte[1], 1));
                return true;
            } catch (SocketTimeoutException e) {
                // The next one may.
            }
        }
        return false;
    }

    /** @param args open or closed */
    public static void main(String[] args) throws Exception {
        CompiledPolicy policy = policy(FailMode.valueOf(args[0].toUpperCase(Locale.ROOT)));
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(WAIT_MILLIS);
            System.out.println("before: " + passes(socket));
            Enforcer failing = null;
            try (Enforcer enforcer = start(policy, FailingQueueProgram::fail)) {
                failing = enforcer;
                socket.send(new DatagramPacket(new byte[1], 1, socket.getLocalSocketAddress()));
                enforcer.await(Duration.ofMinutes(1));
                System.out.println("it goes on");
            } catch (IllegalStateException e) {
                System.out.println("failed: " + e.getMessage());
            }
            System.out.println("behind: " + passes(socket));
            EnforcementStatistics done = failing.statistics();
            System.out.println("seen: " + done.seen() + ", failed: " + done.failed() + ", waiting: " + done.waiting());
            start(policy, VerdictListener.NONE).close();
            System.out.println("later: " + passes(socket));
        } catch (PacketPortException e) {
            System.err.println(e.reason() + ": " + e.getMessage());
            System.exit(3);
        }
    }
}
