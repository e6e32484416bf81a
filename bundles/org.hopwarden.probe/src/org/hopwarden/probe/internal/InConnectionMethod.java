package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.net.TcpOptions;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;

/**
 * Segments inside a live TCP connection of this host, which pass whatever lets that connection through. Each repeats one byte
 * that the other end has acknowledged long since, so it can never become data; it acknowledges nothing new, and its time stamp
 * is an old one. The other end answers with a duplicate acknowledgement. The stream stays as it is.
 * <p>
 * Each probe repeats another byte, counted back from the last one acknowledged: its sequence number, which every quote holds, is
 * the probe's number in IPv4 and IPv6 alike, and comes back in the duplicate SACK of the answer (RFC 2883).
 */
public final class InConnectionMethod implements ProbeMethod {

    /** Of old bytes; all within any window, so that a filter that keeps track of the connection lets them pass. */
    private static final int MOST_PROBES = 1 << 13;
    private static final byte[] ONE_OLD_BYTE = { 0 };

    @Override
    public String id() {
        return "in-connection";
    }

    @Override
    public String label() {
        return "TCP, inside a connection";
    }

    @Override
    public String description() {
        return "Repeated bytes of a live connection of this host, which passes all that lets that connection through; "
                + "waits for its next segments, and leaves the stream intact. --port names its port at the target; see "
                + "'connections' for those there are.";
    }

    @Override
    public int defaultPort() {
        return 0;
    }

    @Override
    public boolean hasPorts() {
        return true;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        if (request.options().sizeBytes() != 0) {
            throw new IllegalArgumentException("inside a connection the size of a probe cannot be chosen: it holds one old byte");
        }
        List<TcpConnection> toTarget = meant(request, port);
        List<TcpConnection> fromSource = toTarget.stream().filter(connection -> connection.local().equals(source)).toList();
        if (fromSource.isEmpty()) {
            throw noneFound(request, source, toTarget);
        }
        for (TcpConnection connection : fromSource) {
            port.expectLocalPort(IpProtocol.TCP, source, connection.localPort());
        }
        return new ConnectionSession(source, request, fromSource);
    }

    @Override
    public boolean suits(TraceRequest request, PacketPort port) throws PacketPortException {
        return !meant(request, port).isEmpty();
    }

    private static List<TcpConnection> meant(TraceRequest request, PacketPort port) throws PacketPortException {
        return port.connections().stream().filter(connection -> connection.remote().equals(request.address())
                && (request.port() == 0 || connection.remotePort() == request.port())
                && (request.options().sourcePort() == 0 || connection.localPort() == request.options().sourcePort())).toList();
    }

    private static PacketPortException noneFound(TraceRequest request, IpAddress source, List<TcpConnection> elsewhere) {
        String from = request.options().sourcePort() == 0 ? "" : " from port " + request.options().sourcePort();
        String to = request.address() + (request.port() == 0 ? "" : " port " + request.port());
        return elsewhere.isEmpty()
                ? new PacketPortException(Reason.NOT_AVAILABLE, "this host has no open TCP connection" + from + " to " + to,
                        "Those there are: ./hopwarden connections")
                : new PacketPortException(Reason.NOT_AVAILABLE, "this host has no open TCP connection from " + source + " to "
                        + to, "There are some from "
                                + elsewhere.stream().map(connection -> connection.local().toString()).distinct()
                                        .collect(Collectors.joining(", "))
                                + ": name it with --source.");
    }

    /** Listens to all connections that are meant, and traces inside the first that says something. */
    private static final class ConnectionSession extends QuotingSession {
        private final Map<Integer, ConnectionState> states = new LinkedHashMap<>();
        private final Map<Integer, Integer> probeOfSequence = new HashMap<>();
        private final List<MemorySegment> packets = new ArrayList<>();
        private final String description;
        /** Of the connection that was chosen; 0 before. */
        private int localPort;
        private int remotePort;
        private ConnectionState state;

