package org.hopwarden.lab.internal;

import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;

/** Finds where packets go next. */
final class Routing {

    /** What a node knows of a way. */
    enum Verdict {
        FOUND, NO_ROUTE,
        /** The packet would be on its last link, but nobody there has the address. */
        HOST_UNREACHABLE,
        /** A route that says to drop it, and to tell nobody. */
        DISCARD
    }

    private final Graph graph;
    private SimInterface to;

    Routing(Graph graph) {
        this.graph = graph;
    }

    /** Where the packet arrives next, after {@link #find} said that there is a way. */
    SimInterface to() {
        return to;
    }

    Verdict find(SimNode node, Graph.Resolved resolved, PacketView view) {
        to = null;
        if (IcmpErrors.isMulticast(view, false) || resolved.broadcast()) {
            SimInterface out = node.firstInterface(view.version());
            to = out == null ? null : out.link.ends[0] == out ? out.link.ends[1] : out.link.ends[0];
            return to == null ? Verdict.NO_ROUTE : Verdict.FOUND;
        }
        boolean attached = isAttached(node, resolved);
        StaticRoute route = node.routes.length == 0 ? null : staticRoute(node, resolved, view.destination(), attached);
        if (route != null) {
            return follow(node, route, view);
        }
        if (attached) {
            to = resolved.ownerInterface();
            return to == null ? Verdict.HOST_UNREACHABLE : Verdict.FOUND;
        }
        NextHop[] hops = nextHops(node, resolved);
        to = hops.length == 0 ? node.gateway(view.version()) : choose(node, hops, view);
        return to == null ? Verdict.NO_ROUTE : Verdict.FOUND;
    }

    private Verdict follow(SimNode node, StaticRoute route, PacketView view) {
        if (route.hops().length == 0) {
            return route.reports() ? Verdict.NO_ROUTE : Verdict.DISCARD;
        }
        to = choose(node, route.hops(), view);
        return Verdict.FOUND;
    }

    private static SimInterface choose(SimNode node, NextHop[] hops, PacketView view) {
        return (hops.length == 1 ? hops[0] : node.chooser.choose(hops, view)).to();
    }

    /** The one with the longest prefix, unless there is a better one that nobody wrote; null where there is none. */
    private static StaticRoute staticRoute(SimNode node, Graph.Resolved resolved, IpAddress destination, boolean attached) {
        for (StaticRoute route : node.routes) {
            if (route.prefix().contains(destination)) {
                int other = resolved.destination() == null ? -1 : resolved.destination().prefix.length();
                int length = route.prefix().length();
                return length > other || length == other && !attached ? route : null;
            }
        }
        return null;
    }

    /** The address that a node sends from; empty where there is no route. */
    Optional<IpAddress> sourceFor(SimNode node, IpAddress destination) {
        Graph.Resolved resolved = graph.resolve(destination);
        if (destination.isLoopback() || resolved.owner() == node) {
            return Optional.of(destination);
        }
        boolean attached = isAttached(node, resolved);
        StaticRoute route = staticRoute(node, resolved, destination, attached);
        if (route == null && attached) {
            return Optional.of(resolved.destination().link.endAt(node).address(destination.version()));
        }
        NextHop[] hops = route != null ? route.hops() : nextHops(node, resolved);
        if (hops.length > 0) {
            return Optional.of(hops[0].out().address(destination.version()));
        }
        return destination.isMulticast() ? Optional.ofNullable(node.firstInterface(destination.version()))
                .map(each -> each.address(destination.version()))
                : Optional.ofNullable(route != null ? null : node.gateway(destination.version()))
                        .map(gateway -> gateway.link.endAt(node).address(destination.version()));
    }

    private static NextHop[] nextHops(SimNode node, Graph.Resolved resolved) {
        return resolved.destination() == null ? Destination.NO_WAY : resolved.destination().nextHops(node);
    }

    private static boolean isAttached(SimNode node, Graph.Resolved resolved) {
        Destination destination = resolved.destination();
        return destination != null && destination.link != null && destination.link.endAt(node) != null;
    }
}
