package org.hopwarden.cli.internal;

import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.PacketField;

import picocli.CommandLine.Option;

/** The options of a packet that a user describes by its fields. */
final class PacketOptions {

    private static final String LATER_OFFSET = "1480";

    @Option(names = "--protocol", paramLabel = "PROTOCOL", required = true, description = "icmp, tcp, udp, or a number 0 to 255")
    private String protocol;
    @Option(names = "--source", paramLabel = "ADDRESS", required = true, description = "the source address")
    private String source;
    @Option(names = "--destination", paramLabel = "ADDRESS", required = true, description = "the destination address")
    private String destination;
    @Option(names = "--source-port", paramLabel = "N", description = "of tcp and udp (default 40000)")
    private String sourcePort;
    @Option(names = "--destination-port", paramLabel = "N", description = "of tcp and udp (default 80)")
    private String destinationPort;
    @Option(names = "--icmp", paramLabel = "TYPE[/CODE]", description = "of icmp (default: echo request)")
    private String icmp;
    @Option(names = "--tcp-flags", paramLabel = "FLAG,...",
            description = "of tcp: fin, syn, rst, psh, ack, urg, ece, cwr (default syn)")
    private String tcpFlags;
    @Option(names = "--later-fragment", description = "the packet is a fragment other than the first")
    private boolean laterFragment;

    Draft draft() {
        Draft draft = new Draft().with(PacketField.PROTOCOL, protocol).with(PacketField.SOURCE, source)
                .with(PacketField.DESTINATION, destination);
        draft = with(draft, PacketField.SOURCE_PORT, sourcePort);
        draft = with(draft, PacketField.DESTINATION_PORT, destinationPort);
        draft = with(draft, PacketField.TCP_FLAGS, tcpFlags);
        if (icmp != null) {
            String[] parts = icmp.split("/", 2);
            draft = with(draft.with(PacketField.ICMP_TYPE, parts[0]), PacketField.ICMP_CODE, parts.length == 1 ? null : parts[1]);
        }
        return laterFragment ? draft.with(PacketField.FRAGMENT_OFFSET, LATER_OFFSET) : draft;
    }

    private static Draft with(Draft draft, PacketField field, String text) {
        return text == null ? draft : draft.with(field, text);
    }
}
