package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.interchange.internal.IptablesRuleReader.Unknown;
import org.hopwarden.interchange.internal.IptablesWords.Stop;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads the options of matches that are loaded with -m. */
final class IptablesModules {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int USUAL_BURST = 5;
    private static final int USUAL_COUNT = 3;
    private static final int HIGHEST_BYTE = 255;
    private static final int HIGHEST_DSCP = 63;

    private final IptablesWords words;
    private final Match match;
    private final IptablesService service;
    private final Rule rule;
    private final List<String> notes;
    private RateLimit limit;
    private boolean hashed;
    private String keys = "";
    private IptablesTimeReader time;
    private boolean fragment;
    private boolean first;

    IptablesModules(IptablesWords words, Match match, IptablesService service, Rule rule, List<String> notes) {
        this.words = words;
        this.match = match;
        this.service = service;
        this.rule = rule;
        this.notes = notes;
    }

    /** A match is loaded. */
    void module(String name) throws Stop, Unknown {
        switch (name) {
            case "tcp" -> service.header(IpProtocol.TCP, name);
            case "udp" -> service.header(IpProtocol.UDP, name);
            case "udplite" -> service.header(IpProtocol.UDP_LITE, name);
            case "sctp" -> service.header(IpProtocol.SCTP, name);
            case "icmp" -> service.header(IpProtocol.ICMP, name);
            case "icmp6", "icmpv6" -> service.header(IpProtocol.ICMPV6, "icmpv6");
            case "limit" -> {
                requireNoLimit();
                limit = rate(USUAL_COUNT, RateUnit.HOUR);
            }
            case "hashlimit" -> {
                requireNoLimit();
                limit = rate(0, RateUnit.SECOND);
                hashed = true;
            }
            case "frag" -> fragment = true;
            case "time" -> {
                if (time != null) {
                    throw new Unknown("it has two conditions on the time");
                }
                time = new IptablesTimeReader(words);
            }
            case "multiport", "state", "conntrack", "mark", "comment", "iprange", "ttl", "hl", "dscp", "length" -> {
                // says nothing by itself
            }
            default -> throw new Unknown("the match " + IptablesWords.shown(name) + " is not known");
        }
    }

    /** Whether only fragments of IPv6 match: any, or {@link #isFirstFragment} alone. */
    boolean isFragment() {
        return fragment;
    }

    boolean isFirstFragment() {
        return first;
    }

    private void requireNoLimit() throws Unknown {
        if (limit != null) {
            throw new Unknown("it has two conditions on the rate");
        }
    }

    private static RateLimit rate(int count, RateUnit unit) {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(count);
        rate.setUnit(unit);
        rate.setBurst(USUAL_BURST);
        return rate;
    }

    /** Reads an option; false where it is none of these. */
    boolean option(String option, boolean before) throws Stop, Unknown {
        switch (option) {
            case "--sport", "--source-port" -> service.port(true, negation(before));
            case "--dport", "--destination-port" -> service.port(false, negation(before));
            case "--sports", "--source-ports" -> service.ports(true, false, negation(before));
            case "--dports", "--destination-ports" -> service.ports(false, true, negation(before));
            case "--ports" -> service.ports(true, true, negation(before));
            case "--icmp-type" -> service.icmp(negation(before), false);
            case "--icmpv6-type" -> service.icmp(negation(before), true);
            case "--syn" -> service.syn(negation(before));
            case "--tcp-flags" -> service.flags(negation(before));
            case "--state", "--ctstate" -> states(negation(before));
            case "--mark" -> mark(negation(before));
            case "--fragfirst" -> {
                if (!fragment || negation(before)) {
                    return false;
                }
                first = true;
            }
            case "--comment" -> rule.getRemarks().add(words.value(option));
            case "--ttl-eq", "--ttl", "--hl-eq", "--hl" -> match.setTtl(numbers(match.getTtl(), one(HIGHEST_BYTE, negation(before)), "TTL"));
            case "--ttl-lt", "--hl-lt" -> match.setTtl(numbers(match.getTtl(), below(), "TTL"));
            case "--ttl-gt", "--hl-gt" -> match.setTtl(numbers(match.getTtl(), above(), "TTL"));
            case "--dscp" -> match.setDscp(numbers(match.getDscp(), one(HIGHEST_DSCP, negation(before)), "DSCP"));
            case "--dscp-class" -> match.setDscp(numbers(match.getDscp(), dscpClass(negation(before)), "DSCP"));
            case "--length" -> match.setLength(numbers(match.getLength(), length(negation(before)), "length"));
            default -> {
                return rateOption(option, before);
            }
        }
        return true;
    }

