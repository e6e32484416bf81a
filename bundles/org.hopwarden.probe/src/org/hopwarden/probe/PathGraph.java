package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.hopwarden.net.IpAddress;

/**
 * Who stands where on the paths to a target, and what joins them. It ends with the last TTL at which anybody answered.
 *
 * @param nodes by TTL, then by address, silence last
 * @param links by the order of their ends
 */
public record PathGraph(List<Node> nodes, List<Link> links) {

    /** Nothing is known yet. */
    public static final PathGraph EMPTY = new PathGraph(List.of(), List.of());

    /**
     * An address at a TTL, or silence at a TTL. One router may be several nodes: it has as many addresses as interfaces, and may
     * stand at several TTLs where paths differ in length.
     * <p>
     * Silence has no address to be known by. All flows that come from the same node and meet silence are one silent node, for
     * nothing tells how many routers are silent there; flows that come from different nodes are different silent nodes, although
     * it may be one router.
     *
     * @param id unique in the graph: the address, or {@code *TTL.N} for silence, with {@code @TTL} behind an address that stands at
     *            several TTLs
     * @param address null for silence
     * @param ttl 1 to 255
     * @param target whether it is the target, which answered
     * @param refused whether it answered that the probes get no further
     * @param flows how many flows met it
     * @param sent how many probes of these flows had its TTL
     * @param lost how many of them are known to have no reply
     * @param rtt of the replies
     */
    public record Node(String id, IpAddress address, int ttl, boolean target, boolean refused, int flows, int sent, int lost,
            RoundTrip rtt) {
        public Node {
            requireNonNull(id, "id");
            requireNonNull(rtt, "rtt");
        }

        public boolean isSilent() {
            return address == null;
        }
    }

    /**
     * A link between nodes of neighbouring TTLs, or between the source and a node of TTL 1.
     *
     * @param from the id of the node nearer to the source; {@link #SOURCE} for the source
     * @param to the id of the node nearer to the target
     * @param ttl the TTL of {@code to}
     * @param flows how many flows are known to take it: they met both ends, or met {@code to} and could only come from {@code from}
     * @param sent how many probes of these flows had the TTL of {@code to}
     * @param lost how many of them are known to have no reply. A probe, or its reply, may have been lost anywhere on its way, and
     *            a router may be unwilling to reply
     * @param rtt of the replies that {@code to} sent to these flows: the time from the source to {@code to} and back
     * @param latencyNanos the median over the flows of how much later {@code to} answered than {@code from}; empty where no flow
     *            has the times of both. It is the link's own time, both ways, only where replies come back the way the probes went
     *            and routers are equally quick to answer; it may be negative
     * @param assumed whether it is not known which flows take it, because flows are not kept to one path here
     */
    public record Link(String from, String to, int ttl, int flows, int sent, int lost, RoundTrip rtt, OptionalLong latencyNanos,
            boolean assumed) {

        /** Stands for the source, which is no node. */
        public static final String SOURCE = "source";

        public Link {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(rtt, "rtt");
            requireNonNull(latencyNanos, "latencyNanos");
        }

        /** The share of settled probes that were lost, 0 to 1; 0 where none is settled. */
        public double lossRatio() {
            int settled = lost + rtt.count();
            return settled == 0 ? 0 : (double) lost / settled;
        }
    }

    /**
     * Round-trip times.
     *
     * @param count how many
     * @param bestNanos the least; 0 without any
     * @param meanNanos the mean; 0 without any
     * @param worstNanos the greatest; 0 without any
     */
    public record RoundTrip(int count, long bestNanos, long meanNanos, long worstNanos) {

        public static final RoundTrip NONE = new RoundTrip(0, 0, 0, 0);

        /** What these replies say. */
        public static RoundTrip of(List<Reply> replies) {
            if (replies.isEmpty()) {
                return NONE;
            }
            var rtt = replies.stream().mapToLong(Reply::rttNanos).summaryStatistics();
            return new RoundTrip(replies.size(), rtt.getMin(), Math.round(rtt.getAverage()), rtt.getMax());
        }
    }

    public PathGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The nodes at a distance from the source. */
    public List<Node> nodesAt(int ttl) {
        return nodes.stream().filter(node -> node.ttl() == ttl).toList();
    }
}
