package org.hopwarden.lab;

/** What a router tells the sender of a packet that is too big for the next link and must not be cut up. */
public enum TooBigReports {
    /** The MTU of the next link (RFC 1191, RFC 4443). */
    MTU,
    /** That it is too big, with an MTU of 0, as routers did before RFC 1191. */
    ZERO,
    /** Nothing: a black hole. */
    NOTHING
}
