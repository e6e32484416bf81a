package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.rulemodel.PolicyFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults and changes of an enforcement in the kernel while traffic flows through its host: UDP to a port that is settled, to one that the engine decides,
 * and to one that is denied.
 */
class NamespaceKernelFaultTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int REPLACEMENTS = FULL ? 100 : 6;
    private static final int SETTLED = FaultPolicy.ALLOWED_PORT;
    private static final int IN_ENGINE = FaultPolicy.TIMED_PORT;
    /** Allowed by one of two policies. */
    private static final int BY_FIRST = 7002;
    private static final int BY_SECOND = 7000;

    @TempDir
    private static Path folder;

    private static FaultNetwork network;

    private Process enforcing;

    @BeforeAll
    static void build() throws Exception {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        PolicyFiles.save(FaultPolicy.withTimedPort("7001-7002"), folder.resolve("first.hwpolicy"));
        PolicyFiles.save(FaultPolicy.withTimedPort("7000-7001"), folder.resolve("second.hwpolicy"));
        PolicyFiles.save(FaultPolicy.withTimedPort("7000-7002"), folder.resolve("either.hwpolicy"));
        network = new FaultNetwork(true, folder.resolve("either.hwpolicy"));
        Result lacking = network.run(FaultNetwork.HOST, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue && nft list tables");
        assumeTrue(lacking.exitCode() == 0, () -> "skipped: no nft, iptables or queues here: " + lacking.stderr());
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        put("first");
    }

    @AfterEach
    void end() throws IOException {
        network.tell("flow off");
        if (enforcing != null && enforcing.isAlive()) {
            signal("CONT");
            EnforceRuns.stop(enforcing);
        }
        assertEquals("", hooks(), "nothing is left in the kernel");
    }

    private static Path live() {
        return folder.resolve("live.hwpolicy");
    }

    private static void put(String name) throws IOException {
        Path next = folder.resolve("next");
        Files.copy(folder.resolve(name + ".hwpolicy"), next, StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, live(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void start(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(live().toString(), "--kernel", "--hook", "forward"));
        args.addAll(List.of(options));
        enforcing = EnforceRuns.enforce(network.network().process(FaultNetwork.HOST), args.toArray(String[]::new));
    }

    private void signal(String name) throws IOException {
        network.run(FaultNetwork.HOST, "kill", "-" + name, Long.toString(enforcing.pid())).orThrow();
    }

    private static String hooks() throws IOException {
        return HostNetwork.hooks(network.network(), FaultNetwork.HOST);
    }

    /** From now on traffic flows and is counted. */
    private static void flow() throws IOException {
        network.tell("mark");
        network.tell("flow on " + IN_ENGINE + " " + BY_FIRST + " " + BY_SECOND);
    }

    /** What was on its way has arrived, and is not counted any more. */
    private static void flowAnew() throws IOException {
        network.tell("flow off");
        network.tell("malformed 0 0");
        flow();
    }

    /** Until so many more have arrived at a port. */
    private static void await(int port, int packets) throws IOException {
        FaultChecks.until(packets + " packets to port " + port, () -> arrived(port) >= packets);
    }

    private static int arrived(int port) throws IOException {
        Report report = network.tell("report");
        return report.text().contains(" a" + port + "=") ? (int) report.of("a" + port) : 0;
    }

    /** What was sent to a denied port has not arrived. */
    private static void assertNothingWrong() throws IOException {
        Report report = network.tell("report");
        assertEquals(0, report.of("wrong"), report.text());
    }

    /** Until it says something on standard error. */
    private void hear(String word) throws IOException {
        BufferedReader said = enforcing.errorReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(word)) {
                return;
            }
            all.append(line).append('\n');
        }
        fail("it ended, and never said '" + word + "': " + all);
    }

    /**
     * What both policies deny never arrives, and what both allow is never lost where the kernel decides it. What waits for the engine at the moment of a change
     * is lost: Linux drops whatever is in a queue when a hook goes, whoever's it is. What comes then goes on.
     */
    @Test
    void policiesTakeEachOthersPlaceWhileTrafficFlows() throws IOException {
        start();
        flow();
        int first = 0;
        int second = 0;
        for (int i = 0; i < REPLACEMENTS; i++) {
            await(i % 2 == 0 ? BY_FIRST : BY_SECOND, (i % 2 == 0 ? first : second) + 20);
            put(i % 2 == 0 ? "second" : "first");
            signal("HUP");
            hear("now in force");
            // What is not allowed any more may be on its way; what is arrives soon.
            first = arrived(BY_FIRST);
            second = arrived(BY_SECOND);
            await(IN_ENGINE, arrived(IN_ENGINE) + 20);
        }
        network.tell("flow off");
        Report report = network.tell("malformed 0 0");
        assertEquals(0, report.of("wrong"), report.text());
        assertEquals(0, report.of("a" + FaultPolicy.DENIED_PORT), report.text());
        assumeTrue(report.of("missed") == 0, "the receiver of the test was too slow: " + report.text());
        assertTrue(report.of("s" + SETTLED) > 50, report.text());
        assertEquals(report.of("s" + SETTLED), report.of("a" + SETTLED), report.text());
        Statistics statistics = EnforceRuns.stop(enforcing);
        // In the moment of a change both may count a packet that both allow.
        assertTrue(statistics.of("allowed") >= report.of("a" + SETTLED) + report.of("a" + IN_ENGINE), statistics.text() + report.text());
        assertEquals(0, statistics.of("failed") + statistics.of("lost"), statistics.text());
    }

    @Test
    void aBrokenFileChangesNothing() throws IOException {
        start("--follow");
        flow();
        await(SETTLED, 20);
        Files.writeString(live(), "<no policy");
        hear(live() + ":1");
        Files.delete(live());
        flowAnew();
        await(SETTLED, 50);
        await(IN_ENGINE, 50);
        await(BY_FIRST, 50);
        assertEquals(0, arrived(BY_SECOND));
        assertNothingWrong();
        put("second");
        hear("now in force");
        await(BY_SECOND, 20);
    }

    @Test
    void toldToEndItLetsAllPass() throws IOException {
        start();
        flow();
        await(SETTLED, 20);
        await(IN_ENGINE, 20);
        assertNothingWrong();
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.of("allowed") >= 40 && statistics.of("denied") >= 20, statistics.text());
        assertEquals("", hooks());
        await(FaultPolicy.DENIED_PORT, 20);
    }

    @Test
    void closedWhatIsSettledGoesOnAfterDeathAndTheRestStops() throws IOException, InterruptedException {
        start("--fail", "closed");
        flow();
        await(IN_ENGINE, 20);
        signal("KILL");
        enforcing.waitFor();
        flowAnew();
        await(SETTLED, 100);
        assertEquals(0, arrived(IN_ENGINE));
        assertNothingWrong();
        String dead = hooks();
        assertNotEquals("", dead);
        start("--fail", "closed");
        await(IN_ENGINE, 20);
        assertNothingWrong();
        assertEquals(dead.lines().count(), hooks().lines().count(), "what the dead one left is gone: " + hooks());
    }

    @Test
    void closedWhatIsSettledGoesOnWhileItIsStopped() throws IOException {
        start("--fail", "closed");
        flow();
        await(IN_ENGINE, 20);
        signal("STOP");
        flowAnew();
        await(SETTLED, 100);
        assertEquals(0, arrived(IN_ENGINE));
        signal("CONT");
        await(IN_ENGINE, 100);
        assertNothingWrong();
    }

    /** The guard lets pass what the engine would decide; what the kernel denies by itself stays denied. */
    @Test
    void openTheRestPassesWhileItIsStopped() throws IOException {
        start("--fail", "open");
        flow();
        await(IN_ENGINE, 20);
        String standing = hooks();
        signal("STOP");
        flowAnew();
        await(IN_ENGINE, 100);
        await(SETTLED, 100);
        assertNothingWrong();
        signal("CONT");
        FaultChecks.until("it decides again", () -> hooks().equals(standing));
        await(IN_ENGINE, 200);
        assertNothingWrong();
    }

    @Test
    void openTheRestPassesAfterDeath() throws IOException, InterruptedException {
        start("--fail", "open");
        flow();
        await(IN_ENGINE, 20);
        signal("KILL");
        enforcing.waitFor();
        flowAnew();
        await(IN_ENGINE, 100);
        await(SETTLED, 100);
        assertNothingWrong();
        start("--fail", "open");
        await(IN_ENGINE, 200);
    }
}
