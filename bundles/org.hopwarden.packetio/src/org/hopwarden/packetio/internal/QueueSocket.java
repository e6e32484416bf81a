package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.QueueBatch;
import org.hopwarden.packetio.QueuePort;

/** A queue port through a netlink socket. */
public final class QueueSocket implements QueuePort {

    private static final int FIRST_NUMBER = 0x4857;
    private static final int LAST_NUMBER = 0xffff;
    /** So many packets may wait, those that are held included: more would push each other out of the processor's caches before their turn. */
    private static final int LONGEST_QUEUE = 2_048;
    private static final int BUFFER_BYTES = 32 << 20;
    private static final int MESSAGE_BYTES = 64;
    private static final long TELL_AGAIN_NANOS = 1_000_000;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000L * 3600;
    private static final Path QUEUES = Path.of("/proc/thread-self/net/netfilter/nfnetlink_queue");
    private static final int DROPPED_COLUMN = 5;
    private static final String VERB = "enforce POLICY --nfqueue";
    private static final ValueLayout.OfInt BIG_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort BIG_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final int number;
    private final Arena arena = Arena.ofShared();
    private final ReentrantLock using = new ReentrantLock();
    /** Taken behind {@link #using}, by whoever settles packets while another thread waits for some. */
    private final ReentrantLock settling = new ReentrantLock();
    private final AtomicInteger held = new AtomicInteger();
    private final MemorySegment settlement = arena.allocate(QueueSlots.VERDICT_BYTES, 8);
    private final NativeSocket socket;
    private final AtomicLong lost = new AtomicLong();
    private final MemorySegment timeout = arena.allocate(16, 8);
    private long timeoutSetNanos;
    private boolean open;
    private volatile boolean closing;
    private boolean closed;

