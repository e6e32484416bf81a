package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The memory for taking many packets with one call of recvmmsg(2): an array of struct mmsghdr (bits/socket.h, 64-bit layout),
 * and for each a slot for its bytes, its address and its control messages. It lives as long as its arena, and this object must be
 * kept as long as the kernel may write to it.
 */
final class MessageBatch {

    // struct mmsghdr: a struct msghdr of 56 bytes, then the length
    static final int HEADER_BYTES = 64;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    static final int IOVEC = 16;
    static final int IOVEC_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int LENGTH = 56;

    private static final int IOVEC_BYTES = 16;
    private static final int NAME_BYTES = 32;
    private static final int CONTROL_BYTES = 64;
    private static final int CONTROL_DATA = 16;

    final int capacity;
    final MemorySegment headers;
    final MemorySegment iovecs;
    final MemorySegment data;
    private final MemorySegment names;
    private final MemorySegment controls;
    private final int nameBytes;
    private final int controlBytes;
    private final long slotBytes;
    private final int headroomBytes;

    /**
     * @param slotBytes room for one packet, headroom included; a multiple of 8
     * @param headroomBytes left free in front of each packet
     */
    MessageBatch(Arena arena, int capacity, int slotBytes, int headroomBytes) {
        this(arena, capacity, slotBytes, headroomBytes, true, true);
    }

    /**
     * As the other, where not everything is wanted, which the kernel need not copy then.
     *
     * @param named whether addresses are
     * @param controlled whether control messages are
     */
    MessageBatch(Arena arena, int capacity, int slotBytes, int headroomBytes, boolean named, boolean controlled) {
        nameBytes = named ? NAME_BYTES : 0;
        controlBytes = controlled ? CONTROL_BYTES : 0;
        this.capacity = capacity;
        this.slotBytes = slotBytes;
        this.headroomBytes = headroomBytes;
        headers = arena.allocate((long) capacity * HEADER_BYTES, 64);
        iovecs = arena.allocate((long) capacity * IOVEC_BYTES, 64);
        names = arena.allocate((long) capacity * NAME_BYTES, 64);
        controls = arena.allocate((long) capacity * CONTROL_BYTES, 64);
        data = arena.allocate(capacity * this.slotBytes, 4096);
        for (int i = 0; i < capacity; i++) {
            long header = (long) i * HEADER_BYTES;
            long iovec = (long) i * IOVEC_BYTES;
            iovecs.set(ADDRESS, iovec, data.asSlice(i * this.slotBytes + headroomBytes));
            iovecs.set(JAVA_LONG, iovec + 8, slotBytes - headroomBytes);
            headers.set(ADDRESS, header + NAME, named ? names.asSlice((long) i * NAME_BYTES) : MemorySegment.NULL);
            headers.set(ADDRESS, header + IOVEC, iovecs.asSlice(iovec));
            headers.set(JAVA_LONG, header + IOVEC_COUNT, 1);
            headers.set(ADDRESS, header + CONTROL, controlled ? controls.asSlice((long) i * CONTROL_BYTES) : MemorySegment.NULL);
        }
        prepare(capacity);
    }

    /** Makes the first slots ready to be received into: the kernel has overwritten the sizes of what it gave back. */
    void prepare(int count) {
        for (int i = 0; i < count; i++) {
            prepareSlot(i);
        }
    }

    void prepareSlot(int slot) {
        long header = (long) slot * HEADER_BYTES;
        headers.set(JAVA_INT, header + NAME_LENGTH, nameBytes);
        headers.set(JAVA_LONG, header + CONTROL_LENGTH, controlBytes);
    }

    /** Where the bytes of a packet start in {@link #data}. */
    long offset(int slot) {
        return slot * slotBytes + headroomBytes;
    }

    /** How many bytes were received. */
    int length(int slot) {
        return headers.get(JAVA_INT, (long) slot * HEADER_BYTES + LENGTH);
    }

    /** The sll_pkttype of a packet socket's message. */
    int packetType(int slot) {
        return names.get(JAVA_BYTE, (long) slot * NAME_BYTES + SocketAddress.PACKET_TYPE);
    }

    /**
     * Finds the data of a control message (cmsg(3)) in {@link #controls()}.
     *
     * @return its offset, or -1 where there is none
     */
    long control(int slot, int level, int type) {
        long start = (long) slot * CONTROL_BYTES;
        long end = start + headers.get(JAVA_LONG, (long) slot * HEADER_BYTES + CONTROL_LENGTH);
        for (long at = start; at + CONTROL_DATA <= end;) {
            long length = controls.get(JAVA_LONG, at);
            if (length < CONTROL_DATA) {
                return -1;
            }
            if (controls.get(JAVA_INT, at + 8) == level && controls.get(JAVA_INT, at + 12) == type) {
                return at + CONTROL_DATA;
            }
            at += length + 7 & ~7L;
        }
        return -1;
    }

    MemorySegment controls() {
        return controls;
    }
}
