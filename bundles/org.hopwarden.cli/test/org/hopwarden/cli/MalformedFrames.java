package org.hopwarden.cli;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;

/**
 * Ethernet frames whose packets are wrong in every way that a header can be: cut anywhere, with lengths that lie, odd chains of extension
 * headers, fragments that cannot be, tags on tags, flipped bits, and bytes without any sense. Some are right, and some of all are such as
 * {@link FaultPolicy} allows.
 */
final class MalformedFrames {

    static final IpAddress SOURCE_V4 = IpAddress.parse("10.9.0.2");
    static final IpAddress SOURCE_V6 = IpAddress.parse("fd09::2");

    private static final int ETHERNET_BYTES = 14;
    private static final int V6_BYTES = 40;
    private static final int LONGEST = 1500;
    private static final int[] EXTENSIONS = { IpProtocol.HOP_BY_HOP, IpProtocol.ROUTING, IpProtocol.FRAGMENT, IpProtocol.DESTINATION_OPTIONS,
            IpProtocol.AH, IpProtocol.MOBILITY, 59, 139, 140, 253 };

    private final Random random;
    private final byte[] macs;
    private final Ends ends;

    /** Whose packets they are. */
    enum Ends {
        /** From the one end to the other. */
        THROUGH,
        /** Also to the host between them. */
        TO_HOST,
        /** From that host. */
        FROM_HOST
    }

    /** @param macs the first 12 bytes of each frame: to whom and from whom */
    MalformedFrames(long seed, byte[] macs, Ends ends) {
        random = new Random(seed);
        this.macs = macs.clone();
        this.ends = ends;
    }

    byte[] next() {
        byte[] packet = nextPacket();
        return frame(packet, packet.length > 0 && (packet[0] & 0xf0) == 0x60);
    }

