package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.IptablesConditions.Alternative;
import org.hopwarden.interchange.internal.IptablesTable.Use;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** Writes the rules of one chain as packets meet it at one place. */
final class IptablesChainWriter {

    private final IptablesTable table;
    private final Chain chain;
    private final String name;
    private final End end;
    private final Use use;
    private final boolean returns;

    /**
     * A writer.
     *
     * @param returns whether RETURN does what a return of the model does: in a chain that is called, and in a built-in one, whose
     *        policy is the chain's end
     */
    IptablesChainWriter(IptablesTable table, Chain chain, String name, End end, Use use, boolean returns) {
        this.table = table;
        this.chain = chain;
        this.name = name;
        this.end = end;
        this.use = use;
        this.returns = returns;
    }

    /** Writes the rules without the end. */
    void write(List<String> lines) {
        for (int n = 1; n <= chain.getRules().size(); n++) {
            Rule rule = chain.getRules().get(n - 1);
            String place = "chain " + chain.getName() + ", rule " + n + ": ";
            if (!rule.isEnabled()) {
                rule.getRemarks().forEach(remark -> lines.add(IptablesText.remark(remark)));
                lines.add(IptablesText.remark("(not enabled) " + (rule.getOpaque() != null ? rule.getOpaque().getText()
                        : RuleText.of(rule))));
                table.losses().add(place + "it is not enabled; written as a comment");
            } else if (!rule.getMatch().getApplications().isEmpty()) {
                table.losses().add(place + "iptables knows no applications; left out, as for a packet of no known program");
            } else {
                try {
                    writeRule(rule, n, place, lines);
                } catch (Unsayable e) {
                    table.refusals().add(place + e.getMessage());
                }
            }
        }
        chain.getEndRemarks().forEach(remark -> lines.add(IptablesText.remark(remark)));
    }

    private void writeRule(Rule rule, int number, String place, List<String> lines) throws Unsayable {
        if (table.version() == IpVersion.V6) {
            IptablesConditions later = IptablesConditions.ofLaterV6(chain, rule, use.hook());
            if (!later.alternatives().isEmpty() && rule.getMatch().getRate() != null) {
                throw new Unsayable("it has a rate that fragments of IPv6 share by the reading of its chain, which iptables cannot"
                        + " say; split it");
            }
            write(later, rule, number, place, lines);
        }
        write(IptablesConditions.of(chain, rule, table.version(), use.hook(), table.whole()), rule, number, place, lines);
    }

    private void write(IptablesConditions conditions, Rule rule, int number, String place, List<String> lines) throws Unsayable {
        if (conditions.alternatives().isEmpty()) {
            return;
        }
        if (rule.getAction() instanceof Ask) {
            table.losses().add(place + "nobody can be asked; written as DROP");
        }
        if (rule.getMatch().getSchedule() != null) {
            table.losses().add(place + "its times are those of the kernel's time zone, which summer time does not move by itself");
        }
        String comment = IptablesText.comment(rule, place, table.losses());
        boolean goesOn = rule.getAction() instanceof Log || rule.getAction() instanceof Count || rule.getAction() instanceof Limit
                || rule.getAction() instanceof Call;
        boolean leaves = rule.getAction() instanceof Return || rule.getAction() instanceof Call call && call.isTail();
        boolean once = !conditions.exclusions().isEmpty() || conditions.laterOfV6()
                || conditions.alternatives().size() > 1 && (rule.getMatch().getRate() != null || goesOn && !leaves)
                || rule.getMatch().getRate() != null && rule.getLog() != LogMode.NONE;
        if (!once) {
            List<String> written = new ArrayList<>();
            for (Alternative one : conditions.alternatives()) {
                written.addAll(lines(rule, one, number, comment));
            }
            boolean counts = written.size() == 1 && rule.getPackets() != null && rule.getBytes() != null;
            lines.addAll(counts ? List.of("[" + rule.getPackets() + ":" + rule.getBytes() + "] " + written.get(0)) : written);
            return;
        }
        if (leaves) {
            throw new Unsayable("it leaves its chain on conditions that iptables cannot say in one rule; split it");
        }
        writeOnce(rule, conditions, number, comment, lines);
    }

