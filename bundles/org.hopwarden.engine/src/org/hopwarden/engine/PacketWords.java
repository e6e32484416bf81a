package org.hopwarden.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IosWords.IcmpMessage;

/** A packet in words: {@code tcp from 192.0.2.1 port 40000 to 198.51.100.7 port 443 syn in on eth0 state new}. */
final class PacketWords {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    /** Words that have one value behind them. */
    private static final Map<String, PacketField> VALUES = Map.ofEntries(Map.entry("in-interface", PacketField.IN_INTERFACE),
            Map.entry("out-interface", PacketField.OUT_INTERFACE), Map.entry("from", PacketField.SOURCE),
            Map.entry("to", PacketField.DESTINATION), Map.entry("flags", PacketField.TCP_FLAGS),
            Map.entry("type", PacketField.ICMP_TYPE), Map.entry("code", PacketField.ICMP_CODE),
            Map.entry("fragment", PacketField.FRAGMENT_OFFSET), Map.entry("ttl", PacketField.TTL),
            Map.entry("dscp", PacketField.DSCP), Map.entry("length", PacketField.LENGTH),
            Map.entry("captured", PacketField.CAPTURED), Map.entry("state", PacketField.STATE),
            Map.entry("mark", PacketField.MARK), Map.entry("application", PacketField.APPLICATION),
            Map.entry("user", PacketField.USER), Map.entry("at", PacketField.TIME));

    private static final Set<String> DIRECTIONS = Set.of("in", "out", "forward");

    /** Messages of ICMPv6 (RFC 4443, 4861). */
    private static final Map<String, Integer> ICMPV6 = new LinkedHashMap<>();

    static {
        ICMPV6.put("echo", IcmpType.V6_ECHO_REQUEST);
        ICMPV6.put("echo-request", IcmpType.V6_ECHO_REQUEST);
        ICMPV6.put("echo-reply", IcmpType.V6_ECHO_REPLY);
        ICMPV6.put("unreachable", IcmpType.V6_UNREACHABLE);
        ICMPV6.put("packet-too-big", IcmpType.V6_PACKET_TOO_BIG);
        ICMPV6.put("time-exceeded", IcmpType.V6_TIME_EXCEEDED);
        ICMPV6.put("parameter-problem", IcmpType.V6_PARAMETER_PROBLEM);
        ICMPV6.put("router-solicitation", IcmpType.V6_ROUTER_SOLICITATION);
        ICMPV6.put("router-advertisement", IcmpType.V6_ROUTER_ADVERTISEMENT);
        ICMPV6.put("neighbour-solicitation", IcmpType.V6_NEIGHBOUR_SOLICITATION);
        ICMPV6.put("neighbour-advertisement", IcmpType.V6_NEIGHBOUR_ADVERTISEMENT);
        ICMPV6.put("redirect", IcmpType.V6_REDIRECT);
    }

    private final Deque<String> left = new ArrayDeque<>();
    private Draft draft = new Draft();
    /** The end of the way that a port belongs to. */
    private PacketField end;
    private String message;
    private String on;

