package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.lab.Route;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/** The nodes and links of a running network, and who has which address. */
final class Graph {

    /**
     * What is known of an address.
     *
     * @param owner null where nobody has it
     * @param ownerInterface where the owner has it; null for its own address and where nobody has it
     * @param destination null where there is no route to it
     * @param broadcast whether it is the broadcast address of a link's prefix
     */
    record Resolved(SimNode owner, SimInterface ownerInterface, Destination destination, boolean broadcast) {
    }

    /** Keeps the cache small when somebody sends to random addresses. */
    private static final int MAX_CACHED = 1 << 16;

    final Topology topology;
    final List<SimNode> nodes = new ArrayList<>();
    final List<SimLink> links = new ArrayList<>();
    private final Map<String, SimNode> byName = new HashMap<>();
    private final List<Destination> destinations = new ArrayList<>();
    private final Map<IpAddress, Resolved> known = new HashMap<>();

    Graph(Topology topology) {
        this.topology = topology;
        for (Topology.Node node : topology.nodes()) {
            SimNode simNode = new SimNode(nodes.size(), node, topology.seed());
            simNode.icmpLimiter = IcmpLimiter.of(node.behaviour().icmpLimit(), this,
                    RandomStream.derive(topology.seed(), "icmp-limit " + node.name()));
            nodes.add(simNode);
            byName.put(node.name(), simNode);
        }
        topology.links().forEach(link -> addLink(link, topology.seed()));
        for (SimNode node : nodes) {
            node.routes = topology.routes().stream().filter(route -> route.node().equals(node.name())).map(this::route)
                    .sorted(Comparator.comparingInt(route -> -route.prefix().length())).toArray(StaticRoute[]::new);
            var translations = topology.translations().stream().filter(each -> each.node().equals(node.name())).toList();
            node.translator = translations.isEmpty() ? null
                    : new Translator(translations, RandomStream.derive(topology.seed(), "nat " + node.name()));
            var rewrites = topology.rewrites().stream().filter(each -> each.node().equals(node.name())).toList();
            node.rewriter = rewrites.isEmpty() ? null : new Rewriter(rewrites);
            node.labelPaths = topology.labelPaths().stream().filter(path -> path.nodes().getFirst().equals(node.name()))
                    .map(path -> new SimLabelPath(path, path.nodes().stream().map(this::node).toArray(SimNode[]::new)))
                    .toArray(SimLabelPath[]::new);
            for (IpAddress address : node.node.loopbacks()) {
                Destination destination = new Destination(this,
                        new IpPrefix(address, address.version().addressBits()), null, node);
                destinations.add(destination);
                known.put(address, new Resolved(node, null, destination, false));
            }
        }
    }

    private StaticRoute route(Route route) {
        List<NextHop> hops = new ArrayList<>();
        int weights = 0;
        for (Route.Via via : route.via()) {
            SimLink link = links.stream().filter(each -> each.link.name().equals(via.link())).findFirst().orElseThrow();
            weights += link.link.weight();
            hops.add(new NextHop(link.endAt(node(route.node())), link.endAt(node(via.node())), weights));
        }
        return new StaticRoute(route.to(), hops.toArray(NextHop[]::new), route.reports());
    }

    private void addLink(Topology.Link link, long seed) {
        SimLink simLink = new SimLink(link);
        links.add(simLink);
        List<Destination> own = link.prefixes().stream().map(prefix -> new Destination(this, prefix, simLink, null)).toList();
        destinations.addAll(own);
        for (int i = 0; i < simLink.ends.length; i++) {
            Topology.Attachment end = link.ends().get(i);
            SimNode node = node(end.node());
            SimInterface simInterface = new SimInterface(node, simLink, end.address(IpVersion.V4).orElse(null),
                    end.address(IpVersion.V6).orElse(null), RandomStream.derive(seed, link.name() + " " + node.name()));
            simLink.ends[i] = simInterface;
            node.interfaces.add(simInterface);
            for (IpAddress address : end.addresses()) {
                Destination destination = own.stream().filter(each -> each.prefix.contains(address)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(address + " is in no prefix of " + link.name()));
                known.put(address, new Resolved(node, simInterface, destination, false));
            }
        }
    }

    /** @throws NoSuchElementException where no node has that name */
    SimNode node(String name) {
        SimNode node = byName.get(name);
        if (node == null) {
            throw new NoSuchElementException("no node is called '" + name + "'");
        }
        return node;
    }

    Optional<SimNode> owner(IpAddress address) {
        return Optional.ofNullable(resolve(address).owner);
    }

    Resolved resolve(IpAddress address) {
        Resolved resolved = known.get(address);
        if (resolved == null) {
            resolved = find(address);
            if (known.size() < MAX_CACHED) {
                known.put(address, resolved);
            }
        }
        return resolved;
    }

    private Resolved find(IpAddress address) {
        Destination best = null;
        for (Destination destination : destinations) {
            if (destination.prefix.contains(address)
                    && (best == null || destination.prefix.length() > best.prefix.length())) {
                best = destination;
            }
        }
        boolean broadcast = best != null && best.link != null && AddressPlan.isBroadcast(best.prefix, address);
        return new Resolved(null, null, best, broadcast);
    }

    /** Whether packets get from a node to an address of another, and answers back, filters and loss left aside. */
    boolean connects(SimNode from, SimNode to, IpAddress address) {
        if (from == to) {
            return true;
        }
        SimInterface back = from.firstInterface(address.version());
        return back != null && reaches(from, to, address) && reaches(to, from, back.address(address.version()));
    }

    private boolean reaches(SimNode from, SimNode to, IpAddress address) {
        Destination destination = resolve(address).destination;
        Set<SimNode> seen = new HashSet<>();
        SimNode at = from;
        while (at != to && seen.add(at)) {
            if (isAttached(at, destination)) {
                return true;
            }
            NextHop[] ways = destination.nextHops(at);
            if (ways.length == 0) {
                return false;
            }
            at = ways[0].to().node;
        }
        return at == to;
    }

    private static boolean isAttached(SimNode node, Destination destination) {
        return destination.link != null && node.interfaces.stream().anyMatch(each -> each.link == destination.link);
    }
}
