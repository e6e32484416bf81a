package org.hopwarden.analysis.internal;

import org.hopwarden.analysis.internal.WideSet.Wide;

/** What conditions look at. Each field is an axis of the space, or several where it is looked at in parts. */
enum Field {
    /** The source address, or one of its bytes. */
    SOURCE(new Wide(-1, -1)),
    /** The destination address, or one of its bytes. */
    DESTINATION(new Wide(-1, -1)),
    /** The protocol and how much of layer 4 is there: see {@link Heads}. */
    HEAD(Wide.of(0xffff)),
    /** The source port or the ICMP type. Types are ports as well, so all from 255 on are type 255. */
    FIRST(Wide.of(0xffff)),
    /** The destination port or the ICMP code, likewise. */
    SECOND(Wide.of(0xffff)),
    TCP_FLAGS(Wide.of(0xff)),
    /** In, out or forward, by ordinal. */
    DIRECTION(Wide.of(2)),
    /** The incoming interface by {@link Names}; 0 for none. */
    IN_INTERFACE(Wide.of(0xffff)),
    /** The outgoing interface likewise. */
    OUT_INTERFACE(Wide.of(0xffff)),
    TTL(Wide.of(0xff)), DSCP(Wide.of(0x3f)),
    /** The stated length of the IP packet, which is up to 65575 in IPv6. */
    LENGTH(Wide.of(0xffff + 40)),
    /** The connection's state by ordinal. */
    STATE(Wide.of(4)),
    /** One byte of the mark, the uppermost first. */
    MARK(Wide.of(0xff)),
    /** The program's path by {@link Names}; 0 for no program. */
    PROGRAM(Wide.of(0xffff)),
    /** The program's user by {@link Names}. */
    USER(Wide.of(0xffff)),
    /** Whether something holds that no field of the packet tells: a rate, a schedule, a name. The part says which. */
    CHANCE(Wide.of(1));

    private final Wide highest;

    Field(Wide highest) {
        this.highest = highest;
    }

    /** The highest value of the whole field; heads and names have fewer. */
    Wide highest() {
        return highest;
    }
}
