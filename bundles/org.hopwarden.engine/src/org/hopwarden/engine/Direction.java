package org.hopwarden.engine;

/** Which way a packet goes, as seen from the host or gateway that decides it. */
public enum Direction {
    /** To this host. */
    IN("in"),
    /** From this host. */
    OUT("out"),
    /** Through this host. */
    FORWARD("forward");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** {@code in}, {@code out} or {@code forward}. */
    public String word() {
        return word;
    }
}
