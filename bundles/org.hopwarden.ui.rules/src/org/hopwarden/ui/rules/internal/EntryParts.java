package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.ui.rules.internal.RuleParser.NoRule;

/**
 * The parts of a rule's text, so that addresses and services which an access list cannot say are read apart from the rest.
 *
 * @param action the first word
 * @param service a protocol, {@code @name}, or several services in braces
 * @param source address terms
 * @param sourcePorts an operator and its ports, or empty
 * @param destination address terms
 * @param rest what follows the destination, without the IP version
 * @param family the IP version that the text ends in
 */
record EntryParts(String action, String service, String source, String sourcePorts, String destination, String rest,
        IpFamily family) {

    private static final Pattern TOKEN = Pattern.compile("\\{[^}]*\\}|\\S+");
    private static final Set<String> PORT_OPERATORS = Set.of("eq", "neq", "lt", "gt", "range");

    /** Takes a text apart. What the parts mean is not looked at. */
    static EntryParts of(String line) throws NoRule {
        if (line.chars().filter(c -> c == '{').count() != line.chars().filter(c -> c == '}').count()) {
            throw new NoRule("A brace is not closed: several terms are written as {a, b}.");
        }
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        if (tokens.size() < 4) {
            throw new NoRule("A rule has an action, a protocol, a source and a destination.");
        }
        String action = tokens.removeFirst();
        String service = tokens.removeFirst();
        String source = address(tokens, "source");
        List<String> ports = new ArrayList<>();
        if (!tokens.isEmpty() && PORT_OPERATORS.contains(tokens.getFirst())) {
            do {
                ports.add(tokens.removeFirst());
            } while (!tokens.isEmpty() && !beginsAddress(tokens.getFirst()));
        }
        String destination = address(tokens, "destination");
        IpFamily family = tokens.remove("ipv4") ? IpFamily.V4 : tokens.remove("ipv6") ? IpFamily.V6 : IpFamily.ANY;
        return new EntryParts(action, service, source, String.join(" ", ports), destination, String.join(" ", tokens), family);
    }

    private static boolean beginsAddress(String token) {
        return token.equals("any") || token.equals("host") || token.matches("[@{].*|.*[.:].*");
    }

    private static String address(List<String> tokens, String side) throws NoRule {
        if (tokens.isEmpty()) {
            throw new NoRule("The " + side + " address is missing.");
        }
        String first = tokens.removeFirst();
        boolean two = first.equals("host")
                || first.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*") && !tokens.isEmpty() && tokens.getFirst().matches("[0-9.]*\\.[0-9.]*|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
        if (two && tokens.isEmpty()) {
            throw new NoRule("Behind 'host' comes an address.");
        }
        return two ? first + " " + tokens.removeFirst() : first;
    }

    /** Whether the services are more than a protocol word with what follows. */
    boolean hasServices() {
        return service.startsWith("@") || service.startsWith("{");
    }

    /** The entry with any addresses, as an access list can say it. */
    String plain() {
        return String.join(" ", List.of(action, hasServices() ? "ip" : service, "any", sourcePorts, "any", rest))
                .replaceAll(" +", " ").strip();
    }
}
