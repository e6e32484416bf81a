package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.capture.LinkType;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", sortOptions = false, description = {
        "Says what a policy makes of each packet, by which rule, and how many each rule decided.",
        "The packets are the frames of a capture file, pcap or pcapng, each decided at its own time, or lines of JSON,"
                + " which say themselves what is known of them: see docs/packets.md." })
final class RulesTestCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Source source;

    private static final class Source {
        @Option(names = "--pcap", paramLabel = "FILE", description = "the capture file")
        private Path pcap;
        @Option(names = "--packets", paramLabel = "FILE", description = "packets as JSON, one object a line")
        private Path packets;
    }

    @Option(names = "--chain", paramLabel = "NAME",
            description = "the chain that decides (default: by their bindings, or the policy's only one)")
    private String chain;

    @Mixin
    private ContextOptions context;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    private final PacketView view = new PacketView();
    private int unknownLinkType = -1;

    RulesTestCommand(Output output) {
        this.output = output;
    }

    /** Takes the decision about one packet. */
    private interface Sink {

        /** @param number of the frame or line, counted from 1 */
        void take(long number, int decision) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        CompiledPolicy policy = Policies.compile(file, chain);
        if (source.packets != null) {
            try (PacketLines lines = PacketLines.open(source.packets, context.draft(), output.err())) {
                return print(policy, "packets", "line", sink -> decideAll(policy, lines, sink));
            }
        }
        try (CaptureFile capture = Captures.open(source.pcap)) {
            policy.questions().notes(context.known()).forEach(note -> output.err().println("note: " + note));
            return print(policy, "frames", "frame", sink -> decideAll(policy, capture, sink));
        }
    }

    /** Gives all packets to a sink. */
    private interface Packets {

        /** @return the exit code */
        int decide(Sink sink) throws IOException;
    }

    private int print(CompiledPolicy policy, String list, String numberName, Packets packets) throws IOException {
        VerdictSummary summary = new VerdictSummary(policy);
        return format == Format.JSON ? json(policy, list, numberName, packets, summary) : text(policy, packets, summary);
    }

    private int json(CompiledPolicy policy, String list, String numberName, Packets packets, VerdictSummary summary)
            throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-test/1");
            json.writeArrayFieldStart(list);
            int code = packets.decide((number, decision) -> {
                summary.add(decision);
                json.writeRaw("\n ");
                json.writeStartObject();
                json.writeNumberField(numberName, number);
                write(json, policy.verdict(decision));
                json.writeEndObject();
            });
            json.writeEndArray();
            summary.write(json);
            json.writeEndObject();
            return code;
        }
    }

    /** The fields of a verdict. */
    static void write(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStringField("verdict", verdict.kind().word());
        if (verdict.kind() != Verdict.Kind.NONE) {
            if (verdict.chain() != null) {
                json.writeStringField("chain", verdict.chain());
            }
            json.writeNumberField("rule", verdict.rule());
            json.writeStringField("text", verdict.text());
        }
    }

    private int text(CompiledPolicy policy, Packets packets, VerdictSummary summary) throws IOException {
        StringBuilder line = new StringBuilder();
        int code = packets.decide((number, decision) -> {
            summary.add(decision);
            Verdict verdict = policy.verdict(decision);
            line.setLength(0);
            line.append(String.format("%6d  %-6s  ", number, verdict.kind().word()));
            if (verdict.chain() != null) {
                line.append(verdict.chain()).append(" rule ").append(verdict.rule()).append(": ");
            }
            output.out().println(line.append(verdict.text()));
        });
        summary.print(output);
        return code;
    }

    /** A file that is damaged gives what stands before the damage, and says so. */
    private int decideAll(CompiledPolicy policy, CaptureFile capture, Sink sink) throws IOException {
        PacketState state = new PacketState(context.context().direction()).set(context.context());
        try {
            while (capture.next()) {
                read(capture);
                sink.take(capture.number(), policy.decide(view, state.at(capture.timeNanos())));
            }
        } catch (CaptureFileException e) {
            output.err().println("hopwarden: " + e.getMessage());
            output.err().println("The " + capture.number() + " frames before that were read.");
            return ExitCode.BAD_INPUT;
        }
        return ExitCode.DONE;
    }

    private static int decideAll(CompiledPolicy policy, PacketLines lines, Sink sink) throws IOException {
        PacketState state = null;
        while (lines.next()) {
            state = state == null ? new PacketState(lines.packet().direction()) : state;
            sink.take(lines.line(), policy.decide(lines.packet().view(), state.set(lines.packet().context())));
        }
        lines.printBroken();
        return lines.broken() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void read(CaptureFile capture) {
        if (!LinkType.isKnown(capture.linkType()) && capture.linkType() != unknownLinkType) {
            unknownLinkType = capture.linkType();
            output.err().println("warning: frame " + capture.number() + " has link type " + unknownLinkType
                    + ", in which IP packets are not looked for");
        }
        if (!capture.ip(view)) {
            view.wrap(capture.segment(), capture.offset(), 0);
        }
    }
}
