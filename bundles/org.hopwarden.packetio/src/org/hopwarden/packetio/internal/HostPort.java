package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;
import org.hopwarden.packetio.TraceFilter;

/**
 * The port of this host on Linux. Its clock is the real-time clock, for that is the one the kernel stamps packets with; so a
 * step of the clock shows in the times of what was under way.
 */
public final class HostPort implements PacketPort {

    private static final long LONGEST_POLL_NANOS = 3_600_000_000_000L;

    /** Held while native memory or a socket is in use, so that close() frees neither under a call of the kernel. */
    private final ReentrantLock inUse = new ReentrantLock();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment time = arena.allocate(16, 8);
    private final LocalPorts localPorts = new LocalPorts();
    private final LocalEnds ends = new LocalEnds();
    private final Map<IpVersion, RawSender> senders = new EnumMap<>(IpVersion.class);
    private final TraceFilter filter;
    private WakeUp wakeUp;
    private PacketReceiver receiver;
    private long missed;
    private volatile boolean closing;
    private boolean closed;

    public HostPort(TraceFilter filter) throws PacketPortException {
        this.filter = filter;
        try {
            wakeUp = new WakeUp(arena);
            sender(filter.target().version());
            receiver = new PacketReceiver(arena, filter);
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public long nowNanos() {
        inUse.lock();
        try {
            // After close() the answer needs no native memory, so that a thread whose port was closed can still finish.
            return closed ? System.currentTimeMillis() * 1_000_000 : readClock();
        } finally {
            inUse.unlock();
        }
    }

    private long readClock() {
        Libc.clockGettime(Linux.CLOCK_REALTIME, time);
        return time.get(JAVA_LONG, 0) * 1_000_000_000 + time.get(JAVA_LONG, 8);
    }

    @Override
    public IpAddress sourceFor(IpAddress destination) throws PacketPortException {
        return LocalPorts.sourceFor(destination, filter.interfaceName());
    }

    @Override
    public int mtuBytes(IpAddress destination) throws PacketPortException {
        return LocalPorts.mtuBytes(sourceFor(destination), filter.interfaceName());
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
        return reserveLocalPort(protocol, local, 0);
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local, int wanted) throws PacketPortException {
        inUse.lock();
        try {
            requireOpen();
            int port = localPorts.reserve(protocol, local, wanted);
            narrow(protocol, local, port);
            return port;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public void expectLocalPort(int protocol, IpAddress local, int port) throws PacketPortException {
        inUse.lock();
        try {
            requireOpen();
            narrow(protocol, local, port);
        } finally {
            inUse.unlock();
        }
    }

    private void narrow(int protocol, IpAddress local, int port) throws PacketPortException {
        if (local.version() == filter.target().version() && ends.add(protocol, local, port)) {
            receiver.narrow(ends);
        }
    }

    @Override
    public long missedPackets() {
        inUse.lock();
        try {
            missed = closed ? missed : receiver.missed();
            return missed;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public List<TcpConnection> connections() throws PacketPortException {
        return TcpConnections.ofHost();
    }

    @Override
    public void send(MemorySegment packet) throws PacketPortException {
        inUse.lock();
        try {
            requireOpen();
            sender(versionOf(packet.byteSize() == 0 ? 0 : packet.get(JAVA_BYTE, 0))).send(packet);
        } finally {
            inUse.unlock();
        }
    }

    /** Sends those that are of the first one's IP version: the others need another socket. */
    @Override
    public int send(PacketBatch batch, int from) throws PacketPortException {
        inUse.lock();
        try {
            requireOpen();
            int end = from;
            IpVersion version = null;
            while (end < batch.size()) {
                IpVersion next = versionOf(batch.lengthBytes(end) == 0 ? 0 : batch.data().get(JAVA_BYTE, batch.offset(end)));
                if (version != null && next != version) {
                    break;
                }
                version = next;
                end++;
            }
            return version == null ? 0 : sender(version).send(batch, from, end);
        } finally {
            inUse.unlock();
        }
    }

    private static IpVersion versionOf(byte first) {
        return switch (first >>> 4 & 0xf) {
            case 4 -> IpVersion.V4;
            case 6 -> IpVersion.V6;
            default -> throw new IllegalArgumentException("neither an IPv4 nor an IPv6 packet");
        };
    }

    private RawSender sender(IpVersion version) throws PacketPortException {
        RawSender sender = senders.get(version);
        if (sender == null) {
            sender = new RawSender(arena, version, wakeUp, filter.interfaceName());
            senders.put(version, sender);
        }
        return sender;
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
        inUse.lock();
        try {
            while (!closing) {
                int count = receiver.take();
                long now = readClock();
                if (count > 0) {
                    return deliver(count, sink, now);
                }
                if (now >= deadlineNanos) {
                    return 0;
                }
                // The subtraction of a deadline far ahead cannot overflow: now is positive.
                wakeUp.await(receiver.fd(), Linux.POLLIN, Math.min(deadlineNanos - now, LONGEST_POLL_NANOS));
            }
            return 0;
        } finally {
            inUse.unlock();
        }
    }

    /** @return how many were handed over: all, unless the sink closed this port */
    private int deliver(int count, PacketSink sink, long nowNanos) {
        int delivered = 0;
        try {
            while (delivered < count && !closing) {
                receiver.deliver(delivered, sink, nowNanos);
                delivered++;
            }
            return delivered;
        } finally {
            if (!closed) {
                receiver.release(count);
            }
        }
    }

    private void requireOpen() throws PacketPortException {
        if (closing) {
            throw new PacketPortException(Reason.FAILED, "the port is closed", "");
        }
    }

    @Override
    public void close() {
        closing = true;
        // Before the lock, which a waiting receive holds.
        if (wakeUp != null) {
            wakeUp.signal();
        }
        inUse.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            senders.values().forEach(RawSender::close);
            localPorts.close();
            if (wakeUp != null) {
                wakeUp.close();
            }
            if (receiver == null) {
                arena.close();
            } else {
                // What is slow, on a thread of its own: the packet socket, and memory that all threads must agree to let go.
                Thread.ofPlatform().daemon().name("packet socket close").start(() -> {
                    receiver.close();
                    arena.close();
                });
            }
        } finally {
            inUse.unlock();
        }
    }
}
