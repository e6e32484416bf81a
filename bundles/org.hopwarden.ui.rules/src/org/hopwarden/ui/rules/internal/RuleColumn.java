package org.hopwarden.ui.rules.internal;

import org.hopwarden.interchange.entry.RuleField;
import org.hopwarden.rulemodel.Rule;

/** The columns of the rule table. */
enum RuleColumn {

    MARK("", "What the checks found at a rule: a click or Ctrl+1 offers what can be done", null, 24, 0),
    ON("On", "Whether the rule is enabled; a click changes it", null, 34, 0),
    NUMBER("#", "The number by which the engine counts: the first rule that matches and decides does so", null, 56, 0),
    HITS("Hits", "How many packets the rule decided in the enforcement of this policy, else as the importer found it", null, 54, 0),
    ACTION("Action", "What happens to a packet that matches", RuleField.ACTION, 112, 0),
    VERSION("IP", "The IP version: ipv4, ipv6, or any", RuleField.VERSION, 42, 0),
    SOURCE("Source", "Where the packet comes from: host 192.0.2.1, 192.0.2.0/24, @object, not ...; any for all", RuleField.SOURCE, 140, 3),
    DESTINATION("Destination", "Where the packet goes to, written as a source is", RuleField.DESTINATION, 140, 3),
    SERVICE("Service", "Protocol, ports, ICMP message: tcp to eq www, udp from gt 1023, icmp echo; ip for all", RuleField.SERVICE, 140, 3),
    INTERFACES("In/out", "The interfaces: in eth0, out @inside", RuleField.INTERFACES, 52, 1),
    STATE("State", "Connection states: new, established, related, invalid, untracked", RuleField.STATE, 48, 1),
    CONDITIONS("Further", "Further conditions: fragments, ttl 1, dscp 46, length 0-128, mark 0x10/0xff, application @name,"
            + " time-range NAME, within 3/second burst 5", RuleField.CONDITIONS, 60, 1),
    LOG("Log", "Whether packets that match are logged: log, log-input, or nothing", RuleField.LOG, 50, 0),
    REMARK("Remark", "[name] and why the rule is there; / between several remarks", RuleField.REMARK, 110, 3);

    private final String title;
    private final String help;
    private final RuleField field;
    private final int leastWidth;
    private final int weight;

    RuleColumn(String title, String help, RuleField field, int leastWidth, int weight) {
        this.title = title;
        this.help = help;
        this.field = field;
        this.leastWidth = leastWidth;
        this.weight = weight;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** What a cell of this column edits; null for those that are not typed into. */
    RuleField field() {
        return field;
    }

    /** In pixels. */
    int leastWidth() {
        return leastWidth;
    }

    /** Its share of the width that is left; 0 for none. */
    int weight() {
        return weight;
    }

    /** The text of a cell; empty for what the table itself knows. */
    String text(Rule rule) {
        return field == null || rule.getOpaque() != null && field.isOfMatch() ? opaque(rule) : field.text(rule);
    }

    private String opaque(Rule rule) {
        return this == SOURCE && rule.getOpaque() != null ? "not understood: " + rule.getOpaque().getText() : "";
    }
}
