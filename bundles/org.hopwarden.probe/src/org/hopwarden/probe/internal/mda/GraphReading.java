package org.hopwarden.probe.internal.mda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.PathGraph;
import org.hopwarden.probe.PathGraph.Link;
import org.hopwarden.probe.PathGraph.Node;
import org.hopwarden.probe.PathGraph.RoundTrip;
import org.hopwarden.probe.Reply;

/** A flow table read as a graph and as hops. One use, one thread. */
public final class GraphReading {

    private record Ends(Vertex from, Vertex to) {
    }

    /** Flows and probes that belong to a node or a link. */
    private static final class Counts {
        int flows;
        int sent;
        int lost;
        boolean assumed;
        final List<Reply> replies = new ArrayList<>();
        final List<Long> differences = new ArrayList<>();

        void add(FlowTable.Cell cell, IpAddress address) {
            flows++;
            sent += cell.sent;
            lost += cell.lost;
            cell.replies.stream().filter(reply -> reply.address().equals(address)).forEach(replies::add);
        }

        /** A further address at which a flow arrived: no probe of its own is known to have been lost. */
        void addFurther(FlowTable.Cell cell, IpAddress address) {
            List<Reply> further = cell.replies.stream().filter(reply -> reply.address().equals(address)).toList();
            flows++;
            sent += further.size();
            replies.addAll(further);
        }

        OptionalLong median() {
            if (differences.isEmpty()) {
                return OptionalLong.empty();
            }
            List<Long> sorted = differences.stream().sorted().toList();
            long low = sorted.get((sorted.size() - 1) / 2);
            long high = sorted.get(sorted.size() / 2);
            return OptionalLong.of(low + (high - low) / 2);
        }
    }

    private final FlowTable table;
    private final Layers layers;
    private final int depth;
    private final int lastHop;
    private final Map<Vertex, Counts> nodes = new LinkedHashMap<>();
    private final Map<Ends, Counts> links = new LinkedHashMap<>();

    public GraphReading(FlowTable table) {
        this.table = table;
        layers = new Layers(table);
        int answered = 0;
        for (int ttl = 1; ttl <= layers.depth(); ttl++) {
            answered = layers.isAnswered(ttl) ? ttl : answered;
        }
        depth = answered;
        boolean ended = layers.depth() > 0 && isEnded();
        lastHop = ended ? depth : layers.depth();
        for (int ttl = 1; ttl <= depth; ttl++) {
            for (int flow = 0; flow < table.flows(); flow++) {
                FlowTable.Cell cell = table.at(flow, ttl);
                if (cell != null && layers.met(flow, ttl) != null) {
                    count(flow, ttl, cell);
                }
            }
        }
    }

    /** Whether some flow arrived, or was refused, at the last TTL that answered. */
    private boolean isEnded() {
        for (int flow = 0; flow < table.flows(); flow++) {
            if (table.end(flow) == depth) {
                return true;
            }
        }
        return false;
    }

    private void count(int flow, int ttl, FlowTable.Cell cell) {
        Vertex met = layers.met(flow, ttl);
        Vertex before = layers.before(flow, ttl);
        boolean assumed = layers.at(ttl - 1).size() > 1 && layers.at(ttl).size() > 1
                && (layers.isUnkept(ttl - 1) || layers.isUnkept(ttl));
        nodes.computeIfAbsent(met, key -> new Counts()).add(cell, met.address());
        if (before != null) {
            Counts link = links.computeIfAbsent(new Ends(before, met), key -> new Counts());
            link.add(cell, met.address());
            link.assumed |= assumed;
            FlowTable.Cell near = table.at(flow, ttl - 1);
            if (before.equals(Vertex.SOURCE) && cell.isAnswered()) {
                link.differences.add(best(cell, met));
            } else if (near != null && near.isAnswered() && cell.isAnswered()) {
                link.differences.add(best(cell, met) - best(near, before));
            }
        }
        Set<IpAddress> further = new HashSet<>(cell.replies.stream().map(Reply::address).toList());
        further.remove(met.address());
        for (IpAddress address : further) {
            Vertex other = Vertex.of(ttl, address);
            nodes.computeIfAbsent(other, key -> new Counts()).addFurther(cell, address);
            if (before != null) {
                Counts link = links.computeIfAbsent(new Ends(before, other), key -> new Counts());
                link.addFurther(cell, address);
                link.assumed |= assumed;
            }
        }
    }

    private static long best(FlowTable.Cell cell, Vertex met) {
        return cell.replies.stream().filter(reply -> reply.address().equals(met.address())).mapToLong(Reply::rttNanos).min()
                .orElseThrow();
    }