    private boolean rateOption(String option, boolean before) throws Stop, Unknown {
        if (time != null && time.option(option, before)) {
            return true;
        }
        if (limit == null || !option.startsWith("--limit") && !option.startsWith("--hashlimit")) {
            return false;
        }
        if (negation(before)) {
            throw new Unknown("the condition on the rate is negated");
        }
        switch (option) {
            case "--limit", "--hashlimit", "--hashlimit-upto" -> count(words.value(option));
            case "--hashlimit-above" -> {
                count(words.value(option));
                limit.setOver(true);
            }
            case "--limit-burst", "--hashlimit-burst" -> burst(words.value(option));
            case "--hashlimit-mode" -> keys = words.value(option);
            case "--hashlimit-name" -> notes.add("the name " + IptablesWords.shown(words.value(option))
                    + " of its buckets is not kept; rules that share them count apart here");
            case "--hashlimit-htable-size", "--hashlimit-htable-max", "--hashlimit-htable-expire",
                    "--hashlimit-htable-gcinterval" -> notes.add(option + " " + IptablesWords.shown(words.value(option))
                            + " is not kept");
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean negation(boolean before) throws Stop {
        if (words.take("!")) {
            if (before) {
                throw words.stopLast("the condition is negated twice");
            }
            return true;
        }
        return before;
    }

    private void count(String text) throws Stop, Unknown {
        int slash = text.indexOf('/');
        String number = slash < 0 ? text : text.substring(0, slash);
        long count = IptablesNames.number(number);
        if (count < 0 && number.matches("[0-9]+[kmg]?b")) {
            throw new Unknown("a rate of bytes is not known");
        }
        RateUnit unit = slash < 0 ? RateUnit.SECOND : unit(text.substring(slash + 1).toLowerCase(Locale.ROOT));
        if (count < 1 || count > Integer.MAX_VALUE || unit == null) {
            throw words.stopLast("not a rate, such as 3/hour: " + IptablesWords.shown(text));
        }
        limit.setCount((int) count);
        limit.setUnit(unit);
    }

    private static RateUnit unit(String word) {
        for (RateUnit unit : List.of(RateUnit.SECOND, RateUnit.MINUTE, RateUnit.HOUR, RateUnit.DAY)) {
            if (!word.isEmpty() && unit.getLiteral().startsWith(word)) {
                return unit;
            }
        }
        return null;
    }

    private void burst(String text) throws Stop {
        long burst = IptablesNames.number(text);
        if (burst < 1 || burst > Integer.MAX_VALUE) {
            throw words.stopLast("not a burst of at least 1 packet: " + IptablesWords.shown(text));
        }
        limit.setBurst((int) burst);
    }

    /** Whether the rule's times are those of Greenwich. */
    boolean isUtc() {
        return time != null && time.isUtc();
    }

    /** Puts the time and the rate into the rule once all their options are read. */
    void finish() throws Stop, Unknown {
        if (time != null) {
            match.setSchedule(time.schedule());
        }
        if (limit == null) {
            return;
        }
        if (limit.getCount() < 1) {
            throw words.stop("-m hashlimit needs --hashlimit-upto or --hashlimit-above");
        }
        if (hashed) {
            limit.setPer(switch (String.join(",", new java.util.TreeSet<>(List.of(keys.split(","))))) {
                case "" -> RateKey.RULE;
                case "srcip" -> RateKey.SOURCE;
                case "dstip" -> RateKey.DESTINATION;
                case "dstip,dstport,srcip,srcport" -> RateKey.FLOW;
                default -> throw new Unknown("a rate for each of " + IptablesWords.shown(keys) + " is not known");
            });
        }
        match.setRate(limit);
    }

    private void states(boolean negated) throws Stop, Unknown {
        if (!match.getStates().isEmpty()) {
            throw new Unknown("it has two conditions on the state");
        }
        List<ConnectionState> states = new ArrayList<>();
        for (String name : words.value("--ctstate").split(",", -1)) {
            ConnectionState state = ConnectionState.get(name.toLowerCase(Locale.ROOT));
            if (state == null && (name.equalsIgnoreCase("SNAT") || name.equalsIgnoreCase("DNAT"))) {
                throw new Unknown("the state " + name + " is not known");
            }
            if (state == null) {
                throw words.stopLast("not a state: " + IptablesWords.shown(name)
                        + " (NEW ESTABLISHED RELATED INVALID UNTRACKED)");
            }
            states.add(state);
        }
        if (negated) {
            List<ConnectionState> others = new ArrayList<>(ConnectionState.VALUES);
            others.removeAll(states);
            states = others;
        }
        if (states.isEmpty()) {
            throw new Unknown("the condition on the state never holds");
        }
        match.getStates().addAll(states);
    }

    private void mark(boolean negated) throws Stop, Unknown {
        if (match.getMark() != null) {
            throw new Unknown("it has two conditions on the mark");
        }
        String text = words.value("--mark");
        int slash = text.indexOf('/');
        long value = IptablesNames.number(slash < 0 ? text : text.substring(0, slash));
        long mask = slash < 0 ? 0xffff_ffffL : IptablesNames.number(text.substring(slash + 1));
        if (value < 0 || mask < 0) {
            throw words.stopLast("not a mark, such as 0x10 or 0x10/0xff: " + IptablesWords.shown(text));
        }
        if ((value & ~mask) != 0) {
            throw new Unknown("the mark has bits that its mask leaves out, so the condition holds never or always");
        }
        match.setMark(new MarkTest((int) value, (int) mask, negated));
    }

    private static NumberSet numbers(NumberSet before, NumberSet now, String what) throws Unknown {
        if (now == null) {
            throw new Unknown("the condition on the " + what + " never holds");
        }
        if (before == null) {
            return now;
        }
        IntSpans both = IntSpans.of(before).intersect(IntSpans.of(now));
        if (both.isEmpty()) {
            throw new Unknown("the conditions on the " + what + " never hold together");
        }
        return new NumberSet(both.spans());
    }

    private int number(int highest) throws Stop {
        String text = words.value("the option");
        long number = IptablesNames.number(text);
        if (number < 0 || number > highest) {
            throw words.stopLast("a number from 0 to " + highest + " was expected, not " + IptablesWords.shown(text));
        }
        return (int) number;
    }

    private NumberSet one(int highest, boolean negated) throws Stop {
        int number = number(highest);
        return negated ? others(number, number, highest) : NumberSet.of(number);
    }

    /** Null where there are none. */
    private static NumberSet others(int low, int high, int highest) {
        List<NumberRange> ranges = new ArrayList<>();
        if (low > 0) {
            ranges.add(new NumberRange(0, low - 1));
        }
        if (high < highest) {
            ranges.add(new NumberRange(high + 1, highest));
        }
        return ranges.isEmpty() ? null : new NumberSet(ranges);
    }

    private NumberSet below() throws Stop {
        int number = number(HIGHEST_BYTE);
        return number == 0 ? null : NumberSet.ofRange(0, number - 1);
    }

    private NumberSet above() throws Stop {
        int number = number(HIGHEST_BYTE);
        return number == HIGHEST_BYTE ? null : NumberSet.ofRange(number + 1, HIGHEST_BYTE);
    }

    private NumberSet dscpClass(boolean negated) throws Stop {
        String name = words.value("--dscp-class");
        Integer number = IptablesNames.dscpClass(name);
        if (number == null) {
            throw words.stopLast("not a class of DSCP: " + IptablesWords.shown(name) + " (BE, EF, CS0 to CS7, AF11 to AF43)");
        }
        return negated ? others(number, number, HIGHEST_DSCP) : NumberSet.of(number);
    }

    private NumberSet length(boolean negated) throws Stop {
        String text = words.value("--length");
        int colon = text.indexOf(':');
        long low = colon == 0 ? 0 : IptablesNames.number(colon < 0 ? text : text.substring(0, colon));
        long high = colon < 0 ? low : colon == text.length() - 1 ? NumberRange.HIGHEST
                : IptablesNames.number(text.substring(colon + 1));
        if (low < 0 || high < low || high > NumberRange.HIGHEST) {
            throw words.stopLast("not a length, or a range such as 0:1500: " + IptablesWords.shown(text));
        }
        return negated ? others((int) low, (int) high, NumberRange.HIGHEST) : NumberSet.ofRange((int) low, (int) high);
    }
}
