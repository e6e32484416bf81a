package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of traffic where the threads that decide it have ended, and the enforcement with them. */
class FailingQueueTest {

    @Test
    void whatCannotBeStartedLeavesNoQueue() throws IOException {
        Result result = run("org.hopwarden.enforce.internal.LeakingQueuesProgram");
        assertEquals("as the test wants it: []\n", result.stdout(), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "closed", "open" })
    void whatFailsClosedStaysClosedUntilTheNextStart(String failMode) throws IOException {
        Result result = run(FailingQueueProgram.class.getName(), failMode);
        assertEquals("""
                before: true
                failed: the queue failed
                behind: %s
                seen: 1, failed: 1, waiting: 0
                later: true
                """.formatted(failMode.equals("open")), result.stdout(), result::toString);
    }

    /** In a network namespace of its own. */
    private static Result run(String program, String... args) throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        try (NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("host");
            network.ip("host", List.of("link set lo up"));
            List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                    System.getProperty("java.class.path"), program));
            command.addAll(Arrays.asList(args));
            Result result = network.run("host", Duration.ofMinutes(5), command.toArray(String[]::new));
            assumeTrue(result.exitCode() != 3, () -> "skipped: " + result.stderr());
            return result;
        }
    }
}
