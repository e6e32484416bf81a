package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

import org.hopwarden.lab.internal.Driver;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;

/**
 * A network in this process that carries real packets: routers decrement TTLs and send ICMP errors, hosts answer echo
 * requests, TCP segments and UDP datagrams, links take time and lose packets, filters drop.
 * <p>
 * On virtual time ({@link Pace#VIRTUAL}) there is one clock for all ports, and a port that waits moves it on. So all ports of
 * such a network together are used by one thread at a time: a call that overlaps with one of another thread is refused with
 * an {@link IllegalStateException}. Two ports used in turn see the same clock; a packet that came in while the other one
 * waited bears the time at which it came in.
 * <p>
 * On the wall clock each port is used by one thread at a time, and different ports may be used by different threads at once.
 * <p>
 * Everything in this class and {@link PacketPort#close} may be called from any thread.
 */
public final class SimulatedNetwork {

    private final Topology topology;
    private final Driver driver;

    private SimulatedNetwork(Topology topology, Pace pace) {
        this.topology = requireNonNull(topology, "topology");
        this.driver = new Driver(topology, requireNonNull(pace, "pace"));
    }

    /** A network on virtual time. */
    public static SimulatedNetwork of(Topology topology) {
        return new SimulatedNetwork(topology, Pace.VIRTUAL);
    }

    /** A network whose clock starts now and runs at this pace. */
    public static SimulatedNetwork of(Topology topology, Pace pace) {
        return new SimulatedNetwork(topology, pace);
    }

    public Topology topology() {
        return topology;
    }

    public Pace pace() {
        return driver.pace();
    }

    /** The time of the network in nanoseconds, the clock of every port's stamps. Its zero means nothing. */
    public long nowNanos() {
        return driver.nowNanos();
    }

    /**
     * Opens a port at a host or router. It gets what the node's own filter lets in, like a raw socket, and reports what the
     * node sends. A node may have several ports: each gets everything.
     *
     * @throws IllegalArgumentException where no node has that name
     */
    public PacketPort port(String nodeName) {
        Topology.Node node = topology.node(nodeName).orElseThrow(() -> noNode(nodeName));
        return driver.open(node.name());
    }

    /** Opens a port at the host from which traces start. */
    public PacketPort viewpointPort() {
        return port(topology.viewpoint());
    }

    /**
     * Begins a TCP connection at a host. The handshake takes its time, which must pass for it.
     *
     * @param port of a service, 1 to 65535
     * @throws PacketPortException where no way leads there
     * @throws IllegalArgumentException where no node has that name
     */
    public LabConnection connect(String nodeName, IpAddress to, int port) throws PacketPortException {
        return driver.connect(topology.node(nodeName).orElseThrow(() -> noNode(nodeName)).name(), to, port);
    }

    /**
     * Begins a TCP connection at a host, as {@link #connect}, and has a program there say a few bytes on it again and again, whenever
     * the ones before have arrived: a live connection, such as a trace may be made inside of.
     *
     * @param interval from one time to the next
     * @throws PacketPortException where no way leads there
     * @throws IllegalArgumentException where no node has that name, or the interval is not positive
     */
    public LabConnection converse(String nodeName, IpAddress to, int port, Duration interval) throws PacketPortException {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("the interval is longer than 0, not " + interval);
        }
        return driver.converse(topology.node(nodeName).orElseThrow(() -> noNode(nodeName)).name(), to, port, interval);
    }

    /**
     * The established connections of a host, whoever began them: what a system's socket table shows.
     *
     * @throws IllegalArgumentException where no node has that name
     */
    public List<LabConnection> connections(String nodeName) {
        return driver.connections(topology.node(nodeName).orElseThrow(() -> noNode(nodeName)).name());
    }

    /**
     * Opens what stands in for a host: from now on the host answers nothing by itself, until that is closed.
     *
     * @throws IllegalArgumentException where no node has that name
     * @throws IllegalStateException on virtual time
     */
    public StandIn standIn(String nodeName) {
        if (pace().isVirtual()) {
            throw new IllegalStateException("on virtual time nothing can stand in for a node: time would not pass for it");
        }
        Topology.Node node = topology.node(nodeName).orElseThrow(() -> noNode(nodeName));
        return new StandIn(driver, node.name());
    }

    /** The addresses behind a name: see {@link Topology#lookup}. */
    public List<IpAddress> lookup(String hostName) {
        return topology.lookup(hostName);
    }

    /** What became of all packets so far. */
    public NetworkStatistics statistics() {
        return driver.statistics();
    }

    /**
     * The filter that stands at a place now.
     *
     * @throws IllegalArgumentException where there is no such place
     */
    public PacketFilter filter(FilterPlace place) {
        return driver.filter(known(place));
    }

    /**
     * Puts a filter in the place of the one that stands there, at first those that the topology has. Each packet is decided by
     * the one or by the other: nothing passes in between. When this returns, the old one is not asked any more.
     *
     * @return the filter that stood there
     * @throws IllegalArgumentException where there is no such place
     */
    public PacketFilter setFilter(FilterPlace place, PacketFilter filter) {
        return driver.setFilter(known(place), requireNonNull(filter, "filter"));
    }

    /** As {@link #setFilter(FilterPlace, PacketFilter)}, at a node's own hook. */
    public PacketFilter setFilter(String nodeName, PacketFilter.Direction direction, PacketFilter filter) {
        return setFilter(FilterPlace.at(nodeName, direction), filter);
    }

    /** As {@link #setFilter(FilterPlace, PacketFilter)}, at an interface. */
    public PacketFilter setFilter(String nodeName, String linkName, PacketFilter.Direction direction, PacketFilter filter) {
        return setFilter(FilterPlace.at(nodeName, linkName, direction), filter);
    }

    /**
     * As {@link #setFilter(FilterPlace, PacketFilter)}, but only where a certain filter stands at the place.
     *
     * @param expected told by identity
     * @return whether it stood there, and was replaced
     * @throws IllegalArgumentException where there is no such place
     */
    public boolean replaceFilter(FilterPlace place, PacketFilter expected, PacketFilter replacement) {
        return driver.replaceFilter(known(place), requireNonNull(expected, "expected"),
                requireNonNull(replacement, "replacement"));
    }

    /** With the node's name as the topology has it. */
    private FilterPlace known(FilterPlace place) {
        Topology.Node node = topology.node(place.node()).orElseThrow(() -> noNode(place.node()));
        return new FilterPlace(node.name(), place.link(), place.direction());
    }

    private IllegalArgumentException noNode(String name) {
        return new IllegalArgumentException("no node of '" + topology.name() + "' is called '" + name + "'");
    }
}
