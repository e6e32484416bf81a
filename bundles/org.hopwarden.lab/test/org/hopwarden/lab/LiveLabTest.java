package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs in a simulated network. */
class LiveLabTest {

    private static LiveLab start(Topology topology) throws IOException {
        NamespaceNetwork.obstacle().ifPresent(why -> assumeTrue(false, why));
        try {
            return LiveLab.start(topology, "lab run FILE");
        } catch (PacketPortException e) {
            assumeTrue(e.reason() == Reason.FAILED, e.getMessage());
            throw e;
        }
    }

    private static String output(LiveLab lab, String... command) throws Exception {
        Process process = lab.process(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
        return output;
    }

    private static boolean isThere(String program) {
        return List.of("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-4 -I", "-4 -U", "-4 -T -p80", "-6 -I", "-6 -U", "-6 -T -p80" })
    void tracerouteSeesTheTopology(String options) throws Exception {
        assumeTrue(isThere("traceroute"), "needs traceroute");
        boolean v6 = options.startsWith("-6");
        try (LiveLab lab = start(Wire.topology(Wire.CHAIN))) {
            List<String> command = new ArrayList<>(List.of("traceroute", "-n", "-q1"));
            command.addAll(List.of(options.split(" ")));
            command.add(v6 ? "2001:db8:4::2" : "10.0.4.2");
            String output = output(lab, command.toArray(String[]::new));
            List<String> hops = new ArrayList<>();
            Matcher hop = Pattern.compile("(?m)^ *[0-9]+  ([0-9a-f.:*]+)").matcher(output);
            while (hop.find()) {
                hops.add(hop.group(1));
            }
            assertEquals(v6 ? List.of("2001:db8:1::2", "2001:db8:2::2", "2001:db8:3::2", "2001:db8:4::2")
                    : List.of("10.0.1.2", "10.0.2.2", "10.0.3.2", "10.0.4.2"), hops, output);
            lab.check();
        }
    }

    @Test
    void namesAreKnownAndTheTimeIsReal() throws Exception {
        assumeTrue(isThere("ping"), "needs ping");
        try (LiveLab lab = start(Wire.topology(Wire.CHAIN))) {
            String output = output(lab, "ping", "-4", "-c1", "-W5", "z");
            Matcher time = Pattern.compile("10\\.0\\.4\\.2.*time=([0-9.]+) ms").matcher(output);
            assertTrue(time.find(), output);
            assertTrue(Double.parseDouble(time.group(1)) >= 30, output);
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        String name;
        try (LiveLab lab = start(Wire.topology(Wire.CHAIN))) {
            name = lab.namespace();
            assertTrue(Files.exists(Path.of("/run/netns", name)));
            lab.close();
        }
        assertTrue(Files.notExists(Path.of("/run/netns", name)));
        assertTrue(Files.notExists(Path.of("/etc/netns", name)));
    }
}
