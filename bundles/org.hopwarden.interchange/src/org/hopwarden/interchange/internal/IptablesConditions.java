package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftLayer4.Part;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/**
 * The conditions of a rule as iptables can say them: texts of which one is to hold, and texts of which none may.
 *
 * @param alternatives none where no packet of the IP version meets the conditions
 * @param exclusions packets that the rule does not match although they meet an alternative
 * @param laterOfV6 whether the alternatives are about fragments of IPv6, and none may be a first one, which iptables says only
 *        by an exclusion
 */
record IptablesConditions(List<Alternative> alternatives, List<String> exclusions, boolean laterOfV6) {

    /** Any fragment of IPv6. */
    static final String V6_FRAGMENT = "-m frag ";

    /** The first fragment of an IPv6 packet. */
    static final String V6_FIRST = "-m frag --fragfirst ";

    /** In the order of iptables-save. */
    private static final List<ConnectionState> STATES = List.of(ConnectionState.INVALID, ConnectionState.NEW,
            ConnectionState.RELATED, ConnectionState.ESTABLISHED, ConnectionState.UNTRACKED);

    private static final int MOST_ALTERNATIVES = 4096;
    private static final int LONGEST_INTERFACE = 15;
    private static final int HIGHEST_BYTE = 255;
    private static final int HIGHEST_DSCP = 63;

    /**
     * Conditions that one rule of iptables says.
     *
     * @param text with a blank at its end, or empty
     * @param tcp whether only TCP meets them
     */
    record Alternative(String text, boolean tcp) {

        Alternative and(String more) {
            return new Alternative(text + more, tcp);
        }
    }

    /**
     * The conditions of a rule.
     *
     * @param hook the only place where the rule stands; null where it may be met in several
     * @param whole whether the kernel puts fragments together before the rules see them
     */
    static IptablesConditions of(Chain chain, Rule rule, IpVersion version, Hook hook, boolean whole) throws Unsayable {
        return of(chain, rule, version, hook, whole, Part.ALL);
    }

    /**
     * The conditions on which later fragments of IPv6 meet a rule by the reading of its chain alone, though it looks at layer 4;
     * without alternatives where there are none.
     */
    static IptablesConditions ofLaterV6(Chain chain, Rule rule, Hook hook) throws Unsayable {
        return takesLater(chain, rule) ? of(chain, rule, IpVersion.V6, hook, false, Part.LATER)
                : new IptablesConditions(List.of(), List.of(), true);
    }

    private static boolean takesLater(Chain chain, Rule rule) {
        return chain.getFragmentReading() == FragmentReading.ALLOWED && rule.getAction() instanceof Allow
                && !rule.getMatch().isServiceNegated()
                && ServiceTerms.flatten(rule.getMatch().getService()).stream().anyMatch(ServiceTerms::hasLayer4);
    }

    private static IptablesConditions of(Chain chain, Rule rule, IpVersion version, Hook hook, boolean whole, Part part)
            throws Unsayable {
        Match match = rule.getMatch();
        List<String> exclusions = new ArrayList<>();
        if (!speaks(match.getIpVersion(), version)) {
            return new IptablesConditions(List.of(), List.of(), false);
        }
        List<Alternative> all = List.of(new Alternative("", false));
        all = times(all, IptablesAddresses.of(match.getSource(), match.isSourceNegated(), version, "-s", exclusions));
        all = times(all, IptablesAddresses.of(match.getDestination(), match.isDestinationNegated(), version, "-d", exclusions));
        all = times(all, interfaces("-i ", match.getInInterface(), match.isInInterfaceNegated(), hook, Hook.OUT, exclusions));
        all = times(all, interfaces("-o ", match.getOutInterface(), match.isOutInterfaceNegated(), hook, Hook.IN, exclusions));
        all = services(all, chain, rule, version, whole, part, exclusions);
        if (match.isFragments()) {
            all = times(all, List.of(fragment(version)));
        }
        all = times(all, ttl(match.getTtl(), version == IpVersion.V4 ? "ttl" : "hl"));
        all = times(all, dscp(match.getDscp()));
        all = times(all, length(match.getLength()));
        if (!match.getStates().isEmpty()) {
            all = times(all, List.of("-m conntrack --ctstate " + match.getStates().stream().distinct()
                    .sorted(Comparator.comparing(STATES::indexOf)).map(ConnectionState::getLiteral).map(word -> word.toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining(",")) + " "));
        }
        if (match.getMark() != null) {
            all = times(all, List.of(mark(match.getMark())));
        }
        if (match.getSchedule() != null) {
            all = times(all, IptablesTimes.of(match.getSchedule()));
        }
        return new IptablesConditions(all, exclusions, version == IpVersion.V6 && (match.isFragments() || part == Part.LATER));
    }

