package org.hopwarden.analysis;

/** How much a finding matters. */
public enum Severity {
    /** The policy does something that its author cannot have wanted. */
    ERROR("error"),
    /** Probably a mistake. */
    WARNING("warning"),
    /** Good to know; may well be meant. */
    INFO("info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** {@code error}, {@code warning} or {@code info}. */
    public String word() {
        return word;
    }
}
