package org.hopwarden.cli.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/**
 * Makes packets that can meet a filter: whole ones and fragments, of all directions, interfaces, marks, protocols, lengths, odd
 * TCP flags and ICMP types, from a small stock of addresses and ports that rules are made from too. Their headers are whole and
 * their lengths true, for the kernel throws others away by itself.
 */
public final class RandomHookPackets {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int[] PROTOCOLS = { IpProtocol.TCP, IpProtocol.TCP, IpProtocol.TCP, IpProtocol.TCP, IpProtocol.UDP,
            IpProtocol.UDP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMP, IpProtocol.SCTP, IpProtocol.UDP_LITE,
            IpProtocol.GRE, IpProtocol.ESP };
    private static final int[] TYPES = { 0, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14 };
    private static final int[] V6_TYPES = { 1, 2, 3, 4, 128, 129, 133, 134, 135, 136 };
    private static final int[] TTLS = { 2, 63, 64, 65, 128, 254 };
    private static final int[] DSCPS = { 0, 0, 8, 10, 46, 63 };

    private final RandomGenerator random;
    private final List<Integer> ports = new ArrayList<>();
    private final List<IpAddress> v4 = new ArrayList<>();
    private final List<IpAddress> v6 = new ArrayList<>();

    /** Which packets are wanted. */
    public enum Wanted {
        V4, V6, BOTH;

        IpVersion of(RandomGenerator random) {
            return this == V4 || this == BOTH && random.nextBoolean() ? IpVersion.V4 : IpVersion.V6;
        }
    }

