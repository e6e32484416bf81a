package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hopwarden.capture.CaptureException.Reason;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the loopback interface; passed over where the capture library or the right to capture is missing. */
class CaptureSessionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    static CaptureSession start(CaptureOptions options, FrameSink sink) throws CaptureException {
        try {
            return CaptureSession.start(options, sink);
        } catch (CaptureException e) {
            if (e.reason() == Reason.NO_LIBRARY || e.reason() == Reason.NO_RIGHTS) {
                assertFalse(e.remedy().isEmpty());
                abort(e.getMessage());
            }
            throw e;
        }
    }

    private static void send(DatagramSocket from, DatagramSocket to, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            from.send(new DatagramPacket(new byte[100 + i], 100 + i, InetAddress.getLoopbackAddress(), to.getLocalPort()));
        }
    }

    private static CaptureOptions udpTo(DatagramSocket socket) {
        return CaptureOptions.of("lo").withFilter("udp dst port " + socket.getLocalPort());
    }

    @Test
    void takesFramesUntilItsLimitAndWritesThem() throws Exception {
        Path file = folder.resolve("live.pcap");
        List<CapturedFrame> frames = new CopyOnWriteArrayList<>();
        try (DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                CaptureSession session = start(udpTo(to).withLimit(5).withSnapBytes(60).withFile(file), frames::add)) {
            send(from, to, 9);
            assertTrue(session.await(LONG));
            assertEquals(5, session.statistics().taken());
            assertTrue(session.statistics().received() >= 5, session.statistics().toString());
            assertEquals(0, session.statistics().droppedByKernel());
            session.close();
        }
        assertEquals(5, frames.size());
        assertEquals(List.of("live.pcap"), Files.list(folder).map(path -> path.getFileName().toString()).toList());
        try (CaptureFile read = CaptureFile.open(file)) {
            PacketView view = new PacketView();
            for (CapturedFrame frame : frames) {
                assertTrue(read.next());
                assertEquals(frame.timeNanos(), read.timeNanos());
                assertEquals(frame.originalBytes(), read.originalBytes());
                assertEquals(60, read.capturedBytes());
                assertEquals(14 + 28 + 99 + read.number(), read.originalBytes());
                assertEquals(-1, MemorySegment.ofArray(frame.bytes())
                        .mismatch(read.segment().asSlice(read.offset(), read.capturedBytes())));
                assertTrue(read.ip(view) && view.isUdp());
            }
            assertFalse(read.next());
        }
    }

    @Test
    void aQuietCaptureEndsWhenItIsAskedTo() throws Exception {
        try (DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            CaptureSession session = start(udpTo(to), frame -> {
            });
            assertFalse(session.await(Duration.ofMillis(10)));
            assertTimeoutPreemptively(LONG, session::close);
            assertTrue(session.await(LONG), "the thread is gone");
            session.close();
            session.stop();
            assertEquals(0, session.statistics().taken());
        }
    }

    @Test
    void whileItRunsTheFileCanBeRead() throws Exception {
        Path file = folder.resolve("live.pcap");
        try (DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                CaptureSession session = start(udpTo(to).withFile(file), frame -> {
                })) {
            send(from, to, 3);
            assertTimeoutPreemptively(LONG, () -> {
                while (framesIn(folder.resolve("live.pcap.part")) < 3) {
                    Thread.sleep(20);
                }
            });
            assertFalse(Files.exists(file));
        }
        assertEquals(3, framesIn(file));
    }

    private static long framesIn(Path file) throws IOException {
        try (CaptureFile read = CaptureFile.open(file)) {
            while (read.next()) {
                assertTrue(read.capturedBytes() > 0);
            }
            return read.number();
        }
    }

    @Test
    void aSinkThatFailsEndsTheCapture() throws Exception {
        try (DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                CaptureSession session = start(udpTo(to), frame -> {
                    throw new IOException("no more room");
                })) {
            send(from, to, 2);
            CaptureException failure = assertThrows(CaptureException.class, () -> session.await(LONG));
            assertTrue(failure.getMessage().contains("no more room"), failure.getMessage());
        }
    }

    @Test
    void whatCannotBeStartedIsSaid() throws Exception {
        start(CaptureOptions.of("lo"), frame -> {
        }).close();
        CaptureException none = assertThrows(CaptureException.class, () -> start(CaptureOptions.of("nope0"), frame -> {
        }));
        assertEquals(Reason.NO_INTERFACE, none.reason());
        CaptureException filter = assertThrows(CaptureException.class,
                () -> start(CaptureOptions.of("lo").withFilter("tcp prt 80"), frame -> {
                }));
        assertEquals(Reason.BAD_FILTER, filter.reason());
        assertTrue(filter.getMessage().contains("tcp prt 80"), filter.getMessage());
        CaptureException file = assertThrows(CaptureException.class,
                () -> start(CaptureOptions.of("lo").withFile(folder.resolve("none/x.pcap")), frame -> {
                }));
        assertEquals(Reason.FAILED, file.reason());
    }
}
