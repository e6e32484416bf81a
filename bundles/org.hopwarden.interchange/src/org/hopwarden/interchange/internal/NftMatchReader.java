package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.internal.NftPackets.Addresses;
import org.hopwarden.interchange.internal.NftPackets.Interfaces;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.TcpFlagTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads the conditions of a rule of nftables. */
final class NftMatchReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int HIGHEST_BYTE = 0xff;
    private static final int HIGHEST_DSCP = 0x3f;
    private static final int FRAGMENT_OFFSET = 0x1fff;

    /** A set without elements. */
    private static final JsonNode NONE = JsonNodeFactory.instance.objectNode().set("set", JsonNodeFactory.instance.arrayNode());

    private final NftValues values;
    private final Map<String, AddressObject> objects;

    /** @param objects what the named sets of addresses of the table have become */
    NftMatchReader(NftValues values, Map<String, AddressObject> objects) {
        this.values = values;
        this.objects = objects;
    }

    /** Adds a match statement to what is known of the packets. */
    void add(JsonNode match, NftPackets packets) throws NftUnknown {
        String operator = match.path("op").asText();
        add(match.path("left"), operator, match.path("right"), packets);
    }

    /** Adds a comparison. */
    void add(JsonNode left, String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        if (left.has("payload")) {
            payload(left.get("payload"), operator, right, packets);
        } else if (left.has("meta")) {
            meta(left.get("meta").path("key").asText(), operator, right, packets);
        } else if (left.has("ct") && left.get("ct").path("key").asText().equals("state") && left.get("ct").size() == 1) {
            packets.states(states(operator, right));
        } else if (left.has("&") && left.get("&").size() == 2) {
            masked(left.get("&").get(0), left.get("&").get(1), operator, right, packets);
        } else if (left.has("exthdr") && left.get("exthdr").path("name").asText().equals("frag")
                && left.get("exthdr").path("field").asText().equals("frag-off") && operator.equals("!=") && isZero(right)) {
            packets.laterFragment(IpVersion.V6);
        } else {
            throw new NftUnknown("the condition on " + left);
        }
    }

    /** Adds that packets have a field at all. */
    void addPresence(JsonNode field, NftPackets packets) throws NftUnknown {
        JsonNode payload = field.path("payload");
        String name = payload.path("field").asText();
        switch (name) {
            case "saddr", "daddr", "protocol" -> packets.version(version(payload.path("protocol").asText()));
            case "sport", "dport" -> ports(payload.path("protocol").asText(), name, "!=", NONE, packets);
            default -> {
                if (!List.of("l4proto", "mark", "nfproto").contains(field.path("meta").path("key").asText())) {
                    throw new NftUnknown("the comparison with " + field + " beside other fields");
                }
            }
        }
    }

    private static boolean isZero(JsonNode value) {
        return value.isIntegralNumber() && value.asLong() == 0;
    }

    private void meta(String key, String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        switch (key) {
            case "nfproto" -> version(operator, right, Map.of("ipv4", IpVersion.V4, "ipv6", IpVersion.V6), packets);
            case "protocol" -> version(operator, right, Map.of("ip", IpVersion.V4, "ip6", IpVersion.V6), packets);
            case "l4proto" -> packets.protocols(values.numbers(operator, right, NftWords.PROTOCOLS, HIGHEST_BYTE));
            case "length" -> packets.length(values.numbers(operator, right, NftWords.NONE, NumberRange.HIGHEST));
            case "mark" -> packets.mark(mark(-1, operator, right));
            case "iifname", "iif" -> packets.inInterface(interfaces(key, operator, right));
            case "oifname", "oif" -> packets.outInterface(interfaces(key, operator, right));
            case "time", "day", "hour" -> packets.time(NftTime.of(key, operator, right, values));
            default -> throw new NftUnknown("the condition on meta " + key);
        }
    }

    private static void version(String operator, JsonNode right, Map<String, IpVersion> words, NftPackets packets)
            throws NftUnknown {
        IpVersion version = words.get(right.asText());
        if (version == null || !operator.equals("==") && !operator.equals("!=")) {
            throw new NftUnknown("the protocol family " + right);
        }
        packets.version(operator.equals("==") ? version : version == IpVersion.V4 ? IpVersion.V6 : IpVersion.V4);
    }

    private Interfaces interfaces(String key, String operator, JsonNode right) throws NftUnknown {
        // nft lists the index 0, which no interface has, as a number or as text
        boolean none = isZero(right) || !key.endsWith("name") && right.asText().equals("0");
        if (none && (operator.equals("==") || operator.equals("!="))) {
            return new Interfaces(List.of("*"), operator.equals("=="));
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : values.elements(right)) {
            if (!name.isTextual() || name.asText().isBlank() || name.asText().replaceFirst("\\*$", "").indexOf('*') >= 0) {
                throw new NftUnknown("the interface " + name);
            }
            names.add(name.asText());
        }
        if (!operator.equals("==") && !operator.equals("!=")) {
            throw new NftUnknown("the comparison " + operator + " of interfaces");
        }
        return new Interfaces(names, operator.equals("!="));
    }

    private Set<ConnectionState> states(String operator, JsonNode right) throws NftUnknown {
        List<JsonNode> words = new ArrayList<>();
        if (right.isArray()) {
            right.forEach(words::add);
        } else {
            words.addAll(values.elements(right));
        }
        Set<ConnectionState> states = EnumSet.noneOf(ConnectionState.class);
        for (JsonNode word : words) {
            ConnectionState state = ConnectionState.get(word.asText());
            if (state == null) {
                throw new NftUnknown("the state " + word);
            }
            states.add(state);
        }
        return switch (operator) {
            case "==", "in" -> states;
            case "!=", "!" -> EnumSet.complementOf(EnumSet.copyOf(states));
            default -> throw new NftUnknown("the comparison " + operator + " of states");
        };
    }

    private static MarkTest mark(int mask, String operator, JsonNode right) throws NftUnknown {
        boolean number = right.isIntegralNumber() && right.asLong() >= 0 && right.asLong() <= 0xffff_ffffL;
        if (!number || !operator.equals("==") && !operator.equals("!=") || (right.asLong() & ~mask & 0xffff_ffffL) != 0) {
            throw new NftUnknown("the mark " + right);
        }
        return new MarkTest((int) right.asLong(), mask, operator.equals("!="));
    }

    private void payload(JsonNode payload, String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        String header = payload.path("protocol").asText();
        String field = payload.path("field").asText();
        if (payload.path("base").asText().equals("th") && payload.path("offset").asInt(-1) == 0
                && payload.path("len").asInt() == 32 && operator.equals("==") && right.isIntegralNumber()) {
            // nft lists th sport and th dport beside each other as one number
            int source = (int) (right.asLong() >>> 16 & NumberRange.HIGHEST);
            int destination = (int) (right.asLong() & NumberRange.HIGHEST);
            packets.sourcePort(IntSpans.of(source, source));
            packets.destinationPort(IntSpans.of(destination, destination));
            return;
        }
        switch (header + " " + field) {
            case "ip saddr", "ip daddr" -> address(IpVersion.V4, field, operator, right, packets);
            case "ip6 saddr", "ip6 daddr" -> address(IpVersion.V6, field, operator, right, packets);
            case "ip protocol" -> {
                packets.version(IpVersion.V4);
                packets.protocols(values.numbers(operator, right, NftWords.PROTOCOLS, HIGHEST_BYTE));
            }
            case "ip6 nexthdr" -> {
                packets.version(IpVersion.V6);
                packets.protocols(values.numbers(operator, right, NftWords.PROTOCOLS, HIGHEST_BYTE));
            }
            case "ip ttl", "ip6 hoplimit" -> {
                packets.version(version(header));
                packets.ttl(values.numbers(operator, right, NftWords.NONE, HIGHEST_BYTE));
            }
            case "ip dscp", "ip6 dscp" -> {
                packets.version(version(header));
                packets.dscp(values.numbers(operator, right, NftWords.DSCPS, HIGHEST_DSCP));
            }
            case "ip length" -> {
                packets.version(IpVersion.V4);
                packets.length(values.numbers(operator, right, NftWords.NONE, NumberRange.HIGHEST));
            }
            case "tcp flags" -> flags(operator, right, packets);
            case "icmp type", "icmpv6 type" -> {
                icmp(header, packets);
                packets.icmpType(values.numbers(operator, right, header.equals("icmp") ? NftWords.ICMP_TYPES
                        : NftWords.ICMPV6_TYPES, HIGHEST_BYTE));
            }
            case "icmp code", "icmpv6 code" -> {
                icmp(header, packets);
                packets.icmpCode(values.numbers(operator, right, header.equals("icmp") ? NftWords.ICMP_CODES
                        : NftWords.ICMPV6_CODES, HIGHEST_BYTE));
            }
            default -> ports(header, field, operator, right, packets);
        }
    }

    private static void icmp(String header, NftPackets packets) {
        packets.version(header.equals("icmp") ? IpVersion.V4 : IpVersion.V6);
        packets.protocol(header.equals("icmp") ? IpProtocol.ICMP : IpProtocol.ICMPV6);
    }

    private static IpVersion version(String header) {
        return header.equals("ip") ? IpVersion.V4 : IpVersion.V6;
    }

    private void ports(String header, String field, String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        Integer protocol = switch (header) {
            case "tcp" -> IpProtocol.TCP;
            case "udp" -> IpProtocol.UDP;
            case "sctp" -> IpProtocol.SCTP;
            case "udplite" -> IpProtocol.UDP_LITE;
            default -> null;
        };
        boolean ports = field.equals("sport") || field.equals("dport");
        if (!ports || protocol == null && !header.equals("th")) {
            throw new NftUnknown("the condition on " + header + " " + field);
        }
        if (protocol != null) {
            packets.protocol(protocol);
        }
        IntSpans numbers = values.numbers(operator, right, NftWords.NONE, NumberRange.HIGHEST);
        if (field.equals("sport")) {
            packets.sourcePort(numbers);
        } else {
            packets.destinationPort(numbers);
        }
    }

    private void address(IpVersion version, String field, String operator, JsonNode right, NftPackets packets)
            throws NftUnknown {
        packets.version(version);
        AddressObject object = right.isTextual() && right.asText().startsWith("@")
                ? objects.get(right.asText().substring(1)) : null;
        AddressSpans spans = values.addresses(operator.equals("!=") ? "==" : operator, right, version);
        Addresses addresses;
        if (object != null && (operator.equals("==") || operator.equals("!="))) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(object);
            boolean negated = operator.equals("!=");
            addresses = new Addresses(negated ? spans.complement(version) : spans, List.of(use), negated);
        } else {
            addresses = operator.equals("!=") ? negated(spans, version) : new Addresses(spans, null, false);
        }
        if (field.equals("saddr")) {
            packets.source(addresses);
        } else {
            packets.destination(addresses);
        }
    }

    /** As it was written where that is all, so that it stays readable. */
    private static Addresses negated(AddressSpans spans, IpVersion version) {
        return spans.isAll(version) || spans.isEmpty() ? new Addresses(spans.complement(version), null, false)
                : new Addresses(spans.complement(version), NftPackets.terms(spans), true);
    }

    private void masked(JsonNode left, JsonNode mask, String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        JsonNode payload = left.path("payload");
        String name = payload.path("protocol").asText() + " " + payload.path("field").asText();
        boolean equal = operator.equals("==") || operator.equals("!=");
        if (left.path("meta").path("key").asText().equals("mark") && mask.isIntegralNumber()) {
            packets.mark(mark((int) mask.asLong(), operator, right));
        } else if (name.equals("tcp flags") && equal) {
            packets.flags(new TcpFlagTest(bits(mask), bits(right)), operator.equals("!="));
        } else if (name.equals("ip frag-off") && mask.isIntegralNumber() && mask.asInt() == FRAGMENT_OFFSET
                && operator.equals("!=") && isZero(right)) {
            packets.laterFragment(IpVersion.V4);
        } else if (equal && (name.endsWith(" saddr") || name.endsWith(" daddr"))) {
            IpVersion version = version(payload.path("protocol").asText());
            wildcard(NftValues.address(mask, version), NftValues.address(right, version), name.endsWith(" saddr"),
                    operator.equals("!="), packets);
        } else {
            throw new NftUnknown("the condition on " + left + " masked with " + mask);
        }
    }

    private static void wildcard(IpAddress mask, IpAddress value, boolean source, boolean negated, NftPackets packets)
            throws NftUnknown {
        packets.version(mask.version());
        AddressWildcard term = MODEL.createAddressWildcard();
        term.setWildcard(mask.isV4() ? IpAddress.v4((int) ~mask.low()) : IpAddress.v6(~mask.high(), ~mask.low()));
        term.setAddress(value);
        if ((value.low() & ~mask.low()) != 0 || (value.high() & ~mask.high()) != 0) {
            throw new NftUnknown("the address " + value + " behind the mask " + mask);
        }
        Addresses addresses = new Addresses(null, List.of(term), negated);
        if (source) {
            packets.source(addresses);
        } else {
            packets.destination(addresses);
        }
    }

    /** One flag alone or several at once mean that any is set; compared as a number, all eight count. */
    private void flags(String operator, JsonNode right, NftPackets packets) throws NftUnknown {
        switch (operator) {
            case "in" -> packets.flags(new TcpFlagTest(bits(right), 0), true);
            case "!" -> packets.flags(new TcpFlagTest(bits(right), 0), false);
            case "==", "!=" -> {
                List<JsonNode> elements = values.elements(right);
                if (elements.size() != 1) {
                    throw new NftUnknown("a set of TCP flags");
                }
                packets.flags(new TcpFlagTest(HIGHEST_BYTE, bits(elements.get(0))), operator.equals("!="));
            }
            default -> throw new NftUnknown("the comparison " + operator + " of TCP flags");
        }
    }

    private static int bits(JsonNode value) throws NftUnknown {
        int bits = 0;
        if (value.isArray()) {
            for (JsonNode one : value) {
                bits |= bits(one);
            }
        } else if (value.isObject() && value.has("|")) {
            bits = bits(value.get("|"));
        } else {
            bits = NftValues.number(value.isTextual() ? new com.fasterxml.jackson.databind.node.TextNode(value.asText()
                    .toLowerCase(Locale.ROOT)) : value, NftWords.TCP_FLAGS, HIGHEST_BYTE);
        }
        return bits;
    }
}
