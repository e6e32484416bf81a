package org.hopwarden.cli.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.PacketFieldException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", sortOptions = false, description = {
        "Says why a policy decides a packet as it does: the rule that decided, and for each earlier rule the first",
        "field that did not match.", "The packet is a frame of a capture, bytes in hex, or described by its fields." })
final class RulesExplainCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Source source;

    private static final class Source {
        @ArgGroup(exclusive = false, heading = "A frame of a capture:%n")
        private Frame frame;
        @Option(names = "--packet", paramLabel = "HEX", description = "the packet from its IP header on, as hex digits")
        private String hex;
        @ArgGroup(exclusive = false, heading = "A packet described:%n")
        private PacketOptions described;
    }

    private static final class Frame {
        @Option(names = "--pcap", paramLabel = "FILE", required = true, description = "a capture file")
        private Path pcap;
        @Option(names = "--frame", paramLabel = "N", required = true, description = "which of its frames, counted from 1")
        private long number;
    }

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain that decides (default: the policy's only one)")
    private String chain;

    @Option(names = "--direction", paramLabel = "DIRECTION", defaultValue = "forward",
            converter = RulesCommand.DirectionConverter.class, description = "in, out or forward (default)")
    private Direction direction;

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
                explain(policy, frame(capture));
            }
        } else {
            explain(policy, source.hex != null ? bytes() : described());
        }
        return ExitCode.DONE;
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

    private PacketView described() {
        try {
            return source.described.draft().build().view();
        } catch (PacketFieldException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help rules explain'.");
        }
    }

    private PacketView bytes() {
        try {
            byte[] packet = HexFormat.of().parseHex(source.hex.replaceAll("[\\s:]", ""));
            return PacketView.of(MemorySegment.ofArray(packet));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--packet is not made of pairs of hex digits: " + e.getMessage(),
                    "Give the bytes from the IP header on, such as 4500001c...");
        }
    }

    private void explain(CompiledPolicy policy, PacketView packet) throws IOException {
        Explanation explanation = policy.explain(packet, direction);
        if (format == Format.JSON) {
            json(explanation);
        } else {
            text(explanation);
        }
    }

    private void text(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        output.out().println("Packet:  " + explanation.packet());
        output.out().println("Verdict: " + verdict.kind().word() + (verdict.chain() == null ? ", by "
                : ", by chain " + verdict.chain() + " rule " + verdict.rule() + ": ") + verdict.text());
        if (explanation.misses().isEmpty()) {
            return;
        }
        output.out().println();
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("Rule", "Text", "Did not match by", "Packet has", "Rule wants");
        for (Explanation.Miss miss : explanation.misses()) {
            table.row(Integer.toString(miss.rule()), miss.text(), miss.field().word(), miss.packetValue(), miss.ruleValue());
        }
        table.print(output.out());
    }

    private void json(Explanation explanation) throws IOException {
        Verdict verdict = explanation.verdict();
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-explain/1");
            json.writeStringField("packet", explanation.packet());
            json.writeStringField("verdict", verdict.kind().word());
            if (verdict.chain() != null) {
                json.writeStringField("chain", verdict.chain());
            }
            json.writeNumberField("rule", verdict.rule());
            json.writeStringField("text", verdict.text());
            json.writeArrayFieldStart("earlier");
            for (Explanation.Miss miss : explanation.misses()) {
                json.writeStartObject();
                json.writeNumberField("rule", miss.rule());
                json.writeStringField("text", miss.text());
                json.writeStringField("field", miss.field().word());
                json.writeStringField("packetHas", miss.packetValue());
                json.writeStringField("ruleWants", miss.ruleValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
