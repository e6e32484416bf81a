package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

/**
 * The peers of a WireGuard interface, as {@code wg show} tells them (wg(8)): what goes by such an interface is carried in UDP between its port and
 * the endpoint of the peer whose allowed addresses hold the destination.
 *
 * @param listenPort of this host
 */
public record WireGuardPeers(int listenPort, List<Peer> peers) {

    /**
     * A peer that has been heard of.
     *
     * @param endpoint where packets to it are sent
     */
    public record Peer(IpAddress endpoint, int port, List<IpPrefix> allowed) {

        private int longest(IpAddress address) {
            return allowed.stream().filter(prefix -> prefix.contains(address)).mapToInt(IpPrefix::length).max().orElse(-1);
        }
    }

    /** Those of an interface; empty where it is none of WireGuard, or nobody tells. */
    public static Optional<WireGuardPeers> of(String interfaceName) {
        try {
            SystemCommand port = show(interfaceName, "listen-port");
            SystemCommand endpoints = show(interfaceName, "endpoints");
            SystemCommand allowed = show(interfaceName, "allowed-ips");
            return port.succeeded() && endpoints.succeeded() && allowed.succeeded()
                    ? Optional.of(parse(port.output(), endpoints.output(), allowed.output())) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SystemCommand show(String interfaceName, String what) throws IOException {
        return SystemCommand.run(List.of("wg", "show", interfaceName, what), "");
    }

    /** Lines have a key, a tab and values; what is not there is {@code (none)}. */
    static WireGuardPeers parse(String port, String endpoints, String allowed) {
        Map<String, List<IpPrefix>> prefixes = new HashMap<>();
        allowed.lines().map(line -> line.split("\t", 2)).filter(parts -> parts.length == 2).forEach(parts -> prefixes.put(parts[0],
                List.of(parts[1].split("\\s+")).stream().filter(text -> text.indexOf('/') > 0).map(IpPrefix::parse).toList()));
        return new WireGuardPeers(Integer.parseInt(port.strip()), endpoints.lines().map(line -> line.split("\t", 2)).filter(parts -> parts.length == 2)
                .flatMap(parts -> peer(parts[1].strip(), prefixes.getOrDefault(parts[0], List.of())).stream()).toList());
    }

    private static Optional<Peer> peer(String endpoint, List<IpPrefix> allowed) {
        int colon = endpoint.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return IpAddress.tryParse(endpoint.substring(0, colon).replaceAll("[\\[\\]]|%.*", ""))
                .map(address -> new Peer(address, Integer.parseInt(endpoint.substring(colon + 1)), allowed));
    }

    /** The one that carries packets to an address. */
    public Optional<Peer> carrierTo(IpAddress address) {
        return peers.stream().filter(peer -> peer.longest(address) >= 0)
                .max((one, other) -> Integer.compare(one.longest(address), other.longest(address)));
    }
}
