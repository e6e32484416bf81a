package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The conditions of a match that no access list of Cisco IOS has, in words of one manner: {@code state new}, {@code in eth0}. */
public final class ConditionText {

    private ConditionText() {
    }

    /** The conditions in the order in which they are tried; empty where there is none. */
    static List<String> of(Match match) {
        List<String> words = new ArrayList<>();
        if (!match.getInInterface().isEmpty()) {
            words.add("in " + not(match.isInInterfaceNegated()) + interfaces(match.getInInterface()));
        }
        if (!match.getOutInterface().isEmpty()) {
            words.add("out " + not(match.isOutInterfaceNegated()) + interfaces(match.getOutInterface()));
        }
        addNumbers(words, "ttl", match.getTtl());
        addNumbers(words, "dscp", match.getDscp());
        addNumbers(words, "length", match.getLength());
        if (!match.getStates().isEmpty()) {
            words.add("state " + states(match.getStates()));
        }
        if (match.getMark() != null) {
            words.add("mark " + match.getMark());
        }
        if (!match.getApplications().isEmpty()) {
            words.add("application " + match.getApplications().stream().map(ConditionText::name)
                    .collect(Collectors.joining(", ")));
        }
        if (match.getSchedule() != null) {
            words.add("time-range " + match.getSchedule().getName());
        }
        if (match.getRate() != null) {
            words.add((match.getRate().isOver() ? "over " : "within ") + rate(match.getRate()));
        }
        return words;
    }

    private static void addNumbers(List<String> words, String name, NumberSet numbers) {
        if (numbers != null) {
            words.add(name + " " + numbers);
        }
    }

    /** {@code not } for a negated condition. */
    static String not(boolean negated) {
        return negated ? "not " : "";
    }

    /** Interface terms of which one must hold: {@code eth0}, {@code {eth0, @inside}}. */
    public static String interfaces(List<InterfaceTerm> terms) {
        return RuleText.terms(terms, ConditionText::interfaceTerm);
    }

    private static String interfaceTerm(InterfaceTerm term) {
        return switch (term) {
            case InterfaceName n -> n.getPattern() == null ? "?" : n.getPattern();
            case InterfaceUse use -> name(use.getObject());
            default -> "?";
        };
    }

    /** Connection states with commas between them. */
    public static String states(List<ConnectionState> states) {
        return states.stream().map(ConnectionState::getLiteral).collect(Collectors.joining(","));
    }

    /** A rate such as {@code 3/hour burst 5 per source}. */
    public static String rate(RateLimit rate) {
        return rate.getCount() + "/" + rate.getUnit().getLiteral() + " burst " + rate.getBurst()
                + (rate.getPer() == RateKey.RULE ? "" : " per " + rate.getPer().getLiteral());
    }

    private static String name(NamedElement object) {
        return "@" + (object == null ? "?" : object.getName());
    }
}
