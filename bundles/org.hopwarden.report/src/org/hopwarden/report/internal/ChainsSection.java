package org.hopwarden.report.internal;

import static org.hopwarden.report.ReportBlock.Column.code;
import static org.hopwarden.report.ReportBlock.Column.number;
import static org.hopwarden.report.ReportBlock.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.report.EnforcementCounts;
import org.hopwarden.report.EnforcementCounts.RuleCount;
import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportBlock.Column;
import org.hopwarden.report.ReportBlock.Row;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RuleWords;

/** Each chain with its rules, as written and in words, numbered as the engine counts them. */
public final class ChainsSection implements ReportSection {

    @Override
    public String id() {
        return "chains";
    }

    @Override
    public String title() {
        return "The rules";
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return !subject.policy().getChains().isEmpty();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (Chain chain : subject.policy().getChains()) {
            blocks.add(new ReportBlock.Heading("Chain " + chain.getName() + (chain.getIpVersion() == IpFamily.ANY ? ""
                    : chain.getIpVersion() == IpFamily.V4 ? ", of IPv4 alone" : ", of IPv6 alone")));
            if (chain.getDescription() != null && !chain.getDescription().isBlank()) {
                blocks.add(new ReportBlock.Paragraph(chain.getDescription()));
            }
            blocks.add(table(subject, chain));
        }
        return blocks;
    }

    private static ReportBlock.Table table(ReportSubject subject, Chain chain) {
        // Only the chain that was enforced has counts.
        Map<Integer, RuleCount> counts = subject.enforcement().map(EnforcementCounts::rules).orElse(List.of()).stream()
                .filter(count -> count.chain().equals(chain.getName()))
                .collect(Collectors.toMap(RuleCount::rule, Function.identity()));
        List<Column> columns = new ArrayList<>(List.of(number("Rule"), code("As written"), text("In words")));
        if (!counts.isEmpty()) {
            columns.addAll(List.of(number("Packets"), number("Bytes")));
        }
        List<Row> rows = new ArrayList<>();
        for (int n = 1; n <= chain.getRules().size(); n++) {
            Rule rule = chain.getRules().get(n - 1);
            rule.getRemarks().forEach(remark -> rows.add(Row.note("Remark: " + remark)));
            String name = rule.getName() == null || rule.getName().isBlank() ? "" : " (" + rule.getName() + ")";
            rows.add(row(rule.isEnabled() ? Row.Kind.NORMAL : Row.Kind.MUTED, n, RuleText.of(rule),
                    RuleWords.of(rule) + name + ".", counts));
        }
        chain.getEndRemarks().forEach(remark -> rows.add(Row.note("Remark: " + remark)));
        rows.add(row(Row.Kind.MUTED, 0, endText(chain), endWords(subject.policy(), chain), counts));
        return new ReportBlock.Table("", columns, rows);
    }

    private static Row row(Row.Kind kind, int number, String text, String words, Map<Integer, RuleCount> counts) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(number), text, words));
        if (!counts.isEmpty()) {
            RuleCount count = counts.get(number);
            cells.add(count == null ? "\u2013" : Numbers.grouped(count.packets()));
            cells.add(count == null ? "\u2013" : Numbers.grouped(count.bytes()));
        }
        return new Row(kind, cells);
    }

    private static String endText(Chain chain) {
        return switch (chain.getEnd()) {
            case ALLOW -> "permit ip any any";
            case DENY -> "deny ip any any";
            case BACK -> "(back to the caller)";
            case POLICY -> "(the policy's default)";
        };
    }

    private static String endWords(Policy policy, Chain chain) {
        String version = chain.getIpVersion() == IpFamily.ANY ? "" : chain.getIpVersion() == IpFamily.V4 ? " of IPv4" : " of IPv6";
        if (chain.getEnd() == ChainEnd.BACK) {
            return "Implicit end: packets" + version + " that no rule decided go back behind the call of this chain, or are "
                    + SummarySection.defaults(policy) + " where nothing called it.";
        }
        return chain.getEnd() == ChainEnd.POLICY
                ? "Implicit end: packets" + version + " that no rule matched are " + SummarySection.defaults(policy) + "."
                : "Implicit end: " + (chain.getEnd() == ChainEnd.ALLOW ? "allows" : "denies") + " all" + version
                        + " that no rule matched.";
    }
}
