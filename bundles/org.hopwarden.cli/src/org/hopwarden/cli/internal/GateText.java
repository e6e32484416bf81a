package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.enforce.gate.GateChecks;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.LockOut;
import org.hopwarden.enforce.gate.LockOut.Denial;
import org.hopwarden.enforce.gate.VerdictChanges;
import org.hopwarden.enforce.gate.VerdictChanges.Flow;
import org.hopwarden.enforce.gate.VerdictChanges.Way;
import org.hopwarden.engine.Verdict;

/** Tells what the gate found. */
final class GateText {

    private static final int MOST_FINDINGS = 10;
    private static final int MOST_FLOWS = 20;

    private final PrintStream out;
    private final Path policy;

    GateText(PrintStream out, Path policy) {
        this.out = out;
        this.policy = policy;
    }

    /** @param against what the captured packets were held against, in words */
    void print(GateReport report, String against) {
        out.println("gate: fails " + report.failMode().getLiteral() + "; " + summary(report.checks()));
        print(report.checks());
        report.changes().ifPresent(changes -> print(changes, against));
        report.connections().stream().filter(each -> report.lockOuts().stream().noneMatch(out -> out.connection().equals(each)))
                .forEach(each -> out.println("gate: lives on: " + each.words() + " (" + each.why() + ")"));
        report.lockOuts().forEach(this::print);
    }

    private static String summary(GateChecks checks) {
        if (!checks.complete()) {
            return "the checks took too long and were given up";
        }
        List<String> counts = Stream.of(Severity.values()).filter(each -> checks.count(each) > 0)
                .map(each -> count(checks.count(each), each == Severity.INFO ? "remark" : each.word())).toList();
        return "the checks find " + (counts.isEmpty() ? "nothing" : String.join(", ", counts));
    }

    private static String count(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private void print(GateChecks checks) {
        List<Finding> told = Stream.of(Severity.ERROR, Severity.WARNING).flatMap(each -> checks.of(each).stream()).toList();
        for (Finding finding : told.subList(0, Math.min(told.size(), MOST_FINDINGS))) {
            out.println("  " + finding.severity().word() + (finding.chain() == null ? "" : ", chain " + finding.chain())
                    + (finding.rule() == 0 ? "" : " rule " + finding.rule()) + ": " + finding.message());
        }
        if (told.size() > MOST_FINDINGS) {
            out.println("  and " + (told.size() - MOST_FINDINGS) + " more: hopwarden rules check " + policy);
        }
    }

    private void print(VerdictChanges changes, String against) {
        out.println("gate: " + count(changes.packets(), "captured packet") + ", held against " + against + ": "
                + (changes.total() == 0 ? "none gets another verdict" : count(changes.total(), "packet")
                        + (changes.total() == 1 ? " gets" : " get") + " another verdict"));
        if (changes.elsewhere() > 0) {
            out.println("  " + count(changes.elsewhere(), "more packet") + " would not be decided here");
        }
        if (changes.unread() > 0) {
            out.println("  " + count(changes.unread(), "frame") + " hold no IP packet that can be read");
        }
        changes.notes().forEach(note -> out.println("  note: " + note));
        for (Way way : Way.values()) {
            if (changes.total(way) > 0) {
                print(changes, way);
            }
        }
    }

    private void print(VerdictChanges changes, Way way) {
        List<Flow> flows = changes.flows().stream().filter(flow -> flow.first().way() == way).toList();
        out.println("  " + way.words() + ": " + count(changes.total(way), "packet"));
        for (Flow flow : flows.subList(0, Math.min(flows.size(), MOST_FLOWS))) {
            out.println("    " + String.format(Locale.ROOT, "%,d", flow.packets()) + " x " + flow.first().packet().withoutTime().words() + "  ("
                    + flow.first().file() + " frame " + flow.first().frame() + ")");
            out.println("      before: " + words(flow.first().before()));
            out.println("      now: " + words(flow.first().after()));
        }
        long shown = flows.stream().limit(MOST_FLOWS).mapToLong(Flow::packets).sum();
        if (shown < changes.total(way)) {
            out.println("    and " + count(changes.total(way) - shown, "packet") + " of other flows; --stats json lists them");
        }
    }

    private void print(LockOut lockOut) {
        out.println("gate: " + (lockOut.certain() ? "this would end " : "where it crosses the bridge, which cannot be known, this would end ")
                + lockOut.connection().words() + " (" + lockOut.connection().why() + ")");
        for (Denial denial : lockOut.denials()) {
            out.println("  " + denial.packet().words());
            out.println("    " + words(denial.verdict()));
        }
        if (!lockOut.remedy().isEmpty()) {
            out.println("  It lives on with:");
            lockOut.remedy().forEach(remedy -> out.println("    " + remedy.words()));
        }
    }

    /** A verdict with what says so. */
    static String words(Verdict verdict) {
        return verdict.kind().word() + ", " + (verdict.chain() == null ? "" : verdict.chain() + (verdict.rule() == 0 ? ": "
                : " rule " + verdict.rule() + ": ")) + verdict.text();
    }
}
