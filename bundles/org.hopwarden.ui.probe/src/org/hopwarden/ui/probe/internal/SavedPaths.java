package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathEvent.Shape;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;
import org.hopwarden.probe.PathGraph.Link;
import org.hopwarden.probe.PathGraph.Node;
import org.hopwarden.probe.PathGraph.RoundTrip;
import org.hopwarden.probe.Trace;

/** What an open trace of all paths knows beyond its hops, in the file of the open trace. */
final class SavedPaths {

    private SavedPaths() {
    }

    static void write(MultipathTrace paths, ObjectNode out) {
        out.put("flows", paths.flows());
        paths.flowNotKept().forEach(out.putArray("flowNotKept")::add);
        ObjectNode fellBack = out.putObject("fellBack");
        paths.fellBack().forEach((ttl, shape) -> fellBack.put(ttl.toString(), shape.word()));
        var nodes = out.putArray("nodes");
        for (Node node : paths.graph().nodes()) {
            ObjectNode saved = nodes.addObject().put("id", node.id()).put("ttl", node.ttl()).put("target", node.target())
                    .put("refused", node.refused()).put("flows", node.flows()).put("sent", node.sent()).put("lost", node.lost());
            if (!node.isSilent()) {
                saved.put("address", node.address().toString());
            }
            write(node.rtt(), saved);
        }
        var links = out.putArray("links");
        for (Link link : paths.graph().links()) {
            ObjectNode saved = links.addObject().put("from", link.from()).put("to", link.to()).put("ttl", link.ttl())
                    .put("flows", link.flows()).put("sent", link.sent()).put("lost", link.lost()).put("assumed", link.assumed());
            link.latencyNanos().ifPresent(nanos -> saved.put("latencyNanos", nanos));
            write(link.rtt(), saved);
        }
    }

    private static void write(RoundTrip rtt, ObjectNode out) {
        out.put("replies", rtt.count()).put("bestNanos", rtt.bestNanos()).put("meanNanos", rtt.meanNanos())
                .put("worstNanos", rtt.worstNanos());
    }

    /** @throws IllegalArgumentException if something in it makes no sense */
    static MultipathTrace read(JsonNode saved, AllPaths asked, Trace trace) {
        List<Node> nodes = new ArrayList<>();
        saved.path("nodes").forEach(node -> nodes.add(new Node(node.path("id").asText(),
                node.has("address") ? IpAddress.parse(node.get("address").asText()) : null, node.path("ttl").asInt(),
                node.path("target").asBoolean(), node.path("refused").asBoolean(), node.path("flows").asInt(), node.path("sent").asInt(),
                node.path("lost").asInt(), roundTrip(node))));
        List<Link> links = new ArrayList<>();
        saved.path("links").forEach(link -> links.add(new Link(link.path("from").asText(), link.path("to").asText(),
                link.path("ttl").asInt(), link.path("flows").asInt(), link.path("sent").asInt(), link.path("lost").asInt(),
                roundTrip(link), link.has("latencyNanos") ? OptionalLong.of(link.get("latencyNanos").asLong()) : OptionalLong.empty(),
                link.path("assumed").asBoolean())));
        requireWhole(nodes, links, trace);
        TreeSet<Integer> flowNotKept = new TreeSet<>();
        saved.path("flowNotKept").forEach(ttl -> flowNotKept.add(ttl.asInt()));
        TreeMap<Integer, Shape> fellBack = new TreeMap<>();
        saved.path("fellBack").properties().forEach(at -> fellBack.put(Integer.valueOf(at.getKey()), shape(at.getValue().asText())));
        return new MultipathTrace(asked.request(trace.request()), trace, new PathGraph(nodes, links), saved.path("flows").asInt(),
                flowNotKept, fellBack);
    }

    /** Whoever draws the graph relies on it. */
    private static void requireWhole(List<Node> nodes, List<Link> links, Trace trace) {
        for (Node node : nodes) {
            if (node.ttl() < 1 || node.ttl() > trace.hops().size()) {
                throw new IllegalArgumentException("the node " + node.id() + " stands at no hop");
            }
        }
        for (Link link : links) {
            boolean begins = link.from().equals(Link.SOURCE) || nodes.stream().anyMatch(node -> node.id().equals(link.from()));
            if (!begins || nodes.stream().noneMatch(node -> node.id().equals(link.to()))) {
                throw new IllegalArgumentException("the link from " + link.from() + " to " + link.to() + " joins no nodes");
            }
        }
    }

    private static RoundTrip roundTrip(JsonNode saved) {
        return new RoundTrip(saved.path("replies").asInt(), saved.path("bestNanos").asLong(), saved.path("meanNanos").asLong(),
                saved.path("worstNanos").asLong());
    }

    private static Shape shape(String word) {
        return Arrays.stream(Shape.values()).filter(shape -> shape.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no shape '" + word + "'"));
    }
}
