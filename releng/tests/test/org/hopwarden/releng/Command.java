package org.hopwarden.releng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and keeps what it printed. */
record Command(int exitCode, String output, String errors) {

    private static final int LIMIT_SECONDS = 240;

    /** Runs in the folder with this environment and no other. */
    static Command run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("command", ".out");
        Path errors = Files.createTempFile("command", ".err");
        try {
            Process process = start(folder, environment, command, output, errors);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("Not done in " + LIMIT_SECONDS + " s: " + command + "\n"
                        + Files.readString(output) + Files.readString(errors));
            }
            return new Command(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    static Process start(Path folder, Map<String, String> environment, List<String> command, Path output, Path errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Asserts success with nothing on standard error; returns standard output. */
    String cleanOutput() {
        if (exitCode != 0 || !errors.isEmpty()) {
            throw new AssertionError("Exit code " + exitCode + "\n" + output + "\n--- errors:\n" + errors);
        }
        return output;
    }
}