    private QueueSocket(int number, boolean failOpen) throws PacketPortException {
        this.number = number;
        try {
            socket = NativeSocket.open(Netlink.AF_NETLINK, Linux.SOCK_RAW, Netlink.NETLINK_NETFILTER, "netlink socket", VERB);
        } catch (PacketPortException e) {
            arena.close();
            throw e;
        }
        try {
            socket.growBuffer(Linux.SO_RCVBUFFORCE, Linux.SO_RCVBUF, BUFFER_BYTES, "SO_RCVBUF");
            MemorySegment address = arena.allocate(Netlink.SOCKET_ADDRESS_BYTES, 4);
            address.set(JAVA_SHORT, 0, (short) Netlink.AF_NETLINK);
            require(Libc.bind(socket.fd(), address), "bind the netlink socket of");
            bindQueue();
            configure(failOpen);
            // Packets that find no room are counted by the kernel; the socket need not fail for them.
            socket.setOption(Netlink.SOL_NETLINK, Netlink.NETLINK_NO_ENOBUFS, 1, "NETLINK_NO_ENOBUFS");
            open = true;
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens queues with numbers one behind the other that nobody else uses.
     *
     * @param failOpen whether packets pass that find a queue full
     */
    public static List<QueuePort> open(int count, boolean failOpen, Set<Integer> avoided) throws PacketPortException {
        Set<Integer> taken = inUse();
        taken.addAll(avoided);
        for (int first = FIRST_NUMBER; first + count - 1 <= LAST_NUMBER; first++) {
            int last = first + count - 1;
            int start = first;
            if (taken.stream().noneMatch(each -> each >= start && each <= last)) {
                List<QueuePort> ports = new ArrayList<>();
                try {
                    for (int number = first; number <= last; number++) {
                        ports.add(new QueueSocket(number, failOpen));
                    }
                    return List.copyOf(ports);
                } catch (PacketPortException | RuntimeException e) {
                    ports.forEach(QueuePort::close);
                    throw e;
                }
            }
        }
        throw new PacketPortException(Reason.NOT_AVAILABLE, "all queues of the kernel are in use", "See: cat " + QUEUES);
    }

    /** The numbers of the queues that somebody listens to. */
    public static Set<Integer> inUse() throws PacketPortException {
        Set<Integer> taken = new HashSet<>();
        for (String[] columns : queues()) {
            taken.add(Integer.parseInt(columns[0]));
        }
        return taken;
    }

    private static List<String[]> queues() throws PacketPortException {
        try {
            return Files.readAllLines(QUEUES).stream().map(line -> line.strip().split(" +")).filter(columns -> columns.length > DROPPED_COLUMN + 1)
                    .toList();
        } catch (AccessDeniedException e) {
            throw noRights();
        } catch (IOException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "this kernel has no packet queues: " + QUEUES + " cannot be read",
                    "A kernel with CONFIG_NETFILTER_NETLINK_QUEUE has them; as a module: sudo modprobe nfnetlink_queue");
        }
    }

    private void bindQueue() throws PacketPortException {
        MemorySegment message = message();
        long value = add(message, Netlink.NFQA_CFG_CMD, 4);
        message.set(JAVA_BYTE, value, (byte) Netlink.NFQNL_CFG_CMD_BIND);
        int result = ask(message);
        if (result == -Errno.EPERM && inUse().contains(number) || result == -Errno.EBUSY) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "queue " + number + " of the kernel was taken by another program just now",
                    "Try again.");
        }
        if (result == -Errno.EPERM) {
            throw noRights();
        }
        require(result, "bind to");
    }

    private static PacketPortException noRights() {
        return Faults.noRights("no right to take packets out of the kernel's path", VERB);
    }

    private void configure(boolean failOpen) throws PacketPortException {
        MemorySegment copy = message();
        long value = add(copy, Netlink.NFQA_CFG_PARAMS, 5);
        copy.set(BIG_INT, value, COPIED_BYTES);
        copy.set(JAVA_BYTE, value + 4, (byte) Netlink.NFQNL_COPY_PACKET);
        require(ask(copy), "set the copied length of");
        MemorySegment length = message();
        length.set(BIG_INT, add(length, Netlink.NFQA_CFG_QUEUE_MAXLEN, 4), LONGEST_QUEUE);
        require(ask(length), "set the length of");
        setFlag(Netlink.NFQA_CFG_F_GSO, true, "take segments whole from");
        setFlag(Netlink.NFQA_CFG_F_FAIL_OPEN, failOpen, "set what becomes of packets that find no room in");
    }

    private void setFlag(int flag, boolean on, String what) throws PacketPortException {
        MemorySegment message = message();
        message.set(BIG_INT, add(message, Netlink.NFQA_CFG_FLAGS, 4), on ? flag : 0);
        message.set(BIG_INT, add(message, Netlink.NFQA_CFG_MASK, 4), flag);
        require(ask(message), what);
    }

    private MemorySegment message() {
        MemorySegment message = arena.allocate(MESSAGE_BYTES, 8);
        message.set(JAVA_INT, 0, Netlink.HEADER_BYTES + Netlink.FAMILY_BYTES);
        message.set(JAVA_SHORT, Netlink.TYPE, Netlink.QUEUE_CONFIG);
        message.set(JAVA_SHORT, Netlink.FLAGS, (short) (Netlink.REQUEST | Netlink.ACKNOWLEDGE));
        message.set(BIG_SHORT, Netlink.HEADER_BYTES + 2, (short) number);
        return message;
    }

    /** @return where the attribute's value is to stand */
    private static long add(MemorySegment message, int attribute, int valueBytes) {
        int at = message.get(JAVA_INT, 0);
        message.set(JAVA_SHORT, at, (short) (Netlink.ATTRIBUTE_BYTES + valueBytes));
        message.set(JAVA_SHORT, at + 2, (short) attribute);
        message.set(JAVA_INT, 0, at + (Netlink.ATTRIBUTE_BYTES + valueBytes + 3 & ~3));
        return at + Netlink.ATTRIBUTE_BYTES;
    }

    /** Sends a message and waits for its acknowledgement, which the kernel gives at once. @return 0, or the negative error number */
    private int ask(MemorySegment message) {
        int sent = Libc.sendto(socket.fd(), message, message.get(JAVA_INT, 0), 0, MemorySegment.NULL, 0);
        MemorySegment answer = arena.allocate(QueuePort.COPIED_BYTES, 8);
        while (sent >= 0) {
            int length = Libc.read(socket.fd(), answer);
            if (length < 0 && length != -Errno.EINTR) {
                return length;
            }
            // Packets may come in between, once the queue is bound; nobody sends any before the ports are open.
            if (length >= Netlink.HEADER_BYTES + 4 && answer.get(JAVA_SHORT, Netlink.TYPE) == Netlink.ERROR) {
                return answer.get(JAVA_INT, Netlink.HEADER_BYTES);
            }
        }
        return sent;
    }

    private void require(int result, String what) throws PacketPortException {
        if (result < 0) {
            throw new PacketPortException(Reason.FAILED, "cannot " + what + " queue " + number + " of the kernel: " + Errno.text(-result), "");
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public QueueBatch newBatch() {
        return new QueueSlots(held);
    }

    @Override
    public int receive(QueueBatch batch, long timeoutNanos) throws PacketPortException {
        QueueSlots slots = (QueueSlots) batch;
        using.lock();
        try {
            int count = take(slots, timeoutNanos);
            slots.received(count);
            return slots.size();
        } finally {
            using.unlock();
        }
    }

    /** One call waits and takes all there is: with a look before and a wait between, a single packet would cost three. */
    private int take(QueueSlots slots, long timeoutNanos) throws PacketPortException {
        if (closing) {
            return 0;
        }
        if (timeoutNanos > 0) {
            setTimeout(timeoutNanos);
        }
        int count = Libc.recvmmsg(socket.fd(), slots.batch.headers, slots.capacity(),
                timeoutNanos > 0 ? Linux.MSG_WAITFORONE : Linux.MSG_DONTWAIT);
        if (count >= 0) {
            return count;
        }
        if (count == -Errno.EAGAIN || count == -Errno.EINTR || count == -Errno.ENOBUFS) {
            return 0;
        }
        throw new PacketPortException(Reason.FAILED, "cannot take packets from queue " + number + " of the kernel: " + Errno.text(-count), "");
    }

    private void setTimeout(long nanos) throws PacketPortException {
        if (nanos != timeoutSetNanos) {
            // Of 0 it would wait without end.
            long micros = Math.max(1, Math.min(nanos, LONGEST_WAIT_NANOS) / 1_000);
            timeout.set(JAVA_LONG, 0, micros / 1_000_000);
            timeout.set(JAVA_LONG, 8, micros % 1_000_000);
            socket.setOption(Linux.SOL_SOCKET, Linux.SO_RCVTIMEO, timeout, "SO_RCVTIMEO");
            timeoutSetNanos = nanos;
        }
    }

    @Override
    public boolean decide(QueueBatch batch) throws PacketPortException {
        QueueSlots slots = (QueueSlots) batch;
        using.lock();
        try {
            if (closing) {
                return false;
            }
            long bytes = slots.writeVerdicts(number);
            if (bytes == 0) {
                return true;
            }
            int result = tell(slots.verdicts, bytes);
            while (isShortOfMemory(result) && !closing) {
                // The packets wait in the kernel, and go nowhere.
                LockSupport.parkNanos(TELL_AGAIN_NANOS);
                result = tell(slots.verdicts, bytes);
            }
            if (!closing) {
                require(result, "give verdicts to");
            }
            return result >= 0;
        } finally {
            using.unlock();
        }
    }

    @Override
    public boolean settle(int packet, boolean goesOn) {
        settling.lock();
        try {
            if (closing) {
                return false;
            }
            long bytes = QueueSlots.writeVerdict(settlement, 0, Netlink.QUEUE_VERDICT, number, goesOn, packet);
            if (tell(settlement, bytes) < 0) {
                // The kernel still has it, until the queue is closed: no verdict on all packets may be given any more.
                return false;
            }
            // Only now: until the kernel has let go of it, no verdict on all packets may be given.
            held.decrementAndGet();
            return true;
        } finally {
            settling.unlock();
        }
    }

    /** @return less than 0 where the kernel was not told: the negative error number */
    private int tell(MemorySegment verdicts, long bytes) {
        int result;
        do {
            result = Libc.sendto(socket.fd(), verdicts, bytes, 0, MemorySegment.NULL, 0);
        } while (result == -Errno.EINTR);
        return result;
    }

    private static boolean isShortOfMemory(int result) {
        return result == -Errno.ENOBUFS || result == -Errno.ENOMEM || result == -Errno.EAGAIN;
    }

    @Override
    public long lostPackets() {
        if (!closing) {
            readLost();
        }
        return lost.get();
    }

    private void readLost() {
        try {
            for (String[] columns : queues()) {
                if (columns[0].equals(Integer.toString(number))) {
                    lost.set(Long.parseLong(columns[DROPPED_COLUMN]) + Long.parseLong(columns[DROPPED_COLUMN + 1]));
                }
            }
        } catch (PacketPortException e) {
            // The number read last stands.
        }
    }

    @Override
    public boolean isClosed() {
        return closing;
    }

    @Override
    public void close() {
        boolean first = !closing;
        if (first && open) {
            readLost();
        }
        closing = true;
        // Before the lock, which a waiting receive holds.
        wake();
        using.lock();
        try {
            if (!closed) {
                closed = true;
                settling.lock();
                try {
                    socket.close();
                    arena.close();
                } finally {
                    settling.unlock();
                }
            }
        } finally {
            using.unlock();
        }
    }

    /** Lets the kernel answer something, so that a waiting receive has what it waits for. */
    private void wake() {
        settling.lock();
        try {
            if (!closed) {
                settlement.fill((byte) 0);
                settlement.set(JAVA_INT, 0, Netlink.HEADER_BYTES);
                settlement.set(JAVA_SHORT, Netlink.TYPE, Netlink.NO_OPERATION);
                settlement.set(JAVA_SHORT, Netlink.FLAGS, (short) (Netlink.REQUEST | Netlink.ACKNOWLEDGE));
                Libc.sendto(socket.fd(), settlement, Netlink.HEADER_BYTES, Linux.MSG_DONTWAIT, MemorySegment.NULL, 0);
            }
        } finally {
            settling.unlock();
        }
    }
}
