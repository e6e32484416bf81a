package org.hopwarden.visualization;


import org.hopwarden.visualization.internal.GraphPainter;

/** Draws a {@link HopGraph}. The same graph and options give the same drawing. Safe for use by several threads. */
public final class HopGraphLayout {

    /**
     * @param wrapWidth the width in points at which a long path goes on in a new row, 200 or more. A row is wider where that
     *                  saves a row, by up to a sixth, or where a cut would tear a wide branch apart
     */
    public record Options(double wrapWidth) {
        public static final Options DEFAULT = new Options(1000);

        public Options {
            if (!(wrapWidth >= 200)) {
                throw new IllegalArgumentException("a hop graph needs a width of 200 points or more, not " + wrapWidth);
            }
        }
    }

    private HopGraphLayout() {
    }

    public static Drawing draw(HopGraph graph) {
        return draw(graph, Options.DEFAULT);
    }

    /** Draws the graph. Shapes of a node or link have its id. A graph without nodes gives a drawing that says so. */
    public static Drawing draw(HopGraph graph, Options options) {
        return new GraphPainter(graph, options.wrapWidth()).drawing();
    }
}
