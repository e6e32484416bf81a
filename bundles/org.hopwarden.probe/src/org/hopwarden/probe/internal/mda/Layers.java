package org.hopwarden.probe.internal.mda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.probe.Reply;

/** Which vertices the flows met, at each TTL, and which follow each other: a flow table read at one moment. */
final class Layers {

    private final FlowTable table;
    private final int depth;
    private final Vertex[][] met;
    private final List<Set<Vertex>> layers = new ArrayList<>();
    private final boolean[] unkept;
    private final Map<Vertex, Set<Vertex>> successors = new LinkedHashMap<>();
    private final Map<Vertex, Set<Vertex>> predecessors = new LinkedHashMap<>();
    private final Set<Vertex> live = new LinkedHashSet<>();

    Layers(FlowTable table) {
        this.table = table;
        depth = table.lastTtl();
        met = new Vertex[table.flows()][depth + 1];
        unkept = new boolean[depth + 2];
        layers.add(Set.of(Vertex.SOURCE));
        live.add(Vertex.SOURCE);
        for (int ttl = 1; ttl <= depth; ttl++) {
            layers.add(new LinkedHashSet<>());
            for (int flow = 0; flow < table.flows(); flow++) {
                FlowTable.Cell cell = table.at(flow, ttl);
                if (cell != null) {
                    meet(flow, ttl, cell);
                }
            }
        }
        for (int ttl = 1; ttl <= depth; ttl++) {
            join(ttl);
        }
    }

    private void meet(int flow, int ttl, FlowTable.Cell cell) {
        if (cell.isAnswered()) {
            met[flow][ttl] = Vertex.of(ttl, cell.first().address());
            for (Reply reply : cell.replies) {
                layers.get(ttl).add(Vertex.of(ttl, reply.address()));
            }
            unkept[ttl] |= !cell.isKept();
        } else if (cell.isSilent()) {
            Vertex before = before(flow, ttl);
            if (before != null) {
                met[flow][ttl] = Vertex.silence(before);
                layers.get(ttl).add(met[flow][ttl]);
            }
        }
        if (met[flow][ttl] != null && table.end(flow) > ttl) {
            live.add(met[flow][ttl]);
        }
    }

    private void join(int ttl) {
        for (int flow = 0; flow < table.flows(); flow++) {
            FlowTable.Cell cell = table.at(flow, ttl);
            Vertex before = before(flow, ttl);
            if (cell == null || met[flow][ttl] == null || before == null) {
                continue;
            }
            join(before, met[flow][ttl]);
            for (Reply reply : cell.replies) {
                if (layers.get(ttl - 1).size() == 1) {
                    join(before, Vertex.of(ttl, reply.address()));
                }
            }
        }
    }

    private void join(Vertex before, Vertex after) {
        successors.computeIfAbsent(before, key -> new LinkedHashSet<>()).add(after);
        predecessors.computeIfAbsent(after, key -> new LinkedHashSet<>()).add(before);
    }

    int depth() {
        return depth;
    }

    /** The vertices at a TTL, in the order of the flows that met them. */
    Set<Vertex> at(int ttl) {
        return ttl <= depth ? layers.get(ttl) : Set.of();
    }

    /** Those vertices at a TTL behind which some flow's path goes on. */
    List<Vertex> liveAt(int ttl) {
        return at(ttl).stream().filter(live::contains).toList();
    }

    /** Whom a flow met; null where that is not known. */
    Vertex met(int flow, int ttl) {
        return ttl == 0 ? Vertex.SOURCE : flow < met.length && ttl <= depth ? met[flow][ttl] : null;
    }

    /** By whom a flow came to a TTL: whom it met before, or the only one that stands there. Null where that is not known. */
    Vertex before(int flow, int ttl) {
        Vertex before = met(flow, ttl - 1);
        Set<Vertex> layer = at(ttl - 1);
        return before != null ? before : layer.size() == 1 ? layer.iterator().next() : null;
    }

    Set<Vertex> after(Vertex vertex) {
        return successors.getOrDefault(vertex, Set.of());
    }

    Set<Vertex> before(Vertex vertex) {
        return predecessors.getOrDefault(vertex, Set.of());
    }

    /** Whether some flow met several addresses at this TTL. */
    boolean isUnkept(int ttl) {
        return ttl < unkept.length && unkept[ttl];
    }

    /** Whether anybody answered at this TTL. */
    boolean isAnswered(int ttl) {
        return at(ttl).stream().anyMatch(vertex -> vertex.address() != null);
    }

    /** How many vertices, the source included, have several successors. */
    int branching() {
        int branching = 0;
        for (Map.Entry<Vertex, Set<Vertex>> entry : successors.entrySet()) {
            // Where flows are not kept, what follows whom is not known: the hop counts once, as a whole.
            if (entry.getValue().size() > 1 && !isUnkept(entry.getKey().ttl())) {
                branching++;
            }
        }
        return branching;
    }
}
