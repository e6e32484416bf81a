package org.hopwarden.probe.internal.mda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathEvent.Shape;
import org.hopwarden.probe.MultipathRequest;

/**
 * Says which probes are wanting. It keeps nothing of its own: what is known stands in the flow table, and each time all that is
 * wanting is found anew. So it does not matter in which order replies come, and what is found late (a vertex, a branch that makes
 * all other nodes' stopping points rise) is made up for at every hop. When nothing is wanting and nothing under way, the graph is
 * done.
 * <p>
 * Flows are taken in the order of their numbers, and at each hop those first whose vertex at the hop before is known.
 */
public final class Planner {

    /** How far ahead of the last answer one flow goes, to find the next hops and the end without waiting for each. */
    static final int LOOKAHEAD = 3;
    /** More are not tried: a graph that needs them is left incomplete. */
    static final int MOST_FLOWS = 1000;
    /** How many flows feel for an answer behind a silent stretch. */
    private static final int SCOUTS = 3;
    /** Among so few vertices a new flow finds the one that lacks flows soon. */
    private static final int NARROW = 3;
    /** One flow by a vertex cannot show a second successor. */
    private static final int LEAST_BY_VERTEX = 2;
    /** Where others answer a missing reply is most likely lost; where nobody does the router is most likely silent. */
    private static final int MOST_TRIES = 5;
    private static final int TRIES_IN_SILENCE = 2;

    /** A probe that is wanting. */
    public record Probe(int flow, int ttl) {
    }

    private final MultipathRequest request;
    private final StoppingPoints points;
    private FlowTable table;
    private int version = -1;
    private Layers layers;
    private int branching;
    private int frontier;
    private int newFlows;
    private Set<Probe> wanted;
    private boolean exhausted;

    public Planner(MultipathRequest request) {
        this.request = request;
        points = new StoppingPoints(request.confidence());
    }

    /** A hop that is not as MDA-Lite assumes. */
    public record Misfit(int ttl, Shape shape) {
    }

