package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

import org.hopwarden.net.IcmpExtensions;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.IcmpDetail;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Quoted;
import org.hopwarden.probe.TraceRequest;

/**
 * What all methods share: an ICMP error answers a probe when what it quotes is that probe. The quote is held against the probe,
 * which is built once more for that: so no more than one byte is kept of each.
 */
abstract class QuotingSession implements ProbeMethod.Session {

    final IpAddress source;
    final IpAddress target;
    final ProbeOptions options;
    private final PacketView quoted = new PacketView();
    private final PacketView sent = new PacketView();
    private final boolean portUnreachableIsTarget;
    private byte[] ttls = new byte[64];
    private int built;

    QuotingSession(IpAddress source, TraceRequest request, boolean portUnreachableIsTarget) {
        this.source = source;
        this.target = request.address();
        this.options = request.options();
        this.portUnreachableIsTarget = portUnreachableIsTarget;
    }

    /** The probe of this number, the same bytes each time. @param ip its IP header, where an identification may be chosen */
    abstract MemorySegment packet(IpHeader ip, int probe);

    /**
     * The number of the probe that this packet is, by all that the method put into it; -1 where it is none. Its destination is
     * the target.
     */
    abstract int probeOf(PacketView packet);

    /** What a packet that is no ICMP error says of a probe. */
    abstract Optional<ProbeMethod.Match> matchDirect(PacketView packet);

    /** Whether a quote is taken for a probe's whose source a NAT replaced and did not put back. */
    boolean survivesSourceRewrite() {
        return false;
    }

    @Override
    public MemorySegment build(int ttl, int probe) {
        if (probe >= ttls.length) {
            ttls = Arrays.copyOf(ttls, Math.max(probe + 1, 2 * ttls.length));
        }
        built = Math.max(built, probe + 1);
        ttls[probe] = (byte) ttl;
        return packet(header(ttl), probe);
    }

    private IpHeader header(int ttl) {
        return new IpHeader(source, target, ttl, options.trafficClass(), 0, options.dontFragment(), 0);
    }

    /** A probe as it was built. */
    MemorySegment builtPacket(int probe) {
        return packet(header(ttls[probe] & 0xff), probe);
    }

    @Override
    public int ownProbe(PacketView packet) {
        return numberOf(packet);
    }

    /** The number of the probe that a packet is, this host's own or a quoted one; -1 where it is none that was built. */
    final int numberOf(PacketView packet) {
        if (!packet.destination().equals(target) || !packet.source().equals(source) && !survivesSourceRewrite()) {
            return -1;
        }
        int probe = probeOf(packet);
        return probe < built ? probe : -1;
    }

    @Override
    public final Optional<ProbeMethod.Match> match(PacketView packet) {
        if (!packet.isIcmpError()) {
            return matchDirect(packet).filter(match -> match.probe() < built);
        }
        if (!IcmpErrors.stopsPacket(packet) || !packet.quote(quoted)) {
            return Optional.empty();
        }
        int probe = numberOf(quoted);
        return probe < 0 ? Optional.empty()
                : Optional.of(IcmpErrors.match(packet, quoted, probe, portUnreachableIsTarget, detail(packet, probe)));
    }

    private IcmpDetail detail(PacketView error, int probe) {
        MemorySegment packet = builtPacket(probe);
        sent.wrap(packet, 0, packet.byteSize());
        boolean timeExceeded = error.icmpType() == (error.isV6() ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED);
        Quoted seen = QuotedProbe.compare(sent, quoted, timeExceeded);
        return new IcmpDetail(error.icmpMtu(), Optional.of(seen), IcmpExtensions.of(error));
    }

    /**
     * The bytes behind the headers of a probe.
     *
     * @param headerBytes of the transport layer
     * @param usual as many as the method sends where no size is asked for
     * @param least without which it cannot do
     * @throws IllegalArgumentException where the size asked for leaves no room for them
     */
    static int payloadBytes(TraceRequest request, String method, int headerBytes, int usual, int least) {
        int size = request.options().sizeBytes();
        if (size == 0) {
            return usual;
        }
        int headers = (request.address().isV6() ? 40 : 20) + headerBytes;
        if (size < headers + least) {
            throw new IllegalArgumentException("a probe of the method " + method + " has at least " + (headers + least)
                    + " bytes over IPv" + request.address().version().number() + ", not " + size);
        }
        return size - headers;
    }
}
