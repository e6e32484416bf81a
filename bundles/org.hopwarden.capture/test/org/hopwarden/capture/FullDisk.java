package org.hopwarden.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system that is full after a few frames; a test is passed over where this user may not mount one. */
final class FullDisk implements AutoCloseable {

    private static final int ROOM_KILOBYTES = 64;

    private final Path folder;

    FullDisk(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + ROOM_KILOBYTES + "k", "tmpfs", folder.toString()),
                "a small file system cannot be mounted; root can");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            // Lazily, for what a failed test has left open.
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
