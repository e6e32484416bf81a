package org.hopwarden.capture.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;
import org.hopwarden.packetio.TraceFilter;

/**
 * The port of a host whose packets go through libpcap or Npcap. Its clock is the system's, which the library stamps packets with.
 * It sees what passes the interface towards the target, and that alone; packets leave past the host's own firewall and NAT.
 */
final class PcapPort implements PacketPort {

    private static final int MOST_WAITING = 1 << 16;
    /** How often it is looked whether the capture still runs. */
    private static final long WATCH_NANOS = 500_000_000;
    private static final int LONGEST_PACKET = 0xffff;

    private record Arrival(CapturedFrame frame, int ipOffset, Direction direction) {
    }

    /** Ends a wait. */
    private static final Arrival END = new Arrival(null, 0, Direction.RECEIVED);

    /** How packets get to a destination. */
    private record Way(PcapLink link, byte[] header) {
    }

    private final TraceFilter filter;
    private final HeldPorts localPorts = new HeldPorts();
    /** More of them are dropped, as the kernel drops what a full socket cannot hold. */
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<String, PcapLink> links = new ConcurrentHashMap<>();
    private final Map<IpAddress, Way> ways = new HashMap<>();
    private volatile boolean closing;

    PcapPort(TraceFilter filter) throws PacketPortException {
        this.filter = filter;
        try {
            way(filter.target());
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public long nowNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    @Override
    public IpAddress sourceFor(IpAddress destination) throws PacketPortException {
        return HostRoute.to(destination, filter.interfaceName()).source();
    }

    @Override
    public int mtuBytes(IpAddress destination) throws PacketPortException {
        try {
            return PcapLink.mtuBytes(HostRoute.to(destination, filter.interfaceName()).interfaceOut());
        } catch (SocketException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "the interface towards " + destination + " has disappeared",
                    "See: hopwarden interfaces");
        }
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
        return reserveLocalPort(protocol, local, 0);
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local, int wanted) throws PacketPortException {
        requireOpen();
        return localPorts.reserve(protocol, local, wanted);
    }

    @Override
    public List<TcpConnection> connections() throws PacketPortException {
        return System.getProperty("os.name", "").equals("Linux") ? TcpConnections.ofHost() : List.of();
    }

    @Override
    public void send(MemorySegment packet) throws PacketPortException {
        requireOpen();
        int length = (int) Math.min(packet.byteSize(), Integer.MAX_VALUE);
        int version = length == 0 ? 0 : packet.get(JAVA_BYTE, 0) >>> 4 & 0xf;
        boolean v4 = version == 4;
        if (!v4 && version != 6 || length < (v4 ? 20 : 40) || length > LONGEST_PACKET) {
            throw new IllegalArgumentException("neither an IPv4 nor an IPv6 packet, of " + length + " bytes");
        }
        IpAddress to = v4 ? IpAddress.read(packet, 16, IpVersion.V4) : IpAddress.read(packet, 24, IpVersion.V6);
        Way way = way(to);
        if (length > way.link.mtuBytes()) {
            throw new PacketPortException(Reason.REFUSED, "the packet of " + length + " bytes to " + to
                    + " is larger than the MTU of the interface", "Send smaller probes.");
        }
        byte[] frame = new byte[way.header.length + length];
        System.arraycopy(way.header, 0, frame, 0, way.header.length);
        MemorySegment.copy(packet, JAVA_BYTE, 0, frame, way.header.length, length);
        way.link.send(frame, to);
    }

    private Way way(IpAddress destination) throws PacketPortException {
        Way known = ways.get(destination);
        if (known != null) {
            return known;
        }
        NetworkInterface outBy = HostRoute.to(destination, filter.interfaceName()).interfaceOut();
        try {
            PcapLink link = links.get(outBy.getName());
            if (link == null) {
                link = new PcapLink(outBy, filter, this::take);
                links.put(outBy.getName(), link);
                if (closing) {
                    link.close();
                }
            }
            requireOpen();
            Way way = new Way(link, link.headerTo(destination, filter.interfaceName().isPresent() ? outBy : null));
            ways.put(destination, way);
            return way;
        } catch (CaptureException e) {
            throw PcapFaults.of(e, System.getProperty("os.name", ""));
        }
    }

    private void take(CapturedFrame frame, int ipOffset, Direction direction) {
        if (!closing) {
            arrivals.offer(new Arrival(frame, ipOffset, direction));
        }
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
        int count = 0;
        Arrival next = closing ? END : await(deadlineNanos);
        while (next != null && !closing) {
            byte[] bytes = next.frame.bytes();
            sink.packet(MemorySegment.ofArray(bytes), next.ipOffset, bytes.length - next.ipOffset, next.frame.timeNanos(),
                    next.direction);
            count++;
            next = arrivals.poll();
        }
        return count;
    }

    /** Not ended by an interrupt, as little as the wait of a port on sockets. @return null where the deadline passed first */
    private Arrival await(long deadlineNanos) throws PacketPortException {
        boolean interrupted = false;
        try {
            Arrival next = arrivals.poll();
            while (next == null && !closing) {
                requireRunning();
                long now = nowNanos();
                if (now >= deadlineNanos) {
                    return null;
                }
                try {
                    // The subtraction cannot overflow: now is positive.
                    next = arrivals.poll(Math.min(deadlineNanos - now, WATCH_NANOS), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return next;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void requireRunning() throws PacketPortException {
        try {
            for (PcapLink link : links.values()) {
                link.requireRunning();
            }
        } catch (CaptureException e) {
            throw PcapFaults.of(e, System.getProperty("os.name", ""));
        }
    }

    private void requireOpen() throws PacketPortException {
        if (closing) {
            throw new PacketPortException(Reason.FAILED, "the port is closed", "");
        }
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        arrivals.clear();
        arrivals.offer(END);
        localPorts.close();
        // The library takes its time to let go of an interface.
        List<PcapLink> open = List.copyOf(links.values());
        Thread.ofPlatform().daemon().name("pcap port close").start(() -> open.forEach(PcapLink::close));
    }
}
