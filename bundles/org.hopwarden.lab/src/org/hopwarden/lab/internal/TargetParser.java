package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.tomlj.TomlPosition;

/** Reads the targets of a topology, and checks that a way leads to each and back. */
final class TargetParser {

    private static final Set<String> KEYS = Set.of("to", "method", "port", "note");
    private static final List<String> METHODS = List.of("icmp", "udp", "tcp-syn");

    private final Topology topology;
    private final Problems problems;
    private final Graph graph;

    /** @param topology all but its targets */
    TargetParser(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
        this.graph = new Graph(topology);
    }

    List<Topology.Target> parse(List<Section> sections) {
        List<Topology.Target> targets = new ArrayList<>();
        for (Section section : sections) {
            section.allow(KEYS);
            String to = section.requiredText("to", "\"www\"");
            String method = section.word("method", METHODS);
            int port = (int) section.number("port", 1, 65535, 0);
            if (section.has("port") && "icmp".equals(method)) {
                problems.add(section.position("port"), "icmp has no ports", "leave 'port' out, or write another method");
            }
            String note = section.text("note", "");
            if (to != null) {
                address(to, section.valuePosition("to")).ifPresent(address -> targets
                        .add(new Topology.Target(to, address, method == null ? "" : method, port, note)));
            }
        }
        return targets;
    }

    private Optional<IpAddress> address(String to, TomlPosition at) {
        Optional<IpAddress> literal = IpAddress.tryParse(to);
        Optional<IpAddress> address = literal.isPresent() ? literal : topology.lookup(to).stream().findFirst();
        if (address.isEmpty()) {
            List<String> names = topology.nodes().stream()
                    .flatMap(node -> Stream.concat(Stream.of(node.name()), node.names().stream())).toList();
            problems.add(at, "nothing is called '" + to + "'", NearestWord.hint(to, names));
            return Optional.empty();
        }
        SimNode from = graph.node(topology.viewpoint());
        Optional<SimNode> owner = graph.owner(address.get());
        if (owner.isEmpty()) {
            problems.add(at, "no node has the address " + to, "write the name of a node, or an address that one has");
        } else if (!graph.connects(from, owner.get(), address.get())) {
            problems.add(at, "no way leads from '" + from.name() + "' to '" + to + "' and back over IPv"
                    + address.get().version().number(),
                    "join them by links with prefixes of that version; only routers forward");
        } else {
            return address;
        }
        return Optional.empty();
    }
}
