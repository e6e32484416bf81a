package org.hopwarden.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;

/**
 * Writes packets into one buffer: whole ones, first and later fragments, cut short anywhere, with IPv4 options and IPv6
 * extension headers, of all protocols, with lengths that lie, and now and then bytes that are no packet.
 */
final class RandomPackets {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int[] PROTOCOLS = { IpProtocol.TCP, IpProtocol.TCP, IpProtocol.TCP, IpProtocol.UDP,
            IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMP, IpProtocol.ICMPV6, IpProtocol.SCTP, IpProtocol.UDP_LITE,
            IpProtocol.GRE, IpProtocol.ESP, 0, 255 };
    private static final int[] EXTENSIONS = { IpProtocol.HOP_BY_HOP, IpProtocol.ROUTING, IpProtocol.DESTINATION_OPTIONS,
            IpProtocol.AH, IpProtocol.MOBILITY };

    private final RandomGenerator random;
    private final RandomPolicies.Pool pool;
    private final byte[] bytes = new byte[256];
    private final MemorySegment segment = MemorySegment.ofArray(bytes);
    private final PacketView view = new PacketView();
    private int length;

    RandomPackets(RandomGenerator random, RandomPolicies.Pool pool) {
        this.random = random;
        this.pool = pool;
    }

    static int protocol(RandomGenerator random) {
        return random.nextInt(12) == 0 ? random.nextInt(256) : PROTOCOLS[random.nextInt(PROTOCOLS.length)];
    }

    static int icmpType(RandomGenerator random) {
        return random.nextInt(4) == 0 ? random.nextInt(256) : new int[] { 0, 3, 8, 11, 128, 129, 1, 2 }[random.nextInt(8)];
    }

    /** The next packet; the view stays valid until the one after. */
    PacketView next() {
        if (random.nextInt(100) == 0) {
            random.nextBytes(bytes);
            length = random.nextInt(60);
        } else if (random.nextInt(3) > 0) {
            v4();
        } else {
            v6();
        }
        if (random.nextInt(10) == 0) {
            length = random.nextInt(length + 1);
        }
        view.wrap(segment, 0, length);
        return view;
    }

    /** A copy of the bytes of the last packet. */
    byte[] lastBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void v4() {
        int header = random.nextInt(6) == 0 ? 20 + 4 * random.nextInt(11) : 20;
        int protocol = protocol(random);
        bytes[0] = (byte) (0x40 | header / 4);
        bytes[1] = (byte) random.nextInt(256);
        bytes[8] = (byte) random.nextInt(256);
        bytes[9] = (byte) protocol;
        segment.set(SHORT, 6, (short) (random.nextInt(4) == 0 ? 0x4000 : fragmentField()));
        address(IpVersion.V4).write(segment, 12);
        address(IpVersion.V4).write(segment, 16);
        for (int i = 20; i < header; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        length = transport(header, protocol);
        segment.set(SHORT, 2, (short) lie(length));
    }

    private void v6() {
        bytes[0] = 0x60;
        bytes[1] = 0;
        bytes[7] = 64;
        address(IpVersion.V6).write(segment, 8);
        address(IpVersion.V6).write(segment, 24);
        int at = 40;
        int nextAt = 6;
        for (int n = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; n > 0; n--) {
            int kind = EXTENSIONS[random.nextInt(EXTENSIONS.length)];
            bytes[nextAt] = (byte) kind;
            int units = random.nextInt(3);
            for (int i = 0; i < 24; i++) {
                bytes[at + i] = 0;
            }
            bytes[at + 1] = (byte) units;
            nextAt = at;
            at += kind == IpProtocol.AH ? (units + 2) * 4 : (units + 1) * 8;
        }
        if (random.nextInt(3) == 0) {
            bytes[nextAt] = IpProtocol.FRAGMENT;
            int field = fragmentField();
            bytes[at + 1] = 0;
            segment.set(SHORT, at + 2, (short) ((field & 0x1fff) << 3 | (field & 0x2000) >>> 13));
            segment.set(INT, at + 4, random.nextInt());
            nextAt = at;
            at += 8;
        }
        int protocol = protocol(random);
        bytes[nextAt] = (byte) protocol;
        length = transport(at, protocol);
        segment.set(SHORT, 4, (short) lie(length - 40));
    }

    private int lie(int actual) {
        return random.nextInt(30) == 0 ? random.nextInt(actual + 20) : random.nextInt(30) == 0 ? 0 : actual;
    }

    /** Whole, first, later or last, in the layout of IPv4. */
    private int fragmentField() {
        return switch (random.nextInt(8)) {
            case 0 -> 0x2000;
            case 1 -> 0x2000 | 1 + random.nextInt(0x1fff);
            case 2 -> 1 + random.nextInt(0x1fff);
            default -> 0;
        };
    }

    private int transport(int at, int protocol) {
        int size = 8 + random.nextInt(33);
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) random.nextInt(256);
        }
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            bytes[at] = (byte) icmpType(random);
            bytes[at + 1] = (byte) (random.nextInt(6) == 0 ? random.nextInt(256) : random.nextInt(4));
        } else {
            segment.set(SHORT, at, (short) pool.port(random));
            segment.set(SHORT, at + 2, (short) pool.port(random));
        }
        return at + size;
    }

    private IpAddress address(IpVersion version) {
        IpAddress address = pool.address(random, version);
        if (random.nextInt(3) > 0) {
            return address;
        }
        return version == IpVersion.V4 ? IpAddress.v4((int) address.low() + random.nextInt(3) - 1)
                : IpAddress.v6(address.high(), address.low() ^ 1L << random.nextInt(64));
    }
}
