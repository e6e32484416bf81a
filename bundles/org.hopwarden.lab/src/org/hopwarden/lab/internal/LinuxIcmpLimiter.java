package org.hopwarden.lab.internal;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.hopwarden.lab.IcmpLimit;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;

/**
 * The ICMP limits of Linux: first the mask, then the bucket of the whole node, then that of the address spoken to. A message that
 * passes all takes 0, 1 or 2 at random out of the node's bucket, as the kernel does since it was found that an exact count can be
 * seen from outside ({@code icmp_global_consume}).
 */
final class LinuxIcmpLimiter implements IcmpLimiter {

    /** {@code XRLIM_BURST_FACTOR}. */
    private static final int PEER_BURST = 6;
    /** The node's bucket is filled up at most every fiftieth of a second, and for one second at the most. */
    private static final long REFILL_NANOS = 20_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    /** Keeps the table small when errors go to forged addresses; the kernel forgets peers as well. */
    private static final int MAX_PEERS = 1 << 16;

    private static final class Peer {
        private long tokensNanos;
        private long lastNanos;
    }

    private final long intervalNanos;
    private final long mask;
    private final long intervalV6Nanos;
    private final BitSet typesV6;
    private final int perSecond;
    private final int burst;
    private final Graph graph;
    private final RandomStream random;
    private final Map<IpAddress, Peer> peers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IpAddress, Peer> eldest) {
            return size() > MAX_PEERS;
        }
    };
    private long credit;
    private long filledNanos;

    LinuxIcmpLimiter(IcmpLimit.Linux limit, Graph graph, long seed) {
        this.intervalNanos = limit.ratelimit().toNanos();
        this.mask = limit.ratemask();
        this.intervalV6Nanos = limit.ratelimitV6().toNanos();
        this.typesV6 = limit.typesV6();
        this.perSecond = limit.messagesPerSecond();
        this.burst = limit.messagesBurst();
        this.graph = graph;
        this.random = new RandomStream(seed);
    }

    @Override
    public boolean allows(PacketView about, boolean error, int type, int code, long nowNanos) {
        if (!isLimited(about.isV6(), type, code)) {
            return true;
        }
        if (!hasCredit(nowNanos)) {
            return false;
        }
        IpAddress to = about.source();
        SimNode owner = graph.resolve(to).owner();
        if (to.isLoopback() || owner != null && owner == graph.resolve(about.destination()).owner()) {
            // What a node says to itself goes by loopback, which has no limit.
            return true;
        }
        long interval = about.isV6() ? intervalV6Nanos >> (128 - routeBits(to) >> 5) : intervalNanos;
        if (!hasToken(peers.computeIfAbsent(to, _ -> peer(interval, nowNanos)), interval, nowNanos)) {
            return false;
        }
        credit -= (random.next() >>> 33) * 3 >>> 31;
        return true;
    }

    private boolean isLimited(boolean v6, int type, int code) {
        return v6 ? typesV6.get(type) && type != IcmpType.V6_PACKET_TOO_BIG
                : type < 32 && (mask >>> type & 1) != 0
                        && !(type == IcmpType.UNREACHABLE && code == IcmpType.CODE_FRAGMENTATION_NEEDED);
    }

    private boolean hasCredit(long nowNanos) {
        if (credit > 0) {
            return true;
        }
        long passed = Math.min(nowNanos - filledNanos, SECOND_NANOS);
        long more = passed < REFILL_NANOS ? 0 : perSecond * passed / SECOND_NANOS;
        if (more == 0) {
            return false;
        }
        filledNanos = nowNanos;
        credit = Math.min(credit + more, burst);
        return true;
    }

    private int routeBits(IpAddress to) {
        Destination destination = graph.resolve(to).destination();
        return destination == null ? 0 : destination.prefix.length();
    }

    private static Peer peer(long interval, long nowNanos) {
        Peer peer = new Peer();
        peer.tokensNanos = PEER_BURST * interval;
        peer.lastNanos = nowNanos;
        return peer;
    }

    private static boolean hasToken(Peer peer, long interval, long nowNanos) {
        peer.tokensNanos = Math.min(peer.tokensNanos + nowNanos - peer.lastNanos, PEER_BURST * interval);
        peer.lastNanos = nowNanos;
        if (peer.tokensNanos < interval) {
            return false;
        }
        peer.tokensNanos -= interval;
        return true;
    }
}
