package org.hopwarden.engine;

import org.hopwarden.rulemodel.Hook;

/** Which way a packet goes, as seen from the host or gateway that decides it. */
public enum Direction {
    /** To this host. */
    IN("in", Hook.IN),
    /** From this host. */
    OUT("out", Hook.OUT),
    /** Through this host. */
    FORWARD("forward", Hook.FORWARD);

    private final String word;
    private final Hook hook;

    Direction(String word, Hook hook) {
        this.word = word;
        this.hook = hook;
    }

    /** The hook of the rule model that sees packets of this direction. */
    public Hook hook() {
        return hook;
    }

    /** {@code in}, {@code out} or {@code forward}. */
    public String word() {
        return word;
    }
}
