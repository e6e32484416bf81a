package org.hopwarden.cli;

import static org.hopwarden.cli.HostNetwork.FAR;
import static org.hopwarden.cli.HostNetwork.HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enforces a policy in the kernel of a host, {@code peer - host - far}; what depends on the time goes to the engine. */
class NamespaceKernelTest {

    private static final String RULES = """
            *filter
            :INPUT DROP [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            -A INPUT -p icmp -m icmp --icmp-type 8 -j ACCEPT
            -A INPUT -p tcp -m tcp --dport 23 -j REJECT --reject-with tcp-reset
            -A INPUT -p tcp -m tcp --dport 24 -j REJECT --reject-with tcp-reset
            -A FORWARD -p icmp -j ACCEPT
            COMMIT
            """;
    private static final int TIMED_RULE = 3;

    @TempDir
    private static Path folder;

    private static HostNetwork network;

    private Process enforcing;

    @BeforeAll
    static void build() throws Exception {
        network = HostNetwork.open("nft list tables");
        HostNetwork.importRules(RULES, Path.of(policy("settled")));
        Policy timed = PolicyFiles.load(Path.of(policy("settled")));
        Schedule always = RulemodelFactory.eINSTANCE.createSchedule();
        always.setName("from 2001 on");
        always.setStart(java.time.LocalDateTime.of(2001, 1, 1, 0, 0));
        timed.getSchedules().add(always);
        Chain input = timed.getChains().stream().filter(chain -> chain.getName().equals("INPUT")).findFirst().orElseThrow();
        input.getRules().get(TIMED_RULE - 1).getMatch().setSchedule(always);
        PolicyFiles.save(timed, Path.of(policy("timed")));
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @AfterEach
    void end() throws IOException {
        if (enforcing != null && enforcing.isAlive()) {
            EnforceRuns.stop(enforcing);
        }
        assertEquals("", network.hooks(), "nothing is left in the kernel");
    }

    private void start(String policy, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(policy(policy), "--kernel"));
        args.addAll(List.of(options));
        enforcing = EnforceRuns.enforce(network.process("host"), args.toArray(String[]::new));
    }

    private static String policy(String name) {
        return folder.resolve(name + ".hwpolicy").toString();
    }

    @Test
    void kernelAndEngineDecideAndAreCountedTogether() throws IOException {
        start("timed");
        assertTrue(network.pings("peer", HOST));
        assertTrue(network.pings("peer", FAR), "forwarded");
        assertTrue(network.connect("peer", HOST, 23).stderr().contains("refused"), "rejected by the kernel");
        assertTrue(network.connect("peer", HOST, 24).stderr().contains("refused"), "rejected by the engine");
        assertEquals(124, network.connect("peer", HOST, 5001).exitCode(), "no rule lets this in, and nobody says so");
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertEquals(1, statistics.packets("INPUT", 1), statistics.text());
        assertEquals(1, statistics.packets("INPUT", 2), statistics.text());
        assertEquals(1, statistics.packets("INPUT", TIMED_RULE), statistics.text());
        assertEquals(2, statistics.packets("FORWARD", 1), statistics.text());
        assertEquals(2, statistics.of("rejected"), statistics.text());
        assertTrue(statistics.of("denied") >= 1 && statistics.of("failed") == 0, statistics.text());
    }

    @Test
    void afterItsDeathWhatIsSettledGoesOnAndTheRestIsDropped() throws IOException, InterruptedException {
        start("timed");
        enforcing.destroyForcibly().waitFor();
        assertTrue(network.pings("peer", HOST), "settled: allowed");
        assertTrue(network.connect("peer", HOST, 23).stderr().contains("refused"), "settled: rejected");
        assertEquals(124, network.connect("peer", HOST, 5001).exitCode(), "settled: denied");
        assertEquals(124, network.connect("peer", HOST, 24).exitCode(), "not settled, and nobody decides");
        String dead = network.hooks();
        assertNotEquals("", dead);
        start("timed");
        assertTrue(network.connect("peer", HOST, 24).stderr().contains("refused"), "the next one decides");
        assertEquals(dead.lines().count(), network.hooks().lines().count(), "what the dead one left is gone");
    }

    @Test
    void whereItFailsOpenWhatIsNotSettledPassesAfterItsDeath() throws IOException, InterruptedException {
        start("timed", "--fail", "open");
        enforcing.destroyForcibly().waitFor();
        assertTrue(network.connect("peer", HOST, 24).stderr().contains("refused"), "passes, and nobody listens there");
        assertEquals(124, network.connect("peer", HOST, 5001).exitCode(), "settled: denied");
        start("timed", "--fail", "open");
    }

    @Test
    void aDryRunCountsAndLetsPass() throws IOException {
        start("settled", "--dry-run", "--hook", "in");
        assertTrue(network.connect("peer", HOST, 5001).stderr().contains("refused"), "passes, and nobody listens there");
        assertTrue(network.pings("far", "10.9.1.1"));
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertTrue(statistics.of("denied") >= 1 && statistics.packets("INPUT", 1) == 1, statistics.text());
    }

    @Test
    void packetsThatOthersMarkKeepTheirOtherBits() throws IOException {
        network.run("host", "nft", "table inet t { chain i { type filter hook input priority -160; icmp type echo-request meta mark set 0x20000005; };"
                + " chain o { type filter hook input priority 10; icmp type echo-request meta mark 0x5 counter; }; }").orThrow();
        try {
            start("timed");
            assertTrue(network.pings("peer", HOST));
            assertTrue(network.run("host", "nft", "list", "table", "inet", "t").stdout().contains("counter packets 1 "));
            assertFalse(network.run("host", "nft", "list", "chain", "inet", "t", "o").stdout().contains("packets 0"));
        } finally {
            network.run("host", "nft", "delete table inet t").orThrow();
        }
    }
}
