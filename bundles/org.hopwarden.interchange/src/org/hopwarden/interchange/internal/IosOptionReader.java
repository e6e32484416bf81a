package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.WordTable;

/** Reads what stands behind the addresses and ports of an entry. */
final class IosOptionReader {

    private static final WordTable NO_WORDS = IosWords.ports(-1);
    private static final int HIGHEST_TTL = 255;

    /** Words that IOS knows at the end of an entry and the model does not, and what to say of them. */
    private static final Map<String, String> NOT_MODELLED = Map.of(
            "tos", "conditions on the type of service are not modelled",
            "option", "conditions on IP options are not modelled",
            "reflect", "the entry fills a reflexive list, which lets answers pass elsewhere",
            "tracked", "tracked entries come and go with what they track",
            "routing", "conditions on the routing header are not modelled",
            "mobility", "conditions on the mobility header are not modelled",
            "undetermined-transport", "packets whose layer 4 cannot be found are not told apart",
            "flow-label", "conditions on the flow label are not modelled",
            "auth", "conditions on the authentication header are not modelled",
            "dest-option", "conditions on destination options are not modelled");

    private final IosTokens tokens;
    private final IosListKind kind;
    private final IosObjects objects;
    private final Rule rule;
    private final Match match;
    private final Service service;
    private final Set<String> options = new HashSet<>();

    /** @param service of the entry, which gets the conditions on TCP flags */
    IosOptionReader(IosTokens tokens, IosListKind kind, IosObjects objects, Rule rule, Service service) {
        this.tokens = tokens;
        this.kind = kind;
        this.objects = objects;
        this.rule = rule;
        match = rule.getMatch();
        this.service = service;
    }

    /** Reads to the end of the line. */
    void readAll() throws Stop, Opaque {
        while (tokens.hasNext()) {
            readOne();
        }
    }

    private void readOne() throws Stop, Opaque {
        String word = tokens.peek();
        boolean extended = kind != IosListKind.STANDARD;
        if (options.contains("log") && !optionWords().contains(word)) {
            throw new Opaque("a tag for the log ('" + tokens.quoted() + "') is not modelled");
        }
        if (extended && (NOT_MODELLED.containsKey(word) || word.startsWith("dest-option"))) {
            throw new Opaque("'" + word + "': " + NOT_MODELLED.getOrDefault(word, NOT_MODELLED.get("dest-option")));
        }
        OptionalInt flag = extended ? IosWords.TCP_FLAGS.number(word) : OptionalInt.empty();
        boolean flags = extended && (word.equals("match-all") || word.equals("match-any") || flag.isPresent());
        if ((flags || extended && word.equals("established")) && !isProtocol(IpProtocol.TCP)) {
            throw tokens.stop("'" + word + "' is a condition on TCP flags, which only tcp has");
        }
        if (!optionWords().contains(word)) {
            throw unknown();
        }
        int column = tokens.column();
        tokens.take();
        if (!options.add(word.startsWith("log") ? "log" : flags ? "flags" : word)) {
            if (flags) {
                throw new Opaque("several words for TCP flags: say match-all or match-any");
            }
            throw tokens.stopBack("'" + word + "' stands a second time, or beside what excludes it");
        }
        switch (word) {
            case "established" -> service.setEstablished(true);
            case "match-all", "match-any" -> readFlags(word.equals("match-any"));
            case "fragments" -> match.setFragments(true);
            case "log" -> rule.setLog(LogMode.LOG);
            case "log-input" -> rule.setLog(LogMode.LOG_INPUT);
            case "time-range" -> readTimeRange();
            case "dscp" -> match.setDscp(NumberSet.of(IosNumberWords.take(tokens, IosWords.DSCP, 63,
                    "a DSCP (a word such as ef, or 0 to 63)")));
            case "precedence" -> readPrecedence();
            case "ttl" -> readTtl();
            default -> service.setTcpFlags(TcpFlagTest.set(flag.getAsInt()));
        }
        checkFragments(column);
    }

    private void checkFragments(int column) throws Stop {
        if (match.isFragments() && (ServiceTerms.hasLayer4(service) || hasLayer4Group())) {
            throw tokens.stopAtColumn(column, "'fragments' means fragments other than the first, which have no layer 4; it"
                    + " cannot stand beside ports, ICMP types or TCP flags");
        }
    }

    private boolean hasLayer4Group() {
        return ServiceTerms.flatten(match.getService()).stream().anyMatch(ServiceTerms::hasLayer4);
    }

