package org.hopwarden.enforce;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.Plugins;

/** The back ends that are there: the built-in ones and those of plug-ins, found alike by {@link Plugins}. */
public final class EnforcementBackEnds {

    private EnforcementBackEnds() {
    }

    /** All back ends, the built-in ones first. A faulty one is logged and left out. */
    public static List<EnforcementBackEnd> all() {
        return Plugins.load(EnforcementBackEnd.class, EnforcementBackEnd::id);
    }

    /** The back end with this id. */
    public static Optional<EnforcementBackEnd> find(String id) {
        return all().stream().filter(backEnd -> backEnd.id().equals(id)).findFirst();
    }
}
