package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.EnforcementCounts;
import org.hopwarden.report.EnforcementFormatException;
import org.hopwarden.report.PolicyReport;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.report.TraceFormatException;
import org.hopwarden.report.TraceJson;
import org.hopwarden.rulemodel.Policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", sortOptions = false, description = {
        "Writes an HTML report of a policy: its rules as written and in words, and what holds where none speaks.",
        "With what an enforcement counted, and traces that were taken beside it." })
final class RulesReportCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file")
    private Path file;

    @Option(names = { "-o", "--output" }, paramLabel = "FILE.html", required = true, description = "where to write the report")
    private Path target;

    @Option(names = "--stats", paramLabel = "FILE.json",
            description = "what 'enforce --stats json' wrote when it enforced this policy")
    private Path stats;

    @Option(names = "--trace", paramLabel = "FILE.json",
            description = "a trace that 'trace --format json' wrote; may be given several times")
    private List<Path> traces = List.of();

    RulesReportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Policy policy = Policies.load(file);
        Optional<EnforcementCounts> counts = Optional.ofNullable(stats).map(RulesReportCommand::counts);
        List<Trace> read = new ArrayList<>();
        traces.forEach(path -> read.add(trace(path)));
        counts.ifPresent(found -> check(found, policy));
        try {
            PolicyReport.write(new ReportSubject(policy, counts, read), target);
        } catch (IOException e) {
            Path parent = target.toAbsolutePath().getParent();
            String reason = parent != null && !Files.isDirectory(parent) ? "there is no folder " + parent
                    : e instanceof FileSystemException failure && failure.getReason() != null ? failure.getReason() : e.getMessage();
            throw new CommandFailure(ExitCode.FAILED, "the report cannot be written to " + target + ": " + reason,
                    "Name another file with --output.");
        }
        output.out().println(target);
        return ExitCode.DONE;
    }

    private void check(EnforcementCounts counts, Policy policy) {
        try {
            counts.requireOf(policy);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(stats + " does not belong to " + file + ": " + e.getMessage(),
                    "Name the policy that was enforced. Nothing was written.");
        }
    }

    private static EnforcementCounts counts(Path path) {
        try {
            return EnforcementCounts.parse(content(path));
        } catch (EnforcementFormatException e) {
            throw CommandFailure.badInput(path + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(),
                    "--stats takes what 'hopwarden enforce --stats json' wrote. Nothing was written.");
        }
    }

    private static Trace trace(Path path) {
        try {
            return TraceJson.read(content(path));
        } catch (TraceFormatException e) {
            throw CommandFailure.badInput(path + ":" + e.line() + ":" + e.column() + ": " + e.problem(),
                    "--trace takes what 'hopwarden trace --format json' wrote. Nothing was written.");
        }
    }

    private static byte[] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput(path + ": there is no such file", "Check the path.");
        } catch (IOException e) {
            throw CommandFailure.badInput(path + " cannot be read: " + e.getMessage(), "Check that it is a file you may read.");
        }
    }
}
