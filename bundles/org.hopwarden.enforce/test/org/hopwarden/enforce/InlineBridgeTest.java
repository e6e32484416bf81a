package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bridge in a namespace between two hosts in others. */
class InlineBridgeTest extends BridgedHosts {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String V4 = "10.7.0.2";
    private static final String V6 = "fd07::2";

    private Process bridge;

    @BeforeEach
    void address() throws IOException {
        network.ip("a", List.of("addr add 10.7.0.1/24 dev eth0", "addr add fd07::1/64 dev eth0 nodad"));
        network.ip("b", List.of("addr add " + V4 + "/24 dev eth0", "addr add " + V6 + "/64 dev eth0 nodad"));
    }

    @Test
    void passesPingAndLeavesTheInterfacesAsTheyWere() throws IOException, InterruptedException {
        String before = interfaces();
        start("allow", "closed");
        assertTrue(interfaces().contains("promiscuity 1"));
        ping(V4).orThrow();
        ping(V6).orThrow();
        Statistics statistics = stop();
        assertEquals(before, interfaces());
        assertTrue(statistics.of("allowed") >= 12, statistics.text);
        assertEquals(statistics.of("allowed"), statistics.of("seen"), statistics.text);
        assertNotEquals(0, ping(V4).exitCode());
    }

    @Test
    void aKilledBridgeLeavesTheInterfacesAsTheyWere() throws IOException, InterruptedException {
        String before = interfaces();
        start("allow", "closed");
        bridge.destroyForcibly().waitFor();
        assertEquals(before, interfaces());
    }

    @Test
    void tcpArrivesIntactWithOffloadsOn() throws IOException, InterruptedException {
        start("allow", "closed");
        transfer(V4, 100_000_000);
        transfer(V6, 20_000_000);
        Statistics statistics = stop();
        assertTrue(statistics.ruleBytes(2) > 120_000_000, statistics.text);
        assertTrue(statistics.ruleBytes(2) / statistics.rulePackets(2) > 1500,
                "long segments must have crossed whole: " + statistics.text);
    }

    private void transfer(String to, int bytes) throws IOException, InterruptedException {
        Process server = java("b", TcpProgram.class, "serve", to, "5001");
        BufferedReader err = server.errorReader(StandardCharsets.UTF_8);
        assertEquals("serving", err.readLine());
        Process client = java("a", TcpProgram.class, "send", to, "5001", Integer.toString(bytes), "42");
        String sent = output(client);
        String received = output(server);
        assertTrue(sent.startsWith(bytes + " "), sent);
        assertEquals(sent, received);
    }

    @Test
    void deniedPacketsAreDropped() throws IOException, InterruptedException {
        start("deny", "closed");
        assertEquals("silence", udp(V4));
        Statistics statistics = stop();
        assertEquals(1, statistics.of("denied"), statistics.text);
        assertEquals(1, statistics.rulePackets(1), statistics.text);
        assertEquals(128, statistics.ruleBytes(1), statistics.text);
        assertEquals(statistics.of("seen"), statistics.of("allowed") + 1, statistics.text);
    }

    @Test
    void askedPacketsAreCountedAsSuch() throws IOException, InterruptedException {
        start("ask", "closed");
        assertEquals("silence", udp(V6));
        assertEquals(1, stop().of("asked"));
    }

    @Test
    void rejectedPacketsAreAnswered() throws IOException, InterruptedException {
        start("reset", "closed");
        assertEquals("unreachable", udp(V4));
        assertEquals("unreachable", udp(V6));
        for (String to : List.of(V4, V6)) {
            Result result = finish(java("a", TcpProgram.class, "send", to, Integer.toString(BridgeProgram.TCP_PORT), "1", "1"));
            assertTrue(result.stderr().contains("Connection refused"), result.toString());
        }
        Statistics statistics = stop();
        assertEquals(4, statistics.of("rejected"), statistics.text);
        assertEquals(4, statistics.of("answers"), statistics.text);
    }

    @Test
    void prohibitedIsSaid() throws IOException, InterruptedException {
        start("reject", "closed");
        Result traceroute = network.run("a", TIMEOUT, "sh", "-c",
                "command -v traceroute > /dev/null || exit 77; traceroute -n -q 1 -p " + BridgeProgram.UDP_PORT
                        + " -U -w 2,0,0 -m 2 " + V4);
        assumeTrue(traceroute.exitCode() != 77, "skipped: no traceroute here (Debian package traceroute)");
        assertTrue(traceroute.stdout().contains("!X"), traceroute.toString());
        stop();
    }

    @Test
    void aFailingFilterHoldsToTheFailMode() throws IOException, InterruptedException {
        start("fails", "closed");
        assertEquals("silence", udp(V4));
        ping(V4).orThrow();
        assertEquals(1, stop().of("failed"));
        start("fails", "open");
        assertEquals("unreachable", udp(V4), "it passed, and the host has no such port");
        Statistics statistics = stop();
        assertEquals(0, statistics.of("failed"), statistics.text);
    }

