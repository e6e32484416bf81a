package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What one command did. */
record CommandRun(int code, String out, String err) {

    static CommandRun of(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), words);
        CommandRun run = new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertFalse(run.err.contains("\tat ") || run.err.contains("Exception"), "no stack trace: " + run.err);
        return run;
    }

    /** The words of a line, parted by single spaces. */
    static CommandRun ofLine(String line) {
        return of(line.split(" "));
    }
}
