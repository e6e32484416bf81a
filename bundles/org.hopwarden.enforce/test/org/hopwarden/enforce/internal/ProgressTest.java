package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that hangs is told from one that a busy machine keeps waiting, by files in the place of /proc and a clock of the test's. */
class ProgressTest {

    private static final long MILLIS = 1_000_000;

    @TempDir
    private Path thread;

    private long nowNanos = 5_000 * MILLIS;

    private void kernel(String state, long usedNanos) throws IOException {
        Files.writeString(thread.resolve("stat"), "71 (queue) 1) " + state + " 1 71 71 0 -1\n");
        Files.writeString(thread.resolve("schedstat"), usedNanos + " 123456789 42\n");
    }

    private Progress begun() {
        Progress progress = new Progress(() -> nowNanos, new ThreadTurn(thread));
        progress.made();
        return progress;
    }

    private boolean isRecentAfter(Progress progress, long millis) {
        nowNanos += millis * MILLIS;
        return progress.isRecent();
    }

    @Test
    void whatSleepsIsStoppedOrIsGoneStandsStill() throws IOException {
        for (String state : new String[] { "S", "D", "T", "t", "Z" }) {
            kernel(state, 7);
            Progress progress = begun();
            assertTrue(isRecentAfter(progress, 400), state);
            assertFalse(isRecentAfter(progress, 101), state);
            progress.made();
            assertTrue(isRecentAfter(progress, 499), state);
        }
        Files.delete(thread.resolve("stat"));
        Progress ended = begun();
        assertFalse(isRecentAfter(ended, 501));
    }

    @Test
    void whatWaitsForATurnDoesNotUntilItHasWaitedVeryLong() throws IOException {
        kernel("R", 7_000 * MILLIS);
        Progress progress = begun();
        for (int millis = 0; millis < 2_900; millis += 100) {
            assertTrue(isRecentAfter(progress, 100), "after " + millis);
        }
        assertFalse(isRecentAfter(progress, 200));
    }

    /** On a busy machine it gets its turns late, and uses them up without going on. */
    @Test
    void whatHangsInALoopHasHadItsTurn() throws IOException {
        kernel("R", 7_000 * MILLIS);
        Progress progress = begun();
        assertTrue(isRecentAfter(progress, 300));
        kernel("R", 7_045 * MILLIS);
        assertTrue(isRecentAfter(progress, 300));
        kernel("R", 7_060 * MILLIS);
        assertFalse(isRecentAfter(progress, 100));
    }

    /** As the kernel tells it of threads of this process. */
    @Test
    void aThreadThatSleepsIsNotRunnableAndOneThatSpinsIs() throws Exception {
        assertTrue(ThreadTurn.ofCurrent().isRunnable());
        assertTrue(ThreadTurn.ofCurrent().usedNanos() > 0);
        CountDownLatch end = new CountDownLatch(1);
        ThreadTurn[] turn = new ThreadTurn[1];
        CountDownLatch begun = new CountDownLatch(1);
        Thread sleeper = Thread.ofPlatform().start(() -> {
            turn[0] = ThreadTurn.ofCurrent();
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        while (turn[0].isRunnable()) {
            Thread.onSpinWait();
        }
        end.countDown();
        sleeper.join();
        // For Java it has ended a moment before it has for the kernel.
        while (turn[0].isRunnable()) {
            Thread.onSpinWait();
        }
    }
}
