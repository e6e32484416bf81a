package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IosWords.IcmpMessage;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.WordTable;

/** Reads a service by parts: its protocol, its ports, and what may follow, in the words of {@link IosWords}. */
final class ServiceReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int MOST_PROTOCOL = 255;

    static final Set<String> OPERATORS = Set.of("eq", "neq", "lt", "gt", "range");

    private ServiceReader() {
    }

    /** Reads a service as it stands in braces, objects and cells: {@code tcp from gt 1023 to eq www established}. */
    static Service whole(String text) throws NoRule {
        Words words = new Words(text);
        Service service = protocol(words);
        if (words.takeIf("from")) {
            service.setSourcePort(ports(words, service));
        }
        if (words.takeIf("to") || OPERATORS.contains(words.peek())) {
            service.setDestinationPort(ports(words, service));
        }
        rest(words, service);
        if (!words.isEmpty()) {
            throw new NoRule("'" + words.peek() + "' is not understood in the service '" + text + "', such as tcp to eq www, udp"
                    + " from gt 1023 to eq domain, or icmp echo.");
        }
        return service;
    }

    /** Reads {@code tcp}, {@code icmpv6}, {@code 47}, or {@code ip} for any. */
    static Service protocol(Words words) throws NoRule {
        String word = words.take("A protocol");
        Service service = MODEL.createService();
        OptionalInt known = IosWords.PROTOCOLS.number(word);
        if (word.equals("icmpv6")) {
            service.setProtocol(IpProtocol.ICMPV6);
        } else if (known.isPresent()) {
            service.setProtocol(known.getAsInt());
        } else if (word.matches("\\d+")) {
            service.setProtocol(Words.number(word, "a protocol", MOST_PROTOCOL));
        } else if (!word.equals("ip")) {
            List<String> all = new ArrayList<>(IosWords.PROTOCOLS.words());
            all.addAll(List.of("ip", "icmpv6"));
            throw Words.unknown("protocol", word, all);
        }
        return service;
    }

    /** Reads {@code eq www 443} or {@code range 1024 65535}. */
    static PortCondition ports(Words words, Service service) throws NoRule {
        String word = words.take("An operator on ports (eq, neq, lt, gt, range)");
        PortOperator operator = PortOperator.get(word);
        if (operator == null) {
            throw Words.unknown("operator on ports", word, OPERATORS);
        }
        if (service.getProtocol() == null) {
            throw new NoRule("Ports want a protocol, such as tcp or udp.");
        }
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        WordTable table = IosWords.ports(service.getProtocol());
        List<NumberRange> ranges = new ArrayList<>();
        if (operator == PortOperator.RANGE) {
            int low = port(words.take("The first port of the range"), table);
            int high = port(words.take("The last port of the range"), table);
            if (low > high) {
                throw new NoRule("The range " + low + " " + high + " is none: the lower port comes first.");
            }
            ranges.add(new NumberRange(low, high));
        } else {
            do {
                ranges.add(portOrRange(words.take("A port"), table));
            } while (isPort(words.peek(), table));
        }
        condition.setPorts(new NumberSet(ranges));
        return condition;
    }

    private static boolean isPort(String word, WordTable table) {
        return word.matches("\\d+(-\\d+)?") || table.number(word).isPresent();
    }

    private static NumberRange portOrRange(String word, WordTable table) throws NoRule {
        if (word.matches("\\d+-\\d+")) {
            String[] ends = word.split("-");
            int low = port(ends[0], table);
            int high = port(ends[1], table);
            if (low > high) {
                throw new NoRule("The range " + word + " is none: the lower port comes first.");
            }
            return new NumberRange(low, high);
        }
        return NumberRange.of(port(word, table));
    }

    private static int port(String word, WordTable table) throws NoRule {
        OptionalInt known = table.number(word);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        if (!word.matches("-?\\d+")) {
            throw Words.unknown("port", word, table.words());
        }
        return Words.number(word, "a port", NumberRange.HIGHEST);
    }

    /** Takes the ICMP message, {@code established} and TCP flags that come next, in any order. */
    static void rest(Words words, Service service) throws NoRule {
        boolean taken = true;
        while (taken && !words.isEmpty()) {
            boolean not = words.peek().equals("not");
            String word = not ? words.peekSecond() : words.peek();
            taken = service.getProtocol() != null && switch (service.getProtocol()) {
                case IpProtocol.ICMP, IpProtocol.ICMPV6 -> icmp(words, not, word, service);
                case IpProtocol.TCP -> flags(words, not, word, service);
                default -> false;
            };
        }
    }

    private static boolean icmp(Words words, boolean not, String word, Service service) throws NoRule {
        IcmpMessage message = service.getProtocol() == IpProtocol.ICMP ? IosWords.icmpMessage(word) : null;
        if (service.getIcmpType() != null || message == null && !word.matches("\\d+")) {
            return false;
        }
        if (not) {
            words.take("not");
            service.setIcmpNegated(true);
        }
        if (message != null) {
            words.take("An ICMP message");
            service.setIcmpType(message.type());
            service.setIcmpCode(message.code());
        } else {
            service.setIcmpType(words.takeNumber("An ICMP type", MOST_PROTOCOL));
            if (words.peek().matches("\\d+")) {
                service.setIcmpCode(words.takeNumber("An ICMP code", MOST_PROTOCOL));
            }
        }
        return true;
    }

    private static boolean flags(Words words, boolean not, String word, Service service) throws NoRule {
        if (!not && words.takeIf("established")) {
            service.setEstablished(true);
            return true;
        }
        OptionalInt flag = IosWords.TCP_FLAGS.number(word);
        if (service.getTcpFlags() != null || flag.isEmpty() && !word.equals("flags")) {
            return false;
        }
        if (not) {
            words.take("not");
            service.setTcpFlagsNegated(true);
        }
        words.take("A TCP flag");
        if (flag.isPresent()) {
            service.setTcpFlags(new TcpFlagTest(flag.getAsInt(), flag.getAsInt()));
        } else {
            String test = words.take("A test of TCP flags, such as SYN,ACK=SYN,");
            try {
                service.setTcpFlags(TcpFlagTest.parse(test));
            } catch (IllegalArgumentException e) {
                throw new NoRule("'" + test + "' is no test of TCP flags, such as SYN,ACK=SYN: " + e.getMessage() + ".");
            }
        }
        return true;
    }
}
