package org.hopwarden.names;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IpPrefix;

/**
 * What is known of an address.
 *
 * @param name of the host, without a dot at its end
 * @param network that the address belongs to
 */
public record HostInfo(Optional<String> name, Optional<Network> network) {

    /**
     * A network as it is announced in the Internet.
     *
     * @param asn the number of its autonomous system, 1 to 2^32-1; 0 where the database has none
     * @param name of who runs it; may be empty
     * @param prefix the block of addresses that this was said of
     */
    public record Network(long asn, String name, IpPrefix prefix) {

        public Network {
            requireNonNull(name, "name");
            requireNonNull(prefix, "prefix");
        }
    }

    public HostInfo {
        requireNonNull(name, "name");
        requireNonNull(network, "network");
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return name.isEmpty() && network.isEmpty();
    }
}
