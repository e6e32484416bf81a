package org.hopwarden.lab.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hopwarden.lab.PacketMatch;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/**
 * Reads what a simple filter matches: {@code PROTOCOL [ICMP-TYPE] [port N[-N]] [from PREFIX] [to PREFIX]}. ICMP words are
 * spelled as in router access lists.
 */
final class MatchParser {

    private static final Map<String, Integer> PROTOCOLS = Map.of("icmp", IpProtocol.ICMP, "icmpv6", IpProtocol.ICMPV6,
            "tcp", IpProtocol.TCP, "udp", IpProtocol.UDP, "sctp", IpProtocol.SCTP, "gre", IpProtocol.GRE,
            "esp", IpProtocol.ESP, "ah", IpProtocol.AH);
    private static final Map<String, int[]> ICMP_WORDS = words();
    private static final Map<String, int[]> ICMPV6_WORDS = wordsV6();

    private final String text;
    private final String[] words;
    private int next;

    private Optional<IpVersion> version = Optional.empty();
    private int protocol = -1;
    private int icmpType = -1;
    private int icmpCode = -1;
    private int firstPort = -1;
    private int lastPort = -1;
    private Optional<IpPrefix> source = Optional.empty();
    private Optional<IpPrefix> destination = Optional.empty();

    private MatchParser(String text) {
        this.text = text;
        this.words = text.strip().split("\\s+");
    }

