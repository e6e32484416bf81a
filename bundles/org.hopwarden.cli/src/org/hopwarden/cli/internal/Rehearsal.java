package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.hopwarden.cli.Main;

/**
 * Runs the commands whose classes a fast start needs, for the build to learn them from (see {@code releng/launcher/train.sh}).
 * What a command needs and this system lacks, such as the right to trace, is no failure here.
 */
final class Rehearsal {

    private static final List<String[]> COMMANDS = List.of(
            new String[] { "tour" },
            new String[] { "trace", "127.0.0.1", "--max-ttl", "1", "--format", "json" },
            new String[] { "interfaces" },
            new String[] { "version" });

    private Rehearsal() {
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String[] command : COMMANDS) {
            int exitCode = Main.run(out, System.err, command);
            System.err.println("rehearsed " + String.join(" ", command) + ": exit code " + exitCode);
        }
    }
}
