package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.NftConditions.Alternative;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;

/** Writes one rule as rules of nftables, one for each of its alternatives. */
final class NftRuleWriter {

    private static final int LONGEST_PREFIX = 127;

    private final NftTable table;
    private final Chain chain;
    private final String name;
    private final End back;
    private final End policy;

    NftRuleWriter(NftTable table, Chain chain, String name, End back, End policy) {
        this.table = table;
        this.chain = chain;
        this.name = name;
        this.back = back;
        this.policy = policy;
    }

    /** A comment that the kernel keeps; empty where there is nothing to say. */
    static String comment(Rule rule) {
        String text = rule.getName() != null && !rule.getName().isBlank() ? rule.getName()
                : String.join(" ", rule.getRemarks());
        return text.isBlank() ? "" : NftNames.comment(text);
    }

    void write(Rule rule, int number, List<Alternative> alternatives, List<String> lines) throws Unsayable {
        boolean decides = decides(rule) || rule.getAction() instanceof Return;
        boolean leaves = rule.getAction() instanceof Return || rule.getAction() instanceof Call call && call.isTail();
        boolean limited = rule.getMatch().getRate() != null;
        if (alternatives.size() < 2 || !limited && (decides || leaves)) {
            for (Alternative one : alternatives) {
                for (String line : lines(rule, number, one)) {
                    lines.add(line + comment(rule));
                }
            }
            return;
        }
        if (leaves) {
            throw new Unsayable("it has a rate, needs several rules in nftables, and leaves its chain, which cannot be said"
                    + " together; split it");
        }
        writeOnce(rule, number, alternatives, lines);
    }

    private static boolean decides(Rule rule) {
        return !(rule.getAction() instanceof Log || rule.getAction() instanceof Count || rule.getAction() instanceof Limit
                || rule.getAction() instanceof Call || rule.getAction() instanceof Return);
    }

    /** What is to happen once for a packet that meets several alternatives happens in a chain of its own. */
    private void writeOnce(Rule rule, int number, List<Alternative> alternatives, List<String> lines) throws Unsayable {
        String any = table.names().of(name + "_r" + number);
        List<String> tests = new ArrayList<>();
        boolean apart = alternatives.get(0).version() != null && isPerAddress(rule);
        for (IpVersion version : apart ? IpVersion.values() : new IpVersion[] { null }) {
            List<Alternative> same = alternatives.stream().filter(one -> version == null || one.version() == version).toList();
            if (!same.isEmpty()) {
                String then = table.names().of(any + "_then");
                same.forEach(one -> tests.add(one.with("goto " + then)));
                table.chain(then, lines(rule, number, new Alternative(version, "", false)));
            }
        }
        table.chain(any, tests);
        lines.add("jump " + any + comment(rule));
    }

    private static boolean isPerAddress(Rule rule) {
        RateLimit asked = rule.getMatch().getRate();
        return asked != null && asked.getPer() != RateKey.RULE
                || rule.getAction() instanceof Limit limit && limit.getRate().getPer() != RateKey.RULE;
    }

    private List<String> lines(Rule rule, int number, Alternative one) throws Unsayable {
        RateLimit rate = rule.getMatch().getRate();
        String limit = rate == null ? "" : NftRates.text(rate, rate.isOver(), one.version(), table, name);
        String counter = table.counters() || rule.getPackets() != null || rule.getAction() instanceof Count ? "counter"
                + (rule.getPackets() == null ? "" : " packets " + rule.getPackets() + " bytes "
                        + (rule.getBytes() == null ? 0 : rule.getBytes())) : "";
        boolean log = rule.getLog() != LogMode.NONE && !(decides(rule) && table.outcomes().logs());
        String before = NftConditions.join(one.text(), limit, counter, log ? "log" : "");
        // nft lists a reset without the version in front of it
        boolean reset = one.tcp() && one.version() == null;
        return switch (rule.getAction()) {
            case Log logged -> List.of(NftConditions.join(before, log(logged)));
            case Count count -> List.of(before);
            case Limit beyond -> List.of(NftConditions.join(before,
                    NftRates.text(beyond.getRate(), true, one.version(), table, name), "drop"));
            case Call call -> call(call, number, one, before);
            case Return leave -> List.of(NftConditions.join(before, table.outcomes().ofEnd(chain, back)));
            default -> List.of(NftConditions.join(before, table.outcomes().ofRule(chain, number, rule, reset)));
        };
    }

    private static String log(Log log) {
        String prefix = log.getPrefix() == null || log.getPrefix().isEmpty() ? ""
                : "prefix " + NftNames.quoted(log.getPrefix(), LONGEST_PREFIX);
        String to = log.getGroup() != null ? "group " + log.getGroup()
                : log.getLevel() == null || log.getLevel().isBlank() ? "" : "level " + level(log.getLevel());
        return NftConditions.join("log", prefix, to);
    }

    private static String level(String level) {
        return switch (level) {
            case "warning" -> "warn";
            case "error" -> "err";
            case "panic" -> "emerg";
            default -> level;
        };
    }

    /** A chain that was called goes back; one that was entered for good ends as this chain ends. */
    private List<String> call(Call call, int number, Alternative one, String before) {
        Chain other = call.getChain();
        IpVersion only = other.getIpVersion() == IpFamily.V4 ? IpVersion.V4
                : other.getIpVersion() == IpFamily.V6 ? IpVersion.V6 : null;
        String target = table.called(other, policy);
        List<String> lines = new ArrayList<>();
        boolean speaks = only == null || one.version() == null || one.version() == only;
        boolean guarded = only != null && one.version() == null;
        if (speaks) {
            lines.add(NftConditions.join(guarded ? NftText.ofVersion(only, before) : before, (call.isTail() ? "goto " : "jump ")
                    + (call.isTail() && back != End.BACK ? thenEnd(target, number) : target)));
        } else if (!before.equals(one.text())) {
            lines.add(before);
        }
        if (call.isTail() && (!speaks || guarded)) {
            IpVersion rest = only == IpVersion.V4 ? IpVersion.V6 : IpVersion.V4;
            lines.add(NftConditions.join(guarded ? NftText.ofVersion(rest, before) : before, table.outcomes().ofEnd(chain, back)));
        }
        return lines;
    }

    private String thenEnd(String target, int number) {
        String then = table.names().of(name + "_r" + number + "_then");
        table.chain(then, List.of("jump " + target, table.outcomes().ofEnd(chain, back)));
        return then;
    }
}
