package org.hopwarden.enforce;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Random packets of a few hosts west and east of a router: conversations that go well, and all that can go wrong with them. */
final class StatePackets {

    /** Packets that set out with it are dropped by the router. */
    static final int DROPPED_TTL = 99;

    private static final int MOST_REMEMBERED = 40;
    private static final int[] WINDOWS = { 0, 1, 512, 8_192, 65_535 };

    /** @param west whether it comes in at the west */
    record Packet(MemorySegment bytes, boolean west, boolean dropped) {
    }

    private final Random random;
    private final boolean wild;
    private final List<Tcp> connections = new ArrayList<>();
    private final List<Packet> sent = new ArrayList<>();
    private int number;

    private static final class Tcp {

        private IpVersion version;
        private int west;
        private int east;
        private int westPort;
        private int eastPort;
        /** Of west and east. */
        private final int[] next = new int[2];
        private int stage;
        private int opener;
    }

    /** @param wild whether segments that open or reset a connection can have any numbers and come at any time */
    StatePackets(long seed, boolean wild) {
        this.wild = wild;
        random = new Random(seed);
        for (IpVersion version : IpVersion.values()) {
            for (int i = 0; i < 12; i++) {
                Tcp tcp = new Tcp();
                tcp.version = version;
                tcp.west = 1 + i % 2;
                tcp.east = 1 + i / 2 % 2;
                tcp.westPort = 40_000 + i;
                tcp.eastPort = 80 + i % 3;
                connections.add(tcp);
            }
        }
    }

    private static IpAddress address(IpVersion version, boolean west, int host) {
        String text = version == IpVersion.V4 ? (west ? "10.8.1." : "10.8.2.") : west ? "fd08:1::" : "fd08:2::";
        return IpAddress.parse(text + host);
    }

    /** Each carries its number, counted from 1: as its identification in IPv4, as its flow label in IPv6. */
    Packet next() {
        number++;
        int choice = random.nextInt(100);
        Packet packet = choice < 62 ? tcp() : choice < 72 ? udp() : choice < 82 ? query() : choice < 96 ? error() : other();
        sent.add(packet);
        if (sent.size() > MOST_REMEMBERED) {
            sent.removeFirst();
        }
        return packet;
    }

    int number() {
        return number;
    }

    private IpHeader header(IpVersion version, boolean fromWest, int west, int east) {
        int ttl = random.nextInt(12) == 0 ? DROPPED_TTL : 64;
        return new IpHeader(address(version, fromWest, fromWest ? west : east), address(version, !fromWest, fromWest ? east : west),
                ttl, 0, version == IpVersion.V4 ? number : 0, false, version == IpVersion.V6 ? number : 0);
    }

    private Packet packet(IpHeader ip, boolean west, MemorySegment bytes) {
        return new Packet(bytes, west, ip.ttl() == DROPPED_TTL);
    }

    private int any(int... values) {
        return values[random.nextInt(values.length)];
    }

    private Packet tcp() {
        Tcp tcp = connections.get(random.nextInt(connections.size()));
        int opener = tcp.opener;
        int side = random.nextInt(4) == 0 ? 1 - opener : opener;
        int flags = TcpFlags.ACK;
        int stage = tcp.stage;
        switch (stage) {
            case 0 -> {
                tcp.opener = random.nextInt(8) == 0 ? 1 : 0;
                side = tcp.opener;
                flags = TcpFlags.SYN;
                tcp.next[0] = random.nextInt();
                tcp.next[1] = random.nextInt();
                tcp.stage = 1;
            }
            case 1 -> {
                side = 1 - opener;
                flags = TcpFlags.SYN | TcpFlags.ACK;
                tcp.stage = 2;
                switch (random.nextInt(10)) {
                    case 0 -> {
                        flags = TcpFlags.SYN;
                        tcp.stage = 1;
                    }
                    case 1 -> {
                        flags = TcpFlags.RST | TcpFlags.ACK;
                        tcp.stage = 0;
                    }
                    default -> {
                        // As it should be.
                    }
                }
            }
            case 2 -> {
                side = opener;
                tcp.stage = 3;
            }
            case 3 -> {
                side = random.nextInt(2);
                int what = random.nextInt(10);
                if (what == 0) {
                    flags = TcpFlags.RST | (random.nextBoolean() ? TcpFlags.ACK : 0);
                    tcp.stage = random.nextInt(3) == 0 ? 3 : 0;
                } else if (what < 4) {
                    flags = TcpFlags.FIN | TcpFlags.ACK;
                    tcp.stage = 4;
                }
            }
            default -> {
                side = random.nextInt(2);
                flags = random.nextBoolean() ? TcpFlags.ACK : TcpFlags.FIN | TcpFlags.ACK;
                tcp.stage = random.nextInt(3) == 0 ? 0 : stage + 1;
                if (stage > 8) {
                    tcp.stage = 0;
                }
            }
        }
        if (random.nextInt(7) == 0) {
            flags = !wild ? any(TcpFlags.ACK, TcpFlags.FIN | TcpFlags.ACK, TcpFlags.ACK | TcpFlags.PSH, 0, TcpFlags.FIN,
                    TcpFlags.SYN | TcpFlags.FIN, TcpFlags.SYN | TcpFlags.RST, 0xff)
                    : random.nextBoolean() ? random.nextInt(256) : any(TcpFlags.SYN, TcpFlags.ACK, TcpFlags.RST,
                            TcpFlags.RST | TcpFlags.ACK, TcpFlags.FIN | TcpFlags.ACK, TcpFlags.SYN | TcpFlags.ACK);
            side = random.nextInt(2);
        }
        return segment(tcp, side, flags);
    }

