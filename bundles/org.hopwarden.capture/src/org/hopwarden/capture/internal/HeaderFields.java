package org.hopwarden.capture.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.capture.ProtocolNode;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;

/**
 * The fields of one header, from the text that the packet library describes it with: a title in brackets, then lines of
 * {@code name: value}. Where the bytes of a field stand is known for the common headers; the fields of others point at the whole
 * header.
 */
final class HeaderFields {

    /** Offset and length in bytes of the fields in a header, by the header's title. */
    private static final Map<String, Map<String, int[]>> PLACES = Map.of(
            "Ethernet Header", places("Destination address 0 6, Source address 6 6, Type 12 2"),
            "IEEE802.1Q Tag header", places("Priority 0 1, CFI 0 1, VID 0 2, Type 2 2"),
            "Linux SLL header", places("Packet Type 0 2, Hardware Type 2 2, Hardware Address Length 4 2, Address 6 8, "
                    + "Protocol 14 2"),
            "ARP Header", places("Hardware type 0 2, Protocol type 2 2, Hardware address length 4 1, "
                    + "Protocol address length 5 1, Operation 6 2, Source hardware address 8 6, Source protocol address 14 4, "
                    + "Destination hardware address 18 6, Destination protocol address 24 4"),
            "IPv4 Header", places("Version 0 1, IHL 0 1, TOS 1 1, Total length 2 2, Identification 4 2, Flags 6 1, "
                    + "Fragment offset 6 2, TTL 8 1, Protocol 9 1, Header checksum 10 2, Source address 12 4, "
                    + "Destination address 16 4"),
            "IPv6 Header", places("Version 0 1, Traffic Class 0 2, Flow Label 1 3, Payload length 4 2, Next Header 6 1, "
                    + "Hop Limit 7 1, Source address 8 16, Destination address 24 16"),
            "TCP Header", places("Source port 0 2, Destination port 2 2, Sequence Number 4 4, Acknowledgment Number 8 4, "
                    + "Data Offset 12 1, Reserved 12 2, Flags 13 1, Window 14 2, Checksum 16 2, Urgent Pointer 18 2"),
            "UDP Header", places("Source port 0 2, Destination port 2 2, Length 4 2, Checksum 6 2"),
            "ICMP Common Header", places("Type 0 1, Code 1 1, Checksum 2 2"));
    private static final Map<String, int[]> ICMP_ECHO = places("Identifier 0 2, SequenceNumber 2 2, Sequence number 2 2");

    private static final Pattern TITLE = Pattern.compile("\\[(.*?) \\(\\d+ bytes\\)]");
    private static final Pattern OPTION_LENGTH = Pattern.compile("(?i)\\[(?:Option )?Length: (\\d+)");
    private static final Pattern SINGLE_OPTION = Pattern.compile("(?i)\\[(?:Kind|Option Type): [01] \\(");
    private static final List<String> TCP_FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private final byte[] frame;
    private final int at;
    private final int length;
    private final List<ProtocolNode> fields = new ArrayList<>();
    private final List<ProtocolNode> flags = new ArrayList<>();
    private String title = "Header";
    private Map<String, int[]> places = Map.of();
    private int optionAt;

    /** @param length at least 0; the range lies in the frame */
    private HeaderFields(byte[] frame, int at, int length) {
        this.frame = frame;
        this.at = at;
        this.length = length;
    }

    /** The node of a header that the library describes so. */
    static ProtocolNode node(String description, byte[] frame, int at, int length) {
        return new HeaderFields(frame, at, length).read(description);
    }

    private static Map<String, int[]> places(String text) {
        Map<String, int[]> places = new java.util.HashMap<>();
        for (String field : text.split(", ")) {
            String[] words = field.split(" ");
            int last = words.length - 1;
            places.put(String.join(" ", List.of(words).subList(0, last - 1)),
                    new int[] { Integer.parseInt(words[last - 1]), Integer.parseInt(words[last]) });
        }
        return Map.copyOf(places);
    }