    static boolean speaks(IpFamily family, IpVersion version) {
        return switch (family) {
            case ANY -> true;
            case V4 -> version == IpVersion.V4;
            case V6 -> version == IpVersion.V6;
        };
    }

    private static List<Alternative> times(List<Alternative> all, List<String> texts) throws Unsayable {
        if (texts.equals(List.of(""))) {
            return all;
        }
        if ((long) all.size() * texts.size() > MOST_ALTERNATIVES) {
            throw new Unsayable("it would need more than " + MOST_ALTERNATIVES + " rules of iptables; split it");
        }
        List<Alternative> product = new ArrayList<>();
        for (Alternative one : all) {
            texts.forEach(text -> product.add(one.and(text)));
        }
        return product;
    }

    private static String fragment(IpVersion version) {
        return version == IpVersion.V4 ? "-f " : V6_FRAGMENT;
    }

    private static List<Alternative> services(List<Alternative> all, Chain chain, Rule rule, IpVersion version, boolean whole,
            Part part, List<String> exclusions) throws Unsayable {
        Match match = rule.getMatch();
        if (match.isServiceNegated()) {
            return times(all, negatedProtocols(ServiceTerms.flatten(match.getService()), exclusions));
        }
        List<Alternative> product = new ArrayList<>();
        if (part == Part.LATER || version == IpVersion.V4 && takesLater(chain, rule)) {
            for (NftLayer4 later : NftLayer4.of(rule, chain.getFragmentReading(), Part.LATER, version)) {
                product.addAll(times(times(all, IptablesLayer4.texts(later, version, whole)), List.of(fragment(version))));
            }
        }
        if (part == Part.LATER) {
            return product;
        }
        for (NftLayer4 one : NftLayer4.of(rule, chain.getFragmentReading(), Part.ALL, version)) {
            for (Alternative each : times(all, IptablesLayer4.texts(one, version, whole))) {
                product.add(new Alternative(each.text(), one.isTcp()));
            }
        }
        if (product.size() > MOST_ALTERNATIVES) {
            throw new Unsayable("it would need more than " + MOST_ALTERNATIVES + " rules of iptables; split it");
        }
        return product;
    }

    private static List<String> negatedProtocols(List<Service> services, List<String> exclusions) throws Unsayable {
        if (services.stream().anyMatch(service -> service.getProtocol() == null)) {
            return List.of();
        }
        List<Integer> protocols = services.stream().map(Service::getProtocol).distinct().toList();
        if (protocols.isEmpty()) {
            return List.of("");
        }
        if (protocols.size() == 1) {
            return List.of("! " + IptablesLayer4.protocol(protocols.get(0)));
        }
        for (int protocol : protocols) {
            exclusions.add(IptablesLayer4.protocol(protocol));
        }
        return List.of("");
    }

    /** The alternatives of a condition on interfaces; in a hook without such an interface the packet has none. */
    static List<String> interfaces(String option, List<InterfaceTerm> terms, boolean negated, Hook hook, Hook without,
            List<String> exclusions) throws Unsayable {
        if (terms.isEmpty()) {
            return List.of("");
        }
        List<String> patterns = new ArrayList<>();
        collect(terms, patterns);
        boolean every = patterns.contains("*");
        if (hook == without || patterns.isEmpty()) {
            return negated ? List.of("") : List.of();
        }
        if (every && hook == null) {
            throw new Unsayable("whether a packet has an interface at all cannot be asked; name the interfaces");
        }
        if (every) {
            return negated ? List.of() : List.of("");
        }
        List<String> texts = new ArrayList<>();
        for (String pattern : patterns.stream().distinct().toList()) {
            boolean open = pattern.endsWith("*");
            String name = open ? pattern.substring(0, pattern.length() - 1) : pattern;
            if (name.length() > LONGEST_INTERFACE || !name.matches("[!-~&&[^\"\\\\/]]+") || !open && name.endsWith("+")) {
                throw new Unsayable("Linux has no interface of the name " + pattern + "; correct it");
            }
            texts.add(option + name + (open ? "+ " : " "));
        }
        if (!negated) {
            return texts;
        }
        if (texts.size() == 1) {
            return List.of("! " + texts.get(0));
        }
        exclusions.addAll(texts);
        return List.of("");
    }

