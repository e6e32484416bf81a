package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyTemplate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "new", sortOptions = false, description = {
        "Makes a policy file from a template.",
        "What the template lets through is told on standard error." })
final class RulesNewCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--template", paramLabel = "NAME", required = true, completionCandidates = Templates.class,
            description = "what to begin with: ${COMPLETION-CANDIDATES}")
    private String template;

    @Option(names = { "-o", "--output" }, paramLabel = "P.hwpolicy", required = true,
            description = "the policy file to write; one that is there is not replaced")
    private Path target;

    @Option(names = "--name", paramLabel = "NAME", description = "the policy's name (default: the name of the file)")
    private String name;

    /** The templates that are there, those of plug-ins included; asked for only when help is shown. */
    static final class Templates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Interchange.templates().stream().map(PolicyTemplate::id).iterator();
        }
    }

    RulesNewCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        PolicyTemplate chosen = Interchange.template(template)
                .orElseThrow(() -> CommandFailure.usage("there is no template '" + template + "'", "There are: "
                        + Interchange.templates().stream().map(PolicyTemplate::id).collect(Collectors.joining(", ")) + "."));
        if (Files.exists(target)) {
            throw CommandFailure.usage(target + " is there already", "Give another file, or remove it.");
        }
        String policyName = name != null ? name : target.getFileName() == null ? chosen.id()
                : target.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
        Policies.save(chosen.make(policyName), target);
        output.err().println(chosen.title() + ": " + chosen.description());
        output.out().println(target);
        return ExitCode.DONE;
    }
}
