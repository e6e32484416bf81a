package org.hopwarden.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * A packet by what rules look at, as people and tools describe one: all that is in its headers, and all that is known beside it.
 * It goes to bytes and back, to words and back, and field by field to and from whatever holds texts, such as JSON.
 * <p>
 * One is made by {@link Draft#build}, {@link #of} or {@link #parse}, which leave no contradiction in it. Numbers that are not there are -1.
 *
 * @param source of the same IP version as the destination
 * @param fragmentOffset in bytes; not 0 for a fragment without layer 4
 * @param lengthBytes what the IP header states
 * @param capturedBytes how many of these are there
 * @param program empty where it is not known
 * @param time when it is decided; empty for now
 */
public record DescribedPacket(Direction direction, String inInterface, String outInterface, IpAddress source,
        IpAddress destination, int protocol, int icmpType, int icmpCode, int sourcePort, int destinationPort, int tcpFlags,
        int fragmentOffset, boolean moreFragments, int ttl, int dscp, int lengthBytes, int capturedBytes,
        ConnectionState state, int mark, Optional<Program> program, Optional<Instant> time) {

    static final int DEFAULT_TTL = 64;

    /**
     * A packet while it is described: the texts of its fields, right or wrong. A field that has no text, or an empty one, is
     * at its default; but for TCP flags, where an empty text means that none is set.
     *
     * @param texts what was written for each field
     */
    public record Draft(Map<PacketField, String> texts) {

        public Draft {
            texts = texts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(texts));
        }

        /** Nothing is said yet. */
        public Draft() {
            this(Map.of());
        }

        /** The same with a field. */
        public Draft with(PacketField field, String text) {
            Map<PacketField, String> more = new EnumMap<>(PacketField.class);
            more.putAll(texts);
            more.put(field, text);
            return new Draft(more);
        }

        /** The same, with a field where nothing is said of it. */
        public Draft withDefault(PacketField field, String text) {
            return texts.containsKey(field) ? this : with(field, text);
        }

        /** @throws PacketFieldException if a field is wrong or contradicts another */
        public DescribedPacket build() {
            return new PacketReading(texts).packet();
        }
    }

    /** A packet and what is known of it. Of what it has, only what rules look at is kept. */
    public static DescribedPacket of(PacketView packet, PacketContext context) {
        int header = headerBytes(packet.version(), packet.isFragment());
        int there = header + packet.transportLengthBytes();
        boolean enough = packet.transportLengthBytes() >= PacketReading.LAYER_4_BYTES;
        int length = Math.max(packet.statedLengthBytes(), there);
        return new DescribedPacket(context.direction(), context.inInterface(), context.outInterface(), packet.source(),
                packet.destination(), packet.protocol(), packet.icmpType(), packet.icmpCode(), packet.sourcePort(),
                packet.destinationPort(), packet.tcpFlags(), packet.fragmentOffset(), packet.moreFragments(), packet.ttl(),
                packet.dscp(), length, enough ? length : there, context.state(), context.mark(), context.program(),
                Optional.of(context.time()));
    }

    /** The same, to be decided now whenever it is decided. */
    public DescribedPacket withoutTime() {
        return new DescribedPacket(direction, inInterface, outInterface, source, destination, protocol, icmpType, icmpCode,
                sourcePort, destinationPort, tcpFlags, fragmentOffset, moreFragments, ttl, dscp, lengthBytes, capturedBytes,
                state, mark, program, Optional.empty());
    }

    /**
     * Reads a packet in words, such as {@code icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0}.
     *
     * @throws PacketFieldException if a word is not known, or a field is wrong
     */
    public static DescribedPacket parse(String words) {
        return draft(words).build();
    }

    /**
     * As {@link #parse}, for a caller that has more to say of the packet.
     *
     * @throws PacketFieldException if a word is not known
     */
    public static Draft draft(String words) {
        return new PacketWords(words).read();
    }

    /** The packet in words that {@link #parse} reads. */
    public String words() {
        return PacketWords.of(this);
    }

    public IpVersion version() {
        return source.version();
    }

    public boolean isLaterFragment() {
        return fragmentOffset > 0;
    }

    public boolean isFragment() {
        return fragmentOffset > 0 || moreFragments;
    }

    /** Whether it is ICMP in IPv4 or ICMPv6 in IPv6. */
    public boolean isIcmp() {
        return protocol == icmpOf(version());
    }

    public boolean isTcp() {
        return protocol == IpProtocol.TCP;
    }

    static int icmpOf(IpVersion version) {
        return version == IpVersion.V6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
    }

    /** The length of the IP header, with the fragment header of IPv6. */
    static int headerBytes(IpVersion version, boolean fragment) {
        return version == IpVersion.V4 ? 20 : fragment ? 48 : 40;
    }

    /** What is known of it beside its bytes. */
    public PacketContext context() {
        return new PacketContext(direction, inInterface, outInterface, state, program, mark, time.orElseGet(Instant::now));
    }

    /** A packet of real bytes, cut short where it says so. What rules do not look at is filled in. */
    public PacketView view() {
        return PacketBytes.of(this);
    }

    /** All fields as texts. */
    public Draft draft() {
        Map<PacketField, String> texts = new EnumMap<>(PacketField.class);
        for (PacketField field : PacketField.values()) {
            text(field).ifPresent(text -> texts.put(field, text));
        }
        return new Draft(texts);
    }

    /** A field as a text that {@link Draft#build} takes; empty where it is not there. */
    public Optional<String> text(PacketField field) {
        return switch (field) {
            case DIRECTION -> Optional.of(direction.word());
            case IN_INTERFACE -> name(inInterface);
            case OUT_INTERFACE -> name(outInterface);
            case SOURCE -> Optional.of(source.toString());
            case DESTINATION -> Optional.of(destination.toString());
            case PROTOCOL -> Optional.of(protocolText());
            case ICMP_TYPE -> number(icmpType);
            case ICMP_CODE -> number(icmpCode);
            case SOURCE_PORT -> number(sourcePort);
            case DESTINATION_PORT -> number(destinationPort);
            case TCP_FLAGS -> tcpFlags < 0 ? Optional.empty()
                    : Optional.of(tcpFlags == 0 ? "" : TcpFlags.text(tcpFlags).toLowerCase(Locale.ROOT));
            case FRAGMENT_OFFSET -> number(fragmentOffset);
            case MORE_FRAGMENTS -> Optional.of(Boolean.toString(moreFragments));
            case TTL -> number(ttl);
            case DSCP -> number(dscp);
            case LENGTH -> number(lengthBytes);
            case CAPTURED -> capturedBytes == lengthBytes ? Optional.empty() : number(capturedBytes);
            case STATE -> Optional.of(state.getLiteral());
            case MARK -> Optional.of(Integer.toUnsignedString(mark));
            case APPLICATION -> program.map(Program::path).filter(path -> !path.isEmpty());
            case USER -> program.map(Program::user).filter(user -> !user.isEmpty());
            case TIME -> time.map(Instant::toString);
        };
    }

    private String protocolText() {
        boolean foreign = protocol == icmpOf(version() == IpVersion.V4 ? IpVersion.V6 : IpVersion.V4);
        return foreign ? Integer.toString(protocol) : IpProtocol.name(protocol);
    }

    private static Optional<String> name(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static Optional<String> number(int number) {
        return number < 0 ? Optional.empty() : Optional.of(Integer.toString(number));
    }
}
