package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar with an importer, an exporter and an enforcement back end, compiled here and dropped in. */
class PluginCommandLineTest {

    private static final String SOURCE = """
            package org.example;

            import java.time.Duration;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import org.hopwarden.enforce.*;
            import org.hopwarden.interchange.*;
            import org.hopwarden.rulemodel.*;

            public final class Telegraph {

                public static final class Importer implements PolicyImporter {
                    public String id() { return "telegraph"; }
                    public String label() { return "Telegrams"; }
                    public List<String> declaredLosses() { return List.of("poetry"); }
                    public ImportResult read(byte[] content, ImportOptions options) {
                        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
                        policy.setName(options.policyName());
                        Chain chain = RulemodelFactory.eINSTANCE.createChain();
                        chain.setName(new String(content).strip());
                        chain.setEnd(ChainEnd.DENY);
                        policy.getChains().add(chain);
                        return new ImportResult(policy, List.of());
                    }
                }

                public static final class Exporter implements PolicyExporter {
                    public String id() { return "telegraph"; }
                    public String label() { return "Telegrams"; }
                    public List<String> declaredLosses() { return List.of(); }
                    public ExportResult write(Policy policy, ExportOptions options) {
                        return new ExportResult(policy.getChains().get(0).getName() + " STOP\\n", List.of());
                    }
                }

                public static final class BackEnd implements EnforcementBackEnd {
                    private static final Option LINE = new Option("line", "Line", "Which line");
                    public String id() { return "telegraph"; }
                    public String label() { return "Telegraph line"; }
                    public String description() { return "Keeps an eye on the line."; }
                    public Optional<Obstacle> obstacle() { return Optional.of(new Obstacle("the line is cut", "Mend it.")); }
                    public List<Option> options() { return List.of(LINE); }
                    public List<String> choices(Option option, Map<String, String> chosen) { return List.of("east"); }
                    public Enforcer start(Request request) throws OptionException {
                        String line = request.value(LINE);
                        return new Enforcer() {
                            public EnforcementStatistics statistics() {
                                return new EnforcementStatistics(7, 0, 7, 0, 0, 0, List.of(
                                        new EnforcementStatistics.RuleCount(request.policy().chain(), 0, 7, 70)));
                            }
                            public String place() { return line; }
                            public boolean await(Duration atMost) { return true; }
                            public void close() { }
                        };
                    }
                }
            }
            """;

    private static final Map<String, String> SERVICES = Map.of(
            "org.hopwarden.interchange.PolicyImporter", "org.example.Telegraph$Importer",
            "org.hopwarden.interchange.PolicyExporter", "org.example.Telegraph$Exporter",
            "org.hopwarden.enforce.EnforcementBackEnd", "org.example.Telegraph$BackEnd");

    @TempDir
    private Path folder;
    private Path plugins;

    /**
     * How a run of its own process ended.
     *
     * @param text standard output and error
     */
    private record Ended(int code, String text) {
    }

    @BeforeEach
    void dropIn() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(compiler != null, "this Java has no compiler");
        Path source = Files.createDirectories(folder.resolve("src/org/example")).resolve("Telegraph.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals(0, compiler.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
                classes.toString(), source.toString()));
        plugins = Files.createDirectories(folder.resolve("plugins"));
        try (OutputStream file = Files.newOutputStream(plugins.resolve("telegraph.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> made = Files.walk(classes)) {
            for (Path each : made.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, jar);
            }
            for (Map.Entry<String, String> service : SERVICES.entrySet()) {
                jar.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
                jar.write(service.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Ended hopwarden(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()), Stream.of(arguments)).toList());
        builder.environment().put("HOPWARDEN_PLUGINS", plugins.toString());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("none").toString());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    @Test
    void whatThePlugInBringsWorksUntilItIsTakenOut() throws Exception {
        String telegram = Files.writeString(folder.resolve("telegram.txt"), "GATE\n").toString();
        String policy = folder.resolve("gate.hwpolicy").toString();
        Ended imported = hopwarden("rules", "import", "--from", "telegraph", telegram, "-o", policy);
        assertEquals(0, imported.code(), imported.text());
        Ended exported = hopwarden("rules", "export", "--to", "telegraph", policy);
        assertEquals(0, exported.code(), exported.text());
        assertTrue(exported.text().contains("GATE STOP"), exported.text());

        Ended enforced = hopwarden("enforce", policy, "--back-end", "telegraph", "--set", "line=east");
        assertEquals(0, enforced.code(), enforced.text());
        assertTrue(enforced.text().contains("seen 7 = allowed 0 + denied 7"), enforced.text());
        Ended listed = hopwarden("enforce", "--list-back-ends");
        assertTrue(listed.text().contains("Not here: the line is cut. Mend it."), listed.text());
        Ended noLine = hopwarden("enforce", policy, "--back-end", "telegraph");
        assertEquals(2, noLine.code(), noLine.text());
        assertTrue(noLine.text().contains("there is no line chosen"), noLine.text());

        Files.delete(plugins.resolve("telegraph.jar"));
        for (List<String> gone : List.of(List.of("rules", "import", "--from", "telegraph", telegram, "-o", policy),
                List.of("rules", "export", "--to", "telegraph", policy),
                List.of("enforce", policy, "--back-end", "telegraph", "--set", "line=east"))) {
            Ended ended = hopwarden(gone.toArray(String[]::new));
            assertEquals(2, ended.code(), ended.text());
        }
    }
}
