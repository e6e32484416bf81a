package org.hopwarden.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hopwarden.net.Plugins;

/** The probe methods that are there: the built-in ones and those of plug-ins, found alike by {@link Plugins}. */
public final class ProbeMethods {

    private ProbeMethods() {
    }

    /** All methods, the built-in ones first. A faulty one is logged and left out. They are looked for once. */
    public static List<ProbeMethod> all() {
        return Plugins.load(ProbeMethod.class, ProbeMethod::id);
    }

    /** The method with this id. */
    public static Optional<ProbeMethod> find(String id) {
        return all().stream().filter(method -> method.id().equals(id)).findFirst();
    }

    /**
     * The method with this id.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static ProbeMethod get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("unknown method '" + id + "'; there are: "
                + all().stream().map(ProbeMethod::id).collect(Collectors.joining(", "))));
    }
}
