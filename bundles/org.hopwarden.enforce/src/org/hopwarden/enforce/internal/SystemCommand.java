package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command of the system that sets something up, with what it said. */
record SystemCommand(int exitCode, String output, String errors) {

    private static final int LIMIT_SECONDS = 30;

    boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * Runs a command to its end.
     *
     * @param input for its standard input
     * @throws IOException where there is no such command, or it does not end
     */
    static SystemCommand run(List<String> command, String input) throws IOException {
        return run(command, input, LIMIT_SECONDS);
    }

    /** As the other, for one that may take longer. */
    static SystemCommand run(List<String> command, String input, int limitSeconds) throws IOException {
        Process process = new ProcessBuilder(command).start();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; its exit code and words say why.
        }
        try {
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " does not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
        return new SystemCommand(process.exitValue(), output.join(), errors.join());
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
