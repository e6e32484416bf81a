package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.RuleNotes;

/** Rules that probably do not do what was meant. */
public final class NotesSection implements ReportSection {

    @Override
    public String id() {
        return "notes";
    }

    @Override
    public String title() {
        return "What its author should know";
    }

    @Override
    public int place() {
        return 400;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return !notes(subject.policy()).isEmpty();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        return List.of(new ReportBlock.Paragraph("These rules are sound, but probably do not do what was meant:"),
                new ReportBlock.Points(notes(subject.policy())));
    }

    private static List<String> notes(Policy policy) {
        List<String> notes = new ArrayList<>();
        if (!PolicyProblems.of(policy).isEmpty()) {
            return notes;
        }
        for (Chain chain : policy.getChains()) {
            for (int n = 1; n <= chain.getRules().size(); n++) {
                for (String note : RuleNotes.ofLast(chain.getRules().subList(0, n))) {
                    notes.add("Chain " + chain.getName() + ", rule " + n + ": " + note + ".");
                }
            }
        }
        return notes;
    }
}
