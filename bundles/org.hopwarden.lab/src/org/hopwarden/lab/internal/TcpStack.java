package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.LongConsumer;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** TCP at the nodes of a network: which connections there are, and what answers a segment that belongs to none. */
final class TcpStack {

    /** How a node sends by itself. */
    @FunctionalInterface
    interface Outlet {
        void send(SimNode node, MemorySegment packet, long nowNanos);
    }

    private final Outlet outlet;
    private final Timers timers;
    private final PathMtus pathMtus;

    TcpStack(Outlet outlet, Timers timers, PathMtus pathMtus) {
        this.outlet = outlet;
        this.timers = timers;
        this.pathMtus = pathMtus;
    }

    /** Takes a whole segment that is addressed to a node and whose checksum holds. */
    void take(SimNode node, PacketView packet, long nowNanos) {
        int flags = packet.tcpFlags();
        if (!HostStack.isWhole(packet)) {
            return;
        }
        TcpPeer.Key key = new TcpPeer.Key(packet.destination(), packet.destinationPort(), packet.source(),
                packet.sourcePort());
        TcpPeer peer = node.tcpPeers.get(key);
        boolean connects = (flags & (TcpFlags.ACK | TcpFlags.RST)) == 0 && node.tcpOpen.get(packet.destinationPort());
        boolean opens = connects && (flags & TcpFlags.SYN) != 0;
        if (peer != null && opens && peer.isRepetition(packet)) {
            peer.sendSyn(nowNanos);
        } else if (opens && (peer == null || peer.isHalfOpen())) {
            node.tcpPeers.put(key, TcpPeer.accept(key, node, this, node.node.behaviour().echoesTcp()
                    ? TcpPeer.Service.ECHO : TcpPeer.Service.DISCARD, packet, HostStack.initialSequence(node, packet), nowNanos));
        } else if (peer != null) {
            peer.take(packet, nowNanos);
        } else if (!connects) {
            reset(node, packet, nowNanos);
        }
    }

    /** Begins a connection. */
    TcpPeer connect(SimNode node, IpAddress local, int localPort, IpAddress remote, int remotePort, long nowNanos) {
        TcpPeer.Key key = new TcpPeer.Key(local, localPort, remote, remotePort);
        long hash = RandomStream.mix(node.hashSeed + nowNanos + 31L * localPort + 7L * remotePort);
        TcpPeer peer = TcpPeer.connect(key, node, this, (int) hash, nowNanos);
        node.tcpPeers.put(key, peer);
        return peer;
    }

    void reset(SimNode node, PacketView packet, long nowNanos) {
        MemorySegment reset = HostStack.reset(node, packet);
        if (reset != null) {
            outlet.send(node, reset, nowNanos);
        }
    }

    void send(SimNode node, MemorySegment packet, long nowNanos) {
        outlet.send(node, packet, nowNanos);
    }

    void at(long timeNanos, LongConsumer action) {
        timers.at(timeNanos, action);
    }

    void forget(TcpPeer peer) {
        peer.node().tcpPeers.remove(peer.key, peer);
    }

    /** How much data fits into one segment, as far as the node knows the path. */
    int largestData(SimNode node, TcpPeer.Key key) {
        int mtu = pathMtus.known(node, key.remote());
        for (SimInterface each : node.interfaces) {
            if (key.local().equals(each.address(key.local().version()))) {
                mtu = Math.min(mtu, each.link.mtuBytes);
            }
        }
        return mtu - (key.local().isV6() ? 60 : 40);
    }

    static List<TcpPeer> established(SimNode node) {
        return node.tcpPeers.values().stream().filter(peer -> peer.state() == TcpPeer.State.ESTABLISHED).toList();
    }

    static boolean isFree(SimNode node, int port) {
        return node.tcpPeers.keySet().stream().noneMatch(key -> key.localPort() == port)
                && !node.isReserved(IpProtocol.TCP, port);
    }
}
