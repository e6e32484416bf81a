package org.hopwarden.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {

    private static final IpAddress A4 = IpAddress.parse("192.0.2.1");
    private static final IpAddress B4 = IpAddress.parse("198.51.100.7");
    private static final IpAddress A6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress B6 = IpAddress.parse("2001:db8:7::9");

    private static IpHeader header(boolean v6) {
        return v6 ? IpHeader.of(A6, B6, 61).withTrafficClass(0xb9).withFlowLabel(0x12345)
                : IpHeader.of(A4, B4, 61).withTrafficClass(0xb9).withIdentification(0xbeef).withDontFragment();
    }

    @Test
    void readsAKnownPacket() {
        // An echo request written out by hand along RFC 791 and RFC 792; its checksums are arbitrary.
        PacketView view = PacketView.of(hex("4500001c00010000400157c5c0000201c633640708001234" + "0001e5ca"));
        assertTrue(view.isValid());
        assertEquals(A4, view.source());
        assertEquals(B4, view.destination());
        assertEquals(64, view.ttl());
        assertEquals(IpProtocol.ICMP, view.protocol());
        assertEquals(8, view.icmpType());
        assertEquals(0x1234, view.transportChecksum());
        assertEquals(1, view.icmpIdentifier());
        assertEquals(0xe5ca, view.icmpSequence());
        assertEquals(-1, view.sourcePort());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatIsBuiltIsReadBack(boolean v6) {
        byte[] payload = { 1, 2, 3, 4, 5 };
        PacketView udp = PacketView.of(PacketBuilder.udp(header(v6), 40000, 53, payload));
        assertCommon(udp, v6);
        assertEquals(40000, udp.sourcePort());
        assertEquals(53, udp.destinationPort());
        assertEquals(13, udp.udpLength());
        assertArrayEquals(payload, bytes(udp, udp.payloadOffset()));

        PacketView tcp = PacketView.of(PacketBuilder.tcp(header(v6), 1025, 443, 0xfedcba98L, 0x89abcdefL,
                TcpFlags.SYN | TcpFlags.ACK, 8192, new byte[] { 2, 4, 5, (byte) 0xb4 }, payload));
        assertCommon(tcp, v6);
        assertEquals(0xfedcba98L, tcp.tcpSequence());
        assertEquals(0x89abcdefL, tcp.tcpAcknowledgement());
        assertEquals("SYN,ACK", TcpFlags.text(tcp.tcpFlags()));
        assertEquals(24, tcp.tcpHeaderLength());
        assertEquals(8192, tcp.tcpWindow());
        assertArrayEquals(payload, bytes(tcp, tcp.payloadOffset()));

        PacketView echo = PacketView.of(PacketBuilder.echoRequest(header(v6), 0xabcd, 0xef01, payload));
        assertCommon(echo, v6);
        assertEquals(v6 ? 128 : 8, echo.icmpType());
        assertEquals(0xabcd, echo.icmpIdentifier());
        assertEquals(0xef01, echo.icmpSequence());
        assertFalse(echo.isIcmpError());
    }

    private static void assertCommon(PacketView view, boolean v6) {
        assertTrue(view.isValid());
        assertEquals(v6, view.isV6());
        assertEquals(v6 ? A6 : A4, view.source());
        assertEquals(v6 ? B6 : B4, view.destination());
        assertEquals(61, view.ttl());
        assertEquals(0xb9, view.trafficClass());
        assertEquals(0x2e, view.dscp());
        assertEquals(v6 ? 0x12345 : -1, view.flowLabel());
        assertEquals(v6 ? -1 : 0xbeef, view.identification());
        assertTrue(view.dontFragment());
        assertFalse(view.isFragment());
        assertTrue(view.isHeaderChecksumValid());
        assertTrue(view.isTransportChecksumValid());
        assertFalse(view.isCutShort());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aFlippedBitBreaksAChecksum(boolean v6) {
        byte[] packet = PacketBuilder.udp(header(v6), 4000, 5000, new byte[7]).toArray(ValueLayout.JAVA_BYTE);
        for (int bit = 0; bit < packet.length * 8; bit++) {
            byte[] broken = packet.clone();
            broken[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            PacketView view = PacketView.of(MemorySegment.ofArray(broken));
            int at = bit / 8;
            boolean covered = !v6 || at >= 8 || at == 4 || at == 5 || at == 6;
            boolean noLongerUdp = view.isValid() && !view.isUdp();
            if (covered && view.isValid() && !noLongerUdp && !view.isFragment()) {
                assertFalse(view.isHeaderChecksumValid() && view.isTransportChecksumValid(), "bit " + bit);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void udpTakesAnyWantedChecksum(boolean v6) {
        for (int checksum = 1; checksum <= 0xffff; checksum += 7) {
            PacketView view = PacketView.of(PacketBuilder.udpWithChecksum(header(v6), 33000, 33434, checksum, 12));
            assertEquals(checksum, view.transportChecksum());
            assertTrue(view.isTransportChecksumValid(), "checksum " + checksum);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anErrorQuotesThePacketItIsAbout(boolean v6) {
        PacketView probe = PacketView.of(PacketBuilder.udp(header(v6), 40000, 33434, new byte[1300]));
        IpHeader back = v6 ? IpHeader.of(B6, A6, 64) : IpHeader.of(B4, A4, 64);
        int type = v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED;
        PacketView error = PacketView.of(PacketBuilder.icmpError(back, type, 0, 0, probe));
        assertTrue(error.isIcmpError());
        assertTrue(error.isTransportChecksumValid());
        assertEquals(v6 ? 1280 : 576, error.lengthBytes());
        PacketView quoted = new PacketView();
        assertTrue(error.quote(quoted));
        assertTrue(quoted.isCutShort());
        assertEquals(v6 ? B6 : B4, quoted.destination());
        assertEquals(40000, quoted.sourcePort());
        assertEquals(probe.transportChecksum(), quoted.transportChecksum());
        assertFalse(quoted.isTransportChecksumValid());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void fragmentsAreToldApart(boolean v6) {
        MemorySegment whole = PacketBuilder.udp(header(v6), 40000, 33434, new byte[3000]);
        List<MemorySegment> fragments = PacketBuilder.fragments(whole, 1280, 77);
        assertEquals(3, fragments.size());
        int data = 0;
        for (int i = 0; i < 3; i++) {
            PacketView view = PacketView.of(fragments.get(i));
            assertTrue(view.isValid() && view.isFragment() && view.lengthBytes() <= 1280);
            assertTrue(view.isHeaderChecksumValid());
            assertEquals(data, view.fragmentOffset());
            assertEquals(i > 0, view.isLaterFragment());
            assertEquals(i < 2, view.moreFragments());
            assertEquals(77, view.identification());
            assertEquals(IpProtocol.UDP, view.protocol());
            assertEquals(i == 0 ? 40000 : -1, view.sourcePort());
            data += view.transportLengthBytes();
        }
        assertEquals(3008, data);
    }

    @Test
    void findsTheTransportBehindExtensionHeaders() {
        // hop-by-hop (8 bytes), destination options (16), routing (8), AH (12 + 4), then TCP
        byte[] chain = concat(new byte[] { 60, 0, 1, 4, 0, 0, 0, 0 }, new byte[] { 43, 1, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0 }, new byte[] { 51, 0, 0, 0, 0, 0, 0, 0 }, new byte[] { 6, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
                new byte[] { 0x12, 0x34, 0, 80, 0, 0, 0, 9, 0, 0, 0, 0, 0x50, 2, 0, 0, 0, 0, 0, 0 });
        PacketView view = PacketView.of(PacketBuilder.raw(IpHeader.of(A6, B6, 9), IpProtocol.HOP_BY_HOP, chain));
        assertEquals(IpProtocol.TCP, view.protocol());
        assertEquals(40 + 48, view.transportOffset());
        assertEquals(0x1234, view.sourcePort());
        assertEquals(9, view.tcpSequence());
        for (int cut = 41; cut < view.lengthBytes(); cut++) {
            PacketView shorter = PacketView.of(view.segment().asSlice(0, cut));
            assertTrue(shorter.isValid());
            assertTrue(shorter.transportOffset() <= cut);
            assertEquals(-1, shorter.tcpFlags() >= 0 && cut < 40 + 48 + 14 ? 0 : -1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 32, 33, 180, 8100 })
    void findsTheTransportHoweverManyHeadersStandBeforeIt(int headers) {
        byte[] chain = new byte[headers * 8 + 8];
        for (int i = 0; i < headers; i++) {
            // Destination options: four bytes of padding.
            chain[i * 8] = (byte) (i + 1 < headers ? IpProtocol.DESTINATION_OPTIONS : IpProtocol.UDP);
            chain[i * 8 + 2] = 1;
            chain[i * 8 + 3] = 4;
        }
        chain[headers * 8 + 3] = 53;
        PacketView view = PacketView.of(PacketBuilder.raw(IpHeader.of(A6, B6, 9), IpProtocol.DESTINATION_OPTIONS, chain));
        assertEquals(IpProtocol.UDP, view.protocol());
        assertEquals(53, view.destinationPort());
    }

    @Test
    void readsAnyBytesWithoutHarm() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PacketView view = new PacketView();
        PacketView quoted = new PacketView();
        int rounds = Boolean.getBoolean("hopwarden.full") ? 2_000_000 : 200_000;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = new byte[random.nextInt(140)];
            random.nextBytes(bytes);
            if (bytes.length > 9 && random.nextInt(4) > 0) {
                bytes[0] = (byte) (random.nextBoolean() ? 0x60 : 0x45);
                bytes[6] = (byte) List.of(0, 43, 44, 51, 60, 58, 6).get(random.nextInt(7)).intValue();
                bytes[9] = (byte) List.of(1, 6, 17, 58).get(random.nextInt(4)).intValue();
                if (random.nextBoolean()) {
                    bytes[2] = 0;
                    bytes[4] = 0;
                    bytes[3] = (byte) bytes.length;
                }
            }
            try {
                if (view.wrap(MemorySegment.ofArray(bytes), 0, bytes.length)) {
                    touchAll(view);
                    if (view.quote(quoted)) {
                        touchAll(quoted);
                    }
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + HexFormat.of().formatHex(bytes), e);
            }
        }
    }

    private static void touchAll(PacketView view) {
        assertTrue(view.lengthBytes() >= 0 && view.transportOffset() <= view.lengthBytes());
        view.toString();
        view.statedLengthBytes();
        view.identification();
        view.tcpSequence();
        view.tcpAcknowledgement();
        view.tcpFlags();
        view.tcpHeaderLength();
        view.tcpWindow();
        view.udpLength();
        view.icmpIdentifier();
        view.icmpSequence();
        view.icmpMtu();
        view.payloadOffset();
        view.isHeaderChecksumValid();
        view.isTransportChecksumValid();
    }

    @Test
    void aChecksumIsUpdatedAsIfItWereMadeAnew() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[20];
            random.nextBytes(bytes);
            MemorySegment words = MemorySegment.ofArray(bytes);
            int before = Checksum.of(words, 0, 20);
            int old = words.get(Headers.SHORT, 8) & 0xffff;
            int changed = random.nextInt(0x10000);
            words.set(Headers.SHORT, 8, (short) changed);
            assertEquals(Checksum.of(words, 0, 20), Checksum.update(before, old, changed));
        }
    }

    @Test
    void anOddLastByteCountsAsTheUpperHalf() {
        for (int length = 1; length < 40; length++) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            long sum = 0;
            for (int i = 0; i < length; i++) {
                sum += (long) (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
            }
            assertEquals((int) (~(sum % 0xffff) & 0xffff) % 0xffff,
                    Checksum.of(MemorySegment.ofArray(bytes), 0, length) % 0xffff, "length " + length);
        }
    }

    private static byte[] bytes(PacketView view, int from) {
        return view.segment().asSlice(view.base() + from, view.lengthBytes() - from).toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] concat(byte[]... parts) {
        byte[] all = {};
        for (byte[] part : parts) {
            int at = all.length;
            all = java.util.Arrays.copyOf(all, at + part.length);
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }

    private static MemorySegment hex(String text) {
        return MemorySegment.ofArray(HexFormat.of().parseHex(text));
    }
}
