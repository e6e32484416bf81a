package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The bundles' manifests keep to the arrows of releng/arrows.txt; and the check finds each kind of breach. */
class ArrowsTest {

    private static final List<String> TABLE = List.of("net:", "packetio: net", "probe: net packetio", "capture: net",
            "visualization: net", "ui: net probe", "ui.probe: ui probe");

    @Test
    void theTableHasNoCirclesAndNoGaps() throws IOException {
        assertEquals(List.of(), new Arrows(Checkout.table("arrows.txt")).tableFaults());
    }

    @Test
    void everyManifestKeepsToTheTable() throws IOException {
        Map<String, Manifest> manifests = Checkout.manifests();
        assertFalse(manifests.isEmpty(), "no bundles found in " + Checkout.home());
        assertEquals(List.of(), new Arrows(Checkout.table("arrows.txt")).violations(manifests));
    }

    @Test
    void allowedArrowsPass() {
        assertEquals(List.of(), violations("org.hopwarden.probe", """
                Require-Bundle: org.hopwarden.net;bundle-version="[0.1,1)",
                 org.hopwarden.packetio;visibility:=reexport
                Import-Package: org.hopwarden.probe.internal, com.fasterxml.jackson.core
                """));
    }

    @Test
    void aBundleOutsideTheTableIsFound() {
        assertEquals(List.of("lab: the table has no line for it"), violations("org.hopwarden.lab", ""));
    }

    @Test
    void aRequiredBundleOutsideTheTableIsFound() {
        assertEquals(List.of("net -> probe (org.hopwarden.probe): not in the table"),
                violations("org.hopwarden.net", "Require-Bundle: org.hopwarden.probe\n"));
    }

    @Test
    void anImportedPackageCountsForItsBundle() {
        assertEquals(List.of("net -> ui.probe (org.hopwarden.ui.probe.views): not in the table"),
                violations("org.hopwarden.net", "Import-Package: org.hopwarden.ui.probe.views\n"));
    }

    @Test
    void aFragmentCountsAsAnArrow() {
        assertEquals(List.of("packetio -> probe (org.hopwarden.probe): not in the table"),
                violations("org.hopwarden.packetio", "Fragment-Host: org.hopwarden.probe\n"));
    }

    @Test
    void aHeadlessBundleThatSeesTheWindowIsFound() {
        assertEquals(List.of("probe -> org.eclipse.swt: a headless bundle may not see the window",
                "probe -> org.eclipse.ui.part: a headless bundle may not see the window"),
                violations("org.hopwarden.probe",
                        "Require-Bundle: org.eclipse.swt\nImport-Package: org.eclipse.ui.part\n"));
        assertEquals(List.of(), violations("org.hopwarden.ui", "Require-Bundle: org.eclipse.swt,org.eclipse.ui\n"));
    }

    @Test
    void reservedLibrariesAreForTheirOwners() {
        assertEquals(List.of("probe -> org.pcap4j.core: only capture may see it"),
                violations("org.hopwarden.probe", "Import-Package: org.pcap4j.core\n"));
        assertEquals(List.of("ui -> org.jfree.chart: only visualization may see it"),
                violations("org.hopwarden.ui", "Import-Package: org.jfree.chart\n"));
        assertEquals(List.of(), violations("org.hopwarden.capture", "Import-Package: org.pcap4j.core,com.sun.jna\n"));
        assertEquals(List.of(), violations("org.hopwarden.visualization", "Import-Package: org.jfree.chart\n"));
    }

    @Test
    void aDynamicImportIsFound() {
        assertEquals(List.of("net: a dynamic import goes past the table"),
                violations("org.hopwarden.net", "DynamicImport-Package: *\n"));
    }

    @Test
    void faultsOfATableAreFound() {
        assertEquals(List.of("a: a circle of arrows", "b: a circle of arrows"),
                new Arrows(List.of("a: b", "b: a")).tableFaults());
        assertEquals(List.of("a -> b: the table has no line for b"), new Arrows(List.of("a: b")).tableFaults());
        assertEquals(List.of("net -> ui: a headless bundle may not see the window"),
                new Arrows(List.of("net: ui", "ui:")).tableFaults());
    }

    /** The violations of one made bundle beside empty ones of the same table. */
    private static List<String> violations(String bundle, String headers) {
        Map<String, Manifest> manifests = new TreeMap<>();
        for (String name : List.of("net", "probe", "ui", "ui.probe")) {
            manifests.put("org.hopwarden." + name, manifest("org.hopwarden." + name, ""));
        }
        manifests.put(bundle, manifest(bundle, headers));
        return new Arrows(TABLE).violations(manifests);
    }

    private static Manifest manifest(String symbolicName, String headers) {
        String text = "Manifest-Version: 1.0\nBundle-SymbolicName: " + symbolicName + ";singleton:=true\n" + headers;
        try {
            return new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
