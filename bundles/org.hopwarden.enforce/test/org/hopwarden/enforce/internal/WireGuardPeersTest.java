package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.enforce.internal.RouteLookup.Route;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.Test;

/** What wg(8) and ip(8) print. */
class WireGuardPeersTest {

    private static final WireGuardPeers PEERS = WireGuardPeers.parse("51820\n", """
            AAAA=\t203.0.113.8:40001
            BBBB=\t[2001:db8::8]:51820
            CCCC=\t(none)
            """, """
            AAAA=\t10.0.0.0/8 fd00::/64
            BBBB=\t10.7.0.0/16
            CCCC=\t(none)
            """);

    private static String carrier(String address) {
        return PEERS.carrierTo(IpAddress.parse(address)).map(peer -> peer.endpoint() + " " + peer.port()).orElse("none");
    }

    @Test
    void thePeerWithTheLongestPrefixCarries() {
        assertEquals(51820, PEERS.listenPort());
        assertEquals("203.0.113.8 40001", carrier("10.1.2.3"));
        assertEquals("2001:db8::8 51820", carrier("10.7.2.3"));
        assertEquals("203.0.113.8 40001", carrier("fd00::9"));
        assertEquals("none", carrier("192.0.2.1"));
    }

    @Test
    void routesAreRead() {
        assertEquals(Optional.of(new Route("eth0", Optional.of(IpAddress.parse("192.0.2.254")), Optional.of(IpAddress.parse("192.0.2.1")))),
                RouteLookup.route("198.51.100.9 via 192.0.2.254 dev eth0 src 192.0.2.1 uid 0 \\    cache \n"));
        assertEquals(Optional.of(new Route("eth1", Optional.of(IpAddress.parse("fe80::1")), Optional.empty())),
                RouteLookup.route("2001:db8::9 from 2001:db8::1 via fe80::1 dev eth1 proto ra metric 100 pref medium"));
        assertEquals(Optional.of(new Route("wg0", Optional.empty(), Optional.empty())), RouteLookup.route("10.1.2.3 from 10.1.0.1 dev wg0 uid 0"));
        Map<IpPrefix, String> all = new LinkedHashMap<>();
        for (String line : List.of("default via 192.0.2.254 dev eth0 proto static", "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1",
                "10.0.0.9 via 192.0.2.7 dev eth1 metric 5", "10.0.0.9 via 192.0.2.8 dev eth2 metric 9", "unreachable 10.9.0.0/16", "")) {
            RouteLookup.add(line, IpVersion.V4, all);
        }
        assertEquals(Map.of(IpPrefix.parse("0.0.0.0/0"), "eth0", IpPrefix.parse("192.0.2.0/24"), "eth0", IpPrefix.parse("10.0.0.9/32"), "eth1"), all);
        assertEquals(Optional.empty(), RouteLookup.route("RTNETLINK answers: Network is unreachable"));
    }
}
