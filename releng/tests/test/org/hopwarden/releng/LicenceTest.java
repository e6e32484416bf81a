package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hopwarden.releng.LicenceTable.Statement;
import org.junit.jupiter.api.Test;

/** Each part of the product has a reviewed licence that an EPL-2.0 product can carry, and NOTICE names it. */
class LicenceTest {

    private static final Pattern LICENCE_FILE =
            Pattern.compile("about[^/]*\\.html|(licen[cs]e|copying)[^/]*", Pattern.CASE_INSENSITIVE);

    /** Jars that say nothing of their licence, and where in the local repository their project, or its parent, states it. */
    private static final Map<String, String> SILENT = Map.of(
            "com.maxmind.db", "com/maxmind/db/maxmind-db",
            "com.samskivert.jmustache", "com/samskivert/jmustache",
            "org.pcap4j.core", "org/pcap4j/pcap4j",
            "org.pcap4j.packetfactory.static", "org/pcap4j/pcap4j",
            "picocli", "info/picocli/picocli",
            "org.tomlj", "org/tomlj/tomlj",
            "org.antlr.antlr4-runtime", "org/antlr/antlr4-master");

    @Test
    void thePartsOfTheProductHaveReviewedLicences() throws IOException {
        List<Statement> jars = statements(Checkout.product().resolve("plugins"));
        assertFalse(jars.isEmpty());
        assertEquals("", String.join("\n", new LicenceTable(Checkout.table("licences.txt")).faults(jars)));
    }

    @Test
    void noticeIsInStepWithTheTable() throws IOException {
        String notice = new LicenceTable(Checkout.table("licences.txt")).notice();
        Path made = Checkout.home().resolve("releng/tests/target/NOTICE");
        Files.createDirectories(made.getParent());
        Files.writeString(made, notice);
        assertEquals(notice, Files.readString(Checkout.home().resolve("NOTICE")),
                "NOTICE is not what releng/licences.txt gives; compare with " + made + " and copy it");
    }

    @Test
    void aJarMissingFromTheTableIsFound() {
        assertEquals(List.of("b: not in the table; the jar speaks of [MIT]"),
                table("a | MIT | A").faults(List.of(jar("a", "MIT"), jar("b", "MIT"))));
    }

    @Test
    void aLineWithoutAJarIsFound() {
        assertEquals(List.of("b: in the table, not in the product"),
                table("a | MIT | A", "b | MIT | B", "(java) | MIT | C").faults(List.of(jar("a", "MIT"))));
    }

    @Test
    void aLicenceThatCannotBeCarriedIsFound() {
        assertEquals(List.of("a: an EPL-2.0 product cannot carry GPL"),
                table("a | GPL | A").faults(List.of(jar("a", "GNU General Public License, version 3"))));
        assertEquals(List.of("a: an EPL-2.0 product cannot carry Apache-2.0 AND GPL"),
                table("a | Apache-2.0 AND GPL | A").faults(List.of(jar("a", "Apache-2.0, GPL3"))));
    }

    @Test
    void oneCarriedAlternativeIsEnough() {
        assertEquals(List.of(), table("a | Apache-2.0 OR GPL | A").faults(List.of(jar("a", "Apache-2.0, GPL-3"))));
    }

    @Test
    void aTableThatContradictsTheJarIsFound() {
        assertEquals(List.of("a: the table says MIT, the jar speaks of [GPL]",
                "a: the jar declares [GPL], the table says MIT"),
                table("a | MIT | A").faults(List.of(jar("a", "GNU General Public License"))));
    }

    @Test
    void aTableWithoutEvidenceInTheJarIsFound() {
        assertEquals(List.of("a: the table says MIT, the jar speaks of []"),
                table("a | MIT | A").faults(List.of(jar("a", ""))));
    }

    @Test
    void lesserAndExceptedLicencesAreNotTakenForPlainOnes() {
        assertEquals(List.of("LGPL-2.1-or-later"),
                List.copyOf(Spdx.mentioned("GNU Lesser General Public Licence 2.1")));
        assertTrue(Spdx.isCarried("EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0"));
        assertFalse(Spdx.isCarried("GPL-2.0-only"));
    }

    private static LicenceTable table(String... lines) {
        return new LicenceTable(List.of(lines));
    }

    private static Statement jar(String bundle, String declared) {
        return new Statement(bundle, declared, "");
    }

    private static List<Statement> statements(Path plugins) throws IOException {
        List<Statement> statements = new ArrayList<>();
        try (var parts = Files.newDirectoryStream(plugins)) {
            for (Path part : parts) {
                Statement statement;
                if (Files.isDirectory(part)) {
                    statement = statement(part);
                } else {
                    try (var jar = FileSystems.newFileSystem(part)) {
                        statement = statement(jar.getPath("/"));
                    }
                }
                if (!statement.bundle().startsWith("org.hopwarden.")) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    private static Statement statement(Path root) throws IOException {
        Manifest manifest;
        try (var content = Files.newInputStream(root.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(content);
        }
        String name = ManifestHeader.names(manifest, "Bundle-SymbolicName").getFirst();
        String header = manifest.getMainAttributes().getValue("Bundle-License");
        StringBuilder declared = new StringBuilder(header == null ? "" : header);
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(root, 5)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String fileName = file.getFileName().toString();
                if (fileName.equals("pom.xml")) {
                    declared.append('\n').append(licencesOf(read(file)));
                } else if (root.relativize(file).getNameCount() <= 2 && LICENCE_FILE.matcher(fileName).matches()
                        && !fileName.endsWith(".class")) {
                    texts.append('\n').append(read(file));
                }
            }
        }
        if (SILENT.containsKey(name)) {
            declared.append('\n').append(licencesInRepository(SILENT.get(name)));
        }
        return new Statement(name, declared.toString(), texts.toString());
    }

    private static String licencesOf(String project) {
        return Pattern.compile("<licenses>.*?</licenses>", Pattern.DOTALL).matcher(project).results()
                .map(MatchResult::group).collect(Collectors.joining("\n"));
    }

    /** The licences that the project file in the local repository states; each version there is read. */
    private static String licencesInRepository(String folder) throws IOException {
        Path repository = Path.of(System.getProperty("hopwarden.repository"));
        StringBuilder licences = new StringBuilder();
        try (Stream<Path> files = Files.walk(repository.resolve(folder), 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pom")).sorted().toList()) {
                licences.append(licencesOf(read(file))).append('\n');
            }
        }
        return licences.toString();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
