package org.hopwarden.engine.internal;

import java.util.List;

/** Chooses how a list of entries is searched. */
public final class Matchers {

    /** Above so many entries bit vectors grow faster than the list ({@code docs/performance.md}, "Matching"). */
    private static final int MOST_IN_BIT_VECTORS = 20_000;

    private Matchers() {
    }

    /**
     * What is fastest for so many entries.
     *
     * @param entries at least one, all for packets of the same version
     */
    public static Matcher of(List<Entry> entries, boolean v6) {
        return entries.size() > MOST_IN_BIT_VECTORS ? new TupleMatcher(entries, v6) : new BitMatcher(entries, v6);
    }
}
