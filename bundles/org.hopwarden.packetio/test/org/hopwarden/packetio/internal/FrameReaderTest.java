package org.hopwarden.packetio.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.hopwarden.packetio.FrameContent;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final String MACS = "02aabbccddee02aabbccdd01";
    private static final String ARP = "0001080006040001" + "0".repeat(40);

    private final FrameReader reader = new FrameReader();

    private FrameContent read(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return reader.read(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    private void assertPacketAt(int start, String header) {
        assertEquals(FrameContent.IP, read(MACS + header + "45"), header);
        assertEquals(start, reader.packetStart(), header);
    }

    @Test
    void findsThePacketInEachWrapping() {
        assertPacketAt(14, "0800");
        assertPacketAt(14, "86dd");
        assertPacketAt(18, "8100a0640800");
        assertPacketAt(22, "88a800648100000786dd");
        assertPacketAt(22, "91000064910000070800");
        assertPacketAt(22, "0020aaaa030000000800");
        assertPacketAt(22, "0020aaaa030000f80800");
        assertPacketAt(26, "81000001" + "0020aaaa030000000800");
        assertPacketAt(22, "8864" + "110000010020" + "0021");
        assertPacketAt(22, "8864" + "110000010020" + "0057");
        assertPacketAt(26, "0020aaaa03000000" + "81000001" + "0800");
    }

    @Test
    void tellsTheOthersApart() {
        assertEquals(FrameContent.ARP, read(MACS + "0806" + ARP));
        assertEquals(FrameContent.ARP, read(MACS + "81000001" + "0806" + ARP));
        assertEquals(FrameContent.OTHER, read(MACS + "0806" + ARP.substring(2)), "cut short");
        assertEquals(FrameContent.OTHER, read(MACS + "0806" + "0006" + ARP.substring(4)), "another kind of network");
        assertEquals(FrameContent.SPANNING_TREE, read("0180c200000002aabbccdd01" + "0026" + "42420300"));
        assertEquals(FrameContent.OTHER, read(MACS + "0026" + "42420300"), "to anybody else");
        assertEquals(FrameContent.OTHER, read(MACS + "0026" + "aaaa0300000c" + "0800"), "a number of some organisation");
        assertEquals(FrameContent.OTHER, read(MACS + "8864" + "110000010020" + "c021"), "what PPP says of itself");
        assertEquals(FrameContent.OTHER, read(MACS + "8864" + "110900010020" + "0021"), "no session");
        assertEquals(FrameContent.OTHER, read(MACS + "8847" + "0000114045"), "MPLS");
        assertEquals(FrameContent.OTHER, read(MACS + "88cc"));
        assertEquals(FrameContent.OTHER, read(MACS + "8100"));
        assertEquals(FrameContent.OTHER, read(MACS));
        assertEquals(FrameContent.OTHER, read("02"));
        assertEquals(FrameContent.OTHER, read(""));
    }

    @Test
    void readsNothingBehindTheEndOfAnyFrame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[][] words = { { 0x08, 0 }, { (byte) 0x81, 0 }, { (byte) 0x88, (byte) 0xa8 }, { (byte) 0x88, 0x64 }, { 0, 0x20, (byte) 0xaa, (byte) 0xaa, 3 },
                { 0x42, 0x42, 3 }, { 8, 6 }, { 0, 0, 0 }, { 0x11, 0 }, { 0, 0x21 } };
        for (int turn = 0; turn < 200_000; turn++) {
            byte[] frame = new byte[random.nextInt(40)];
            random.nextBytes(frame);
            for (int at = 12; at < frame.length; at += 1 + random.nextInt(4)) {
                byte[] word = words[random.nextInt(words.length)];
                System.arraycopy(word, 0, frame, at, Math.min(word.length, frame.length - at));
            }
            // The segment ends with the frame, so that a byte too far throws.
            FrameContent content = reader.read(MemorySegment.ofArray(frame), 0, frame.length);
            assertTrue(content != FrameContent.IP || reader.packetStart() <= frame.length, () -> "seed " + seed + ": " + Arrays.toString(frame));
        }
    }
}
