package org.hopwarden.packetio.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;

/**
 * The local ports, and identifiers of ICMP, that probes leave from, as far as they are known. Of a protocol of which none is known,
 * or more than a filter can look through, anything may be an answer.
 */
final class LocalEnds {

    private static final int MOST = 16;

    /** @param address the only one that the probes of this protocol have */
    record Ends(IpAddress address, Set<Integer> ports) {
    }

    private final Map<Integer, Ends> ends = new HashMap<>();
    private final Set<Integer> unbounded = new TreeSet<>();

    /** @return whether the filter changes with that */
    boolean add(int protocol, IpAddress local, int port) {
        int key = key(protocol);
        if (unbounded.contains(key)) {
            return false;
        }
        Ends known = ends.computeIfAbsent(key, _ -> new Ends(local, new TreeSet<>()));
        boolean added = known.ports.add(port);
        if (!known.address.equals(local) || known.ports.size() > MOST) {
            ends.remove(key);
            unbounded.add(key);
            return true;
        }
        return added;
    }

    /** @return null where anything may be an answer */
    Ends of(int protocol) {
        return ends.get(key(protocol));
    }

    private static int key(int protocol) {
        return protocol == IpProtocol.ICMPV6 ? IpProtocol.ICMP : protocol;
    }
}
