package org.hopwarden.enforce;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.hopwarden.enforce.StateHosts.Fragments;
import org.hopwarden.enforce.StateHosts.Packet;
import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Random packets of a few hosts west and east of a router: conversations that go well, and all that can go wrong with them. */
final class StatePackets {

    private static final int MOST_REMEMBERED = 40;
    private static final int[] WINDOWS = { 0, 1, 512, 8_192, 65_535 };

    private final StateHosts hosts;
    private final Random random;
    private final SctpStatePackets sctp;
    private final FragmentedStatePackets fragmented;
    private final boolean wild;
    private final List<Tcp> connections = new ArrayList<>();
    private final List<Packet> sent = new ArrayList<>();

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
        hosts = new StateHosts(seed);
        random = hosts.random;
        sctp = new SctpStatePackets(hosts);
        fragmented = new FragmentedStatePackets(hosts);
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

    Packet next() {
        hosts.count();
        int choice = random.nextInt(100);
        Packet packet = choice < 48 ? tcp() : choice < 56 ? udp() : choice < 64 ? query() : choice < 76 ? error() : choice < 86 ? sctp.next()
                : choice < 94 ? fragmented.next() : other();
        // What is no packet for one of both is quoted by nobody.
        if (packet.fragments() != Fragments.NEVER_WHOLE && packet.fragments() != Fragments.HEADER_IN_PIECES) {
            sent.add(packet);
        }
        if (sent.size() > MOST_REMEMBERED) {
            sent.removeFirst();
        }
        return packet;
    }

    int number() {
        return hosts.number();
    }

    private IpHeader header(IpVersion version, boolean fromWest, int west, int east) {
        return hosts.header(version, fromWest, west, east);
    }

    private Packet packet(IpHeader ip, boolean west, MemorySegment bytes) {
        return hosts.packet(ip, west, bytes);
    }

    private int any(int... values) {
        return hosts.any(values);
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

    private Packet udp() {
        boolean west = random.nextBoolean();
        IpHeader ip = hosts.header(west);
        int westPort = 50_000 + random.nextInt(6);
        int eastPort = 53 + random.nextInt(2);
        return packet(ip, west, PacketBuilder.udp(ip, west ? westPort : eastPort, west ? eastPort : westPort,
                new byte[random.nextInt(40)]));
    }

    private Packet query() {
        boolean west = random.nextBoolean();
        IpVersion version = hosts.version();
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
        MemorySegment piece = about.pieces().get(random.nextInt(about.pieces().size()));
        PacketView quoted = PacketView.of(piece);
        // From the far side, as a rule, to whom it quotes; and of its IP version.
        IpVersion version = hosts.seldom(40) ? hosts.version() : quoted.version();
        boolean west = random.nextInt(6) == 0 ? about.west() : !about.west();
        IpHeader ip = header(version, west, 1 + random.nextInt(3), 1 + random.nextInt(3));
        if (version == quoted.version() && west != about.west() && random.nextInt(5) != 0) {
            ip = new IpHeader(ip.source(), quoted.source(), ip.ttl(), 0, ip.identification(), false, ip.flowLabel());
        }
        int type = version == IpVersion.V4 ? any(3, 4, 5, 11, 12, 3, 11) : any(1, 2, 3, 4, random.nextInt(128));
        int most = (int) piece.byteSize();
        int least = quoted.transportOffset();
        int length = random.nextInt(4) == 0 ? least + random.nextInt(Math.max(1, most - least)) : most;
        return packet(ip, west, PacketBuilder.icmp(ip, type, random.nextInt(3), 0, piece.asSlice(0, length)));
    }

    private Packet other() {
        boolean west = random.nextBoolean();
        IpHeader ip = hosts.header(west);
        return packet(ip, west, switch (random.nextInt(4)) {
            case 0 -> gre(ip);
            case 1, 2 -> udpLite(ip, west);
            // Also the ICMP of the other IP version.
            default -> PacketBuilder.raw(ip, any(IpProtocol.ESP, 253, 254, 89, ip.version() == IpVersion.V4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP),
                    new byte[any(0, 4, 16)]);
        });
    }

    /** Of any version, and of PPTP with one of a few calls. */
    private MemorySegment gre(IpHeader ip) {
        if (random.nextBoolean()) {
            byte[] packet = new byte[any(0, 3, 4, 20)];
            if (packet.length > 1) {
                packet[1] = (byte) any(0, 2, random.nextInt(256) & ~1);
            }
            return PacketBuilder.raw(ip, IpProtocol.GRE, packet);
        }
        byte[] packet = { 0x20, (byte) (1 | random.nextInt(32) << 3), (byte) (hosts.seldom(6) ? 8 : 0x88), 0x0b, 0, 4, 0, (byte) random.nextInt(4), 0, 0, 0, 0 };
        return PacketBuilder.raw(ip, IpProtocol.GRE, Arrays.copyOf(packet, hosts.seldom(8) ? random.nextInt(packet.length) : packet.length));
    }

    private MemorySegment udpLite(IpHeader ip, boolean west) {
        int westPort = 50_000 + random.nextInt(6);
        int length = 8 + random.nextInt(20);
        int covered = hosts.seldom(6) ? random.nextInt(40) : any(0, 8, length);
        byte[] packet = ByteBuffer.allocate(length).putShort((short) (west ? westPort : 53)).putShort((short) (west ? 53 : westPort))
                .putShort((short) covered).array();
        int sum = Checksum.finish(Checksum.pseudoHeader(ip.source(), ip.destination(), IpProtocol.UDP_LITE, length)
                + sum(packet, covered == 0 ? length : Math.min(length, covered)));
        ByteBuffer.wrap(packet).putShort(6, (short) (hosts.seldom(10) ? 0 : sum == 0 ? 0xffff : sum));
        return PacketBuilder.raw(ip, IpProtocol.UDP_LITE, hosts.seldom(20) ? Arrays.copyOf(packet, random.nextInt(8)) : packet);
    }

    /** Of 16-bit words, what is missing of the last one taken for 0. */
    private static long sum(byte[] bytes, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (bytes[i] & 0xffL) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }
}
