package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that wait for an answer when their queue ends are dropped, and accounted for. */
class HeldPacketsTest {

    @ParameterizedTest
    @ValueSource(strings = { "nfqueue", "kernel" })
    void whatWaitsWhenAnotherPolicyTakesOverIsCounted(String backEnd) throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        try (NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("host");
            network.ip("host", List.of("link set lo up"));
            Result result = network.run("host", Duration.ofMinutes(5), System.getProperty("java.home") + "/bin/java",
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), HeldPacketsProgram.class.getName(), backEnd);
            assumeTrue(result.exitCode() != 3, () -> "skipped: " + result.stderr());
            assertEquals("""
                    replaced: seen 3, allowed 1, denied 0, asked 2, by the rule 3
                    closed: seen 5, allowed 1, denied 1, asked 3, by the rule 5
                    """, result.stdout(), result::toString);
        }
    }
}
