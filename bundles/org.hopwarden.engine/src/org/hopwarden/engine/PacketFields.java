package org.hopwarden.engine;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/**
 * A packet as a user describes it, by the fields that a policy looks at; each field as it was typed.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, or a number
 * @param sourcePort of TCP and UDP, as {@code destinationPort}
 * @param icmp type, or type/code; empty for an echo request
 * @param tcpFlags words with commas between them
 */
public record PacketFields(Direction direction, String protocol, String source, String sourcePort, String destination,
        String destinationPort, String icmp, String tcpFlags, boolean laterFragment) {

    /** A ping through a router, between addresses of documentation (RFC 5737). */
    public static final PacketFields FIRST = new PacketFields(Direction.FORWARD, "icmp", "192.0.2.1", "40000", "198.51.100.2",
            "80", "8", "syn", false);

    private static final List<String> FLAG_NAMES = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");
    private static final int TTL = 64;
    private static final int FRAGMENT_PAYLOAD_BYTES = 1400;
    private static final int FRAGMENT_MTU_BYTES = 1280;

    /** The fields of a packet. What it does not have is as in {@link #FIRST}. */
    public static PacketFields of(PacketView packet, Direction direction) {
        boolean ports = !packet.isLaterFragment() && (packet.isTcp() || packet.isUdp()) && packet.destinationPort() >= 0;
        boolean icmp = packet.isIcmp() && packet.icmpType() >= 0;
        return new PacketFields(direction, protocol(packet), packet.source().toString(),
                ports ? Integer.toString(packet.sourcePort()) : FIRST.sourcePort, packet.destination().toString(),
                ports ? Integer.toString(packet.destinationPort()) : FIRST.destinationPort,
                icmp ? packet.icmpType() + "/" + Math.max(0, packet.icmpCode()) : FIRST.icmp,
                packet.isTcp() && packet.tcpFlags() >= 0 ? flags(packet.tcpFlags()) : FIRST.tcpFlags, packet.isLaterFragment());
    }

    private static String protocol(PacketView packet) {
        return switch (packet.protocol()) {
            case IpProtocol.TCP -> "tcp";
            case IpProtocol.UDP -> "udp";
            default -> packet.protocol() == (packet.isV4() ? IpProtocol.ICMP : IpProtocol.ICMPV6) ? "icmp"
                    : Integer.toString(packet.protocol());
        };
    }

    private static String flags(int flags) {
        return IntStream.range(0, FLAG_NAMES.size()).filter(bit -> (flags & TcpFlags.FIN << bit) != 0).mapToObj(FLAG_NAMES::get)
                .collect(Collectors.joining(","));
    }

    public boolean isIcmp() {
        return protocol.startsWith("icmp");
    }

    public boolean isTcp() {
        return protocol.equals("tcp");
    }

    public boolean hasPorts() {
        return isTcp() || protocol.equals("udp");
    }

    /**
     * Builds the packet.
     *
     * @throws IllegalArgumentException if a field is not right; the message is for the user
     */
    public PacketView build() {
        IpAddress from = address(source, "Source");
        IpAddress to = address(destination, "Destination");
        if (from.version() != to.version()) {
            throw new IllegalArgumentException("Source and destination are of different IP versions: both are IPv4, or both IPv6.");
        }
        IpHeader ip = IpHeader.of(from, to, TTL);
        MemorySegment packet = transport(ip, laterFragment ? FRAGMENT_PAYLOAD_BYTES : 0);
        return PacketView.of(laterFragment ? PacketBuilder.fragments(packet, FRAGMENT_MTU_BYTES, 1).getLast() : packet);
    }

    private static IpAddress address(String text, String name) {
        return IpAddress.tryParse(text).orElseThrow(() -> new IllegalArgumentException(name + ": "
                + (text.isEmpty() ? "type an address." : "'" + text + "' is no IP address.")));
    }

    private MemorySegment transport(IpHeader ip, int payloadBytes) {
        byte[] payload = new byte[payloadBytes];
        return switch (protocol) {
            case "tcp" -> PacketBuilder.tcp(ip, number(sourcePort, 65535, "Source port"),
                    number(destinationPort, 65535, "Destination port"), 1, 0, flags(), 64240, new byte[0], payload);
            case "udp" -> PacketBuilder.udp(ip, number(sourcePort, 65535, "Source port"),
                    number(destinationPort, 65535, "Destination port"), payload);
            case "icmp", "icmpv6" -> icmp(ip, payload);
            default -> PacketBuilder.raw(ip, number(protocol, 255, "Protocol"), payload);
        };
    }

    private MemorySegment icmp(IpHeader ip, byte[] payload) {
        int type = ip.source().isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
        int code = 0;
        if (!icmp.isEmpty()) {
            String[] parts = icmp.split("/", 2);
            type = number(parts[0], 255, "ICMP type");
            code = parts.length == 1 ? 0 : number(parts[1], 255, "ICMP code");
        }
        return PacketBuilder.icmp(ip, type, code, 0, MemorySegment.ofArray(payload));
    }

    private int flags() {
        int flags = 0;
        for (String flag : tcpFlags.split(",")) {
            String word = flag.strip().toLowerCase(Locale.ROOT);
            int bit = FLAG_NAMES.indexOf(word);
            if (bit < 0 && !word.isEmpty()) {
                throw new IllegalArgumentException("no TCP flag is called '" + word + "'; there are "
                        + String.join(", ", FLAG_NAMES) + ".");
            }
            flags |= bit < 0 ? 0 : TcpFlags.FIN << bit;
        }
        return flags;
    }

    private static int number(String text, int most, String name) {
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(name + ": a number in 0.." + most
                + (text.isEmpty() ? "." : ", not '" + text + "'."));
    }
}
