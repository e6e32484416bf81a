package org.hopwarden.cli.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/** Finds the address that a target's text means. */
final class Targets {

    private static final Pattern LOOKS_NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern HOST_NAME = Pattern.compile("(?=.{1,253}\\.?$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})"
            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*\\.?");

    private Targets() {
    }

    /** As this host's name service tells. */
    static IpAddress onHost(String target, Optional<IpVersion> version) {
        return literal(target, version).orElseGet(() -> choose(target, resolve(target), version));
    }

    /** As the topology tells; nothing is asked outside. */
    static IpAddress inLab(String target, Optional<IpVersion> version, Topology topology) {
        return literal(target, version).orElseGet(() -> {
            List<IpAddress> addresses = topology.lookup(target);
            if (addresses.isEmpty()) {
                throw CommandFailure.usage("the simulated network '" + topology.name() + "' knows no host '" + target + "'",
                        "Its hosts: " + String.join(", ", topology.nodes().stream().filter(node -> !node.isRouter())
                                .map(Topology.Node::name).toList()) + ".");
            }
            return choose(target, addresses, version);
        });
    }

    private static Optional<IpAddress> literal(String target, Optional<IpVersion> version) {
        Optional<IpAddress> literal = IpAddress.tryParse(target);
        if (literal.isPresent()) {
            return Optional.of(choose(target, List.of(literal.get()), version));
        }
        if (target.indexOf('%') >= 0 && target.indexOf(':') >= 0) {
            throw CommandFailure.usage("addresses with a zone such as '" + target + "' cannot be traced",
                    "A link-local address has no path to trace: it is a neighbour or it is not.");
        }
        if (target.indexOf(':') >= 0 || LOOKS_NUMERIC.matcher(target).matches()
                || !HOST_NAME.matcher(target).matches()) {
            throw CommandFailure.usage("'" + target + "' is neither an IP address nor a host name",
                    "Give a target such as 192.0.2.1, 2001:db8::1 or www.example.org.");
        }
        return Optional.empty();
    }

    private static List<IpAddress> resolve(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name)).map(IpAddress::of).toList();
        } catch (UnknownHostException e) {
            throw CommandFailure.usage("the host name '" + name + "' cannot be resolved",
                    "Check its spelling and this host's name service, or give an address.");
        }
    }

    private static IpAddress choose(String target, List<IpAddress> addresses, Optional<IpVersion> version) {
        return addresses.stream().filter(address -> version.isEmpty() || address.version() == version.get()).findFirst()
                .orElseThrow(() -> CommandFailure.usage("'" + target + "' has no IPv" + version.get().number() + " address",
                        "It has " + String.join(", ", addresses.stream().map(IpAddress::toString).toList())
                                + "; leave out -" + version.get().number() + "."));
    }
}
