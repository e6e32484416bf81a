package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FrameCopy;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** A frame port through a raw packet socket that is bound to one interface (packet(7)). */
public final class FrameSocket implements FramePort {

    private static final int BUFFER_BYTES = 32 << 20;
    private static final long LONGEST_SEND_WAIT_NANOS = 100_000_000;
    private static final int LARGEST_FRAME = 0xffff + 18;
    /** Room for a VLAN tag that was put back. */
    private static final int HEADROOM_BYTES = 8;
    private static final MemorySegment NO_OFFLOADS = MemorySegment.ofArray(new byte[FrameSlots.VNET_BYTES]);
    private static final String VERB = "enforce POLICY --bridge IF1,IF2";

    private final String interfaceName;
    private final int interfaceIndex;
    private final Arena arena = Arena.ofShared();
    private final ReentrantLock receiving = new ReentrantLock();
    private final ReentrantLock sending = new ReentrantLock();
    /** Held while the kernel's counters are read: whoever asks for them does not wait for frames. Taken behind the other two. */
    private final ReentrantLock counting = new ReentrantLock();
    private final NativeSocket socket;
    private final MemorySegment single;
    private final MemorySegment statistics = arena.allocate(8, 8);
    private final MemorySegment statisticsLength = arena.allocate(JAVA_INT);
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong overrun = new AtomicLong();
    /** Null where the kernel has none for us: then each frame is received by itself. */
    private FrameRing ring;
    private WakeUp receiveWakeUp;
    private WakeUp sendWakeUp;
    private volatile boolean closing;
    private boolean closed;

    /** Opens such a socket for no interface, and closes it. */
    public static void requireRight() throws PacketPortException {
        NativeSocket.open(Linux.AF_PACKET, Linux.SOCK_RAW, 0, "packet socket", VERB).close();
    }

