package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.TcpConnection;

/** A port at a node of a simulated network. All state but {@link #closed} is guarded by the driver's lock. */
final class SimPort implements PacketPort {

    /** Like a socket's buffer, but wide enough for a burst of a million probes. */
    private static final int MAX_WAITING = 1 << 21;
    private static final int LONGEST_PACKET = 0xffff;

    record Arrival(MemorySegment bytes, long timeNanos, PacketSink.Direction direction) {
    }

    record Reservation(int protocol, int port) {
    }

    final SimNode node;
    final SoleUser user;
    final List<Reservation> reservations = new ArrayList<>();
    volatile boolean closed;
    private final Driver driver;
    private final RandomStream random;
    private ArrayDeque<Arrival> waiting = new ArrayDeque<>();
    private ArrayDeque<Arrival> spare = new ArrayDeque<>();

    SimPort(Driver driver, SimNode node, SoleUser user) {
        this.driver = driver;
        this.node = node;
        this.user = user;
        random = new RandomStream(RandomStream.derive(0, node.name()));
    }

    @Override
    public long nowNanos() {
        return driver.nowNanos();
    }

    @Override
    public IpAddress sourceFor(IpAddress destination) throws PacketPortException {
        return driver.sourceFor(this, destination);
    }

    @Override
    public int mtuBytes(IpAddress destination) throws PacketPortException {
        IpAddress source = sourceFor(destination);
        return node.interfaces.stream().filter(each -> source.equals(each.address(source.version())))
                .mapToInt(each -> each.link.mtuBytes).map(mtu -> Math.min(mtu, LONGEST_PACKET)).findFirst().orElse(LONGEST_PACKET);
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
        return driver.reserve(this, protocol, local);
    }

    @Override
    public int randomNumber() {
        return (int) random.next();
    }

    @Override
    public List<TcpConnection> connections() {
        return driver.connections(node.name()).stream().map(each -> new TcpConnection(each.local(), each.localPort(), each.remote(),
                each.remotePort())).toList();
    }

    @Override
    public void send(MemorySegment packet) throws PacketPortException {
        driver.send(this, packet);
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
        return driver.receive(this, sink, deadlineNanos);
    }

    @Override
    public void close() {
        driver.close(this);
    }

    /** Whether the buffer had room. */
    boolean offer(MemorySegment bytes, long timeNanos, PacketSink.Direction direction) {
        if (waiting.size() >= MAX_WAITING) {
            return false;
        }
        waiting.add(new Arrival(bytes, timeNanos, direction));
        return true;
    }

    boolean hasArrivals() {
        return !waiting.isEmpty();
    }

    /** Takes all that came in; to be given back with {@link #giveBack} so that it can be used again. */
    ArrayDeque<Arrival> take() {
        ArrayDeque<Arrival> taken = waiting;
        waiting = spare != null ? spare : new ArrayDeque<>();
        spare = null;
        return taken;
    }

    void giveBack(ArrayDeque<Arrival> emptied) {
        spare = emptied;
    }
}