    /** What is to happen once for a packet that meets several alternatives happens in a chain of its own. */
    private void writeOnce(Rule rule, IptablesConditions conditions, int number, String comment, List<String> lines)
            throws Unsayable {
        List<String> tests = new ArrayList<>();
        lines.add(comment + "-j " + table.chain(name + "_r" + number, tests));
        if (conditions.laterOfV6()) {
            tests.add(IptablesConditions.V6_FIRST + "-j RETURN");
        }
        String only = conditions.laterOfV6() ? IptablesConditions.V6_FRAGMENT : "";
        conditions.exclusions().forEach(text -> tests.add(text + only + "-j RETURN"));
        boolean tcp = conditions.alternatives().stream().allMatch(Alternative::tcp);
        List<String> then = new ArrayList<>();
        RateLimit rate = rule.getMatch().getRate();
        if (rate != null && rule.getLog() != LogMode.NONE) {
            List<String> within = new ArrayList<>();
            within.addAll(actions(rule, "", tcp, number));
            then.add(IptablesText.rate(rate, rate.isOver(), table) + "-j " + table.chain(name + "_r" + number + "_log", within));
        } else {
            then.addAll(actions(rule, rate == null ? "" : IptablesText.rate(rate, rate.isOver(), table), tcp, number));
        }
        String target = "-g " + table.chain(name + "_r" + number + "_then", then);
        conditions.alternatives().forEach(one -> tests.add(one.text() + target));
    }

    private List<String> lines(Rule rule, Alternative one, int number, String comment) throws Unsayable {
        RateLimit rate = rule.getMatch().getRate();
        return actions(rule, one.text() + (rate == null ? "" : IptablesText.rate(rate, rate.isOver(), table)) + comment,
                one.tcp(), number);
    }

    private List<String> actions(Rule rule, String conditions, boolean tcp, int number) throws Unsayable {
        List<String> lines = new ArrayList<>();
        if (rule.getLog() != LogMode.NONE) {
            lines.add(conditions + "-j LOG");
        }
        switch (rule.getAction()) {
            case Allow allow -> lines.add(conditions + use.next());
            case Reject reject -> reject(reject.getType(), conditions, tcp, lines);
            case Log log -> lines.add(conditions + IptablesText.log(log));
            case Count count -> lines.add(conditions.strip());
            case Limit limit -> lines.add(conditions + IptablesText.rate(limit.getRate(), true, table) + "-j DROP");
            case Return back -> lines.add(conditions + (returns ? "-j RETURN" : IptablesTable.target(end, use.next())));
            case Call call -> call(call, conditions, number, lines);
            default -> lines.add(conditions + "-j DROP");
        }
        return lines;
    }

    private void reject(RejectType type, String conditions, boolean tcp, List<String> lines) {
        String with = conditions + "-j REJECT --reject-with ";
        if (type != RejectType.TCP_RESET) {
            lines.add(with + IptablesText.reject(type, table.version()));
        } else if (tcp) {
            lines.add(with + "tcp-reset");
        } else {
            String other = IptablesText.reject(RejectType.PORT_UNREACHABLE, table.version());
            List<String> both = List.of("-p tcp -j REJECT --reject-with tcp-reset", "-j REJECT --reject-with " + other);
            lines.add(conditions + "-j " + table.chain(name + "_reset", both));
        }
    }

    /** A chain that was called goes back; one that was entered for good ends as this chain ends. */
    private void call(Call call, String conditions, int number, List<String> lines) {
        Chain other = call.getChain();
        if (!IptablesConditions.speaks(other.getIpVersion(), table.version()) || !other.getApplications().isEmpty()) {
            if (call.isTail()) {
                lines.add(conditions + (returns ? "-j RETURN" : IptablesTable.target(end, use.next())));
            }
            return;
        }
        End otherEnd = IptablesTable.whenCalled(other, use.policy());
        String target = table.body(other, otherEnd, true, use);
        if (call.isTail() && !returns && end != End.BACK) {
            target = table.chain(name + "_r" + number, List.of("-j " + target, IptablesTable.target(end, use.next())));
        }
        lines.add(conditions + (call.isTail() ? "-g " : "-j ") + target);
    }
}
