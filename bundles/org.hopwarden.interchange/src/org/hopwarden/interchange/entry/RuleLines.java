package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/**
 * Several rules as text, a line each, in the manner of an access list: {@code remark} lines stand in front of their rule, and a
 * rule that is not enabled is a line that begins with {@code disabled}. What is copied from a configuration is read as well: with
 * {@code access-list 101} or a sequence number in front, and with comment lines.
 */
public final class RuleLines {

    private static final String DISABLED = "disabled ";
    private static final String REMARK = "remark ";

    private RuleLines() {
    }

    /** The lines of rules, their remarks included. */
    public static List<String> write(List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            rule.getRemarks().forEach(remark -> lines.add(REMARK + remark));
            lines.add(rule.getOpaque() != null ? "! " + RuleText.of(rule) : (rule.isEnabled() ? "" : DISABLED) + RuleText.of(rule));
        }
        return lines;
    }

    /**
     * Reads rules. They belong to no chain, and have no IDs.
     *
     * @param policy whose objects the lines may name
     * @throws NoRule if a line is no rule; the message begins with its number
     */
    public static List<Rule> read(String text, Policy policy) throws NoRule {
        List<Rule> rules = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip().replaceFirst("^access-list +\\d+ +", "").replaceFirst("^\\d+ +(?=[a-z])", "");
            if (line.isEmpty() || line.startsWith("!") || line.startsWith("#")
                    || line.matches("(ip|ipv6) access-list .*")) {
                continue;
            }
            if (line.startsWith(REMARK) || line.equals(REMARK.strip())) {
                remarks.add(line.substring(REMARK.length() - 1).strip());
                continue;
            }
            boolean disabled = line.startsWith(DISABLED);
            try {
                Rule rule = RuleParser.parse(disabled ? line.substring(DISABLED.length()) : line, policy);
                rule.setEnabled(!disabled);
                rule.getRemarks().addAll(remarks);
                remarks.clear();
                rules.add(rule);
            } catch (NoRule e) {
                throw new NoRule("Line " + number + ", \u201c" + line + "\u201d: " + e.getMessage());
            }
        }
        return rules;
    }
}
