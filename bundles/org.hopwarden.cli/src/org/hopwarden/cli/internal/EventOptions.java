package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.enforce.EventLog;
import org.hopwarden.enforce.EventLog.Options;
import org.hopwarden.enforce.EventLog.Verdicts;
import org.hopwarden.net.AtomicFile;

import picocli.CommandLine.Option;

/** The options of {@code enforce} about its event log. */
final class EventOptions {

    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_MEBIBYTES = 1 << 20;
    private static final int MOST_KEPT = 1000;

    @Option(names = "--events", paramLabel = "FILE", description = "append what happens to this file, one event a line in JSON (docs/events.md):"
            + " packets of rules that log, a sample of what is not allowed, and what becomes of the enforcement itself")
    private Path file;

    @Option(names = "--events-size", paramLabel = "MIB", description = "with --events: begin a new file at this size, and call the old one"
            + " FILE.1 (default 64)")
    private Integer mebibytes;

    @Option(names = "--events-keep", paramLabel = "N", description = "with --events: keep so many old files (default 5)")
    private Integer kept;

    @Option(names = "--events-all", description = "with --events: each packet")
    private boolean all;

    @Option(names = "--events-sample", paramLabel = "N", description = "with --events: of each rule that does not log, so many packets a"
            + " second that are not allowed; the others are counted (default 10)")
    private Integer sample;

    /** Says what is wrong with the options before anything is begun. */
    void check() {
        Optional<String> lonely = Stream.of(mebibytes == null ? null : "--events-size", kept == null ? null : "--events-keep",
                all ? "--events-all" : null, sample == null ? null : "--events-sample").filter(name -> name != null).findFirst();
        if (file == null && lonely.isPresent()) {
            throw CommandFailure.usage(lonely.get() + " goes with --events FILE", "Name the file, or leave it out.");
        }
        if (all && sample != null) {
            throw CommandFailure.usage("--events-all and --events-sample exclude each other", "Leave one of them out.");
        }
        within("--events-size", mebibytes, 1, MOST_MEBIBYTES);
        within("--events-keep", kept, 0, MOST_KEPT);
        within("--events-sample", sample, 1, 1_000_000);
    }

    private static void within(String name, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw CommandFailure.usage(name + " is a number from " + least + " to " + most + ", not " + value, "");
        }
    }

    /** Opens the log that is asked for; empty where none is. */
    Optional<EventLog> open(PrintStream err) {
        if (file == null) {
            return Optional.empty();
        }
        Options usual = Options.of(file);
        Options options = new Options(file, mebibytes == null ? usual.mostBytes() : mebibytes * MEBIBYTE, kept == null ? usual.kept() : kept,
                all ? Verdicts.ALL : usual.verdicts(), sample == null ? usual.mostASecond() : sample);
        try {
            return Optional.of(EventLog.open(options, problem -> err.println("hopwarden: " + problem)));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "events cannot be written to " + file + ": " + AtomicFile.reason(e),
                    "Choose a file in a folder that is there and that you may write to.");
        }
    }

    /** What a policy file holds, in a few letters, so that a log tells which policy was at work. */
    static String digest(Path policy) throws IOException {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(policy)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