    /** Without a frame around it. */
    byte[] nextPacket() {
        byte[] packet = packet();
        boolean v6 = packet.length > 0 && (packet[0] & 0xf0) == 0x60;
        for (int n = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); n > 0 && packet.length > 0; n--) {
            packet = v6 && random.nextBoolean() ? wrongV6(packet) : wrong(packet, v6);
        }
        return packet;
    }

    /** A right one. */
    private byte[] packet() {
        boolean v6 = random.nextInt(3) == 0;
        IpHeader ip = IpHeader.of(source(v6), IpAddress.parse(destination(v6)), 2 + random.nextInt(254)).withIdentification(random.nextInt(1 << 16));
        byte[] payload = new byte[random.nextInt(8) == 0 ? random.nextInt(1400) : random.nextInt(40)];
        int port = random.nextInt(3) > 0 ? FaultPolicy.ALLOWED_PORT : random.nextBoolean() ? FaultPolicy.DENIED_PORT
                : random.nextBoolean() ? 8_000 + random.nextInt(2_000) : random.nextInt(1 << 16);
        MemorySegment packet = switch (random.nextInt(5)) {
            case 0, 1 -> PacketBuilder.udp(ip, random.nextInt(1 << 16), port, payload);
            case 2 -> PacketBuilder.tcp(ip, random.nextInt(1 << 16), port, random.nextInt(), random.nextInt(), random.nextInt(256), 1000,
                    new byte[4 * random.nextInt(11)], payload);
            case 3 -> PacketBuilder.echoRequest(ip, random.nextInt(1 << 16), random.nextInt(1 << 16), payload);
            default -> PacketBuilder.raw(ip, random.nextInt(256), payload);
        };
        return Arrays.copyOf(packet.toArray(ValueLayout.JAVA_BYTE), Math.min(LONGEST, (int) packet.byteSize()));
    }

    private String any(List<String> hosts) {
        return hosts.get(random.nextInt(hosts.size()));
    }

    private IpAddress source(boolean v6) {
        return ends != Ends.FROM_HOST ? v6 ? SOURCE_V6 : SOURCE_V4 : IpAddress.parse(any(v6 ? FaultPolicy.HOST_V6 : FaultPolicy.HOST_V4));
    }

    private String destination(boolean v6) {
        if (ends == Ends.TO_HOST && random.nextInt(3) > 0) {
            return any(v6 ? FaultPolicy.HOST_V6 : FaultPolicy.HOST_V4);
        }
        boolean forbidden = random.nextInt(4) == 0;
        return v6 ? forbidden ? FaultPolicy.FORBIDDEN_V6 : FaultPolicy.FAR_V6 : forbidden ? FaultPolicy.FORBIDDEN_V4 : FaultPolicy.FAR_V4;
    }

    private byte[] wrong(byte[] packet, boolean v6) {
        int lengthAt = v6 ? 4 : 2;
        switch (random.nextInt(9)) {
            case 0 -> {
                return Arrays.copyOf(packet, random.nextInt(packet.length + 1));
            }
            case 1 -> put(packet, lengthAt, random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(17)));
            case 2 -> packet[0] = (byte) (packet[0] & 0xf0 | random.nextInt(16));
            case 3 -> packet[0] = (byte) random.nextInt(256);
            case 4 -> {
                // In IPv4 the fragment's field: as far behind as it goes, with more to come, or with bits that are reserved.
                put(packet, 6, random.nextInt(3) == 0 ? 0x3fff : random.nextInt(1 << 16));
            }
            case 5 -> {
                for (int i = 1 + random.nextInt(8); i > 0; i--) {
                    packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 6 -> {
                // The first fragment ends inside the transport header.
                byte[] tiny = Arrays.copyOf(packet, Math.min(packet.length, (v6 ? V6_BYTES : 20) + 8 * random.nextInt(2)));
                put(tiny, lengthAt, v6 ? Math.max(0, tiny.length - V6_BYTES) : tiny.length);
                put(tiny, 6, v6 ? IpProtocol.FRAGMENT << 8 | 64 : 0x2000);
                return tiny;
            }
            case 7 -> random.nextBytes(packet);
            default -> {
                int transport = v6 ? V6_BYTES : 20;
                for (int at = transport; at < Math.min(packet.length, transport + 20); at++) {
                    if (random.nextInt(3) == 0) {
                        packet[at] = (byte) random.nextInt(256);
                    }
                }
            }
        }
        return packet;
    }

    /** Up to 40 extension headers behind the fixed one, with lengths that may lie. */
    private byte[] wrongV6(byte[] packet) {
        if (packet.length < V6_BYTES) {
            return packet;
        }
        int count = random.nextInt(5) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(4);
        byte[] grown = new byte[V6_BYTES + 32 * count + packet.length];
        System.arraycopy(packet, 0, grown, 0, V6_BYTES);
        byte last = packet[6];
        int nextAt = 6;
        int at = V6_BYTES;
        for (int i = 0; i < count; i++) {
            int kind = EXTENSIONS[random.nextInt(EXTENSIONS.length)];
            grown[nextAt] = (byte) kind;
            int units = random.nextInt(3);
            boolean fragment = kind == IpProtocol.FRAGMENT;
            if (fragment) {
                put(grown, at + 2, random.nextInt(3) == 0 ? 1 : random.nextInt(1 << 16));
            } else {
                grown[at + 1] = (byte) (random.nextInt(12) == 0 ? random.nextInt(256) : units);
            }
            nextAt = at;
            at += fragment ? 8 : kind == IpProtocol.AH ? (units + 2) * 4 : (units + 1) * 8;
        }
        grown[nextAt] = last;
        System.arraycopy(packet, V6_BYTES, grown, at, packet.length - V6_BYTES);
        int length = Math.min(LONGEST, at + packet.length - V6_BYTES);
        if (random.nextInt(4) > 0) {
            put(grown, 4, length - V6_BYTES);
        }
        return Arrays.copyOf(grown, length);
    }

    private static void put(byte[] packet, int at, int value) {
        if (at + 1 < packet.length) {
            packet[at] = (byte) (value >>> 8);
            packet[at + 1] = (byte) value;
        }
    }

    private byte[] frame(byte[] packet, boolean v6) {
        int tags = random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0;
        // A tag with less than two bytes behind it is dropped by the kernel before anybody sees or counts it.
        byte[] frame = new byte[ETHERNET_BYTES + 4 * tags + (tags > 0 ? Math.max(2, packet.length) : packet.length)];
        System.arraycopy(macs, 0, frame, 0, macs.length);
        int at = macs.length;
        for (int i = 0; i < tags; i++) {
            put(frame, at, random.nextBoolean() ? 0x8100 : 0x88a8);
            put(frame, at + 2, random.nextInt(1 << 16));
            at += 4;
        }
        // Now and then the frame says the other version, or something else altogether.
        int type = random.nextInt(30) == 0 ? v6 ? 0x0800 : 0x86dd : v6 ? 0x86dd : 0x0800;
        put(frame, at, random.nextInt(200) == 0 ? 0x9000 + random.nextInt(1 << 12) : type);
        System.arraycopy(packet, 0, frame, at + 2, packet.length);
        return frame;
    }
}
