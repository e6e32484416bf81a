package org.hopwarden.cli.internal;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketFields;

import picocli.CommandLine.Option;

/** A packet that a user describes by its fields. */
final class DescribedPacket {

    @Option(names = "--protocol", paramLabel = "PROTOCOL", required = true, description = "icmp, tcp, udp, or a number 0 to 255")
    private String protocol;
    @Option(names = "--source", paramLabel = "ADDRESS", required = true, description = "the source address")
    private String source;
    @Option(names = "--destination", paramLabel = "ADDRESS", required = true, description = "the destination address")
    private String destination;
    @Option(names = "--source-port", paramLabel = "N", defaultValue = "40000", description = "of tcp and udp (default 40000)")
    private String sourcePort;
    @Option(names = "--destination-port", paramLabel = "N", defaultValue = "80", description = "of tcp and udp (default 80)")
    private String destinationPort;
    @Option(names = "--icmp", paramLabel = "TYPE[/CODE]", defaultValue = "", description = "of icmp (default: echo request)")
    private String icmp;
    @Option(names = "--tcp-flags", paramLabel = "FLAG,...", defaultValue = "syn",
            description = "of tcp: fin, syn, rst, psh, ack, urg, ece, cwr (default syn)")
    private String tcpFlags;
    @Option(names = "--later-fragment", description = "the packet is a fragment other than the first")
    private boolean laterFragment;

    /** Builds it. Whatever cannot be is a {@link CommandFailure}. */
    MemorySegment build() {
        try {
            return new PacketFields(Direction.FORWARD, protocol.toLowerCase(Locale.ROOT), source, sourcePort, destination,
                    destinationPort, icmp, tcpFlags, laterFragment).build().segment();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help rules explain'.");
        }
    }
}
