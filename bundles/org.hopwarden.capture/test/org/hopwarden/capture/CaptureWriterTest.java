package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a capture when the disk is full. */
class CaptureWriterTest {

    private static final int FRAME_BYTES = 1000;
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static void fill(CaptureWriter writer) throws IOException {
        MemorySegment frame = MemorySegment.ofArray(new byte[FRAME_BYTES]);
        for (int i = 0; i < 1000; i++) {
            writer.write(i, LinkType.RAW, frame, 0, FRAME_BYTES, FRAME_BYTES);
        }
    }

    private static int framesIn(Path file) throws IOException {
        try (CaptureIndex index = new CaptureIndex()) {
            index.fill(file, () -> false);
            return index.size();
        }
    }

    @Test
    void whatFitsOnTheDiskIsKeptAsWholeFrames() throws Exception {
        try (FullDisk disk = new FullDisk(folder)) {
            Path file = folder.resolve("some.pcap");
            CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW);
            IOException full = assertThrows(IOException.class, () -> fill(writer));
            assertTrue(full.getMessage().contains(writer.temporary().toString()), full.getMessage());
            writer.close();
            int kept = framesIn(file);
            // The disk takes whole pages of a file of which the last is not full.
            assertTrue(kept > 50 && kept <= (64 << 10) / FRAME_BYTES, kept + " frames");
        }
    }

    @Test
    void anOlderFileIsNotReplacedByOneThatIsNotWhole() throws Exception {
        try (FullDisk disk = new FullDisk(folder)) {
            Path file = folder.resolve("some.pcap");
            byte[] old = "what was there".getBytes(StandardCharsets.US_ASCII);
            Files.write(file, old);
            CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW);
            assertThrows(IOException.class, () -> fill(writer));
            IOException left = assertThrows(IOException.class, writer::close);
            assertTrue(left.getMessage().contains(writer.temporary().toString()), left.getMessage());
            assertArrayEquals(old, Files.readAllBytes(file));
            assertTrue(framesIn(writer.temporary()) > 40);
        }
    }

    @Test
    void aLiveCaptureEndsWithWhatWasWritten() throws Exception {
        try (FullDisk disk = new FullDisk(folder);
                CaptureIndex index = new CaptureIndex();
                DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Path file = folder.resolve("live.pcap");
            CaptureSession session = CaptureSessionTest.start(CaptureOptions.of("lo")
                    .withFilter("udp dst port " + to.getLocalPort()).withFile(file), index::append);
            index.attach(session.recording().orElseThrow());
            CaptureException failure = assertThrows(CaptureException.class, () -> {
                for (int i = 0; i < 10_000 && !session.await(Duration.ZERO); i++) {
                    from.send(new DatagramPacket(new byte[FRAME_BYTES], FRAME_BYTES, InetAddress.getLoopbackAddress(),
                            to.getLocalPort()));
                }
                session.await(LONG);
            });
            assertTrue(failure.getMessage().contains("cannot be written"), failure.getMessage());
            assertTrue(failure.remedy().contains("disk"), failure.remedy());
            int shown = index.size();
            index.keepWritten();
            assertTrue(index.size() > 40 && index.size() <= shown, index.size() + " of " + shown);
            assertEquals(index.size(), framesIn(file));
            assertEquals(FRAME_BYTES + 42, index.frame(index.size() - 1).bytes().length);
        }
    }

    @Test
    void aFrameCanBeReadBeforeItReachesTheFile() throws Exception {
        try (CaptureIndex index = new CaptureIndex()) {
            CaptureWriter writer = CaptureWriter.create(folder.resolve("live.pcap"), LinkType.RAW);
            index.attach(writer.temporary());
            for (int i = 0; i < 3000; i++) {
                byte[] bytes = new byte[1 + i % 700];
                bytes[0] = (byte) i;
                writer.write(i, LinkType.RAW, MemorySegment.ofArray(bytes), 0, bytes.length, bytes.length);
                index.append(new CapturedFrame(i, LinkType.RAW, bytes, bytes.length));
            }
            for (int i = 0; i < 3000; i++) {
                assertEquals((byte) i, index.frame(i).bytes()[0], "frame " + i);
                assertEquals(1 + i % 700, index.frame(i).bytes().length);
            }
            writer.close();
            assertEquals(0, index.keepWritten());
            assertEquals((byte) 2999, index.frame(2999).bytes()[0]);
        }
    }
}
