package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.InlineBridge;
import org.hopwarden.enforce.PolicyFilter;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.FailMode;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "enforce", sortOptions = false, description = {
        "Enforces a policy on live packets, until Ctrl-C or SIGTERM: two interfaces become a cable with a filter in it.",
        "Says 'enforcing' on standard error when packets flow, and what was done on standard output at the end." })
final class EnforceCommand implements Callable<Integer> {

    private static final Duration CHECK = Duration.ofMillis(100);

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @Option(names = "--bridge", paramLabel = "IF1,IF2", required = true, split = ",", arity = "1",
            description = "the two interfaces; they need no addresses and are left as they are")
    private List<String> bridge;

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain that decides (default: the policy's only one)")
    private String chain;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "end after this time")
    private Double seconds;

    @Option(names = "--stats", paramLabel = "FORMAT", defaultValue = "text",
            description = "how to write what was done: text (default) or json")
    private Format format;

    EnforceCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (bridge.size() != 2) {
            throw CommandFailure.usage("--bridge wants two interfaces, as in --bridge eth1,eth2",
                    "See 'hopwarden interfaces'.");
        }
        if (seconds != null && !(seconds > 0 && seconds < 1e9)) {
            throw CommandFailure.usage("--duration is a number of seconds greater than 0, not " + seconds,
                    "Leave it out to go on until Ctrl-C.");
        }
        CompiledPolicy policy = Policies.compile(file, chain);
        bridge.forEach(InterfacesCommand::require);
        try (Interruption interruption = new Interruption();
                InlineBridge running = InlineBridge.start(bridge.get(0), bridge.get(1), new PolicyFilter(policy),
                        policy.failMode() == FailMode.OPEN)) {
            output.err().println("enforcing");
            PacketPortException failure = hold(running, interruption);
            running.close();
            print(running.statistics(), running.lostFrames());
            if (failure != null) {
                throw CommandFailure.of(failure);
            }
            return ExitCode.DONE;
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    /** Waits until there is a reason to end. @return why the bridge ended by itself, or null */
    private PacketPortException hold(InlineBridge running, Interruption interruption) {
        long endNanos = System.nanoTime() + (seconds == null ? Long.MAX_VALUE / 2 : (long) (seconds * 1e9));
        try {
            while (!interruption.isRequested() && System.nanoTime() < endNanos) {
                if (running.await(CHECK)) {
                    return null;
                }
            }
        } catch (PacketPortException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void print(EnforcementStatistics statistics, long lost) throws IOException {
        if (format == Format.JSON) {
            json(statistics, lost);
            return;
        }
        output.out().println("seen " + statistics.seen() + " = allowed " + statistics.allowed() + " + denied "
                + statistics.denied() + " + rejected " + statistics.rejected() + " + asked " + statistics.asked()
                + " + failed " + statistics.failed());
        if (lost > 0) {
            output.out().println("lost by the kernel before they were seen: " + lost);
        }
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
        table.row("Chain", "Rule", "Packets", "Bytes");
        for (EnforcementStatistics.RuleCount count : statistics.rules()) {
            table.row(count.chain(), Integer.toString(count.rule()), Long.toString(count.packets()),
                    Long.toString(count.bytes()));
        }
        table.print(output.out());
    }

    private void json(EnforcementStatistics statistics, long lost) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.enforce/1");
            json.writeNumberField("seen", statistics.seen());
            json.writeNumberField("allowed", statistics.allowed());
            json.writeNumberField("denied", statistics.denied());
            json.writeNumberField("rejected", statistics.rejected());
            json.writeNumberField("asked", statistics.asked());
            json.writeNumberField("failed", statistics.failed());
            json.writeNumberField("lost", lost);
            json.writeArrayFieldStart("rules");
            for (EnforcementStatistics.RuleCount count : statistics.rules()) {
                json.writeStartObject();
                json.writeStringField("chain", count.chain());
                json.writeNumberField("rule", count.rule());
                json.writeNumberField("packets", count.packets());
                json.writeNumberField("bytes", count.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
