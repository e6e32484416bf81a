package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window that the launcher starts remembers of captures when it is killed. */
class WindowSessionTest {

    private static final int LIMIT_SECONDS = 180;
    private static final String NAME = "20260101-000000-000.pcap";

    @TempDir
    private Path scratch;

    @Test
    void aRecordingOfAKilledWindowIsKeptHoweverOftenItIsKilled() throws IOException, InterruptedException {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isEmpty(), "skipped: no display to open a window on");
        Path captures = Files.createDirectories(scratch.resolve("hopwarden/workspace/captures"));
        Path file = captures.resolve(NAME);
        Path list = captures.resolve("open.txt");
        byte[] content = capture();
        Files.write(captures.resolve(NAME + ".part"), content);
        Files.writeString(list, "LIVE\t" + file.toUri() + "\tlo\n");
        for (int start = 1; start <= 2; start++) {
            Process window = start(display);
            try {
                await(window, () -> Files.exists(file) && Files.readString(list).contains("CUT_SHORT\t" + file.toUri() + "\tlo"));
            } finally {
                window.destroyForcibly().waitFor();
            }
            assertArrayEquals(content, Files.readAllBytes(file));
            assertTrue(Files.notExists(captures.resolve(NAME + ".part")));
            assertEquals(1, Files.readAllLines(list).size());
            // What the next start has to find out again.
            Files.move(file, captures.resolve(NAME + ".part"));
            Files.writeString(list, Files.readString(list).replace("CUT_SHORT", "LIVE"));
        }
    }

    /** A file header and one frame of raw IP. */
    private static byte[] capture() {
        return ByteBuffer.allocate(24 + 16 + 20).order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b23c4d).putShort((short) 2)
                .putShort((short) 4).putInt(0).putInt(0).putInt(262144).putInt(101).putInt(1_700_000_000).putInt(0).putInt(20)
                .putInt(20).put((byte) 0x45).array();
    }

    private Process start(String display) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DISPLAY", display);
        environment.put("XDG_DATA_HOME", scratch.toString());
        environment.put("NO_AT_BRIDGE", "1");
        return Command.start(scratch, environment, List.of(Checkout.home().resolve("hopwarden").toString()),
                scratch.resolve("window.out"), scratch.resolve("window.err"));
    }

    /** Something that may come to be. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Process window, Condition condition) throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.holds()) {
            if (!window.isAlive() || System.nanoTime() > limit) {
                throw new AssertionError("the recording did not come back:\n"
                        + Files.readString(scratch.resolve("window.err")));
            }
            Thread.sleep(100);
        }
    }
}
