package org.hopwarden.packetio;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks themselves are in {@link HostPortChecks}: each runs in a program and a network namespace of its own. */
class HostPortTest {

    @ParameterizedTest
    @ValueSource(strings = { "echoOverIpv4", "echoOverIpv6", "batchOfBothVersions", "refusedInABatch",
            "filterKeepsUnrelatedTrafficOut", "filterKeepsForgedAnswersOut", "missedPacketsAreCounted", "closeWakesAWaitingReceive",
            "closedPortIsHarmless", "waitsUntilTheDeadline", "largestPacket", "reservesPorts", "noRoute" })
    void onLoopback(String check) throws IOException, InterruptedException {
        Namespaced.run(HostPortChecks.class, check, "");
    }

    @Test
    void interfaceGoesDownAndVanishes() throws IOException, InterruptedException {
        Namespaced.run(HostPortChecks.class, "interfaceGoesDownAndVanishes", """
                ip link add left type veth peer name right
                ip addr add 10.1.1.1/24 dev left
                ip link set left up
                ip link set right up
                """);
    }

    @Test
    void routesThatRefuse() throws IOException, InterruptedException {
        Namespaced.run(HostPortChecks.class, "routesThatRefuse", """
                ip route add prohibit 10.2.0.0/16
                ip route add blackhole 10.3.0.0/16
                ip route add unreachable 10.4.0.0/16
                """);
    }

    @Test
    void localFirewallIsNamed() throws IOException, InterruptedException {
        Namespaced.run(HostPortChecks.class, "localFirewallIsNamed", """
                if ! command -v nft > /dev/null; then echo "no nft here (Debian package nftables)"; exit 77; fi
                nft add table inet t
                nft 'add chain inet t out { type filter hook output priority 0; }'
                nft add rule inet t out ip daddr 127.0.0.9 drop
                nft add rule inet t out ip6 daddr ::1 icmpv6 type echo-request drop
                nft 'add chain inet t in { type filter hook input priority 0; }'
                nft add rule inet t in icmp type echo-reply drop
                """);
    }

    @Test
    void noRights() throws IOException, InterruptedException {
        Namespaced.runWithoutRights(HostPortChecks.class, "noRights");
    }

    @Test
    void interfacesAreListed() throws IOException, InterruptedException {
        Namespaced.run(HostPortChecks.class, "interfacesAreListed", """
                ip link add left type veth peer name right
                ip link set left address 02:00:00:00:00:07 mtu 1400
                ip addr add 10.1.1.1/24 dev left
                ip addr add 10.1.1.9/28 dev left label left:x
                ip addr add fd00:1::1/64 dev left nodad
                ip link set left up
                """);
    }
}
