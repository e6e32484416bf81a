package org.hopwarden.cli.internal;

import java.io.PrintStream;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Kind;

/** Tells after a dry run what would not have passed, and by which rules. */
final class DryRunText {

    private DryRunText() {
    }

    static void print(EnforcementStatistics statistics, CompiledPolicy policy, PrintStream out) {
        long left = statistics.denied() + statistics.rejected() + statistics.asked();
        out.println();
        out.println("A dry run: all of them passed. In earnest " + (left == 0 ? "they would have passed as well."
                : left + " would not have passed:"));
        TextTable table = new TextTable(TextTable.Align.RIGHT, TextTable.Align.LEFT);
        for (RuleCount count : statistics.rules()) {
            Verdict verdict = verdict(count, policy);
            if (count.packets() > 0 && verdict.kind() != Kind.ALLOW) {
                table.row(Long.toString(count.packets()), GateText.words(verdict));
                left -= count.packets();
            }
        }
        if (left > 0) {
            table.row(Long.toString(left), "by the policy's default action, or by a policy that was replaced");
        }
        table.print(out);
    }

    /** What a rule does. */
    static Verdict verdict(RuleCount count, CompiledPolicy policy) {
        return policy.verdictOfSlot(policy.slotOfRule(count.chain(), count.rule()));
    }
}
