package org.hopwarden.analysis.internal;

import org.hopwarden.net.IpVersion;

/**
 * A part of the space of all packets whose packets have the same fields. No packet lies in two of them, so each is looked at by
 * itself.
 */
enum Plane {
    /** Whole packets and first fragments of IPv4. */
    V4(IpVersion.V4, false),
    /** The same of IPv6. */
    V6(IpVersion.V6, false),
    /** Fragments of IPv4 other than the first. */
    V4_LATER(IpVersion.V4, true),
    /** The same of IPv6. */
    V6_LATER(IpVersion.V6, true);

    private final IpVersion version;
    private final boolean later;

    Plane(IpVersion version, boolean later) {
        this.version = version;
        this.later = later;
    }

    IpVersion version() {
        return version;
    }

    /** Whether its packets are fragments other than the first. */
    boolean isLater() {
        return later;
    }
}
