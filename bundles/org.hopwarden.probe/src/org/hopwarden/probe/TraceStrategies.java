package org.hopwarden.probe;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.Plugins;

/** The strategies that are there: the built-in ones and those of plug-ins, found alike by {@link Plugins}. */
public final class TraceStrategies {

    /** The id of the strategy that is taken where none is asked for. */
    public static final String DEFAULT = "all-at-once";

    private TraceStrategies() {
    }

    /** All strategies, the built-in ones first. A faulty one is logged and left out. */
    public static List<TraceStrategy> all() {
        return Plugins.load(TraceStrategy.class, TraceStrategy::id);
    }

    /**
     * The strategy with this id.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static TraceStrategy get(String id) {
        return all().stream().filter(strategy -> strategy.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown strategy '" + id + "'; there are: "
                        + all().stream().map(TraceStrategy::id).collect(Collectors.joining(", "))));
    }
}
