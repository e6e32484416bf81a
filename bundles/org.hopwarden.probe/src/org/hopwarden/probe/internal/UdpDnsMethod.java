package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.TraceRequest;

/**
 * DNS queries (RFC 1035 section 4.1): filters that know the protocol let them pass, and a server answers them. The query's id is
 * the probe's number, so that answers are numbered. As nothing else changes, the UDP checksum goes down by one with each id, and
 * tells the number where a router quotes no more than eight bytes.
 */
public final class UdpDnsMethod implements ProbeMethod {

    private static final int DEFAULT_PORT = 53;
    private static final int RECURSION_DESIRED = 0x01;
    private static final int TYPE_NS = 2;
    private static final int CLASS_IN = 1;
    private static final int DNS_HEADER_BYTES = 12;
    private static final int QUERY_BYTES = DNS_HEADER_BYTES + 5;

    @Override
    public String id() {
        return "udp-dns";
    }

    @Override
    public String label() {
        return "UDP (DNS query)";
    }

    @Override
    public String description() {
        return "DNS queries, which a name server answers; each answer tells which query it belongs to.";
    }

    @Override
    public int defaultPort() {
        return DEFAULT_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        byte[] query = query();
        if (request.options().sizeBytes() != 0) {
            throw new IllegalArgumentException("the size of a DNS query cannot be chosen; choose the method udp");
        }
        int sourcePort = port.reserveLocalPort(IpProtocol.UDP, source, request.options().sourcePort());
        return new DnsSession(source, request, sourcePort, UdpSession.port(request, DEFAULT_PORT), query);
    }

    /** For the name servers of the root, a question that every name server has an answer to. */
    private static byte[] query() {
        byte[] query = new byte[QUERY_BYTES];
        query[2] = RECURSION_DESIRED;
        query[5] = 1;
        query[DNS_HEADER_BYTES + 2] = TYPE_NS;
        query[DNS_HEADER_BYTES + 4] = CLASS_IN;
        return query;
    }

    private static final class DnsSession extends UdpSession {
        private final byte[] query;
        /** The checksum of a query with the id 0. */
        private final int firstChecksum;

        DnsSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort, byte[] query) {
            super(source, request, sourcePort, destinationPort);
            this.query = query;
            firstChecksum = PacketView.of(PacketBuilder.udp(IpHeader.of(source, target, 1), sourcePort, destinationPort, query))
                    .transportChecksum();
        }

        /** In ones' complement there are 65535 checksums. */
        @Override
        public int capacity() {
            return 0xfffe;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            int id = probe + 1;
            byte[] payload = query.clone();
            payload[0] = (byte) (id >>> 8);
            payload[1] = (byte) id;
            return PacketBuilder.udp(ip.withIdentification(id), sourcePort, destinationPort, payload);
        }

        @Override
        int probeOf(PacketView packet) {
            if (!isOfFlow(packet)) {
                return -1;
            }
            return packet.hasTransport(HEADER_BYTES + 2) ? packet.shortAt(packet.payloadOffset()) - 1
                    : packet.transportChecksum() < 0 ? -1
                            : Math.floorMod(firstChecksum - packet.transportChecksum(), 0xffff) - 1;
        }

        /** A name server answers with the id, and so do most that are none but refuse. */
        @Override
        Optional<Match> matchDirect(PacketView packet) {
            if (!isAnswer(packet)) {
                return Optional.empty();
            }
            int probe = packet.hasTransport(HEADER_BYTES + DNS_HEADER_BYTES) ? packet.shortAt(packet.payloadOffset()) - 1 : -1;
            return probe < 0 ? Optional.empty() : Optional.of(answer(probe));
        }
    }
}
