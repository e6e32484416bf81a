package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.packetio.internal.ProbeSocket.Probe;

/**
 * A port for users without the right to raw sockets. What is in a packet is handed to an ordinary socket that sends the like of it;
 * what the socket's error queue says of it, as of tracepath's, becomes again the ICMP error that the kernel must have got.
 * <ul>
 * <li>UDP: from the very port that was reserved, with the same payload and so the same checksum. Errors are known by the payload that
 * they quote. Where a router quotes too little of it, probes go out again, each from a port of its own.
 * <li>ICMP echo: through an ICMP datagram socket, whose number is the identifier.
 * <li>TCP SYN: as a connection that is opened, each from a port of its own, and reset where it comes about.
 * </ul>
 * Nothing else can be sent. Quotes are cut short to what is known of them: the headers as they were sent.
 */
public final class SocketPort implements PacketPort {

    private static final long LONGEST_POLL_NANOS = 3_600_000_000_000L;
    /** How long a socket of a single probe waits for an answer. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    /** How long a probe may be answered through a socket of many. */
    private static final long MEMORY_NANOS = 60_000_000_000L;
    private static final int SEND_ATTEMPTS = 10;
    private static final int QUOTED_BYTES = 8;

    private record Arrival(MemorySegment packet, long timeNanos, Direction direction) {
    }

    private final ReentrantLock inUse = new ReentrantLock();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment time = arena.allocate(16, 8);
    private final SocketMessage message = new SocketMessage(arena);
    private final WakeUp wakeUp;
    private final TraceFilter filter;
    private final LocalPorts localPorts = new LocalPorts();
    /** By protocol and local port. */
    private final Map<Long, ProbeSocket> reserved = new HashMap<>();
    /** Those that carry a single probe. */
    private final List<ProbeSocket> single = new ArrayList<>();
    private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
    private boolean quotesAreShort;
    private volatile boolean closing;
    private boolean closed;

    public SocketPort(TraceFilter filter) throws PacketPortException {
        this.filter = filter;
        wakeUp = new WakeUp(arena);
    }

    @Override
    public long nowNanos() {
        inUse.lock();
        try {
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
            if (protocol == IpProtocol.TCP) {
                return localPorts.reserve(protocol, local, wanted);
            }
            ProbeSocket socket = ProbeSocket.open(protocol, local, wanted, filter.interfaceName());
            reserved.put(key(protocol, socket.port()), socket);
            return socket.port();
        } finally {
            inUse.unlock();
        }
    }

    private static long key(int protocol, int port) {
        return (long) protocol << 16 | port;
    }

    @Override
    public void send(MemorySegment packet) throws PacketPortException {
        PacketView view = PacketView.of(MemorySegment.ofArray(packet.toArray(JAVA_BYTE)));
        if (!view.isValid()) {
            throw new IllegalArgumentException("neither an IPv4 nor an IPv6 packet");
        }
        inUse.lock();
        try {
            if (closing) {
                throw new PacketPortException(PacketPortException.Reason.FAILED, "the port is closed", "");
            }
            if (view.isTcp() && view.tcpFlags() == TcpFlags.SYN && view.payloadOffset() == view.lengthBytes()) {
                connect(new Probe(view, new byte[0]));
            } else if (view.isUdp()) {
                sendDatagram(view, view.sourcePort(), view.payloadOffset());
            } else if (view.isIcmp() && view.icmpType() == (view.isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST)) {
                sendDatagram(view, view.icmpIdentifier(), view.transportOffset());
            } else {
                throw Faults.noRights("no right to send such a packet (" + view + ")", "trace TARGET");
            }
        } finally {
            inUse.unlock();
        }
    }

    private void sendDatagram(PacketView packet, int port, int payloadOffset) throws PacketPortException {
        ProbeSocket socket = reserved.get(key(packet.protocol(), port));
        if (socket == null) {
            throw new IllegalArgumentException("the local port " + port + " was not reserved");
        }
        byte[] payload = packet.segment().asSlice(payloadOffset, packet.lengthBytes() - payloadOffset).toArray(JAVA_BYTE);
        Probe probe = new Probe(packet, payload);
        if (quotesAreShort && packet.isUdp()) {
            sendAlone(probe);
        } else {
            transmit(socket, probe);
        }
    }

