package org.hopwarden.report.internal;

import java.util.Locale;

/** Numbers as reports write them, in whatever country. */
final class Numbers {

    private Numbers() {
    }

    /** With a narrow space between groups of three digits, as SI wants it. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
