package org.hopwarden.interchange.internal;

import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.internal.IptablesRuleReader.Unknown;
import org.hopwarden.interchange.internal.IptablesWords.Stop;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads what a rule does: its target and the target's options. */
final class IptablesTarget {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final Map<String, Chain> chains;
    private final IpVersion version;
    private Action action;

    /** @param chains all of the table, by their names there */
    IptablesTarget(Map<String, Chain> chains, IpVersion version) {
        this.chains = chains;
        this.version = version;
    }

    void jump(IptablesWords words, boolean tail) throws Stop, Unknown {
        if (action != null) {
            throw words.stopLast("the rule has two targets; iptables takes one");
        }
        String name = words.value(tail ? "-g" : "-j");
        Chain chain = chains.get(name);
        if (chain != null) {
            if (!chain.getBindings().isEmpty()) {
                throw words.stopLast("no rule can jump to the built-in chain " + name);
            }
            Call call = MODEL.createCall();
            call.setChain(chain);
            call.setTail(tail);
            action = call;
            return;
        }
        action = tail ? null : switch (name) {
            case "ACCEPT" -> MODEL.createAllow();
            case "DROP" -> MODEL.createDeny();
            case "RETURN" -> MODEL.createReturn();
            case "REJECT" -> MODEL.createReject();
            case "LOG" -> MODEL.createLog();
            case "NFLOG" -> {
                Log log = MODEL.createLog();
                log.setGroup(0);
                yield log;
            }
            default -> null;
        };
        if (action == null) {
            if (tail || !name.matches("[A-Z][A-Z0-9_]{1,28}")) {
                throw words.stopLast("there is no chain " + IptablesWords.shown(name) + " in this table; a chain is declared"
                        + " by a line such as ':" + (name.length() > 28 ? "name" : name) + " - [0:0]'"
                        + NearestWord.hint(name, chains.keySet()));
            }
            throw new Unknown("the target " + name + " is not known");
        }
    }

    /** Reads an option of the target; false where it is none. */
    boolean option(IptablesWords words, String option, List<String> notes) throws Stop, Unknown {
        switch (action) {
            case Reject reject when option.equals("--reject-with") -> reject.setType(rejectType(words, notes));
            case Log log when log.getGroup() == null && option.startsWith("--log-") -> {
                return logOption(words, option, log, notes);
            }
            case Log log when log.getGroup() != null && option.startsWith("--nflog-") -> {
                return nflogOption(words, option, log, notes);
            }
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private RejectType rejectType(IptablesWords words, List<String> notes) throws Stop, Unknown {
        String word = words.value("--reject-with");
        RejectType type = version == IpVersion.V4 ? switch (word) {
            case "icmp-net-unreachable", "net-unreach" -> RejectType.NET_UNREACHABLE;
            case "icmp-host-unreachable", "host-unreach" -> RejectType.HOST_UNREACHABLE;
            case "icmp-proto-unreachable", "proto-unreach" -> RejectType.PROTOCOL_UNREACHABLE;
            case "icmp-port-unreachable", "port-unreach" -> RejectType.PORT_UNREACHABLE;
            case "icmp-net-prohibited", "net-prohib" -> RejectType.NET_PROHIBITED;
            case "icmp-host-prohibited", "host-prohib" -> RejectType.HOST_PROHIBITED;
            case "icmp-admin-prohibited", "admin-prohib" -> RejectType.ADMIN_PROHIBITED;
            case "tcp-reset", "tcp-rst" -> RejectType.TCP_RESET;
            default -> null;
        } : switch (word) {
            case "icmp6-no-route", "no-route" -> RejectType.NET_UNREACHABLE;
            case "icmp6-addr-unreachable", "addr-unreach" -> RejectType.HOST_UNREACHABLE;
            case "icmp6-port-unreachable", "port-unreach" -> RejectType.PORT_UNREACHABLE;
            case "icmp6-adm-prohibited", "adm-prohibited" -> RejectType.ADMIN_PROHIBITED;
            case "icmp6-policy-fail", "policy-fail", "icmp6-reject-route", "reject-route" -> {
                notes.add("it rejects with " + word + "; admin-prohibited is the nearest that is known here");
                yield RejectType.ADMIN_PROHIBITED;
            }
            case "tcp-reset" -> RejectType.TCP_RESET;
            default -> null;
        };
        if (type == null) {
            throw words.stopLast("not a way to reject: " + IptablesWords.shown(word) + " (such as "
                    + (version == IpVersion.V4 ? "icmp-port-unreachable" : "icmp6-port-unreachable") + " or tcp-reset)");
        }
        return type;
    }

    private static boolean logOption(IptablesWords words, String option, Log log, List<String> notes) throws Stop {
        switch (option) {
            case "--log-prefix" -> log.setPrefix(words.value(option));
            case "--log-level" -> log.setLevel(level(words));
            case "--log-tcp-sequence", "--log-tcp-options", "--log-ip-options", "--log-uid", "--log-macdecode" -> notes
                    .add(option + " is not kept; the log entry will be shorter");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String level(IptablesWords words) throws Stop {
        String word = words.value("--log-level").toLowerCase(java.util.Locale.ROOT);
        return switch (word) {
            case "0", "emerg", "panic" -> "emerg";
            case "1", "alert" -> "alert";
            case "2", "crit" -> "crit";
            case "3", "err", "error" -> "err";
            case "4", "warning", "warn" -> "warning";
            case "5", "notice" -> "notice";
            case "6", "info" -> "info";
            case "7", "debug" -> "debug";
            default -> throw words.stopLast("not a level of a log: " + IptablesWords.shown(word) + " (0 to 7, or emerg to debug)");
        };
    }

    private static boolean nflogOption(IptablesWords words, String option, Log log, List<String> notes) throws Stop {
        String value = words.value(option);
        switch (option) {
            case "--nflog-prefix" -> log.setPrefix(value);
            case "--nflog-group" -> {
                long group = IptablesNames.number(value);
                if (group < 0 || group > NumberRange.HIGHEST) {
                    throw words.stopLast("a group from 0 to 65535 was expected, not " + IptablesWords.shown(value));
                }
                log.setGroup((int) group);
            }
            case "--nflog-range", "--nflog-size", "--nflog-threshold" -> notes.add(option + " is not kept");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the rule does; a rule without a target counts. */
    Action action() {
        return action == null ? MODEL.createCount() : action;
    }
}
