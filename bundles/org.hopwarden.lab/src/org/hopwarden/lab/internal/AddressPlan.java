package org.hopwarden.lab.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.lab.internal.Section.Placed;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.tomlj.TomlPosition;

/** Which address stands where: refuses what is used twice, and gives out addresses of a prefix that are still free. */
final class AddressPlan {

    private final Map<IpAddress, TomlPosition> used = new HashMap<>();
    private final Map<IpPrefix, TomlPosition> prefixes = new HashMap<>();
    private final Problems problems;

    AddressPlan(Problems problems) {
        this.problems = problems;
    }

    /** Takes a prefix for one link; whether no other overlaps it. */
    boolean claim(Placed<IpPrefix> prefix) {
        for (Map.Entry<IpPrefix, TomlPosition> other : prefixes.entrySet()) {
            IpPrefix a = other.getKey();
            IpPrefix b = prefix.value();
            if (a.contains(b.address()) || b.contains(a.address())) {
                problems.add(prefix.at(), b + " overlaps " + a + " of line " + other.getValue().line(),
                        "give each link a prefix of its own");
                return false;
            }
        }
        prefixes.put(prefix.value(), prefix.at());
        return true;
    }

    /** Takes an address that the file names; whether it was free. */
    boolean claimAddress(Placed<IpAddress> address) {
        IpAddress value = address.value();
        if (value.isMulticast() || value.isUnspecified() || value.isLoopback()) {
            problems.add(address.at(), value + " is no address for a node", "write a unicast address");
            return false;
        }
        TomlPosition before = used.putIfAbsent(value, address.at());
        if (before != null) {
            problems.add(address.at(), value + " is already used in line " + before.line(),
                    "give each interface an address of its own");
            return false;
        }
        return true;
    }

    /** A node's own address may lie in no link's prefix, or routes to it would contradict each other. */
    void checkLoopbacks(List<Placed<IpAddress>> loopbacks) {
        for (Placed<IpAddress> loopback : loopbacks) {
            prefixes.forEach((prefix, at) -> {
                if (prefix.contains(loopback.value())) {
                    problems.add(loopback.at(), loopback.value() + " lies in the prefix " + prefix + " of the link in line "
                            + at.line(), "write an address that is in no link's prefix");
                }
            });
        }
    }

    /** The least address of a prefix that a node can have and no one has. */
    Optional<IpAddress> next(IpPrefix prefix) {
        Set<IpAddress> tried = new HashSet<>();
        for (IpAddress at = prefix.address(); prefix.contains(at) && tried.size() <= used.size() + 2; at = after(at)) {
            tried.add(at);
            if (isUsable(prefix, at) && !used.containsKey(at)) {
                used.put(at, prefixes.get(prefix));
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Not the network's own address and not the broadcast address (RFC 3021 for /31, RFC 4291 section 2.6.1, RFC 6164). */
    static boolean isUsable(IpPrefix prefix, IpAddress address) {
        int hostBits = address.version().addressBits() - prefix.length();
        if (hostBits <= 1) {
            return true;
        }
        return !address.equals(prefix.address()) && !(address.isV4() && isBroadcast(prefix, address));
    }

    static boolean isBroadcast(IpPrefix prefix, IpAddress address) {
        long hostMask = (1L << 32 - prefix.length()) - 1;
        return address.isV4() && prefix.length() <= 30 && prefix.contains(address)
                && (address.low() & hostMask) == hostMask;
    }

    private static IpAddress after(IpAddress address) {
        return address.isV4() ? IpAddress.v4((int) (address.low() + 1))
                : IpAddress.v6(address.high() + (address.low() == -1L ? 1 : 0), address.low() + 1);
    }
}
