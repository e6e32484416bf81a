package org.hopwarden.cli;

import static org.hopwarden.cli.HostNetwork.FAR;
import static org.hopwarden.cli.HostNetwork.HOST;
import static org.hopwarden.cli.HostNetwork.HOST_V6;
import static org.hopwarden.cli.HostNetwork.PEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enforces a policy on the packets of a host, {@code peer - host - far}, through the kernel's queues. */
class NamespaceQueueTest {

    private static final String RULES = """
            *filter
            :INPUT DROP [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A INPUT -p icmp -m icmp --icmp-type 8 -j ACCEPT
            -A INPUT -p tcp -m tcp --dport 23 -j REJECT --reject-with tcp-reset
            -A INPUT -p udp -m udp --dport 24 -j REJECT --reject-with icmp-port-unreachable
            -A FORWARD -i eth0 -p icmp -j ACCEPT
            -A FORWARD -i eth1 -m conntrack --ctstate ESTABLISHED -j ACCEPT
            COMMIT
            """;
    private static final int ESTABLISHED_RULE = 1;
    private static final int ECHO_RULE = 2;

    @TempDir
    private static Path folder;

    private static HostNetwork network;

    private Process enforcing;

    @BeforeAll
    static void build() throws IOException {
        network = HostNetwork.open("true");
        HostNetwork.importRules(RULES, Path.of(policy()));
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @BeforeEach
    void enforce() throws IOException {
        enforcing = start();
    }

    @AfterEach
    void end() throws IOException {
        if (enforcing.isAlive()) {
            EnforceRuns.stop(enforcing);
        }
        assertEquals("", network.hooks(), "nothing is left in the kernel");
    }

    private static Process start(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(policy(), "--nfqueue"));
        args.addAll(List.of(options));
        return EnforceRuns.enforce(network.process("host"), args.toArray(String[]::new));
    }

    private static String policy() {
        return folder.resolve("host.hwpolicy").toString();
    }

    @Test
    void whatThisHostBeganComesBackAndWhatOthersBeginDoesNot() throws IOException {
        Process server = serve("host", HOST);
        assertTrue(network.pings("host", PEER), "out, and its reply");
        assertTrue(network.pings("peer", HOST), "in, by its own rule");
        assertEquals(124, network.connect("peer", HOST, 5001).exitCode(), "no rule lets this in, and nobody says so");
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertEquals(1, statistics.packets("INPUT", ECHO_RULE), statistics.text());
        assertEquals(1, statistics.packets("INPUT", ESTABLISHED_RULE), statistics.text());
        assertTrue(statistics.of("denied") >= 1, statistics.text());
        assertEquals(0, statistics.of("failed") + statistics.of("lost"), statistics.text());
        assertEquals(0, network.connect("peer", HOST, 5001).exitCode(), "it was the policy");
        EnforceRuns.finish(server);
    }

    private static Process serve(String node, String address) throws IOException {
        Process server = EnforceRuns.program(network.process(node), "serve", address, "5001").start();
        assertEquals("serving", server.errorReader(StandardCharsets.UTF_8).readLine());
        return server;
    }

