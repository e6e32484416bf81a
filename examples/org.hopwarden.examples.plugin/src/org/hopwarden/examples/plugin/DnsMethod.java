package org.hopwarden.examples.plugin;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;

/**
 * DNS queries over UDP with constant ports. The ID of the query (RFC 1035, section 4.1.1) is the number of the probe plus one.
 * Errors quote as little as the UDP header, which ends before the ID, so in them the probe is known by its checksum.
 */
public final class DnsMethod implements ProbeMethod {

    private static final int DEFAULT_PORT = 53;
    private static final int UDP_HEADER_BYTES = 8;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    @Override
    public String id() {
        return "dns";
    }

    @Override
    public String label() {
        return "DNS query";
    }

    @Override
    public String description() {
        return "Questions for the root's name servers; passes filters that let DNS through, and a resolver's answer is told apart.";
    }

    @Override
    public int defaultPort() {
        return DEFAULT_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int destinationPort = request.port() == 0 ? DEFAULT_PORT : request.port();
        return new DnsSession(source, request.address(), port.reserveLocalPort(IpProtocol.UDP, source), destinationPort);
    }

    /** A query: ID, recursion desired, one question: the name of the root, type NS, class IN. */
    static byte[] query(int id) {
        return new byte[] { (byte) (id >>> 8), (byte) id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1 };
    }

    private static final class DnsSession implements Session {
        private final IpAddress source;
        private final IpAddress target;
        private final int sourcePort;
        private final int destinationPort;
        private final PacketView quoted = new PacketView();
        private final Map<Integer, Integer> probeOfChecksum = new HashMap<>();

        DnsSession(IpAddress source, IpAddress target, int sourcePort, int destinationPort) {
            this.source = source;
            this.target = target;
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
        }

        /** Fewer than 65535, so that no two of them have one checksum. */
        @Override
        public int capacity() {
            return 0xfffe;
        }

        @Override
        public MemorySegment build(int ttl, int probe) {
            IpHeader ip = IpHeader.of(source, target, ttl).withIdentification(probe + 1);
            MemorySegment packet = PacketBuilder.udp(ip, sourcePort, destinationPort, query(probe + 1));
            probeOfChecksum.put(PacketView.of(packet).transportChecksum(), probe);
            return packet;
        }

        @Override
        public int ownProbe(PacketView packet) {
            return packet.isUdp() && packet.destination().equals(target) && packet.sourcePort() == sourcePort
                    && packet.destinationPort() == destinationPort
                            ? probeOfChecksum.getOrDefault(packet.transportChecksum(), -1) : -1;
        }

        @Override
        public Optional<Match> match(PacketView packet) {
            return packet.isIcmpError() ? matchError(packet) : matchAnswer(packet);
        }

        private Optional<Match> matchAnswer(PacketView packet) {
            boolean answer = packet.isUdp() && packet.source().equals(target) && packet.sourcePort() == destinationPort
                    && packet.destinationPort() == sourcePort && packet.hasTransport(UDP_HEADER_BYTES + 2);
            if (!answer) {
                return Optional.empty();
            }
            long at = packet.base() + packet.transportOffset() + UDP_HEADER_BYTES;
            int id = (packet.segment().get(BYTE, at) & 0xff) << 8 | packet.segment().get(BYTE, at + 1) & 0xff;
            return probeOfChecksum.containsValue(id - 1)
                    ? Optional.of(new Match(id - 1, ReplyKind.UDP_REPLY, -1, -1, true)) : Optional.empty();
        }

        private Optional<Match> matchError(PacketView error) {
            int probe = error.quote(quoted) ? ownProbe(quoted) : -1;
            if (probe < 0) {
                return Optional.empty();
            }
            int type = error.icmpType();
            int code = error.icmpCode();
            ReplyKind kind;
            boolean port;
            if (error.isV6()) {
                port = type == IcmpType.V6_UNREACHABLE && code == IcmpType.V6_CODE_PORT;
                kind = switch (type) {
                    case IcmpType.V6_TIME_EXCEEDED -> ReplyKind.TIME_EXCEEDED;
                    case IcmpType.V6_PACKET_TOO_BIG -> ReplyKind.PACKET_TOO_BIG;
                    case IcmpType.V6_PARAMETER_PROBLEM -> ReplyKind.PARAMETER_PROBLEM;
                    default -> code == IcmpType.V6_CODE_ADMIN_PROHIBITED ? ReplyKind.ADMIN_PROHIBITED : ReplyKind.UNREACHABLE;
                };
            } else {
                port = type == IcmpType.UNREACHABLE && code == IcmpType.CODE_PORT;
                kind = switch (type) {
                    case IcmpType.TIME_EXCEEDED -> ReplyKind.TIME_EXCEEDED;
                    case IcmpType.PARAMETER_PROBLEM -> ReplyKind.PARAMETER_PROBLEM;
                    case IcmpType.UNREACHABLE -> code == IcmpType.CODE_ADMIN_PROHIBITED ? ReplyKind.ADMIN_PROHIBITED
                            : code == IcmpType.CODE_FRAGMENTATION_NEEDED ? ReplyKind.PACKET_TOO_BIG : ReplyKind.UNREACHABLE;
                    // Redirects and source quench stop nothing.
                    default -> null;
                };
            }
            // A filter on the way may say port unreachable too; only the target's own word shows that the probe arrived.
            return kind == null ? Optional.empty()
                    : Optional.of(new Match(probe, kind, type, code, port && error.source().equals(target)));
        }
    }
}
