package org.hopwarden.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.IosWords;

/** Makes a packet of the texts of its fields, one after the other, each held against those before it. */
final class PacketReading {

    static final List<String> FLAG_NAMES = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");

    /** How much of layer 4 a packet needs for all that rules look at. */
    static final int LAYER_4_BYTES = 14;

    private static final int SOURCE_PORT = 40_000;
    private static final int DESTINATION_PORT = 80;
    private static final int MOST_BYTES = 65_535;
    private static final int MOST_OFFSET = 65_528;
    private static final int ICMP_HEADER_BYTES = 8;

    private final Map<PacketField, String> texts;
    private IpVersion version;
    private int protocol;
    private boolean later;
    private boolean fragment;
    private int room;

    PacketReading(Map<PacketField, String> texts) {
        this.texts = texts;
    }

    DescribedPacket packet() {
        Direction direction = direction();
        IpAddress source = address(PacketField.SOURCE);
        IpAddress destination = address(PacketField.DESTINATION);
        version = source.version();
        if (destination.version() != version) {
            throw wrong(PacketField.DESTINATION,
                    "source and destination are of different IP versions: both are IPv4, or both IPv6");
        }
        protocol = protocol();
        int offset = number(PacketField.FRAGMENT_OFFSET, 0, MOST_OFFSET, 0);
        if (offset % 8 != 0) {
            throw wrong(PacketField.FRAGMENT_OFFSET, "a multiple of 8 bytes, not " + offset);
        }
        boolean more = truth(PacketField.MORE_FRAGMENTS);
        later = offset > 0;
        fragment = later || more;
        int header = DescribedPacket.headerBytes(version, fragment);
        int length = number(PacketField.LENGTH, header, MOST_BYTES, header + usualDataBytes(more));
        int captured = number(PacketField.CAPTURED, header, length, length);
        room = captured - header;
        if (version == IpVersion.V6 && !later && room >= 8 && IpProtocol.isExtensionHeader(protocol)) {
            throw wrong(PacketField.PROTOCOL, protocol + " is an extension header of IPv6: name the protocol behind it");
        }
        boolean icmp = protocol == DescribedPacket.icmpOf(version);
        int type = layer4(PacketField.ICMP_TYPE, 255, defaultIcmpType(), icmp, 1);
        int code = layer4(PacketField.ICMP_CODE, 255, 0, icmp, 2);
        boolean ports = IpProtocol.hasPorts(protocol);
        int sourcePort = layer4(PacketField.SOURCE_PORT, 65_535, SOURCE_PORT, ports, 2);
        int destinationPort = layer4(PacketField.DESTINATION_PORT, 65_535, DESTINATION_PORT, ports, 4);
        return new DescribedPacket(direction, text(PacketField.IN_INTERFACE), text(PacketField.OUT_INTERFACE), source,
                destination, protocol, type, code, sourcePort, destinationPort, flags(), offset, more,
                number(PacketField.TTL, 0, 255, DescribedPacket.DEFAULT_TTL), number(PacketField.DSCP, 0, 63, 0), length,
                captured, state(), mark(), program(), time());
    }

    private static PacketFieldException wrong(PacketField field, String problem) {
        return new PacketFieldException(field, problem);
    }

    private String text(PacketField field) {
        return texts.getOrDefault(field, "").strip();
    }

    private Direction direction() {
        String word = text(PacketField.DIRECTION);
        return Stream.of(Direction.values()).filter(each -> each.word().equalsIgnoreCase(word.isEmpty() ? "forward" : word))
                .findFirst().orElseThrow(() -> wrong(PacketField.DIRECTION, "in, out or forward, not '" + word + "'"));
    }

    private IpAddress address(PacketField field) {
        String text = text(field);
        return IpAddress.tryParse(text).orElseThrow(
                () -> wrong(field, text.isEmpty() ? "an address is missing" : "'" + text + "' is no IP address"));
    }

