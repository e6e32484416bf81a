package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.analysis.Severity;
import org.hopwarden.enforce.gate.GateChecks;
import org.hopwarden.enforce.gate.HeldConnection;
import org.hopwarden.enforce.gate.LockOut;
import org.hopwarden.enforce.gate.VerdictChanges;
import org.hopwarden.enforce.gate.VerdictChanges.Way;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.FailMode;

/** What the gate found, in words. */
final class GateText {

    private GateText() {
    }

    static String failMode(FailMode mode) {
        return mode == FailMode.OPEN ? "Fails open: where Hopwarden cannot decide, everything passes."
                : "Fails closed: where Hopwarden cannot decide, nothing passes.";
    }

    static String checks(GateChecks checks) {
        if (!checks.complete()) {
            return "took too long and were given up";
        }
        List<String> counts = Stream.of(Severity.values()).filter(each -> checks.count(each) > 0)
                .map(each -> count(checks.count(each), severity(each))).toList();
        return counts.isEmpty() ? "nothing was found" : String.join(", ", counts);
    }

    static String severity(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }

    static String count(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    /** A verdict with the place of what says so. */
    static String verdict(Verdict verdict) {
        return verdict.kind().word() + (verdict.chain() == null ? "" : " (" + verdict.chain() + " "
                + (verdict.rule() == 0 ? "end" : verdict.rule()) + ")");
    }

    /** Of the connections that are to live on, first those that would not. */
    static String connections(EnforcementGate.Connections connections) {
        List<String> parts = new ArrayList<>();
        connections.lockOuts().forEach(lockOut -> parts.add(lockOut(lockOut)));
        for (HeldConnection held : connections.held()) {
            if (connections.lockOuts().stream().noneMatch(lockOut -> lockOut.connection().equals(held))) {
                parts.add("Lives on: " + held.words() + " (" + held.why() + ").");
            }
        }
        connections.unmatched().forEach(end -> parts.add("No connection of this host has the other end " + end + " now."));
        return parts.isEmpty() ? "None was found: nobody works on this host over a connection of SSH." : String.join("\n", parts);
    }

    private static String lockOut(LockOut lockOut) {
        String denials = lockOut.denials().stream().map(denial -> "  " + verdict(denial.verdict()) + ": " + denial.verdict().text() + "  \u2014  "
                + denial.packet().withoutTime().words()).collect(Collectors.joining("\n"));
        String remedies = lockOut.remedy().stream().map(remedy -> "  " + remedy.words()).collect(Collectors.joining("\n"));
        return (lockOut.certain() ? "Would end: " : "Would end, if it crosses the bridge: ") + lockOut.connection().words() + " ("
                + lockOut.connection().why() + ").\n" + (remedies.isEmpty() ? "" : "It lives on with:\n" + remedies + "\nFor now:\n") + denials;
    }

    /**
     * What a replay found.
     *
     * @param stopped whether it was stopped before its end
     */
    static String changes(VerdictChanges changes, boolean stopped) {
        String packets = count(changes.packets(), "packet") + (stopped ? " until it was stopped" : "");
        String changed = changes.total() == 0 ? "none gets another verdict" : String.format(Locale.ROOT, "%,d", changes.total())
                + (changes.total() == 1 ? " gets" : " get") + " another verdict: " + Stream.of(Way.values())
                        .filter(way -> changes.total(way) > 0)
                        .map(way -> String.format(Locale.ROOT, "%,d ", changes.total(way)) + way.words()).collect(Collectors.joining("; "));
        return "Of " + packets + ", " + changed + ".";
    }

    /** What else is to be known of a replay; empty where nothing is. */
    static String notes(VerdictChanges changes) {
        List<String> notes = new ArrayList<>();
        if (changes.elsewhere() > 0) {
            notes.add(count(changes.elsewhere(), "more packet") + " would not be decided here");
        }
        if (changes.unread() > 0) {
            notes.add(count(changes.unread(), "frame") + " hold no IP packet that can be read");
        }
        notes.addAll(changes.notes());
        return notes.stream().map(note -> Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".").collect(Collectors.joining(" "));
    }
}
