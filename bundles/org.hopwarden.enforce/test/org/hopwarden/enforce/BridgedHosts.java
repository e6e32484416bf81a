package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.lab.NamespaceNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests with two hosts, {@code a} and {@code b}, and one in the {@code middle} whose interfaces {@code left} and {@code right} are to be bridged. */
abstract class BridgedHosts {

    /** What ends with each test. */
    final List<Process> processes = new ArrayList<>();
    NamespaceNetwork network;

    @BeforeAll
    static void needsNamespaces() {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
    }

    @BeforeEach
    void build() throws IOException {
        network = NamespaceNetwork.open();
        for (String node : List.of("a", "middle", "b")) {
            network.addNode(node);
        }
        network.link("a", "eth0", "middle", "left");
        network.link("middle", "right", "b", "eth0");
    }

    @AfterEach
    void takeBack() {
        processes.forEach(Process::destroyForcibly);
        if (network != null) {
            network.close();
        }
    }
}
