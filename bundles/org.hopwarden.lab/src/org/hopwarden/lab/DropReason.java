package org.hopwarden.lab;

/** Why a packet went no further. */
public enum DropReason {
    LOSS("lost on a link"),
    FILTERED("dropped by a filter"),
    TTL_EXPIRED("TTL expired"),
    NO_ROUTE("no route"),
    HOST_UNREACHABLE("nobody has the address"),
    TOO_BIG("bigger than the MTU of the next link"),
    BAD_CHECKSUM("wrong checksum"),
    MARTIAN("an address that cannot be on a link"),
    NOT_FORWARDED("not addressed to this node, and not to be forwarded"),
    MALFORMED("malformed");

    private final String label;

    DropReason(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
