package org.hopwarden.interchange.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;

/** Small parts of rules as iptables writes them. */
final class IptablesText {

    private static final int LONGEST_COMMENT = 255;
    private static final int LONGEST_LOG_PREFIX = 29;
    private static final int LONGEST_NFLOG_PREFIX = 63;
    private static final int HIGHEST_RATE = 10_000;
    private static final int DAYS_OF_WEEK = 7;

    private IptablesText() {
    }

    /** A line that iptables-restore skips. */
    static String remark(String text) {
        return "# " + text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The remarks of a rule as a condition that always holds, with a blank at its end; empty where there are none. */
    static String comment(Rule rule, String place, Set<String> losses) {
        if (rule.getRemarks().isEmpty()) {
            return "";
        }
        String text = String.join("; ", rule.getRemarks());
        String kept = clip(text, LONGEST_COMMENT);
        if (rule.getRemarks().size() > 1 || !kept.equals(text)) {
            losses.add(place + (rule.getRemarks().size() > 1 ? "its remarks become one comment"
                    : "its remark is shortened to " + LONGEST_COMMENT + " bytes of printable text"));
        }
        return kept.isEmpty() ? "" : "-m comment --comment " + quoted(kept) + " ";
    }

    private static String clip(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        while (plain.getBytes(StandardCharsets.UTF_8).length > longest) {
            plain = plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
        }
        return plain;
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_.:/+-]+") ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String log(Log log) {
        String prefix = log.getPrefix() == null ? "" : log.getPrefix();
        if (log.getGroup() != null) {
            return "-j NFLOG" + (prefix.isEmpty() ? "" : " --nflog-prefix " + quoted(clip(prefix, LONGEST_NFLOG_PREFIX)))
                    + (log.getGroup() == 0 ? "" : " --nflog-group " + log.getGroup());
        }
        return "-j LOG" + (prefix.isEmpty() ? "" : " --log-prefix " + quoted(clip(prefix, LONGEST_LOG_PREFIX)))
                + (log.getLevel() == null || log.getLevel().isBlank() ? "" : " --log-level " + log.getLevel());
    }

    static String reject(RejectType type, IpVersion version) {
        if (version == IpVersion.V6) {
            return switch (type) {
                case NET_UNREACHABLE -> "icmp6-no-route";
                case HOST_UNREACHABLE -> "icmp6-addr-unreachable";
                case PROTOCOL_UNREACHABLE, PORT_UNREACHABLE -> "icmp6-port-unreachable";
                case NET_PROHIBITED, HOST_PROHIBITED, ADMIN_PROHIBITED -> "icmp6-adm-prohibited";
                case TCP_RESET -> "tcp-reset";
            };
        }
        return switch (type) {
            case NET_UNREACHABLE -> "icmp-net-unreachable";
            case HOST_UNREACHABLE -> "icmp-host-unreachable";
            case PROTOCOL_UNREACHABLE -> "icmp-proto-unreachable";
            case PORT_UNREACHABLE -> "icmp-port-unreachable";
            case NET_PROHIBITED -> "icmp-net-prohibited";
            case HOST_PROHIBITED -> "icmp-host-prohibited";
            case ADMIN_PROHIBITED -> "icmp-admin-prohibited";
            case TCP_RESET -> "tcp-reset";
        };
    }

    /**
     * A rate as a condition, with a blank at its end.
     *
     * @param over whether it is to hold for what exceeds the rate
     */
    static String rate(RateLimit rate, boolean over, IptablesTable table) throws Unsayable {
        boolean week = rate.getUnit() == RateUnit.WEEK;
        if (week && rate.getCount() % DAYS_OF_WEEK != 0) {
            throw new Unsayable("iptables counts by the day at most; give a rate for each day");
        }
        int count = week ? rate.getCount() / DAYS_OF_WEEK : rate.getCount();
        String unit = switch (rate.getUnit()) {
            case SECOND -> "sec";
            case MINUTE -> "min";
            case HOUR -> "hour";
            case DAY, WEEK -> "day";
        };
        if (count > HIGHEST_RATE || rate.getBurst() > HIGHEST_RATE) {
            throw new Unsayable("iptables takes rates and bursts up to " + HIGHEST_RATE + "; lower it");
        }
        if (!over && rate.getPer() == RateKey.RULE) {
            return "-m limit --limit " + count + "/" + unit + " --limit-burst " + rate.getBurst() + " ";
        }
        String mode = switch (rate.getPer()) {
            case RULE -> "";
            case SOURCE -> "--hashlimit-mode srcip ";
            case DESTINATION -> "--hashlimit-mode dstip ";
            case FLOW -> "--hashlimit-mode srcip,srcport,dstip,dstport ";
        };
        return "-m hashlimit --hashlimit-" + (over ? "above " : "upto ") + count + "/" + unit + " --hashlimit-burst "
                + rate.getBurst() + " " + mode + "--hashlimit-name " + table.bucket() + " ";
    }
}
