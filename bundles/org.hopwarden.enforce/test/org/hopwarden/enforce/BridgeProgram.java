package org.hopwarden.enforce;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.hopwarden.enforce.BridgeFilter.Action;
import org.hopwarden.enforce.BridgeFilter.Outcome;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;

/** A bridge as a program, for tests that run it in a namespace: ends with its standard input, and prints its statistics. */
final class BridgeProgram {

    static final int UDP_PORT = 5353;
    static final int TCP_PORT = 81;

    private BridgeProgram() {
    }

    /** Rule 1 is for packets to {@link #UDP_PORT} and {@link #TCP_PORT}, rule 2 allows the rest. */
    private static final class TestFilter implements BridgeFilter {

        private final List<Outcome> outcomes;
        private final boolean fails;

        TestFilter(String name) {
            fails = name.equals("fails");
            outcomes = List.of(new Outcome(Action.ALLOW, null, "test", 2), switch (name) {
                case "allow" -> new Outcome(Action.ALLOW, null, "test", 1);
                case "deny" -> new Outcome(Action.DENY, null, "test", 1);
                case "ask" -> new Outcome(Action.ASK, null, "test", 1);
                case "reject" -> new Outcome(Action.REJECT, RejectWith.ADMIN_PROHIBITED, "test", 1);
                case "reset" -> new Outcome(Action.REJECT, RejectWith.TCP_RESET, "test", 1);
                case "fails" -> new Outcome(Action.UNDECIDED, null, "test", 1);
                default -> throw new IllegalArgumentException(name);
            });
        }

        @Override
        public int decide(PacketView packet) {
            boolean chosen = packet.protocol() == IpProtocol.UDP && packet.destinationPort() == UDP_PORT
                    || packet.protocol() == IpProtocol.TCP && packet.destinationPort() == TCP_PORT;
            if (chosen && fails && packet.isUdp()) {
                throw new IllegalStateException("as the test wants it");
            }
            return chosen ? 1 : 0;
        }

        @Override
        public List<Outcome> outcomes() {
            return outcomes;
        }
    }

    /** @param args the two interfaces, the filter's name, and open or closed */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (InlineBridge bridge = InlineBridge.start(args[0], args[1], new TestFilter(args[2]), args[3].equals("open"), false)) {
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
