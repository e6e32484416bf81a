package org.hopwarden.probe.internal;

import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.ProbeMethod.Match;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;

/** What methods over UDP with constant ports share. */
abstract class UdpSession extends QuotingSession {

    /** Where UNIX traceroute begins; nothing is expected to listen there. */
    static final int TRACEROUTE_PORT = 33434;
    /** As many as {@code traceroute} sends: a packet of 60 bytes in IPv4. */
    static final int USUAL_PAYLOAD_BYTES = 32;
    static final int HEADER_BYTES = 8;

    final int sourcePort;
    final int destinationPort;

    UdpSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort) {
        super(source, request, true);
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
    }

    /** The port that a request asks for, or else the method's own. */
    static int port(TraceRequest request, int usual) {
        return request.port() == 0 ? usual : request.port();
    }

    /** Whether the ports are those of this trace. */
    final boolean isOfFlow(PacketView packet) {
        return packet.isUdp() && packet.sourcePort() == sourcePort && packet.destinationPort() == destinationPort;
    }

    /** Whether the target answered over UDP. */
    final boolean isAnswer(PacketView packet) {
        return packet.isUdp() && packet.sourcePort() == destinationPort && packet.destinationPort() == sourcePort
                && packet.source().equals(target);
    }

    @Override
    Optional<Match> matchDirect(PacketView packet) {
        return isAnswer(packet) ? Optional.of(answer(Match.UNNUMBERED)) : Optional.empty();
    }

    static Match answer(int probe) {
        return new Match(probe, ReplyKind.UDP_REPLY, -1, -1, true);
    }
}
