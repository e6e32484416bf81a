package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IcmpExtensions;

/**
 * What an ICMP error tells beyond its type and code.
 *
 * @param mtuBytes the next-hop MTU of fragmentation needed or packet too big, which may be 0; -1 in any other
 * @param quoted the probe as it was seen; empty where the method does not compare
 * @param extensions labels and interfaces
 */
public record IcmpDetail(int mtuBytes, Optional<Quoted> quoted, IcmpExtensions extensions) {

    /** Of replies that are no ICMP error. */
    public static final IcmpDetail NONE = new IcmpDetail(-1, Optional.empty(), IcmpExtensions.NONE);

    public IcmpDetail {
        requireNonNull(quoted, "quoted");
        requireNonNull(extensions, "extensions");
    }
}
