package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;

/** Reads object groups of networks and services. */
final class IosGroups {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private static final List<String> NETWORK_WORDS = List.of("host", "range", "group-object", "any", "description");

    private final IosObjects objects;

    IosGroups(IosObjects objects) {
        this.objects = objects;
    }

    /** Reads one line inside a group of networks. */
    void readLine(IosTokens tokens, AddressObject group) throws Stop, Opaque {
        if (isDescription(tokens, group)) {
            return;
        }
        if (tokens.take("host")) {
            group.getTerms().add(prefix(new IpPrefix(address(tokens), 32)));
        } else if (tokens.take("any")) {
            group.getTerms().add(prefix(new IpPrefix(IpAddress.v4(0), 0)));
        } else if (tokens.take("range")) {
            AddressRange range = MODEL.createAddressRange();
            range.setFirst(address(tokens));
            range.setLast(address(tokens));
            if (range.getFirst().compareTo(range.getLast()) > 0) {
                throw tokens.stopBack("the range ends below its start; write range " + range.getLast() + " " + range.getFirst());
            }
            group.getTerms().add(range);
        } else if (tokens.take("group-object")) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(known(objects.addresses().get(name(tokens))));
            group.getTerms().add(use);
        } else if (IpAddress.tryParse(tokens.peek()).isPresent()) {
            group.getTerms().add(network(tokens));
        } else {
            throw unknown(tokens, NETWORK_WORDS);
        }
        end(tokens);
    }

    private static AddressPrefix network(IosTokens tokens) throws Stop {
        IpAddress address = address(tokens);
        long mask = address(tokens).low();
        long free = ~mask & 0xffff_ffffL;
        if ((free & free + 1) != 0) {
            throw tokens.stopBack("a netmask such as 255.255.255.0 is expected: object groups have netmasks where entries have"
                    + " wildcards");
        }
        return prefix(IpPrefix.containing(address, Long.bitCount(mask)));
    }

    private static AddressPrefix prefix(IpPrefix prefix) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(prefix);
        return term;
    }

    private static IpAddress address(IosTokens tokens) throws Stop {
        IpAddress address = IpAddress.tryParse(tokens.peek()).filter(IpAddress::isV4).orElse(null);
        if (address == null) {
            throw tokens.unexpected("an IPv4 address", List.of());
        }
        tokens.take();
        return address;
    }

    /** Reads one line inside a group of services. */
    void readLine(IosTokens tokens, ServiceObject group) throws Stop, Opaque {
        if (isDescription(tokens, group)) {
            return;
        }
        if (tokens.take("group-object")) {
            ServiceUse use = MODEL.createServiceUse();
            use.setObject(known(objects.services().get(name(tokens))));
            group.getTerms().add(use);
        } else if (tokens.isNext("tcp-udp")) {
            throw new Opaque("'tcp-udp' stands for two services at once");
        } else {
            group.getTerms().add(service(tokens));
        }
        end(tokens);
    }

    private static Service service(IosTokens tokens) throws Stop, Opaque {
        Service service = MODEL.createService();
        if (tokens.take("ip")) {
            return service;
        }
        OptionalInt word = IosWords.PROTOCOLS.number(tokens.peek());
        if (word.isEmpty() && !IosNumberWords.isNumber(tokens.peek())) {
            List<String> known = new ArrayList<>(IosWords.PROTOCOLS.words());
            known.addAll(List.of("ip", "group-object", "description", "tcp-udp"));
            throw unknown(tokens, known);
        }
        int protocol = IosNumberWords.take(tokens, IosWords.PROTOCOLS, 255, "a protocol");
        if (protocol == 0) {
            throw tokens.stopBack("IOS keeps protocol 0 for its word 'ip'; write 'ip' for any protocol");
        }
        service.setProtocol(protocol);
        if (protocol == IpProtocol.ICMP) {
            IosEntryReader.readIcmp(tokens, service, false);
        } else if (IosPorts.hasPorts(protocol)) {
            if (tokens.take("source")) {
                service.setSourcePort(IosEntryReader.ports(tokens, operator(tokens), protocol));
            }
            if (tokens.hasNext()) {
                service.setDestinationPort(IosEntryReader.ports(tokens, operator(tokens), protocol));
            }
        }
        return service;
    }

    /** {@code eq} where none stands. */
    private static String operator(IosTokens tokens) {
        return IosNumberWords.OPERATORS.contains(tokens.peek()) ? tokens.take() : "eq";
    }

    private static boolean isDescription(IosTokens tokens, NamedElement group) {
        boolean is = tokens.take("description");
        if (is) {
            group.setDescription(tokens.rest());
        }
        return is;
    }

    private static String name(IosTokens tokens) throws Stop {
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name of an object group", List.of());
        }
        return tokens.takeRaw();
    }

    private static <T> T known(T group) throws Opaque {
        if (group == null) {
            throw new Opaque("it names a group that is not in the text above, or holds what is not known");
        }
        return group;
    }

    private static void end(IosTokens tokens) throws Stop {
        if (tokens.hasNext()) {
            throw tokens.unexpected("the end of the line", List.of());
        }
    }

    private static Stop unknown(IosTokens tokens, List<String> known) throws Opaque {
        if (NearestWord.hint(tokens.peek(), known).isEmpty()) {
            throw new Opaque("'" + tokens.quoted() + "' is not known");
        }
        return tokens.unexpected("a part of an object group", known);
    }
}
