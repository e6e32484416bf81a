package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.hopwarden.packetio.PacketPortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard alone, with files in the place of the kernel's rules. What it does when this program dies is tested in namespaces. */
class GuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** Its release fails twice: the guard must try again. */
    private static final class CountedWard implements Guard.Ward {

        private final Path released;
        private final AtomicInteger restored = new AtomicInteger();
        private volatile boolean goesOn = true;
        private volatile Throwable failure;
        private volatile boolean restorable = true;

        CountedWard(Path released) {
            this.released = released;
        }

        @Override
        public String release() {
            return "echo released >> '" + released + "'\n[ $(wc -l < '" + released + "') -ge 3 ]";
        }

        @Override
        public boolean goesOn() {
            return goesOn;
        }

        @Override
        public void restore() throws PacketPortException {
            if (!restorable) {
                throw new PacketPortException(PacketPortException.Reason.FAILED, "as the test wants it", "");
            }
            restored.incrementAndGet();
        }

        @Override
        public void failed(Throwable cause) {
            failure = cause;
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Guard start(CountedWard ward) {
        try {
            return Guard.start(ward);
        } catch (PacketPortException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    @Test
    void aThreadThatHangsReleasesAndIsRestoredWhenItGoesOn() throws Exception {
        CountedWard ward = new CountedWard(folder.resolve("released"));
        try (Guard guard = start(ward)) {
            ward.goesOn = false;
            until("it releases, and tries until it succeeds", () -> lines(ward.released) >= 3);
            int before = ward.restored.get();
            ward.goesOn = true;
            until("it is put back", () -> ward.restored.get() > before);
        }
        assertNull(ward.failure);
    }

    @Test
    void whatCannotBePutBackFails() {
        CountedWard ward = new CountedWard(folder.resolve("released"));
        ward.restorable = false;
        try (Guard guard = start(ward)) {
            ward.goesOn = false;
            until("it releases", () -> lines(ward.released) >= 3);
            ward.goesOn = true;
            until("it fails", () -> ward.failure != null);
        }
        assertEquals("as the test wants it", ward.failure.getMessage());
    }

    /** What the guard looks at: a pipe, by which the test learns that it looks, and which lets it wait for what it is told. Each look has another. */
    private static final class ToldStat {

        private final Path stat;
        private Path pipe;
        private int pipes;

        ToldStat(Path folder) throws Exception {
            stat = folder.resolve("stat");
            next();
        }

        private void next() throws Exception {
            pipe = stat.resolveSibling("pipe" + ++pipes);
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo here");
            Path link = Files.createSymbolicLink(stat.resolveSibling("link" + pipes), pipe);
            Files.move(link, stat, StandardCopyOption.ATOMIC_MOVE);
        }

        void tell(String state) throws Exception {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                next();
                out.write(("71 (a) guard) " + state + " 1 71\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static Process guard(Path stat, Path released) throws IOException {
        return new ProcessBuilder("bash", "-c", Guard.script("echo released > '" + released + "'", stat)).start();
    }

    /** Where nothing is heard, it looks at the thread that beats. */
    @Test
    void whatWaitsForATurnIsWaitedForAndWhatIsStoppedIsNot() throws Exception {
        for (String[] states : new String[][] { { "R", "R", "T" }, { "R", "S" }, { "t" } }) {
            Path place = Files.createTempDirectory(folder, "thread");
            Path released = place.resolve("released");
            ToldStat told = new ToldStat(place);
            Process guard = guard(told.stat, released);
            try {
                for (String state : states) {
                    assertEquals(0, lines(released), "not before it was told " + state);
                    told.tell(state);
                }
                assertTrue(guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
                assertEquals(3, guard.exitValue());
                assertEquals(1, lines(released));
            } finally {
                guard.destroyForcibly();
            }
        }
    }

    /** A beat ends the waiting; and it does not wait for ever. */
    @Test
    void afterABeatItIsWaitedForAnew() throws Exception {
        Path released = folder.resolve("released");
        ToldStat told = new ToldStat(folder);
        Process guard = guard(told.stat, released);
        try {
            for (int i = 0; i < 5; i++) {
                told.tell("R");
            }
            guard.getOutputStream().write('.');
            guard.getOutputStream().flush();
            for (int i = 0; i < 12; i++) {
                assertEquals(0, lines(released));
                told.tell("R");
            }
            assertTrue(guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(3, guard.exitValue());
        } finally {
            guard.destroyForcibly();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