    /** The first hop at which MDA must take over and has not yet. */
    public Optional<Misfit> misfit(FlowTable flows) {
        if (request.algorithm() == MultipathAlgorithm.MDA) {
            return Optional.empty();
        }
        read(flows);
        for (int ttl = 1; ttl <= layers.depth(); ttl++) {
            boolean kept = !layers.isUnkept(ttl) && !layers.isUnkept(ttl - 1);
            if (kept && !table.fellBack().containsKey(ttl) && isSettled(ttl) && (ttl == 1 || isSettled(ttl - 1))) {
                Optional<Shape> shape = ShapeTest.test(layers, layers.liveAt(ttl - 1), ttl, table);
                if (shape.isPresent()) {
                    return Optional.of(new Misfit(ttl, shape.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nothing is under way at a hop, and it was made sure that flows are kept there. */
    private boolean isSettled(int ttl) {
        for (int flow = 0; flow < table.flows(); flow++) {
            FlowTable.Cell cell = table.at(flow, ttl);
            if (cell != null && (cell.open > 0 || !cell.isAnswered() && !cell.isSilent())) {
                return false;
            }
        }
        return repeatsWanting(ttl) == 0;
    }

    /** The probes that are wanting now, each but once; those under way are not among them. */
    public List<Probe> plan(FlowTable flows) {
        read(flows);
        wanted = new LinkedHashSet<>();
        newFlows = table.flows();
        exhausted = false;
        for (int ttl = 1; ttl <= Math.min(frontier + 1, request.trace().maxTtl()); ttl++) {
            if (ttl > 1 && !layers.at(ttl - 1).isEmpty() && layers.liveAt(ttl - 1).isEmpty()) {
                break;
            }
            retry(ttl);
            new HopDemand(ttl).add();
        }
        scout();
        return List.copyOf(wanted);
    }

    /** Whether flows ran out before the graph was done. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Whether a flow that was not answered at a TTL is to be given up there. */
    public boolean isGivenUp(FlowTable flows, int flow, int ttl) {
        read(flows);
        return table.anywhere(flow, ttl).lost >= tries(flow, ttl);
    }

    private void read(FlowTable flows) {
        if (table == flows && version == flows.version()) {
            return;
        }
        table = flows;
        version = flows.version();
        layers = new Layers(flows);
        branching = layers.branching();
        frontier = 0;
        for (int ttl = 1; ttl <= layers.depth(); ttl++) {
            for (int flow = 0; flow < table.flows(); flow++) {
                FlowTable.Cell cell = table.at(flow, ttl);
                if (cell != null && cell.isAnswered() && table.end(flow) > ttl) {
                    frontier = ttl;
                }
            }
        }
    }

    private int tries(int flow, int ttl) {
        if (ttl > frontier + LOOKAHEAD) {
            return 1;
        }
        Vertex before = layers.before(flow, ttl);
        boolean behindSilence = before != null && before.isSilence();
        return layers.isAnswered(ttl) && !behindSilence ? MOST_TRIES : TRIES_IN_SILENCE;
    }

    private void retry(int ttl) {
        for (int flow = 0; flow < table.flows(); flow++) {
            FlowTable.Cell cell = table.at(flow, ttl);
            if (cell != null && cell.open == 0 && !cell.isAnswered() && cell.lost < tries(flow, ttl)) {
                wanted.add(new Probe(flow, ttl));
            }
        }
    }

    /** One flow goes some TTLs ahead; where all is silent, some flows try all that are left. */
    private void scout() {
        boolean lost = frontier + 1 <= layers.depth() && !layers.at(frontier + 1).isEmpty()
                && layers.at(frontier + 1).stream().allMatch(Vertex::isSilence) && isSettled(frontier + 1);
        int last = Math.min(request.trace().maxTtl(), lost ? 255 : frontier + LOOKAHEAD);
        int scouts = 0;
        for (int flow = 0; flow < Math.max(1, table.flows()) && scouts < (lost ? SCOUTS : 1); flow++) {
            if (!mayScout(flow)) {
                continue;
            }
            scouts++;
            for (int ttl = frontier + 1; ttl <= last; ttl++) {
                FlowTable.Cell ahead = table.at(flow, ttl);
                if (ahead == null || ahead.open == 0 && !ahead.isAnswered() && ahead.lost < tries(flow, ttl)) {
                    wanted.add(new Probe(flow, ttl));
                }
            }
        }
    }

    private boolean mayScout(int flow) {
        if (frontier == 0) {
            return flow == 0 && table.end(0) == FlowTable.NO_END;
        }
        FlowTable.Cell cell = table.at(flow, frontier);
        if (cell == null || !cell.isAnswered()) {
            return false;
        }
        for (int other = 0; other < table.flows(); other++) {
            if (table.end(other) == frontier + 1 && layers.met(flow, frontier).equals(layers.met(other, frontier))) {
                return false;
            }
        }
        return table.end(flow) == FlowTable.NO_END;
    }

    /** Whether no probe is wanting or under way at a hop. */
    private boolean isQuiet(int ttl) {
        for (int flow = 0; flow < table.flows(); flow++) {
            FlowTable.Cell cell = table.at(flow, ttl);
            if (cell != null && cell.open > 0) {
                return false;
            }
        }
        return wanted.stream().noneMatch(probe -> probe.ttl() == ttl);
    }

    /** How many probes must be sent again to make sure that a flow meets the same vertex each time. */
    private int repeatsWanting(int ttl) {
        Set<Vertex> answering = new HashSet<>(layers.at(ttl));
        answering.removeIf(Vertex::isSilence);
        boolean branches = layers.at(ttl - 1).size() == 1
                || layers.at(ttl - 1).stream().anyMatch(vertex -> layers.after(vertex).size() > 1);
        if (answering.size() < 2 || !branches || layers.isUnkept(ttl)) {
            return 0;
        }
        int done = 0;
        for (int flow = 0; flow < table.flows(); flow++) {
            FlowTable.Cell cell = table.at(flow, ttl);
            if (cell != null && cell.isAnswered()) {
                done += cell.replies.size() - 1 + cell.open;
            }
        }
        double alpha = points.alpha(Math.max(1, branching));
        return Math.max(0, (int) Math.ceil(Math.log(alpha) / -Math.log(answering.size())) - done);
    }

    /** What is wanting at one hop. */
    private final class HopDemand {
        private final int ttl;
        private final List<Vertex> before;
        private final boolean pooled;
        private final boolean mda;

        HopDemand(int ttl) {
            this.ttl = ttl;
            before = layers.liveAt(ttl - 1);
            pooled = layers.isUnkept(ttl) || layers.isUnkept(ttl - 1);
            mda = !pooled && (request.algorithm() == MultipathAlgorithm.MDA || hasFallenBack());
        }

        /** MDA takes over for all hops from one at which all paths meet to the next one. */
        private boolean hasFallenBack() {
            for (int at : table.fellBack().keySet()) {
                int from = Math.min(at, ttl);
                int to = Math.max(at, ttl);
                boolean together = true;
                for (int between = from; between < to; between++) {
                    together &= layers.at(between).size() > 1;
                }
                if (together) {
                    return true;
                }
            }
            return false;
        }

        void add() {
            int used = used(null);
            boolean branches = before.stream().anyMatch(vertex -> layers.after(vertex).size() > 1);
            if (!mda || before.size() < 2) {
                take(points.flows(Math.max(1, layers.at(ttl).size()), hypothesis(branches)) - used);
            }
            if (layers.at(ttl - 1).size() > 1) {
                pair();
            } else if (isQuiet(ttl)) {
                pairEachVertex();
            }
            // Which vertices there are to be asked must be known first.
            if (before.size() > 1 && !pooled && isQuiet(ttl - 1)) {
                perVertex();
            }
            if (isQuiet(ttl)) {
                repeat(repeatsWanting(ttl));
            }
        }

        /** How many nodes branch if this one does. */
        private int hypothesis(boolean branches) {
            return branches ? Math.max(1, branching) : branching + 1;
        }

        private boolean isUsed(int flow) {
            return table.at(flow, ttl) != null || wanted.contains(new Probe(flow, ttl));
        }

        /** How many flows are used at this hop; of all of them, or of those by a vertex of the hop before. */
        private int used(Vertex by) {
            int used = 0;
            for (int flow = 0; flow < newFlows; flow++) {
                if (isUsed(flow) && (by == null || by.equals(layers.met(flow, ttl - 1)))) {
                    used++;
                }
            }
            return used;
        }

        private boolean goesOn(int flow) {
            return table.end(flow) >= ttl;
        }

        /** Takes more flows for this hop: known ones by the vertices with the fewest, then any. */
        private void take(int count) {
            for (int i = 0; i < count; i++) {
                int flow = known();
                flow = flow >= 0 ? flow : unused(ttl);
                if (flow < 0) {
                    return;
                }
                wanted.add(new Probe(flow, ttl));
            }
        }

        private int known() {
            if (before.size() < 2) {
                return -1;
            }
            List<Vertex> fewestFirst = new ArrayList<>(before);
            fewestFirst.sort(Comparator.comparingInt(this::used));
            for (Vertex vertex : fewestFirst) {
                int flow = knownBy(vertex);
                if (flow >= 0) {
                    return flow;
                }
            }
            return -1;
        }

        private int knownBy(Vertex vertex) {
            for (int flow = 0; flow < table.flows(); flow++) {
                if (vertex.equals(layers.met(flow, ttl - 1)) && goesOn(flow) && !isUsed(flow)) {
                    return flow;
                }
            }
            return -1;
        }

        /** The first flow that was not used at a TTL; a new one where all were; -1 where there may be no more. */
        private int unused(int at) {
            for (int flow = 0; flow < newFlows; flow++) {
                if (table.end(flow) >= at && table.anywhere(flow, at) == null && !wanted.contains(new Probe(flow, at))) {
                    return flow;
                }
            }
            if (newFlows >= MOST_FLOWS) {
                exhausted = true;
                return -1;
            }
            return newFlows++;
        }

        /** Asks by whom flows came here that were not seen at the hop before. */
        private void pair() {
            for (int flow = 0; flow < newFlows; flow++) {
                if (isUsed(flow) && table.anywhere(flow, ttl - 1) == null) {
                    wanted.add(new Probe(flow, ttl - 1));
                }
            }
        }

        /** Asks of one flow by each vertex where it came from: so a vertex that the hop before was not known to have is found. */
        private void pairEachVertex() {
            if (ttl == 1 || layers.at(ttl).size() < 2) {
                return;
            }
            Set<Vertex> paired = new HashSet<>();
            for (int pass = 0; pass < 2; pass++) {
                for (int flow = 0; flow < table.flows(); flow++) {
                    Vertex met = layers.met(flow, ttl);
                    boolean known = table.anywhere(flow, ttl - 1) != null;
                    if (met != null && known == (pass == 0) && paired.add(met) && !known) {
                        wanted.add(new Probe(flow, ttl - 1));
                    }
                }
            }
        }

        /**
         * Asks each vertex of the hop before. Where no flow by it is left, MDA seeks flows that lead there; MDA-Lite does so where
         * that is cheap, and else leaves it at those that are known, unless it were but one.
         */
        private void perVertex() {
            int missing = 0;
            for (Vertex vertex : before) {
                int need = mda
                        ? points.flows(Math.max(1, layers.after(vertex).size()), hypothesis(layers.after(vertex).size() > 1))
                        : perVertexOfLite();
                int lacking = need - used(vertex);
                while (lacking > 0) {
                    int flow = knownBy(vertex);
                    if (flow < 0) {
                        break;
                    }
                    wanted.add(new Probe(flow, ttl));
                    lacking--;
                }
                boolean seeks = mda || before.size() <= NARROW;
                missing += Math.max(0, seeks ? lacking : LEAST_BY_VERTEX - used(vertex));
            }
            seek(missing);
        }

        /**
         * How many flows by each vertex MDA-Lite asks if they are known: as many as show, with the confidence asked for, that half
         * of the vertices (of two or three vertices, one) have a second successor.
         */
        private int perVertexOfLite() {
            double bits = -Math.log(points.alpha(branching + 1)) / Math.log(2);
            return 1 + (int) Math.ceil(bits / Math.max(1, before.size() / 2));
        }

        /** Sends flows to the hop before whose vertex there is not known yet. */
        private void seek(int count) {
            int underWay = 0;
            for (int flow = 0; flow < newFlows; flow++) {
                FlowTable.Cell cell = table.at(flow, ttl - 1);
                boolean unknown = cell != null && layers.met(flow, ttl - 1) == null;
                if (unknown || wanted.contains(new Probe(flow, ttl - 1))) {
                    underWay++;
                }
            }
            for (int i = underWay; i < count; i++) {
                int flow = unused(ttl - 1);
                if (flow < 0) {
                    return;
                }
                wanted.add(new Probe(flow, ttl - 1));
            }
        }

        private void repeat(int count) {
            int left = count;
            for (int flow = 0; flow < table.flows() && left > 0; flow++) {
                FlowTable.Cell cell = table.at(flow, ttl);
                if (cell != null && cell.isAnswered() && cell.open == 0 && cell.sent == 1) {
                    wanted.add(new Probe(flow, ttl));
                    left--;
                }
            }
        }
    }
}
