package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/** Asks the kernel how packets of this host go. */
public final class RouteLookup {

    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S+)");
    private static final Pattern GATEWAY = Pattern.compile("\\bvia (?:inet6? )?(\\S+)");
    private static final Pattern SOURCE = Pattern.compile("\\bsrc (\\S+)");

    private RouteLookup() {
    }

    /**
     * How packets go.
     *
     * @param gateway empty where the other end is on the link
     * @param source the address that packets have which are bound to none
     */
    public record Route(String interfaceName, Optional<IpAddress> gateway, Optional<IpAddress> source) {
    }

    /**
     * The way to an address; empty where the system does not tell.
     *
     * @param local from which; unspecified for any
     */
    public static Optional<Route> to(IpAddress remote, IpAddress local) {
        List<String> command = new ArrayList<>(List.of("ip", "-o", "route", "get", remote.toString()));
        if (!local.isUnspecified()) {
            command.addAll(List.of("from", local.toString()));
        }
        try {
            SystemCommand route = SystemCommand.run(command, "");
            return route.succeeded() ? route(route.output()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The interfaces of all routes of the main table that lead somewhere by one; none where the system does not tell. */
    public static Map<IpPrefix, String> all() {
        Map<IpPrefix, String> routes = new LinkedHashMap<>();
        for (IpVersion version : IpVersion.values()) {
            try {
                SystemCommand.run(List.of("ip", version == IpVersion.V4 ? "-4" : "-6", "-o", "route", "show"), "").output().lines()
                        .forEach(line -> add(line, version, routes));
            } catch (IOException e) {
                // Then nothing is known of these.
            }
        }
        return routes;
    }

    static void add(String line, IpVersion version, Map<IpPrefix, String> routes) {
        String destination = line.strip().split("\\s+")[0];
        Optional<IpPrefix> prefix = destination.equals("default")
                ? Optional.of(new IpPrefix(version == IpVersion.V4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0))
                : destination.indexOf('/') > 0 ? Optional.of(IpPrefix.parse(destination))
                        : IpAddress.tryParse(destination).map(address -> new IpPrefix(address, version.addressBits()));
        // Those of lower preference come later.
        prefix.ifPresent(found -> word(DEVICE, line).ifPresent(device -> routes.putIfAbsent(found, device)));
    }

    static Optional<Route> route(String said) {
        return word(DEVICE, said).map(device -> new Route(device, word(GATEWAY, said).flatMap(IpAddress::tryParse),
                word(SOURCE, said).flatMap(IpAddress::tryParse)));
    }

    private static Optional<String> word(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
