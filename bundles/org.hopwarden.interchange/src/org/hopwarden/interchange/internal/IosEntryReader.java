package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.WordTable;

/** Reads one entry of an extended access list, from its action on. */
final class IosEntryReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private static final int MOST_PORTS = 10;

    private static final List<String> OPERATORS = List.of("eq", "neq", "lt", "gt", "range");

    /** Words that IOS knows at the end of an entry, that this importer does not, and what to say of them. */
    private static final Map<String, String> NOT_READ = Map.of(
            "dscp", "conditions on DSCP are not read yet",
            "precedence", "conditions on the precedence are not read yet",
            "tos", "conditions on the type of service are not read yet",
            "ttl", "conditions on the TTL are not read yet",
            "option", "conditions on IP options are not read yet",
            "time-range", "time ranges are not read yet",
            "reflect", "reflexive lists are not read",
            "match-any", "only single TCP flags are read yet",
            "match-all", "only single TCP flags are read yet",
            "tracked", "tracked entries are not read");

    private final IosTokens tokens;
    private final Rule rule = MODEL.createRule();
    private final Match match = MODEL.createMatch();
    private final Service service = MODEL.createService();
    private final Set<String> options = new HashSet<>();
    private boolean looseBits;

    IosEntryReader(IosTokens tokens) {
        this.tokens = tokens;
    }

    Rule read() throws Stop {
        switch (tokens.peek()) {
            case "permit" -> rule.setAction(MODEL.createAllow());
            case "deny" -> rule.setAction(MODEL.createDeny());
            case "dynamic" -> throw tokens.stop("dynamic lists (lock and key) are not read");
            default -> throw tokens.unexpected("permit, deny or remark", List.of("permit", "deny", "remark", "dynamic"));
        }
        tokens.take();
        rule.setMatch(match);
        readProtocol();
        readAddress(match.getSource(), "a source");
        service.setSourcePort(readPorts());
        readAddress(match.getDestination(), "a destination");
        service.setDestinationPort(readPorts());
        if (service.getProtocol() != null && service.getProtocol() == IpProtocol.ICMP) {
            readIcmp();
        }
        while (tokens.hasNext()) {
            readOption();
        }
        if (service.getProtocol() != null) {
            match.getService().add(service);
        }
        return rule;
    }

    /** Whether an address had bits set that its wildcard mask makes meaningless. IOS clears them, and so does this. */
    boolean clearedBits() {
        return looseBits;
    }

    private void readProtocol() throws Stop {
        String word = tokens.peek();
        if (word.equals("ip")) {
            tokens.take();
            return;
        }
        if (word.equals("object-group")) {
            throw tokens.stop("object groups are not read yet");
        }
        OptionalInt number = IosWords.PROTOCOLS.number(word);
        if (number.isEmpty()) {
            List<String> known = new ArrayList<>(IosWords.PROTOCOLS.words());
            known.add("ip");
            number = OptionalInt.of(number(255, "a protocol: ip, tcp, udp, icmp, another word, or 1 to 255", known));
            if (number.getAsInt() == 0) {
                throw tokens.stopBack("IOS keeps protocol 0 for its word 'ip'; write 'ip' for any protocol");
            }
        } else {
            tokens.take();
        }
        service.setProtocol(number.getAsInt());
    }

    private void readAddress(List<AddressTerm> terms, String what) throws Stop {
        if (tokens.take("any")) {
            return;
        }
        if (tokens.take("host")) {
            terms.add(term(address("the address of " + what + " host"), 0));
            return;
        }
        if (tokens.isNext("object-group")) {
            throw tokens.stop("object groups are not read yet");
        }
        if (tokens.peek().indexOf('/') > 0) {
            throw tokens.stop("'" + tokens.quoted() + "' is no address as IOS writes it; write 192.0.2.0 0.0.0.255 for"
                    + " 192.0.2.0/24");
        }
        IpAddress address = address(what + " (any, host ADDRESS, or ADDRESS WILDCARD)");
        IpAddress wildcard = address("the wildcard mask of " + what);
        if (wildcard.low() != 0xffff_ffffL) {
            terms.add(term(address, (int) wildcard.low()));
        } else {
            looseBits |= address.low() != 0;
        }
    }

    private IpAddress address(String what) throws Stop {
        IpAddress address = IpAddress.tryParse(tokens.peek()).orElse(null);
        if (address == null) {
            throw tokens.unexpected(what, List.of("any", "host"));
        }
        if (!address.isV4()) {
            throw tokens.stop("'" + tokens.quoted() + "' is an IPv6 address; these lists are of IPv4 alone");
        }
        tokens.take();
        return address;
    }

    /** A prefix where the wildcard is one, so that the same set of addresses has one form. */
    private AddressTerm term(IpAddress address, int wildcard) {
        IpAddress base = IpAddress.v4((int) address.low() & ~wildcard);
        looseBits |= !base.equals(address);
        if ((wildcard & wildcard + 1) == 0) {
            AddressPrefix prefix = MODEL.createAddressPrefix();
            prefix.setPrefix(new IpPrefix(base, Integer.numberOfLeadingZeros(wildcard)));
            return prefix;
        }
        AddressWildcard term = MODEL.createAddressWildcard();
        term.setAddress(base);
        term.setWildcard(IpAddress.v4(wildcard));
        return term;
    }

    private PortCondition readPorts() throws Stop {
        if (!OPERATORS.contains(tokens.peek())) {
            return null;
        }
        if (service.getProtocol() == null || !IosPorts.hasPorts(service.getProtocol())) {
            throw tokens.stop("'" + tokens.quoted() + "' is a condition on ports, which only tcp, udp and sctp have");
        }
        PortOperator operator = PortOperator.get(tokens.take());
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        List<NumberRange> ports = new ArrayList<>();
        int first = port();
        switch (operator) {
            case LT, GT -> ports.add(NumberRange.of(first));
            case RANGE -> {
                int last = port();
                if (last < first) {
                    throw tokens.stopBack("the range ends at " + last + ", below its start; write range " + last + " "
                            + first);
                }
                ports.add(new NumberRange(first, last));
            }
            case EQ, NEQ -> {
                ports.add(NumberRange.of(first));
                while (isPort()) {
                    if (ports.size() == MOST_PORTS) {
                        throw tokens.stop("more than ten ports; IOS takes ten in one entry, so write the rest in another");
                    }
                    ports.add(NumberRange.of(port()));
                }
            }
        }
        condition.setPorts(new NumberSet(ports));
        return condition;
    }

    private boolean isPort() {
        String word = tokens.peek();
        return !word.isEmpty() && (word.chars().allMatch(c -> c >= '0' && c <= '9') || words().number(word).isPresent());
    }

    private WordTable words() {
        return IosWords.ports(service.getProtocol());
    }

    private int port() throws Stop {
        OptionalInt number = words().number(tokens.peek());
        if (number.isPresent()) {
            tokens.take();
            return number.getAsInt();
        }
        return number(NumberRange.HIGHEST, "a port (a word of " + IosWords.PROTOCOLS.text(service.getProtocol())
                + ", or 0 to 65535)", words().words());
    }

    private int number(int most, String what, Iterable<String> known) throws Stop {
        String word = tokens.peek();
        if (word.isEmpty() || word.length() > 9 || !word.chars().allMatch(c -> c >= '0' && c <= '9')
                || Integer.parseInt(word) > most) {
            throw tokens.unexpected(what, known);
        }
        tokens.take();
        return Integer.parseInt(word);
    }

    private void readIcmp() throws Stop {
        String word = tokens.peek();
        if (word.isEmpty()) {
            return;
        }
        if (Character.isDigit(word.charAt(0))) {
            service.setIcmpType(number(255, "an ICMP type, 0 to 255", List.of()));
            if (!tokens.peek().isEmpty() && Character.isDigit(tokens.peek().charAt(0))) {
                service.setIcmpCode(number(255, "an ICMP code, 0 to 255", List.of()));
            }
            return;
        }
        IosWords.IcmpMessage message = IosWords.icmpMessage(word);
        if (message != null) {
            tokens.take();
            service.setIcmpType(message.type());
            service.setIcmpCode(message.code());
        }
    }

    private void readOption() throws Stop {
        String word = tokens.peek();
        if (NOT_READ.containsKey(word)) {
            throw tokens.stop("'" + word + "': " + NOT_READ.get(word) + "; take the entry out, or write it without");
        }
        boolean tcp = service.getProtocol() != null && service.getProtocol() == IpProtocol.TCP;
        OptionalInt flag = IosWords.TCP_FLAGS.number(word);
        if ((flag.isPresent() || word.equals("established")) && !tcp) {
            throw tokens.stop("'" + word + "' is a condition on TCP flags, which only tcp has");
        }
        if (flag.isPresent()) {
            if (service.getTcpFlags() != null) {
                throw tokens.stop("a second TCP flag; only single ones are read yet");
            }
            service.setTcpFlags(TcpFlagTest.set(flag.getAsInt()));
        } else {
            switch (word) {
                case "established" -> service.setEstablished(true);
                case "fragments" -> match.setFragments(true);
                case "log" -> rule.setLog(LogMode.LOG);
                case "log-input" -> rule.setLog(LogMode.LOG_INPUT);
                default -> throw unknownOption();
            }
        }
        tokens.take();
        if (!options.add(word.startsWith("log") ? "log" : word)) {
            throw tokens.stopBack("'" + word + "' stands a second time, or beside what excludes it");
        }
        if (match.isFragments() && ServiceTerms.hasLayer4(service)) {
            throw tokens.stopBack("'fragments' means fragments other than the first, which have no layer 4; it cannot stand"
                    + " beside ports, ICMP types or TCP flags");
        }
    }

    private Stop unknownOption() {
        if (options.contains("log") && !tokens.peek().equals("fragments")) {
            return tokens.unexpected("known behind 'log' (a tag for the log is not read yet)", optionWords());
        }
        int protocol = service.getProtocol() == null ? -1 : service.getProtocol();
        if (protocol == IpProtocol.IGMP) {
            return tokens.stop("'" + tokens.quoted() + "': IGMP message types are not read yet");
        }
        return tokens.unexpected(protocol == IpProtocol.ICMP && service.getIcmpType() == null
                ? "an ICMP message or an option of an entry" : "an option of an entry", optionWords());
    }

    private List<String> optionWords() {
        List<String> words = new ArrayList<>(List.of("fragments", "log", "log-input"));
        int protocol = service.getProtocol() == null ? -1 : service.getProtocol();
        if (protocol == IpProtocol.TCP) {
            words.add("established");
            words.addAll(IosWords.TCP_FLAGS.words());
        }
        if (protocol == IpProtocol.ICMP) {
            IosWords.icmpWords().forEach(words::add);
        }
        words.addAll(OPERATORS);
        words.addAll(NOT_READ.keySet().stream().sorted().toList());
        return words;
    }
}
