package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.PacketPortException.Reason;

/** What {@link FramePortTest} runs in namespaces. */
final class FramePortChecks {

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    /** To nobody that is here, from somebody who is not. */
    private static final String MACS = "02aabbccddee02aabbccdd01";

    private FramePortChecks() {
    }

    private static MemorySegment frame(String headerHex, int payload) {
        byte[] header = HexFormat.of().parseHex(headerHex);
        byte[] frame = new byte[header.length + payload];
        System.arraycopy(header, 0, frame, 0, header.length);
        for (int i = header.length; i < frame.length; i++) {
            frame[i] = (byte) i;
        }
        return MemorySegment.ofArray(frame);
    }

    private static MemorySegment ipFrame(String headerHex) {
        IpAddress address = IpAddress.parse("192.0.2.1");
        MemorySegment packet = PacketBuilder.echoRequest(IpHeader.of(address, address, 64), 1, 2, new byte[100]);
        MemorySegment frame = frame(headerHex, (int) packet.byteSize());
        MemorySegment.copy(packet, 0, frame, headerHex.length() / 2, packet.byteSize());
        return frame;
    }

    private static byte[] bytes(MemorySegment segment) {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] bytes(FrameBatch batch, int index) {
        return bytes(batch.memory().asSlice(batch.frameOffset(index), batch.frameLengthBytes(index)));
    }

    private static List<byte[]> receive(FramePort port, FrameBatch batch, int count) throws PacketPortException {
        List<byte[]> frames = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (frames.size() < count && System.nanoTime() < deadline) {
            int n = port.receive(batch, deadline - System.nanoTime());
            for (int i = 0; i < n; i++) {
                frames.add(bytes(batch, i));
            }
        }
        assertEquals(0, port.receive(batch, 50_000_000), "no more than these");
        assertEquals(count, frames.size());
        return frames;
    }

