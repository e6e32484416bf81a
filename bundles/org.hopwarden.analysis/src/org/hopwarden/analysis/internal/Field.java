package org.hopwarden.analysis.internal;

import org.hopwarden.analysis.internal.WideSet.Wide;

/** What conditions look at. Each field is an axis of the space, or several where it is looked at in parts. */
enum Field {
    /** The source address, or one of its bytes. */
    SOURCE(128),
    /** The destination address, or one of its bytes. */
    DESTINATION(128),
    /** The protocol and how much of layer 4 is there: see {@link Heads}. */
    HEAD(16),
    /** The source port or the ICMP type. Types are ports as well, so all from 255 on are type 255. */
    FIRST(16),
    /** The destination port or the ICMP code, likewise. */
    SECOND(16),
    TCP_FLAGS(8);

    private final Wide highest;

    Field(int bits) {
        highest = bits == 128 ? new Wide(-1, -1) : Wide.of((1L << bits) - 1);
    }

    /** The highest value of the whole field; addresses and heads have fewer in some planes. */
    Wide highest() {
        return highest;
    }
}
