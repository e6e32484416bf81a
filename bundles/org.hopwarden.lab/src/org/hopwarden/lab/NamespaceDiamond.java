package org.hopwarden.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hopwarden.net.IpVersion;

/**
 * Namespaces with several paths: {@code source - a - b - m0..mN - y - z - target}, nine nodes behind the source for four in the
 * middle. Router b shares flows out over the middle by addresses and ports, as Linux does with
 * {@code fib_multipath_hash_policy=1}. The link of number n has the networks 10.7.n.0/24 and fd07:0:0:n::/64, 1 at its near end and
 * 2 at its far one.
 */
public final class NamespaceDiamond implements AutoCloseable {

    /** Named on the node that is traced from. */
    public static final String SOURCE = NamespaceNetwork.SOURCE;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int IN = 16;
    private static final int OUT = 64;

    private final NamespaceNetwork network;
    private final int width;

    private NamespaceDiamond(NamespaceNetwork network, int width) {
        this.network = network;
        this.width = width;
    }

    /**
     * Builds the network.
     *
     * @param width how many routers stand in the middle, 2 to 32
     * @throws IOException where this system does not let this user make namespaces
     */
    public static NamespaceDiamond open(int width) throws IOException {
        if (width < 2 || width > 32) {
            throw new IllegalArgumentException("a diamond is 2 to 32 wide, not " + width);
        }
        NamespaceNetwork network = NamespaceNetwork.open();
        try {
            NamespaceDiamond diamond = new NamespaceDiamond(network, width);
            diamond.build();
            return diamond;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** The nodes, to run programs in. */
    public NamespaceNetwork namespaces() {
        return network;
    }

    /** The address that answers at each TTL: that of the interface towards the source. */
    public Map<Integer, Set<String>> nodesByTtl(IpVersion version) {
        Map<Integer, Set<String>> nodes = new TreeMap<>();
        nodes.put(1, Set.of(address(version, 1, 2)));
        nodes.put(2, Set.of(address(version, 2, 2)));
        nodes.put(3, IntStream.range(0, width).mapToObj(i -> address(version, IN + i, 2)).collect(Collectors.toSet()));
        nodes.put(4, Set.of(version == IpVersion.V4 ? address(version, OUT, 2) : joint(2)));
        nodes.put(5, Set.of(address(version, 4, 2)));
        nodes.put(6, Set.of(target(version)));
        return nodes;
    }

    /** The same addresses, whatever their TTL. */
    public Set<String> nodes(IpVersion version) {
        return nodesByTtl(version).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The links between them, as {@code from>to}. */
    public Set<String> links(IpVersion version) {
        Set<String> links = new TreeSet<>();
        Map<Integer, Set<String>> nodes = nodesByTtl(version);
        for (int ttl = 2; ttl <= nodes.size(); ttl++) {
            for (String from : nodes.get(ttl - 1)) {
                nodes.get(ttl).forEach(to -> links.add(from + ">" + to));
            }
        }
        return links;
    }

    /** The target's address. */
    public String target(IpVersion version) {
        return address(version, 5, 2);
    }

    /** The address of a link's end; 1 is the near one. */
    private static String address(IpVersion version, int link, int end) {
        return version == IpVersion.V4 ? "10.7." + link + "." + end : "fd07:0:0:" + Integer.toHexString(link) + "::" + end;
    }

    /** An address of IPv6 where the paths join again. */
    private static String joint(int end) {
        return "fd07:0:0:ff::" + Integer.toHexString(end);
    }

    private void build() throws IOException {
        List<String> names = new ArrayList<>(List.of(SOURCE, "a", "b", "y", "z", "target"));
        for (int i = 0; i < width; i++) {
            names.add("m" + i);
        }
        for (String name : names) {
            network.addNode(name);
            network.run(name, TIMEOUT, "sh", "-ec", "cd /proc/sys/net; echo 1 > ipv4/fib_multipath_hash_policy;"
                    + "echo 1 > ipv6/fib_multipath_hash_policy").orThrow();
        }
        // Else this router would answer from another address for each way in.
        network.run("y", TIMEOUT, "sh", "-ec", "echo 0 > /proc/sys/net/ipv4/icmp_errors_use_inbound_ifaddr").orThrow();
        link(SOURCE, "a", 1);
        link("a", "b", 2);
        for (int i = 0; i < width; i++) {
            link("b", "m" + i, IN + i);
            link("m" + i, "y", OUT + i);
            // In IPv6 a router answers from the address of the way in, so it has the same on all of them.
            network.ip("m" + i, List.of("addr add " + joint(16 + i) + "/64 dev to-y nodad"));
            network.ip("y", List.of("addr del " + address(IpVersion.V6, OUT + i, 2) + "/64 dev to-m" + i,
                    "addr add " + joint(2) + "/64 dev to-m" + i + " nodad"));
        }
        link("y", "z", 4);
        link("z", "target", 5);
        for (IpVersion version : IpVersion.values()) {
            String all = version == IpVersion.V4 ? "0.0.0.0/0" : "::/0";
            String back = version == IpVersion.V4 ? "10.7.1.0/24" : "fd07:0:0:1::/64";
            route(SOURCE, all, address(version, 1, 2));
            route("a", all, address(version, 2, 2));
            route("b", back, address(version, 2, 1));
            StringBuilder ways = new StringBuilder("route add " + all);
            for (int i = 0; i < width; i++) {
                ways.append(" nexthop via ").append(address(version, IN + i, 2));
                route("m" + i, all, version == IpVersion.V4 ? address(version, OUT + i, 2) : joint(2) + " dev to-y");
                route("m" + i, back, address(version, IN + i, 1));
            }
            network.ip("b", List.of(ways.toString()));
            route("y", all, address(version, 4, 2));
            route("y", back, version == IpVersion.V4 ? address(version, OUT, 1) : joint(16) + " dev to-m0");
            route("z", back, address(version, 4, 1));
            route("target", all, address(version, 5, 1));
        }
    }

    private void route(String node, String to, String via) throws IOException {
        network.ip(node, List.of("route add " + to + " via " + via));
    }

    private void link(String near, String far, int number) throws IOException {
        String nearName = "to-" + far;
        String farName = "to-" + near;
        network.link(near, nearName, far, farName);
        network.ip(near, List.of("addr add " + address(IpVersion.V4, number, 1) + "/24 dev " + nearName,
                "addr add " + address(IpVersion.V6, number, 1) + "/64 dev " + nearName + " nodad"));
        network.ip(far, List.of("addr add " + address(IpVersion.V4, number, 2) + "/24 dev " + farName,
                "addr add " + address(IpVersion.V6, number, 2) + "/64 dev " + farName + " nodad"));
    }

    /** Takes the network back. */
    @Override
    public void close() {
        network.close();
    }
}
