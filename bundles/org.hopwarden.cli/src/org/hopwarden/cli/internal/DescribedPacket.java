package org.hopwarden.cli.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;

import picocli.CommandLine.Option;

/** A packet that a user describes by its fields. */
final class DescribedPacket {

    private static final List<String> FLAG_NAMES = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");
    private static final int TTL = 64;

    @Option(names = "--protocol", paramLabel = "PROTOCOL", required = true, description = "icmp, tcp, udp, or a number 0 to 255")
    private String protocol;
    @Option(names = "--source", paramLabel = "ADDRESS", required = true, description = "the source address")
    private String source;
    @Option(names = "--destination", paramLabel = "ADDRESS", required = true, description = "the destination address")
    private String destination;
    @Option(names = "--source-port", paramLabel = "N", defaultValue = "40000", description = "of tcp and udp (default 40000)")
    private int sourcePort;
    @Option(names = "--destination-port", paramLabel = "N", defaultValue = "80", description = "of tcp and udp (default 80)")
    private int destinationPort;
    @Option(names = "--icmp", paramLabel = "TYPE[/CODE]", description = "of icmp (default: echo request)")
    private String icmp;
    @Option(names = "--tcp-flags", paramLabel = "FLAG,...", split = ",", defaultValue = "syn",
            description = "of tcp: fin, syn, rst, psh, ack, urg, ece, cwr (default syn)")
    private List<String> tcpFlags;
    @Option(names = "--later-fragment", description = "the packet is a fragment other than the first")
    private boolean laterFragment;

    /** Builds it. Whatever cannot be is a {@link CommandFailure}. */
    MemorySegment build() {
        try {
            IpHeader ip = IpHeader.of(IpAddress.parse(source), IpAddress.parse(destination), TTL);
            return laterFragment ? PacketBuilder.fragments(transport(ip, 64), ip.source().isV6() ? 1280 : 44, 1).getLast()
                    : transport(ip, 0);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help rules explain'.");
        }
    }

    private MemorySegment transport(IpHeader ip, int payloadBytes) {
        byte[] payload = new byte[ip.source().isV6() && laterFragment ? 1400 : payloadBytes];
        return switch (protocol.toLowerCase(Locale.ROOT)) {
            case "tcp" -> PacketBuilder.tcp(ip, port(sourcePort), port(destinationPort), 1, 0, flags(), 64240, new byte[0],
                    payload);
            case "udp" -> PacketBuilder.udp(ip, port(sourcePort), port(destinationPort), payload);
            case "icmp", "icmpv6" -> icmp(ip, payload);
            default -> PacketBuilder.raw(ip, number(protocol, 255, "protocol"), payload);
        };
    }

    private MemorySegment icmp(IpHeader ip, byte[] payload) {
        int type = ip.source().isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
        int code = 0;
        if (icmp != null) {
            String[] parts = icmp.split("/", 2);
            type = number(parts[0], 255, "ICMP type");
            code = parts.length == 1 ? 0 : number(parts[1], 255, "ICMP code");
        }
        return PacketBuilder.icmp(ip, type, code, 0, MemorySegment.ofArray(payload));
    }

    private int flags() {
        int flags = 0;
        for (String flag : tcpFlags) {
            int bit = FLAG_NAMES.indexOf(flag.strip().toLowerCase(Locale.ROOT));
            if (bit < 0) {
                throw new IllegalArgumentException("no TCP flag is called '" + flag + "'; there are: "
                        + String.join(", ", FLAG_NAMES));
            }
            flags |= TcpFlags.FIN << bit;
        }
        return flags;
    }

    private static int port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port lies in 0..65535, not " + port);
        }
        return port;
    }

    private static int number(String text, int most, String what) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, in words
        }
        throw new IllegalArgumentException("a" + (what.startsWith("I") ? "n " : " ") + what + " is a number in 0.." + most
                + ", not '" + text + "'");
    }
}
