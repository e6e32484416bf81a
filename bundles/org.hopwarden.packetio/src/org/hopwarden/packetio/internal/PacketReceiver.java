package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.packetio.TraceFilter;

/**
 * Sees a host's packets through a cooked packet socket (packet(7)) on all interfaces: each starts with its IP header, comes with
 * the kernel's time stamp, and is seen before the host's firewall has a say in what comes in and after it in what goes out.
 */
final class PacketReceiver implements AutoCloseable {

    /** Few, for opening a port sets their memory to zero: half of what opening costs. The kernel holds what waits. */
    private static final int SLOTS = 8;
    private static final int SLOT_BYTES = 1 << 16;
    private static final int BUFFER_BYTES = 8 << 20;

    private static final int DROPS = 4;

    private final NativeSocket socket;
    private final MessageBatch batch;
    private final TraceFilter filter;
    private final MemorySegment statistics;
    private final MemorySegment statisticsLength;
    private long missed;

    PacketReceiver(Arena arena, TraceFilter filter) throws PacketPortException {
        this.filter = filter;
        // struct tpacket_stats: packets, drops; the kernel sets both back to 0 as they are read.
        statistics = arena.allocate(8, 4);
        statisticsLength = arena.allocate(JAVA_INT);
        // Protocol 0 receives nothing until bind: no packet slips in before the filter stands.
        socket = NativeSocket.open(Linux.AF_PACKET, Linux.SOCK_DGRAM, 0, "packet socket", "trace TARGET");
        try {
            narrow(new LocalEnds());
            socket.setOption(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPNS, 1, "SO_TIMESTAMPNS");
            socket.growBuffer(Linux.SO_RCVBUFFORCE, Linux.SO_RCVBUF, BUFFER_BYTES, "SO_RCVBUF");
            // Only ETH_P_ALL sees outgoing packets as well.
            socket.bindPacket(arena, Linux.ETH_P_ALL, 0);
            batch = new MessageBatch(arena, SLOTS, SLOT_BYTES, 0);
        } catch (PacketPortException e) {
            socket.close();
            throw e;
        }
    }

    int fd() {
        return socket.fd();
    }

    /** Keeps out what cannot answer a probe from one of these. The kernel puts a new filter in the old one's place at once. */
    void narrow(LocalEnds ends) throws PacketPortException {
        try (Arena during = Arena.ofConfined()) {
            socket.setOption(Linux.SOL_SOCKET, Linux.SO_ATTACH_FILTER, TracePrograms.of(filter, ends).assemble(during),
                    "SO_ATTACH_FILTER");
        }
    }

    /** How many packets that passed the filter found no room in the buffer. */
    long missed() {
        statisticsLength.set(JAVA_INT, 0, (int) statistics.byteSize());
        if (Libc.getsockopt(socket.fd(), Linux.SOL_PACKET, Linux.PACKET_STATISTICS, statistics, statisticsLength) >= 0) {
            missed += Integer.toUnsignedLong(statistics.get(JAVA_INT, DROPS));
        }
        return missed;
    }

    /** Takes what has come in, one batch at the most, and does not wait. @return how many packets, 0 for none */
    int take() throws PacketPortException {
        int count = Libc.recvmmsg(socket.fd(), batch.headers, SLOTS, Linux.MSG_DONTWAIT);
        if (count >= 0) {
            return count;
        }
        return switch (-count) {
            case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS -> 0;
            case Errno.ENETDOWN, Errno.ENODEV, Errno.ENXIO -> throw new PacketPortException(Reason.NOT_AVAILABLE,
                    "an interface went down or disappeared while packets were received", "Look at it: ip link");
            default -> throw new PacketPortException(Reason.FAILED,
                    "cannot receive packets: " + Errno.text(-count), "");
        };
    }

    /** Hands one packet of the last {@link #take} over. */
    void deliver(int slot, PacketSink sink, long nowNanos) {
        long stamp = batch.control(slot, Linux.SOL_SOCKET, Linux.SO_TIMESTAMPNS);
        long timeNanos = stamp < 0 ? nowNanos
                : batch.controls().get(JAVA_LONG, stamp) * 1_000_000_000 + batch.controls().get(JAVA_LONG, stamp + 8);
        Direction direction = batch.packetType(slot) == Linux.PACKET_OUTGOING ? Direction.SENT : Direction.RECEIVED;
        sink.packet(batch.data, batch.offset(slot), batch.length(slot), timeNanos, direction);
    }

    /** Makes the slots of the last {@link #take} free again. */
    void release(int count) {
        batch.prepare(count);
    }

    /** Slow: the kernel makes whoever closes a packet socket wait for some 15 ms. */
    @Override
    public void close() {
        socket.close();
    }
}
