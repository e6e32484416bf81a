package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/**
 * A network of real Linux network namespaces, for comparing with real tools: each node is a kernel's network stack of its own,
 * and links are veth pairs. It needs root, or a system where ordinary users may make user namespaces.
 * <p>
 * Everything lives in a mount and network namespace of its own, which one holding process keeps alive. So names cannot collide
 * with others on the machine, and nothing is left behind: when this is closed, or this program dies in any way, the holder's
 * standard input ends, it goes, and the kernel takes the whole network back.
 * <p>
 * Safe for use by several threads, but for building.
 */
public final class NamespaceNetwork implements AutoCloseable {

    private static final Duration SET_UP_TIMEOUT = Duration.ofSeconds(30);

    /** Named on the node that a chain is traced from. */
    public static final String SOURCE = "source";

    /** Named on the node at the chain's other end. */
    public static final String TARGET = "target";

    /**
     * How a command ended.
     *
     * @param exitCode as the shell shows it
     */
    public record Result(int exitCode, String stdout, String stderr) {

        /** @throws IOException with all that is known, unless the command succeeded */
        public Result orThrow() throws IOException {
            if (exitCode != 0) {
                throw new IOException("exit code " + exitCode + ": " + stderr.strip() + " " + stdout.strip());
            }
            return this;
        }
    }

    private final Process holder;
    private final List<String> enter;
    private final Set<String> nodes = new LinkedHashSet<>();

    private NamespaceNetwork(Process holder, List<String> enter) {
        this.holder = holder;
        this.enter = enter;
    }

