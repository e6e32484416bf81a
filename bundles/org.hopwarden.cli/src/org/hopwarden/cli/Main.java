package org.hopwarden.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.cli.internal.CommandFailure;
import org.hopwarden.cli.internal.EscapingStream;
import org.hopwarden.cli.internal.HopwardenCommand;
import org.hopwarden.cli.internal.Output;
import org.hopwarden.net.PluginJars;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Its result goes to standard output, all else to standard error. */
public final class Main {

    private static final System.Logger LOG = System.getLogger(Main.class.getName());

    /** How parts that do not know the command line say "the same command" in a remedy. */
    private static final String ANY_TRACE = "trace TARGET";
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w./:=,@%+-]+");

    private Main() {
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        PluginJars.add(PluginJars.find());
        System.exit(run(out, err, words));
    }

    /**
     * Runs one command.
     *
     * @param out takes the result, and nothing else
     * @param err takes messages
     * @return one of {@link ExitCode}, or 128 + the number of the signal that ended the command
     */
    public static int run(PrintStream out, PrintStream err, String... words) {
        return escaped(new EscapingStream(out, false), new EscapingStream(err, true), words);
    }

    private static int escaped(PrintStream out, PrintStream err, String... words) {
        CommandLine line = HopwardenCommand.commandLine(new Output(out, err));
        line.setParameterExceptionHandler((e, args) -> usage(err, e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(err, e, words));
        int code = line.execute(words);
        out.flush();
        if (!out.checkError()) {
            return code;
        }
        err.println("hopwarden: the result could not be written to standard output: the disk is full, or the reader is gone");
        return code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    private static int usage(PrintStream err, ParameterException e) {
        CommandLine command = e.getCommandLine();
        err.println("hopwarden: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true));
        err.println("See '" + (command.getParent() == null ? "hopwarden help"
                : "hopwarden help " + command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "")) + "'.");
        return ExitCode.USAGE;
    }

    /** The words as a shell takes them. */
    private static String command(String... words) {
        return Stream.of(words).map(word -> PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static int failed(PrintStream err, Exception e, String... words) {
        if (e instanceof CommandFailure failure) {
            err.println("hopwarden: " + failure.getMessage());
            if (!failure.remedy().isEmpty()) {
                err.println(failure.remedy().replace(ANY_TRACE, command(words)));
            }
            return failure.exitCode();
        }
        LOG.log(System.Logger.Level.DEBUG, "A command failed", e);
        err.println("hopwarden: internal error: " + e);
        err.println("Please report this, with the command and the output of it with HOPWARDEN_DEBUG=1.");
        if (System.getenv("HOPWARDEN_DEBUG") != null) {
            for (StackTraceElement frame : e.getStackTrace()) {
                err.println("    at " + frame);
            }
        }
        return ExitCode.FAILED;
    }
}
