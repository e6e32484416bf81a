package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.capture.LinkType;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", sortOptions = false,
        description = "Says what a policy makes of each frame of a capture file, pcap or pcapng.")
final class RulesTestCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @Option(names = "--pcap", paramLabel = "FILE", required = true, description = "the capture file")
    private Path pcap;

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain that decides (default: the policy's only one)")
    private String chain;

    @Option(names = "--direction", paramLabel = "DIRECTION", defaultValue = "forward",
            converter = RulesCommand.DirectionConverter.class, description = "in, out or forward (default)")
    private Direction direction;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    private final PacketView view = new PacketView();
    private int unknownLinkType = -1;

    RulesTestCommand(Output output) {
        this.output = output;
    }

    /** Takes the verdict of one frame. */
    private interface Sink {
        void take(long frame, Verdict verdict) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        CompiledPolicy policy = Policies.compile(file, chain);
        try (CaptureFile capture = Captures.open(pcap)) {
            return format == Format.JSON ? json(policy, capture) : text(policy, capture);
        }
    }

    private int json(CompiledPolicy policy, CaptureFile capture) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-test/1");
            json.writeArrayFieldStart("frames");
            int code = decideAll(policy, capture, (frame, verdict) -> {
                json.writeRaw("\n ");
                json.writeStartObject();
                json.writeNumberField("frame", frame);
                json.writeStringField("verdict", verdict.kind().word());
                if (verdict.kind() != Verdict.Kind.NONE) {
                    if (verdict.chain() != null) {
                        json.writeStringField("chain", verdict.chain());
                    }
                    json.writeNumberField("rule", verdict.rule());
                    json.writeStringField("text", verdict.text());
                }
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            return code;
        }
    }

    private int text(CompiledPolicy policy, CaptureFile capture) throws IOException {
        StringBuilder line = new StringBuilder();
        return decideAll(policy, capture, (frame, verdict) -> {
            line.setLength(0);
            line.append(String.format("%6d  %-6s  ", frame, verdict.kind().word()));
            if (verdict.chain() != null) {
                line.append(verdict.chain()).append(" rule ").append(verdict.rule()).append(": ");
            }
            output.out().println(line.append(verdict.text()));
        });
    }

    /** @return the exit code: a file that is damaged gives what stands before the damage, and says so */
    private int decideAll(CompiledPolicy policy, CaptureFile capture, Sink sink) throws IOException {
        try {
            while (capture.next()) {
                sink.take(capture.number(), decide(policy, capture));
            }
        } catch (CaptureFileException e) {
            output.err().println("hopwarden: " + e.getMessage());
            output.err().println("The " + capture.number() + " frames before that were read.");
            return ExitCode.BAD_INPUT;
        }
        return ExitCode.DONE;
    }

    private Verdict decide(CompiledPolicy policy, CaptureFile capture) {
        if (!LinkType.isKnown(capture.linkType()) && capture.linkType() != unknownLinkType) {
            unknownLinkType = capture.linkType();
            output.err().println("warning: frame " + capture.number() + " has link type " + unknownLinkType
                    + ", in which IP packets are not looked for");
        }
        if (!capture.ip(view)) {
            view.wrap(capture.segment(), capture.offset(), 0);
        }
        return policy.verdict(policy.decide(view, direction));
    }
}
