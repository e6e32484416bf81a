package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** Writes one chain as an access list. */
final class IosChainWriter {

    private static final int LONGEST_REMARK = 100;

    private final Chain chain;
    private final String number;
    private final List<String> losses;
    private final List<String> refusals;

    IosChainWriter(Chain chain, int number, List<String> losses, List<String> refusals) {
        this.chain = chain;
        this.number = Integer.toString(number);
        this.losses = losses;
        this.refusals = refusals;
    }

    void write(StringBuilder text) {
        if (chain.getIpVersion() == IpFamily.V6) {
            refusals.add("chain " + chain.getName() + ": it is of IPv6 alone, which these lists cannot say");
            return;
        }
        if (chain.getIpVersion() == IpFamily.ANY) {
            losses.add("chain " + chain.getName() + ": only its IPv4 part is written");
        }
        for (int n = 1; n <= chain.getRules().size(); n++) {
            writeRule(text, chain.getRules().get(n - 1), "chain " + chain.getName() + ", rule " + n + ": ");
        }
        chain.getEndRemarks().forEach(remark -> writeRemark(text, remark, "chain " + chain.getName() + ", end: "));
        if (chain.getEnd() == ChainEnd.ALLOW) {
            line(text, IosExporter.entryLine(number, "permit ip any any"));
            losses.add("chain " + chain.getName() + ": its implicit end, allow, is written as an entry");
        } else if (chain.getEnd() == ChainEnd.POLICY) {
            losses.add("chain " + chain.getName() + ": its end leaves packets to the policy's default; the list denies them");
        }
    }

    private void writeRule(StringBuilder text, Rule rule, String place) {
        rule.getRemarks().forEach(remark -> writeRemark(text, remark, place));
        if (!rule.isEnabled()) {
            writeRemark(text, "(not enabled) " + RuleText.of(rule), place);
            losses.add(place + "it is not enabled; written as a remark");
            return;
        }
        List<String> matches;
        try {
            matches = IosEntries.of(rule);
        } catch (IosEntries.Unsayable e) {
            refusals.add(place + e.getMessage());
            return;
        }
        if (rule.getAction() instanceof Reject reject) {
            losses.add(place + "reject with " + reject.getType().getLiteral()
                    + " becomes deny; what its sender is told is the router's to say");
        }
        if (matches.isEmpty()) {
            losses.add(place + "it matches no IPv4 packet; left out");
        } else if (matches.size() > 1) {
            losses.add(place + "it becomes " + matches.size() + " entries, without the names of objects");
        }
        String action = rule.getAction() instanceof Allow ? "permit " : "deny ";
        String log = rule.getLog() == LogMode.NONE ? "" : " " + rule.getLog().getLiteral();
        matches.forEach(match -> line(text, IosExporter.entryLine(number, action + match + log)));
    }

    private void writeRemark(StringBuilder text, String remark, String place) {
        String one = remark.replaceAll("[\\r\\n]+", " ");
        if (!one.equals(remark)) {
            losses.add(place + "a remark of several lines becomes one");
        }
        if (one.length() > LONGEST_REMARK) {
            losses.add(place + "a remark has " + one.length() + " characters; IOS keeps " + LONGEST_REMARK);
        }
        line(text, IosExporter.remarkLine(number, one));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
