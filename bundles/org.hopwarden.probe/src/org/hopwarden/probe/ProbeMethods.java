package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The probe methods that are there: the built-in ones and those of plug-ins, found alike by {@link ServiceLoader}. */
public final class ProbeMethods {

    private static final System.Logger LOG = System.getLogger(ProbeMethods.class.getName());

    /** What {@link #all} found last: looking through the class path again for each trace would take a tenth of its time. */
    private static volatile List<ProbeMethod> known = List.of();

    private ProbeMethods() {
    }

    /** All methods, the built-in ones first. A method that cannot be loaded is logged and left out. */
    public static List<ProbeMethod> all() {
        List<ProbeMethod> methods = new ArrayList<>();
        var providers = ServiceLoader.load(ProbeMethod.class, ProbeMethods.class.getClassLoader()).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    known = List.copyOf(methods);
                    return methods;
                }
                methods.add(providers.next());
            } catch (ServiceConfigurationError e) {
                LOG.log(System.Logger.Level.ERROR, "A probe method is left out because it could not be loaded", e);
            }
        }
    }

    /** The method with this id. One that was found before is not looked for again. */
    public static Optional<ProbeMethod> find(String id) {
        return find(known, id).or(() -> find(all(), id));
    }

    private static Optional<ProbeMethod> find(List<ProbeMethod> methods, String id) {
        return methods.stream().filter(method -> method.id().equals(id)).findFirst();
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
