package org.hopwarden.examples.plugin;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportBlock.Column;
import org.hopwarden.report.ReportBlock.Row;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** Names the rules that let all IP traffic pass from anywhere to anywhere: what stands behind them never decides. */
public final class WideOpenSection implements ReportSection {

    @Override
    public String id() {
        return "wide-open";
    }

    @Override
    public String title() {
        return "Rules that let everything pass";
    }

    /** Behind the notes for the author. */
    @Override
    public int place() {
        return 450;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return !subject.policy().getChains().isEmpty();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        List<Row> rows = rows(subject.policy());
        return List.of(rows.isEmpty() ? new ReportBlock.Paragraph("No rule lets all IP traffic pass from anywhere to anywhere.")
                : new ReportBlock.Table("", List.of(Column.text("Chain"), Column.number("Rule"), Column.code("As written")), rows));
    }

    private static List<Row> rows(Policy policy) {
        List<Row> rows = new ArrayList<>();
        for (Chain chain : policy.getChains()) {
            for (int n = 1; n <= chain.getRules().size(); n++) {
                Rule rule = chain.getRules().get(n - 1);
                if (letsEverythingPass(rule)) {
                    rows.add(Row.of(chain.getName(), Integer.toString(n), RuleText.of(rule)));
                }
            }
        }
        return rows;
    }

    private static boolean letsEverythingPass(Rule rule) {
        return rule.isEnabled() && rule.getAction() instanceof Allow && rule.getMatch() != null && !rule.getMatch().isFragments()
                && rule.getMatch().getService().isEmpty() && rule.getMatch().getSource().isEmpty()
                && rule.getMatch().getDestination().isEmpty();
    }
}