    /**
     * Opens an empty network.
     *
     * @throws IOException where this system does not let this user make namespaces; the message says why and what helps
     */
    public static NamespaceNetwork open() throws IOException {
        boolean root = isRoot();
        String ready = "ready";
        Process holder;
        try {
            holder = withSystemPrograms(new ProcessBuilder("unshare", root ? "-nm" : "-Urnm", "sh", "-c",
                    "mount -t tmpfs tmpfs /run && mkdir /run/netns && ip link set lo up && echo " + ready + " && exec cat"))
                    .start();
        } catch (IOException e) {
            throw new IOException("network namespaces need the program unshare (Debian package util-linux)", e);
        }
        BufferedReader out = holder.inputReader(StandardCharsets.UTF_8);
        if (!ready.equals(out.readLine())) {
            holder.getOutputStream().close();
            String why = new String(holder.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            throw new IOException("this system makes no network namespaces for this user: " + why
                    + " (run as root, or allow user namespaces: sudo sysctl kernel.unprivileged_userns_clone=1)");
        }
        List<String> enter = new ArrayList<>(List.of("nsenter", "-t", Long.toString(holder.pid()), "-m", "-n"));
        if (!root) {
            enter.addAll(List.of("-U", "--preserve-credentials"));
        }
        return new NamespaceNetwork(holder, List.copyOf(enter));
    }

    /** Why this system makes no such network for this user; empty where it does. */
    public static Optional<String> obstacle() {
        try {
            open().close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean isRoot() throws IOException {
        Process id = new ProcessBuilder("id", "-u").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip().equals("0");
    }

    /**
     * Opens a chain: {@code source - r1 - ... - rN - target}. The link behind node k (the source is node 0) has the networks
     * 10.9.k.0/24 and fd09:0:0:k::/64, with 1 at its left end and 2 at its right one. Routers answer from the address of the
     * interface that a packet came in by, without limits on their ICMP errors.
     *
     * @param routers 0 to 200
     */
    public static NamespaceNetwork chain(int routers) throws IOException {
        if (routers < 0 || routers > 200) {
            throw new IllegalArgumentException("a chain has 0 to 200 routers, not " + routers);
        }
        NamespaceNetwork network = open();
        try {
            for (int k = 0; k <= routers + 1; k++) {
                network.addNode(chainNode(k, routers));
            }
            for (int k = 0; k <= routers; k++) {
                network.link(chainNode(k, routers), "right", chainNode(k + 1, routers), "left");
            }
            for (int k = 0; k <= routers + 1; k++) {
                network.configureChainNode(k, routers);
            }
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static String chainNode(int k, int routers) {
        return k == 0 ? SOURCE : k == routers + 1 ? TARGET : "r" + k;
    }

    private void configureChainNode(int k, int routers) throws IOException {
        List<String> commands = new ArrayList<>();
        if (k > 0) {
            commands.add("addr add " + chainAddress(IpVersion.V4, k - 1, 2) + "/24 dev left");
            commands.add("addr add " + chainAddress(IpVersion.V6, k - 1, 2) + "/64 dev left nodad");
        }
        if (k <= routers) {
            commands.add("addr add " + chainAddress(IpVersion.V4, k, 1) + "/24 dev right");
            commands.add("addr add " + chainAddress(IpVersion.V6, k, 1) + "/64 dev right nodad");
            commands.add("route add default via " + chainAddress(IpVersion.V4, k, 2));
            commands.add("route add ::/0 via " + chainAddress(IpVersion.V6, k, 2));
        } else {
            commands.add("route add default via " + chainAddress(IpVersion.V4, k - 1, 1));
            commands.add("route add ::/0 via " + chainAddress(IpVersion.V6, k - 1, 1));
        }
        for (int left = 0; left < k - 1 && k <= routers; left++) {
            commands.add("route add 10.9." + left + ".0/24 via " + chainAddress(IpVersion.V4, k - 1, 1));
            commands.add("route add fd09:0:0:" + Integer.toHexString(left) + "::/64 via "
                    + chainAddress(IpVersion.V6, k - 1, 1));
        }
        String node = chainNode(k, routers);
        ip(node, commands);
    }

    /** An address in a {@link #chain}. @param end 1 for the left, 2 for the right end of the link behind node k */
    public static IpAddress chainAddress(IpVersion version, int link, int end) {
        return version == IpVersion.V4 ? IpAddress.v4(10 << 24 | 9 << 16 | link << 8 | end)
                : IpAddress.v6(0xfd09_0000_0000_0000L | link, end);
    }

    /** The addresses that a trace from end to end of a {@link #chain} passes, the target's last. */
    public static List<IpAddress> chainPath(IpVersion version, int routers) {
        return IntStream.rangeClosed(0, routers).mapToObj(link -> chainAddress(version, link, 2)).toList();
    }

    /** Adds a node: a namespace with loopback up, forwarding on, no address detection delays and no limits on ICMP. */
    public void addNode(String name) throws IOException {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException("a node is called like r1, not '" + name + "'");
        }
        // The limits per second are of the whole machine in older kernels and then cannot be written here: hence the || true.
        shell("ip netns add " + name + " && ip netns exec " + name + " sh -c '"
                + "cd /proc/sys/net\n"
                + "echo 1 > ipv4/ip_forward\n"
                + "echo 1 > ipv4/icmp_errors_use_inbound_ifaddr\n"
                + "echo 0 > ipv4/icmp_ratelimit\n"
                + "echo 0 > ipv4/icmp_ratemask\n"
                + "echo 100000 > ipv4/icmp_msgs_per_sec || true\n"
                + "echo 10000 > ipv4/icmp_msgs_burst || true\n"
                + "if [ -d ipv6 ]; then\n"
                + "echo 1 > ipv6/conf/all/forwarding\n"
                + "echo 0 > ipv6/conf/all/accept_dad; echo 0 > ipv6/conf/default/accept_dad\n"
                + "echo 0 > ipv6/icmp/ratelimit\n"
                + "fi\n"
                + "ip link set lo up' 2>/dev/null");
        nodes.add(name);
    }

    /** Connects two nodes by a veth pair, switches it on, and waits until the kernel sees it connected at both ends. */
    public void link(String left, String leftInterface, String right, String rightInterface) throws IOException {
        requireNode(left);
        requireNode(right);
        shell("ip link add " + leftInterface + " netns " + left + " type veth peer name " + rightInterface + " netns " + right
                + " && ip -n " + left + " link set " + leftInterface + " up && ip -n " + right + " link set "
                + rightInterface + " up\n"
                + untilUp(left, leftInterface) + untilUp(right, rightInterface));
    }

    private static String untilUp(String node, String interfaceName) {
        return "n=0; while ! ip -n " + node + " link show dev " + interfaceName
                + " | grep -q 'state UP'; do n=$((n+1)); [ $n -lt 500 ]; sleep 0.01; done\n";
    }

    /** Runs ip(8) in a node, once, with one command on each line. */
    public void ip(String node, List<String> commands) throws IOException {
        requireNode(node);
        shell("ip -n " + node + " -batch - <<'END'\n" + String.join("\n", commands) + "\nEND");
    }

    /** The names of the nodes. */
    public Set<String> nodes() {
        return Set.copyOf(nodes);
    }

    /**
     * A process that will run in a node. It starts in the root folder, so paths must be absolute; /run is empty.
     *
     * @param command the program and its arguments
     */
    public ProcessBuilder process(String node, String... command) {
        requireNode(node);
        List<String> line = new ArrayList<>(enter);
        line.addAll(List.of("ip", "netns", "exec", node));
        line.addAll(Arrays.asList(command));
        return withSystemPrograms(new ProcessBuilder(line));
    }

    /** An ordinary user's path leaves out the folders where Debian keeps network tools. */
    private static ProcessBuilder withSystemPrograms(ProcessBuilder builder) {
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        return builder;
    }

    /**
     * Runs a command in a node to its end.
     *
     * @throws IOException where it cannot be started or takes longer than the time-out
     */
    public Result run(String node, Duration timeout, String... command) throws IOException {
        return finish(process(node, command), timeout);
    }

    private void shell(String script) throws IOException {
        List<String> line = new ArrayList<>(enter);
        line.addAll(List.of("sh", "-ec", script));
        Result result = finish(withSystemPrograms(new ProcessBuilder(line)), SET_UP_TIMEOUT);
        if (result.exitCode() != 0) {
            throw new IOException("cannot set up the network: " + result.stderr().strip() + " in: " + script);
        }
    }

    private static Result finish(ProcessBuilder builder, Duration timeout) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("takes longer than " + timeout.toSeconds() + " s: " + builder.command());
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + builder.command(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, Thread::startVirtualThread);
    }

    private void requireNode(String name) {
        if (!nodes.contains(requireNonNull(name, "name"))) {
            throw new IllegalArgumentException("no node '" + name + "' in " + nodes);
        }
    }

    /** Takes the network back. Processes that still run in it keep their namespace until they end. */
    @Override
    public void close() {
        holder.destroy();
        try {
            if (!holder.waitFor(5, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (InterruptedException e) {
            holder.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
