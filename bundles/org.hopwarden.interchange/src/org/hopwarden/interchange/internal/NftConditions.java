package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.NftLayer4.Part;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;

/** Writes the conditions of a rule as alternatives of nftables, of which one is to hold. Rates are not among them. */
final class NftConditions {

    private static final int LONGEST_INTERFACE = 15;

    private final Chain chain;
    private final Part part;

    NftConditions(Chain chain, Part part) {
        this.chain = chain;
        this.part = part;
    }

    /** What nftables cannot say. */
    static final class Unsayable extends Exception {

        private static final long serialVersionUID = 1L;

        Unsayable(String message) {
            super(message);
        }
    }

    /**
     * One alternative.
     *
     * @param version whose packets alone it holds for; null for both
     * @param text the conditions; empty where there are none
     * @param tcp whether it holds for TCP alone
     */
    record Alternative(IpVersion version, String text, boolean tcp) {

        /** The conditions with something behind them. */
        String with(String rest) {
            return text.isEmpty() ? rest : text + " " + rest;
        }
    }

    /** The alternatives of a rule; none where it matches no packet of this part of the chain. */
    List<Alternative> of(Rule rule) throws Unsayable {
        Match match = rule.getMatch();
        if (!isFor(match) || !match.getApplications().isEmpty()) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        List<String> interfaces = interfaces(match.getInInterface(), match.isInInterfaceNegated(),
                match.getOutInterface(), match.isOutInterfaceNegated());
        List<IpVersion> versions = versions(chain, match);
        if (versions.size() == 2 && !dependsOnVersion(rule)) {
            for (String names : interfaces) {
                for (NftLayer4 layer4 : NftLayer4.of(rule, chain.getFragmentReading(), part, IpVersion.V4)) {
                    all.add(new Alternative(null, join(names, layer4.text(IpVersion.V4), beyond(match, null)), layer4.isTcp()));
                }
            }
            return all;
        }
        for (IpVersion version : versions) {
            for (String names : interfaces) {
                addOf(rule, version, names, all);
            }
        }
        return all;
    }

    private void addOf(Rule rule, IpVersion version, String names, List<Alternative> all) throws Unsayable {
        Match match = rule.getMatch();
        for (String source : NftAddresses.of(match.getSource(), match.isSourceNegated(), version).texts("saddr")) {
            for (String destination : NftAddresses.of(match.getDestination(), match.isDestinationNegated(), version)
                    .texts("daddr")) {
                for (NftLayer4 layer4 : NftLayer4.of(rule, chain.getFragmentReading(), part, version)) {
                    boolean said = !source.isEmpty() || !destination.isEmpty() || layer4.icmpType() != null
                            || match.getTtl() != null || match.getDscp() != null;
                    String services = layer4.text(version);
                    all.add(new Alternative(version, join(names, source, destination,
                            said ? services : NftText.ofVersion(version, services), beyond(match, version)), layer4.isTcp()));
                }
            }
        }
    }

    /** The conditions of a match on neither addresses nor services: alternatives of which one is to hold. */
    static List<String> guards(Match match, IpVersion version) throws Unsayable {
        List<String> guards = new ArrayList<>();
        for (String names : interfaces(match.getInInterface(), match.isInInterfaceNegated(), match.getOutInterface(),
                match.isOutInterfaceNegated())) {
            guards.add(join(names, beyond(match, version)));
        }
        return guards;
    }

    /** Whether the part of the chain is about what the match says of fragments. */
    boolean isFor(Match match) {
        return !match.isFragments() || part == Part.LATER;
    }

    static List<IpVersion> versions(Chain chain, Match match) {
        List<IpVersion> versions = new ArrayList<>();
        for (IpVersion version : IpVersion.values()) {
            IpFamily other = version == IpVersion.V4 ? IpFamily.V6 : IpFamily.V4;
            if (chain.getIpVersion() != other && match.getIpVersion() != other) {
                versions.add(version);
            }
        }
        return versions;
    }

