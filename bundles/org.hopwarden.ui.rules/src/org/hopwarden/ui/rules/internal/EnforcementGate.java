package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.LockOut;
import org.hopwarden.enforce.gate.OwnConnections;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.Background;

/** Sends a policy through the gate before the window puts it to work, and asks about what stands against it. Not for the UI thread. */
final class EnforcementGate {

    private static final String START = "Start Anyway";

    private EnforcementGate() {
    }

    /**
     * Lets a policy pass, or does not.
     *
     * @param values of the back end's options
     * @throws IOException if the checks find an error, or the user does not let it pass
     * @throws PolicyCompileException if the policy has problems
     */
    static void pass(EnforcementBar.Choice choice, Policy policy, Map<String, String> values, Display display)
            throws IOException, PolicyCompileException {
        GatePlace place = GatePlace.of(choice.backEnd(), values);
        Gate gate = new Gate(place, place.kind() == GatePlace.Kind.ELSEWHERE ? List.of()
                : OwnConnections.find(System.getenv(), List.of()).connections(), null);
        GateReport report = gate.ask(new Candidate(policy, choice.chain().orElse(null)), Optional.empty());
        List<Finding> errors = report.checks().of(Severity.ERROR);
        if (!errors.isEmpty()) {
            throw new IOException("the checks find an error: " + errors.getFirst().message());
        }
        if (!report.refusals().isEmpty() && !isMeant(report, display)) {
            throw new IOException("the policy would end the connection you sit on");
        }
    }

    private static boolean isMeant(GateReport report, Display display) {
        AtomicBoolean meant = new AtomicBoolean();
        Background.onDisplayAndWait(display, () -> meant.set(new MessageDialog(display.getActiveShell(), "Hopwarden", null, text(report), MessageDialog.WARNING, 1, START,
                "Cancel").open() == 0));
        return meant.get();
    }

    /** What the policy would do, and what would help. */
    static String text(GateReport report) {
        StringBuilder text = new StringBuilder();
        for (LockOut lockOut : report.lockOuts()) {
            text.append("This policy would end ").append(lockOut.connection().words()).append(" (").append(lockOut.connection().why())
                    .append("):\n");
            lockOut.denials().forEach(denial -> text.append("\n").append(denial.packet().words()).append("\n    ").append(denial.verdict().kind().word())
                    .append(", ").append(denial.verdict().chain() == null ? "" : denial.verdict().chain() + " rule " + denial.verdict().rule() + ": ")
                    .append(denial.verdict().text()));
            if (!lockOut.remedy().isEmpty()) {
                text.append("\n\nIt lives on with:");
                lockOut.remedy().forEach(remedy -> text.append("\n").append(remedy.words()));
            }
            text.append("\n");
        }
        return text.toString().strip();
    }
}
