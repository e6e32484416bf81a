package org.hopwarden.interchange.internal;

import org.hopwarden.rulemodel.IosListKind;

/** How the lines of a list are written: as {@code access-list NUMBER ...}, or below a header. */
final class IosListText {

    private final String entryPrefix;
    private final String headerPrefix;
    private final boolean sequence;

    private IosListText(String entryPrefix, String headerPrefix, boolean sequence) {
        this.entryPrefix = entryPrefix;
        this.headerPrefix = headerPrefix;
        this.sequence = sequence;
    }

    /** Lines that begin with the list's number each. */
    static IosListText numbered(String number) {
        return new IosListText("access-list " + number + " ", null, false);
    }

    /** Lines below a header. */
    static IosListText block(IosListKind kind) {
        return new IosListText(" ", switch (kind) {
            case EXTENDED -> "ip access-list extended ";
            case STANDARD -> "ip access-list standard ";
            case IPV6 -> "ipv6 access-list ";
        }, kind == IosListKind.IPV6);
    }

    /** The line above the entries; null where there is none. */
    String header(String name) {
        return headerPrefix == null ? null : headerPrefix + name;
    }

    /**
     * A line with a remark; one without text has no blank at its end.
     *
     * @param number its sequence number, which newer versions give it; 0 for none
     */
    String remark(int number, String remark) {
        return entry(number, "remark" + (remark.isEmpty() ? "" : " " + remark));
    }

    /**
     * A line with an entry.
     *
     * @param number its sequence number; 0 for none
     */
    String entry(int number, String entry) {
        return entryPrefix + (number == 0 ? "" : (sequence ? "sequence " : "") + number + " ") + entry;
    }
}
