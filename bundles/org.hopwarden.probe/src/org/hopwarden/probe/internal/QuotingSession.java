package org.hopwarden.probe.internal;

import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.ProbeMethod;

/** What all methods share: an ICMP error answers a probe when what it quotes is that probe. */
abstract class QuotingSession implements ProbeMethod.Session {

    final IpAddress source;
    final IpAddress target;
    private final PacketView quoted = new PacketView();
    private final boolean portUnreachableIsTarget;

    QuotingSession(IpAddress source, IpAddress target, boolean portUnreachableIsTarget) {
        this.source = source;
        this.target = target;
        this.portUnreachableIsTarget = portUnreachableIsTarget;
    }

    /** The number of the probe that this packet is, by all that the method put into it; -1 where it is none. */
    abstract int probeOf(PacketView packet);

    /** What a packet that is no ICMP error says of a probe. */
    abstract Optional<ProbeMethod.Match> matchDirect(PacketView packet);

    @Override
    public final int ownProbe(PacketView packet) {
        return packet.destination().equals(target) ? probeOf(packet) : -1;
    }

    @Override
    public final Optional<ProbeMethod.Match> match(PacketView packet) {
        if (!packet.isIcmpError()) {
            return matchDirect(packet);
        }
        if (!IcmpErrors.stopsPacket(packet) || !packet.quote(quoted)) {
            return Optional.empty();
        }
        int probe = ownProbe(quoted);
        return probe < 0 ? Optional.empty()
                : Optional.of(IcmpErrors.match(packet, quoted, probe, portUnreachableIsTarget));
    }
}
