package org.hopwarden.cli.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;

/** The address that {@code --source} names: one of the sender's own, for to another nothing would ever come back. */
final class SourceAddress {

    private SourceAddress() {
    }

    /** @throws IllegalArgumentException with a sentence, where the text is no address of the target's IP version */
    static IpAddress parse(String text, IpAddress target) {
        IpAddress address = IpAddress.tryParse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no IP address"));
        if (address.version() != target.version()) {
            throw new IllegalArgumentException("the source " + text + " and the target " + target + " are of different IP versions");
        }
        return address;
    }

    static void requireOnHost(IpAddress address) {
        if (!address.isLoopback()) {
            require(address, InterfacesCommand.addresses(), "this host");
        }
    }

    static void requireInLab(IpAddress address, Topology topology) {
        require(address, topology.lookup(topology.viewpoint()), topology.viewpoint() + ", where traces start in this network");
    }

    private static void require(IpAddress address, List<IpAddress> own, String host) {
        if (!own.contains(address)) {
            throw CommandFailure.usage(address + " is no address of " + host, "There are: " + own.stream()
                    .filter(each -> each.version() == address.version()).map(IpAddress::toString).collect(Collectors.joining(", ")) + ".");
        }
    }
}
