package org.hopwarden.engine.connections;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.connections.TrackedConnection.Traffic;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/** One tracked flow. Guarded by the lock of the part of the table that holds it. */
final class Flow {

    /** Linux: two seconds of packets in both directions make a stream. */
    private static final long STREAM_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int OTHER_SECONDS = 600;
    /** Of GRE without and with an answer: Linux, nf_conntrack_proto_gre.c. */
    private static final int GRE_SECONDS = 30;
    private static final int GRE_STREAM_SECONDS = 180;

    long firstHigh;
    long firstLow;
    long secondHigh;
    long secondLow;
    int ports;
    int kind;
    int hash;
    /** The next one in the same place of the table. */
    Flow next;
    /** Whether the first end sent the first packet. */
    boolean openedByFirst;
    boolean answered;
    boolean assured;
    /** Null unless TCP. */
    TcpFlow tcp;
    /** Null unless SCTP. */
    SctpFlow sctp;
    long openedNanos;
    long expiresNanos;
    long packetsThere;
    long bytesThere;
    long packetsBack;
    long bytesBack;

    /** Begins anew, with a flow's first packet. */
    void open(FlowKey key, int keyHash, long nowNanos) {
        firstHigh = key.firstHigh;
        firstLow = key.firstLow;
        secondHigh = key.secondHigh;
        secondLow = key.secondLow;
        ports = key.ports;
        kind = key.kind;
        hash = keyHash;
        next = null;
        openedByFirst = key.fromFirst;
        answered = false;
        assured = false;
        openedNanos = nowNanos;
        expiresNanos = nowNanos;
        packetsThere = 0;
        bytesThere = 0;
        packetsBack = 0;
        bytesBack = 0;
        if (protocol() != IpProtocol.TCP) {
            tcp = null;
        } else if (tcp == null) {
            tcp = new TcpFlow();
        }
        if (protocol() != IpProtocol.SCTP) {
            sctp = null;
        } else if (sctp == null) {
            sctp = new SctpFlow();
        }
    }

    int protocol() {
        return kind & 0xff;
    }

    boolean isV6() {
        return (kind & 1 << 8) != 0;
    }

    private boolean isQuery() {
        return protocol() == (isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
    }

    boolean isExpired(long nowNanos) {
        return nowNanos >= expiresNanos;
    }

    /** Whether it may go where there is no room: nobody answered, or it is closing. */
    boolean isDispensable() {
        return !assured || tcp != null && tcp.isClosing() || sctp != null && sctp.isClosing();
    }

    void lasts(int seconds, long nowNanos) {
        expiresNanos = nowNanos + TimeUnit.SECONDS.toNanos(seconds);
    }

    void count(PacketView packet, boolean back) {
        if (back) {
            packetsBack++;
            bytesBack += packet.statedLengthBytes();
        } else {
            packetsThere++;
            bytesThere += packet.statedLengthBytes();
        }
    }

    /** A packet of a protocol other than TCP and SCTP. */
    void seen(long nowNanos) {
        int protocol = protocol();
        boolean stream = answered && nowNanos - openedNanos > STREAM_AFTER_NANOS;
        if (protocol == IpProtocol.UDP_LITE) {
            assured |= answered;
            lasts((answered ? ConnectionPhase.STREAM : ConnectionPhase.UNREPLIED).timeoutSeconds(), nowNanos);
        } else if (protocol == IpProtocol.UDP) {
            assured |= stream;
            lasts((stream ? ConnectionPhase.STREAM : ConnectionPhase.UNREPLIED).timeoutSeconds(), nowNanos);
        } else if (isQuery()) {
            lasts(ConnectionPhase.UNREPLIED.timeoutSeconds(), nowNanos);
        } else if (protocol == IpProtocol.GRE) {
            assured |= answered;
            lasts(answered ? GRE_STREAM_SECONDS : GRE_SECONDS, nowNanos);
        } else {
            lasts(OTHER_SECONDS, nowNanos);
        }
    }

    private ConnectionPhase phase() {
        if (tcp != null) {
            return tcp.phase();
        }
        return !answered ? ConnectionPhase.UNREPLIED : assured ? ConnectionPhase.STREAM : ConnectionPhase.REPLIED;
    }

    long sourceHigh() {
        return openedByFirst ? firstHigh : secondHigh;
    }

    long sourceLow() {
        return openedByFirst ? firstLow : secondLow;
    }

    TrackedConnection shown(long nowNanos) {
        IpAddress first = address(firstHigh, firstLow);
        IpAddress second = address(secondHigh, secondLow);
        boolean ported = IpProtocol.hasPorts(protocol());
        int firstPort = ported ? ports >>> 16 : -1;
        int secondPort = ported ? ports & 0xffff : -1;
        return new TrackedConnection(protocol(), openedByFirst ? first : second, openedByFirst ? firstPort : secondPort,
                openedByFirst ? second : first, openedByFirst ? secondPort : firstPort, isQuery() ? ports & 0xffff : -1, phase(),
                assured, Optional.of(Duration.ofNanos(nowNanos - openedNanos)), Duration.ofNanos(Math.max(0, expiresNanos - nowNanos)),
                new Traffic(packetsThere, bytesThere), new Traffic(packetsBack, bytesBack));
    }

    private IpAddress address(long high, long low) {
        return isV6() ? IpAddress.v6(high, low) : IpAddress.v4((int) low);
    }
}
