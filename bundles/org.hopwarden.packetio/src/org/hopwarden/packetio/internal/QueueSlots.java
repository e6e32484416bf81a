package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;

import org.hopwarden.packetio.QueueBatch;
import org.hopwarden.packetio.QueuePort;

/** Packets out of netlink messages of a queue (linux/netfilter/nfnetlink_queue.h), and the verdicts on them as such messages. */
final class QueueSlots implements QueueBatch {

    private static final int CAPACITY = 128;
    /** Headers and attributes beside the packet take some 250 bytes. An odd number of cache lines, so that slots do not push each other out. */
    private static final int SLOT_BYTES = QueuePort.COPIED_BYTES + 1024 + 64;
    private static final ValueLayout.OfInt BIG_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort BIG_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int ATTRIBUTES = Netlink.HEADER_BYTES + Netlink.FAMILY_BYTES;
    static final int VERDICT_BYTES = ATTRIBUTES + Netlink.ATTRIBUTE_BYTES + 8;

    // enum nf_inet_hooks of linux/netfilter.h
    private static final Hook[] HOOKS = { Hook.OTHER, Hook.IN, Hook.FORWARD, Hook.OUT };

    private final Arena arena = Arena.ofShared();
    final MessageBatch batch = new MessageBatch(arena, CAPACITY, SLOT_BYTES, 0, false, false);
    final MemorySegment verdicts = arena.allocate((long) (CAPACITY + 1) * VERDICT_BYTES, 8);
    private final int[] ids = new int[CAPACITY];
    private final long[] offsets = new long[CAPACITY];
    private final int[] lengths = new int[CAPACITY];
    private final byte[] hooks = new byte[CAPACITY];
    private final int[] inInterfaces = new int[CAPACITY];
    private final int[] outInterfaces = new int[CAPACITY];
    private final int[] marks = new int[CAPACITY];
    private final boolean[] dropped = new boolean[CAPACITY];
    private final boolean[] held = new boolean[CAPACITY];
    /** How many packets of the queue are held, those of earlier batches included. */
    private final AtomicInteger heldOfQueue;
    private int size;
    private int droppedCount;
    private int heldCount;

    /** @param heldOfQueue goes up with each packet that is held */
    QueueSlots(AtomicInteger heldOfQueue) {
        this.heldOfQueue = heldOfQueue;
    }

    /** Takes over what recvmmsg has put into the batch. Messages that are no packets are answers to verdicts on packets that are gone. */
    void received(int count) {
        size = 0;
        droppedCount = 0;
        heldCount = 0;
        for (int i = 0; i < count; i++) {
            long at = batch.offset(i);
            long end = at + Math.min(batch.length(i), SLOT_BYTES);
            if (end - at >= ATTRIBUTES && batch.data.get(JAVA_SHORT, at + Netlink.TYPE) == Netlink.QUEUE_PACKET) {
                read(at + ATTRIBUTES, Math.min(end, at + batch.data.get(JAVA_INT, at)));
            }
        }
        batch.prepare(count);
    }

    private void read(long start, long end) {
        MemorySegment data = batch.data;
        int slot = size;
        boolean identified = false;
        lengths[slot] = 0;
        inInterfaces[slot] = 0;
        outInterfaces[slot] = 0;
        marks[slot] = 0;
        hooks[slot] = 0;
        dropped[slot] = false;
        held[slot] = false;
        for (long at = start; at + Netlink.ATTRIBUTE_BYTES <= end;) {
            int length = data.get(JAVA_SHORT, at) & 0xffff;
            if (length < Netlink.ATTRIBUTE_BYTES || at + length > end) {
                break;
            }
            long value = at + Netlink.ATTRIBUTE_BYTES;
            switch (data.get(JAVA_SHORT, at + 2) & Netlink.ATTRIBUTE_TYPE) {
                case Netlink.NFQA_PACKET_HDR -> {
                    ids[slot] = data.get(BIG_INT, value);
                    hooks[slot] = data.get(JAVA_BYTE, value + 6);
                    identified = true;
                }
                case Netlink.NFQA_MARK -> marks[slot] = data.get(BIG_INT, value);
                case Netlink.NFQA_IFINDEX_INDEV -> inInterfaces[slot] = data.get(BIG_INT, value);
                case Netlink.NFQA_IFINDEX_OUTDEV -> outInterfaces[slot] = data.get(BIG_INT, value);
                case Netlink.NFQA_PAYLOAD -> {
                    offsets[slot] = value;
                    lengths[slot] = length - Netlink.ATTRIBUTE_BYTES;
                }
                default -> {
                    // Time stamps, hardware addresses and what newer kernels add are not asked for.
                }
            }
            at += length + 3 & ~3L;
        }
        if (identified) {
            size++;
        }
    }

