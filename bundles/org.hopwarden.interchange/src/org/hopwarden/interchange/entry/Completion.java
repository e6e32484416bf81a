package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** The words that can stand at a place of a rule's text, or of a part of it. */
public final class Completion {

    private static final int MOST = 60;
    /** Beyond this many rules, addresses and interfaces are taken from the first of them alone, so that typing stays fluent. */
    private static final int MOST_RULES = 2000;

    private final Policy policy;
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * A word that can stand there.
     *
     * @param help what it is; may be empty
     */
    public record Word(String text, String help) {
    }

    private Completion(Policy policy) {
        this.policy = policy;
    }

    /** Where the word begins that ends at a position of a text. */
    public static int wordStart(String text, int position) {
        int start = Math.min(position, text.length());
        while (start > 0 && " ,{".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /**
     * Words for what has been typed in front of a position: those that begin so, then those that hold it.
     *
     * @param policy whose names are offered
     * @param field the part of a rule that is typed; null for a whole rule
     */
    public static List<Word> of(Policy policy, RuleField field, String text, int position) {
        int start = wordStart(text, position);
        String typed = text.substring(start, Math.min(position, text.length())).toLowerCase(Locale.ROOT);
        Completion completion = new Completion(policy);
        if (field == null) {
            completion.addLine(text.substring(0, start).strip());
        } else {
            completion.add(field);
        }
        List<Word> begin = new ArrayList<>();
        List<Word> hold = new ArrayList<>();
        completion.words.forEach((word, help) -> {
            String low = word.toLowerCase(Locale.ROOT);
            if (low.startsWith(typed)) {
                begin.add(new Word(word, help));
            } else if (low.contains(typed)) {
                hold.add(new Word(word, help));
            }
        });
        begin.addAll(hold);
        return List.copyOf(begin.subList(0, Math.min(MOST, begin.size())));
    }

    private void addLine(String before) {
        if (before.isEmpty() || before.matches("reject|call|goto")) {
            add(RuleField.ACTION);
        } else if (before.matches("\\S+( not)?|reject \\S+( not)?|.*\\{[^}]*")) {
            add(RuleField.SERVICE);
            add(RuleField.SOURCE);
        } else {
            add(RuleField.SOURCE);
            add(RuleField.SERVICE);
            put(ConditionReader.FIRST_WORDS, "");
            add(RuleField.STATE);
            add(RuleField.INTERFACES);
            add(RuleField.LOG);
        }
    }

    private void add(RuleField field) {
        switch (field) {
            case ACTION -> {
                put(RuleParser.ACTION_WORDS, "");
                RejectType.VALUES.forEach(type -> words.putIfAbsent(type.getLiteral(), "how a rejected sender is told"));
                policy.getChains().forEach(chain -> name("", chain, "chain"));
            }
            case VERSION -> put(List.of("ipv4", "ipv6", "any"), "");
            case SOURCE, DESTINATION -> {
                put(List.of("any", "host", "not"), "");
                policy.getAddressObjects().forEach(object -> name("@", object, "address object"));
                put(addresses(), "in this policy");
            }
            case SERVICE -> {
                put(List.of("ip", "not"), "");
                policy.getServiceObjects().forEach(object -> name("@", object, "service object"));
                put(IosWords.PROTOCOLS.words(), "protocol");
                put(List.of("icmpv6"), "protocol");
                put(List.of("from", "to", "eq", "neq", "lt", "gt", "range"), "ports");
                IosWords.icmpWords().forEach(word -> words.putIfAbsent(word, "ICMP message"));
                IosWords.TCP_PORTS.words().forEach(word -> words.putIfAbsent(word, "port " + IosWords.TCP_PORTS.number(word).getAsInt()));
                IosWords.UDP_PORTS.words().forEach(word -> words.putIfAbsent(word, "port " + IosWords.UDP_PORTS.number(word).getAsInt()));
                put(List.of("established", "flags"), "TCP");
                put(IosWords.TCP_FLAGS.words(), "TCP flag");
            }
            case INTERFACES -> {
                put(List.of("in", "out", "not"), "");
                policy.getInterfaceObjects().forEach(object -> name("@", object, "interface object"));
                put(interfaces(), "in this policy");
            }
            case STATE -> put(ConnectionState.VALUES.stream().map(ConnectionState::getLiteral).toList(), "");
            case CONDITIONS -> {
                put(List.of("fragments", "ttl", "dscp", "length", "mark", "application", "time-range", "within", "over", "burst", "per"), "");
                policy.getApplications().forEach(application -> name("@", application, "application"));
                policy.getSchedules().forEach(schedule -> name("", schedule, "schedule"));
            }
            case LOG -> put(List.of("log", "log-input", "none"), "");
            case REMARK -> { }
        }
    }

    private void put(Collection<String> all, String help) {
        all.forEach(word -> words.putIfAbsent(word, help));
    }

    private void name(String mark, NamedElement element, String kind) {
        if (element.getName() != null && !element.getName().isBlank()) {
            words.putIfAbsent(mark + element.getName(), kind);
        }
    }

    private Set<String> addresses() {
        Set<String> all = new TreeSet<>();
        eachMatch(match -> {
            addAll(all, match.getSource());
            addAll(all, match.getDestination());
        });
        return all;
    }

    private static void addAll(Set<String> all, List<AddressTerm> terms) {
        terms.forEach(term -> {
            String text = RuleText.address(term);
            if (!text.startsWith("@")) {
                all.add(text.replaceFirst("^host ", ""));
            }
        });
    }

    private Set<String> interfaces() {
        Set<String> all = new TreeSet<>();
        for (Chain chain : policy.getChains()) {
            for (Binding binding : chain.getBindings()) {
                addNames(all, binding.getInInterface());
                addNames(all, binding.getOutInterface());
            }
        }
        eachMatch(match -> {
            addNames(all, match.getInInterface());
            addNames(all, match.getOutInterface());
        });
        policy.getInterfaceObjects().forEach(object -> addNames(all, object.getTerms()));
        return all;
    }

    private static void addNames(Set<String> all, List<InterfaceTerm> terms) {
        terms.forEach(term -> {
            if (term instanceof InterfaceName name && name.getPattern() != null) {
                all.add(name.getPattern());
            }
        });
    }

    private void eachMatch(java.util.function.Consumer<Match> look) {
        for (Chain chain : policy.getChains()) {
            for (Rule rule : chain.getRules().subList(0, Math.min(MOST_RULES, chain.getRules().size()))) {
                if (rule.getMatch() != null) {
                    look.accept(rule.getMatch());
                }
            }
        }
    }
}