    private int protocol() {
        String word = text(PacketField.PROTOCOL).toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            throw wrong(PacketField.PROTOCOL, "a protocol is missing, such as icmp, tcp, udp, or a number 0 to 255");
        }
        if (word.equals("icmp")) {
            return DescribedPacket.icmpOf(version);
        }
        OptionalInt known = protocol(word);
        if (known.isEmpty()) {
            throw wrong(PacketField.PROTOCOL, "icmp, tcp, udp, another name, or a number in 0..255, not '" + word + "'");
        }
        if (word.startsWith("icmp") && version == IpVersion.V4) {
            throw wrong(PacketField.PROTOCOL, "icmpv6 goes between addresses of IPv6; for its number in IPv4 write 58");
        }
        return known.getAsInt();
    }

    /** The number of a protocol's word. */
    static OptionalInt protocol(String word) {
        if (word.matches("\\d{1,5}")) {
            int number = Integer.parseInt(word);
            return number <= 255 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        if (word.equals("icmp6") || word.equals("ipv6-icmp")) {
            return OptionalInt.of(IpProtocol.ICMPV6);
        }
        OptionalInt named = IntStream.range(0, 256).filter(number -> IpProtocol.name(number).equals(word)).findFirst();
        return named.isPresent() ? named : IosWords.PROTOCOLS.number(word);
    }

    /** What stands behind the IP header where nobody says how long the packet is. */
    private int usualDataBytes(boolean more) {
        int data;
        if (later) {
            data = ICMP_HEADER_BYTES;
        } else if (protocol == DescribedPacket.icmpOf(version)) {
            int type = number(PacketField.ICMP_TYPE, 0, 255, defaultIcmpType());
            data = ICMP_HEADER_BYTES + (IcmpType.isError(version, type)
                    ? DescribedPacket.headerBytes(version, false) + PacketBytes.QUOTED_BYTES : 0);
        } else {
            data = PacketBytes.headerBytes(protocol);
        }
        boolean extension = version == IpVersion.V6 && IpProtocol.isExtensionHeader(protocol) && !later;
        return more && !extension ? Math.max(8, data + 7 & ~7) : data;
    }

    private int defaultIcmpType() {
        return version == IpVersion.V6 ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
    }

    /**
     * A number of layer 4; -1 where the packet has none.
     *
     * @param known whether the protocol has such a field
     * @param bytes how much of layer 4 it ends at
     */
    private int layer4(PacketField field, int most, int otherwise, boolean known, int bytes) {
        String absence = absence(known, bytes);
        if (absence == null) {
            return number(field, 0, most, otherwise);
        }
        if (!text(field).isEmpty()) {
            throw wrong(field, absence);
        }
        return -1;
    }

    /** Why a field of layer 4 is not there; null where it is. */
    private String absence(boolean known, int bytes) {
        if (!known) {
            return "a packet of " + IpProtocol.name(protocol) + " over IPv" + version.number() + " has none";
        }
        if (later) {
            return "a fragment other than the first has none";
        }
        return room < bytes ? "the packet is too short to hold it" : null;
    }

    private int flags() {
        String text = text(PacketField.TCP_FLAGS);
        String absence = absence(protocol == IpProtocol.TCP, LAYER_4_BYTES);
        if (absence == null) {
            return texts.containsKey(PacketField.TCP_FLAGS) ? flags(text) : TcpFlags.SYN;
        }
        if (!text.isEmpty()) {
            throw wrong(PacketField.TCP_FLAGS, absence);
        }
        return -1;
    }

    private static int flags(String text) {
        int flags = 0;
        for (String each : text.equals("-") ? new String[0] : text.split(",")) {
            String word = each.strip().toLowerCase(Locale.ROOT);
            int bit = FLAG_NAMES.indexOf(word);
            if (bit < 0 && !word.isEmpty()) {
                throw wrong(PacketField.TCP_FLAGS,
                        "no TCP flag is called '" + word + "'; there are " + String.join(", ", FLAG_NAMES));
            }
            flags |= bit < 0 ? 0 : TcpFlags.FIN << bit;
        }
        return flags;
    }

    private boolean truth(PacketField field) {
        return switch (text(field)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw wrong(field, "true or false, not '" + text(field) + "'");
        };
    }

    private int number(PacketField field, int least, int most, int otherwise) {
        String text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw wrong(field, "a number in " + least + ".." + most + ", not '" + text + "'");
    }

    private ConnectionState state() {
        String word = text(PacketField.STATE);
        if (word.isEmpty()) {
            return ConnectionState.UNTRACKED;
        }
        return Stream.of(ConnectionState.values()).filter(state -> state.getLiteral().equalsIgnoreCase(word)).findFirst()
                .orElseThrow(() -> wrong(PacketField.STATE, Stream.of(ConnectionState.values())
                        .map(ConnectionState::getLiteral).collect(Collectors.joining(", ")) + ", not '" + word + "'"));
    }

    private int mark() {
        String text = text(PacketField.MARK);
        try {
            return text.isEmpty() ? 0 : text.startsWith("0x") ? Integer.parseUnsignedInt(text.substring(2), 16)
                    : Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw wrong(PacketField.MARK, "a number in 0..0xffffffff, not '" + text + "'");
        }
    }

    private Optional<Program> program() {
        String path = text(PacketField.APPLICATION);
        String user = text(PacketField.USER);
        return path.isEmpty() && user.isEmpty() ? Optional.empty() : Optional.of(new Program(path, user));
    }

    private Optional<Instant> time() {
        String text = text(PacketField.TIME);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d{2}:?\\d{2})");
            return Optional.of(zoned ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeException e) {
            throw wrong(PacketField.TIME, "a time such as 2026-01-31T08:00 or 2026-01-31T08:00:00Z, not '" + text + "'");
        }
    }
}
