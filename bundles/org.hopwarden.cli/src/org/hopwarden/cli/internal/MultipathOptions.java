package org.hopwarden.cli.internal;

import java.nio.file.Path;
import java.util.Stack;

import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTracer;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.TraceEventFile;

import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of {@code trace} that ask for all paths. */
final class MultipathOptions {

    /** Routers balance UDP by its ports; few balance echo requests at all. */
    static final String DEFAULT_METHOD = "udp";

    @Option(names = "--multipath", paramLabel = "ALGORITHM", arity = "0..1", fallbackValue = "mda-lite",
            parameterConsumer = OnlyAlgorithms.class, order = 10,
            description = "find all paths that routers share flows out over, whatever --queries and --strategy say: mda-lite (default) "
                    + "or mda, which asks each router on its own and takes more probes")
    private String algorithm;

    @Option(names = "--confidence", paramLabel = "P", order = 11,
            description = "the probability that all is found where flows are shared out evenly, 0.5 to 0.9999 (default 0.95)")
    private Double confidence;

    /** Takes the next word only if it is an algorithm, for it may be the target. */
    static final class OnlyAlgorithms implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            boolean named = !words.isEmpty()
                    && java.util.Arrays.stream(MultipathAlgorithm.values()).anyMatch(each -> each.id().equals(words.peek()));
            option.setValue(named ? words.pop() : MultipathAlgorithm.MDA_LITE.id());
        }
    }

    /** Refuses what does not go together, before anything is sent. */
    void requirePossible(TraceFormat format, boolean everyMethod) {
        if (algorithm == null) {
            throw CommandFailure.usage("--confidence says how sure to be of all paths, and only one is asked for", "Add --multipath.");
        }
        MultipathOutput.requirePossible(format);
        if (everyMethod) {
            throw CommandFailure.usage("--multipath traces by one method", "Leave out --method all.");
        }
    }

    /** @param save where to write the events; null for nowhere */
    TraceResult trace(TraceRequest trace, PacketPort packets, Path save, Interruption interruption) throws PacketPortException {
        try (EventsFile file = EventsFile.open(save, TraceEventFile.Kind.MULTIPATH)) {
            MultipathRequest request = new MultipathRequest(trace, MultipathAlgorithm.ofId(algorithm),
                    confidence == null ? MultipathRequest.DEFAULT_CONFIDENCE : confidence);
            return new MultipathOutput(MultipathTracer.run(request, packets, file::on, interruption::isRequested));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
    }
}