    /** Chooses the stock. */
    public RandomHookPackets(RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < 6; i++) {
            v4.add(IpAddress.v4(0xc000_0200 | random.nextInt(256)));
            v4.add(IpAddress.v4(0x0a00_0000 | random.nextInt(1 << 16)));
            v6.add(IpAddress.v6(0x2001_0db8_0000_0000L | random.nextInt(4), random.nextInt(1 << 16)));
        }
        ports.addAll(List.of(22, 53, 80, 443, 1023, 1024, 33434, 65535));
        for (int i = 0; i < 4; i++) {
            ports.add(random.nextInt(65536));
        }
    }

    /** An address of the stock. */
    public IpAddress address(IpVersion version) {
        List<IpAddress> stock = version == IpVersion.V4 ? v4 : v6;
        return stock.get(random.nextInt(stock.size()));
    }

    /** A port of the stock. */
    public int port() {
        return ports.get(random.nextInt(ports.size()));
    }

    /** A protocol that packets have. */
    public int protocol(IpVersion version) {
        int protocol = random.nextInt(20) == 0 ? 100 + random.nextInt(30) : pick(PROTOCOLS);
        return protocol == IpProtocol.ICMP && version == IpVersion.V6 ? IpProtocol.ICMPV6 : protocol;
    }

    /** A type of ICMP or ICMPv6. */
    public int icmpType(IpVersion version) {
        return random.nextInt(8) == 0 ? random.nextInt(256) : pick(version == IpVersion.V4 ? TYPES : V6_TYPES);
    }

    /** A TTL at the hook. */
    public int ttl() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(254) : pick(TTLS);
    }

    public int dscp() {
        return random.nextInt(4) == 0 ? random.nextInt(64) : pick(DSCPS);
    }

    public int mark() {
        return KernelHost.MARKS.get(random.nextInt(KernelHost.MARKS.size()));
    }

    public String interfaceName() {
        return KernelHost.INTERFACES.get(random.nextInt(KernelHost.INTERFACES.size()));
    }

    public List<HookPacket> next(int count, Wanted wanted) {
        List<HookPacket> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            packets.add(next(wanted.of(random)));
        }
        return packets;
    }

    /** The next packet. */
    public HookPacket next(IpVersion version) {
        Direction direction = Direction.values()[random.nextInt(Direction.values().length)];
        byte[] bytes = version == IpVersion.V4 ? v4() : v6();
        return new HookPacket(direction, direction == Direction.OUT ? "" : interfaceName(),
                direction == Direction.IN ? "" : interfaceName(), random.nextBoolean() ? 0 : mark(), bytes);
    }

    private byte[] v4() {
        byte[] bytes = new byte[1400];
        MemorySegment segment = MemorySegment.ofArray(bytes);
        // Options that say nothing: the kernel looks at others.
        int header = random.nextInt(8) == 0 ? 20 + 4 * random.nextInt(11) : 20;
        for (int i = 20; i < header; i++) {
            bytes[i] = 1;
        }
        int protocol = protocol(IpVersion.V4);
        bytes[0] = (byte) (0x40 | header / 4);
        bytes[1] = (byte) (dscp() << 2 | random.nextInt(2));
        int field = fragmentField();
        segment.set(SHORT, 6, (short) (field == 0 && random.nextBoolean() ? 0x4000 : field));
        bytes[8] = (byte) ttl();
        bytes[9] = (byte) protocol;
        address(IpVersion.V4).write(segment, 12);
        address(IpVersion.V4).write(segment, 16);
        return cut(segment, header, 2, 0, header, protocol, field);
    }

    private byte[] v6() {
        byte[] bytes = new byte[1400];
        MemorySegment segment = MemorySegment.ofArray(bytes);
        int dscp = dscp();
        bytes[0] = (byte) (0x60 | dscp >>> 2);
        bytes[1] = (byte) (dscp << 6);
        bytes[7] = (byte) ttl();
        address(IpVersion.V6).write(segment, 8);
        address(IpVersion.V6).write(segment, 24);
        int at = 40;
        int nextAt = 6;
        if (random.nextInt(8) == 0) {
            bytes[nextAt] = IpProtocol.DESTINATION_OPTIONS;
            // PadN over the whole header
            bytes[at + 2] = 1;
            bytes[at + 3] = 4;
            nextAt = at;
            at += 8;
        }
        int field = fragmentField();
        if (field != 0) {
            bytes[nextAt] = IpProtocol.FRAGMENT;
            segment.set(SHORT, at + 2, (short) ((field & 0x1fff) << 3 | (field & 0x2000) >>> 13));
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, at + 4, random.nextInt());
            nextAt = at;
            at += 8;
        }
        int protocol = protocol(IpVersion.V6);
        bytes[nextAt] = (byte) protocol;
        return cut(segment, at, 4, 40, 40, protocol, field);
    }

    /** Whole, first, middle or last, in the layout of IPv4. None starts at 8, where the kernel sees an attack on TCP. */
    private int fragmentField() {
        return switch (random.nextInt(10)) {
            case 0 -> 0x2000;
            case 1 -> 0x2000 | 2 + random.nextInt(100);
            case 2 -> 2 + random.nextInt(100);
            default -> 0;
        };
    }

    private byte[] cut(MemorySegment segment, int at, int lengthAt, int lengthFrom, int ipHeader, int protocol, int field) {
        int size = 24 + 8 * random.nextInt(random.nextInt(5) == 0 ? 150 : 8);
        byte[] all = (byte[]) segment.heapBase().orElseThrow();
        for (int i = 0; i < size; i++) {
            all[at + i] = (byte) random.nextInt(256);
        }
        boolean first = (field & 0x1fff) == 0;
        if (first && (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6)) {
            all[at] = (byte) icmpType(ipHeader == 40 && protocol == IpProtocol.ICMPV6 ? IpVersion.V6 : IpVersion.V4);
            all[at + 1] = (byte) random.nextInt(4);
        } else if (first && IpProtocol.hasPorts(protocol)) {
            segment.set(SHORT, at, (short) port());
            segment.set(SHORT, at + 2, (short) port());
        }
        if (first && protocol == IpProtocol.TCP) {
            all[at + 12] = 0x50;
            all[at + 13] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256)
                    : new int[] { 0x02, 0x12, 0x10, 0x18, 0x11, 0x04, 0x14 }[random.nextInt(7)]);
        }
        if (first && (protocol == IpProtocol.UDP || protocol == IpProtocol.UDP_LITE)) {
            segment.set(SHORT, at + 4, (short) (protocol == IpProtocol.UDP ? size : 8));
        }
        segment.set(SHORT, lengthAt, (short) (at + size - lengthFrom));
        return java.util.Arrays.copyOf(all, at + size);
    }

    private int pick(int[] numbers) {
        return numbers[random.nextInt(numbers.length)];
    }
}
