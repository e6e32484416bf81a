package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.TunDevice;

/**
 * A simulated network in real time behind a TUN device in a network namespace of its own: every program that runs there is at the
 * topology's viewpoint, with its addresses, and has the simulated network for its world. Needs root, ip(8) and TUN devices.
 * <p>
 * A small shell process keeps watch: when this is closed, or this program ends in any way, it takes the namespace back.
 */
public final class LiveLab implements AutoCloseable {

    /** The interface in the namespace. */
    public static final String INTERFACE = "lab0";

    private static final int USUAL_MTU = 1500;
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String name;
    private final TunDevice tun;
    private final Process watch;
    private final SimulatedNetwork network;
    private final StandIn viewpoint;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;
    private volatile PacketPortException failure;

    private LiveLab(String name, TunDevice tun, Process watch, SimulatedNetwork network) {
        this.name = name;
        this.tun = tun;
        this.watch = watch;
        this.network = network;
        this.viewpoint = network.standIn(network.topology().viewpoint());
    }

    /**
     * Starts a network.
     *
     * @param verb the verb of the command line with its arguments, which the remedy names where rights are missing
     * @throws PacketPortException {@code NO_RIGHTS} or {@code NOT_AVAILABLE} with what helps
     */
    public static LiveLab start(Topology topology, String verb) throws PacketPortException {
        requireNonNull(topology, "topology");
        String id = Long.toString(ProcessHandle.current().pid(), 36);
        TunDevice tun = TunDevice.open("hwlab%d", verb);
        String name = "hopwarden-" + tun.name().substring(2) + "-" + id;
        Process watch = null;
        try {
            // The signals of Ctrl-C reach the whole process group; the watch stays until its input ends.
            watch = start("trap '' INT TERM HUP; cat; ip netns del " + name + "; rm -rf /etc/netns/" + name);
            run("ip netns add " + name + "\n" + hosts(topology, name) + configuration(topology, tun.name(), name), verb);
            LiveLab lab = new LiveLab(name, tun, watch, SimulatedNetwork.of(topology, Pace.REAL_TIME));
            lab.work();
            return lab;
        } catch (PacketPortException | RuntimeException e) {
            tun.close();
            if (watch != null) {
                end(watch);
            }
            throw e;
        }
    }

    /** Programs there find the names of the topology, and no name server, so that none waits for one. */
    private static String hosts(Topology topology, String name) {
        StringBuilder hosts = new StringBuilder("127.0.0.1 localhost\n::1 localhost\n");
        for (Topology.Node node : topology.nodes()) {
            List<String> names = new ArrayList<>(node.names());
            names.add(node.name());
            for (IpAddress address : topology.addresses(node)) {
                hosts.append(address).append(' ').append(String.join(" ", names)).append('\n');
            }
        }
        String folder = "/etc/netns/" + name;
        return "mkdir -p " + folder + "\ncat >" + folder + "/hosts <<'END'\n" + hosts + "END\n"
                + "printf 'nameserver 127.0.0.1\\noptions timeout:1 attempts:1\\n' >" + folder + "/resolv.conf\n";
    }

    private static String configuration(Topology topology, String device, String name) {
        String host = topology.viewpoint();
        Topology.Node node = topology.node(host).orElseThrow();
        int mtu = topology.links().stream().filter(link -> link.end(host).isPresent()).mapToInt(Topology.Link::mtuBytes)
                .min().orElse(USUAL_MTU);
        StringBuilder script = new StringBuilder();
        script.append("ip link set ").append(device).append(" netns ").append(name).append(" name ").append(INTERFACE)
                .append('\n');
        String inside = "ip -n " + name + " ";
        script.append(inside).append("link set lo up\n");
        // Nothing may speak of its own accord: no link-local address, no router solicitations.
        script.append(inside).append("link set ").append(INTERFACE).append(" addrgenmode none\n");
        script.append(inside).append("link set ").append(INTERFACE).append(" mtu ")
                .append(mtu == Topology.Link.NO_MTU ? USUAL_MTU : mtu).append(" up\n");
        boolean[] has = new boolean[IpVersion.values().length];
        for (IpAddress address : topology.addresses(node)) {
            script.append(inside).append("addr add ").append(address).append('/').append(address.version().addressBits())
                    .append(" dev ").append(INTERFACE).append(address.isV6() ? " nodad\n" : "\n");
            if (!has[address.version().ordinal()]) {
                has[address.version().ordinal()] = true;
                // A device like this wants no gateway, but nmap takes whatever it reaches without one for a neighbour.
                String gateway = gateway(topology, host, address.version()).map(via -> "via " + via + " onlink ").orElse("");
                script.append(inside).append(address.isV6() ? "-6 " : "").append("route add default ").append(gateway).append("dev ")
                        .append(INTERFACE).append(" src ").append(source(topology, node, address)).append('\n');
            }
        }
        return script.toString();
    }

