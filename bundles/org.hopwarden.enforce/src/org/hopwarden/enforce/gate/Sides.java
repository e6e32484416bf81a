package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.enforce.internal.RouteLookup;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

/**
 * By which interface addresses are reached, for captured packets, which do not tell it.
 *
 * @param said by a person, who knows better than the routes do
 * @param routed by the routes of this host
 */
public record Sides(List<Side> said, List<Side> routed) {

    private static final Comparator<Side> LONGEST_FIRST = Comparator.comparingInt((Side side) -> side.prefix().length()).reversed();

    /** Where nobody says anything. */
    public static final Sides UNKNOWN = new Sides(List.of(), List.of());

    /** Addresses behind an interface. */
    public record Side(String interfaceName, IpPrefix prefix) {

        public Side {
            requireNonNull(interfaceName, "interfaceName");
            requireNonNull(prefix, "prefix");
        }
    }

    public Sides {
        said = said.stream().sorted(LONGEST_FIRST).toList();
        routed = routed.stream().sorted(LONGEST_FIRST).toList();
    }

    /** As a person says it. */
    public static Sides of(List<Side> said) {
        return new Sides(said, List.of());
    }

    /** The same, and where they do not say it, as this host's routes lead now. */
    Sides withRoutes() {
        List<Side> routes = new ArrayList<>();
        RouteLookup.all().forEach((prefix, name) -> routes.add(new Side(name, prefix)));
        return new Sides(said, routes);
    }

    /** The interface by which an address is reached; empty where nobody says so. */
    String interfaceTo(IpAddress address) {
        String found = find(said, address);
        return found.isEmpty() ? find(routed, address) : found;
    }

    private static String find(List<Side> sides, IpAddress address) {
        for (Side side : sides) {
            if (side.prefix().contains(address)) {
                return side.interfaceName();
            }
        }
        return "";
    }
}
