package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.rulemodel.Policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", sortOptions = false, description = { "Writes a policy in another language, to standard output or a file.",
        "What that language cannot say is refused, or told on standard error." })
final class RulesExportCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file to read")
    private Path file;

    @Option(names = "--to", paramLabel = "LANGUAGE", required = true, completionCandidates = Languages.class,
            description = "the language to write: ${COMPLETION-CANDIDATES}")
    private String language;

    @Option(names = "--chain", paramLabel = "NAME", description = "write this chain alone (default: all)")
    private String chain;

    @Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "the file to write (default: standard output)")
    private Path target;

    @Option(names = "--strict", description = "refuse where anything would be lost")
    private boolean strict;

    /** The languages that are there, those of plug-ins included; asked for only when help is shown. */
    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Interchange.exporters().stream().map(PolicyExporter::id).iterator();
        }
    }

    RulesExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        PolicyExporter exporter = Interchange.exporter(language)
                .orElseThrow(() -> CommandFailure.usage("rules cannot be written to '" + language + "'", "There are: "
                        + Interchange.exporters().stream().map(PolicyExporter::id).collect(Collectors.joining(", ")) + "."));
        Policy policy = Policies.load(file);
        if (chain != null && policy.getChains().stream().noneMatch(found -> found.getName().equals(chain))) {
            throw CommandFailure.usage(file + ": the policy has no chain '" + chain + "'", "It has: "
                    + policy.getChains().stream().map(found -> found.getName()).collect(Collectors.joining(", ")) + ".");
        }
        ExportResult result;
        try {
            result = exporter.write(policy, new ExportOptions(chain, strict));
        } catch (ExportException e) {
            throw CommandFailure.badInput(e.reasons().stream().map(reason -> file + ": " + reason)
                    .collect(Collectors.joining("\n")), "Nothing was written: " + exporter.label() + " cannot say this.");
        }
        result.losses().forEach(loss -> output.err().println("warning: " + file + ": " + loss));
        byte[] text = result.text().getBytes(StandardCharsets.UTF_8);
        if (target == null) {
            output.out().write(text);
            return ExitCode.DONE;
        }
        try {
            AtomicFile.write(target, text);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, target + " cannot be written: " + AtomicFile.reason(e),
                    "Choose a folder that is there and that you may write.");
        }
        output.out().println(target);
        return ExitCode.DONE;
    }
}
