package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hopwarden.cli.EnforceRuns.Statistics;

/** An enforcement that asks, and whoever answers through a pipe. */
final class AskedEnforcement implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();
    private final Thread pump;

    private AskedEnforcement(Process process, BufferedReader from) {
        this.process = process;
        pump = Thread.ofPlatform().daemon().start(() -> {
            try {
                from.lines().forEach(said::add);
            } catch (UncheckedIOException e) {
                // It was closed before its end.
            }
        });
    }

    /** @param where a builder whose command is the way into the namespace */
    static AskedEnforcement start(ProcessBuilder where, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of("enforce"));
        line.addAll(Arrays.asList(args));
        line.addAll(List.of("--stats", "json"));
        Process process = EnforceRuns.hopwarden(where, line.toArray(String[]::new)).start();
        AskedEnforcement started = new AskedEnforcement(process, process.errorReader(StandardCharsets.UTF_8));
        started.await("enforcing"::equals);
        return started;
    }

    /** Starts one on a terminal of its own, at which {@link #type} types, by script(1). */
    static AskedEnforcement onTerminal(ProcessBuilder where, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of("enforce"));
        line.addAll(Arrays.asList(args));
        List<String> command = EnforceRuns.hopwarden(where, line.toArray(String[]::new)).command();
        String quoted = command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
        // Who runs the tests may have Ctrl-C ignored, as a shell does for what it starts in the background.
        where.command("script", "-qec", "env --default-signal=INT " + quoted, "/dev/null").redirectErrorStream(true);
        Process process = where.start();
        AskedEnforcement started = new AskedEnforcement(process, process.inputReader(StandardCharsets.UTF_8));
        started.await("enforcing"::equals);
        return started;
    }

    /** Presses Ctrl-C. @return what was on the terminal, from the beginning */
    String interrupt() throws IOException {
        type("\u0003");
        try {
            assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS));
            pump.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        said.drainTo(all);
        return String.join("\n", all);
    }

    /** Waits for a line on standard error. */
    String await(Predicate<String> wanted) {
        try {
            for (String line = said.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS); line != null; line = said.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                all.add(line);
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("it does not say so: " + String.join("\n", all));
    }

    /** Waits for a question, and answers it. */
    void answer(String question, String answer) {
        await(line -> line.startsWith("? " + question));
        await(line -> line.contains("Enter denies once"));
        type(answer);
    }

    /** What it has asked so far, each question as it was asked: what, and whose rule asks. Complete behind {@link #stop}. */
    List<String> questions() {
        said.drainTo(all);
        return all.stream().filter(line -> line.startsWith("? ")).map(line -> line.substring(2, line.indexOf("; ") < 0 ? line.length() : line.indexOf("; ")))
                .toList();
    }

    void type(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it. Whatever it saw is accounted for. */
    Statistics stop() throws IOException {
        process.toHandle().destroy();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS));
            pump.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        said.drainTo(all);
        assertEquals(0, process.exitValue(), String.join("\n", all));
        Statistics statistics = new Statistics(out);
        assertEquals(statistics.of("seen"), statistics.of("allowed") + statistics.of("denied") + statistics.of("rejected")
                + statistics.of("asked") + statistics.of("failed"), out);
        return statistics;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
