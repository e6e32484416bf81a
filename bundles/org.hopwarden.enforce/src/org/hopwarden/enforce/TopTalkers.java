package org.hopwarden.enforce;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.enforce.internal.HeavyHitters;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * Who has most packets: sources, destinations, flows and programs, whatever became of the packets. It takes bounded memory however
 * many there are. Of a thread that decides more than some 20,000 packets a second, one packet in {@value #SAMPLE} stands for all of
 * them, so that looking on does not slow down what is looked at; {@link #isSampled} tells.
 * <p>
 * Safe for use by any number of threads.
 */
public final class TopTalkers implements VerdictListener {

    private static final int CAPACITY = 1024;
    private static final int SAMPLE = 32;
    /** So many packets of a thread are counted one by one, and again when a time has passed. */
    private static final int WHOLE = 2000;
    private static final long WHOLE_NANOS = 100_000_000;

    private final HeavyHitters<IpAddress> sources = new HeavyHitters<>(CAPACITY);
    private final HeavyHitters<IpAddress> destinations = new HeavyHitters<>(CAPACITY);
    private final HeavyHitters<Flow> flows = new HeavyHitters<>(CAPACITY);
    private final HeavyHitters<Program> programs = new HeavyHitters<>(CAPACITY);
    private final ThreadLocal<Pace> paces = ThreadLocal.withInitial(Pace::new);
    private volatile boolean sampled;

    /** By what packets are told apart. */
    public enum By {
        SOURCE("source", "Source"), DESTINATION("destination", "Destination"),
        /** Addresses, protocol and ports, one way. */
        FLOW("flow", "Flow"),
        /** Only where a rule asks for the program; see {@link PacketState#programs}. */
        PROGRAM("program", "Program");

        private final String word;
        private final String label;

        By(String word, String label) {
            this.word = word;
            this.label = label;
        }

        /** The word in JSON. */
        public String word() {
            return word;
        }

        /** The word for people. */
        public String label() {
            return label;
        }
    }

    /**
     * One of those with most packets.
     *
     * @param name an address, a flow in words, or the path of a program and its user
     * @param packets never too few, but for sampling
     * @param bytes lengths from the IP header on; exact where no packet is too many, but for sampling
     * @param packetsTooMany by how many packets the count may be too high
     */
    public record Talker(String name, long packets, long bytes, long packetsTooMany) {
    }

    private record Flow(IpAddress source, IpAddress destination, int protocol, int sourcePort, int destinationPort) {

        @Override
        public String toString() {
            String protocolName = IpProtocol.name(protocol);
            return sourcePort < 0 ? protocolName + " " + source + " > " + destination
                    : protocolName + " " + end(source, sourcePort) + " > " + end(destination, destinationPort);
        }

        private static String end(IpAddress address, int port) {
            String text = address.toString();
            return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
        }
    }

    /** Which packets of one thread are counted. */
    private static final class Pace {

        private int whole = WHOLE;
        private long wholeSinceNanos = System.nanoTime();
        private int skip = SAMPLE;

        /** For how many packets this one stands; 0 for one that another stands for. */
        int weight() {
            if (whole > 0) {
                whole--;
                return 1;
            }
            if (skip < SAMPLE) {
                skip++;
                return 0;
            }
            long now = System.nanoTime();
            if (now - wholeSinceNanos > WHOLE_NANOS) {
                wholeSinceNanos = now;
                whole = WHOLE - 1;
                return 1;
            }
            skip = 1;
            return SAMPLE;
        }
    }

    @Override
    public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        if (!packet.isValid()) {
            return;
        }
        int weight = paces.get().weight();
        if (weight == 0) {
            return;
        }
        if (weight > 1) {
            sampled = true;
        }
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        Flow flow = new Flow(source, destination, packet.protocol(), packet.sourcePort(), packet.destinationPort());
        Program program = state.knownProgram();
        long bytes = (long) weight * packet.statedLengthBytes();
        synchronized (this) {
            sources.add(source, weight, bytes);
            destinations.add(destination, weight, bytes);
            flows.add(flow, weight, bytes);
            if (program != null) {
                programs.add(program, weight, bytes);
            }
        }
    }

    /** Whether counts are estimates, because packets came too fast to count each. */
    public boolean isSampled() {
        return sampled;
    }

    /**
     * Those with most packets, the first with most.
     *
     * @param most how many at most
     */
    public List<Talker> top(By by, int most) {
        synchronized (this) {
            return switch (by) {
                case SOURCE -> talkers(sources, most);
                case DESTINATION -> talkers(destinations, most);
                case FLOW -> talkers(flows, most);
                case PROGRAM -> talkers(programs, most);
            };
        }
    }

    private static <K> List<Talker> talkers(HeavyHitters<K> hitters, int most) {
        List<Talker> talkers = new ArrayList<>();
        hitters.top(most).forEach(each -> talkers.add(new Talker(
                each.key() instanceof Program program ? program.path() + (program.user().isEmpty() ? "" : " (" + program.user() + ")")
                        : each.key().toString(),
                each.packets(), each.bytes(), each.packetsTooMany())));
        return talkers;
    }
}
