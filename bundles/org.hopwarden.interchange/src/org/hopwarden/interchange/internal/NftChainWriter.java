package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.NftConditions.Alternative;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftLayer4.Part;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.ServiceTerms;

/** Writes one chain as packets meet it at one place. */
final class NftChainWriter {

    private final NftTable table;
    private final Chain chain;
    private final String name;
    private final End end;
    private final End back;
    private final End policy;

    NftChainWriter(NftTable table, Chain chain, String name, End end, End back, End policy) {
        this.table = table;
        this.chain = chain;
        this.name = name;
        this.end = end;
        this.back = back;
        this.policy = policy;
    }

    /**
     * Writes the rules.
     *
     * @param lines where to
     * @param sayEnd whether the end is written as a rule; a base chain has it as its policy
     */
    void write(List<String> lines, boolean sayEnd) {
        boolean split = treatsLaterFragmentsApart();
        if (split) {
            String later = table.names().of(name + "_fragments");
            List<String> fragments = new ArrayList<>();
            writeRules(fragments, Part.LATER);
            sayEnd(fragments);
            table.chain(later, fragments);
            if (chain.getIpVersion() != IpFamily.V6) {
                lines.add("ip frag-off & 0x1fff != 0 goto " + later);
            }
            if (chain.getIpVersion() != IpFamily.V4) {
                lines.add("frag frag-off != 0 goto " + later);
            }
        }
        writeRules(lines, split ? Part.WHOLE : Part.ALL);
        chain.getEndRemarks().forEach(remark -> lines.add(NftNames.remark(remark)));
        if (sayEnd) {
            sayEnd(lines);
        }
    }

    private void sayEnd(List<String> lines) {
        if (end != End.BACK) {
            lines.add(table.outcomes().ofEnd(chain, end));
        }
    }

    /**
     * Whether any rule matches later fragments otherwise than other packets. Conditions on layer 4 match none of them, but Linux
     * 6.18 was seen to read ports of IPv6 fragments out of the fragment header, and of IPv4 fragments that the host sends out of
     * their data; so such rules must not meet them.
     */
    private boolean treatsLaterFragmentsApart() {
        return chain.getRules().stream().filter(Rule::isEnabled)
                .anyMatch(rule -> rule.getMatch().isFragments() || looksAtLayer4(rule));
    }

    private static boolean looksAtLayer4(Rule rule) {
        return ServiceTerms.flatten(rule.getMatch().getService()).stream().anyMatch(ServiceTerms::hasLayer4);
    }

    private void writeRules(List<String> lines, Part part) {
        NftConditions conditions = new NftConditions(chain, part);
        NftRunWriter run = new NftRunWriter(table, chain, part, name, lines);
        for (int n = 1; n <= chain.getRules().size(); n++) {
            Rule rule = chain.getRules().get(n - 1);
            String place = "chain " + chain.getName() + ", rule " + n + ": ";
            if (!rule.isEnabled()) {
                run.remark(remarks(rule));
                run.remark(List.of(NftNames.remark("(not enabled) " + (rule.getOpaque() != null
                        ? rule.getOpaque().getText() : RuleText.of(rule)))));
                table.losses().add(place + "it is not enabled; written as a remark");
            } else if (part == Part.LATER || !rule.getMatch().isFragments()) {
                try {
                    tellLosses(rule, place);
                    List<Alternative> alternatives = conditions.of(rule);
                    if (alternatives.isEmpty()) {
                        run.remark(remarks(rule));
                    } else if (isPlain(rule)) {
                        run.add(rule, n, alternatives, remarks(rule));
                    } else {
                        run.flush();
                        lines.addAll(remarks(rule));
                        new NftRuleWriter(table, chain, name, back, policy).write(rule, n, alternatives, lines);
                    }
                } catch (Unsayable e) {
                    table.refusals().add(place + e.getMessage());
                }
            }
        }
        run.flush();
    }

    private void tellLosses(Rule rule, String place) {
        if (!rule.getMatch().getApplications().isEmpty()) {
            table.losses().add(place + "nftables knows no applications; left out, as for a packet of no known program");
        }
        if (rule.getAction() instanceof Ask) {
            table.losses().add(place + "nobody can be asked; written as drop");
        }
        boolean perAddress = rule.getMatch().getRate() != null
                && rule.getMatch().getRate().getPer() != org.hopwarden.rulemodel.RateKey.RULE
                || rule.getAction() instanceof org.hopwarden.rulemodel.Limit limit
                        && limit.getRate().getPer() != org.hopwarden.rulemodel.RateKey.RULE;
        if (perAddress) {
            table.losses().add(place + "a rate for each address has room for " + NftRates.ROOM
                    + " of them; when that is used up its condition does not hold for others");
        }
    }

    /** Whether a rule decides and does nothing else, so that it can stand in a set. */
    private boolean isPlain(Rule rule) {
        boolean decides = rule.getAction() instanceof Allow || rule.getAction() instanceof Deny
                || rule.getAction() instanceof Ask || rule.getAction() instanceof Reject;
        return decides && (rule.getLog() == LogMode.NONE || table.outcomes().logs()) && rule.getMatch().getRate() == null && !table.counters();
    }

    private static List<String> remarks(Rule rule) {
        return rule.getRemarks().stream().map(NftNames::remark).toList();
    }
}