    /** @param interfaceName of an Ethernet interface that is up */
    public FrameSocket(String interfaceName) throws PacketPortException {
        this.interfaceName = interfaceName;
        try {
            // Protocol 0 receives nothing until bind.
            socket = NativeSocket.open(Linux.AF_PACKET, Linux.SOCK_RAW, 0, "packet socket", VERB);
        } catch (PacketPortException e) {
            arena.close();
            throw e;
        }
        try {
            interfaceIndex = usableInterface();
            single = arena.allocate(Math.max(FrameSlots.VNET_BYTES + LARGEST_FRAME, FrameSlots.SLOT_BYTES + HEADROOM_BYTES), 8);
            receiveWakeUp = new WakeUp(arena);
            sendWakeUp = new WakeUp(arena);
            socket.setOption(Linux.SOL_PACKET, Linux.PACKET_IGNORE_OUTGOING, 1, "PACKET_IGNORE_OUTGOING");
            socket.setOption(Linux.SOL_PACKET, Linux.PACKET_VNET_HDR, 1, "PACKET_VNET_HDR");
            socket.setOption(Linux.SOL_PACKET, Linux.PACKET_AUXDATA, 1, "PACKET_AUXDATA");
            socket.growBuffer(Linux.SO_RCVBUFFORCE, Linux.SO_RCVBUF, BUFFER_BYTES, "SO_RCVBUF");
            socket.growBuffer(Linux.SO_SNDBUFFORCE, Linux.SO_SNDBUF, BUFFER_BYTES, "SO_SNDBUF");
            ring = FrameRing.of(socket);
            socket.setOption(Linux.SOL_PACKET, Linux.PACKET_ADD_MEMBERSHIP, promiscuous(), "PACKET_ADD_MEMBERSHIP");
            socket.bindPacket(arena, Linux.ETH_P_ALL, interfaceIndex);
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A struct packet_mreq. The kernel counts memberships and ends this one with the socket. */
    private MemorySegment promiscuous() {
        MemorySegment request = arena.allocate(16, 8);
        request.set(JAVA_INT, 0, interfaceIndex);
        request.set(JAVA_SHORT, 4, (short) Linux.PACKET_MR_PROMISC);
        return request;
    }

    private int usableInterface() throws PacketPortException {
        MemorySegment request;
        try {
            request = InterfaceRequest.of(arena, interfaceName);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
        int index = Libc.ifNametoindex(request);
        if (index < 0 || Libc.ioctl(socket.fd(), Linux.SIOCGIFFLAGS, request) < 0) {
            throw missing();
        }
        if ((InterfaceRequest.flags(request) & Linux.IFF_UP) == 0) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "network interface '" + interfaceName + "' is down",
                    "Switch it on: sudo ip link set " + interfaceName + " up");
        }
        if (Libc.ioctl(socket.fd(), Linux.SIOCGIFHWADDR, request) < 0
                || InterfaceRequest.flags(request) != Linux.ARPHRD_ETHER) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "'" + interfaceName + "' is no Ethernet interface",
                    "Choose another of these: ./hopwarden interfaces");
        }
        return index;
    }

    private PacketPortException missing() {
        return new PacketPortException(Reason.NOT_AVAILABLE, "there is no network interface '" + interfaceName + "'",
                "See those there are: ./hopwarden interfaces");
    }

    @Override
    public String interfaceName() {
        return interfaceName;
    }

    @Override
    public FrameBatch newBatch() {
        return new FrameSlots();
    }

    @Override
    public int receive(FrameBatch batch, long timeoutNanos) throws PacketPortException {
        FrameSlots slots = (FrameSlots) batch;
        receiving.lock();
        try {
            slots.clear();
            take(slots);
            if (slots.size() == 0 && timeoutNanos > 0 && !closing) {
                int events = receiveWakeUp.await(socket.fd(), Linux.POLLIN, timeoutNanos);
                take(slots);
                if (slots.size() == 0 && ring != null && (events & Linux.POLLERR) != 0) {
                    // Says what is wrong.
                    takeQueued(slots, 1);
                }
            }
            return slots.size();
        } finally {
            receiving.unlock();
        }
    }

    private void take(FrameSlots slots) throws PacketPortException {
        if (ring == null) {
            takeQueued(slots, slots.capacity());
            return;
        }
        while (!closing && slots.size() < slots.capacity() && ring.ready()) {
            int queued = ring.queued(slots.capacity() - slots.size());
            if (queued > 0) {
                int taken = takeQueued(slots, queued);
                if (taken == 0) {
                    // Not there, against all rules: its place must not be waited at.
                    unreadable.incrementAndGet();
                    taken = 1;
                }
                for (int i = 0; i < taken; i++) {
                    ring.advance();
                }
            } else {
                if (ring.whole()) {
                    slots.copy(ring);
                } else {
                    // Too long for its place, and the queue of the socket is full.
                    unreadable.incrementAndGet();
                }
                ring.advance();
            }
        }
    }

    /** Takes frames out of the socket's own queue. @return how many were taken, those among them that cannot be read */
    private int takeQueued(FrameSlots slots, int most) throws PacketPortException {
        int unread = 0;
        while (!closing) {
            int count = Libc.recvmmsg(socket.fd(), slots.emptyHeaders(), most - unread, Linux.MSG_DONTWAIT);
            if (count >= 0) {
                slots.received(count);
                return count + unread;
            }
            switch (-count) {
                case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS -> {
                    return unread;
                }
                // A segment of a kind that struct virtio_net_hdr has no word for; the kernel has thrown it away.
                case Errno.EINVAL -> {
                    unreadable.incrementAndGet();
                    unread += ring == null ? 0 : 1;
                }
                default -> throw broken("receive from", -count);
            }
        }
        return unread;
    }

    @Override
    public int send(FrameBatch batch) throws PacketPortException {
        FrameSlots slots = (FrameSlots) batch;
        sending.lock();
        try {
            int count = slots.prepareSend();
            int sent = 0;
            boolean waited = false;
            for (int at = 0; at < count && !closing;) {
                MemorySegment rest = slots.sendHeaders.asSlice((long) at * MessageBatch.HEADER_BYTES);
                int result = Libc.sendmmsg(socket.fd(), rest, count - at, Linux.MSG_DONTWAIT);
                if (result > 0) {
                    sent += result;
                    at += result;
                    waited = false;
                } else if (result == -Errno.EAGAIN && !waited) {
                    sendWakeUp.await(socket.fd(), Linux.POLLOUT, LONGEST_SEND_WAIT_NANOS);
                    waited = true;
                } else if (result != -Errno.EINTR) {
                    skipOrThrow(-result);
                    at++;
                }
            }
            return sent;
        } finally {
            sending.unlock();
        }
    }

    @Override
    public boolean send(MemorySegment frame) throws PacketPortException {
        if (frame.byteSize() > LARGEST_FRAME) {
            throw new IllegalArgumentException("no frame has " + frame.byteSize() + " bytes");
        }
        sending.lock();
        try {
            return !closing && send(NO_OFFLOADS, frame);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public boolean send(FrameCopy frame) throws PacketPortException {
        MemorySegment message = ((FrameSlots.Copy) frame).message();
        sending.lock();
        try {
            return !closing && send(message.asSlice(0, FrameSlots.VNET_BYTES), message.asSlice(FrameSlots.VNET_BYTES));
        } finally {
            sending.unlock();
        }
    }

    private boolean send(MemorySegment offloads, MemorySegment frame) throws PacketPortException {
        MemorySegment.copy(offloads, 0, single, 0, FrameSlots.VNET_BYTES);
        MemorySegment.copy(frame, 0, single, FrameSlots.VNET_BYTES, frame.byteSize());
        int result = Libc.sendto(socket.fd(), single, FrameSlots.VNET_BYTES + frame.byteSize(), Linux.MSG_DONTWAIT, MemorySegment.NULL, 0);
        if (result < 0) {
            skipOrThrow(-result);
        }
        return result >= 0;
    }

    /** Returns where only one frame is concerned: the queue is full, or the frame does not fit this interface. */
    private void skipOrThrow(int errno) throws PacketPortException {
        switch (errno) {
            case 0, Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, Errno.EMSGSIZE, Errno.EINVAL, Errno.ENOMEM -> {
                // The caller counts it.
            }
            default -> throw broken("send to", errno);
        }
    }

    private PacketPortException broken(String doing, int errno) {
        if (errno != Errno.ENETDOWN && errno != Errno.ENXIO && errno != Errno.ENODEV) {
            return new PacketPortException(Reason.FAILED,
                    "cannot " + doing + " network interface '" + interfaceName + "': " + Errno.text(errno), "");
        }
        boolean there = Libc.ifNametoindex(InterfaceRequest.of(Arena.ofAuto(), interfaceName)) == interfaceIndex;
        return new PacketPortException(Reason.NOT_AVAILABLE, "network interface '" + interfaceName + "' "
                + (there ? "went down" : "disappeared"), there ? "Switch it on again: sudo ip link set " + interfaceName + " up"
                        : "See those there are: ./hopwarden interfaces");
    }

    @Override
    public long lostFrames() {
        counting.lock();
        try {
            if (!closed) {
                readOverrun();
            }
            return unreadable.get() + overrun.get();
        } finally {
            counting.unlock();
        }
    }

    /** Reads a struct tpacket_stats, which the kernel sets to zero with that. */
    private void readOverrun() {
        statisticsLength.set(JAVA_INT, 0, (int) statistics.byteSize());
        if (Libc.getsockopt(socket.fd(), Linux.SOL_PACKET, Linux.PACKET_STATISTICS, statistics, statisticsLength) >= 0) {
            overrun.addAndGet(Integer.toUnsignedLong(statistics.get(JAVA_INT, 4)));
        }
    }

    @Override
    public boolean isClosed() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        // Before the locks, which a waiting receive or send holds.
        if (receiveWakeUp != null) {
            receiveWakeUp.signal();
        }
        if (sendWakeUp != null) {
            sendWakeUp.signal();
        }
        receiving.lock();
        sending.lock();
        counting.lock();
        try {
            if (!closed) {
                closed = true;
                readOverrun();
                socket.close();
                if (ring != null) {
                    ring.close();
                }
                closeWakeUps();
                arena.close();
            }
        } finally {
            counting.unlock();
            sending.unlock();
            receiving.unlock();
        }
    }

    private void closeWakeUps() {
        if (receiveWakeUp != null) {
            receiveWakeUp.close();
        }
        if (sendWakeUp != null) {
            sendWakeUp.close();
        }
    }
}