    private boolean dependsOnVersion(Rule rule) {
        Match match = rule.getMatch();
        return !match.getSource().isEmpty() || !match.getDestination().isEmpty() || match.getTtl() != null
                || match.getDscp() != null || isPerAddress(match.getRate())
                || NftLayer4.of(rule, chain.getFragmentReading(), part, IpVersion.V4).stream()
                        .anyMatch(layer4 -> layer4.icmpType() != null)
                || NftLayer4.of(rule, chain.getFragmentReading(), part, IpVersion.V6).stream()
                        .anyMatch(layer4 -> layer4.icmpType() != null);
    }

    private static boolean isPerAddress(RateLimit rate) {
        return rate != null && rate.getPer() != org.hopwarden.rulemodel.RateKey.RULE;
    }

    static String join(String... words) {
        return java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What is neither interface nor address nor service; both versions at once only where nothing depends on it. */
    private static String beyond(Match match, IpVersion version) throws Unsayable {
        List<String> words = new ArrayList<>();
        if (match.getTtl() != null) {
            words.add((version == IpVersion.V4 ? "ip ttl " : "ip6 hoplimit ") + numbers(match.getTtl(), 0xff));
        }
        if (match.getDscp() != null) {
            words.add(NftText.header(version) + " dscp " + numbers(match.getDscp(), 0x3f));
        }
        if (match.getLength() != null) {
            words.add("meta length " + numbers(match.getLength(), 0xffff));
        }
        if (!match.getStates().isEmpty()) {
            words.add("ct state " + match.getStates().stream().map(ConnectionState::getLiteral).distinct()
                    .collect(Collectors.joining(",")));
        }
        if (match.getMark() != null) {
            words.add(mark(match.getMark()));
        }
        if (match.getSchedule() != null) {
            words.add(NftSchedules.text(match.getSchedule()));
        }
        return String.join(" ", words);
    }

    private static String numbers(NumberSet numbers, int highest) {
        return NftText.numbers(IntSpans.of(numbers).intersect(IntSpans.of(0, highest)));
    }

    private static String mark(MarkTest test) {
        String all = test.mask() == -1 ? "" : "& 0x" + Integer.toHexString(test.mask()) + " ";
        return "meta mark " + all + (test.negated() ? "!= " : "== ") + "0x" + Integer.toHexString(test.value());
    }

    /** The alternatives of both conditions on interfaces; one empty text where there is none. */
    static List<String> interfaces(List<InterfaceTerm> in, boolean inNegated, List<InterfaceTerm> out, boolean outNegated)
            throws Unsayable {
        String first = interfaces("iif", in, inNegated);
        String second = interfaces("oif", out, outNegated);
        return first == null || second == null ? List.of() : List.of(join(first, second));
    }

    /** Null where no interface meets the condition. */
    private static String interfaces(String key, List<InterfaceTerm> terms, boolean negated) throws Unsayable {
        if (terms.isEmpty()) {
            return "";
        }
        List<String> patterns = new ArrayList<>();
        collect(terms, patterns);
        if (patterns.isEmpty()) {
            return negated ? "" : null;
        }
        if (patterns.contains("*")) {
            return key + (negated ? " 0" : " != 0");
        }
        List<String> names = new ArrayList<>();
        for (String pattern : patterns) {
            boolean covered = patterns.stream().anyMatch(other -> !other.equals(pattern) && other.endsWith("*")
                    && pattern.startsWith(other.substring(0, other.length() - 1)));
            if (!covered && !names.contains(pattern)) {
                names.add(pattern);
            }
        }
        for (String name : names) {
            if (name.length() - (name.endsWith("*") ? 1 : 0) > LONGEST_INTERFACE || !name.matches("[!-~&&[^\"\\\\/]]+")) {
                throw new Unsayable("Linux has no interface of the name " + name + "; correct it");
            }
        }
        return key + "name " + (negated ? "!= " : "") + NftText.set(names, name -> '"' + name + '"');
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
}
