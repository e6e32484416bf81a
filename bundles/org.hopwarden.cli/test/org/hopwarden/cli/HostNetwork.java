package org.hopwarden.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;

/** The network of tests that enforce on the packets of a host: {@code peer - host - far}. */
final class HostNetwork implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(120);
    static final String HOST = "10.9.0.1";
    static final String PEER = "10.9.0.2";
    static final String FAR = "10.9.1.2";
    static final String HOST_V6 = "fd09::1";

    private final NamespaceNetwork network;

    private HostNetwork(NamespaceNetwork network) {
        this.network = network;
    }

    /**
     * Builds it, or skips the test where there are no namespaces or no queues here.
     *
     * @param needed a command of the shell without which the test is skipped as well
     */
    static HostNetwork open(String needed) throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        NamespaceNetwork network = NamespaceNetwork.open();
        try {
            for (String node : List.of("peer", "host", "far")) {
                network.addNode(node);
            }
            network.link("peer", "eth0", "host", "eth0");
            network.link("host", "eth1", "far", "eth0");
            network.ip("peer", List.of("addr add " + PEER + "/24 dev eth0", "route add default via " + HOST, "addr add fd09::2/64 dev eth0 nodad"));
            network.ip("host", List.of("addr add " + HOST + "/24 dev eth0", "addr add 10.9.1.1/24 dev eth1",
                    "addr add " + HOST_V6 + "/64 dev eth0 nodad"));
            network.ip("far", List.of("addr add " + FAR + "/24 dev eth0", "route add default via 10.9.1.1"));
            Result lacking = network.run("host", TIMEOUT, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                    + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue && " + needed);
            assumeTrue(lacking.exitCode() == 0, () -> "skipped: no iptables or queues here, or: " + needed + ": " + lacking.stderr());
            return new HostNetwork(network);
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Makes a policy file of rules for iptables-restore. */
    static void importRules(String rules, Path policy) throws IOException {
        Path file = Files.writeString(policy.resolveSibling(policy.getFileName() + ".rules"), rules);
        EnforceRuns.finish(EnforceRuns.hopwarden(new ProcessBuilder(), "rules", "import", "--from", "iptables", file.toString(), "-o",
                policy.toString()).start()).orThrow();
    }

    /** The way into a node, for a program of its own. */
    ProcessBuilder process(String node) {
        return network.process(node);
    }

    Result run(String node, String... command) throws IOException {
        return network.run(node, TIMEOUT, command);
    }

    /** What enforcements have set up in the kernel of the host, one thing on each line. */
    String hooks() throws IOException {
        return hooks(network, "host");
    }

    static String hooks(NamespaceNetwork network, String node) throws IOException {
        return network.run(node, TIMEOUT, "sh", "-c", "(iptables -w 10 -t mangle -S; ip6tables -w 10 -t mangle -S; nft list tables)"
                + " | grep -i hopwarden").stdout();
    }

    boolean pings(String node, String target) throws IOException {
        return run(node, "ping", "-n", "-c", "1", "-W", "1", target).exitCode() == 0;
    }

    /** Begins a TCP connection; exit code 124 where nobody answers. */
    Result connect(String node, String target, int port) throws IOException {
        return run(node, "timeout", "2", "bash", "-c", "exec 3<>/dev/tcp/" + target + "/" + port);
    }

    @Override
    public void close() {
        network.close();
    }
}
