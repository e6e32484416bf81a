package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.LabConnection;
import org.hopwarden.lab.NetworkStatistics;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink;

/**
 * Runs a {@link Simulation} for its ports: keeps the clock, and sees to it that one thread at a time is in the simulation.
 */
public final class Driver {

    private static final int FIRST_LOCAL_PORT = 32_768;
    private static final int LAST_LOCAL_PORT = 60_999;
    /** Not 0, so that a program that takes 0 for "no time" goes wrong nowhere. */
    private static final long START_NANOS = 1_000_000_000L;
    private static final byte[] SMALL_TALK = "still there?\n".getBytes(StandardCharsets.US_ASCII);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.DAYS.toNanos(366);

    private final Pace pace;
    private final Simulation simulation;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SoleUser soleUser = new SoleUser("a simulated network on virtual time is used by another thread right now;"
            + " give each thread a network of its own, or let the network run in real time");
    private final PacketView checked = new PacketView();
    private final long originNanos = System.nanoTime();
    /** On virtual time only. Written under the lock. */
    private volatile long virtualNanos = START_NANOS;

    public Driver(Topology topology, Pace pace) {
        this.pace = pace;
        Graph graph = new Graph(topology);
        this.simulation = new Simulation(graph, action -> locked(now -> {
            action.accept(now);
            return null;
        }));
        Map<FilterPlace, List<Topology.Filter>> places = topology.filters().stream()
                .collect(Collectors.groupingBy(Topology.Filter::place));
        places.forEach((place, filters) -> setFilter(place, Ruleset.of(filters)));
    }

    public Pace pace() {
        return pace;
    }

    public long nowNanos() {
        return pace.isVirtual() ? virtualNanos
                : START_NANOS + (long) ((System.nanoTime() - originNanos) * pace.speed());
    }

