package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.interchange.internal.IptablesWords.Stop;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads the words of one rule behind its chain. */
final class IptablesRuleReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final IptablesWords words;
    private final IpVersion version;
    private final Rule rule = MODEL.createRule();
    private final Match match = MODEL.createMatch();
    private final IptablesService service;
    private final IptablesModules modules;
    private final IptablesTarget target;
    private final Set<String> said = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean withoutFirst;
    private boolean returnsFirst;

    /** A rule that is right, but that the model cannot say. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message, null, false, false);
        }
    }

    /** @param withoutFirst whether first fragments of IPv6 do not come to the rule */
    IptablesRuleReader(IptablesWords words, IpVersion version, IptablesTarget target, boolean withoutFirst) {
        this.withoutFirst = withoutFirst;
        this.words = words;
        this.version = version;
        this.target = target;
        service = new IptablesService(words, version);
        modules = new IptablesModules(words, match, service, rule, notes);
        rule.setMatch(match);
    }

    /** What is to be said of the rule, beside that it was read. */
    List<String> notes() {
        return notes;
    }

    /** Whether the rule's times are those of Greenwich, and not of the host's clock. */
    boolean isUtc() {
        return modules.isUtc();
    }

    Rule read() throws Stop, Unknown {
        match.setIpVersion(IpFamily.ANY);
        while (words.hasNext()) {
            readOption(words.take("!"));
        }
        if (modules.isFragment()) {
            fragmentOfV6();
        }
        service.addTo(match);
        modules.finish();
        rule.setAction(target.action());
        return rule;
    }

    private void readOption(boolean negated) throws Stop, Unknown {
        if (!words.hasNext()) {
            throw words.stop("something is to stand behind '!'; the line ends there");
        }
        String option = words.take();
        switch (option) {
            case "-s", "--source", "--src" -> addresses("-s", negated, match.getSource());
            case "-d", "--destination", "--dst" -> addresses("-d", negated, match.getDestination());
            case "-i", "--in-interface" -> match.setInInterfaceNegated(interfaces("-i", negated, match.getInInterface()));
            case "-o", "--out-interface" -> match.setOutInterfaceNegated(interfaces("-o", negated, match.getOutInterface()));
            case "-p", "--protocol", "--proto" -> {
                once("-p");
                service.protocol(negatedValue(negated), words.value("-p"));
            }
            case "-f", "--fragment" -> {
                once("-f");
                if (version == IpVersion.V6) {
                    throw words.stopLast("ip6tables has no -f; fragments of IPv6 are matched by -m frag");
                }
                fragment(negated);
            }
            case "-m", "--match" -> {
                notNegated(negated, option);
                modules.module(words.value("-m"));
            }
            case "-j", "--jump" -> {
                notNegated(negated, option);
                target.jump(words, false);
            }
            case "-g", "--goto" -> {
                notNegated(negated, option);
                target.jump(words, true);
            }
            case "-c", "--set-counters" -> {
                rule.setPackets(count());
                rule.setBytes(count());
            }
            case "--src-range" -> range(negatedValue(negated), match.getSource(), "-s");
            case "--dst-range" -> range(negatedValue(negated), match.getDestination(), "-d");
            case "-t", "--table" -> {
                if (!words.value("-t").equals("filter")) {
                    throw words.stopLast("the rule stands in the table filter; take out -t");
                }
            }
            default -> {
                if (!target.option(words, option, notes) && !modules.option(option, negated)) {
                    throw unknownOption(option);
                }
            }
        }
    }

    private Unknown unknownOption(String option) throws Stop {
        if (!option.startsWith("-") || option.length() < 2) {
            throw words.stopLast("an option such as -s, -p or -j was expected, not " + IptablesWords.shown(option));
        }
        return new Unknown("the option " + IptablesWords.shown(option) + " is not known");
    }

    /**
     * What iptables says of fragments of IPv6 is not what the model does: it cannot leave out the first one but by a rule in front
     * that returns.
     */
    private void fragmentOfV6() throws Unknown {
        boolean lone = said.isEmpty() && rule.getRemarks().isEmpty() && modules.isFirstFragment()
                && target.action() instanceof Return;
        if (lone) {
            returnsFirst = true;
        } else if (modules.isFirstFragment() || !withoutFirst) {
            throw new Unknown("first fragments of IPv6 are not known but in a chain that returns them and is about fragments alone");
        } else {
            match.setFragments(true);
        }
    }

    /** Whether the rule does nothing but return first fragments of IPv6. */
    boolean returnsFirst() {
        return returnsFirst;
    }

    private void fragment(boolean negated) throws Unknown {
        if (negated) {
            service.notLaterFragments();
        } else {
            match.setFragments(true);
        }
    }

    private void notNegated(boolean negated, String option) throws Stop {
        if (negated) {
            throw words.stopLast("'!' cannot stand before " + option);
        }
    }

    /** Older versions wrote the negation behind the option. */
    private boolean negatedValue(boolean negated) throws Stop {
        if (words.peek().equals("!")) {
            words.take();
            if (negated) {
                throw words.stopLast("the condition is negated twice");
            }
            return true;
        }
        return negated;
    }

    private void once(String option) throws Stop {
        if (!said.add(option)) {
            throw words.stopLast("the rule says " + option + " twice; iptables takes it once");
        }
    }

    private Long count() throws Stop {
        String word = words.value("-c");
        Long count = IptablesReader.counter(word);
        if (count == null) {
            throw words.stopLast("a count of packets or bytes was expected, not " + IptablesWords.shown(word));
        }
        return count;
    }

    private void addresses(String option, boolean before, List<AddressTerm> terms) throws Stop, Unknown {
        once(option);
        boolean negated = negatedValue(before);
        String value = words.value(option);
        String[] parts = value.split(",", -1);
        if (negated && parts.length > 1) {
            throw words.stopLast("several addresses cannot be negated; write one rule for each, or a chain");
        }
        boolean any = false;
        for (String part : parts) {
            AddressTerm term = address(part);
            any |= term instanceof AddressPrefix prefix && prefix.getPrefix().length() == 0;
            terms.add(term);
        }
        if (any && !negated) {
            terms.clear();
            return;
        }
        if (option.equals("-s")) {
            match.setSourceNegated(negated);
        } else {
            match.setDestinationNegated(negated);
        }
    }

    private AddressTerm address(String text) throws Stop, Unknown {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        IpAddress address = IpAddress.tryParse(host).orElse(null);
        if (address == null) {
            if (host.matches("[A-Za-z_][A-Za-z0-9_.-]{0,253}")) {
                throw new Unknown("the host name " + IptablesWords.shown(host) + " is looked up when the rules are loaded");
            }
            throw words.stopLast("not an address: " + IptablesWords.shown(host));
        }
        if (address.version() != version) {
            throw words.stopLast(IptablesWords.shown(host) + " is an address of the other IP version; these rules are of "
                    + (version == IpVersion.V4 ? "IPv4: read those of ip6tables-save with the language ip6tables" : "IPv6"));
        }
        if (slash < 0) {
            return prefix(address, version.addressBits());
        }
        String mask = text.substring(slash + 1);
        long length = IptablesNames.number(mask);
        if (length >= 0 && length <= version.addressBits() && !mask.startsWith("0x")) {
            return prefix(address, (int) length);
        }
        IpAddress bits = IpAddress.tryParse(mask).orElse(null);
        if (bits == null || bits.version() != version) {
            throw words.stopLast("not the length of a prefix, and no mask: " + IptablesWords.shown(mask));
        }
        return masked(address, bits);
    }

    private static AddressTerm prefix(IpAddress address, int length) {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.containing(address, length));
        return prefix;
    }

    private static AddressTerm masked(IpAddress address, IpAddress mask) {
        int length = 0;
        int bits = mask.version().addressBits();
        while (length < bits && bit(mask, length)) {
            length++;
        }
        boolean gaps = false;
        for (int i = length; i < bits; i++) {
            gaps |= bit(mask, i);
        }
        if (!gaps) {
            return prefix(address, length);
        }
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setAddress(mask.isV4() ? IpAddress.v4((int) (address.low() & mask.low()))
                : IpAddress.v6(address.high() & mask.high(), address.low() & mask.low()));
        wildcard.setWildcard(mask.isV4() ? IpAddress.v4((int) ~mask.low()) : IpAddress.v6(~mask.high(), ~mask.low()));
        return wildcard;
    }

    /** @param index counted from the highest bit */
    private static boolean bit(IpAddress mask, int index) {
        return mask.isV4() ? (mask.low() >>> 31 - index & 1) != 0
                : ((index < 64 ? mask.high() >>> 63 - index : mask.low() >>> 127 - index) & 1) != 0;
    }

    private void range(boolean negated, List<AddressTerm> terms, String like) throws Stop, Unknown {
        String value = words.value("--src-range");
        if (!said.add(like)) {
            throw new Unknown("it has two conditions on the same address");
        }
        int dash = value.indexOf('-');
        IpAddress first = IpAddress.tryParse(dash < 0 ? value : value.substring(0, dash)).orElse(null);
        IpAddress last = dash < 0 ? first : IpAddress.tryParse(value.substring(dash + 1)).orElse(null);
        if (first == null || last == null || first.version() != version || last.version() != version
                || first.compareTo(last) > 0) {
            throw words.stopLast("not a range of addresses, such as 192.0.2.1-192.0.2.9: " + IptablesWords.shown(value));
        }
        AddressRange range = MODEL.createAddressRange();
        range.setFirst(first);
        range.setLast(last);
        terms.add(range);
        if (like.equals("-s")) {
            match.setSourceNegated(negated);
        } else {
            match.setDestinationNegated(negated);
        }
    }

    /** Adds the interface of an option and says whether it is negated. */
    private boolean interfaces(String option, boolean before, List<InterfaceTerm> terms) throws Stop, Unknown {
        once(option);
        boolean negated = negatedValue(before);
        String name = words.value(option);
        if (name.isEmpty() || name.equals("+") && !negated) {
            return false;
        }
        if (name.endsWith("*")) {
            throw new Unknown("the interface name " + IptablesWords.shown(name) + " ends with a star");
        }
        InterfaceName term = MODEL.createInterfaceName();
        term.setPattern(name.endsWith("+") ? name.substring(0, name.length() - 1) + "*" : name);
        terms.add(term);
        return negated;
    }
}