        ConnectionSession(IpAddress source, TraceRequest request, List<TcpConnection> connections) {
            super(source, request, false);
            for (TcpConnection connection : connections) {
                // One port of this end may be used for several of the target's.
                states.put(key(connection.localPort(), connection.remotePort()), new ConnectionState());
            }
            description = connections.size() == 1 ? "the connection from " + connections.getFirst()
                    : "one of the " + connections.size() + " connections to " + request.address();
        }

        private static int key(int localPort, int remotePort) {
            return localPort << 16 | remotePort;
        }

        @Override
        public String awaits() {
            return state != null ? "" : "a segment each way of " + description;
        }

        @Override
        public Duration patience() {
            return options.patience();
        }

        @Override
        public int capacity() {
            return MOST_PROBES;
        }

        @Override
        public MemorySegment build(int ttl, int probe) {
            while (packets.size() <= probe) {
                packets.add(null);
            }
            if (packets.get(probe) != null) {
                // The number is used again: the probe that had it is long over.
                probeOfSequence.remove((int) PacketView.of(packets.get(probe)).tcpSequence());
            }
            MemorySegment packet = super.build(ttl, probe);
            packets.set(probe, packet);
            return packet;
        }

        @Override
        MemorySegment builtPacket(int probe) {
            return packets.get(probe);
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            int sequence = state.unacknowledged() - 1;
            while (probeOfSequence.containsKey(sequence)) {
                sequence--;
            }
            probeOfSequence.put(sequence, probe);
            IpHeader likeItsOwn = ip.withIdentification(probe + 1).withFlowLabel(state.flowLabel())
                    .withTrafficClass(options.trafficClass() != 0 ? options.trafficClass() : state.trafficClass() & ~3)
                    .withDontFragment();
            return PacketBuilder.tcp(likeItsOwn, localPort, remotePort, sequence, state.receiveNext(), TcpFlags.ACK,
                    state.window(), state.options(), ONE_OLD_BYTE);
        }

        @Override
        int probeOf(PacketView packet) {
            return state != null && packet.isTcp() && packet.sourcePort() == localPort && packet.destinationPort() == remotePort
                    && packet.tcpSequence() >= 0 ? probeOfSequence.getOrDefault((int) packet.tcpSequence(), -1) : -1;
        }

        @Override
        public int ownProbe(PacketView packet) {
            int probe = numberOf(packet);
            // A keep-alive of the connection's own may have the number of a probe, but brings no data.
            if (probe >= 0 && packet.lengthBytes() == packets.get(probe).byteSize()) {
                return probe;
            }
            ConnectionState heard = packet.isTcp() && packet.destination().equals(target) && packet.source().equals(source)
                    ? states.get(key(packet.sourcePort(), packet.destinationPort())) : null;
            if (heard != null) {
                heard.sent(packet);
                choose(heard, packet.sourcePort(), packet.destinationPort());
            }
            return -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            ConnectionState heard = packet.isTcp() && packet.source().equals(target) && packet.destination().equals(source)
                    ? states.get(key(packet.destinationPort(), packet.sourcePort())) : null;
            if (heard == null) {
                return Optional.empty();
            }
            Optional<Match> answer = heard == state ? answer(packet) : Optional.empty();
            heard.received(packet);
            choose(heard, packet.destinationPort(), packet.sourcePort());
            return answer;
        }

        private void choose(ConnectionState heard, int local, int remote) {
            if (state == null && heard.isKnown()) {
                state = heard;
                localPort = local;
                remotePort = remote;
            }
        }

        /** With SACK, the other end names the byte that it had before; without it, an answer has no number. */
        private Optional<Match> answer(PacketView packet) {
            int option = TcpOptions.find(packet, TcpOptions.SACK, 10);
            if (option < 0) {
                return !packets.isEmpty() && state.isDuplicateAcknowledgement(packet)
                        ? Optional.of(answer(Match.UNNUMBERED)) : Optional.empty();
            }
            int left = (int) packet.intAt(option + 2);
            int right = (int) packet.intAt(option + 6);
            Integer probe = right - left == 1 ? probeOfSequence.get(left) : null;
            return probe == null ? Optional.empty() : Optional.of(answer(probe));
        }

        private static Match answer(int probe) {
            return new Match(probe, ReplyKind.DUPLICATE_ACK, -1, -1, true);
        }
    }
}