    private void sendAlone(Probe probe) throws PacketPortException {
        ProbeSocket socket = ProbeSocket.open(IpProtocol.UDP, probe.packet.source(), 0, filter.interfaceName());
        single.add(socket);
        transmit(socket, probe);
    }

    private void transmit(ProbeSocket socket, Probe probe) throws PacketPortException {
        socket.setHeader(probe.packet);
        int sent = 0;
        for (int attempt = 0; attempt < SEND_ATTEMPTS; attempt++) {
            probe.sentNanos = readClock();
            sent = socket.send(probe);
            if (sent >= 0) {
                socket.waiting.add(probe);
                arrivals.add(new Arrival(probe.packet.segment(), probe.sentNanos, Direction.SENT));
                return;
            }
            // A socket with an error queue also answers the next call with each error that has come in.
            readErrors(socket);
            socket.takeError();
        }
        throw Faults.sending(probe.packet.destination(), probe.packet.lengthBytes(), -sent);
    }

    private void connect(Probe probe) throws PacketPortException {
        ProbeSocket socket = ProbeSocket.open(IpProtocol.TCP, probe.packet.source(), 0, filter.interfaceName());
        single.add(socket);
        socket.setHeader(probe.packet);
        socket.waiting.add(probe);
        probe.sentNanos = readClock();
        int result = socket.connect(probe);
        if (result < 0 && result != -Errno.EINPROGRESS && result != -Errno.ECONNREFUSED) {
            throw Faults.sending(probe.packet.destination(), probe.packet.lengthBytes(), -result);
        }
        arrivals.add(new Arrival(probe.packet.segment(), probe.sentNanos, Direction.SENT));
        if (result != -Errno.EINPROGRESS) {
            connected(socket, probe, result == 0, readClock());
        }
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
        inUse.lock();
        try {
            while (!closing) {
                readAll(0);
                if (!arrivals.isEmpty()) {
                    return deliver(sink);
                }
                long now = readClock();
                if (now >= deadlineNanos) {
                    return 0;
                }
                readAll(Math.min(deadlineNanos - now, LONGEST_POLL_NANOS));
            }
            return 0;
        } finally {
            inUse.unlock();
        }
    }

    private int deliver(PacketSink sink) {
        int count = 0;
        while (!arrivals.isEmpty() && !closing) {
            Arrival next = arrivals.remove();
            sink.packet(next.packet, 0, (int) next.packet.byteSize(), next.timeNanos, next.direction);
            count++;
        }
        return count;
    }

    private void readAll(long waitNanos) throws PacketPortException {
        List<ProbeSocket> sockets = new ArrayList<>(reserved.values());
        sockets.addAll(single);
        int[] fds = sockets.stream().mapToInt(ProbeSocket::fd).toArray();
        short[] events = new short[fds.length];
        short[] ready = new short[fds.length];
        for (int i = 0; i < fds.length; i++) {
            events[i] = sockets.get(i).protocol == IpProtocol.TCP ? Linux.POLLOUT : Linux.POLLIN;
        }
        wakeUp.await(fds, events, ready, waitNanos);
        for (int i = 0; i < fds.length; i++) {
            ProbeSocket socket = sockets.get(i);
            if (ready[i] != 0) {
                readErrors(socket);
                if (socket.protocol == IpProtocol.TCP) {
                    readConnection(socket);
                } else {
                    readMessages(socket);
                }
            }
        }
        long now = readClock();
        for (ProbeSocket socket : reserved.values()) {
            // In the order of sending; a socket keeps its last probe, which tells what its answers look like.
            while (socket.waiting.size() > 1 && now - socket.waiting.getFirst().sentNanos > MEMORY_NANOS) {
                socket.waiting.removeFirst();
            }
        }
        single.removeIf(socket -> {
            boolean done = socket.waiting.isEmpty() || now - socket.waiting.getFirst().sentNanos > PATIENCE_NANOS;
            if (done) {
                socket.abort();
            }
            return done;
        });
    }

