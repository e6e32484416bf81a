package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.WordTable;

/** Reads one entry of an access list, from its action on. */
final class IosEntryReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final IosTokens tokens;
    private final IosListKind kind;
    private final IosObjects objects;
    private final IosAddressReader addresses;
    private final Match match = MODEL.createMatch();
    private final Service service = MODEL.createService();
    private String reason;

    IosEntryReader(IosTokens tokens, IosListKind kind, IosObjects objects) {
        this.tokens = tokens;
        this.kind = kind;
        this.objects = objects;
        addresses = new IosAddressReader(tokens, kind, objects);
    }

    /**
     * Reads the entry. What is not understood gives a rule that is not enabled and holds the words; see {@link #whyOpaque}.
     *
     * @param line its number, for the words that are kept
     */
    Rule read(int line) throws Stop {
        String text = tokens.remaining();
        Rule rule = MODEL.createRule();
        rule.setMatch(match);
        try {
            readAction(rule);
            if (kind == IosListKind.STANDARD) {
                match.getSource().addAll(addresses.read("a source"));
            } else {
                readExtended();
            }
            new IosOptionReader(tokens, kind, objects, rule, service).readAll();
        } catch (Opaque e) {
            reason = e.getMessage();
            return opaque(rule, line, text);
        }
        if (service.getProtocol() != null) {
            match.getService().add(service);
        }
        return rule;
    }

    /** Whether an address had bits set that mean nothing. */
    boolean clearedBits() {
        return addresses.clearedBits();
    }

    /** What was not understood; null where all was. */
    String whyOpaque() {
        return reason;
    }

    private static Rule opaque(Rule known, int line, String text) {
        Rule rule = MODEL.createRule();
        rule.setAction(known.getAction() == null ? MODEL.createDeny() : known.getAction());
        rule.setMatch(MODEL.createMatch());
        rule.setEnabled(false);
        rule.setOpaque(IosOpaque.of(text, line));
        return rule;
    }

    private void readAction(Rule rule) throws Stop, Opaque {
        switch (tokens.peek()) {
            case "permit" -> rule.setAction(MODEL.createAllow());
            case "deny" -> rule.setAction(MODEL.createDeny());
            case "dynamic" -> throw new Opaque("dynamic entries (lock and key) open when somebody logs in");
            case "evaluate" -> throw new Opaque("a reflexive list is evaluated here: its entries come and go with sessions, so"
                    + " the list without it lets fewer packets pass");
            default -> {
                List<String> known = List.of("permit", "deny", "remark", "dynamic", "evaluate");
                if (!tokens.hasNext() || !NearestWord.hint(tokens.peek(), known).isEmpty()
                        || IosNumberWords.isNumber(tokens.peek())) {
                    throw tokens.unexpected("permit, deny or remark", known);
                }
                throw new Opaque("'" + tokens.quoted() + "' is no entry that is known");
            }
        }
        tokens.take();
    }

    private void readExtended() throws Stop, Opaque {
        readProtocol();
        match.getSource().addAll(addresses.read("a source"));
        service.setSourcePort(readPorts());
        match.getDestination().addAll(addresses.read("a destination"));
        service.setDestinationPort(readPorts());
        if (isIcmp()) {
            readIcmp();
        }
    }

    private boolean isIcmp() {
        return service.getProtocol() != null
                && service.getProtocol() == (kind == IosListKind.IPV6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
    }

    private void readProtocol() throws Stop, Opaque {
        boolean v6 = kind == IosListKind.IPV6;
        WordTable words = v6 ? IosWords.IPV6_PROTOCOLS : IosWords.PROTOCOLS;
        String any = v6 ? "ipv6" : "ip";
        if (tokens.take(any)) {
            return;
        }
        if (tokens.take("object-group")) {
            readServiceGroup();
            return;
        }
        if (v6 && tokens.isNext("hbh")) {
            throw new Opaque("hop-by-hop options are not looked at");
        }
        OptionalInt number = words.number(tokens.peek());
        if (number.isEmpty()) {
            List<String> known = new ArrayList<>(words.words());
            known.add(any);
            number = OptionalInt.of(IosNumberWords.take(tokens, 255, "a protocol: " + any
                    + ", tcp, udp, icmp, another word, or 1 to 255", known));
            if (number.getAsInt() == 0 && !v6) {
                throw tokens.stopBack("IOS keeps protocol 0 for its word 'ip'; write 'ip' for any protocol");
            }
        } else {
            tokens.take();
        }
        if (v6 && IpProtocol.isExtensionHeader(number.getAsInt())) {
            throw new Opaque("protocol " + number.getAsInt() + " is an extension header in IPv6, and conditions look at what"
                    + " comes behind these");
        }
        service.setProtocol(number.getAsInt());
    }

    private void readServiceGroup() throws Stop, Opaque {
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name of an object group", List.of());
        }
        String name = tokens.takeRaw();
        ServiceObject object = objects.services().get(name);
        if (object == null || kind == IosListKind.IPV6) {
            throw new Opaque("the object group " + name + " is not in the text, or holds what is not known");
        }
        ServiceUse use = MODEL.createServiceUse();
        use.setObject(object);
        match.getService().add(use);
    }

    private PortCondition readPorts() throws Stop {
        String operator = tokens.peek();
        if (!IosNumberWords.OPERATORS.contains(operator)) {
            return null;
        }
        if (service.getProtocol() == null || !IosPorts.hasPorts(service.getProtocol())) {
            throw tokens.stop("'" + tokens.quoted() + "' is a condition on ports, which only tcp, udp and sctp have");
        }
        tokens.take();
        return ports(tokens, operator, service.getProtocol());
    }

    /** The condition behind an operator that was taken. */
    static PortCondition ports(IosTokens tokens, String operator, int protocol) throws Stop {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.get(operator));
        condition.setPorts(IosNumberWords.operands(tokens, operator, IosWords.ports(protocol), NumberRange.HIGHEST,
                "a port (a word of " + IosWords.PROTOCOLS.text(protocol) + ", or 0 to 65535)"));
        return condition;
    }

    private void readIcmp() throws Stop {
        readIcmp(tokens, service, kind == IosListKind.IPV6);
    }

    /** Takes an ICMP message where one follows. */
    static void readIcmp(IosTokens tokens, Service service, boolean v6) throws Stop {
        String word = tokens.peek();
        if (word.isEmpty()) {
            return;
        }
        if (Character.isDigit(word.charAt(0))) {
            service.setIcmpType(IosNumberWords.take(tokens, 255, "an ICMP type, 0 to 255", List.of()));
            if (!tokens.peek().isEmpty() && Character.isDigit(tokens.peek().charAt(0))) {
                service.setIcmpCode(IosNumberWords.take(tokens, 255, "an ICMP code, 0 to 255", List.of()));
            }
            return;
        }
        IosWords.IcmpMessage message = v6 ? IosWords.icmpv6Message(word) : IosWords.icmpMessage(word);
        if (message != null) {
            tokens.take();
            service.setIcmpType(message.type());
            service.setIcmpCode(message.code());
        }
    }
}
