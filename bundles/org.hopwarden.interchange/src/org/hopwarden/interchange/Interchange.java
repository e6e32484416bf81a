package org.hopwarden.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The importers and exporters that are there: the built-in ones and those of plug-ins, found alike by {@link ServiceLoader}. */
public final class Interchange {

    private static final System.Logger LOG = System.getLogger(Interchange.class.getName());

    private Interchange() {
    }

    /** All importers. One that cannot be loaded is logged and left out. */
    public static List<PolicyImporter> importers() {
        return all(ServiceLoader.load(PolicyImporter.class, Interchange.class.getClassLoader()));
    }

    /** All exporters. One that cannot be loaded is logged and left out. */
    public static List<PolicyExporter> exporters() {
        return all(ServiceLoader.load(PolicyExporter.class, Interchange.class.getClassLoader()));
    }

    /** The importer with this id. */
    public static Optional<PolicyImporter> importer(String id) {
        return importers().stream().filter(importer -> importer.id().equals(id)).findFirst();
    }

    /** The exporter with this id. */
    public static Optional<PolicyExporter> exporter(String id) {
        return exporters().stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }

    private static <T> List<T> all(ServiceLoader<T> loader) {
        List<T> services = new ArrayList<>();
        var providers = loader.iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return services;
                }
                services.add(providers.next());
            } catch (ServiceConfigurationError e) {
                LOG.log(System.Logger.Level.ERROR, "An importer or exporter is left out: it could not be loaded", e);
            }
        }
    }
}
