package org.hopwarden.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.hopwarden.net.InterfaceInfo.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcmpExtensionsTest {

    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.1");
    private static final IpAddress HOST = IpAddress.parse("192.0.2.2");
    private static final IpAddress ROUTER6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress HOST6 = IpAddress.parse("2001:db8::2");

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] object(int classNumber, int type, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(body.length + 4 >> 8, body.length + 4, classNumber, type));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] structure(byte[]... objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0x20, 0, 0, 0));
        for (byte[] object : objects) {
            out.writeBytes(object);
        }
        byte[] whole = out.toByteArray();
        int checksum = Checksum.of(MemorySegment.ofArray(whole), 0, whole.length);
        whole[2] = (byte) (checksum >>> 8);
        whole[3] = (byte) checksum;
        return whole;
    }

    /** @param stated whether the length of the quote stands in the message, as RFC 4884 asks */
    private static byte[] error(boolean v6, boolean stated, int quoteBytes, byte[] structure) {
        byte[] probe = (v6 ? PacketBuilder.udp(IpHeader.of(HOST6, ROUTER6, 1), 1, 2, new byte[40])
                : PacketBuilder.udp(IpHeader.of(HOST, ROUTER, 1), 1, 2, new byte[40])).toArray(Headers.BYTE);
        byte[] body = Arrays.copyOf(probe, quoteBytes + structure.length);
        Arrays.fill(body, Math.min(probe.length, quoteBytes), quoteBytes, (byte) 0);
        System.arraycopy(structure, 0, body, quoteBytes, structure.length);
        int words = stated ? quoteBytes / (v6 ? 8 : 4) : 0;
        MemorySegment packet = v6
                ? PacketBuilder.icmp(IpHeader.of(ROUTER6, HOST6, 60), IcmpType.V6_TIME_EXCEEDED, 0, words << 24, MemorySegment.ofArray(body))
                : PacketBuilder.icmp(IpHeader.of(ROUTER, HOST, 60), IcmpType.TIME_EXCEEDED, 0, words << 16, MemorySegment.ofArray(body));
        return packet.toArray(Headers.BYTE);
    }

    private static IcmpExtensions read(byte[] error) {
        return IcmpExtensions.of(PacketView.of(MemorySegment.ofArray(error)));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void labelsAndInterfacesAreRead(boolean v6) {
        MplsLabel outer = new MplsLabel(0xabcde, 7, false, 255);
        byte[] mpls = object(1, 1, bytes(0xab, 0xcd, 0xee, 0xff, 0, 1, 1, 1));
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(bytes(0, 0, 0, 9));
        info.writeBytes(bytes(0, 1, 0, 0, 198, 51, 100, 7));
        info.writeBytes(bytes(8));
        info.writeBytes("eth1".getBytes(StandardCharsets.UTF_8));
        info.writeBytes(bytes(0, 0, 0));
        info.writeBytes(bytes(0, 0, 0x05, 0xdc));
        byte[] named = object(2, 0x80 | 0x0f, info.toByteArray());
        for (boolean stated : new boolean[] { true, false }) {
            IcmpExtensions read = read(error(v6, stated, 128, structure(mpls, object(77, 3, bytes(1, 2, 3, 4)), named)));
            assertEquals(List.of(outer, new MplsLabel(16, 0, true, 1)), read.labels());
            assertEquals(List.of(new InterfaceInfo(Role.OUTGOING, 9, Optional.of(IpAddress.parse("198.51.100.7")), "eth1", 1500)),
                    read.interfaces());
        }
        assertEquals(0xabcdeeff, outer.word());
    }

    @Test
    void theQuoteEndsWhereTheExtensionStarts() {
        byte[] error = error(false, true, 128, structure(object(1, 1, bytes(0, 1, 1, 1))));
        PacketView quoted = new PacketView();
        assertTrue(PacketView.of(MemorySegment.ofArray(error)).quote(quoted));
        assertEquals(68, quoted.lengthBytes(), "of the packet itself, not its padding");
    }

    @Test
    void anAddressOfIpv6AndAnEmptyInterface() {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(bytes(0, 2, 0, 0));
        info.writeBytes(bytes(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5));
        IcmpExtensions read = read(error(true, true, 128, structure(object(2, 0x04, info.toByteArray()), object(2, 0xc0, bytes()))));
        assertEquals(List.of(new InterfaceInfo(Role.INCOMING, -1, Optional.of(IpAddress.parse("2001:db8::5")), "", -1),
                new InterfaceInfo(Role.NEXT_HOP, -1, Optional.empty(), "", -1)), read.interfaces());
    }

    @Test
    void aWrongVersionOrChecksumIsNoExtension() {
        byte[] good = error(false, true, 128, structure(object(1, 1, bytes(0, 1, 1, 1))));
        assertEquals(1, read(good).labels().size());
        byte[] version = good.clone();
        version[20 + 8 + 128] = 0x10;
        assertEquals(IcmpExtensions.NONE, read(version));
        byte[] checksum = good.clone();
        checksum[20 + 8 + 128 + 2] ^= 1;
        assertEquals(IcmpExtensions.NONE, read(checksum));
    }

    @Test
    void aNameCannotDoAnythingToATerminal() {
        byte[] info = bytes(8, 27, '[', '2', 'J', 'x', 0, 0);
        IcmpExtensions read = read(error(false, true, 128, structure(object(2, 0x02, info))));
        assertEquals("?[2Jx", read.interfaces().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void damagedBytesThrowNothing(boolean v6) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 500_000 : 20_000;
        PacketView view = new PacketView();
        for (int round = 0; round < rounds; round++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            byte[] error = error(v6, random.nextBoolean(), 128, structure(object(1 + random.nextInt(2), random.nextInt(256), noise)));
            byte[] cut = Arrays.copyOf(error, error.length - (random.nextBoolean() ? 0 : random.nextInt(error.length)));
            if (view.wrap(MemorySegment.ofArray(cut), 0, cut.length)) {
                IcmpExtensions read = IcmpExtensions.of(view);
                assertTrue(read.labels().size() <= 10 && read.interfaces().size() <= 1, "seed " + seed);
            }
        }
    }
}
