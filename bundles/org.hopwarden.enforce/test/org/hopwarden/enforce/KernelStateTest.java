package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.Test;

/** The kernel is the judge of the states that connections are in: random packets, one state for each from both. */
class KernelStateTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int RUNS = FULL ? 20 : 1;
    private static final int PACKETS = FULL ? 30_000 : 10_000;

    @Test
    void agreesOnEveryPacket() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        for (int run = 0; run < RUNS; run++) {
            long seed = Long.getLong("hopwarden.seed", new Random().nextLong());
            System.out.println(getClass().getSimpleName() + ": seed " + seed);
            try (NamespaceNetwork network = NamespaceNetwork.open()) {
                network.addNode("judge");
                Result result = network.run("judge", TIMEOUT, command(seed).toArray(String[]::new));
                assumeTrue(result.exitCode() != 3 && !result.stderr().contains("nft"), () -> "skipped: " + result.stderr());
                assertEquals(0, result.exitCode(), result::toString);
                assertTrue(result.stdout().contains("differ 0"), () -> "seed " + seed + "\n" + result.stdout());
                for (String state : List.of("new", "established", "related", "invalid")) {
                    assertTrue(result.stdout().contains(state + "="), () -> "never " + state + ": " + result.stdout());
                }
            }
        }
    }

    private static List<String> command(long seed) {
        return List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), StateJudgeProgram.class.getName(), Long.toString(seed), Integer.toString(PACKETS));
    }
}
