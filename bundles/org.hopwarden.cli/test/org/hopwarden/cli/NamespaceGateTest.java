package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate in front of the packets of a host, {@code peer - host}, over which somebody works who sits at the peer. */
class NamespaceGateTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String HOST = "10.9.0.1";
    private static final String PEER = "10.9.0.2";
    private static final int PORT = 5001;

    @TempDir
    private static Path folder;

    private static NamespaceNetwork network;

    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.open();
        network.addNode("peer");
        network.addNode("host");
        network.link("peer", "eth0", "host", "eth0");
        network.ip("peer", List.of("addr add " + PEER + "/24 dev eth0"));
        network.ip("host", List.of("addr add " + HOST + "/24 dev eth0"));
        Result lacking = network.run("host", TIMEOUT, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue && command -v ss");
        assumeTrue(lacking.exitCode() == 0, () -> "skipped: no iptables, queues or ss here: " + lacking.stderr());
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private static String policy(String name, String... input) throws IOException {
        Path rules = Files.writeString(folder.resolve(name + ".rules"), "*filter\n:INPUT DROP [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + String.join("", Arrays.stream(input).map(rule -> "-A INPUT " + rule + "\n").toList()) + "COMMIT\n");
        Path file = folder.resolve(name + ".hwpolicy");
        if (!Files.exists(file)) {
            EnforceRuns.finish(EnforceRuns.hopwarden(new ProcessBuilder(), "rules", "import", "--from", "iptables", rules.toString(), "-o",
                    file.toString()).start()).orThrow();
        }
        return file.toString();
    }

    private Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** A login of the peer: a connection on which both ends wait. */
    private String[] login() throws IOException {
        Process server = started(EnforceRuns.program(network.process("host"), "serve", HOST, Integer.toString(PORT)));
        assertEquals("serving", server.errorReader(StandardCharsets.UTF_8).readLine());
        Process client = started(network.process("peer", "bash", "-c", "exec 3<>/dev/tcp/" + HOST + "/" + PORT + "; echo connected; cat >&3"));
        assertEquals("connected", client.inputReader(StandardCharsets.UTF_8).readLine());
        Matcher ends = Pattern.compile(Pattern.quote(HOST) + "]?:" + PORT + "\\s+\\S*" + Pattern.quote(PEER) + "]?:(\\d+)")
                .matcher(network.run("host", TIMEOUT, "ss", "-tnH", "state", "established").orThrow().stdout());
        assertTrue(ends.find());
        return new String[] { PEER, ends.group(1), HOST, Integer.toString(PORT) };
    }

    private ProcessBuilder enforce(String[] login, String policy, String... options) {
        List<String> words = new ArrayList<>(List.of("enforce", policy, "--nfqueue", "--duration", "0.5"));
        words.addAll(Arrays.asList(options));
        ProcessBuilder builder = EnforceRuns.hopwarden(network.process("host"), words.toArray(String[]::new));
        if (login != null) {
            builder.environment().put("SSH_CONNECTION", String.join(" ", login));
        }
        return builder;
    }

    private Result run(String[] login, String policy, String... options) throws IOException {
        return EnforceRuns.finish(started(enforce(login, policy, options)));
    }

    private static String hooks() throws IOException {
        return network.run("host", TIMEOUT, "sh", "-c", "(iptables -w 10 -t mangle -S; nft list tables) | grep -i hopwarden").stdout();
    }

    @Test
    void theConnectionOneSitsOnIsNotEnded() throws IOException {
        String[] login = login();
        String closed = policy("closed", "-p icmp -j ACCEPT");
        Result refused = run(login, closed);
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.stderr().contains("gate: this would end tcp from " + PEER + " port " + login[1] + " to " + HOST + " port " + PORT
                + " (SSH_CONNECTION)"), refused::toString);
        assertTrue(refused.stderr().contains("on eth0") && refused.stderr().contains("deny, INPUT: "), refused::toString);
        String rule = "at the end of chain INPUT: permit tcp host " + PEER + " host " + HOST + " eq " + PORT;
        assertTrue(refused.stderr().contains(rule) && refused.stderr().contains("--confirm 60") && refused.stderr().contains("--lock-me-out"),
                refused::toString);
        assertFalse(refused.stderr().contains("enforcing"), refused::toString);
        assertEquals("", hooks());
        assertTrue(run(login, closed, "--lock-me-out").stderr().contains("enforcing"));
        Result taken = run(login, closed, "--confirm", "0.2");
        assertTrue(taken.stderr().contains("gate: this would end ") && taken.stderr().contains("taken back"), taken::toString);
        assertEquals(0, run(login, closed, "--dry-run").exitCode());
        Result live = run(login, policy("mended", "-p icmp -j ACCEPT", "-s " + PEER + " -d " + HOST + " -p tcp -m tcp --dport " + PORT + " -j ACCEPT"));
        assertEquals(0, live.exitCode(), live::toString);
        assertFalse(live.stderr().contains("would end"), live::toString);
        assertTrue(live.stderr().contains("gate: lives on: tcp from " + PEER), live::toString);
        login[1] = "1";
        assertEquals(0, run(login, closed).exitCode(), "a connection that is over");
        assertEquals(0, run(null, closed).exitCode());
    }

    /** Whatever the fail mode: what nobody has confirmed does not stay. */
    @Test
    void whatDiesOrStopsBeforeItIsConfirmedIsTakenBack() throws Exception {
        String closed = policy("closed", "-p icmp -j ACCEPT");
        for (String place : new String[] { "--nfqueue", "--kernel" }) {
            for (String signal : new String[] { "KILL", "STOP" }) {
                Process enforcing = started(EnforceRuns.hopwarden(network.process("host"), "enforce", closed, place, "--hook", "in", "--confirm", "300"));
                BufferedReader said = enforcing.errorReader(StandardCharsets.UTF_8);
                awaitLine(said, "enforcing");
                assertFalse(hooks().isEmpty());
                assertEquals(0, new ProcessBuilder("kill", "-" + signal, Long.toString(enforcing.pid())).start().waitFor());
                long end = System.nanoTime() + TIMEOUT.toNanos();
                while (!hooks().isEmpty()) {
                    assertTrue(System.nanoTime() < end, () -> "it is not taken back: " + place + " " + signal);
                }
                if (signal.equals("STOP")) {
                    assertEquals(0, new ProcessBuilder("kill", "-CONT", Long.toString(enforcing.pid())).start().waitFor());
                    awaitLine(said, "taken back: this program stood still before anybody confirmed it");
                    assertEquals(1, enforcing.waitFor());
                    assertEquals("", hooks());
                }
            }
        }
    }

    /** Once it was confirmed, a policy that fails closed stays closed. */
    @Test
    void whatDiesLaterStays() throws Exception {
        Process enforcing = started(EnforceRuns.hopwarden(network.process("host"), "enforce", policy("closed", "-p icmp -j ACCEPT"), "--nfqueue",
                "--hook", "in", "--confirm", "300"));
        BufferedReader said = enforcing.errorReader(StandardCharsets.UTF_8);
        awaitLine(said, "press Enter");
        enforcing.getOutputStream().write('\n');
        enforcing.getOutputStream().flush();
        awaitLine(said, "confirmed");
        Result second = run(null, policy("closed", "-p icmp -j ACCEPT"), "--hook", "in");
        assertTrue(second.stderr().contains("note: another enforcement decides packets of this host as well (hopwarden-"), second::toString);
        // That it no longer watches is seen by its guard being gone, which is the only child.
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (enforcing.descendants().findAny().isPresent()) {
            assertTrue(System.nanoTime() < end, "the guard goes");
        }
        enforcing.destroyForcibly().waitFor();
        assertFalse(hooks().isEmpty());
        assertEquals(0, run(null, policy("closed", "-p icmp -j ACCEPT"), "--hook", "in").exitCode(), "the next start takes it away");
        assertEquals("", hooks());
    }

    private static void awaitLine(BufferedReader said, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("'" + text + "' was not said, but " + read);
    }

    /** As with sudo, which hides SSH_CONNECTION: whoever is above holds the connection. */
    @Test
    void aConnectionOfAProcessAboveIsFound() throws IOException {
        Process server = started(EnforceRuns.program(network.process("peer"), "serve", PEER, "5002"));
        assertEquals("serving", server.errorReader(StandardCharsets.UTF_8).readLine());
        ProcessBuilder builder = enforce(null, policy("closed", "-p icmp -j ACCEPT"));
        List<String> line = new ArrayList<>(builder.command());
        int java = line.indexOf(System.getProperty("java.home") + "/bin/java");
        line.addAll(java, List.of("bash", "-c", "exec 3<>/dev/tcp/" + PEER + "/5002; \"$@\"; exit $?", "shell"));
        Result refused = EnforceRuns.finish(started(builder.command(line)));
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.stderr().matches("(?s).*this would end tcp from " + HOST + " port \\d+ to " + PEER
                + " port 5002 \\(held by bash \\(process \\d+\\)\\).*"), refused::toString);
    }

    @Test
    void connectionsOfOthersAreKeptOnRequest() throws IOException {
        login();
        String closed = policy("closed", "-p icmp -j ACCEPT");
        assertEquals(0, run(null, closed).exitCode());
        Result refused = run(null, closed, "--keep", PEER, "--stats", "json");
        assertEquals(1, refused.exitCode(), refused::toString);
        String json = refused.stdout().replaceAll("\\s", "");
        assertTrue(json.contains("\"refusals\":[\"lock-out\"]") && json.contains("\"why\":\"--keep" + PEER + "\"")
                && json.contains("\"begunByRemote\":true,\"interface\":\"eth0\""), json);
        assertEquals(0, run(null, closed, "--keep", PEER + ":22").exitCode(), "none of that port");
    }

    @Test
    void theNextPolicyIsHeldAgainstTheOneBefore() throws IOException {
        Path seen = folder.resolve("seen.pcap");
        try (CaptureWriter writer = CaptureWriter.create(seen, LinkType.RAW)) {
            for (int i = 0; i < 4; i++) {
                MemorySegment echo = PacketBuilder.echoRequest(IpHeader.of(IpAddress.parse(PEER), IpAddress.parse(HOST), 64), 7, i, new byte[8]);
                writer.write(1_700_000_000_000_000_000L + i, LinkType.RAW, echo, 0, (int) echo.byteSize(), echo.byteSize());
            }
        }
        String icmp = policy("icmp", "-p icmp -j ACCEPT");
        String none = policy("none", "-p udp -j ACCEPT");
        Result first = run(null, icmp, "--gate", seen.toString(), "--hook", "in");
        assertEquals(0, first.exitCode(), first::toString);
        assertTrue(first.stderr().contains("held against nothing, by which everything passes: none gets another verdict"), first::toString);
        Result second = run(null, none, "--gate", seen.toString(), "--hook", "in");
        assertEquals(1, second.exitCode(), second::toString);
        assertTrue(second.stderr().contains("held against what was last put in force here") && second.stderr().contains("before: allow, INPUT rule 1"),
                second::toString);
        assertEquals(0, run(null, none, "--hook", "in").exitCode());
        Result third = run(null, icmp, "--gate", seen.toString(), "--hook", "in");
        assertTrue(third.stderr().contains("not allowed before, allowed now"), third::toString);
    }

    /** What arrives is counted behind the queue, by the host's own firewall. */
    @Test
    void aHundredReplacementsUnderAFloodDecideEachPacketOnce() throws IOException {
        replaceUnderAFlood(policy("first", "-p udp -m udp --dport 7001 -j ACCEPT"), policy("other", "-p udp -m udp --dport 7002 -j ACCEPT"), 100);
    }

    /** The second policy asks for states and the first does not, so it brings other queues and rules of the kernel; what comes then finds them there. */
    @Test
    void soDoReplacementsThatNeedOtherQueues() throws IOException {
        String first = policy("first", "-p udp -m udp --dport 7001 -j ACCEPT");
        String tracked = policy("tracked", "-m conntrack --ctstate RELATED -j ACCEPT", "-p udp -m udp --dport 7002 -j ACCEPT");
        for (int i = 0; i < 3; i++) {
            replaceUnderAFlood(first, tracked, 3);
        }
    }

    private static void clear() throws IOException {
        network.run("host", TIMEOUT, "iptables", "-w", "10", "-F", "INPUT").orThrow();
    }

    private void replaceUnderAFlood(String first, String other, int times) throws IOException {
        clear();
        for (int port = 7001; port <= 7002; port++) {
            network.run("host", TIMEOUT, "iptables", "-w", "10", "-A", "INPUT", "-p", "udp", "--dport", Integer.toString(port), "-j", "DROP").orThrow();
        }
        Process enforcing = started(EnforceRuns.java(network.process("host"), ReplaceProgram.class.getName(), first, other, "7001", "7002", Integer.toString(times)));
        BufferedReader told = enforcing.inputReader(StandardCharsets.UTF_8);
        assertEquals("enforcing", told.readLine());
        Process flood = started(EnforceRuns.java(network.process("peer"), UdpFloodProgram.class.getName(), HOST, "7001", "7002"));
        assertEquals("replaced", told.readLine());
        Result flooded = EnforceRuns.finish(flood).orThrow();
        long sent = Long.parseLong(flooded.stdout().strip());
        enforcing.getOutputStream().write('\n');
        enforcing.getOutputStream().flush();
        String line = told.readLine();
        long[] counts = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        long others = counts[9];
        assertEquals(times, counts[0], line);
        assertEquals(0, counts[10], "each policy spoke its own mind: " + line);
        assertEquals(counts[1], counts[2] + counts[3] + counts[4], line);
        assertEquals(0, counts[4], line);
        assertEquals(counts[1], counts[6] + counts[7] + counts[8] + others, "each packet was decided once: " + line);
        assertEquals(sent, counts[1] - others + counts[5], "decided or lost: " + line);
        assertEquals(counts[6], arrived(7001), line);
        assertEquals(counts[7], arrived(7002), line);
        assertTrue(counts[6] > 0 && counts[7] > 0, line);
        clear();
    }

    private static long arrived(int port) throws IOException {
        String counters = network.run("host", TIMEOUT, "iptables", "-w", "10", "-nvxL", "INPUT").orThrow().stdout();
        return counters.lines().filter(line -> line.contains("dpt:" + port)).mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[0])).sum();
    }
}