    /** The address of the first router that is on a link with the host. */
    private static Optional<IpAddress> gateway(Topology topology, String host, IpVersion version) {
        return topology.links().stream().filter(link -> link.end(host).isPresent()).flatMap(link -> link.ends().stream())
                .filter(end -> topology.node(end.node()).filter(Topology.Node::isRouter).isPresent())
                .flatMap(end -> end.address(version).stream()).findFirst();
    }

    /** That of the first link, as packets bear it; a loopback address only where there is no other. */
    private static IpAddress source(Topology topology, Topology.Node node, IpAddress otherwise) {
        return topology.links().stream().flatMap(link -> link.end(node.name()).stream())
                .flatMap(end -> end.address(otherwise.version()).stream()).findFirst().orElse(otherwise);
    }

    private static Process start(String script) throws PacketPortException {
        try {
            return new ProcessBuilder("sh", "-c", script).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "the shell cannot be started: " + e.getMessage(), "");
        }
    }

    private static void run(String script, String verb) throws PacketPortException {
        try {
            Process process = new ProcessBuilder("sh", "-ec", script).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0) {
                return;
            }
            boolean rights = said.contains("ermitted") || said.contains("denied");
            boolean missing = said.contains("not found");
            throw new PacketPortException(rights ? Reason.NO_RIGHTS : missing ? Reason.NOT_AVAILABLE : Reason.FAILED,
                    "cannot set up the namespace: " + said,
                    rights ? "Run: sudo ./hopwarden " + verb : missing ? "Run: sudo apt-get install iproute2" : "");
        } catch (IOException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "the shell cannot be started: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PacketPortException(Reason.FAILED, "interrupted while the namespace was set up", "");
        }
    }

    private void work() {
        threads.add(Thread.ofPlatform().daemon().name("lab out").start(() -> loop(this::carryOut)));
        threads.add(Thread.ofPlatform().daemon().name("lab in").start(() -> loop(this::carryIn)));
    }

    @FunctionalInterface
    private interface Turn {
        void run() throws PacketPortException;
    }

    private void loop(Turn turn) {
        try {
            while (!closed) {
                turn.run();
            }
        } catch (PacketPortException e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    private void carryOut() throws PacketPortException {
        tun.read(this::send, WAIT_NANOS);
    }

    private void send(MemorySegment packet) throws PacketPortException {
        try {
            viewpoint.send(packet);
        } catch (PacketPortException e) {
            if (closed) {
                throw e;
            }
            // As on a cable that leads nowhere: the network has no place for this packet, and the next one may be better.
        }
    }

    private void carryIn() throws PacketPortException {
        viewpoint.receive((segment, offset, length, timeNanos, direction) -> write(segment.asSlice(offset, length)),
                viewpoint.nowNanos() + WAIT_NANOS);
    }

    private void write(MemorySegment packet) {
        try {
            tun.write(packet);
        } catch (PacketPortException e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    /** The name of the namespace, for {@code ip netns exec NAME ...}. */
    public String namespace() {
        return name;
    }

    public SimulatedNetwork network() {
        return network;
    }

    /** A command that will run in the namespace. */
    public ProcessBuilder process(List<String> command) {
        List<String> line = new ArrayList<>(List.of("ip", "netns", "exec", name));
        line.addAll(command);
        return new ProcessBuilder(line);
    }

    /** As {@link #process(List)}. */
    public ProcessBuilder process(String... command) {
        return process(Arrays.asList(command));
    }

    /** @throws PacketPortException where the network has come to an end by itself */
    public void check() throws PacketPortException {
        PacketPortException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Takes the namespace back. Programs that still run there keep it without its network until they end. */
    @Override
    public void close() {
        closed = true;
        tun.close();
        viewpoint.close();
        for (Thread thread : threads) {
            join(thread);
        }
        end(watch);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process watch) {
        try {
            watch.getOutputStream().close();
            watch.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            watch.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