    @Test
    void aBridgeThatFailsOpenLetsTheKernelTakeOver() throws IOException, InterruptedException {
        start("dies", "open");
        ping(V4).orThrow();
        udp(V4);
        bridge.waitFor();
        ping(V4).orThrow();
        start("dies", "closed");
        ping(V4).orThrow();
        udp(V4);
        bridge.waitFor();
        assertNotEquals(0, ping(V4).exitCode());
    }

    @Test
    void unusableInterfacesAreNamed() throws IOException, PolicyCompileException {
        assertEquals("NOT_AVAILABLE: there is no network interface 'nowhere'", refusal("left", "nowhere"));
        assertEquals("NOT_AVAILABLE: a bridge needs two interfaces, and 'left' is named twice", refusal("left", "left"));
        network.ip("middle", List.of("link set right down"));
        assertEquals("NOT_AVAILABLE: network interface 'right' is down", refusal("left", "right"));
        network.ip("middle", List.of("link set right up", "link add br0 type bridge", "link set right master br0"));
        assertEquals("NOT_AVAILABLE: network interface 'right' belongs to a bridge or bond of the kernel, which passes frames "
                + "by itself", refusal("left", "right"));
        CompiledPolicy policy = CompiledPolicy.compile(RulemodelFactory.eINSTANCE.createPolicy());
        assertThrows(PacketPortException.class, () -> InlineBridge.start("nowhere", "neither", policy, VerdictListener.NONE, false).close());
    }

    @Test
    void anInterfaceThatVanishesIsWaitedFor() throws IOException, InterruptedException {
        start("allow", "closed");
        network.ip("middle", List.of("link del right"));
        assertNotEquals(0, ping(V4).exitCode());
        network.link("middle", "right", "b", "eth0");
        network.ip("b", List.of("addr add " + V4 + "/24 dev eth0"));
        pingUntilAnswered();
        network.ip("middle", List.of("link set left down"));
        assertNotEquals(0, ping(V4).exitCode());
        network.ip("middle", List.of("link set left up"));
        pingUntilAnswered();
        stop();
    }

    private void pingUntilAnswered() throws IOException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (ping(V4).exitCode() != 0) {
            assertTrue(System.nanoTime() < end, "the bridge does not go on");
        }
    }

    private String refusal(String first, String second) throws IOException {
        Result result = finish(java("middle", BridgeProgram.class, first, second, "allow", "closed"));
        assertEquals(3, result.exitCode());
        return result.stderr().strip();
    }

    private void start(String filter, String failMode) throws IOException {
        bridge = java("middle", BridgeProgram.class, "left", "right", filter, failMode);
        processes.add(bridge);
        String line = bridge.errorReader(StandardCharsets.UTF_8).readLine();
        assertEquals("enforcing", line);
    }

    private Statistics stop() throws IOException, InterruptedException {
        Statistics statistics = new Statistics(output(bridge));
        assertEquals(statistics.of("seen"), statistics.of("allowed") + statistics.of("denied") + statistics.of("rejected")
                + statistics.of("asked") + statistics.of("failed"), statistics.text);
        assertEquals(0, statistics.of("lost"), statistics.text);
        return statistics;
    }

    private record Statistics(String text) {

        long of(String name) {
            return find(name + "=(\\d+)");
        }

        long rulePackets(int rule) {
            return find("rule=" + rule + ", packets=(\\d+)");
        }

        long ruleBytes(int rule) {
            return find("rule=" + rule + ", packets=\\d+, bytes=(\\d+)");
        }

        private long find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            assertTrue(matcher.find(), pattern + " in " + text);
            return Long.parseLong(matcher.group(1));
        }
    }

    private String interfaces() throws IOException {
        return network.run("middle", TIMEOUT, "ip", "-d", "link").orThrow().stdout();
    }

    private Result ping(String to) throws IOException {
        return network.run("a", TIMEOUT, "ping", "-n", "-c", "3", "-i", "0.05", "-W", "1", to);
    }

    private String udp(String to) throws IOException, InterruptedException {
        return output(java("a", UdpProgram.class, to, Integer.toString(BridgeProgram.UDP_PORT), "1"));
    }

    private Process java(String node, Class<?> program, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(args));
        return network.process(node, line.toArray(String[]::new)).start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        Result result = finish(process);
        assertEquals(0, result.exitCode(), result::toString);
        return result.stdout().strip();
    }

    private static Result finish(Process process) throws IOException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = String.join("\n", process.errorReader(StandardCharsets.UTF_8).lines().toList());
        try {
            assertTrue(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Result(process.exitValue(), out, err);
    }
}
