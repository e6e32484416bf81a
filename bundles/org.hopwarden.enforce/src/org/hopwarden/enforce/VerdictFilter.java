package org.hopwarden.enforce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * Chooses decided packets by a few words, all of which must hold:
 * <pre>
 * deny  allow  reject  ask  logged             what became of it
 * tcp  udp  icmp  protocol 47                  its protocol
 * 192.0.2.0/24  from ADDRESS  to PREFIX        source or destination, source, destination
 * port 53  port 1000-2000  from-port  to-port  its ports
 * rule 12  rule end  rule default  chain NAME  what decided
 * on eth0  in-interface eth0  out-interface    its interfaces
 * direction in  state new  program firefox
 * not WORD                                     what must not hold
 * </pre>
 * Several values with commas between them are alternatives: {@code port 80,443}. Immutable.
 */
public final class VerdictFilter implements Predicate<DecidedPacket> {

    /** Lets everything through. */
    public static final VerdictFilter ALL = new VerdictFilter(List.of());

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    private final List<Predicate<DecidedPacket>> terms;

    /** A text that is no filter. */
    public static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1L;

        NotUnderstoodException(String message) {
            super(message);
        }
    }

    private VerdictFilter(List<Predicate<DecidedPacket>> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * Reads a filter; a text without words lets everything through.
     *
     * @throws NotUnderstoodException if a word is not understood; its message says which, and what could stand there
     */
    public static VerdictFilter parse(String text) throws NotUnderstoodException {
        Deque<String> words = new ArrayDeque<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group());
        }
        List<Predicate<DecidedPacket>> terms = new ArrayList<>();
        while (!words.isEmpty()) {
            boolean not = words.peek().equalsIgnoreCase("not");
            if (not) {
                words.remove();
            }
            Predicate<DecidedPacket> term = term(words);
            terms.add(not ? term.negate() : term);
        }
        return new VerdictFilter(terms);
    }

    @Override
    public boolean test(DecidedPacket decided) {
        for (Predicate<DecidedPacket> term : terms) {
            if (!term.test(decided)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<DecidedPacket> term(Deque<String> words) throws NotUnderstoodException {
        if (words.isEmpty()) {
            throw new NotUnderstoodException("behind 'not' stands what must not hold");
        }
        String word = words.remove().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "allow", "allowed" -> kind(Verdict.Kind.ALLOW);
            case "deny", "denied" -> kind(Verdict.Kind.DENY);
            case "reject", "rejected" -> kind(Verdict.Kind.REJECT);
            case "ask", "asked" -> kind(Verdict.Kind.ASK);
            case "logged" -> decided -> decided.verdict().logged();
            case "protocol" -> any(word, words, VerdictFilter::protocol);
            case "from" -> any(word, words, value -> from(prefix(value)));
            case "to" -> any(word, words, value -> to(prefix(value)));
            case "port" -> any(word, words, value -> fromPort(value).or(toPort(value)));
            case "from-port" -> any(word, words, VerdictFilter::fromPort);
            case "to-port" -> any(word, words, VerdictFilter::toPort);
            case "rule" -> any(word, words, VerdictFilter::rule);
            case "chain" -> any(word, words, value -> decided -> value.equals(decided.verdict().chain()));
            case "on", "interface" -> any(word, words, value -> decided -> value.equals(decided.context().inInterface())
                    || value.equals(decided.context().outInterface()));
            case "in-interface" -> any(word, words, value -> decided -> value.equals(decided.context().inInterface()));
            case "out-interface" -> any(word, words, value -> decided -> value.equals(decided.context().outInterface()));
            case "direction" -> any(word, words, value -> decided -> decided.direction().word().equalsIgnoreCase(value));
            case "state" -> any(word, words, value -> decided -> decided.context().state().getLiteral().equalsIgnoreCase(value));
            case "program", "application" -> any(word, words, value -> decided -> decided.context().program().map(Program::path)
                    .filter(path -> path.contains(value)).isPresent());
            default -> bare(word);
        };
    }

    /** A word that needs no other in front of it. */
    private static Predicate<DecidedPacket> bare(String word) throws NotUnderstoodException {
        if (word.matches("\\d+")) {
            throw new NotUnderstoodException("'" + word + "' could be a port or a rule: say 'port " + word + "' or 'rule " + word + "'");
        }
        if (word.indexOf('.') >= 0 || word.indexOf(':') >= 0) {
            IpPrefix prefix = prefix(word);
            return from(prefix).or(to(prefix));
        }
        return protocol(word);
    }

    @FunctionalInterface
    private interface Reading {
        Predicate<DecidedPacket> of(String value) throws NotUnderstoodException;
    }

    private static Predicate<DecidedPacket> any(String word, Deque<String> words, Reading reading) throws NotUnderstoodException {
        if (words.isEmpty()) {
            throw new NotUnderstoodException("behind '" + word + "' stands its value");
        }
        Predicate<DecidedPacket> all = null;
        for (String value : words.remove().split(",")) {
            Predicate<DecidedPacket> one = reading.of(value);
            all = all == null ? one : all.or(one);
        }
        if (all == null) {
            throw new NotUnderstoodException("behind '" + word + "' stands its value");
        }
        return all;
    }

    private static Predicate<DecidedPacket> kind(Verdict.Kind kind) {
        return decided -> decided.verdict().kind() == kind;
    }

    private static IpPrefix prefix(String value) throws NotUnderstoodException {
        try {
            return IpPrefix.parse(value);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstoodException("'" + value + "' is no address or prefix, such as 192.0.2.0/24");
        }
    }

    private static Predicate<DecidedPacket> from(IpPrefix prefix) {
        return ofPacket(packet -> prefix.contains(packet.source()));
    }

    private static Predicate<DecidedPacket> to(IpPrefix prefix) {
        return ofPacket(packet -> prefix.contains(packet.destination()));
    }

    private static Predicate<DecidedPacket> fromPort(String value) throws NotUnderstoodException {
        IntPredicate ports = ports(value);
        return ofPacket(packet -> ports.test(packet.sourcePort()));
    }

    private static Predicate<DecidedPacket> toPort(String value) throws NotUnderstoodException {
        IntPredicate ports = ports(value);
        return ofPacket(packet -> ports.test(packet.destinationPort()));
    }

    private static Predicate<DecidedPacket> protocol(String value) throws NotUnderstoodException {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.equals("icmp")) {
            return ofPacket(PacketView::isIcmp);
        }
        OptionalInt number = word.matches("\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5]") ? OptionalInt.of(Integer.parseInt(word))
                : IntStream.range(0, 256).filter(each -> IpProtocol.name(each).equals(word)).findFirst();
        int protocol = number.orElseThrow(() -> new NotUnderstoodException("'" + value
                + "' is not understood: words are such as deny, udp, port 53, 192.0.2.0/24, rule 3, on eth0, not"));
        return ofPacket(packet -> packet.protocol() == protocol);
    }

    private static Predicate<DecidedPacket> rule(String value) throws NotUnderstoodException {
        if (value.equalsIgnoreCase("end")) {
            return decided -> decided.verdict().basis() == Verdict.Basis.CHAIN_END;
        }
        if (value.equalsIgnoreCase("default")) {
            return decided -> decided.verdict().basis() == Verdict.Basis.POLICY_DEFAULT;
        }
        IntPredicate rules = range(value, Integer.MAX_VALUE, "a rule's number, such as 12 or 3-7, 'end' or 'default'");
        return decided -> decided.verdict().basis() == Verdict.Basis.RULE && rules.test(decided.verdict().rule());
    }

    private static IntPredicate ports(String value) throws NotUnderstoodException {
        return range(value, 65_535, "a port, such as 53 or 1000-2000");
    }

    private static IntPredicate range(String value, int most, String wanted) throws NotUnderstoodException {
        String[] ends = value.split("-", 2);
        try {
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from >= 0 && from <= to && to <= most) {
                return number -> number >= from && number <= to;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of range.
        }
        throw new NotUnderstoodException("'" + value + "' is not " + wanted);
    }

    private static Predicate<DecidedPacket> ofPacket(Predicate<PacketView> test) {
        return decided -> {
            PacketView packet = decided.packet();
            return packet.isValid() && test.test(packet);
        };
    }
}