    private Packet segment(Tcp tcp, int side, int flags) {
        boolean begins = (flags & TcpFlags.SYN) != 0;
        int bytes = begins || (flags & TcpFlags.RST) != 0 || random.nextBoolean() ? 0 : random.nextInt(200);
        int sequence = tcp.next[side];
        int ack = (flags & TcpFlags.ACK) != 0 ? tcp.next[1 - side] : 0;
        boolean odd = random.nextInt(6) == 0 && (wild || (flags & (TcpFlags.SYN | TcpFlags.RST)) == 0);
        if (odd) {
            int by = any(-1, 1, -100, 100, -70_000, 70_000, 1 << 20, random.nextInt());
            switch (random.nextInt(5)) {
                case 0 -> ack += by;
                case 1 -> sequence += by;
                case 2 -> sequence = 0;
                case 3 -> ack = 0;
                default -> {
                    sequence += by;
                    ack += any(-1, 1, random.nextInt());
                }
            }
        } else {
            tcp.next[side] += bytes + (begins ? 1 : 0) + ((flags & TcpFlags.FIN) != 0 ? 1 : 0);
        }
        boolean west = side == 0;
        IpHeader ip = header(tcp.version, west, tcp.west, tcp.east);
        return packet(ip, west, PacketBuilder.tcp(ip, west ? tcp.westPort : tcp.eastPort, west ? tcp.eastPort : tcp.westPort,
                sequence & 0xffff_ffffL, ack & 0xffff_ffffL, flags, WINDOWS[random.nextInt(WINDOWS.length)], options(begins, tcp, side),
                new byte[bytes]));
    }

    private byte[] options(boolean begins, Tcp tcp, int side) {
        if (begins) {
            return switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                // Window scale and SACK permitted, one alone, both.
                case 1 -> new byte[] { 1, 3, 3, (byte) random.nextInt(20) };
                case 2 -> new byte[] { 4, 2, 1, 1 };
                default -> new byte[] { 4, 2, 3, 3, 7, 1, 0, 0 };
            };
        }
        if (random.nextInt(5) == 0) {
            int edge = tcp.next[1 - side] + any(0, 10, 100, -100);
            return ByteBuffer.allocate(12).put(new byte[] { 1, 1, 5, 10 }).putInt(edge - 5).putInt(edge).array();
        }
        return new byte[0];
    }

    private IpVersion version() {
        return random.nextBoolean() ? IpVersion.V4 : IpVersion.V6;
    }

    private Packet udp() {
        boolean west = random.nextBoolean();
        IpHeader ip = header(version(), west, 1 + random.nextInt(2), 1 + random.nextInt(2));
        int westPort = 50_000 + random.nextInt(6);
        int eastPort = 53 + random.nextInt(2);
        return packet(ip, west, PacketBuilder.udp(ip, west ? westPort : eastPort, west ? eastPort : westPort,
                new byte[random.nextInt(40)]));
    }

    private Packet query() {
        boolean west = random.nextBoolean();
        IpVersion version = version();
        IpHeader ip = header(version, west, 1 + random.nextInt(2), 1);
        int type = version == IpVersion.V4 ? any(0, 8, 0, 8, 0, 8, 13, 14, 15, 16, 17, 18, random.nextInt(256))
                : any(128, 129, 128, 129, 128, 129, 139, 140, 128 + random.nextInt(128));
        int code = random.nextInt(8) == 0 ? 1 : 0;
        int identifier = random.nextInt(5);
        return packet(ip, west, PacketBuilder.icmp(ip, type, code, identifier << 16 | random.nextInt(100),
                MemorySegment.ofArray(new byte[random.nextInt(30)])));
    }

    private Packet error() {
        if (sent.isEmpty()) {
            return udp();
        }
        Packet about = sent.get(random.nextInt(sent.size()));
        PacketView quoted = PacketView.of(about.bytes);
        IpVersion version = quoted.version();
        // From the far side, as a rule, to whom it quotes.
        boolean west = random.nextInt(6) == 0 ? about.west : !about.west;
        IpHeader ip = header(version, west, 1 + random.nextInt(3), 1 + random.nextInt(3));
        if (west != about.west && random.nextInt(5) != 0) {
            ip = new IpHeader(ip.source(), quoted.source(), ip.ttl(), 0, ip.identification(), false, ip.flowLabel());
        }
        int type = version == IpVersion.V4 ? any(3, 4, 5, 11, 12, 3, 11) : any(1, 2, 3, 4, random.nextInt(128));
        int most = (int) about.bytes.byteSize();
        int least = quoted.transportOffset();
        int length = random.nextInt(4) == 0 ? least + random.nextInt(Math.max(1, most - least)) : most;
        return packet(ip, west, PacketBuilder.icmp(ip, type, random.nextInt(3), 0, about.bytes.asSlice(0, length)));
    }

    private Packet other() {
        boolean west = random.nextBoolean();
        IpHeader ip = header(version(), west, 1 + random.nextInt(2), 1 + random.nextInt(2));
        return packet(ip, west, PacketBuilder.raw(ip, any(IpProtocol.ESP, 253, 254, 89), new byte[16]));
    }
}
