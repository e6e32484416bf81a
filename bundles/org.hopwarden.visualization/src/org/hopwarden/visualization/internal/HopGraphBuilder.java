package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraph.LinkKind;
import org.hopwarden.visualization.HopGraph.Status;

/** Merges traces into one {@link HopGraph}. Each trace is cut into layers, and neighbouring layers are linked. */
public final class HopGraphBuilder {

    private static final class Counts {
        int probes;
        int lost;
        final List<Reply> replies = new ArrayList<>();

        void add(int sent, int lostProbes, List<Reply> answers) {
            probes += sent;
            lost += lostProbes;
            replies.addAll(answers);
        }

        HopGraph.Stats stats() {
            return HopGraph.Stats.of(probes, lost, replies);
        }
    }

    private static final class NodeDraft {
        final String id;
        Status status;
        int firstTtl;
        int lastTtl;
        IpAddress address;
        String name = "";
        final Counts own = new Counts();
        final Counts ttl = new Counts();
        final Set<String> says = new LinkedHashSet<>();
        final Set<String> methods = new LinkedHashSet<>();
        boolean waiting;
        boolean reached = true;

        NodeDraft(String id, Status status, int ttl, IpAddress address) {
            this.id = id;
            this.status = status;
            this.firstTtl = ttl;
            this.lastTtl = ttl;
            this.address = address;
        }

        HopGraph.Node node() {
            return new HopGraph.Node(id, status, firstTtl, lastTtl, address, name, own.stats(), ttl.stats(),
                    says.stream().sorted().toList(), List.copyOf(methods), waiting, reached);
        }
    }

    private static final class LinkDraft {
        final NodeDraft from;
        final NodeDraft to;
        LinkKind kind;
        final Counts counts = new Counts();
        final Set<String> methods = new LinkedHashSet<>();

        LinkDraft(NodeDraft from, NodeDraft to, LinkKind kind) {
            this.from = from;
            this.to = to;
            this.kind = kind;
        }
    }

    private record Ends(String from, String to) {
    }

    /** The nodes of one trace at one distance; {@code byQuery} says which of them answered a probe number. */
    private record Layer(List<NodeDraft> nodes, Map<Integer, NodeDraft> byQuery, Hop hop) {

        static Layer of(NodeDraft node, Hop hop) {
            return new Layer(List.of(node), Map.of(), hop);
        }

        /** The node that a probe number came by, or null where that is not known. */
        NodeDraft passed(int query) {
            return nodes.size() == 1 ? nodes.getFirst() : byQuery.get(query);
        }
    }

    private final Map<String, NodeDraft> nodes = new LinkedHashMap<>();
    private final Map<Ends, LinkDraft> links = new LinkedHashMap<>();
    private final Set<String> methods = new LinkedHashSet<>();

    private HopGraphBuilder() {
    }

    public static HopGraph build(List<Trace> traces) {
        HopGraphBuilder builder = new HopGraphBuilder();
        traces.forEach(builder::add);
        return builder.graph();
    }

    private void add(Trace trace) {
        methods.add(trace.request().method());
        List<Layer> layers = layers(trace);
        for (Layer layer : layers) {
            layer.nodes().forEach(node -> node.methods.add(trace.request().method()));
        }
        for (int i = 1; i < layers.size(); i++) {
            link(layers.get(i - 1), layers.get(i), trace);
        }
        NodeDraft target = target(trace);
        if (layers.getLast().nodes().stream().noneMatch(node -> node == target)) {
            for (NodeDraft last : layers.getLast().nodes()) {
                link(last, target, LinkKind.UNREACHED, trace);
            }
        }
    }

