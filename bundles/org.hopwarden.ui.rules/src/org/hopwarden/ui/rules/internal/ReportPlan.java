package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.EnforcementCounts;
import org.hopwarden.report.EnforcementFormatException;
import org.hopwarden.report.PolicyReport;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.report.TraceFormatException;
import org.hopwarden.report.TraceJson;
import org.hopwarden.rulemodel.Policy;

/**
 * What a report of a policy is to hold, as the user has chosen it.
 *
 * @param policy a copy that nobody changes
 * @param enforcement whose counters are reported as they are when the report is written
 * @param countsFile what {@code enforce --stats json} wrote; not beside an enforcement
 * @param traces of open tabs
 * @param traceFiles what {@code trace --format json} wrote, or a tab saved
 */
record ReportPlan(Policy policy, Optional<Enforcement> enforcement, Optional<Path> countsFile, List<Trace> traces,
        List<Path> traceFiles) {

    /**
     * Reads what is to be read, and writes the page; in the background.
     *
     * @throws IOException where that fails, with a message for the user; the file is then as it was
     */
    void write(Path file) throws IOException {
        Optional<EnforcementCounts> counts = countsFile.isPresent() ? Optional.of(counts(countsFile.get()))
                : enforcement.map(running -> counts(running.statistics(), running.lostPackets()));
        List<Trace> all = new ArrayList<>(traces);
        for (Path traceFile : traceFiles) {
            all.add(trace(traceFile));
        }
        ReportSubject subject;
        try {
            subject = new ReportSubject(policy, counts, all);
        } catch (IllegalArgumentException e) {
            throw new IOException("The counters are not of this policy: " + e.getMessage() + ".", e);
        }
        try {
            PolicyReport.write(subject, file);
        } catch (IOException e) {
            throw new IOException("The report cannot be written to " + file + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private static EnforcementCounts counts(EnforcementStatistics now, long lost) {
        return new EnforcementCounts(List.of(new EnforcementCounts.Total("seen", now.seen()),
                new EnforcementCounts.Total("allowed", now.allowed()), new EnforcementCounts.Total("denied", now.denied()),
                new EnforcementCounts.Total("rejected", now.rejected()), new EnforcementCounts.Total("asked", now.asked()),
                new EnforcementCounts.Total("failed", now.failed()), new EnforcementCounts.Total("waiting", now.waiting()), new EnforcementCounts.Total("lost", lost)),
                now.rules().stream().map(count -> new EnforcementCounts.RuleCount(count.chain(), count.rule(), count.packets(),
                        count.bytes())).toList());
    }

    private static EnforcementCounts counts(Path file) throws IOException {
        try {
            return EnforcementCounts.parse(content(file));
        } catch (EnforcementFormatException e) {
            throw new IOException(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage() + ".", e);
        }
    }

    private static Trace trace(Path file) throws IOException {
        try {
            return TraceJson.read(content(file));
        } catch (TraceFormatException e) {
            throw new IOException(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage() + ".", e);
        }
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + (Files.exists(file) ? AtomicFile.reason(e) : "there is no such file")
                    + ".", e);
        }
    }
}
