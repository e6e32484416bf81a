package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that asks for states, on a bridge that tracks connections itself, and on a host whose kernel does: {@code a - middle - b}. */
class NamespaceStateTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String A = "10.7.0.1";
    private static final String B = "10.7.0.2";
    private static final int PORT = 5001;
    private static final String BRIDGE_RULES = """
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A FORWARD -i left -p tcp -m tcp --dport 5001 -m conntrack --ctstate NEW -j ACCEPT
            -A FORWARD -i left -p udp -m udp --dport 5002 -m conntrack --ctstate NEW -j ACCEPT
            -A FORWARD -i left -p icmp -m icmp --icmp-type 8 -m conntrack --ctstate NEW -j ACCEPT
            COMMIT
            """;
    private static final String HOST_RULES = """
            *filter
            :INPUT DROP [0:0]
            :OUTPUT DROP [0:0]
            -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A OUTPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A OUTPUT -p tcp -m tcp --dport 5001 -m conntrack --ctstate NEW -j ACCEPT
            COMMIT
            """;
    private static final int LINES = 60;
    private static final int ESTABLISHED_RULE = 1;
    private static final int NEW_RULE = 2;

    @TempDir
    private Path folder;

    private NamespaceNetwork network;
    private Process enforcing;

    @BeforeEach
    void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.open();
        for (String node : List.of("a", "middle", "b")) {
            network.addNode(node);
        }
    }

    @AfterEach
    void takeBack() throws IOException {
        if (enforcing != null && enforcing.isAlive()) {
            EnforceRuns.stop(enforcing);
        }
        if (network != null) {
            network.close();
        }
    }

    private String policy(String rules) throws IOException {
        Path list = Files.writeString(folder.resolve("some.rules"), rules);
        String policy = folder.resolve("some.hwpolicy").toString();
        EnforceRuns.finish(EnforceRuns.hopwarden(new ProcessBuilder(), "rules", "import", "--from", "iptables", list.toString(), "-o",
                policy).start()).orThrow();
        return policy;
    }

    private void bridge() throws IOException {
        network.link("a", "eth0", "middle", "left");
        network.link("middle", "right", "b", "eth0");
        network.ip("a", List.of("addr add " + A + "/24 dev eth0"));
        network.ip("b", List.of("addr add " + B + "/24 dev eth0"));
        enforcing = EnforceRuns.enforce(network.process("middle"), policy(BRIDGE_RULES), "--bridge", "left,right");
    }

    private Process serve(String node, String address) throws IOException {
        Process server = EnforceRuns.program(network.process(node), "serve", address, Integer.toString(PORT)).start();
        assertEquals("serving", server.errorReader(StandardCharsets.UTF_8).readLine());
        return server;
    }

    /** A line now and then: for as long as an enforcement may end and begin anew. */
    private Process slowSender() throws IOException {
        return network.process("a", "bash", "-c", "exec 3<>/dev/tcp/" + B + "/" + PORT + " || exit 1; for i in $(seq " + LINES
                + "); do echo hello >&3 || exit 1; sleep 0.1; done").start();
    }

    private static void arrived(Process sender, Process server) throws IOException {
        EnforceRuns.finish(sender).orThrow();
        assertTrue(EnforceRuns.finish(server).orThrow().stdout().startsWith(6 * LINES + " "), "all lines have arrived");
    }

    private Result ping(String node, String target) throws IOException {
        return network.run(node, TIMEOUT, "ping", "-n", "-c", "2", "-i", "0.2", "-s", "4000", "-W", "1", target);
    }

    @Test
    void aBridgeLetsRepliesBackAndNothingElse() throws IOException {
        bridge();
        Process server = serve("b", B);
        Result sent = EnforceRuns.finish(EnforceRuns.program(network.process("a"), "send", B, Integer.toString(PORT), "50000000", "7")
                .start()).orThrow();
        assertEquals(sent.stdout(), EnforceRuns.finish(server).orThrow().stdout());
        ping("a", B).orThrow();
        assertNotEquals(0, ping("b", A).exitCode(), "from that side nothing begins");
        Process other = serve("a", A);
        assertEquals(124, network.run("b", TIMEOUT, "timeout", "1", "bash", "-c", "exec 3<>/dev/tcp/" + A + "/" + PORT).exitCode());
        other.destroy();
        Result refused = network.run("a", TIMEOUT, "bash", "-c", "exec 3<>/dev/udp/" + B + "/5002; for i in 1 2 3 4 5 6 7 8 9 10; do"
                + " echo x >&3 || exit 7; sleep 0.1; done");
        assertEquals(7, refused.exitCode(), "the port unreachable is related: " + refused);
        Statistics statistics = EnforceRuns.stop(enforcing);
        assertEquals(1, statistics.packets("FORWARD", NEW_RULE), statistics.text());
        assertTrue(statistics.of("denied") > 0, statistics.text());
        assertEquals(0, statistics.of("failed"), statistics.text());
    }

    @Test
    void aBridgePicksUpWhatGoesOn() throws IOException, InterruptedException {
        bridge();
        Process server = serve("b", B);
        Process sender = slowSender();
        waitForConnection();
        enforcing.destroyForcibly().waitFor();
        enforcing = EnforceRuns.enforce(network.process("middle"), folder.resolve("some.hwpolicy").toString(), "--bridge", "left,right");
        arrived(sender, server);
        assertTrue(EnforceRuns.stop(enforcing).packets("FORWARD", ESTABLISHED_RULE) > 0);
    }

    private void host() throws IOException {
        network.link("a", "eth0", "b", "eth0");
        network.ip("a", List.of("addr add " + A + "/24 dev eth0"));
        network.ip("b", List.of("addr add " + B + "/24 dev eth0"));
        Result lacking = network.run("a", TIMEOUT, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue");
        assumeTrue(lacking.exitCode() == 0, () -> "skipped: no iptables or no queues here: " + lacking.stderr());
        enforcing = EnforceRuns.enforce(network.process("a"), policy(HOST_RULES), "--nfqueue", "--hook", "in,out");
    }

    @Test
    void theKernelKeepsConnectionsOverARestart() throws IOException {
        host();
        Process server = serve("b", B);
        Process sender = slowSender();
        waitForConnection();
        Statistics before = EnforceRuns.stop(enforcing);
        assertTrue(before.packets("OUTPUT", NEW_RULE) >= 1, before.text());
        enforcing = EnforceRuns.enforce(network.process("a"), folder.resolve("some.hwpolicy").toString(), "--nfqueue", "--hook", "in,out");
        arrived(sender, server);
        Statistics after = EnforceRuns.stop(enforcing);
        assertEquals(0, after.packets("OUTPUT", NEW_RULE), "it is no new one: " + after.text());
        assertTrue(after.packets("OUTPUT", ESTABLISHED_RULE) > 0, after.text());
    }

    @Test
    void theKernelKeepsConnectionsOverADeath() throws IOException, InterruptedException {
        host();
        Process server = serve("b", B);
        Process sender = slowSender();
        waitForConnection();
        enforcing.destroyForcibly().waitFor();
        enforcing = EnforceRuns.enforce(network.process("a"), folder.resolve("some.hwpolicy").toString(), "--nfqueue", "--hook", "in,out");
        arrived(sender, server);
        Statistics after = EnforceRuns.stop(enforcing);
        assertEquals(0, after.packets("OUTPUT", NEW_RULE), after.text());
        assertTrue(after.packets("OUTPUT", ESTABLISHED_RULE) > 0, after.text());
    }

    private void waitForConnection() throws IOException {
        Result seen = network.run("a", TIMEOUT, "sh", "-c", "n=0; until ss -tn state established | grep -q ':" + PORT
                + "'; do n=$((n+1)); [ $n -lt 500 ] || exit 1; sleep 0.01; done");
        assertFalse(seen.exitCode() != 0, seen::toString);
    }
}
