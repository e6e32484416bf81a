package org.hopwarden.probe.internal.mda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.probe.MultipathEvent.Shape;

/**
 * Whether a hop is as MDA-Lite assumes: links between two hops do not cross, all vertices of a hop have as many neighbours, and
 * all get the same share of the flows (Vermeulen et al., IMC 2018, section 2.3).
 */
final class ShapeTest {

    /** With so small a probability a hop that shares flows out evenly is taken for uneven. */
    private static final double EVEN_NORMAL_QUANTILE = 3.09;

    private ShapeTest() {
    }

    /**
     * How a hop differs from what is assumed.
     *
     * @param before the vertices of the hop before, those left out at which all flows end
     */
    static Optional<Shape> test(Layers layers, List<Vertex> before, int ttl, FlowTable table) {
        Set<Vertex> here = layers.at(ttl);
        if (before.size() > 1 && here.size() > 1) {
            List<Integer> out = before.stream().map(vertex -> layers.after(vertex).size()).toList();
            List<Integer> in = here.stream().map(vertex -> layers.before(vertex).size()).toList();
            boolean narrows = before.size() > here.size();
            boolean crosses = before.size() < here.size() ? max(in) > 1 : max(out) > 1;
            if (crosses) {
                return Optional.of(Shape.MESHED);
            }
            if (Set.copyOf(narrows ? in : out).size() > 1) {
                return Optional.of(Shape.ASYMMETRIC);
            }
        }
        return before.size() == 1 && here.size() > 1 && isUneven(layers, ttl, table) ? Optional.of(Shape.UNEVEN) : Optional.empty();
    }

    private static int max(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** A chi-square test, its quantile by Wilson and Hilferty's approximation. */
    private static boolean isUneven(Layers layers, int ttl, FlowTable table) {
        Map<Vertex, Integer> shares = new HashMap<>();
        int flows = 0;
        for (int flow = 0; flow < table.flows(); flow++) {
            Vertex met = layers.met(flow, ttl);
            if (met != null) {
                shares.merge(met, 1, Integer::sum);
                flows++;
            }
        }
        int k = layers.at(ttl).size();
        double expected = (double) flows / k;
        double statistic = layers.at(ttl).stream().collect(Collectors.toMap(Function.identity(), key -> shares.getOrDefault(key, 0)))
                .values().stream().mapToDouble(share -> (share - expected) * (share - expected) / expected).sum();
        double freedom = k - 1;
        double part = 2 / (9 * freedom);
        return statistic > freedom * Math.pow(1 - part + EVEN_NORMAL_QUANTILE * Math.sqrt(part), 3);
    }
}