    static void framesArriveAsTheyWereSent() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FramePort right = PacketPorts.openFrames("right");
                FrameBatch batch = right.newBatch()) {
            List<MemorySegment> frames = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                frames.add(frame(MACS + "88b5", 46 + i));
            }
            frames.add(frame("ffffffffffff02aabbccdd01" + "0806", 46));
            frames.add(ipFrame(MACS + "0800"));
            frames.add(frame(MACS + "86dd" + "60", 60));
            for (MemorySegment frame : frames) {
                assertTrue(left.send(frame));
            }
            List<byte[]> received = receive(right, batch, frames.size());
            for (int i = 0; i < received.size(); i++) {
                assertArrayEquals(bytes(frames.get(i)), received.get(i));
            }
            // Longer than the MTU: this frame alone is not taken.
            assertTrue(!left.send(frame(MACS + "88b5", 3000)));
            assertTrue(left.send(frame(MACS + "88b5", 1500)));
            assertEquals(1514, receive(right, batch, 1).getFirst().length);
        }
    }

    static void vlanTagsArePutBack() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FramePort right = PacketPorts.openFrames("right");
                FrameBatch batch = right.newBatch()) {
            List<MemorySegment> frames = List.of(ipFrame(MACS + "0800"), ipFrame(MACS + "8100" + "a064" + "0800"),
                    ipFrame(MACS + "88a8" + "0064" + "8100" + "0007" + "0800"), frame(MACS + "8100" + "0001" + "0806", 46),
                    ipFrame(MACS + "8100000181000002" + "81000003" + "0800"));
            int[] packetAt = { 14, 18, 22, -1, 26 };
            for (int i = 0; i < frames.size(); i++) {
                assertTrue(left.send(frames.get(i)));
                assertEquals(1, right.receive(batch, PATIENCE_NANOS));
                assertArrayEquals(bytes(frames.get(i)), bytes(batch, 0), "frame " + i);
                long offset = batch.packetOffset(0);
                assertEquals(packetAt[i], offset < 0 ? -1 : offset - batch.frameOffset(0));
                if (offset >= 0) {
                    assertEquals(128, batch.packetLengthBytes(0));
                    assertEquals(0x45, batch.memory().get(ValueLayout.JAVA_BYTE, offset));
                }
            }
        }
    }

    static void ownFramesAreNotReported() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FramePort right = PacketPorts.openFrames("right");
                FramePort other = PacketPorts.openFrames("left"); FrameBatch batch = right.newBatch()) {
            assertTrue(left.send(frame(MACS + "88b5", 46)));
            receive(right, batch, 1);
            receive(left, batch, 0);
            receive(other, batch, 0);
        }
    }

    static void promiscuityEndsWithThePort() throws IOException {
        String before = run("ip", "-d", "link", "show", "left");
        assertTrue(before.contains("promiscuity 0"), before);
        try (FramePort left = PacketPorts.openFrames("left")) {
            assertEquals("left", left.interfaceName());
            String during = run("ip", "-d", "link", "show", "left");
            assertTrue(during.contains("promiscuity 1"), during);
        }
        assertEquals(before, run("ip", "-d", "link", "show", "left"));
    }

    static void droppedFramesAreLeftOut() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FramePort right = PacketPorts.openFrames("right");
                FrameBatch batch = right.newBatch()) {
            for (int i = 0; i < 10; i++) {
                assertTrue(left.send(frame(MACS + "88b5", 46 + i)));
            }
            assertEquals(10, right.receive(batch, PATIENCE_NANOS));
            for (int i = 0; i < 10; i += 2) {
                batch.drop(i);
                assertTrue(batch.isDropped(i) && !batch.isDropped(i + 1));
            }
            assertEquals(5, right.send(batch));
            List<byte[]> back = receive(left, batch, 5);
            for (int i = 0; i < 5; i++) {
                assertArrayEquals(bytes(frame(MACS + "88b5", 47 + 2 * i)), back.get(i));
            }
        }
    }

    /** Who asks does not wait for frames: else this would wait for ever. */
    static void lostFramesAreToldWhileSomebodyWaits() throws IOException, InterruptedException {
        try (FramePort left = PacketPorts.openFrames("left"); FrameBatch batch = left.newBatch()) {
            Thread waiting = Thread.ofPlatform().daemon().start(() -> {
                try {
                    left.receive(batch, Long.MAX_VALUE);
                } catch (PacketPortException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (waiting.getState() != Thread.State.RUNNABLE || !isInPoll(waiting)) {
                Thread.onSpinWait();
            }
            assertEquals(0, left.lostFrames());
            left.close();
            waiting.join();
        }
    }

    private static boolean isInPoll(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().endsWith(".WakeUp")) {
                return true;
            }
        }
        return false;
    }

    static void closeWakesAWaitingReceive() throws IOException, InterruptedException {
        FramePort left = PacketPorts.openFrames("left");
        FrameBatch batch = left.newBatch();
        CompletableFuture<Integer> received = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                received.complete(left.receive(batch, Long.MAX_VALUE));
            } catch (PacketPortException e) {
                received.completeExceptionally(e);
            }
        });
        Thread.sleep(100);
        left.close();
        assertEquals(0, received.join());
        left.close();
        assertEquals(0, left.receive(batch, Long.MAX_VALUE));
        assertEquals(0, left.send(batch));
        assertTrue(!left.send(frame(MACS + "88b5", 46)));
        assertEquals(0, left.lostFrames());
        batch.close();
        batch.close();
    }

    static void unusableInterfaces() {
        run("ip", "link", "set", "right", "down");
        assertUnusable("nowhere", "there is no network interface 'nowhere'");
        assertUnusable("", "there is no network interface ''");
        assertUnusable("a-name-that-is-too-long", "there is no network interface");
        assertUnusable("right", "network interface 'right' is down");
        assertUnusable("lo", "'lo' is no Ethernet interface");
    }

    private static void assertUnusable(String name, String message) {
        PacketPortException e = assertThrows(PacketPortException.class, () -> PacketPorts.openFrames(name).close());
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(!e.remedy().isEmpty());
    }

    static void interfaceGoesDown() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FrameBatch batch = left.newBatch()) {
            run("ip", "link", "set", "left", "down");
            assertBroken(left, batch, "network interface 'left' went down");
        }
    }

    static void interfaceVanishes() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FrameBatch batch = left.newBatch()) {
            run("ip", "link", "del", "left");
            assertBroken(left, batch, "network interface 'left' disappeared");
        }
    }

    private static void assertBroken(FramePort port, FrameBatch batch, String message) {
        PacketPortException e = assertThrows(PacketPortException.class, () -> port.receive(batch, PATIENCE_NANOS));
        assertEquals(message, e.getMessage());
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertEquals(message,
                assertThrows(PacketPortException.class, () -> port.send(frame(MACS + "88b5", 46))).getMessage());
    }

    static void lostFramesAreCounted() throws IOException {
        try (FramePort left = PacketPorts.openFrames("left"); FramePort right = PacketPorts.openFrames("right");
                FrameBatch batch = right.newBatch()) {
            MemorySegment frame = frame(MACS + "88b5", 1400);
            int sent = 0;
            while (right.lostFrames() == 0 && sent < 1_000_000) {
                for (int i = 0; i < 1000; i++) {
                    sent += left.send(frame) ? 1 : 0;
                }
            }
            long received = 0;
            for (int n; (n = right.receive(batch, 100_000_000)) > 0;) {
                received += n;
            }
            assertTrue(right.lostFrames() > 0);
            assertEquals(sent, received + right.lostFrames());
        }
    }

    static void noRights() {
        PacketPortException e = assertThrows(PacketPortException.class, () -> PacketPorts.openFrames("lo").close());
        assertEquals(Reason.NO_RIGHTS, e.reason());
        assertTrue(e.remedy().contains("sudo ./hopwarden enforce"), e.remedy());
    }

    private static String run(String... line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), out);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
