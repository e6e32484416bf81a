package org.hopwarden.enforce;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.hopwarden.enforce.StateHosts.Packet;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;

/** Random packets of a few SCTP associations (RFC 9260): set up, used and shut down, with everything else in between. */
final class SctpStatePackets {

    private static final int DATA = 0;
    private static final int INIT = 1;
    private static final int INIT_ACK = 2;
    private static final int HEARTBEAT = 4;
    private static final int HEARTBEAT_ACK = 5;
    private static final int ABORT = 6;
    private static final int SHUTDOWN = 7;
    private static final int SHUTDOWN_ACK = 8;
    private static final int COOKIE_ECHO = 10;
    private static final int COOKIE_ACK = 11;
    private static final int SHUTDOWN_COMPLETE = 14;
    private static final int[] KINDS = { DATA, INIT, INIT_ACK, 3, HEARTBEAT, HEARTBEAT_ACK, ABORT, SHUTDOWN, SHUTDOWN_ACK, 9, COOKIE_ECHO,
            COOKIE_ACK, 12, SHUTDOWN_COMPLETE, 0x80, 0xc1 };

    private final StateHosts hosts;
    private final List<Association> associations = new ArrayList<>();

    private static final class Association {

        private IpVersion version;
        private int westPort;
        /** Of west and east: what packets to them bear. */
        private final int[] tags = new int[2];
        private int opener;
        private int stage;
    }

    SctpStatePackets(StateHosts hosts) {
        this.hosts = hosts;
        for (IpVersion version : IpVersion.values()) {
            for (int i = 0; i < 5; i++) {
                Association association = new Association();
                association.version = version;
                association.westPort = 30_000 + i;
                associations.add(association);
            }
        }
    }

    Packet next() {
        Association association = associations.get(hosts.random.nextInt(associations.size()));
        int opener = association.opener;
        int side = 1 - opener;
        int kind = DATA;
        int stage = association.stage;
        switch (stage) {
            case 0 -> {
                association.opener = hosts.seldom(6) ? 1 : 0;
                association.tags[association.opener] = tag();
                side = association.opener;
                kind = INIT;
            }
            case 1 -> {
                association.tags[side] = hosts.seldom(8) ? association.tags[side] : tag();
                kind = INIT_ACK;
            }
            case 2 -> {
                side = opener;
                kind = COOKIE_ECHO;
            }
            case 3 -> kind = COOKIE_ACK;
            case 4 -> {
                side = hosts.random.nextInt(2);
                kind = hosts.seldom(4) ? SHUTDOWN : hosts.seldom(10) ? ABORT : hosts.any(DATA, DATA, 3, HEARTBEAT, HEARTBEAT_ACK);
            }
            case 5 -> kind = SHUTDOWN_ACK;
            default -> {
                side = opener;
                kind = SHUTDOWN_COMPLETE;
            }
        }
        if (stage != 4 || kind == SHUTDOWN) {
            association.stage = (stage + 1) % 7;
        } else if (kind == ABORT) {
            association.stage = 0;
        }
        if (hosts.seldom(3)) {
            kind = hosts.any(KINDS);
            side = hosts.random.nextInt(2);
        }
        return packet(association, side, kind);
    }

    /** 0 stands for none. */
    private int tag() {
        return hosts.seldom(50) ? 0 : hosts.random.nextInt();
    }

    private Packet packet(Association association, int side, int kind) {
        boolean west = side == 0;
        int tag = kind == INIT ? 0 : association.tags[1 - side];
        if (hosts.seldom(8)) {
            tag = hosts.any(0, association.tags[side], hosts.random.nextInt(), tag);
        }
        int own = hosts.seldom(8) ? hosts.any(0, hosts.random.nextInt()) : association.tags[side];
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(chunk(kind, own));
        while (hosts.seldom(3)) {
            chunks.writeBytes(chunk(hosts.any(KINDS), own));
        }
        IpHeader ip = hosts.header(association.version, west, 1, 1);
        return hosts.packet(ip, west, sctp(ip, west ? association.westPort : 36_412, west ? 36_412 : association.westPort, tag, chunks.toByteArray()));
    }

    private byte[] chunk(int kind, int ownTag) {
        byte[] body = new byte[kind == INIT || kind == INIT_ACK ? 16 : kind == DATA ? 12 + hosts.random.nextInt(20) : hosts.random.nextInt(9)];
        if (body.length >= 16 && kind != DATA) {
            ByteBuffer.wrap(body).putInt(ownTag);
        }
        if (hosts.seldom(60)) {
            body = new byte[hosts.random.nextInt(6)];
        }
        int length = hosts.seldom(80) ? hosts.any(0, 1, 4, 1000) : 4 + body.length;
        return ByteBuffer.allocate(4 + (body.length + 3 & ~3)).put((byte) kind).put((byte) hosts.random.nextInt(2)).putShort((short) length)
                .put(body).array();
    }

    static MemorySegment sctp(IpHeader ip, int sourcePort, int destinationPort, int tag, byte[] chunks) {
        ByteBuffer packet = ByteBuffer.allocate(12 + chunks.length).putShort((short) sourcePort).putShort((short) destinationPort).putInt(tag)
                .putInt(0).put(chunks);
        CRC32C sum = new CRC32C();
        sum.update(packet.array());
        packet.order(ByteOrder.LITTLE_ENDIAN).putInt(8, (int) sum.getValue());
        return PacketBuilder.raw(ip, IpProtocol.SCTP, packet.array());
    }
}
