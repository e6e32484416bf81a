package org.hopwarden.cli.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketFieldException;
import org.hopwarden.net.PacketView;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", sortOptions = false, description = {
        "Says why a policy decides a packet as it does: the rule that decided, and for each earlier rule the first field"
                + " that did not match, or why it left the decision to others, through all chains that were asked.",
        "The packet is described in words, in JSON or by options, is a frame of a capture, or bytes in hex." })
final class RulesExplainCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Source source;

    private static final class Source {
        @Option(names = "--packet", paramLabel = "WORDS",
                description = "such as \"icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0\" (see docs/packets.md),"
                        + " or the packet from its IP header on as hex digits")
        private String packet;
        @ArgGroup(exclusive = false, heading = "A packet in JSON:%n")
        private Lines lines;
        @ArgGroup(exclusive = false, heading = "A frame of a capture, at its time:%n")
        private Frame frame;
        @ArgGroup(exclusive = false, heading = "A packet by options:%n")
        private PacketOptions described;
    }

    private static final class Lines {
        @Option(names = "--packets", paramLabel = "FILE", required = true, description = "packets as JSON, one object a line")
        private Path packets;
        @Option(names = "--index", paramLabel = "N", defaultValue = "1", description = "which of them, counted from 1 (default 1)")
        private long index;
    }

    private static final class Frame {
        @Option(names = "--pcap", paramLabel = "FILE", required = true, description = "a capture file")
        private Path pcap;
        @Option(names = "--frame", paramLabel = "N", required = true, description = "which of its frames, counted from 1")
        private long number;
    }

    @Option(names = "--chain", paramLabel = "NAME",
            description = "the chain that decides (default: by their bindings, or the policy's only one)")
    private String chain;

    @Mixin
    private ContextOptions context;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    RulesExplainCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        CompiledPolicy policy = Policies.compile(file, chain);
        if (source.frame != null) {
            try (CaptureFile capture = Captures.open(source.frame.pcap)) {
                PacketView packet = frame(capture);
                explain(policy, packet, context.context().at(instant(capture.timeNanos())));
            }
        } else if (source.lines != null) {
            explain(policy, line());
        } else if (source.described != null) {
            explain(policy, described(source.described.draft()));
        } else if (isWords(source.packet)) {
            explain(policy, described(words()));
        } else {
            explain(policy, bytes(), context.context());
        }
        return ExitCode.DONE;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private PacketView frame(CaptureFile capture) {
        try {
            while (capture.next()) {
                if (capture.number() == source.frame.number) {
                    PacketView view = new PacketView();
                    if (!capture.ip(view)) {
                        view.wrap(capture.segment(), capture.offset(), 0);
                    }
                    return view;
                }
            }
        } catch (CaptureFileException e) {
            throw CommandFailure.badInput(e.getMessage(), "The " + capture.number() + " frames before that can be read.");
        }
        throw CommandFailure.usage(source.frame.pcap + " has " + capture.number() + " frames, and no frame "
                + source.frame.number, "Frames are counted from 1.");
    }

    private DescribedPacket line() throws IOException {
        try (PacketLines lines = PacketLines.open(source.lines.packets, context.draft(), output.err())) {
            long count = 0;
            while (count < source.lines.index && lines.next()) {
                count++;
            }
            if (lines.broken() > 0) {
                throw CommandFailure.badInput("a line of " + source.lines.packets + " is broken, so it is not sure which packet is meant",
                        "The fields of a packet are in docs/packets.md.");
            }
            if (source.lines.index < 1 || count < source.lines.index) {
                throw CommandFailure.usage(source.lines.packets + " has " + count + (count == 1 ? " packet" : " packets")
                        + ", and no packet " + source.lines.index, "They are counted from 1; empty lines do not count.");
            }
            return lines.packet();
        }
    }

    /** Words name the ends of the packet's way; hex digits cannot. */
    private static boolean isWords(String packet) {
        return Arrays.stream(packet.toLowerCase(java.util.Locale.ROOT).split("\\s+"))
                .anyMatch(word -> word.equals("from") || word.equals("to"));
    }

    private Draft words() {
        try {
            return DescribedPacket.draft(source.packet);
        } catch (PacketFieldException e) {
            throw CommandFailure.usage("--packet: " + e.getMessage(), "See docs/packets.md.");
        }
    }

    private DescribedPacket described(Draft draft) {
        try {
            return context.completed(draft).build();
        } catch (PacketFieldException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help rules explain'.");
        }
    }

    private PacketView bytes() {
        try {
            byte[] packet = HexFormat.of().parseHex(source.packet.replaceAll("[\\s:]", ""));
            return PacketView.of(MemorySegment.ofArray(packet));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--packet is neither a packet in words nor made of pairs of hex digits: " + e.getMessage(),
                    "Say it as in \"icmp echo from 192.0.2.1 to 198.51.100.7 in\", or give the bytes from the IP header on.");
        }
    }

    private void explain(CompiledPolicy policy, DescribedPacket packet) throws IOException {
        explain(policy, packet.view(), packet.context());
    }

    private void explain(CompiledPolicy policy, PacketView packet, PacketContext known) throws IOException {
        Explanation explanation = policy.explain(packet, known);
        DescribedPacket described = packet.isValid() ? DescribedPacket.of(packet, known).withoutTime() : null;
        if (format == Format.JSON) {
            ExplanationOutput.json(explanation, described, output.out());
        } else {
            ExplanationOutput.text(explanation, described, output.out());
        }
    }
}
