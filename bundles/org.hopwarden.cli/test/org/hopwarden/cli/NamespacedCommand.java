package org.hopwarden.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.packetio.PacketPorts;

/** Runs commands in the nodes of a network of namespaces. */
final class NamespacedCommand {

    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private NamespacedCommand() {
    }

    /** Runs a command of ours at the source. */
    static Result hopwarden(NamespaceNetwork network, String... words) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, line(List.of(), words));
    }

    /** Runs a command of ours at the source through the port of the capture library. */
    static Result hopwardenThroughPcap(NamespaceNetwork network, String... words) throws IOException {
        List<String> line = new ArrayList<>(Arrays.asList(line(List.of(), words)));
        line.add(1, "-D" + PacketPorts.PROPERTY + "=pcap");
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, line.toArray(String[]::new));
    }

    /** Runs a command of ours at the source as the user nobody, who has no rights but to read the class path. */
    static Result hopwardenAsNobody(NamespaceNetwork network, String... words) throws IOException {
        // May still read all files, for the class path may lie in root's home.
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, line(List.of("setpriv", "--reuid=65534", "--regid=65534",
                "--clear-groups", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"), words));
    }

    private static String[] line(List<String> prefix, String... words) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.hopwarden.cli.Main"));
        line.addAll(Arrays.asList(words));
        return line.toArray(String[]::new);
    }

    /** Whether a node finds a program. */
    static boolean has(NamespaceNetwork network, String program) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v " + program).exitCode() == 0;
    }

    /** Runs a shell script in a node. */
    static String sh(NamespaceNetwork network, String node, String script) throws IOException {
        return network.run(node, TIMEOUT, "sh", "-ec", script).orThrow().stdout();
    }
}
