package org.hopwarden.visualization;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.internal.HopGraphBuilder;
import org.hopwarden.visualization.internal.PathGraphReader;

/**
 * The paths that one or several traces saw, as a graph. Traces share a node where the same address answered at the same TTL, and
 * the source and target where these are the same. Ids stay the same while a trace runs and grows.
 *
 * @param nodes by TTL, then by address: the same traces give the same order
 * @param links by the order of their ends
 * @param methods of the traces, in their order, each once
 */
public record HopGraph(List<Node> nodes, List<Link> links, List<String> methods) {

    /** What a node is. */
    public enum Status {
        /** Where the probes come from. */
        SOURCE("source"),
        /** A router that answered. */
        HOP("hop"),
        /** One or more hops in a row from which nothing came. */
        SILENT("silent"),
        /** Something that answered that it lets the probes go no further. */
        REFUSED("refused"),
        /** Where the probes go. */
        TARGET("target");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The word for people, files and tests. */
        public String word() {
            return word;
        }
    }

    /** What is known of a link. */
    public enum LinkKind {
        /** Answers to the same probe number came from both ends. */
        SEEN,
        /** Both ends answered, but never to the same probe number: the ends may have other neighbours. */
        ASSUMED,
        /** Leads to the target, which did not answer, or not yet. */
        UNREACHED
    }

    /**
     * Counts and round-trip times.
     *
     * @param probes how many were sent
     * @param lost how many of them are known to have no reply
     * @param replies how many were answered
     * @param bestNanos the least round-trip time; 0 without replies
     * @param meanNanos the mean round-trip time; 0 without replies
     * @param worstNanos the greatest round-trip time; 0 without replies
     */
    public record Stats(int probes, int lost, int replies, long bestNanos, long meanNanos, long worstNanos) {

        public static final Stats NONE = new Stats(0, 0, 0, 0, 0, 0);

        /** The counts with these replies. */
        public static Stats of(int probes, int lost, List<Reply> replies) {
            if (replies.isEmpty()) {
                return new Stats(probes, lost, 0, 0, 0, 0);
            }
            var rtt = replies.stream().mapToLong(Reply::rttNanos).summaryStatistics();
            return new Stats(probes, lost, replies.size(), rtt.getMin(), Math.round(rtt.getAverage()), rtt.getMax());
        }

        /** The share of settled probes that were lost, 0 to 1; 0 where none is settled. */
        public double lossRatio() {
            return lost + replies == 0 ? 0 : (double) lost / (lost + replies);
        }
    }

    /**
     * @param id unique in the graph; the element id of its shapes in a drawing
     * @param firstTtl its distance from the source, 0 for the source; for a target that did not answer one more than the last
     *                 TTL that was probed
     * @param lastTtl the last TTL of a silent stretch; the TTL of the refusal where a router answered at one TTL and refused at
     *                the next; the greatest distance of a target that methods saw at several; else the same as {@code firstTtl}
     * @param address null for a silent stretch, and for a source that is not known yet
     * @param name the target as the user wrote it; else empty
     * @param stats the replies of this node, and the losses of its TTLs where nothing else answered there
     * @param ttlStats all probes of its TTLs, in the traces that saw this node, whoever answered
     * @param says what its replies say, each once, in the order of {@link Reply#describe()}; empty for source and silence
     * @param methods the methods of the traces that saw it
     * @param waiting whether probes of its TTLs may still be answered
     * @param reached false only for a target that did not answer, or not yet
     */
    public record Node(String id, Status status, int firstTtl, int lastTtl, IpAddress address, String name, Stats stats,
            Stats ttlStats, List<String> says, List<String> methods, boolean waiting, boolean reached) {
        public Node {
            requireNonNull(id, "id");
            requireNonNull(status, "status");
            requireNonNull(name, "name");
            says = List.copyOf(says);
            methods = List.copyOf(methods);
        }

        /** Whether this node stands for the hop of a trace's table at this distance. */
        public boolean covers(int ttl) {
            return reached && ttl >= 1 && ttl >= firstTtl && ttl <= lastTtl;
        }
    }

    /**
     * @param id unique in the graph; the element id of its shapes in a drawing
     * @param from the id of the node nearer to the source
     * @param to the id of the node nearer to the target
     * @param stats the probes that were answered by {@code to}, or lost there, and are known to have come this way;
     *              round-trip times are those of {@code to}, measured from the source
     * @param methods the methods whose probes passed, or may have passed
     * @param flows which share of a multipath trace's flows took it; {@link Flows#NONE} in other graphs
     */
    public record Link(String id, String from, String to, LinkKind kind, Stats stats, List<String> methods, Flows flows) {
        public Link {
            requireNonNull(id, "id");
            requireNonNull(kind, "kind");
            requireNonNull(flows, "flows");
            methods = List.copyOf(methods);
        }

        /** A link of a graph that does not count flows. */
        public Link(String id, String from, String to, LinkKind kind, Stats stats, List<String> methods) {
            this(id, from, to, kind, stats, methods, Flows.NONE);
        }
    }

    /**
     * The flows of a link in a multipath trace.
     *
     * @param count how many took it; 0 where flows are not counted
     * @param share of the flows that are known to have passed between the two TTLs, 0 to 1
     * @param latencyNanos how much later the far end answers than the near one, the median over the flows; empty where unknown
     */
    public record Flows(int count, double share, OptionalLong latencyNanos) {

        public static final Flows NONE = new Flows(0, 0, OptionalLong.empty());

        public Flows {
            requireNonNull(latencyNanos, "latencyNanos");
        }
    }

    public HopGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        methods = List.copyOf(methods);
    }

    /** The graph of one trace. */
    public static HopGraph of(Trace trace) {
        return of(List.of(trace));
    }

    /** The graph of traces of any methods and targets, running or ended. */
    public static HopGraph of(List<Trace> traces) {
        return HopGraphBuilder.build(traces);
    }

    /** The graph of a multipath trace: several nodes at a TTL, joined by links that know their flows. */
    public static HopGraph of(MultipathTrace trace) {
        return PathGraphReader.read(trace);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public Optional<Link> link(String id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    /** The nodes that stand for a row of a hop table: several where the path branches. */
    public List<Node> nodesAt(int ttl) {
        return nodes.stream().filter(node -> node.covers(ttl)).toList();
    }
}