    /**
     * While packets of the queue are held, which a verdict on all would mean as well, writes one on each of the others. Else
     * writes the verdicts on all packets into {@link #verdicts}: one on each of those that are fewer, then one on all that are left, for the
     * kernel takes a verdict on all packets up to a number at once.
     *
     * @return how many bytes they have
     */
    long writeVerdicts(int queue) {
        if (heldCount > 0 || heldOfQueue.get() > 0) {
            return writeSingly(queue);
        }
        boolean singlyDropped = 2 * droppedCount <= size;
        int singly = singlyDropped ? droppedCount : size - droppedCount;
        long at = 0;
        for (int i = 0; singly > 0 && i < size; i++) {
            if (dropped[i] == singlyDropped) {
                at = writeVerdict(verdicts, at, Netlink.QUEUE_VERDICT, queue, !singlyDropped, ids[i]);
                singly--;
            }
        }
        return size == 0 ? 0 : writeVerdict(verdicts, at, Netlink.QUEUE_VERDICT_BATCH, queue, singlyDropped, ids[size - 1]);
    }

    private long writeSingly(int queue) {
        long at = 0;
        for (int i = 0; i < size; i++) {
            if (!held[i]) {
                at = writeVerdict(verdicts, at, Netlink.QUEUE_VERDICT, queue, !dropped[i], ids[i]);
            }
        }
        return at;
    }

    static long writeVerdict(MemorySegment verdicts, long at, short type, int queue, boolean accept, int id) {
        verdicts.set(JAVA_INT, at, VERDICT_BYTES);
        verdicts.set(JAVA_SHORT, at + Netlink.TYPE, type);
        verdicts.set(JAVA_SHORT, at + Netlink.FLAGS, Netlink.REQUEST);
        verdicts.set(JAVA_INT, at + Netlink.SEQUENCE, 0);
        verdicts.set(JAVA_INT, at + Netlink.PORT, 0);
        verdicts.set(JAVA_SHORT, at + Netlink.HEADER_BYTES, (short) 0);
        verdicts.set(BIG_SHORT, at + Netlink.HEADER_BYTES + 2, (short) queue);
        verdicts.set(JAVA_SHORT, at + ATTRIBUTES, (short) (Netlink.ATTRIBUTE_BYTES + 8));
        verdicts.set(JAVA_SHORT, at + ATTRIBUTES + 2, (short) Netlink.NFQA_VERDICT_HDR);
        verdicts.set(BIG_INT, at + ATTRIBUTES + Netlink.ATTRIBUTE_BYTES, accept ? Netlink.NF_ACCEPT : Netlink.NF_DROP);
        verdicts.set(BIG_INT, at + ATTRIBUTES + Netlink.ATTRIBUTE_BYTES + 4, id);
        return at + VERDICT_BYTES;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public MemorySegment memory() {
        return batch.data;
    }

    @Override
    public long packetOffset(int index) {
        return offsets[index];
    }

    @Override
    public int packetLengthBytes(int index) {
        return lengths[index];
    }

    @Override
    public Hook hook(int index) {
        int hook = hooks[index];
        return hook >= 0 && hook < HOOKS.length ? HOOKS[hook] : Hook.OTHER;
    }

    @Override
    public int inInterface(int index) {
        return inInterfaces[index];
    }

    @Override
    public int outInterface(int index) {
        return outInterfaces[index];
    }

    @Override
    public int mark(int index) {
        return marks[index];
    }

    @Override
    public void drop(int index) {
        if (!dropped[index]) {
            dropped[index] = true;
            droppedCount++;
        }
    }

    @Override
    public int hold(int index) {
        if (!held[index]) {
            held[index] = true;
            heldCount++;
            heldOfQueue.incrementAndGet();
        }
        return ids[index];
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
