package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.ConditionText;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** A part of a rule that is edited on its own, as a cell of a table: its text, and a rule that differs in it. */
public enum RuleField {

    /** What happens to a packet that matches. */
    ACTION {
        @Override
        public String text(Rule rule) {
            return RuleText.action(rule.getAction());
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            rule.setAction(RuleParser.action(text, policy));
        }
    },

    /** {@code ipv4}, {@code ipv6}, or nothing for both. */
    VERSION {
        @Override
        String ofMatch(Match match) {
            return match.getIpVersion() == IpFamily.ANY ? "" : match.getIpVersion() == IpFamily.V4 ? "ipv4" : "ipv6";
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            rule.getMatch().setIpVersion(switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "", "any" -> IpFamily.ANY;
                case "ipv4", "v4", "4" -> IpFamily.V4;
                case "ipv6", "v6", "6" -> IpFamily.V6;
                default -> throw new NoRule("'" + text + "' is no IP version: ipv4, ipv6, or any for both.");
            });
        }
    },

    /** Address terms, {@code not} in front of all but them, {@code any} for none. */
    SOURCE {
        @Override
        String ofMatch(Match match) {
            return addresses(match.isSourceNegated(), match.getSource());
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            rule.getMatch().setSourceNegated(isNegated(text));
            set(rule.getMatch().getSource(), TermParser.addresses(withoutNot(text), policy));
        }
    },

    /** As {@link #SOURCE}. */
    DESTINATION {
        @Override
        String ofMatch(Match match) {
            return addresses(match.isDestinationNegated(), match.getDestination());
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            rule.getMatch().setDestinationNegated(isNegated(text));
            set(rule.getMatch().getDestination(), TermParser.addresses(withoutNot(text), policy));
        }
    },

    /** Service terms, such as {@code tcp to eq www, icmp echo}; {@code ip} for any. */
    SERVICE {
        @Override
        String ofMatch(Match match) {
            return match.getService().isEmpty() ? "ip" : not(match.isServiceNegated())
                    + match.getService().stream().map(RuleText::service).collect(Collectors.joining(", "));
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            String terms = withoutNot(text);
            boolean any = terms.isEmpty() || terms.equals("ip") || terms.equals("any");
            rule.getMatch().setServiceNegated(isNegated(text));
            set(rule.getMatch().getService(), any ? List.of() : TermParser.services(terms, policy));
        }
    },

    /** {@code in eth0 out not @inside}. */
    INTERFACES {
        @Override
        String ofMatch(Match match) {
            List<String> words = new ArrayList<>();
            if (!match.getInInterface().isEmpty()) {
                words.add("in " + not(match.isInInterfaceNegated()) + ConditionText.interfaces(match.getInInterface()));
            }
            if (!match.getOutInterface().isEmpty()) {
                words.add("out " + not(match.isOutInterfaceNegated()) + ConditionText.interfaces(match.getOutInterface()));
            }
            return String.join(" ", words);
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            Match match = rule.getMatch();
            match.getInInterface().clear();
            match.getOutInterface().clear();
            match.setInInterfaceNegated(false);
            match.setOutInterfaceNegated(false);
            conditions(text, match, policy, List.of("in", "out"), "An interface is written as in eth0, or out @inside.");
        }
    },

    /** Connection states with commas between them. */
    STATE {
        @Override
        String ofMatch(Match match) {
            return match.getStates().stream().map(state -> state.getLiteral()).collect(Collectors.joining(", "));
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            String words = text.replaceFirst("^state +", "");
            set(rule.getMatch().getStates(), words.isEmpty() || words.equals("any") ? List.of()
                    : ConditionReader.states(Arrays.asList(words.split("[, ]+"))));
        }
    },

    /** What else a packet must be: {@code fragments ttl 1 time-range work}. */
    CONDITIONS {
        @Override
        String ofMatch(Match match) {
            List<String> words = new ArrayList<>();
            if (match.isFragments()) {
                words.add("fragments");
            }
            add(words, "ttl", match.getTtl());
            add(words, "dscp", match.getDscp());
            add(words, "length", match.getLength());
            add(words, "mark", match.getMark());
            if (!match.getApplications().isEmpty()) {
                words.add("application " + match.getApplications().stream().map(Application::getName).map(name -> "@" + name)
                        .collect(Collectors.joining(", ")));
            }
            add(words, "time-range", match.getSchedule() == null ? null : match.getSchedule().getName());
            if (match.getRate() != null) {
                words.add((match.getRate().isOver() ? "over " : "within ") + ConditionText.rate(match.getRate()));
            }
            return String.join(" ", words);
        }

        private static void add(List<String> words, String name, Object value) {
            if (value != null) {
                words.add(name + " " + value);
            }
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            Match match = rule.getMatch();
            match.setFragments(false);
            match.setTtl((NumberSet) null);
            match.setDscp(null);
            match.setLength(null);
            match.setMark(null);
            match.getApplications().clear();
            match.setSchedule(null);
            match.setRate(null);
            conditions(text, match, policy, List.of("fragments", "ttl", "dscp", "length", "mark", "application", "time-range", "within",
                    "over"), "Further conditions are fragments, ttl 1, dscp 46, length 0-128, mark 0x10/0xff, application @name, time-range"
                            + " NAME, within 3/second burst 5, over 3/second burst 5.");
        }
    },

    /** {@code log}, {@code log-input}, or nothing. */
    LOG {
        @Override
        public String text(Rule rule) {
            return rule.getLog() == LogMode.NONE ? "" : rule.getLog().getLiteral();
        }

        @Override
        void read(String text, Rule rule, Policy policy) throws NoRule {
            LogMode mode = text.isEmpty() ? LogMode.NONE : LogMode.get(text);
            if (mode == null) {
                throw new NoRule("'" + text + "' is no way of logging: log, log-input, or none.");
            }
            rule.setLog(mode);
        }
    },

    /** The name, in brackets in front, and the remarks, with {@code /} between them. */
    REMARK {
        @Override
        public String text(Rule rule) {
            String remarks = String.join(" / ", rule.getRemarks());
            return rule.getName() == null || rule.getName().isBlank() ? remarks : ("[" + rule.getName() + "] " + remarks).strip();
        }

        @Override
        void read(String text, Rule rule, Policy policy) {
            String rest = text;
            int end = text.indexOf(']');
            boolean named = text.startsWith("[") && end > 0;
            rule.setName(named ? text.substring(1, end).strip() : null);
            rest = named ? text.substring(end + 1).strip() : rest;
            set(rule.getRemarks(), rest.isEmpty() ? List.of() : List.of(rest.split(" / ")));
        }
    };

    /** The text of this part as it is edited; {@code ?} where the model lacks it. */
    public String text(Rule rule) {
        return rule.getMatch() == null ? "?" : ofMatch(rule.getMatch());
    }

    String ofMatch(Match match) {
        throw new IllegalStateException(this + " is no part of a match");
    }

    /**
     * A copy of the rule that differs in this part alone.
     *
     * @param policy whose objects the text may name
     * @throws NoRule if the text cannot be this part; the message says why, and what can
     */
    public Rule changed(Rule rule, String text, Policy policy) throws NoRule {
        Rule copy = EcoreUtil.copy(rule);
        read(text.strip(), copy, policy);
        return copy;
    }

    /** Whether a change of this part is one of the match. */
    public boolean isOfMatch() {
        return this != ACTION && this != LOG && this != REMARK;
    }

    abstract void read(String text, Rule rule, Policy policy) throws NoRule;

    private static void conditions(String text, Match match, Policy policy, List<String> allowed, String help) throws NoRule {
        Words words = new Words(text);
        while (!words.isEmpty()) {
            if (!allowed.contains(words.peek())) {
                throw new NoRule("'" + words.peek() + "' does not belong here. " + help);
            }
            ConditionReader.one(words, match, policy);
        }
    }

    private static String addresses(boolean negated, List<AddressTerm> terms) {
        return not(negated) + (terms.isEmpty() ? "any" : terms.stream().map(RuleText::address).collect(Collectors.joining(", ")));
    }

    private static String not(boolean negated) {
        return negated ? "not " : "";
    }

    private static boolean isNegated(String text) {
        return text.startsWith("not ");
    }

    private static String withoutNot(String text) {
        return isNegated(text) ? text.substring("not ".length()).strip() : text;
    }

    private static <T> void set(List<T> all, List<? extends T> read) {
        all.clear();
        all.addAll(read);
    }
}
