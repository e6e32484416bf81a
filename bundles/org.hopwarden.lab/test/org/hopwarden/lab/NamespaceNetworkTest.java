package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NamespaceNetworkTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @BeforeAll
    static void needsNamespaces() {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
    }

    @Test
    void tracerouteSeesTheChain() throws IOException {
        try (NamespaceNetwork network = NamespaceNetwork.chain(3)) {
            NamespaceNetwork.Result has = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v traceroute");
            assumeTrue(has.exitCode() == 0, "skipped: no traceroute here (Debian package traceroute)");
            for (IpVersion version : IpVersion.values()) {
                String target = NamespaceNetwork.chainAddress(version, 3, 2).toString();
                String out = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "traceroute", "-I", "-n", "-w", "3,0,0", target)
                        .orThrow().stdout();
                List<IpAddress> seen = new ArrayList<>();
                out.lines().skip(1).forEach(line -> seen.add(IpAddress.parse(line.strip().split("\\s+")[1])));
                assertEquals(NamespaceNetwork.chainPath(version, 3), seen, out);
            }
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        NamespaceNetwork network = NamespaceNetwork.chain(1);
        String[] question = { "ip", "-br", "link" };
        network.run("r1", TIMEOUT, question).orThrow();
        network.close();
        assertNotEquals(0, network.run("r1", TIMEOUT, question).exitCode());
        network.close();
    }

    @Test
    void aFailedSetUpSaysWhy() throws IOException {
        try (NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("a");
            IOException e = assertThrows(IOException.class, () -> network.ip("a", List.of("link set nowhere up")));
            assertEquals(true, e.getMessage().contains("nowhere"), e.getMessage());
            assertThrows(IllegalArgumentException.class, () -> network.link("a", "x", "b", "y"));
        }
    }
}
