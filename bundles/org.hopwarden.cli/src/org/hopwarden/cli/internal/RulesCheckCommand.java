package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.PolicyChecks;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Severity;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.engine.PolicyCompileException;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", sortOptions = false, description = {
        "Looks for mistakes in a policy: rules that never match, that do nothing or hide others, and what the policy blocks or"
                + " permits that it should not.",
        "Each finding comes with a packet that shows it and, where there is one, a fix.",
        "Ends with 1 where there is a finding of severity warning or error." })
final class RulesCheckCommand implements Callable<Integer> {

    private final Output output;

    @ArgGroup(multiplicity = "1")
    private What what;

    private static final class What {
        @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
        private Path file;
        @Option(names = "--list-checks", description = "list the checks instead")
        private boolean list;
    }

    @Option(names = "--only", paramLabel = "CHECK", split = ",", description = "these checks alone, with commas between them")
    private List<String> only = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    RulesCheckCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (what.list) {
            return list();
        }
        List<Finding> findings = findings();
        if (format == Format.JSON) {
            json(findings);
        } else {
            text(findings);
        }
        return findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO) ? ExitCode.NEGATIVE : ExitCode.DONE;
    }

    private int list() {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        table.row("Check", "Looks for");
        PolicyChecks.all().forEach(check -> table.row(check.id(), check.description()));
        table.print(output.out());
        return ExitCode.DONE;
    }

    private List<Finding> findings() {
        List<String> known = PolicyChecks.all().stream().map(PolicyCheck::id).toList();
        for (String id : only) {
            if (!known.contains(id)) {
                throw CommandFailure.usage("there is no check '" + id + "'", "There are " + String.join(", ", known) + ".");
            }
        }
        List<PolicyCheck> chosen = PolicyChecks.all().stream().filter(check -> only.isEmpty() || only.contains(check.id()))
                .toList();
        try {
            return PolicyChecks.of(Policies.load(what.file), chosen);
        } catch (PolicyCompileException e) {
            throw CommandFailure.badInput(what.file + ": " + e.getMessage(), "");
        }
    }

    private void text(List<Finding> findings) {
        for (Finding finding : findings) {
            output.out().println(finding.severity().word() + ": " + finding.check() + place(finding));
            output.out().println("    " + finding.message());
            if (finding.witness() != null) {
                output.out().println("    packet: " + finding.witness());
            }
            if (finding.fix() != null) {
                output.out().println("    fix:    " + finding.fix().label());
            }
        }
        output.out().println(findings.isEmpty() ? "No findings." : Arrays.stream(Severity.values())
                .map(severity -> findings.stream().filter(finding -> finding.severity() == severity).count() + " "
                        + severity.word()).collect(Collectors.joining(", ")));
    }

    private static String place(Finding finding) {
        return (finding.chain() == null ? "" : ", chain " + finding.chain())
                + (finding.rule() == 0 ? "" : " rule " + finding.rule());
    }

    private void json(List<Finding> findings) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-check/1");
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                json.writeRaw("\n ");
                write(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", finding.check());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("chain", finding.chain());
        json.writeNumberField("rule", finding.rule());
        json.writeStringField("message", finding.message());
        json.writeArrayFieldStart("because");
        for (RulePlace place : finding.because()) {
            json.writeStartObject();
            json.writeStringField("chain", place.chain());
            json.writeNumberField("rule", place.number());
            json.writeStringField("text", place.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        WitnessJson.write(json, "witness", finding.witness());
        json.writeStringField("fix", finding.fix() == null ? null : finding.fix().label());
        json.writeEndObject();
    }
}
