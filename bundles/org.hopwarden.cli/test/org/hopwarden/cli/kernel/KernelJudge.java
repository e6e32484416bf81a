package org.hopwarden.cli.kernel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.packetio.TunDevice;

/**
 * Lets the Linux kernel judge: loads rule sets into a network stack of its own, feeds it real packets at the hooks in, out and
 * forward, and tells of each single packet whether it passed. A second stack without any rules gets the same packets and shows
 * which of them come to their hook and through at all: the kernel drops some by itself, such as those from loopback addresses.
 * <p>
 * What a filter can and cannot see: a forwarded packet's TTL is lowered in front of it; IPv4 packets to the host itself are
 * put together from their fragments in front of it (IPv6 ones are not), and so is everything as soon as connections are tracked.
 */
public final class KernelJudge implements AutoCloseable {

    private final NamespaceNetwork network;
    private final KernelHost judged;
    private final KernelHost bare;

    private KernelJudge(NamespaceNetwork network) throws IOException {
        this.network = network;
        judged = new KernelHost(network, "judged");
        bare = new KernelHost(network, "bare");
    }

    /** Why there can be no judge here; empty where there can. */
    public static Optional<String> obstacle() {
        Optional<String> namespaces = NamespaceNetwork.obstacle();
        if (namespaces.isPresent()) {
            return namespaces;
        }
        try (TunDevice tun = TunDevice.open("hwj%d", "rules test"); NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("try");
            for (String program : List.of("nft", "iptables-restore", "ip6tables-restore")) {
                if (!canRun(network, program)) {
                    return Optional.of("the kernel as judge needs the program " + program);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean canRun(NamespaceNetwork network, String program) {
        try {
            return network.run("try", Duration.ofSeconds(20), program, "--version").exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens a judge without rules. */
    public static KernelJudge open() throws IOException {
        NamespaceNetwork network = NamespaceNetwork.open();
        try {
            return new KernelJudge(network);
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** From now on connections are tracked, and {@link Ruling#state} tells their states. */
    public void trackConnections() throws IOException {
        judged.trackConnections();
        bare.trackConnections();
    }

    /**
     * Loads rules beside those that are there.
     *
     * @param rules what the program reads from its standard input
     * @param command such as {@code iptables-restore}, or {@code nft -f -}
     * @return how the program ended, with all it said as its output
     */
    public Result load(String rules, String... command) throws IOException {
        return judged.feed(rules, command);
    }

    /** What a program says there, such as {@code iptables-save}. */
    public String ask(String... command) throws IOException {
        return judged.run(command).orThrow().stdout();
    }

    /** A program beside the rules. */
    ProcessBuilder process(String... command) {
        return network.process("judged", command);
    }

    /** What becomes of each packet, in their order. At most {@value KernelHost#MOST_PACKETS}. */
    public List<Ruling> judge(List<HookPacket> packets) throws IOException {
        List<Set<String>> unfiltered = bare.send(packets);
        List<Set<String>> filtered = judged.send(packets);
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            String hook = packets.get(i).direction().word();
            rulings.add(new Ruling(unfiltered.get(i).contains(hook), filtered.get(i).contains(hook),
                    KernelHost.state(filtered.get(i))));
        }
        return rulings;
    }

    @Override
    public void close() throws IOException {
        try (network; judged; bare) {
            // closed in this order: hosts first
        }
    }
}
