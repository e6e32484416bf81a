package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when an enforcement dies, stands still, is flooded, gets nonsense, or loses an interface. Failing closed, nothing that the policy
 * denies ever arrives; failing open, traffic is back soon, and is decided again as soon as somebody does.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FaultChecks {

    static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    static final int MALFORMED = FULL ? 1_000_000 : 40_000;
    private static final int FLOWS = FULL ? 2_000_000 : 60_000;
    /** More than a queue of the kernel or a socket's buffer takes. */
    static final int FLOOD = 150_000;
    private static final long POLL_NANOS = 30_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final boolean routed;
    private Path folder;
    private Path file;
    private FaultNetwork network;
    private Process enforcing;

    FaultChecks(boolean routed) {
        this.routed = routed;
    }

    /** Where, for the command line. */
    abstract List<String> place();

    /** What the kernel has of an enforcement, one thing on each line: while it runs, and what a guard leaves. */
    abstract String traces() throws IOException;

    /** Whether packets go on to be decided in this kernel state. */
    abstract boolean isSetUp(String traces);

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        folder = temporary;
        file = save("fault", FaultPolicy.create());
        network = new FaultNetwork(routed, file);
    }

    Path save(String name, Policy policy) throws IOException {
        Path saved = folder.resolve(name + ".hwpolicy");
        PolicyFiles.save(policy, saved);
        return saved;
    }

    @AfterAll
    void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @AfterEach
    void end() throws IOException {
        network.tell("flow off");
        if (enforcing != null && enforcing.isAlive()) {
            signal("CONT");
            EnforceRuns.stop(enforcing);
        }
        assertEquals("", traces(), "nothing is left in the kernel");
    }

    Path file() {
        return file;
    }

    FaultNetwork network() {
        return network;
    }

    Process enforcing() {
        return enforcing;
    }

    void start(String... options) throws IOException {
        enforcing = EnforceRuns.enforce(network.network().process(FaultNetwork.HOST), arguments(options));
    }

    /** Enforces another policy. */
    void startWith(Path policy, List<String> where, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(policy.toString()));
        line.addAll(where);
        line.addAll(List.of(options));
        enforcing = EnforceRuns.enforce(network.network().process(FaultNetwork.HOST), line.toArray(String[]::new));
    }

    void signal(String name) throws IOException {
        network.run(FaultNetwork.HOST, "kill", "-" + name, Long.toString(enforcing.pid())).orThrow();
    }

    /** A condition that may take a while; how long is never judged. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void until(String what, Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "not within " + PATIENCE.toSeconds() + " s: " + what);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Allowed packets arrive anew, and no others have since the last mark. */
    void decided() throws IOException {
        until("the allowed flow arrives", () -> arrives(100));
        assertNothingWrong();
    }

    private boolean arrives(int packets) throws IOException {
        if (!enforcing.isAlive()) {
            fail("it ended by itself: " + enforcing.errorReader(StandardCharsets.UTF_8).lines().toList());
        }
        return network.tell("report").of("flow") > packets;
    }

    void assertNothingWrong() throws IOException {
        Report report = network.tell("report");
        assertEquals(0, report.of("wrong"), report.text());
    }

    /** What was on its way has arrived. */
    private void quiet() throws IOException {
        network.tell("flow off");
        network.tell("malformed 0 0");
        network.tell("mark");
        network.tell("flow on");
    }

    @Test
    void closedNothingPassesAfterDeathAndTheNextStartCleansUp() throws IOException, InterruptedException {
        start("--fail", "closed");
        network.tell("mark");
        network.tell("flow on");
        decided();
        signal("KILL");
        enforcing.waitFor();
        quiet();
        until("many were sent", () -> network.tell("report").of("sent") > 300);
        assertEquals(0, network.tell("report").of("flow"));
        assertNothingWrong();
        start("--fail", "closed");
        decided();
    }

    @Test
    void closedNothingPassesWhileItIsStopped() throws IOException {
        start("--fail", "closed");
        network.tell("flow on");
        signal("STOP");
        quiet();
        until("many were sent", () -> network.tell("report").of("sent") > 500);
        assertEquals(0, network.tell("report").of("flow"));
        signal("CONT");
        decided();
    }

    @Test
    void openTrafficIsBackAfterDeath() throws IOException, InterruptedException {
        start("--fail", "open");
        network.tell("flow on");
        decidedFromNowOn();
        network.tell("mark");
        signal("KILL");
        enforcing.waitFor();
        until("undecided traffic arrives", () -> network.tell("report").of("wrong") > 100);
        say("died", network.tell("report"));
        until("no rule stands", () -> !isSetUp(traces()));
        start("--fail", "open");
        decidedFromNowOn();
    }

    @Test
    void openTrafficIsBackAfterStandstillAndDecidedAfterwards() throws IOException {
        start("--fail", "open");
        network.tell("flow on");
        decidedFromNowOn();
        network.tell("mark");
        signal("STOP");
        until("undecided traffic arrives", () -> network.tell("report").of("wrong") > 100);
        say("was stopped", network.tell("report"));
        assertTrue(!isSetUp(traces()), "the guard has taken over");
        signal("CONT");
        decidedFromNowOn();
    }

    /** The policy decides at last. Failing open on a busy machine, a guard may take a slow process for one that stands still. */
    private void decidedFromNowOn() throws IOException {
        until("packets are decided", () -> {
            network.tell("mark");
            until("traffic", () -> arrives(20));
            return isSetUp(traces()) && network.tell("report").of("wrong") == 0;
        });
    }

    private void say(String what, Report report) {
        System.out.println(getClass().getSimpleName() + ": the enforcement " + what + ", and traffic was away for " + report.of("gap") + " ms");
    }

    @Test
    void theGuardOutlivesATerminalsSignalsAndIsReplacedWhereItIsKilled() throws IOException {
        start("--fail", "open");
        ProcessHandle guard = guard();
        for (String name : List.of("INT", "TSTP", "HUP", "QUIT", "TERM")) {
            network.run(FaultNetwork.HOST, "kill", "-" + name, Long.toString(guard.pid())).orThrow();
        }
        network.tell("flow on");
        decidedFromNowOn();
        assertTrue(guard.isAlive() || hasTakenOver(), "a signal has ended it");
        guard.destroyForcibly();
        until("there is another guard", () -> enforcing.children().anyMatch(each -> each.isAlive() && each.pid() != guard.pid()
                && isGuard(each)));
        decidedFromNowOn();
        ProcessHandle next = guard();
        EnforceRuns.stop(enforcing);
        until("the guard has gone", () -> !next.isAlive());
    }

    /** As on a busy machine it may, without any fault. */
    private boolean hasTakenOver() throws IOException {
        BufferedReader said = enforcing.errorReader(StandardCharsets.UTF_8);
        while (said.ready()) {
            if (said.readLine().contains("hopwarden guard: ")) {
                return true;
            }
        }
        return false;
    }

    private ProcessHandle guard() {
        return enforcing.children().filter(FaultChecks::isGuard).findFirst().orElseThrow();
    }

    private static boolean isGuard(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("hopwarden-guard");
    }

    @Test
    void closedNeedsNoGuard() throws IOException {
        start("--fail", "closed");
        assertTrue(enforcing.children().noneMatch(FaultChecks::isGuard));
    }

    @Test
    void aFloodAtAStoppedEnforcementLetsNothingThrough() throws IOException {
        start("--fail", "closed");
        signal("STOP");
        network.tell("mark");
        network.tell("flow on");
        Report flooded = network.tell("flood " + FLOOD + " 1");
        assertEquals(0, flooded.of("arrived"), flooded.text());
        network.tell("mark");
        signal("CONT");
        decided();
        // Queues that are given up in order let pass what comes.
        network.tell("flow off");
        Report report = network.tell("malformed 0 0");
        assertEquals(0, report.of("wrong"), report.text());
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.of("lost") > 0, "the queue was full: " + statistics.text());
    }

    @Test
    void malformedPacketsAreAccountedForAndNothingDeniedArrives() throws IOException {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": malformed packets of seed " + seed);
        start("--fail", "closed");
        Report report = send("malformed " + MALFORMED + " " + seed);
        assertTrue(report.of("arrived") > MALFORMED / 50, "some are allowed: " + report.text());
    }

    @Test
    void aFloodOfNewFlowsIsAccountedFor() throws IOException {
        start("--fail", "closed");
        Report report = send("flood " + FLOWS + " " + System.nanoTime());
        assertTrue(report.of("arrived") > 0, report.text());
    }

    /** A bounded table of connections, if this place keeps one of its own. */
    abstract List<String> smallTable();

    /** A state is asked for, and there are far more flows than room for them. */
    @Test
    void aFloodOfNewFlowsOverflowsNoTableOfConnections() throws IOException {
        List<String> where = new ArrayList<>(place());
        where.addAll(smallTable());
        startWith(save("stateful", FaultPolicy.createStateful()), where, "--fail", "closed");
        Sent sent = sendAndEnd("flood " + FLOWS + " " + System.nanoTime());
        assertTrue(sent.report.of("arrived") > 0, sent.report.text());
        judgeTable(sent.statistics);
    }

    abstract void judgeTable(Statistics statistics);

    @Test
    void malformedPacketsWithStatesAreAccountedForAndNothingDeniedArrives() throws IOException {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": malformed packets with states of seed " + seed);
        startWith(save("stateful", FaultPolicy.createStateful()), place(), "--fail", "closed");
        send("malformed " + MALFORMED + " " + seed);
    }

    /** Every outcome there is, and the kernel's own count of what it has handed over. */
    @Test
    void whatWasSeenIsWhatTheKernelHandedOver() throws IOException {
        startWith(save("mixed", FaultPolicy.createMixed()), place(), "--fail", "closed", "--ask", "deny");
        Statistics statistics = sendAndEnd("malformed " + MALFORMED + " " + System.nanoTime()).statistics;
        for (String outcome : outcomes()) {
            assertTrue(statistics.of(outcome) > 0, outcome + ": " + statistics.text());
        }
    }

    /** Those that occur in this place. */
    abstract List<String> outcomes();

    private record Sent(Report report, Statistics statistics) {
    }

    private Report send(String command) throws IOException {
        return sendAndEnd(command).report;
    }

    /** Sends, ends the enforcement, and checks the sums. */
    private Sent sendAndEnd(String command) throws IOException {
        network.tell("mark");
        long dropped = network.droppedBySender();
        long missed = network.tell("report").of("missed");
        Report report = network.tell(command);
        assertEquals(0, report.of("wrong"), report.text());
        return new Sent(report, accountFor(report, report.of("sent") - (network.droppedBySender() - dropped),
                report.of("arrived") + report.of("missed") - missed));
    }

    /** Ends the enforcement: what came in and what went out is what it says, and what the kernel says. */
    abstract Statistics accountFor(Report report, long sent, long arrived) throws IOException;

    @Test
    void anInterfaceThatIsGoneIsTakenUpAgainWhenItIsBack() throws IOException {
        start("--fail", "closed");
        network.tell("mark");
        network.tell("flow on");
        decided();
        network.takeAway();
        quiet();
        until("many were sent", () -> network.tell("report").of("sent") > 100);
        assertEquals(0, network.tell("report").of("flow"));
        network.bringBack();
        decided();
    }

    @Test
    void aFullDiskForTheResultIsTold() throws IOException {
        Process process = EnforceRuns.hopwarden(network.network().process(FaultNetwork.HOST),
                Stream.concat(Stream.of("enforce"), Stream.of(arguments("--duration", "0.5"))).toArray(String[]::new))
                .redirectOutput(Path.of("/dev/full").toFile()).start();
        NamespaceNetwork.Result result = EnforceRuns.finish(process);
        assertEquals(ExitCode.FAILED, result.exitCode(), result.stderr());
        assertTrue(result.stderr().contains("the disk is full"), result.stderr());
    }

    @Test
    void aFullDiskForTheEventsChangesNoDecision() throws IOException {
        ProcessBuilder small = network.network().process(FaultNetwork.HOST, "sh", "-c",
                "mkdir -p /run/small && mount -t tmpfs -o size=16k tmpfs /run/small && exec \"$@\"", "sh");
        enforcing = EnforceRuns.enforce(small, arguments("--fail", "closed", "--events", "/run/small/events.jsonl"));
        network.tell("mark");
        network.tell("flow on");
        until("far more is decided than there is room for", () -> network.tell("report").of("flow") > 1_000);
        assertNothingWrong();
    }

    private String[] arguments(String... options) {
        List<String> args = new ArrayList<>(List.of(file.toString()));
        args.addAll(place());
        args.addAll(List.of(options));
        return args.toArray(String[]::new);
    }
}