    /** What the text says was wrong, and what to write. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;
        private final String remedy;

        Mistake(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    static PacketMatch parse(String text) throws Mistake {
        return new MatchParser(text).parse();
    }

    private PacketMatch parse() throws Mistake {
        protocol(words[next++]);
        if (isIcmp() && next < words.length && !isClause(words[next])) {
            icmpType(words[next++]);
        }
        while (next < words.length) {
            String clause = words[next++];
            switch (clause) {
                case "port" -> ports(argument(clause, "a port such as 53 or 33434-33534"));
                case "from" -> source = prefix(source, argument(clause, "a prefix"), clause);
                case "to" -> destination = prefix(destination, argument(clause, "a prefix"), clause);
                default -> throw new Mistake("'" + clause + "' is not understood here",
                        "write PROTOCOL [ICMP-TYPE] [port N] [from PREFIX] [to PREFIX]");
            }
        }
        return new PacketMatch(String.join(" ", words), version, protocol, icmpType, icmpCode, firstPort, lastPort, source,
                destination);
    }

    private static boolean isClause(String word) {
        return word.equals("port") || word.equals("from") || word.equals("to");
    }

    private boolean isIcmp() {
        return protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
    }

    private String argument(String clause, String wanted) throws Mistake {
        if (next == words.length) {
            throw new Mistake("nothing stands behind '" + clause + "'", "write " + wanted);
        }
        return words[next++];
    }

    private void protocol(String word) throws Mistake {
        switch (word) {
            case "any" -> { }
            case "ipv4" -> version = Optional.of(IpVersion.V4);
            case "ipv6" -> version = Optional.of(IpVersion.V6);
            default -> {
                Integer known = PROTOCOLS.get(word);
                protocol = known != null ? known : number(word, 255).orElseThrow(() -> new Mistake(
                        "'" + word + "' is no protocol that is known", NearestWord.hint(word, protocolWords())));
                if (isIcmp()) {
                    version = Optional.of(protocol == IpProtocol.ICMP ? IpVersion.V4 : IpVersion.V6);
                }
            }
        }
    }

    private static List<String> protocolWords() {
        return Stream.concat(Stream.of("any", "ipv4", "ipv6"),
                PROTOCOLS.keySet().stream().sorted()).toList();
    }

    private void icmpType(String word) throws Mistake {
        Map<String, int[]> known = protocol == IpProtocol.ICMP ? ICMP_WORDS : ICMPV6_WORDS;
        int[] meaning = known.get(word);
        if (meaning != null) {
            icmpType = meaning[0];
            icmpCode = meaning[1];
            return;
        }
        String[] numbers = word.split("/", -1);
        Optional<Integer> type = number(numbers[0], 255);
        Optional<Integer> code = numbers.length == 2 ? number(numbers[1], 255) : Optional.of(-1);
        if (numbers.length > 2 || type.isEmpty() || code.isEmpty()) {
            throw new Mistake("'" + word + "' is no ICMP type that is known",
                    NearestWord.find(word, known.keySet()).map(near -> "did you mean '" + near + "'?")
                            .orElse("write a word such as time-exceeded, a number, or TYPE/CODE"));
        }
        icmpType = type.get();
        icmpCode = code.get();
    }

    private void ports(String word) throws Mistake {
        if (protocol >= 0 && !IpProtocol.hasPorts(protocol)) {
            throw new Mistake(IpProtocol.name(protocol) + " has no ports", "leave 'port' out, or write tcp or udp");
        }
        String[] ends = word.split("-", -1);
        Optional<Integer> first = number(ends[0], 65535);
        Optional<Integer> last = ends.length == 2 ? number(ends[1], 65535) : first;
        if (firstPort >= 0 || ends.length > 2 || first.isEmpty() || last.isEmpty() || first.get() > last.get()) {
            throw new Mistake(firstPort >= 0 ? "'port' stands twice" : "'" + word + "' is no port and no range of ports",
                    "write one such as 'port 53' or 'port 33434-33534'");
        }
        firstPort = first.get();
        lastPort = last.get();
    }

    private Optional<IpPrefix> prefix(Optional<IpPrefix> before, String word, String clause) throws Mistake {
        IpPrefix prefix;
        try {
            prefix = IpPrefix.parse(word);
        } catch (IllegalArgumentException e) {
            throw new Mistake(e.getMessage(), "write a prefix such as 192.0.2.0/24 or an address");
        }
        if (before.isPresent()) {
            throw new Mistake("'" + clause + "' stands twice", "write a list of two matches");
        }
        IpVersion its = prefix.address().version();
        if (version.isPresent() && version.get() != its) {
            throw new Mistake(prefix + " is of another IP version than the rest of '" + text.strip() + "'",
                    "no packet can match; write prefixes of one version");
        }
        version = Optional.of(its);
        return Optional.of(prefix);
    }

    private static Optional<Integer> number(String word, int most) {
        if (!word.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(word);
        return number <= most ? Optional.of(number) : Optional.empty();
    }

    private static Map<String, int[]> words() {
        Map<String, int[]> words = new LinkedHashMap<>();
        words.put("echo", new int[] { IcmpType.ECHO_REQUEST, -1 });
        words.put("echo-reply", new int[] { IcmpType.ECHO_REPLY, -1 });
        words.put("unreachable", new int[] { IcmpType.UNREACHABLE, -1 });
        words.put("net-unreachable", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_NET });
        words.put("host-unreachable", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_HOST });
        words.put("protocol-unreachable", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_PROTOCOL });
        words.put("port-unreachable", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_PORT });
        words.put("packet-too-big", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_FRAGMENTATION_NEEDED });
        words.put("administratively-prohibited", new int[] { IcmpType.UNREACHABLE, IcmpType.CODE_ADMIN_PROHIBITED });
        words.put("source-quench", new int[] { IcmpType.SOURCE_QUENCH, -1 });
        words.put("redirect", new int[] { IcmpType.REDIRECT, -1 });
        words.put("time-exceeded", new int[] { IcmpType.TIME_EXCEEDED, -1 });
        words.put("ttl-exceeded", new int[] { IcmpType.TIME_EXCEEDED, 0 });
        words.put("reassembly-timeout", new int[] { IcmpType.TIME_EXCEEDED, 1 });
        words.put("parameter-problem", new int[] { IcmpType.PARAMETER_PROBLEM, -1 });
        words.put("timestamp-request", new int[] { IcmpType.TIMESTAMP_REQUEST, -1 });
        words.put("timestamp-reply", new int[] { IcmpType.TIMESTAMP_REPLY, -1 });
        return words;
    }

    private static Map<String, int[]> wordsV6() {
        Map<String, int[]> words = new LinkedHashMap<>();
        words.put("echo", new int[] { IcmpType.V6_ECHO_REQUEST, -1 });
        words.put("echo-reply", new int[] { IcmpType.V6_ECHO_REPLY, -1 });
        words.put("unreachable", new int[] { IcmpType.V6_UNREACHABLE, -1 });
        words.put("no-route", new int[] { IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_NO_ROUTE });
        words.put("administratively-prohibited", new int[] { IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_ADMIN_PROHIBITED });
        words.put("address-unreachable", new int[] { IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_ADDRESS });
        words.put("port-unreachable", new int[] { IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_PORT });
        words.put("packet-too-big", new int[] { IcmpType.V6_PACKET_TOO_BIG, -1 });
        words.put("time-exceeded", new int[] { IcmpType.V6_TIME_EXCEEDED, -1 });
        words.put("ttl-exceeded", new int[] { IcmpType.V6_TIME_EXCEEDED, 0 });
        words.put("reassembly-timeout", new int[] { IcmpType.V6_TIME_EXCEEDED, 1 });
        words.put("parameter-problem", new int[] { IcmpType.V6_PARAMETER_PROBLEM, -1 });
        return words;
    }
}
