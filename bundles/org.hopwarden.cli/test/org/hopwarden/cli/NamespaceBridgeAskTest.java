package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge that asks: frames wait for the answer. Each sender sends one packet and no other, so what arrives is what has waited. */
class NamespaceBridgeAskTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String A = "10.8.0.1";
    private static final String B = "10.8.0.2";

    @TempDir
    private Path folder;
    private NamespaceNetwork network;

    @BeforeEach
    void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.open();
        for (String node : List.of("a", "middle", "b")) {
            network.addNode(node);
        }
        network.link("a", "eth0", "middle", "left");
        network.link("middle", "right", "b", "eth0");
        network.ip("a", List.of("addr add " + A + "/24 dev eth0"));
        network.ip("b", List.of("addr add " + B + "/24 dev eth0"));
    }

    @AfterEach
    void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(action);
        return rule;
    }

    /** @param tracked whether what belongs to a connection passes, so that it has to be known of what waited */
    private AskedEnforcement enforce(boolean tracked) throws Exception {
        Chain chain = MODEL.createChain();
        chain.setName("line");
        chain.setEnd(ChainEnd.DENY);
        Binding binding = MODEL.createBinding();
        binding.setHook(Hook.FORWARD);
        chain.getBindings().add(binding);
        Rule six = rule(MODEL.createDeny());
        // Hosts speak IPv6 of their own accord.
        six.getMatch().setIpVersion(IpFamily.V6);
        Rule known = rule(MODEL.createAllow());
        known.getMatch().getStates().addAll(List.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED));
        chain.getRules().add(six);
        if (tracked) {
            chain.getRules().add(known);
        }
        chain.getRules().add(rule(MODEL.createAsk()));
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain);
        Path file = folder.resolve("line.hwpolicy");
        PolicyFiles.save(policy, file);
        return AskedEnforcement.start(network.process("middle"), file.toString(), "--bridge", "left,right", "--ask", "prompt");
    }

    private Process ping() throws IOException {
        return network.process("a", "ping", "-n", "-c", "1", "-W", "30", B).start();
    }

    @Test
    void whatWaitedArrivesOnceItIsAllowed() throws Exception {
        try (AskedEnforcement enforcing = enforce(false)) {
            Process pinging = ping();
            enforcing.answer("an ICMP echo request from " + A + " to " + B, "1s");
            assertEquals(0, EnforceRuns.finish(pinging).exitCode());
            Statistics statistics = enforcing.stop();
            assertEquals(0, statistics.of("asked"), statistics.text());
            assertEquals(0, statistics.of("failed"), statistics.text());
        }
    }

    /** The reply passes as one of a connection, and a checksum that the sender left to its card is filled in on the other side. */
    @Test
    void whatWaitedOpensItsConnection() throws Exception {
        try (AskedEnforcement enforcing = enforce(true)) {
            Process answering = EnforceRuns.program(network.process("b"), UdpOnceProgram.class, "5353").start();
            BufferedReader answered = answering.inputReader(StandardCharsets.UTF_8);
            assertEquals("ready", answered.readLine());
            Process asking = EnforceRuns.program(network.process("a"), UdpOnceProgram.class, B, "5353").start();
            enforcing.answer("a UDP packet from " + A + " to " + B + " port 5353 (mdns)", "1");
            assertEquals("question", answered.readLine());
            assertEquals("answer", EnforceRuns.finish(asking).orThrow().stdout().strip());
            assertTrue(enforcing.stop().of("allowed") >= 2);
        }
    }

    @Test
    void whatIsDeniedIsGone() throws Exception {
        try (AskedEnforcement enforcing = enforce(false)) {
            Process pinging = network.process("a", "ping", "-n", "-c", "1", "-W", "3", B).start();
            enforcing.answer("an ICMP echo request from " + A + " to " + B, "d");
            assertEquals(1, EnforceRuns.finish(pinging).exitCode());
            Statistics statistics = enforcing.stop();
            assertTrue(statistics.of("denied") >= 1, statistics.text());
            assertEquals(0, statistics.of("asked"), statistics.text());
        }
    }
}