    public PathGraph graph() {
        List<Vertex> sorted = nodes.keySet().stream().sorted(Comparator.comparingInt(Vertex::ttl)
                .thenComparing(Vertex::address, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(vertex -> answering(vertex.side()), Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
        Map<Vertex, String> ids = ids(sorted);
        Map<Vertex, Integer> order = new HashMap<>(Map.of(Vertex.SOURCE, -1));
        sorted.forEach(vertex -> order.put(vertex, order.size()));
        List<Node> drawn = sorted.stream().map(vertex -> node(vertex, ids.get(vertex))).toList();
        List<Link> joined = links.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Ends, Counts>>comparingInt(entry -> order.get(entry.getKey().from()))
                        .thenComparingInt(entry -> order.get(entry.getKey().to())))
                .map(entry -> link(entry.getKey(), entry.getValue(), ids)).toList();
        return new PathGraph(drawn, joined);
    }

    /** The address nearest before a silence; null for the source. */
    private static IpAddress answering(Vertex side) {
        return side == null ? null : side.address() != null ? side.address() : answering(side.side());
    }

    private static Map<Vertex, String> ids(List<Vertex> sorted) {
        Map<IpAddress, Integer> standings = new HashMap<>();
        sorted.stream().filter(vertex -> !vertex.isSilence()).forEach(vertex -> standings.merge(vertex.address(), 1, Integer::sum));
        Map<Vertex, String> ids = new HashMap<>(Map.of(Vertex.SOURCE, Link.SOURCE));
        Map<Integer, Integer> silent = new HashMap<>();
        for (Vertex vertex : sorted) {
            ids.put(vertex, vertex.isSilence() ? "*" + vertex.ttl() + "." + silent.merge(vertex.ttl(), 1, Integer::sum)
                    : standings.get(vertex.address()) == 1 ? vertex.address().toString()
                            : vertex.address() + "@" + vertex.ttl());
        }
        return ids;
    }

    private Node node(Vertex vertex, String id) {
        Counts counts = nodes.get(vertex);
        boolean target = counts.replies.stream().anyMatch(Reply::fromTarget);
        boolean refused = !target && counts.replies.stream().anyMatch(reply -> reply.kind().isFinal());
        return new Node(id, vertex.address(), vertex.ttl(), target, refused, counts.flows, counts.sent, counts.lost,
                RoundTrip.of(counts.replies));
    }

    private static Link link(Ends ends, Counts counts, Map<Vertex, String> ids) {
        return new Link(ids.get(ends.from()), ids.get(ends.to()), ends.to().ttl(), counts.flows, counts.sent, counts.lost,
                RoundTrip.of(counts.replies), counts.median(), counts.assumed);
    }

    /** The same as hops from TTL 1 on. */
    public List<Hop> hops() {
        List<Hop> hops = new ArrayList<>();
        for (int ttl = 1; ttl <= lastHop; ttl++) {
            List<Reply> replies = new ArrayList<>();
            List<Reply> further = new ArrayList<>();
            int sent = 0;
            int lost = 0;
            for (int flow = 0; flow < table.flows(); flow++) {
                FlowTable.Cell cell = table.at(flow, ttl);
                if (cell != null) {
                    sent += cell.sent;
                    lost += cell.lost;
                    cell.replies.stream().limit(1).forEach(replies::add);
                    for (Reply reply : cell.replies.stream().skip(1).toList()) {
                        further.add(numbered(reply, table.flows() + further.size()));
                    }
                }
            }
            replies.addAll(further);
            hops.add(new Hop(ttl, sent, lost, replies));
        }
        return hops;
    }

    private static Reply numbered(Reply reply, int query) {
        return new Reply(query, reply.address(), reply.rttNanos(), reply.kind(), reply.icmpType(), reply.icmpCode(),
                reply.fromTarget(), reply.ttl(), reply.detail());
    }

    public int probes() {
        int probes = 0;
        for (int flow = 0; flow < table.flows(); flow++) {
            for (int ttl = 1; ttl <= table.lastTtl(); ttl++) {
                FlowTable.Cell cell = table.anywhere(flow, ttl);
                probes += cell == null ? 0 : cell.sent;
            }
        }
        return probes;
    }

    /** How many probes stand in no hop. */
    public int beyondEnd() {
        return probes() - hops().stream().mapToInt(Hop::sent).sum();
    }

    /** The TTLs at which one flow met several addresses. */
    public SortedSet<Integer> flowNotKept() {
        SortedSet<Integer> ttls = new TreeSet<>();
        for (int ttl = 1; ttl <= depth; ttl++) {
            if (layers.isUnkept(ttl)) {
                ttls.add(ttl);
            }
        }
        return ttls;
    }
}
