package org.hopwarden.net;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the implementations of a service interface: first those of the interface's own bundle, then those of plug-ins in the
 * order in which these were added. All are found by {@link ServiceLoader}, that is by a file {@code META-INF/services/INTERFACE}
 * that names the class; built-in ones are registered in no other way.
 * <p>
 * A faulty implementation is logged with the name of its plug-in and left out; the rest go on. Safe for use by any thread.
 */
public final class Plugins {

    private static final System.Logger LOG = System.getLogger(Plugins.class.getName());
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    /** A folder that cannot be read fails anew each time it is asked. */
    private static final int MOST_FAULTS = 100;

    private static final List<Source> SOURCES = new ArrayList<>();
    /** What was loaded, so that a fault is logged once and a provider is made once. */
    private static final Map<Class<?>, List<?>> LOADED = new ConcurrentHashMap<>();

    /**
     * Where implementations come from.
     *
     * @param name the plug-in's name, for the log
     * @param loader sees the plug-in's classes and those of Hopwarden
     */
    private record Source(String name, ClassLoader loader) {
    }

    private Plugins() {
    }

    /**
     * Adds a plug-in. What was loaded before is not changed; ask anew to see the plug-in's part.
     *
     * @param name for the log, such as the name of its jar
     * @param loader its {@code META-INF/services} are read; its providers may be of classes that it alone sees
     */
    public static void add(String name, ClassLoader loader) {
        synchronized (SOURCES) {
            SOURCES.add(new Source(requireNonNull(name, "name"), requireNonNull(loader, "loader")));
            LOADED.clear();
        }
    }

    /** Forgets a plug-in that was added with this loader, and all that was loaded. Nothing happens where there is none. */
    public static void remove(ClassLoader loader) {
        synchronized (SOURCES) {
            SOURCES.removeIf(source -> source.loader() == loader);
            LOADED.clear();
        }
    }

    /**
     * All implementations of an interface. They are made once and shared, so they must have no state.
     *
     * @param id gives the ID of an implementation: lower case letters and digits, with single dots or dashes between. Of
     *            several with one ID the first stays.
     */
    public static <T> List<T> load(Class<T> type, Function<T, String> id) {
        List<T> known = known(type);
        if (known != null) {
            return known;
        }
        synchronized (SOURCES) {
            known = known(type);
            if (known == null) {
                known = loadAll(type, id);
                LOADED.put(type, known);
            }
            return known;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> known(Class<T> type) {
        return (List<T>) LOADED.get(type);
    }

    private static <T> List<T> loadAll(Class<T> type, Function<T, String> id) {
        List<T> services = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        addFrom(new Source("Hopwarden", type.getClassLoader()), type, id, ids, services);
        for (Source source : SOURCES) {
            addFrom(source, type, id, ids, services);
        }
        return List.copyOf(services);
    }

    private static <T> void addFrom(Source source, Class<T> type, Function<T, String> id, Set<String> ids, List<T> services) {
        Iterator<T> providers = ServiceLoader.load(type, source.loader()).iterator();
        for (int faults = 0; faults < MOST_FAULTS;) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                T provider = providers.next();
                String problem = problem(id.apply(provider), ids);
                if (problem == null) {
                    services.add(provider);
                } else {
                    log(source, type, provider.getClass().getName() + ": " + problem, null);
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                faults++;
                log(source, type, e.getCause() == null ? e.toString() : e.getMessage() + ": " + e.getCause(), e);
            }
        }
    }

    /** @return null where the ID is fine, and now taken */
    private static String problem(String id, Set<String> ids) {
        if (id == null || !ID.matcher(id).matches()) {
            return "its ID '" + id + "' is not made of lower case letters and digits with single dots or dashes between";
        }
        return ids.add(id) ? null : "the ID '" + id + "' is taken by another";
    }

    private static void log(Source source, Class<?> type, String problem, Throwable cause) {
        LOG.log(System.Logger.Level.WARNING, "Plug-in " + source.name() + ": a " + type.getSimpleName()
                + " is left out, the rest go on: " + problem);
        LOG.log(System.Logger.Level.DEBUG, "Where it went wrong", cause);
    }
}
