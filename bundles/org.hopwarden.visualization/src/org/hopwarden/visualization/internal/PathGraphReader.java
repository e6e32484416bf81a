package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraph.Flows;
import org.hopwarden.visualization.HopGraph.Link;
import org.hopwarden.visualization.HopGraph.LinkKind;
import org.hopwarden.visualization.HopGraph.Node;
import org.hopwarden.visualization.HopGraph.Stats;
import org.hopwarden.visualization.HopGraph.Status;

/** Reads the graph of a multipath trace for drawing: node for node and link for link, with source and target added. */
public final class PathGraphReader {

    private final MultipathTrace multipath;
    private final TraceRequest request;
    private final List<String> methods;
    private final boolean running;
    private final Map<String, String> ids = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private PathGraphReader(MultipathTrace multipath) {
        this.multipath = multipath;
        request = multipath.request().trace();
        methods = List.of(request.method());
        running = multipath.trace().status() == Trace.Status.RUNNING;
    }

    public static HopGraph read(MultipathTrace multipath) {
        return new PathGraphReader(multipath).graph();
    }

    private HopGraph graph() {
        PathGraph graph = multipath.graph();
        IpAddress source = multipath.trace().source();
        String sourceId = source == null ? "source" : "source:" + source;
        ids.put(PathGraph.Link.SOURCE, sourceId);
        nodes.add(new Node(sourceId, Status.SOURCE, 0, 0, source, "", Stats.NONE, Stats.NONE, List.of(), methods, false, true));
        graph.nodes().forEach(this::add);
        List<Link> links = new ArrayList<>();
        graph.links().forEach(link -> links.add(link(link, graph)));
        if (graph.nodes().stream().noneMatch(PathGraph.Node::target)) {
            addUnreached(graph, links);
        }
        return new HopGraph(nodes, links, methods);
    }

    private void add(PathGraph.Node node) {
        boolean first = node.target() && nodes.stream().noneMatch(other -> other.status() == Status.TARGET);
        String id = first ? "target:" + request.address() : "hop:" + node.ttl() + ":" + node.id();
        ids.put(node.id(), id);
        Status status = node.isSilent() ? Status.SILENT : node.target() ? Status.TARGET : node.refused() ? Status.REFUSED : Status.HOP;
        List<Reply> replies = multipath.trace().hops().get(node.ttl() - 1).replies().stream()
                .filter(reply -> reply.address().equals(node.address())).toList();
        Stats stats = Stats.of(node.sent(), node.lost(), replies);
        nodes.add(new Node(id, status, node.ttl(), node.ttl(), node.address(), node.target() ? request.target() : "", stats, stats,
                replies.stream().map(Reply::describe).distinct().sorted().toList(), methods, false, true));
    }

    private Link link(PathGraph.Link link, PathGraph graph) {
        int all = graph.links().stream().filter(other -> other.ttl() == link.ttl()).mapToInt(PathGraph.Link::flows).sum();
        Stats stats = new Stats(link.sent(), link.lost(), link.rtt().count(), link.rtt().bestNanos(), link.rtt().meanNanos(),
                link.rtt().worstNanos());
        String from = ids.get(link.from());
        String to = ids.get(link.to());
        return new Link(from + ">" + to, from, to, link.assumed() ? LinkKind.ASSUMED : LinkKind.SEEN, stats, methods,
                new Flows(link.flows(), all == 0 ? 0 : (double) link.flows() / all, link.latencyNanos()));
    }

    /** The target stands one step behind the last answers. */
    private void addUnreached(PathGraph graph, List<Link> links) {
        int ttl = 1 + graph.nodes().stream().mapToInt(PathGraph.Node::ttl).max().orElse(0);
        String id = "target:" + request.address();
        Set<String> goingOn = new HashSet<>();
        links.forEach(link -> goingOn.add(link.from()));
        for (Node node : List.copyOf(nodes)) {
            if (!goingOn.contains(node.id()) && node.status() != Status.REFUSED) {
                links.add(new Link(node.id() + ">" + id, node.id(), id, LinkKind.UNREACHED, Stats.NONE, methods));
            }
        }
        nodes.add(new Node(id, Status.TARGET, ttl, ttl, request.address(), request.target(), Stats.NONE, Stats.NONE, List.of(),
                methods, running, false));
    }
}
