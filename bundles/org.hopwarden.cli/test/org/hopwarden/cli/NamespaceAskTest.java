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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The case of a forum: a firewall in custom mode, where everything is asked about that goes out and nothing is let in, and somebody who wants to
 * trace a route. It asks; the narrowest answer is taken; the trace is whole; and nothing else is let in.
 */
class NamespaceAskTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ROUTERS = 3;

    @TempDir
    private static Path folder;
    private static NamespaceNetwork network;
    private static String source;
    private static String target;
    private static List<IpAddress> path;
    private Path file;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
        Result lacking = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue");
        assumeTrue(lacking.exitCode() == 0, () -> "skipped: no iptables or no queues here: " + lacking.stderr());
        path = NamespaceNetwork.chainPath(IpVersion.V4, ROUTERS);
        source = NamespaceNetwork.chainAddress(IpVersion.V4, 0, 1).toString();
        target = path.getLast().toString();
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("custom.hwpolicy");
        Policy policy = MODEL.createPolicy();
        Rule six = rule(MODEL.createDeny());
        // Hosts speak IPv6 of their own accord.
        six.getMatch().setIpVersion(IpFamily.V6);
        policy.getChains().addAll(List.of(chain("out", Hook.OUT, six, rule(MODEL.createAsk())), chain("in", Hook.IN)));
        PolicyFiles.save(policy, file);
    }

    private static Chain chain(String name, Hook hook, Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(ChainEnd.DENY);
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        chain.getBindings().add(binding);
        chain.getRules().addAll(List.of(rules));
        return chain;
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(action);
        return rule;
    }

    private AskedEnforcement enforce(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(file.toString(), "--nfqueue", "--hook", "in,out"));
        args.addAll(List.of(options));
        return AskedEnforcement.start(network.process(NamespaceNetwork.SOURCE), args.toArray(String[]::new));
    }

    private static void assertWhole(String trace) {
        assertTrue(trace.contains("\"reached\":true"), trace);
        for (IpAddress hop : path) {
            assertTrue(trace.contains("\"" + hop + "\""), hop + " in " + trace);
        }
        assertTrue(trace.contains("\"lost\":0"), trace);
    }

    /** What a node has received behind the policy, if any: by the counters of its own firewall, which look at what was let in. */
    private static final class Received {

        private final String node;
        private final List<String> kinds;

        /** @param kinds conditions of iptables, each of which is counted */
        Received(String node, List<String> kinds) throws IOException {
            this.node = node;
            this.kinds = kinds;
            for (String kind : kinds) {
                NamespacedCommand.sh(network, node, "iptables -w 10 -A INPUT " + kind);
            }
        }

        /** How many packets of each kind. */
        List<Long> take() throws IOException {
            List<Long> counts = NamespacedCommand.sh(network, node, "iptables -w 10 -nvxL INPUT").lines().skip(2)
                    .map(line -> Long.parseLong(line.strip().split("\\s+")[0])).toList();
            NamespacedCommand.sh(network, node, "iptables -w 10 -F INPUT");
            assertEquals(kinds.size(), counts.size());
            return counts;
        }
    }

    private static void send(String node, List<String> packets) throws IOException {
        Result sent = EnforceRuns.finish(EnforceRuns.program(network.process(node), SendProgram.class, packets.toArray(String[]::new)).start()).orThrow();
        assertEquals(Integer.toString(packets.size()), sent.stdout().strip(), sent.stderr());
    }

    @Test
    void aTraceIsAskedAboutOnceAndIsWholeAndNothingElseIsLetIn() throws Exception {
        String hop = path.getFirst().toString();
        List<String> asked = new ArrayList<>();
        try (AskedEnforcement enforcing = enforce("--ask", "prompt")) {
            Process tracing = EnforceRuns.hopwarden(network.process(NamespaceNetwork.SOURCE), "trace", target, "--format", "json").start();
            asked.add("an ICMP echo request to " + target);
            String question = enforcing.await(line -> line.startsWith("? " + asked.getFirst()));
            enforcing.await(line -> line.contains("Enter denies once"));
            enforcing.type("1s");
            assertWhole(EnforceRuns.finish(tracing).orThrow().stdout());
            assertWhole(NamespacedCommand.hopwarden(network, "trace", target, "--format", "json").orThrow().stdout());

            // Out, everything else is asked about.
            Received out = new Received(NamespaceNetwork.TARGET, List.of("-p icmp --icmp-type 13 -s " + source, "-p udp -s " + source, "-p tcp -s " + source,
                    "-p icmp --icmp-type 0 -s " + source));
            Received outAtHop = new Received("r1", List.of("-p icmp --icmp-type 8 -s " + source));
            for (String[] other : new String[][] { { "icmp timestamp-request from %s to " + target, "an ICMP timestamp request to " + target },
                    { "icmp echo-reply from %s to " + target, "an ICMP echo reply to " + target },
                    { "icmp echo-request from %s to " + hop, "an ICMP echo request to " + hop },
                    { "udp from %s port 40000 to " + target + " port 53", "a UDP packet to " + target + " port 53 (domain)" },
                    { "udp from %s port 40000 to " + target + " port 33434", "a UDP probe of a traceroute to " + target + " port 33434" },
                    { "tcp from %s port 40000 to " + target + " port 80 flags syn", "a TCP connection to " + target + " port 80 (http)" } }) {
                send(NamespaceNetwork.SOURCE, List.of(other[0].formatted(source)));
                asked.add(other[1]);
                enforcing.answer(other[1], asked.size() % 2 == 0 ? "d" : "");
                enforcing.await(line -> line.startsWith("denied once: "));
            }
            // Where the host is too busy to find the program in time, the narrowest answer is for all of them.
            if (question.contains(", by ")) {
                assertFalse(pings(NamespaceNetwork.SOURCE, target), "another program");
                asked.add("an ICMP echo request to " + target);
                enforcing.answer(asked.getLast(), "d");
                enforcing.await(line -> line.startsWith("denied once: "));
            }
            // What passes says that what was sent before has come, or never will.
            assertWhole(NamespacedCommand.hopwarden(network, "trace", target, "--format", "json").orThrow().stdout());
            assertEquals(List.of(0L, 0L, 0L, 0L), out.take());
            assertEquals(List.of(0L), outAtHop.take());

            // In, nobody is asked: replies of the target pass, and errors of any router; nothing else of either.
            List<String> packets = new ArrayList<>();
            for (String kind : List.of("icmp echo-request", "icmp timestamp-request", "icmp timestamp-reply", "icmp source-quench", "icmp host-redirect",
                    "icmp reassembly-timeout", "icmp parameter-problem")) {
                packets.add(kind + " from %s to " + source);
            }
            packets.addAll(List.of("udp from %s port 53 to " + source + " port 40000", "udp from %s port 33434 to " + source + " port 40000",
                    "tcp from %s port 80 to " + source + " port 40000 flags syn,ack", "tcp from %s port 40000 to " + source + " port 22 flags syn",
                    "47 from %s to " + source));
            Received in = new Received(NamespaceNetwork.SOURCE, List.of("-s " + hop + " -p icmp --icmp-type 11/0", "-s " + target + " -p icmp --icmp-type 0", "! -i lo"));
            long inBefore = packets.size();
            send("r1", packets.stream().map(words -> words.formatted(hop)).toList());
            send("r1", List.of("icmp echo-reply from " + hop + " to " + source));
            send(NamespaceNetwork.TARGET, packets.stream().map(words -> words.formatted(target)).toList());
            // The last ones that pass say that those before them have come.
            send("r1", List.of("icmp ttl-exceeded from " + hop + " to " + source));
            send(NamespaceNetwork.TARGET, List.of("icmp echo-reply from " + target + " to " + source));
            assertEquals(List.of(1L, 1L, 2L), in.take(), "the error and the reply, and nothing else");

            for (String method : List.of("udp", "tcp-syn", "icmp")) {
                Result probed = network.run(NamespaceNetwork.TARGET, TIMEOUT, System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        "org.hopwarden.cli.Main", "trace", source, "--method", method, "--format", "json");
                assertTrue(probed.stdout().contains("\"reached\":false"), method + ": " + probed.stdout() + probed.stderr());
            }
            Statistics statistics = enforcing.stop();
            assertEquals(asked, enforcing.questions().stream().map(line -> line.split(", out")[0]).toList());
            assertTrue(statistics.text().matches("(?s).*\"questions\"\\s*:\\s*\\{[^}]*\"asked\"\\s*:\\s*" + asked.size() + "\\s*,\\s*\"answered\"\\s*:\\s*"
                    + asked.size() + "\\b.*"), statistics.text());
            assertTrue(statistics.packets("in", 0) >= 2 * inBefore + 1, "what came in and was denied: " + statistics.text());
            assertEquals(0, statistics.of("failed"), statistics.text());
            assertEquals(0, statistics.of("asked"), statistics.text());
        }
    }

    @Test
    void aRememberedAnswerHoldsNextTimeWithoutAsking() throws Exception {
        try (AskedEnforcement enforcing = enforce("--ask", "prompt")) {
            Process tracing = EnforceRuns.hopwarden(network.process(NamespaceNetwork.SOURCE), "trace", target, "--format", "json").start();
            enforcing.answer("an ICMP echo request to " + target, "1r");
            assertWhole(EnforceRuns.finish(tracing).orThrow().stdout());
            enforcing.stop();
        }
        Policy policy = PolicyFiles.load(file);
        assertTrue(policy.getChains().getFirst().getRules().get(1).isUnderReview());
        try (AskedEnforcement enforcing = enforce()) {
            assertWhole(NamespacedCommand.hopwarden(network, "trace", target, "--format", "json").orThrow().stdout());
            assertFalse(pings(NamespaceNetwork.SOURCE, path.getFirst().toString()), "another target");
            assertFalse(pings(NamespaceNetwork.TARGET, source), "an echo request of the other side");
            assertTrue(enforcing.stop().of("asked") >= 1);
        }
    }

    @Test
    void tracerouteWithIcmpIsWhole() throws Exception {
        assumeTrue(NamespacedCommand.has(network, "traceroute"), "skipped: no traceroute here");
        try (AskedEnforcement enforcing = enforce("--ask", "prompt")) {
            Process tracing = network.process(NamespaceNetwork.SOURCE, "traceroute", "-n", "-I", "-w", "5", target).start();
            enforcing.answer("an ICMP echo request to " + target, "1");
            String out = EnforceRuns.finish(tracing).orThrow().stdout();
            path.forEach(hop -> assertTrue(out.contains(hop.toString()), hop + " in " + out));
            assertFalse(out.contains("*"), out);
            enforcing.stop();
        }
    }

    @Test
    void tracerouteWithUdpIsOneQuestion() throws Exception {
        assumeTrue(NamespacedCommand.has(network, "traceroute"), "skipped: no traceroute here");
        try (AskedEnforcement enforcing = enforce("--ask", "prompt")) {
            Process tracing = network.process(NamespaceNetwork.SOURCE, "traceroute", "-n", "-w", "5", target).start();
            enforcing.await(line -> line.startsWith("? a UDP probe of a traceroute to " + target));
            enforcing.await(line -> line.contains("*") && line.contains("33434 to 33534"));
            enforcing.await(line -> line.contains("Enter denies once"));
            enforcing.type("2s");
            String out = EnforceRuns.finish(tracing).orThrow().stdout();
            path.forEach(hop -> assertTrue(out.contains(hop.toString()), hop + " in " + out));
            assertNotEquals(0, network.run(NamespaceNetwork.SOURCE, TIMEOUT, "timeout", "2", "bash", "-c", "exec 3<>/dev/tcp/" + target + "/80").exitCode());
            enforcing.stop();
        }
    }

    /** As a person would: at a terminal, where what was typed before the question stood there is no answer to it, and Ctrl-C ends it all. */
    @Test
    void aPersonAnswersAtATerminal() throws Exception {
        assumeTrue(NamespacedCommand.has(network, "script"), "skipped: no script(1) here");
        try (AskedEnforcement enforcing = AskedEnforcement.onTerminal(network.process(NamespaceNetwork.SOURCE), file.toString(), "--nfqueue", "--hook", "in,out",
                "--ask", "prompt")) {
            enforcing.type("1s");
            Process pinging = network.process(NamespaceNetwork.SOURCE, "ping", "-n", "-c", "1", "-W", "20", target).start();
            enforcing.answer("an ICMP echo request to " + target, "9");
            enforcing.await(line -> line.startsWith("there is no choice 9"));
            enforcing.type("1s");
            enforcing.await(line -> line.startsWith("allowed for this session: ICMP echo requests from " + source));
            assertEquals(0, EnforceRuns.finish(pinging).exitCode(), "the echo request that waited");
            assertTrue(pings(NamespaceNetwork.SOURCE, target));
            String said = enforcing.interrupt();
            assertTrue(said.contains("questions 1: answered 1, without an answer 0"), said);
            assertTrue(said.matches("(?s).*seen \\d+ = allowed \\d+ \\+ denied \\d+ \\+ rejected 0 \\+ asked 0 \\+ failed 0.*"), said);
        }
    }

    @Test
    void whereNobodyCanAnswerEverythingIsDenied() throws Exception {
        try (AskedEnforcement enforcing = enforce("--ask", "prompt", "--ask-time", "1")) {
            assertFalse(pings(NamespaceNetwork.SOURCE, target));
            enforcing.await(line -> line.startsWith("no answer in time, denied: an ICMP echo request to " + target));
            Statistics statistics = enforcing.stop();
            assertTrue(statistics.of("asked") >= 1, statistics.text());
            assertEquals(0, statistics.of("allowed"), statistics.text());
        }
    }

    @Test
    void allowLetsPassAndNamesWhat() throws Exception {
        try (AskedEnforcement enforcing = enforce("--ask", "allow")) {
            pings(NamespaceNetwork.SOURCE, target);
            enforcing.await(line -> line.equals("allowed: ICMP echo request from " + source + " to " + target + ", out (chain out, rule 2 asks)"));
            Statistics statistics = enforcing.stop();
            assertTrue(statistics.of("allowed") >= 1, statistics.text());
            assertEquals(0, statistics.of("asked"), statistics.text());
        }
    }

    private static boolean pings(String node, String to) throws IOException {
        return network.run(node, TIMEOUT, "ping", "-n", "-c", "1", "-W", "1", to).exitCode() == 0;
    }

    private static int connect(String node, String to, int port) throws IOException {
        return network.run(node, TIMEOUT, "timeout", "2", "bash", "-c", "exec 3<>/dev/tcp/" + to + "/" + port).exitCode();
    }

    /** Comodo's precedence: out, the application's rules and then the global ones; in, the global ones first; both must allow. */
    @Test
    void programsAreToldApart() throws Exception {
        Path allowed = copy("allowed-shell");
        Path other = copy("other-shell");
        Policy policy = MODEL.createPolicy();
        Application application = MODEL.createApplication();
        application.setName("allowed-shell");
        application.setPath(allowed.toString());
        policy.getApplications().add(application);
        Rule six = rule(MODEL.createDeny());
        six.getMatch().setIpVersion(IpFamily.V6);
        Rule forbidden = rule(MODEL.createDeny());
        forbidden.getMatch().getService().add(port(81));
        Chain own = chain("of-allowed-shell", Hook.OUT, rule(MODEL.createAllow()));
        own.setScope(ChainScope.APPLICATION);
        own.getApplications().add(application);
        Chain others = chain("of-others", Hook.OUT, rule(MODEL.createDeny()));
        others.setScope(ChainScope.APPLICATION);
        policy.getChains().addAll(List.of(own, others, chain("out", Hook.OUT, six, forbidden, rule(MODEL.createAllow())),
                chain("in", Hook.IN, rule(MODEL.createAllow()))));
        PolicyFiles.save(policy, file);
        try (AskedEnforcement enforcing = enforce()) {
            assertEquals(1, connect(allowed, 80), "it gets through, and is refused at the other end");
            assertEquals(124, connect(other, 80), "its application's rules deny it");
            assertEquals(124, connect(allowed, 81), "the global rules deny it");
            assertEquals(1, connect(allowed, 80));
            Statistics statistics = enforcing.stop();
            assertTrue(statistics.packets("of-others", 1) >= 1, statistics.text());
            assertTrue(statistics.packets("out", 2) >= 1, statistics.text());
            assertEquals(0, statistics.of("failed"), statistics.text());
        }
    }

    /** The other way round for packets in: the global rules first, and then those of the program that listens. */
    @Test
    void programsThatListenAreToldApartBehindTheGlobalRules() throws Exception {
        Policy policy = MODEL.createPolicy();
        Application application = MODEL.createApplication();
        application.setName("listens");
        application.setPath(Path.of(System.getProperty("java.home"), "bin", "java").toRealPath().toString());
        policy.getApplications().add(application);
        Rule six = rule(MODEL.createDeny());
        six.getMatch().setIpVersion(IpFamily.V6);
        Chain own = chain("of-what-listens", Hook.IN, to(MODEL.createDeny(), 7001), to(MODEL.createDeny(), 7002), rule(MODEL.createAllow()));
        own.setScope(ChainScope.APPLICATION);
        own.getApplications().add(application);
        Chain others = chain("of-others", Hook.IN, rule(MODEL.createDeny()));
        others.setScope(ChainScope.APPLICATION);
        // Application chains first in the policy: it is not that order which counts.
        policy.getChains().addAll(List.of(own, others, chain("in", Hook.IN, six, to(MODEL.createDeny(), 7001), rule(MODEL.createAllow())),
                chain("out", Hook.OUT, rule(MODEL.createAllow()))));
        PolicyFiles.save(policy, file);
        Process listening = EnforceRuns.program(network.process(NamespaceNetwork.SOURCE), ListenProgram.class, "7000", "7001", "7002").start();
        try (AskedEnforcement enforcing = enforce()) {
            assertEquals("listening", listening.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(0, connect(NamespaceNetwork.TARGET, source, 7000), "both allow");
            assertEquals(124, connect(NamespaceNetwork.TARGET, source, 7001), "the global rules deny it");
            assertEquals(124, connect(NamespaceNetwork.TARGET, source, 7002), "its program's rules deny it");
            assertEquals(124, connect(NamespaceNetwork.TARGET, source, 7003), "no program listens");
            Statistics statistics = enforcing.stop();
            assertTrue(statistics.packets("in", 2) >= 1, statistics.text());
            assertEquals(0, statistics.packets("of-what-listens", 1), "what the global rules deny is never asked about: " + statistics.text());
            assertTrue(statistics.packets("of-what-listens", 2) >= 1, statistics.text());
            assertTrue(statistics.packets("of-what-listens", 3) >= 1, statistics.text());
            assertTrue(statistics.packets("of-others", 1) >= 1, statistics.text());
            assertEquals(0, statistics.of("failed"), statistics.text());
        } finally {
            EnforceRuns.finish(listening);
        }
    }

    private static Rule to(Action action, int port) {
        Rule rule = rule(action);
        rule.getMatch().getService().add(port(port));
        return rule;
    }

    @Test
    void aQuestionNamesTheProgramAndAnotherOneIsAskedAbout() throws Exception {
        Path shell = copy("asked-shell");
        try (AskedEnforcement enforcing = enforce("--ask", "prompt")) {
            Process connecting = network.process(NamespaceNetwork.SOURCE, "timeout", "20", shell.toString(), "-c", "exec 3<>/dev/tcp/" + target + "/80")
                    .start();
            String question = enforcing.await(line -> line.startsWith("? a TCP connection to " + target));
            assertTrue(question.contains(", by " + shell + " as root"), question);
            enforcing.await(line -> line.contains("Enter denies once"));
            enforcing.type("1s");
            assertEquals(1, EnforceRuns.finish(connecting).exitCode(), "it is refused at the other end");
            assertEquals(124, connect(copy("another-shell"), 80));
            enforcing.await(line -> line.startsWith("? a TCP connection to " + target) && line.contains("another-shell"));
            enforcing.stop();
        }
    }

    private static Service port(int number) {
        Service service = MODEL.createService();
        service.setProtocol(6);
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.EQ);
        condition.setPorts(NumberSet.of(number));
        service.setDestinationPort(condition);
        return service;
    }

    /** A program of its own, by its path. */
    private static Path copy(String name) throws IOException {
        return Files.copy(Path.of("/bin/bash").toRealPath(), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int connect(Path shell, int port) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, "timeout", "2", shell.toString(), "-c", "exec 3<>/dev/tcp/" + target + "/" + port).exitCode();
    }
}
