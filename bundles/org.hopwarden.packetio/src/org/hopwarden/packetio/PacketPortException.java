package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** A port could not be opened or used. The message says what failed; {@link #remedy} says what the user can do. */
public final class PacketPortException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of obstacle it is; decides the exit code of the command line. */
    public enum Reason {
        /** The process lacks a right. */
        NO_RIGHTS,
        /** The system lacks a part or an interface that is needed. */
        NOT_AVAILABLE,
        /** There is no route to the destination. */
        NO_ROUTE,
        /** The host refused this packet, as its own firewall does. */
        REFUSED,
        /** Anything else. */
        FAILED
    }

    private final Reason reason;
    private final String remedy;

    /**
     * @param message what failed, with the name of the thing
     * @param remedy what the user can do, as a sentence or a command; empty where nothing is known
     */
    public PacketPortException(Reason reason, String message, String remedy) {
        super(message);
        this.reason = requireNonNull(reason, "reason");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public Reason reason() {
        return reason;
    }

    /** What the user can do, or an empty text. */
    public String remedy() {
        return remedy;
    }
}