    public NetworkStatistics statistics() {
        lock.lock();
        try {
            return simulation.statistics();
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalArgumentException where there is no such place */
    public PacketFilter filter(FilterPlace place) {
        lock.lock();
        try {
            SimNode node = simulation.graph.node(place.node());
            return place.link().isEmpty() ? node.filter(place.direction())
                    : simInterface(node, place).filter(place.direction());
        } finally {
            lock.unlock();
        }
    }

    /** @return the filter that stood there */
    public PacketFilter setFilter(FilterPlace place, PacketFilter filter) {
        lock.lock();
        try {
            PacketFilter before = filter(place);
            SimNode node = simulation.graph.node(place.node());
            if (place.link().isEmpty()) {
                node.setFilter(place.direction(), filter);
            } else {
                simInterface(node, place).setFilter(place.direction(), filter);
            }
            return before;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether the expected filter stood there, and was replaced */
    public boolean replaceFilter(FilterPlace place, PacketFilter expected, PacketFilter replacement) {
        lock.lock();
        try {
            boolean stands = filter(place) == expected;
            if (stands) {
                setFilter(place, replacement);
            }
            return stands;
        } finally {
            lock.unlock();
        }
    }

    private static SimInterface simInterface(SimNode node, FilterPlace place) {
        String link = place.link().orElseThrow();
        return node.interfaces.stream().filter(each -> each.linkName().equals(link)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + node.name() + "' is not on a link '" + link + "'"));
    }

    public SimPort open(String nodeName) {
        lock.lock();
        try {
            SimNode node = simulation.graph.node(nodeName);
            SimPort port = new SimPort(this, node, pace.isVirtual() ? soleUser
                    : new SoleUser("a port of a simulated network is used by another thread right now; give each its own"));
            List<SimPort> ports = new ArrayList<>(List.of(node.ports));
            ports.add(port);
            node.ports = ports.toArray(SimPort[]::new);
            return port;
        } finally {
            lock.unlock();
        }
    }

    /** A port that only sends: it takes nothing in. */
    public SimPort openSender(String nodeName) {
        return new SimPort(this, simulation.graph.node(nodeName),
                new SoleUser("a stand-in of a simulated network sends in another thread right now; one thread sends"));
    }

    /** Does something with the simulation, which gets the time. */
    <T> T locked(LongFunction<T> action) {
        lock.lock();
        try {
            T result = action.apply(nowNanos());
            // A thread that waits must look again when the next arrival is.
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** @throws PacketPortException where no way leads there, or no port is free */
    public LabConnection connect(String nodeName, IpAddress to, int port) throws PacketPortException {
        lock.lock();
        try {
            SimNode node = simulation.graph.node(nodeName);
            IpAddress local = simulation.sourceFor(node, to).orElseThrow(() -> new PacketPortException(Reason.NO_ROUTE,
                    "no route from " + nodeName + " to " + to, "choose an address of the topology"));
            int localPort = node.reserve(IpProtocol.TCP, FIRST_LOCAL_PORT, LAST_LOCAL_PORT);
            if (localPort < 0) {
                throw new PacketPortException(Reason.FAILED, nodeName + " has no free TCP port",
                        "close ports that are no longer used");
            }
            return locked(now -> new DriverConnection(this,
                    simulation.tcp().connect(node, local, localPort, to, port, now)));
        } finally {
            lock.unlock();
        }
    }

    /** @throws PacketPortException as {@link #connect} */
    public LabConnection converse(String nodeName, IpAddress to, int port, Duration interval) throws PacketPortException {
        lock.lock();
        try {
            DriverConnection connection = (DriverConnection) connect(nodeName, to, port);
            locked(now -> {
                talk(connection.peer(), interval.toNanos(), now);
                return null;
            });
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private void talk(TcpPeer peer, long intervalNanos, long nowNanos) {
        if (peer.state() == TcpPeer.State.CLOSED) {
            return;
        }
        if (peer.state() == TcpPeer.State.ESTABLISHED && peer.isIdle()) {
            peer.send(SMALL_TALK, nowNanos);
        }
        simulation.tcp().at(nowNanos + intervalNanos, now -> talk(peer, intervalNanos, now));
    }

    /** The connections of a node that are established, whoever began them. */
    public List<LabConnection> connections(String nodeName) {
        return locked(_ -> TcpStack.established(simulation.graph.node(nodeName)).stream()
                .<LabConnection>map(peer -> new DriverConnection(this, peer)).toList());
    }

    /** Whether the node answers what comes to it. */
    public void setAnswers(String nodeName, boolean answers) {
        lock.lock();
        try {
            simulation.graph.node(nodeName).answers = answers;
        } finally {
            lock.unlock();
        }
    }

    void close(SimPort port) {
        port.closed = true;
        lock.lock();
        try {
            List<SimPort> ports = new ArrayList<>(List.of(port.node.ports));
            ports.remove(port);
            port.node.ports = ports.toArray(SimPort[]::new);
            port.reservations.forEach(each -> port.node.release(each.protocol(), each.port()));
            port.reservations.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void enter(SimPort port) throws PacketPortException {
        port.user.enter();
        if (port.closed) {
            port.user.leave();
            throw new PacketPortException(Reason.FAILED, "the port at " + port.node.name() + " is closed", "open a new one");
        }
        lock.lock();
    }

    private void leave(SimPort port) {
        lock.unlock();
        port.user.leave();
    }

    IpAddress sourceFor(SimPort port, IpAddress destination) throws PacketPortException {
        enter(port);
        try {
            return simulation.sourceFor(port.node, destination).orElseThrow(() -> noRoute(port, destination));
        } finally {
            leave(port);
        }
    }

    private static PacketPortException noRoute(SimPort port, IpAddress destination) {
        return new PacketPortException(Reason.NO_ROUTE, "no route from " + port.node.name() + " to " + destination,
                "choose an address of the topology");
    }

    int reserve(SimPort port, int protocol, IpAddress local) throws PacketPortException {
        switch (protocol) {
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6 -> { }
            default -> throw new IllegalArgumentException("only TCP, UDP and ICMP echo have local ports, not protocol "
                    + protocol);
        }
        enter(port);
        try {
            if (!local.isLoopback() && simulation.graph.owner(local).orElse(null) != port.node) {
                throw new PacketPortException(Reason.FAILED, local + " is no address of " + port.node.name(),
                        "use an address of that node");
            }
            int free = port.node.reserve(protocol, FIRST_LOCAL_PORT, LAST_LOCAL_PORT);
            if (free < 0) {
                throw new PacketPortException(Reason.FAILED, port.node.name() + " has no free "
                        + IpProtocol.name(protocol) + " port", "close ports that are no longer used");
            }
            port.reservations.add(new SimPort.Reservation(protocol, free));
            return free;
        } finally {
            leave(port);
        }
    }

    void send(SimPort port, MemorySegment segment) throws PacketPortException {
        enter(port);
        try {
            Packet packet = copy(segment);
            long now = nowNanos();
            if (!pace.isVirtual()) {
                runDue(now);
                // A thread that waits must look again when the next arrival is.
                changed.signalAll();
            }
            switch (simulation.send(port.node, packet, now)) {
                case SENT -> { }
                case NO_ROUTE -> throw noRoute(port, PacketView.of(packet.bytes).destination());
                case HOST_UNREACHABLE -> throw new PacketPortException(Reason.NO_ROUTE, "no node on the link of "
                        + port.node.name() + " has the address " + PacketView.of(packet.bytes).destination(),
                        "choose an address of the topology");
                case TOO_BIG -> throw new PacketPortException(Reason.REFUSED, "the packet of " + packet.length
                        + " bytes is longer than the MTU of the link, and may not be cut up", "send a shorter packet");
                case FILTERED -> throw new PacketPortException(Reason.REFUSED, "a filter of " + port.node.name()
                        + " drops this packet on its way out", "change the filter of its 'out' hook, or of the interface");
            }
        } finally {
            leave(port);
        }
    }

    private Packet copy(MemorySegment segment) throws PacketPortException {
        if (segment.byteSize() > 0xffff + 40 || !checked.wrap(segment, 0, segment.byteSize())) {
            throw malformed("what was to be sent is no IP packet");
        }
        long stated = checked.isV6() ? 40 + checked.shortAt(4) : checked.shortAt(2);
        if (stated > segment.byteSize() || stated < 20) {
            throw malformed("the packet states " + stated + " bytes and has " + segment.byteSize());
        }
        byte[] bytes = new byte[(int) stated];
        MemorySegment.copy(segment, 0, MemorySegment.ofArray(bytes), 0, stated);
        return new Packet(MemorySegment.ofArray(bytes));
    }

    private static PacketPortException malformed(String message) {
        return new PacketPortException(Reason.FAILED, message, "send a whole packet that starts with its IP header");
    }

    int receive(SimPort port, PacketSink sink, long deadlineNanos) throws PacketPortException {
        port.user.enter();
        try {
            ArrayDeque<SimPort.Arrival> arrivals;
            lock.lock();
            try {
                if (!(pace.isVirtual() ? runUntilArrival(port, deadlineNanos) : waitForArrival(port, deadlineNanos))) {
                    return 0;
                }
                arrivals = port.take();
            } finally {
                lock.unlock();
            }
            int count = arrivals.size();
            try {
                for (SimPort.Arrival arrival; (arrival = arrivals.poll()) != null;) {
                    sink.packet(arrival.bytes(), 0, (int) arrival.bytes().byteSize(), arrival.timeNanos(),
                            arrival.direction());
                }
            } finally {
                arrivals.clear();
                port.giveBack(arrivals);
            }
            return count;
        } finally {
            port.user.leave();
        }
    }

    private boolean runUntilArrival(SimPort port, long deadlineNanos) throws PacketPortException {
        while (!port.closed) {
            if (port.hasArrivals()) {
                return true;
            }
            long next = simulation.nextTimeNanos();
            if (next != Simulation.NEVER && next <= Math.max(deadlineNanos, virtualNanos)) {
                virtualNanos = Math.max(virtualNanos, next);
                simulation.step();
            } else if (deadlineNanos - virtualNanos > LONGEST_WAIT_NANOS && next == Simulation.NEVER) {
                throw new PacketPortException(Reason.FAILED, "nothing is under way in the simulated network, so this wait"
                        + " would never end", "wait until a deadline");
            } else {
                virtualNanos = Math.max(virtualNanos, deadlineNanos);
                return false;
            }
        }
        return false;
    }

    private boolean waitForArrival(SimPort port, long deadlineNanos) throws PacketPortException {
        while (!port.closed) {
            long now = nowNanos();
            if (runDue(now)) {
                changed.signalAll();
            }
            if (port.hasArrivals()) {
                return true;
            }
            if (now >= deadlineNanos) {
                return false;
            }
            long wake = Math.min(deadlineNanos, simulation.nextTimeNanos());
            try {
                changed.awaitNanos((long) Math.ceil((wake - now) / pace.speed()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PacketPortException(Reason.FAILED, "waiting for packets was interrupted", "");
            }
        }
        return false;
    }

    /** Whether anything happened. */
    private boolean runDue(long nowNanos) {
        boolean stepped = false;
        while (simulation.nextTimeNanos() <= nowNanos) {
            simulation.step();
            stepped = true;
        }
        return stepped;
    }
}