    @Test
    void rejectedPacketsAreAnswered() throws IOException {
        assertTrue(network.connect("peer", HOST, 23).stderr().contains("refused"), "a reset");
        Result udp = network.run("peer", "timeout", "20", "bash", "-c",
                "exec 3<>/dev/udp/" + HOST + "/24; until ! echo x >&3; do sleep 0.02; done");
        assertTrue(udp.stderr().contains("refused"), udp::toString);
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.of("rejected") >= 2, statistics.text());
    }

    @Test
    void aTransferArrivesIntact() throws IOException {
        Process server = serve("peer", PEER);
        Result sent = EnforceRuns.finish(EnforceRuns.program(network.process("host"), "send", PEER, "5001", "100000000", "7").start()).orThrow();
        Result received = EnforceRuns.finish(server).orThrow();
        assertTrue(sent.stdout().startsWith("100000000 "), sent::toString);
        assertEquals(sent.stdout(), received.stdout());
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertEquals(0, statistics.of("lost"), statistics.text());
    }

    @Test
    void packetsThroughThisHostAreDecidedByTheirInterfaces() throws IOException {
        assertTrue(network.pings("peer", FAR));
        assertFalse(network.pings("far", PEER), "from that side only replies");
        Process server = serve("far", FAR);
        assertEquals(124, network.connect("peer", FAR, 5001).exitCode());
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.packets("FORWARD", 1) == 1 && statistics.packets("FORWARD", 2) == 1, statistics.text());
        assertEquals(0, network.connect("peer", FAR, 5001).exitCode(), "it was the policy");
        EnforceRuns.finish(server);
    }

    @Test
    void onlyTheHooksThatAreNamedAreDecided() throws IOException {
        EnforceRuns.stop(enforcing);
        enforcing = start("--hook", "forward");
        Process server = serve("host", HOST);
        assertEquals(0, network.connect("peer", HOST, 5001).exitCode(), "to the host itself all is let");
        assertFalse(network.pings("far", PEER));
        EnforceRuns.finish(server);
    }

    /** A list of IPv4 leaves IPv6 to the policy, whose default action denies. */
    @Test
    void ipv6IsDecidedAsWell() throws IOException {
        assertFalse(network.pings("peer", HOST_V6));
        EnforceRuns.stop(enforcing);
        assertTrue(network.pings("peer", HOST_V6), "it was the policy");
    }

    @Test
    void afterItsDeathNothingPassesUntilTheNextStart() throws IOException, InterruptedException {
        assertTrue(network.pings("peer", HOST));
        enforcing.destroyForcibly().waitFor();
        assertFalse(network.pings("peer", HOST), "closed");
        assertNotEquals("", network.hooks());
        enforcing = start();
        assertTrue(network.pings("peer", HOST), "the next one decides");
        assertEquals(1, network.hooks().lines().filter(line -> line.matches("-A INPUT .*HOPWARDEN.*")).count() / 2, "what the dead one left is gone: "
                + network.hooks());
    }

    @Test
    void afterItsDeathEverythingPassesWhereItFailsOpen() throws IOException, InterruptedException {
        EnforceRuns.stop(enforcing);
        enforcing = start("--fail", "open");
        Process server = serve("host", HOST);
        assertEquals(124, network.connect("peer", HOST, 5001).exitCode());
        enforcing.destroyForcibly().waitFor();
        assertEquals(0, network.connect("peer", HOST, 5001).exitCode(), "open");
        EnforceRuns.finish(server);
        enforcing = start("--fail", "open");
    }

    @Test
    void aDryRunCountsAndLetsPass() throws IOException {
        EnforceRuns.stop(enforcing);
        enforcing = start("--dry-run");
        Process server = serve("host", HOST);
        assertEquals(0, network.connect("peer", HOST, 5001).exitCode());
        EnforceRuns.finish(server);
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.of("denied") >= 1, statistics.text());
        assertTrue(statistics.text().contains("\"dryRun\":true"), statistics.text());
    }

    @Test
    void whatNobodyConfirmsIsTakenBack() throws IOException {
        EnforceRuns.stop(enforcing);
        enforcing = start("--confirm", "0.5");
        Result missed = EnforceRuns.finish(enforcing);
        assertEquals(1, missed.exitCode(), missed::toString);
        assertTrue(missed.stderr().contains("taken back: nobody confirmed it"), missed::toString);
        assertEquals("", network.hooks());

        enforcing = start("--confirm", "60", "--duration", "2");
        enforcing.outputWriter(StandardCharsets.UTF_8).append("\n").flush();
        Result confirmed = EnforceRuns.finish(enforcing);
        assertEquals(0, confirmed.exitCode(), confirmed::toString);
        assertTrue(confirmed.stderr().contains("confirmed"), confirmed::toString);
    }

    @Test
    void aProcessThatIsToldToEndTakesItsHooksWithIt() throws IOException, InterruptedException {
        EnforceRuns.stop(enforcing);
        enforcing = EnforceRuns.java(network.process("host"), QueueProgram.class.getName(), policy()).start();
        assertEquals("enforcing", enforcing.inputReader(StandardCharsets.UTF_8).readLine());
        assertNotEquals("", network.hooks());
        enforcing.toHandle().destroy();
        assertTrue(enforcing.waitFor(HostNetwork.TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        assertEquals("", network.hooks());
    }
}
