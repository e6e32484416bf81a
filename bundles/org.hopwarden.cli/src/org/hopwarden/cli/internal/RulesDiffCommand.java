package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.analysis.PolicyDiff.Change;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff", sortOptions = false, description = {
        "Says which packets get another verdict from the second policy than from the first, however the two are written.",
        "Ends with 1 where there are any." })
final class RulesDiffCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(index = "0", paramLabel = "A.hwpolicy", description = "the first policy")
    private Path first;

    @Parameters(index = "1", paramLabel = "B.hwpolicy", description = "the second policy")
    private Path second;

    @Option(names = "--chain", paramLabel = "NAME",
            description = "compare this chain of the first policy (default: the policy as a whole)")
    private String chain;

    @Option(names = "--with-chain", paramLabel = "NAME", description = "with this chain of the second (default: the same name)")
    private String otherChain;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    RulesDiffCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (chain == null && otherChain != null) {
            throw CommandFailure.usage("--with-chain stands without --chain", "Name a chain of each policy.");
        }
        PolicyDiff diff = diff(Policies.load(first), Policies.load(second));
        if (format == Format.JSON) {
            json(diff);
        } else {
            text(diff);
        }
        return diff.isEqual() ? ExitCode.DONE : ExitCode.NEGATIVE;
    }

    private PolicyDiff diff(Policy from, Policy to) {
        try {
            return chain == null ? PolicyDiff.of(from, to)
                    : PolicyDiff.of(from, chain, to, otherChain == null ? chain : otherChain);
        } catch (PolicyCompileException e) {
            throw CommandFailure.badInput(first + ", " + second + ": " + e.getMessage(),
                    "Chains are chosen with --chain NAME and --with-chain NAME.");
        }
    }

    private void text(PolicyDiff diff) {
        if (diff.isEqual()) {
            output.out().println("Equal: both policies give each packet the same verdict.");
            return;
        }
        for (Change change : diff.changes()) {
            output.out().println((change.chain() == null ? "" : "chain " + change.chain() + ": ") + change.from() + " -> "
                    + change.to() + ": " + change.packets());
            output.out().println("    such as " + change.witness());
        }
        if (!diff.isComplete()) {
            output.out().println("There are more; these are the first " + diff.changes().size() + ".");
        }
    }

    private void json(PolicyDiff diff) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-diff/1");
            json.writeBooleanField("equal", diff.isEqual());
            json.writeBooleanField("complete", diff.isComplete());
            json.writeArrayFieldStart("changes");
            for (Change change : diff.changes()) {
                json.writeRaw("\n ");
                json.writeStartObject();
                json.writeStringField("from", change.from());
                json.writeStringField("to", change.to());
                if (change.chain() != null) {
                    json.writeStringField("chain", change.chain());
                }
                json.writeObjectFieldStart("packets");
                for (Map.Entry<String, String> condition : change.packets().conditions().entrySet()) {
                    json.writeStringField(condition.getKey(), condition.getValue());
                }
                json.writeEndObject();
                WitnessJson.write(json, "witness", change.witness());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
