package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel tells of the turns of a thread on the processors (proc(5), /proc/PID/task/TID/stat and schedstat): a thread that does not go on
 * hangs, is stopped, or waits for its turn behind others. Safe for use by several threads.
 */
final class ThreadTurn {

    private static final char RUNNABLE = 'R';

    private final Path folder;

    /** @param folder of the thread in /proc */
    ThreadTurn(Path folder) {
        this.folder = folder;
    }

    /** That of the calling thread. */
    static ThreadTurn ofCurrent() {
        try {
            return new ThreadTurn(Path.of("/proc").resolve(Files.readSymbolicLink(Path.of("/proc/thread-self"))));
        } catch (IOException | UnsupportedOperationException e) {
            // A system that does not tell: its threads never seem to wait.
            return new ThreadTurn(Path.of("/proc/thread-unknown"));
        }
    }

    /** The file that has its state behind the name, as a letter. */
    Path stat() {
        return folder.resolve("stat");
    }

    /** Whether it has a turn, or would take one: it neither waits for anything else, nor is stopped, nor has ended. */
    boolean isRunnable() {
        String stat = read("stat");
        int state = stat.lastIndexOf(')') + 2;
        return state > 1 && state < stat.length() && stat.charAt(state) == RUNNABLE;
    }

    /** For how long it has had a processor since it began; 0 where that is not known. */
    long usedNanos() {
        try {
            return Long.parseLong(read("schedstat").split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