    private void readErrors(ProbeSocket socket) throws PacketPortException {
        while (message.receive(socket.fd(), Linux.MSG_ERRQUEUE) == 0) {
            SocketMessage.IcmpError error = message.error(socket.version);
            if (error != null && !socket.waiting.isEmpty()) {
                int peerPort = message.peerPort();
                List<Probe> meant = single.contains(socket) ? socket.waiting
                        : meant(socket, message.bytes(), socket.protocol == IpProtocol.UDP ? peerPort : -1);
                if (meant.size() == 1) {
                    Probe probe = meant.getFirst();
                    arrivals.add(new Arrival(SocketReplies.icmpError(probe.packet, error, message.ttl(socket.version), QUOTED_BYTES),
                            message.timeNanos(readClock()), Direction.RECEIVED));
                    socket.waiting.remove(probe);
                } else if (meant.size() > 1) {
                    sendEachAlone(socket);
                }
            }
        }
    }

    /** The probes that an error may be about: those whose payload begins with what it quotes, the ICMP header where it is one. */
    private static List<Probe> meant(ProbeSocket socket, byte[] quoted, int destinationPort) {
        boolean udp = socket.protocol == IpProtocol.UDP;
        // The checksum is filled in only as the packet leaves, and the identifier is the socket's: sequence and payload count.
        int from = udp ? 0 : 6;
        return socket.waiting.stream().filter(probe -> {
            int length = Math.min(quoted.length, probe.payload.length);
            return (!udp || destinationPort == probe.packet.destinationPort()) && length >= from
                    && Arrays.equals(quoted, from, length, probe.payload, from, length);
        }).toList();
    }

    private void sendEachAlone(ProbeSocket socket) throws PacketPortException {
        quotesAreShort = true;
        List<Probe> again = List.copyOf(socket.waiting);
        socket.waiting.clear();
        for (Probe probe : again) {
            sendAlone(probe);
        }
    }

    private void readMessages(ProbeSocket socket) {
        int result = message.receive(socket.fd(), 0);
        for (int failures = 0; failures < SEND_ATTEMPTS && result != -Errno.EAGAIN; result = message.receive(socket.fd(), 0)) {
            if (result < 0) {
                // Each error that came in is also told here once.
                failures++;
                continue;
            }
            if (socket.waiting.isEmpty() && socket.protocol == IpProtocol.UDP && single.contains(socket)) {
                continue;
            }
            PacketView like = socket.waiting.isEmpty() ? null : socket.waiting.getFirst().packet;
            IpAddress from = message.peer(socket.version);
            IpAddress to = like == null ? null : like.source();
            MemorySegment packet = like == null ? null : socket.protocol == IpProtocol.UDP
                    ? SocketReplies.datagram(from, to, message.ttl(socket.version), message.peerPort(), like.sourcePort(), message.bytes())
                    : SocketReplies.echo(from, to, message.ttl(socket.version), message.bytes(), socket.port());
            if (packet != null) {
                arrivals.add(new Arrival(packet, message.timeNanos(readClock()), Direction.RECEIVED));
            }
        }
    }

    private void readConnection(ProbeSocket socket) {
        if (socket.waiting.isEmpty()) {
            return;
        }
        Probe probe = socket.waiting.getFirst();
        int error = socket.takeError();
        if (error == 0 || error == Errno.ECONNREFUSED) {
            connected(socket, probe, error == 0, readClock());
        }
        // Anything else is what the error queue has told, or a time-out.
        socket.waiting.clear();
    }

    private void connected(ProbeSocket socket, Probe probe, boolean open, long timeNanos) {
        arrivals.add(new Arrival(SocketReplies.handshake(probe.packet, open), timeNanos, Direction.RECEIVED));
        socket.waiting.clear();
    }

    @Override
    public void close() {
        closing = true;
        wakeUp.signal();
        inUse.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            reserved.values().forEach(ProbeSocket::close);
            single.forEach(ProbeSocket::abort);
            localPorts.close();
            wakeUp.close();
            arena.close();
        } finally {
            inUse.unlock();
        }
    }
}
