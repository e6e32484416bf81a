package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFileTest {

    private static final long TIME_NANOS = 1_700_000_000_123_456_000L;

    @TempDir
    private Path folder;

    private static byte[] udp(int port) {
        return PacketBuilder.udp(IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64), 4000, port,
                new byte[port % 7]).toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] ethernet(int etherType, byte[] payload, int... vlans) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 4 * vlans.length + payload.length);
        frame.put(new byte[12]);
        for (int vlan : vlans) {
            frame.putShort((short) 0x8100).putShort((short) vlan);
        }
        return frame.putShort((short) etherType).put(payload).array();
    }

    private static byte[] pcap(ByteOrder order, boolean nanos, int linkType, List<byte[]> frames) {
        ByteBuffer file = ByteBuffer.allocate(24 + frames.stream().mapToInt(frame -> 16 + frame.length).sum()).order(order);
        file.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65535)
                .putInt(linkType);
        for (byte[] frame : frames) {
            file.putInt((int) (TIME_NANOS / 1_000_000_000)).putInt((int) (TIME_NANOS % 1_000_000_000 / (nanos ? 1 : 1000)))
                    .putInt(frame.length).putInt(frame.length + 5).put(frame);
        }
        return file.array();
    }

    private static byte[] block(ByteOrder order, int type, byte[] body) {
        int padded = body.length + 3 & ~3;
        return ByteBuffer.allocate(12 + padded).order(order).putInt(type).putInt(12 + padded).put(body)
                .position(8 + padded).putInt(12 + padded).array();
    }

    private static byte[] section(ByteOrder order, int linkType, int resolution, List<byte[]> frames) {
        List<byte[]> blocks = new ArrayList<>();
        blocks.add(block(order, 0x0a0d0d0a, ByteBuffer.allocate(16).order(order).putInt(0x1a2b3c4d).putShort((short) 1)
                .putShort((short) 0).putLong(-1).array()));
        blocks.add(block(order, 1, ByteBuffer.allocate(20).order(order).putShort((short) linkType).putShort((short) 0).putInt(0)
                .putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]).putInt(0).array()));
        blocks.add(block(order, 0x00000bad, new byte[9]));
        long units = resolution == 9 ? TIME_NANOS : resolution == 6 ? TIME_NANOS / 1000
                : (long) (TIME_NANOS / 1e9 * Math.pow(2, resolution & 0x7f));
        for (byte[] frame : frames) {
            blocks.add(block(order, 6, ByteBuffer.allocate(20 + frame.length).order(order).putInt(0).putInt((int) (units >>> 32))
                    .putInt((int) units).putInt(frame.length).putInt(frame.length + 5).put(frame).array()));
        }
        return join(blocks.toArray(byte[][]::new));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("capture"), content);
    }

    private List<Integer> destinationPorts(byte[] content) throws IOException {
        List<Integer> ports = new ArrayList<>();
        try (CaptureFile file = CaptureFile.open(write(content))) {
            PacketView view = new PacketView();
            while (file.next()) {
                ports.add(file.ip(view) ? view.destinationPort() : null);
                assertEquals(ports.size(), file.number());
                assertEquals(TIME_NANOS, file.timeNanos());
                assertEquals(file.capturedBytes() + 5, file.originalBytes());
            }
        }
        return ports;
    }

    @ParameterizedTest
    @CsvSource({ "true,true", "true,false", "false,true", "false,false" })
    void readsPcapInEitherOrderAndResolution(boolean big, boolean nanos) throws Exception {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        assertEquals(List.of(53, 80, 443), destinationPorts(pcap(order, nanos, LinkType.RAW,
                List.of(udp(53), udp(80), udp(443)))));
    }

    @ParameterizedTest
    @CsvSource({ "true,6", "true,9", "false,6", "false,9" })
    void readsPcapngWithSeveralSections(boolean big, int resolution) throws Exception {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] first = section(order, LinkType.RAW, resolution, List.of(udp(53), udp(81)));
        byte[] second = section(ByteOrder.LITTLE_ENDIAN, LinkType.ETHERNET, 9, List.of(ethernet(0x0800, udp(443))));
        assertEquals(List.of(53, 81, 443), destinationPorts(join(first, second)));
    }

    @Test
    void findsIpBehindEachKnownLinkHeader() throws Exception {
        byte[] v6 = PacketBuilder.udp(IpHeader.of(IpAddress.parse("::1"), IpAddress.parse("::2"), 64), 4000, 53, new byte[1])
                .toArray(ValueLayout.JAVA_BYTE);
        List<byte[]> ethernet = List.of(ethernet(0x0800, udp(1)), ethernet(0x86dd, v6), ethernet(0x0800, udp(2), 7),
                ethernet(0x0800, udp(3), 7, 8), ethernet(0x0806, new byte[28]), new byte[13], ethernet(0x0800, new byte[0]));
        assertEquals(Arrays.asList(1, 53, 2, 3, null, null, null),
                destinationPorts(pcap(ByteOrder.LITTLE_ENDIAN, true, LinkType.ETHERNET, ethernet)));
        byte[] cooked = join(new byte[14], new byte[] { 8, 0 }, udp(9));
        assertEquals(List.of(9), destinationPorts(pcap(ByteOrder.LITTLE_ENDIAN, true, LinkType.LINUX_SLL, List.of(cooked))));
        byte[] cooked2 = join(new byte[] { 8, 0 }, new byte[18], udp(10));
        assertEquals(List.of(10),
                destinationPorts(pcap(ByteOrder.LITTLE_ENDIAN, true, LinkType.LINUX_SLL2, List.of(cooked2))));
        byte[] loop = join(new byte[] { 2, 0, 0, 0 }, udp(11));
        assertEquals(List.of(11), destinationPorts(pcap(ByteOrder.LITTLE_ENDIAN, true, LinkType.NULL, List.of(loop))));
        assertFalse(LinkType.isKnown(105));
    }

    @Test
    void refusesWhatIsNoCapture() throws Exception {
        for (byte[] content : List.of(new byte[0], "no capture".getBytes(), new byte[] { (byte) 0xa1, (byte) 0xb2, (byte) 0xc3,
                (byte) 0xd4, 0 })) {
            Path file = write(content);
            var e = assertThrows(CaptureFileException.class, () -> CaptureFile.open(file).close());
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        }
        assertThrows(IOException.class, () -> CaptureFile.open(folder.resolve("missing")).close());
    }

    @Test
    void aFileCutShortGivesTheFramesBeforeTheCutAndSaysWhere() throws Exception {
        List<byte[]> frames = List.of(udp(53), udp(80), udp(443));
        for (byte[] whole : List.of(pcap(ByteOrder.BIG_ENDIAN, false, LinkType.RAW, frames),
                section(ByteOrder.LITTLE_ENDIAN, LinkType.RAW, 9, frames))) {
            int clean = 0;
            for (int cut = 28; cut < whole.length; cut++) {
                int read = 0;
                try (CaptureFile file = CaptureFile.open(write(Arrays.copyOf(whole, cut)))) {
                    while (file.next()) {
                        read++;
                    }
                    clean++;
                } catch (CaptureFileException e) {
                    assertTrue(e.offsetBytes() <= cut && e.getMessage().contains("byte " + e.offsetBytes()), e.getMessage());
                }
                assertTrue(read < 3);
            }
            assertTrue(clean <= 6, "a cut shows, but where a block ends: " + clean);
        }
    }

    @Test
    void damagedFilesEndInAClearError() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<byte[]> frames = List.of(udp(53), udp(80), udp(443));
        List<byte[]> files = List.of(pcap(ByteOrder.LITTLE_ENDIAN, false, LinkType.RAW, frames),
                section(ByteOrder.LITTLE_ENDIAN, LinkType.RAW, 6, frames), section(ByteOrder.BIG_ENDIAN, LinkType.RAW, 6, frames));
        PacketView view = new PacketView();
        int rounds = Boolean.getBoolean("hopwarden.full") ? 50_000 : 3_000;
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = files.get(random.nextInt(files.size())).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try (CaptureFile file = CaptureFile.open(write(damaged))) {
                while (file.next()) {
                    file.ip(view);
                }
            } catch (CaptureFileException e) {
                assertTrue(e.offsetBytes() >= 0);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    @Test
    void aLengthThatNoFrameHasEndsTheReading() throws Exception {
        ByteBuffer content = ByteBuffer.wrap(pcap(ByteOrder.LITTLE_ENDIAN, false, LinkType.RAW, List.of(udp(1), udp(2),
                new byte[CaptureOptions.MOST_SNAP_BYTES], new byte[CaptureOptions.MOST_SNAP_BYTES])))
                .order(ByteOrder.LITTLE_ENDIAN);
        int third = 24 + 16 + udp(1).length + 16 + udp(2).length;
        // Within the file, so that the file's end alone would not tell.
        content.putInt(third + 8, CaptureOptions.MOST_SNAP_BYTES + 1);
        Path file = Files.write(folder.resolve("garbage.pcap"), content.array());
        try (CaptureIndex index = new CaptureIndex()) {
            CaptureFileException damage = assertThrows(CaptureFileException.class,
                    () -> index.fill(file, () -> false));
            assertEquals(third, damage.offsetBytes());
            assertEquals(2, index.size());
            assertEquals(udp(2).length, index.frame(1).bytes().length);
        }
    }
}
