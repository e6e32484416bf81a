package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork.Result;

/** Programs of their own in network namespaces: the command line that enforces, and what it has done. */
final class EnforceRuns {

    /** In a node of namespaces, where it goes with the node. */
    private static final String STATE = "/run/hopwarden-test";

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private EnforceRuns() {
    }

    /** @param where a builder whose command is the way into the namespace */
    static ProcessBuilder program(ProcessBuilder where, String... args) {
        return java(where, TransferProgram.class.getName(), args);
    }

    /** A program of the tests. */
    static ProcessBuilder program(ProcessBuilder where, Class<?> main, String... args) {
        return java(where, main.getName(), args);
    }

    static ProcessBuilder hopwarden(ProcessBuilder where, String... args) {
        return java(where, "org.hopwarden.cli.Main", args);
    }

    /** Starts an enforcement. @return when packets are decided */
    static Process enforce(ProcessBuilder where, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of("enforce"));
        line.addAll(Arrays.asList(args));
        line.addAll(List.of("--stats", "json"));
        Process process = hopwarden(where, line.toArray(String[]::new)).start();
        StringBuilder said = new StringBuilder();
        for (String read = process.errorReader(StandardCharsets.UTF_8).readLine(); !"enforcing".equals(read);
                read = process.errorReader(StandardCharsets.UTF_8).readLine()) {
            assertTrue(read != null, "it does not begin: " + said);
            said.append(read).append('\n');
        }
        return process;
    }

    static ProcessBuilder java(ProcessBuilder where, String main, String... args) {
        List<String> line = new ArrayList<>(where.command());
        line.addAll(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main));
        line.addAll(Arrays.asList(args));
        // What is in force on the developer's own host is not to be forgotten for a test's sake.
        where.environment().putIfAbsent("XDG_STATE_HOME", STATE);
        return where.command(line);
    }

    /** Ends an enforcement by SIGTERM. Whatever it saw is accounted for. */
    static Statistics stop(Process enforcing) throws IOException {
        // Process.destroy would close the streams as well.
        enforcing.toHandle().destroy();
        Result result = finish(enforcing).orThrow();
        Statistics statistics = new Statistics(result.stdout());
        assertTrue(statistics.text.contains("\"hopwarden.enforce/1\""), statistics.text);
        assertEquals(statistics.of("seen"), statistics.of("allowed") + statistics.of("denied") + statistics.of("rejected")
                + statistics.of("asked") + statistics.of("failed"), statistics.text);
        return statistics;
    }

    record Statistics(String text) {

        long of(String name) {
            return find("\"" + name + "\"\\s*:\\s*(\\d+)");
        }

        long packets(String chain, int rule) {
            return find("\"chain\"\\s*:\\s*\"" + chain + "\"\\s*,\\s*\"rule\"\\s*:\\s*" + rule + "\\s*,\\s*\"packets\"\\s*:\\s*(\\d+)");
        }

        private long find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            assertTrue(matcher.find(), pattern + " in " + text);
            return Long.parseLong(matcher.group(1));
        }
    }

    static Result finish(Process process) throws IOException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = String.join("\n", process.errorReader(StandardCharsets.UTF_8).lines().toList());
        try {
            assertTrue(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Result(process.exitValue(), out, err);
    }
}
