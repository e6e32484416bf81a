package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;

/** A host that routes or bridges between the two ends of {@link FaultTraffic}, which runs as long as this is open. */
final class FaultNetwork implements AutoCloseable {

    static final String HOST = "host";

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String ENDS = "ends";
    private static final String AWAY = "away";

    private final NamespaceNetwork network;
    private final boolean routed;
    private final Process traffic;
    private final BufferedReader answers;

    /** What {@link FaultTraffic} reports: wrong is what the policy denies. */
    record Report(String text) {

        long of(String name) {
            Matcher matcher = Pattern.compile("\\b" + name + "=(\\d+)").matcher(text);
            assertTrue(matcher.find(), name + " in " + text);
            return Long.parseLong(matcher.group(1));
        }
    }

    /** @param policy the file of what is enforced at the host */
    FaultNetwork(boolean routed, Path policy) throws IOException {
        this.routed = routed;
        network = NamespaceNetwork.open();
        try {
            for (String node : List.of(ENDS, HOST, AWAY)) {
                network.addNode(node);
            }
            String silent = "for each in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $each; done";
            run(ENDS, "sh", "-c", silent).orThrow();
            if (!routed) {
                run(HOST, "sh", "-c", silent).orThrow();
            }
            network.link(ENDS, "near", HOST, FaultPolicy.IN_INTERFACE);
            network.link(HOST, FaultPolicy.OUT_INTERFACE, ENDS, "far");
            network.ip(ENDS, List.of("link set far address 02:00:00:00:00:03"));
            network.ip(HOST, List.of("link set eth0 address 02:00:00:00:00:01"));
            if (routed) {
                network.ip(HOST, List.of("addr add 10.9.0.1/24 dev eth0", "addr add fd09::1/64 dev eth0 nodad"));
                addressOut();
            }
            traffic = EnforceRuns.java(network.process(ENDS), FaultTraffic.class.getName(), policy.toString(), "near", "far",
                    "02:00:00:00:00:0" + (routed ? 1 : 3),
                    FaultPolicy.IN_INTERFACE, FaultPolicy.OUT_INTERFACE, routed ? "routed" : "bridged").start();
            answers = traffic.inputReader(StandardCharsets.UTF_8);
            assertEquals("ready", answers.readLine());
        } catch (IOException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private void addressOut() throws IOException {
        network.ip(HOST, List.of("addr add 10.9.1.1/24 dev eth1", "addr add fd09:1::1/64 dev eth1 nodad"));
        for (String host : List.of(FaultPolicy.FAR_V4, FaultPolicy.FAR_V6, FaultPolicy.FORBIDDEN_V4, FaultPolicy.FORBIDDEN_V6)) {
            network.ip(HOST, List.of("neigh replace " + host + " lladdr 02:00:00:00:00:03 dev eth1 nud permanent"));
        }
    }

    /** One interface of the host is gone. */
    void takeAway() throws IOException {
        network.ip(HOST, List.of("link set eth1 netns " + AWAY));
    }

    /** It is back, with another number. */
    void bringBack() throws IOException {
        String shown = run(AWAY, "ip", "-o", "link", "show", "dev", "eth1").orThrow().stdout();
        // Its number is taken meanwhile.
        network.ip(HOST, List.of("link add taken" + shown.split(":")[0] + " index " + shown.split(":")[0] + " type veth"));
        network.ip(AWAY, List.of("link set eth1 netns " + HOST));
        network.ip(HOST, List.of("link set eth1 up"));
        if (routed) {
            addressOut();
        }
    }

    NamespaceNetwork network() {
        return network;
    }

    Result run(String node, String... command) throws IOException {
        return network.run(node, TIMEOUT, command);
    }

    Report tell(String command) throws IOException {
        traffic.outputWriter(StandardCharsets.UTF_8).append(command).append('\n').flush();
        String answer = answers.readLine();
        assertTrue(answer != null, () -> "the traffic has ended: " + traffic.errorReader(StandardCharsets.UTF_8).lines().toList());
        return new Report(answer);
    }

    /** How many frames the kernel itself has dropped behind the sender's back. */
    long droppedBySender() throws IOException {
        return Long.parseLong(run(ENDS, "cat", "/sys/class/net/near/statistics/tx_dropped").orThrow().stdout().strip());
    }

    @Override
    public void close() {
        traffic.destroyForcibly();
        network.close();
    }
}
