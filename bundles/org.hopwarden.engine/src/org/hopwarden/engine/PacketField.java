package org.hopwarden.engine;

import java.util.Arrays;
import java.util.Optional;

/** What can be said of a packet when one is described, in JSON and in words. */
public enum PacketField {
    /** {@code in}, {@code out} or {@code forward}. */
    DIRECTION("direction", "direction", Kind.TEXT),
    /** The interface it came in by; empty for none. */
    IN_INTERFACE("inInterface", "in-interface", Kind.TEXT),
    /** The interface it leaves by; empty for none. */
    OUT_INTERFACE("outInterface", "out-interface", Kind.TEXT),
    /** An address. */
    SOURCE("source", "source", Kind.TEXT),
    /** An address of the source's IP version. */
    DESTINATION("destination", "destination", Kind.TEXT),
    /** A name, or a number 0 to 255; {@code icmp} stands for ICMPv6 between addresses of IPv6. */
    PROTOCOL("protocol", "protocol", Kind.TEXT),
    /** 0 to 255. */
    ICMP_TYPE("icmpType", "ICMP type", Kind.NUMBER),
    /** 0 to 255. */
    ICMP_CODE("icmpCode", "ICMP code", Kind.NUMBER),
    /** 0 to 65535. */
    SOURCE_PORT("sourcePort", "source port", Kind.NUMBER),
    /** 0 to 65535. */
    DESTINATION_PORT("destinationPort", "destination port", Kind.NUMBER),
    /** Names of flags with commas between them; empty for none. */
    TCP_FLAGS("tcpFlags", "TCP flags", Kind.TEXT),
    /** In bytes, a multiple of 8. */
    FRAGMENT_OFFSET("fragmentOffset", "fragment offset", Kind.NUMBER),
    /** Whether more fragments follow. */
    MORE_FRAGMENTS("moreFragments", "more fragments", Kind.TRUTH),
    /** Time to live or hop limit, 0 to 255. */
    TTL("ttl", "TTL", Kind.NUMBER),
    /** 0 to 63. */
    DSCP("dscp", "DSCP", Kind.NUMBER),
    /** The length in bytes that the IP header states. */
    LENGTH("length", "length", Kind.NUMBER),
    /** How many of these bytes are there, from the IP header on. */
    CAPTURED("captured", "captured bytes", Kind.NUMBER),
    /** {@code new}, {@code established}, {@code related}, {@code invalid} or {@code untracked}. */
    STATE("state", "state", Kind.TEXT),
    /** 0 to 2^32-1, decimal or with 0x. */
    MARK("mark", "mark", Kind.NUMBER),
    /** The path of the program that sends or receives it. */
    APPLICATION("application", "application", Kind.TEXT),
    /** The user that the program runs as. */
    USER("user", "user", Kind.TEXT),
    /** When it is decided, as ISO 8601 has it; the host's time zone where none is named. */
    TIME("time", "time", Kind.TEXT);

    /** How a field's value is written in JSON. */
    public enum Kind {
        TEXT, NUMBER,
        /** {@code true} or {@code false}. */
        TRUTH
    }

    private final String jsonName;
    private final String label;
    private final Kind kind;

    PacketField(String jsonName, String label, Kind kind) {
        this.jsonName = jsonName;
        this.label = label;
        this.kind = kind;
    }

    /** The field's name in JSON. */
    public String jsonName() {
        return jsonName;
    }

    /** The field's name for people. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** The field of this name in JSON; empty where there is none. */
    public static Optional<PacketField> ofJsonName(String name) {
        return Arrays.stream(values()).filter(field -> field.jsonName.equals(name)).findFirst();
    }
}
