package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
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

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Traces inside live transfers of the kernel's own TCP through ten routers: whatever happens on the way, the stream is intact. */
class NamespaceInConnectionTest {

    private static final int ROUTERS = 10;
    private static final String LOSSY = "r5";
    private static final int RUNS = Boolean.getBoolean("hopwarden.full") ? 400 : 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private static NamespaceNetwork network;
    private static final List<Process> servers = new ArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
    }

    @AfterAll
    static void takeBack() {
        servers.forEach(Process::destroyForcibly);
        if (network != null) {
            network.close();
        }
    }

    private static String[] java(String mainClass, String... words) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                mainClass));
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }

    private static int serve(IpAddress address) throws IOException {
        Process server = network.process(NamespaceNetwork.TARGET,
                java("org.hopwarden.cli.InConnectionProgram", "echo", address.toString(), "0")).redirectErrorStream(true).start();
        servers.add(server);
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertTrue(line != null && line.startsWith("serving "), line);
        return Integer.parseInt(line.substring("serving ".length()));
    }

    private static String traces(IpAddress target, int port) throws IOException {
        long seed = System.nanoTime();
        Result result = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.InConnectionProgram", "trace",
                target.toString(), Integer.toString(port), Integer.toString(RUNS), Long.toString(seed)));
        assertEquals(0, result.exitCode(), result::toString);
        String out = "seed " + seed + "\n" + result.stdout();
        assertFalse(out.contains("CHANGED"), out);
        assertTrue(out.contains("stream intact"), out);
        return out;
    }

    /** Each hop that answered is the one of the topology. @return how many traces saw every hop */
    private static int complete(String out, IpVersion version) {
        List<IpAddress> path = NamespaceNetwork.chainPath(version, ROUTERS);
        int complete = 0;
        for (String line : out.lines().filter(line -> line.startsWith("trace ")).toList()) {
            assertTrue(line.startsWith("trace DONE"), out);
            String[] hops = line.substring(line.indexOf("path=") + "path=".length()).strip().split(" ");
            for (String hop : Arrays.stream(hops).filter(text -> !text.isEmpty()).toList()) {
                int colon = hop.indexOf(':');
                int ttl = Integer.parseInt(hop.substring(0, colon));
                // Where the target's answers to the least TTLs are lost, it is found behind its place.
                assertEquals(path.get(Math.min(ttl, path.size()) - 1), IpAddress.parse(hop.substring(colon + 1)), out);
            }
            complete += hops.length == path.size() && line.contains("reached=true") ? 1 : 0;
        }
        return complete;
    }

    @ParameterizedTest
    @EnumSource
    void everyHopAndAnIntactStream(IpVersion version) throws IOException {
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        String out = traces(target, serve(target));
        assertTrue(complete(out, version) >= RUNS * 3 / 4, out);
    }

    @ParameterizedTest
    @EnumSource
    void segmentsAreLostOnTheWay(IpVersion version) throws IOException {
        assumeTrue(has("nft"), "skipped: no nft here (Debian package nftables)");
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        int port = serve(target);
        for (String rule : List.of("add table inet t", "add chain inet t f { type filter hook forward priority 0; }",
                "add rule inet t f meta l4proto tcp numgen random mod 100 < 4 drop")) {
            network.run(LOSSY, TIMEOUT, "nft", rule).orThrow();
        }
        try {
            complete(traces(target, port), version);
        } finally {
            network.run(LOSSY, TIMEOUT, "nft", "delete table inet t").orThrow();
        }
    }

    /** A router that holds packets back for a while each, so that they overtake each other. It counts twice. */
    @Test
    void segmentsOvertakeEachOther(@TempDir Path folder) throws IOException {
        assumeTrue(has("python3") && Files.exists(Path.of("/dev/net/tun")), "skipped: no python3 or no TUN device here");
        Path script = Files.writeString(folder.resolve("reorder.py"), """
                import fcntl, heapq, os, random, select, struct, sys, time
                tun = os.open('/dev/net/tun', os.O_RDWR)
                fcntl.ioctl(tun, 0x400454ca, struct.pack('16sH', b'tun0', 0x1001))
                print('ready', flush=True)
                held, n = [], 0
                while True:
                    wait = max(0, held[0][0] - time.monotonic()) if held else None
                    if select.select([tun], [], [], wait)[0]:
                        n += 1
                        heapq.heappush(held, (time.monotonic() + random.choice([0, 0, 0, 0.0005, 0.003]), n, os.read(tun, 65536)))
                    while held and held[0][0] <= time.monotonic():
                        os.write(tun, heapq.heappop(held)[2])
                """);
        IpAddress target = NamespaceNetwork.chainAddress(IpVersion.V4, ROUTERS, 2);
        int port = serve(target);
        Process reorder = network.process("r6", "python3", script.toString()).redirectErrorStream(true).start();
        servers.add(reorder);
        assumeTrue("ready".equals(reorder.inputReader().readLine()), "skipped: no TUN device can be made here");
        network.ip("r6", List.of("link set tun0 up", "route add default dev tun0 table 100", "rule add iif left lookup 100",
                "rule add iif right lookup 100"));
        try {
            String out = traces(target, port);
            assertTrue(out.contains("reached=true"), out);
        } finally {
            network.ip("r6", List.of("rule del iif left lookup 100", "rule del iif right lookup 100"));
            reorder.destroyForcibly();
        }
    }

    @Test
    void aConnectionIsNamedListedAndMissed() throws IOException {
        IpAddress target = NamespaceNetwork.chainAddress(IpVersion.V4, ROUTERS, 2);
        Result none = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.Main", "trace", target.toString(),
                "--method", "in-connection", "--port", "9"));
        assertEquals(ExitCode.MISSING, none.exitCode(), none::toString);
        assertTrue(none.stderr().contains("no open TCP connection to " + target + " port 9"), none::toString);
        int port = serve(target);
        Process client = network.process(NamespaceNetwork.SOURCE, java("org.hopwarden.cli.InConnectionProgram", "talk",
                target.toString(), Integer.toString(port), "1")).start();
        try {
            assertEquals("talking", client.inputReader().readLine());
            Result list = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.Main", "connections", "--format",
                    "json"));
            assertTrue(list.stdout().contains("\"target\":\"" + target + "\",\"port\":" + port + ",\"source\":\""
                    + NamespaceNetwork.chainAddress(IpVersion.V4, 0, 1) + "\""), list::toString);
            Result traced = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.Main", "trace",
                    target.toString(), "--method", "in-connection", "--port", Integer.toString(port)));
            assertEquals(0, traced.exitCode(), traced::toString);
            assertTrue(traced.stdout().contains("Duplicate ACK"), traced::toString);
            pickedFromACapture(target, port);
        } finally {
            client.destroyForcibly();
        }
    }

    /** While the connection is up, a capture is taken; what is listed of it is all that a trace wants. */
    private static void pickedFromACapture(IpAddress target, int port) throws IOException {
        assumeTrue(has("tcpdump"), "skipped: no tcpdump here");
        Path file = Files.createTempFile("seen", ".pcap");
        try {
            network.run(NamespaceNetwork.SOURCE, TIMEOUT, "tcpdump", "-Z", "root", "-c", "20", "-w", file.toString(), "tcp", "port",
                    Integer.toString(port)).orThrow();
            Result list = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.Main", "connections", "-r",
                    file.toString(), "--format", "json"));
            Matcher seen = Pattern.compile("\\{\"target\":\"" + target + "\",\"port\":" + port
                    + ",\"source\":\"[0-9.]+\",\"localPort\":(\\d+),\"open\":true,").matcher(list.stdout());
            assertTrue(seen.find(), list::toString);
            Result traced = network.run(NamespaceNetwork.SOURCE, TIMEOUT, java("org.hopwarden.cli.Main", "trace", target.toString(),
                    "--method", "in-connection", "--port", Integer.toString(port), "--source-port", seen.group(1)));
            assertEquals(0, traced.exitCode(), traced::toString);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean has(String program) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v " + program).exitCode() == 0;
    }
}
