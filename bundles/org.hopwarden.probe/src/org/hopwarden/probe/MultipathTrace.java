package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of a multipath trace at a moment, and in the end its result: the fold of its events (see {@link MultipathEvent}).
 *
 * @param request what was asked for
 * @param trace the same as hops: each with the replies of all flows. The first reply to a flow has the flow's number for a query;
 *            further ones have numbers behind those of all flows
 * @param graph who stands where, and what joins them
 * @param flows how many flows were used
 * @param flowNotKept the TTLs at which one flow met several addresses: something before them balances packets, not flows, or the
 *            route changed. Links between such hops and the next are {@linkplain PathGraph.Link#assumed assumed}
 * @param fellBack where MDA took over from MDA-Lite: by TTL, why
 */
public record MultipathTrace(MultipathRequest request, Trace trace, PathGraph graph, int flows, SortedSet<Integer> flowNotKept,
        SortedMap<Integer, MultipathEvent.Shape> fellBack) {

    public MultipathTrace {
        requireNonNull(request, "request");
        requireNonNull(trace, "trace");
        requireNonNull(graph, "graph");
        flowNotKept = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(flowNotKept));
        fellBack = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(fellBack)));
    }
}