    private List<Layer> layers(Trace trace) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of(source(trace), null));
        List<Hop> hops = trace.hops();
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.isSilent()) {
                int end = i;
                while (end + 1 < hops.size() && hops.get(end + 1).isSilent()) {
                    end++;
                }
                layers.add(silence(trace, hops.subList(i, end + 1)));
                i = end;
            } else if (!joinRefusal(layers.getLast(), hop, trace)) {
                layers.add(answers(trace, hop));
            }
        }
        return layers;
    }

    private NodeDraft source(Trace trace) {
        String id = trace.source() == null ? "source" : "source:" + trace.source();
        return nodes.computeIfAbsent(id, key -> new NodeDraft(key, Status.SOURCE, 0, trace.source()));
    }

    private Layer silence(Trace trace, List<Hop> stretch) {
        int first = stretch.getFirst().ttl();
        int last = stretch.getLast().ttl();
        String id = "silent:" + first + "-" + last + ":" + trace.request().address();
        NodeDraft node = nodes.computeIfAbsent(id, key -> new NodeDraft(key, Status.SILENT, first, null));
        node.lastTtl = last;
        for (Hop hop : stretch) {
            node.own.add(hop.sent(), hop.lost(), List.of());
            node.ttl.add(hop.sent(), hop.lost(), List.of());
            node.waiting |= waits(trace, hop);
        }
        return Layer.of(node, stretch.getFirst());
    }

    private Layer answers(Trace trace, Hop hop) {
        Set<NodeDraft> found = new LinkedHashSet<>();
        Map<Integer, NodeDraft> byQuery = new HashMap<>();
        for (Reply reply : hop.replies()) {
            NodeDraft node = answering(trace, hop, reply);
            node.own.add(1, 0, List.of(reply));
            node.says.add(reply.describe());
            found.add(node);
            byQuery.putIfAbsent(reply.query(), node);
        }
        int unanswered = Math.max(0, hop.sent() - byQuery.size());
        for (NodeDraft node : found) {
            node.ttl.add(hop.sent(), hop.lost(), hop.replies());
            node.waiting |= waits(trace, hop);
            if (found.size() == 1) {
                node.own.add(unanswered, hop.lost(), List.of());
            }
        }
        return new Layer(List.copyOf(found), byQuery, hop);
    }

    private NodeDraft answering(Trace trace, Hop hop, Reply reply) {
        boolean refusal = reply.kind().isFinal() && !reply.fromTarget();
        if (reply.fromTarget() || refusal && reply.address().equals(trace.request().address())) {
            NodeDraft target = target(trace);
            target.firstTtl = target.reached ? Math.min(target.firstTtl, hop.ttl()) : hop.ttl();
            target.lastTtl = target.reached ? Math.max(target.lastTtl, hop.ttl()) : hop.ttl();
            if (reply.fromTarget()) {
                target.status = Status.TARGET;
            } else if (!target.reached) {
                target.status = Status.REFUSED;
            }
            target.reached = true;
            target.address = reply.address();
            return target;
        }
        NodeDraft node = nodes.computeIfAbsent("hop:" + hop.ttl() + ":" + reply.address(),
                key -> new NodeDraft(key, Status.HOP, hop.ttl(), reply.address()));
        if (refusal) {
            node.status = Status.REFUSED;
        }
        return node;
    }

    /** The target's node; until something answers there, it stands one step behind the last hop. */
    private NodeDraft target(Trace trace) {
        NodeDraft target = nodes.computeIfAbsent("target:" + trace.request().address(), key -> {
            NodeDraft draft = new NodeDraft(key, Status.TARGET, 0, trace.request().address());
            draft.reached = false;
            draft.name = trace.request().target();
            return draft;
        });
        if (!target.reached) {
            target.firstTtl = Math.max(target.firstTtl, trace.hops().size() + 1);
            target.lastTtl = target.firstTtl;
        }
        target.waiting |= !trace.reached() && trace.status() == Trace.Status.RUNNING;
        target.methods.add(trace.request().method());
        return target;
    }

    /**
     * A router that filters lets probes expire at its own TTL and refuses those of the next: one thing in one place, although it
     * answers at two TTLs.
     */
    private boolean joinRefusal(Layer before, Hop hop, Trace trace) {
        List<NodeDraft> joined = new ArrayList<>();
        for (Reply reply : hop.replies()) {
            NodeDraft node = before.nodes().stream()
                    .filter(candidate -> candidate.status != Status.SOURCE && reply.address().equals(candidate.address))
                    .findFirst().orElse(null);
            if (node == null || reply.fromTarget() || !reply.kind().isFinal()) {
                return false;
            }
            joined.add(node);
        }
        for (int i = 0; i < joined.size(); i++) {
            Reply reply = hop.replies().get(i);
            NodeDraft node = joined.get(i);
            node.own.add(1, 0, List.of(reply));
            node.says.add(reply.describe());
        }
        for (NodeDraft node : new LinkedHashSet<>(joined)) {
            node.status = Status.REFUSED;
            node.lastTtl = hop.ttl();
            node.ttl.add(hop.sent(), hop.lost(), hop.replies());
            node.waiting |= waits(trace, hop);
            if (before.nodes().size() == 1) {
                node.own.add(Math.max(0, hop.sent() - hop.replies().size()), hop.lost(), List.of());
            }
        }
        return true;
    }

    private static boolean waits(Trace trace, Hop hop) {
        return trace.status() == Trace.Status.RUNNING && hop.lost() + answered(hop) < hop.sent();
    }

    private static long answered(Hop hop) {
        return hop.replies().stream().mapToInt(Reply::query).distinct().count();
    }

    private void link(Layer before, Layer after, Trace trace) {
        Set<NodeDraft> withWayOut = new LinkedHashSet<>();
        Set<NodeDraft> withWayIn = new LinkedHashSet<>();
        Map<NodeDraft, Set<LinkDraft>> waysOut = new HashMap<>();
        for (Reply reply : after.hop().replies()) {
            NodeDraft from = before.passed(reply.query());
            NodeDraft to = after.passed(reply.query());
            if (from != null && to != null) {
                LinkDraft link = link(from, to, LinkKind.SEEN, trace);
                link.counts.add(1, 0, List.of(reply));
                waysOut.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(link);
                withWayOut.add(from);
                withWayIn.add(to);
            }
        }
        if (after.nodes().getFirst().status == Status.SILENT) {
            NodeDraft silence = after.nodes().getFirst();
            for (NodeDraft from : before.nodes()) {
                waysOut.put(from, Set.of(link(from, silence, LinkKind.SEEN, trace)));
                withWayOut.add(from);
            }
            withWayIn.add(silence);
        }
        for (NodeDraft from : before.nodes()) {
            for (NodeDraft to : after.nodes()) {
                if (from != to && (!withWayOut.contains(from) || !withWayIn.contains(to))) {
                    link(from, to, LinkKind.ASSUMED, trace);
                }
            }
        }
        countLosses(before, after.hop(), waysOut);
    }

    /** Adds a lost probe to the link that it must have come to, where the probe's number tells that. */
    private static void countLosses(Layer before, Hop hop, Map<NodeDraft, Set<LinkDraft>> waysOut) {
        if (hop.lost() < hop.sent() - answered(hop)) {
            if (before.nodes().size() == 1 && waysOut.size() == 1) {
                Set<LinkDraft> ways = waysOut.values().iterator().next();
                if (ways.size() == 1) {
                    ways.iterator().next().counts.add((int) (hop.sent() - answered(hop)), hop.lost(), List.of());
                }
            }
            return;
        }
        Set<Integer> answered = new LinkedHashSet<>();
        hop.replies().forEach(reply -> answered.add(reply.query()));
        for (int query = 0; query < hop.sent(); query++) {
            Set<LinkDraft> ways = waysOut.getOrDefault(before.passed(query), Set.of());
            if (!answered.contains(query) && ways.size() == 1) {
                ways.iterator().next().counts.add(1, 1, List.of());
            }
        }
    }

    private LinkDraft link(NodeDraft from, NodeDraft to, LinkKind kind, Trace trace) {
        LinkDraft link = links.computeIfAbsent(new Ends(from.id, to.id), key -> new LinkDraft(from, to, kind));
        if (kind.compareTo(link.kind) < 0) {
            link.kind = kind;
        }
        link.methods.add(trace.request().method());
        return link;
    }

    private HopGraph graph() {
        List<HopGraph.Node> sorted = nodes.values().stream().map(NodeDraft::node)
                .sorted(Comparator.comparingInt(HopGraph.Node::firstTtl)
                        .thenComparing(HopGraph.Node::address, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HopGraph.Node::id))
                .toList();
        Map<String, Integer> order = new HashMap<>();
        sorted.forEach(node -> order.put(node.id(), order.size()));
        List<HopGraph.Link> linked = links.values().stream()
                .sorted(Comparator.<LinkDraft>comparingInt(link -> order.get(link.from.id))
                        .thenComparingInt(link -> order.get(link.to.id)))
                .map(link -> new HopGraph.Link(link.from.id + ">" + link.to.id, link.from.id, link.to.id, link.kind,
                        link.counts.stats(), List.copyOf(link.methods)))
                .toList();
        return new HopGraph(sorted, linked, List.copyOf(methods));
    }
}