    private ProtocolNode read(String description) {
        for (String line : description.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            Matcher matcher = TITLE.matcher(line);
            if (matcher.matches()) {
                begin(matcher.group(1));
            } else {
                int colon = line.indexOf(": ");
                add(colon < 0 ? line.replaceFirst(":$", "") : line.substring(0, colon),
                        colon < 0 ? "" : line.substring(colon + 2));
            }
        }
        String name = title.replaceFirst("(?i) header$", "");
        return new ProtocolNode(name, summary(), at, length, false, fields);
    }

    private void begin(String found) {
        title = found;
        places = found.contains("Echo") ? ICMP_ECHO
                : PLACES.getOrDefault(found.startsWith("ICMP") && found.endsWith("Common Header") ? "ICMP Common Header" : found,
                        Map.of());
        optionAt = found.startsWith("IPv4") || found.startsWith("TCP") ? 20 : 0;
    }

    private void add(String name, String value) {
        if (title.equals("TCP Header") && TCP_FLAGS.contains(name)) {
            flags.add(field(name, value, 13, 1));
            if (flags.size() == TCP_FLAGS.size()) {
                addFlags();
            }
        } else if (title.equals("IPv4 Header") && name.equals("Flags") && at + 6 < frame.length) {
            int bits = frame[at + 6];
            fields.add(field(name, ((bits & 0x40) != 0 ? "don't fragment" : "may be fragmented")
                    + ((bits & 0x20) != 0 ? ", more fragments" : ""), 6, 1));
        } else if (name.equals("Option") && optionAt > 0) {
            addOption(value);
        } else {
            int[] place = places.get(name);
            fields.add(place == null ? ProtocolNode.field(name, plain(name, value, null), at, length)
                    : field(name, plain(name, value, place), place[0], place[1]));
        }
    }

    private void addFlags() {
        int bits = at + 13 < frame.length ? frame[at + 13] & 0xff : 0;
        ProtocolNode all = field("Flags", TcpFlags.text(bits), 13, 1);
        fields.add(new ProtocolNode(all.name(), all.value(), all.offset(), all.lengthBytes(), false, flags));
    }

    private void addOption(String value) {
        Matcher stated = OPTION_LENGTH.matcher(value);
        int bytes = SINGLE_OPTION.matcher(value).find() ? 1 : stated.find() ? Integer.parseInt(stated.group(1)) : 0;
        if (bytes == 0) {
            fields.add(field("Option", value, optionAt, length - optionAt));
            return;
        }
        fields.add(field("Option", value, optionAt, bytes));
        optionAt += bytes;
    }

    private ProtocolNode field(String name, String value, int offset, int bytes) {
        int start = Math.min(Math.max(offset, 0), length);
        return ProtocolNode.field(name, value, at + start, Math.min(Math.max(bytes, 0), length - start));
    }

    /** The library writes addresses as Java does, and names what it does not know. */
    private String plain(String name, String value, int[] place) {
        boolean address = title.startsWith("IPv") && name.endsWith("address") && place != null;
        if (address && at + place[0] + place[1] <= frame.length) {
            return IpAddress.read(MemorySegment.ofArray(frame), at + place[0], place[1] == 4 ? IpVersion.V4 : IpVersion.V6)
                    .toString();
        }
        return value.replaceFirst("^/", "").replace(" (unknown)", "").replaceAll(" \\[bytes]", " bytes");
    }

    /** What a closed header shows of itself. */
    private String summary() {
        String from = value("Source address", value("Source port", null));
        String to = value("Destination address", value("Destination port", null));
        if (from != null && to != null) {
            return from + " \u2192 " + to + (flags.isEmpty() ? "" : ", " + value("Flags", ""));
        }
        String operation = value("Operation", value("Type", null));
        return operation == null ? "" : operation;
    }

    private String value(String name, String otherwise) {
        return fields.stream().filter(field -> field.name().equals(name)).map(ProtocolNode::value).findFirst()
                .orElse(otherwise);
    }

    /** Up to 24 bytes in hexadecimal digits. */
    static String hex(byte[] frame, int at, int length) {
        int shown = Math.min(length, 24);
        return HexFormat.ofDelimiter(" ").formatHex(frame, at, at + shown) + (length > shown ? " \u2026" : "");
    }
}