    private boolean isProtocol(int protocol) {
        return service.getProtocol() != null && service.getProtocol() == protocol;
    }

    private void readPrecedence() throws Stop, Opaque {
        int precedence = IosNumberWords.take(tokens, IosWords.PRECEDENCE, 7, "a precedence (a word such as critical, or 0 to 7)");
        if (match.getDscp() != null) {
            throw new Opaque("a precedence beside a DSCP");
        }
        match.setDscp(NumberSet.ofRange(precedence << 3, precedence << 3 | 7));
    }

    private void readTimeRange() throws Stop, Opaque {
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name of a time range", List.of());
        }
        String name = tokens.takeRaw();
        Schedule schedule = objects.schedules().get(name);
        if (schedule == null) {
            throw new Opaque("the time range " + name + " is not in the text, or is not known in all its parts");
        }
        match.setSchedule(schedule);
    }

    private void readTtl() throws Stop, Opaque {
        String operator = tokens.peek();
        if (!IosNumberWords.OPERATORS.contains(operator)) {
            throw tokens.unexpected("eq, neq, lt, gt or range", IosNumberWords.OPERATORS);
        }
        tokens.take();
        NumberSet numbers = IosNumberWords.operands(tokens, operator, NO_WORDS, HIGHEST_TTL, "a TTL, 0 to 255");
        NumberSet ttl = IosTtl.of(operator, numbers);
        if (ttl == null) {
            throw new Opaque("no TTL meets this condition, so the entry matches nothing");
        }
        match.setTtl(ttl);
    }

    private void readFlags(boolean any) throws Stop, Opaque {
        int mask = 0;
        int value = 0;
        while (tokens.hasNext()) {
            String word = tokens.peek();
            char sign = word.charAt(0);
            OptionalInt bit = IosWords.TCP_FLAGS.number(word.substring(1));
            if (sign != '+' && sign != '-') {
                break;
            }
            if (bit.isEmpty()) {
                throw tokens.unexpected("a TCP flag such as +syn or -ack", IosWords.TCP_FLAGS.words());
            }
            if ((mask & bit.getAsInt()) != 0) {
                throw tokens.stop("'" + word + "' stands a second time, or beside its opposite");
            }
            mask |= bit.getAsInt();
            value |= sign == '+' ? bit.getAsInt() : 0;
            tokens.take();
        }
        if (mask == 0) {
            throw tokens.unexpected("a TCP flag such as +syn or -ack", List.of());
        }
        // one of several conditions holds where not all of their opposites do; of one condition both are the same
        boolean opposite = any && Integer.bitCount(mask) > 1;
        service.setTcpFlags(new TcpFlagTest(mask, opposite ? mask & ~value : value));
        service.setTcpFlagsNegated(opposite);
    }

    /** A word like a known one is a slip; any other is kept as it stands, because there are more versions of IOS than one. */
    private Stop unknown() throws Opaque {
        if (kind == IosListKind.STANDARD) {
            return tokens.unexpected("an option of a standard list, which looks at the source alone", optionWords());
        }
        if (isProtocol(IpProtocol.IGMP)) {
            throw new Opaque("IGMP message types are not modelled");
        }
        List<String> known = optionWords();
        known.addAll(IosNumberWords.OPERATORS);
        known.addAll(NOT_MODELLED.keySet().stream().sorted().toList());
        boolean v6 = kind == IosListKind.IPV6;
        boolean icmp = isProtocol(v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP) && service.getIcmpType() == null;
        if (icmp) {
            (v6 ? IosWords.icmpv6Words() : IosWords.icmpWords()).forEach(known::add);
        }
        if (!NearestWord.hint(tokens.peek(), known).isEmpty() || IosNumberWords.isNumber(tokens.peek())) {
            return tokens.unexpected(icmp ? "an ICMP message or an option of an entry" : "an option of an entry", known);
        }
        throw new Opaque("'" + tokens.quoted() + "' is not known");
    }

    private List<String> optionWords() {
        List<String> words = new ArrayList<>(List.of("log"));
        if (kind == IosListKind.STANDARD) {
            return words;
        }
        words.addAll(List.of("log-input", "fragments", "time-range", "dscp"));
        if (kind == IosListKind.EXTENDED) {
            words.addAll(List.of("precedence", "ttl"));
        }
        if (isProtocol(IpProtocol.TCP)) {
            words.addAll(List.of("established", "match-all", "match-any"));
            words.addAll(IosWords.TCP_FLAGS.words());
        }
        return words;
    }
}
