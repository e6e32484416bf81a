package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.Test;

/**
 * The kernel is the judge of the states that connections are in: random packets, one state for each from both, and none may differ. What cannot
 * be the same is named, one by one, by {@link StateHosts.Fragments}, and held to what it must be instead.
 * <p>
 * The judge is Linux 6.18.44: older ones take a reset of whoever sent the last SYN for true, whatever its number.
 */
class KernelStateTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int RUNS = FULL ? 20 : 1;
    private static final int PACKETS = FULL ? 30_000 : 5_000;

    /** TCP, UDP, UDP-Lite, SCTP, GRE, ICMP of both versions and others as hosts send them, whole and in fragments, with losses, repetitions, wrong numbers and broken flags, answers nobody asked for, and errors of all kinds. */
    @Test
    void agreesOnEveryPacket() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Judged judged = judge("tame");
            assertEquals(0, judged.differ(), judged.text());
        }
    }

    /** Also SYN and RST at any time and with any numbers. */
    @Test
    void agreesAlsoWhereNothingFits() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Judged judged = judge("wild");
            assertEquals(0, judged.differ(), judged.text());
        }
    }

    /** @param differ how many packets are in another state for the kernel */
    private record Judged(int differ, String text) {
    }

    private static Judged judge(String manner) throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        long seed = Long.getLong("hopwarden.seed", new Random().nextLong());
        System.out.println("KernelStateTest: seed " + seed);
        try (NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("judge");
            Result result = network.run("judge", TIMEOUT, command(seed, manner).toArray(String[]::new));
            assumeTrue(result.exitCode() != 3 && !result.stderr().contains("nft"), () -> "skipped: " + result.stderr());
            assertEquals(0, result.exitCode(), result::toString);
            for (String state : List.of("new", "established", "related", "invalid")) {
                assertTrue(result.stdout().contains(state + "="), () -> "never " + state + ": " + result.stdout());
            }
            Matcher differ = Pattern.compile("differ (\\d+)").matcher(result.stdout());
            assertTrue(differ.find(), result::toString);
            return new Judged(Integer.parseInt(differ.group(1)), "seed " + seed + "\n" + result.stdout());
        }
    }

    private static List<String> command(long seed, String manner) {
        return List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), StateJudgeProgram.class.getName(), Long.toString(seed), Integer.toString(PACKETS), manner);
    }
}