    PacketWords(String words) {
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            left.add(word.group(1) != null ? word.group(1) : word.group());
        }
    }

    Draft read() {
        if (left.isEmpty()) {
            throw wrong("no packet is described: begin with its protocol, such as 'icmp echo from A to B'");
        }
        String first = left.remove().toLowerCase(Locale.ROOT);
        if (!first.equals("icmp") && PacketReading.protocol(first).isEmpty()) {
            throw wrong("a packet in words begins with its protocol, such as icmp, tcp, udp or a number, not with '" + first + "'");
        }
        set(PacketField.PROTOCOL, first);
        while (!left.isEmpty()) {
            read(left.remove());
        }
        if (on != null) {
            set("out".equals(draft.texts().get(PacketField.DIRECTION)) ? PacketField.OUT_INTERFACE : PacketField.IN_INTERFACE,
                    on);
        }
        if (message != null) {
            icmp(message);
        }
        return draft;
    }

    private void read(String word) {
        String key = word.toLowerCase(Locale.ROOT);
        if (DIRECTIONS.contains(key)) {
            set(PacketField.DIRECTION, key);
        } else if (key.equals("port")) {
            port(value(word));
        } else if (key.equals("on")) {
            on = value(word);
        } else if (key.equals("more")) {
            set(PacketField.MORE_FRAGMENTS, "true");
        } else if (VALUES.containsKey(key)) {
            PacketField field = VALUES.get(key);
            end = field == PacketField.SOURCE || field == PacketField.DESTINATION ? field : end;
            set(field, value(word));
        } else if (isIcmp() && message == null && end == null) {
            message = key;
        } else if (Stream.of(key.split(",")).allMatch(PacketReading.FLAG_NAMES::contains)) {
            set(PacketField.TCP_FLAGS, key);
        } else {
            throw wrong("'" + word + "' is no word that a packet is described by; there are from, to, port, flags, in, out,"
                    + " forward, on, in-interface, out-interface, state, mark, ttl, dscp, length, captured, fragment, more,"
                    + " application, user and at");
        }
    }

    private boolean isIcmp() {
        return draft.texts().get(PacketField.PROTOCOL).contains("icmp") || draft.texts().get(PacketField.PROTOCOL).equals("1")
                || draft.texts().get(PacketField.PROTOCOL).equals("58");
    }

    private String value(String word) {
        if (left.isEmpty()) {
            throw wrong("a value is missing behind '" + word + "'");
        }
        return left.remove();
    }

    private void set(PacketField field, String text) {
        if (draft.texts().containsKey(field)) {
            throw new PacketFieldException(field, "is said twice: '" + draft.texts().get(field) + "' and '" + text + "'");
        }
        draft = draft.with(field, text);
    }

    private void port(String text) {
        if (end == null) {
            throw wrong("'port " + text + "' belongs behind the address of its end: from A port N to B port N");
        }
        OptionalInt protocol = PacketReading.protocol(draft.texts().get(PacketField.PROTOCOL));
        OptionalInt word = protocol.isEmpty() ? OptionalInt.empty() : IosWords.ports(protocol.getAsInt()).number(text);
        set(end == PacketField.SOURCE ? PacketField.SOURCE_PORT : PacketField.DESTINATION_PORT,
                word.isPresent() ? Integer.toString(word.getAsInt()) : text);
    }

    /** A message by its word, or by type or type/code. */
    private void icmp(String word) {
        Matcher numbers = Pattern.compile("(\\d{1,3})(?:/(\\d{1,3}))?").matcher(word);
        if (numbers.matches()) {
            set(PacketField.ICMP_TYPE, numbers.group(1));
            if (numbers.group(2) != null) {
                set(PacketField.ICMP_CODE, numbers.group(2));
            }
            return;
        }
        boolean v6 = IpAddress.tryParse(draft.texts().getOrDefault(PacketField.SOURCE, "")).filter(IpAddress::isV6)
                .isPresent();
        IcmpMessage known = v6 ? null : IosWords.icmpMessage(word.equals("echo-request") ? "echo" : word);
        if (v6 && ICMPV6.containsKey(word)) {
            known = new IcmpMessage(ICMPV6.get(word), null);
        }
        if (known == null) {
            throw new PacketFieldException(PacketField.ICMP_TYPE, "no message of " + (v6 ? "ICMPv6" : "ICMP") + " is called '"
                    + word + "'; there are " + String.join(", ", v6 ? ICMPV6.keySet() : IosWords.icmpWords())
                    + ", and numbers such as 11/0");
        }
        set(PacketField.ICMP_TYPE, Integer.toString(known.type()));
        if (known.code() != null) {
            set(PacketField.ICMP_CODE, known.code().toString());
        }
    }

    private static PacketFieldException wrong(String problem) {
        return new PacketFieldException(null, problem);
    }

    /** All that is said of a packet, as far as it is not at its default. */
    static String of(DescribedPacket packet) {
        StringBuilder text = new StringBuilder(packet.text(PacketField.PROTOCOL).orElseThrow());
        if (packet.icmpType() >= 0) {
            text.append(' ').append(message(packet));
        }
        text.append(" from ").append(packet.source());
        packet.text(PacketField.SOURCE_PORT).ifPresent(port -> text.append(" port ").append(port));
        text.append(" to ").append(packet.destination());
        packet.text(PacketField.DESTINATION_PORT).ifPresent(port -> text.append(" port ").append(port));
        packet.text(PacketField.TCP_FLAGS).ifPresent(flags -> text.append(" flags ").append(flags.isEmpty() ? "-" : flags));
        text.append(' ').append(packet.direction().word());
        String on = packet.direction() == Direction.OUT ? packet.outInterface() : packet.inInterface();
        String other = packet.direction() == Direction.OUT ? packet.inInterface() : packet.outInterface();
        if (!on.isEmpty()) {
            text.append(" on ").append(quoted(on));
        }
        if (!other.isEmpty()) {
            text.append(packet.direction() == Direction.OUT ? " in-interface " : " out-interface ").append(quoted(other));
        }
        if (packet.isLaterFragment()) {
            text.append(" fragment ").append(packet.fragmentOffset());
        }
        if (packet.moreFragments()) {
            text.append(" more");
        }
        Draft usual = new Draft();
        for (PacketField field : Set.of(PacketField.PROTOCOL, PacketField.SOURCE, PacketField.DESTINATION,
                PacketField.FRAGMENT_OFFSET, PacketField.MORE_FRAGMENTS, PacketField.ICMP_TYPE)) {
            usual = packet.text(field).isPresent() ? usual.with(field, packet.text(field).get()) : usual;
        }
        add(text, packet, usual.texts().get(PacketField.ICMP_TYPE) == null && packet.isIcmp() ? null : usual.build());
        return text.toString();
    }

    /** What differs from a packet that says nothing of it; null says all. */
    private static void add(StringBuilder text, DescribedPacket packet, DescribedPacket usual) {
        for (Map.Entry<String, PacketField> value : VALUES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue()).toList()) {
            PacketField field = value.getValue();
            if (field.compareTo(PacketField.TTL) >= 0 && packet.text(field).isPresent()
                    && (usual == null || !packet.text(field).equals(usual.text(field)))) {
                text.append(' ').append(value.getKey()).append(' ').append(quoted(packet.text(field).get()));
            }
        }
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.contains(" ") ? "\"" + value + "\"" : value;
    }

    private static String message(DescribedPacket packet) {
        if (packet.version() == IpVersion.V6) {
            return ICMPV6.entrySet().stream().filter(known -> packet.icmpCode() == 0 && known.getValue() == packet.icmpType())
                    .map(Map.Entry::getKey).findFirst().orElse(numbers(packet));
        }
        Integer code = packet.icmpCode() > 0 || packet.icmpType() == IcmpType.UNREACHABLE ? packet.icmpCode() : null;
        String word = IosWords.icmpText(packet.icmpType(), code);
        return packet.icmpCode() < 0 || Character.isDigit(word.charAt(0)) ? numbers(packet) : word;
    }

    private static String numbers(DescribedPacket packet) {
        return packet.icmpCode() < 0 ? Integer.toString(packet.icmpType()) : packet.icmpType() + "/" + packet.icmpCode();
    }
}
