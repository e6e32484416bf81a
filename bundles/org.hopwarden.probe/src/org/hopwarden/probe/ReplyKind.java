package org.hopwarden.probe;

/** What a reply says of its probe. */
public enum ReplyKind {
    TIME_EXCEEDED("time-exceeded", "Time exceeded"),
    ECHO_REPLY("echo-reply", "Echo reply"),
    UNREACHABLE("unreachable", "Unreachable"),
    ADMIN_PROHIBITED("admin-prohibited", "Administratively prohibited"),
    PACKET_TOO_BIG("packet-too-big", "Packet too big"),
    SYN_ACK("syn-ack", "SYN-ACK (port open)"),
    RST("rst", "RST (port closed)"),
    UDP_REPLY("udp-reply", "UDP reply"),
    /** Inside a connection, the target says once more what it has: so it got the probe. */
    DUPLICATE_ACK("duplicate-ack", "Duplicate ACK"),
    PARAMETER_PROBLEM("parameter-problem", "Parameter problem");

    private final String id;
    private final String label;

    ReplyKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in JSON and on the command line. */
    public String id() {
        return id;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    /** The kind of this {@link #id}. */
    public static ReplyKind ofId(String id) {
        for (ReplyKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of reply '" + id + "'");
    }

    /** Whether the packet got no further than the sender of this reply: anything but time exceeded. */
    public boolean isFinal() {
        return this != TIME_EXCEEDED;
    }
}
