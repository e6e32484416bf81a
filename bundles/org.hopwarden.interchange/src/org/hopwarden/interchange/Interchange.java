package org.hopwarden.interchange;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.Plugins;

/** The importers and exporters that are there: the built-in ones and those of plug-ins, found alike by {@link Plugins}. */
public final class Interchange {

    private Interchange() {
    }

    /** All importers, the built-in ones first. A faulty one is logged and left out. */
    public static List<PolicyImporter> importers() {
        return Plugins.load(PolicyImporter.class, PolicyImporter::id);
    }

    /** All exporters, the built-in ones first. A faulty one is logged and left out. */
    public static List<PolicyExporter> exporters() {
        return Plugins.load(PolicyExporter.class, PolicyExporter::id);
    }

    /** The importer with this id. */
    public static Optional<PolicyImporter> importer(String id) {
        return importers().stream().filter(importer -> importer.id().equals(id)).findFirst();
    }

    /** The importer whose language a file looks to be in; empty where none is, or several could be. */
    public static Optional<PolicyImporter> recognised(byte[] content) {
        List<PolicyImporter> likely = importers().stream().filter(importer -> importer.recognises(content)).toList();
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    /** The exporter with this id. */
    public static Optional<PolicyExporter> exporter(String id) {
        return exporters().stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }

    /** All templates of policies, the built-in ones first. A faulty one is logged and left out. */
    public static List<PolicyTemplate> templates() {
        return Plugins.load(PolicyTemplate.class, PolicyTemplate::id);
    }

    /** The template with this id. */
    public static Optional<PolicyTemplate> template(String id) {
        return templates().stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