    private static void collect(List<InterfaceTerm> terms, List<String> patterns) {
        for (InterfaceTerm term : terms) {
            if (term instanceof InterfaceUse use) {
                collect(use.getObject().getTerms(), patterns);
            } else {
                patterns.add(((InterfaceName) term).getPattern());
            }
        }
    }

    /** Whether the terms ask for any interface at all, which means another thing at each hook. */
    static boolean asksForAny(List<InterfaceTerm> terms) {
        List<String> patterns = new ArrayList<>();
        collect(terms, patterns);
        return patterns.contains("*");
    }

    private static List<String> ttl(NumberSet numbers, String name) {
        String option = "-m " + name + " --" + name;
        return spans(numbers, HIGHEST_BYTE, one -> "-m " + name + " ! --" + name + "-eq " + one.low() + " ", range -> {
            if (range.isSingle()) {
                return option + "-eq " + range.low() + " ";
            }
            return (range.low() == 0 ? "" : option + "-gt " + (range.low() - 1) + " ")
                    + (range.high() == HIGHEST_BYTE ? "" : option + "-lt " + (range.high() + 1) + " ");
        });
    }

    private static List<String> dscp(NumberSet numbers) {
        if (numbers == null) {
            return List.of("");
        }
        List<NumberRange> singles = new ArrayList<>();
        IntSpans spans = IntSpans.of(numbers).intersect(IntSpans.of(0, HIGHEST_DSCP));
        IntSpans others = spans.complement(HIGHEST_DSCP);
        if (others.isEmpty() || isSingle(others)) {
            return others.isEmpty() ? List.of("") : List.of("-m dscp ! --dscp " + hex(others.spans().get(0).low()) + " ");
        }
        spans.spans().forEach(range -> {
            for (int n = range.low(); n <= range.high(); n++) {
                singles.add(NumberRange.of(n));
            }
        });
        return singles.stream().map(one -> "-m dscp --dscp " + hex(one.low()) + " ").toList();
    }

    private static List<String> length(NumberSet numbers) {
        Function<NumberRange, String> text = range -> "--length " + (range.isSingle() ? "" + range.low()
                : range.low() + ":" + range.high()) + " ";
        return spans(numbers, NumberRange.HIGHEST, one -> "-m length ! " + text.apply(one), range -> "-m length " + text.apply(range));
    }

    /** One text for each range; one where all numbers but one are meant, or all. */
    private static List<String> spans(NumberSet numbers, int highest, Function<NumberRange, String> not,
            Function<NumberRange, String> text) {
        if (numbers == null) {
            return List.of("");
        }
        IntSpans spans = IntSpans.of(numbers).intersect(IntSpans.of(0, highest));
        IntSpans others = spans.complement(highest);
        if (others.isEmpty() || isSingle(others)) {
            return others.isEmpty() ? List.of("") : List.of(not.apply(others.spans().get(0)));
        }
        return spans.spans().stream().map(text).toList();
    }

    static boolean isSingle(IntSpans spans) {
        return spans.spans().size() == 1 && spans.spans().get(0).isSingle();
    }

    private static String mark(MarkTest test) {
        return "-m mark " + (test.negated() ? "! " : "") + "--mark " + hex(test.value())
                + (test.mask() == -1 ? "" : "/" + hex(test.mask())) + " ";
    }

    private static String hex(int number) {
        return "0x" + Integer.toHexString(number);
    }

    /** Texts joined as they are; for readers of several conditions. */
    static List<String> product(List<String> first, List<String> second) {
        return first.stream().flatMap(a -> second.stream().map(b -> a + b)).toList();
    }
}
