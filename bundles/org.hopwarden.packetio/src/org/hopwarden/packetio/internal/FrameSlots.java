package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FrameContent;
import org.hopwarden.packetio.FrameCopy;

/**
 * A batch of frames, each with a struct virtio_net_hdr (linux/virtio_net.h) in front that says which checksum is still to be
 * filled in and how a long segment is to be cut up.
 */
final class FrameSlots implements FrameBatch {

    static final int VNET_BYTES = 10;

    private static final int CAPACITY = 64;
    /** The longest segment that a card cuts up has 64 KiB; headers, tags and alignment come on top. */
    static final int SLOT_BYTES = (1 << 16) + 64;
    /** Room for a VLAN tag to be put back, and such that an IP header behind an Ethernet header is aligned. */
    private static final int HEADROOM_BYTES = 8;

    private static final int MACS_BYTES = 12;
    private static final int TAG_BYTES = 4;

    // struct virtio_net_hdr
    private static final int VNET_FLAGS = 0;
    private static final int VNET_GSO_TYPE = 1;
    private static final int VNET_HEADER_LENGTH = 2;
    private static final int VNET_CSUM_START = 6;
    private static final int VNET_F_NEEDS_CSUM = 1;

    // struct tpacket_auxdata of linux/if_packet.h
    private static final int AUX_STATUS = 0;
    private static final int AUX_VLAN_TCI = 16;
    private static final int AUX_VLAN_TPID = 18;

    private static final int IOVEC_BYTES = 16;
    private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfShort BIG_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    final MessageBatch batch = new MessageBatch(arena, CAPACITY, SLOT_BYTES, HEADROOM_BYTES, false, true);
    final MemorySegment sendHeaders = arena.allocate((long) CAPACITY * MessageBatch.HEADER_BYTES, 64);
    private final MemorySegment sendIovecs = arena.allocate((long) CAPACITY * IOVEC_BYTES, 64);
    private final long dataAddress = batch.data.address();
    private final boolean[] dropped = new boolean[CAPACITY];
    private final long[] frames = new long[CAPACITY];
    private final int[] lengths = new int[CAPACITY];
    private final FrameContent[] contents = new FrameContent[CAPACITY];
    private final int[] packetStarts = new int[CAPACITY];
    private final FrameReader reader = new FrameReader();
    private int size;

    FrameSlots() {
        for (int i = 0; i < CAPACITY; i++) {
            long header = (long) i * MessageBatch.HEADER_BYTES;
            sendHeaders.set(ADDRESS, header + MessageBatch.IOVEC, sendIovecs.asSlice((long) i * IOVEC_BYTES));
            sendHeaders.set(JAVA_LONG, header + MessageBatch.IOVEC_COUNT, 1);
        }
    }

    /** Forgets all frames. */
    void clear() {
        size = 0;
    }

    /** The struct mmsghdr of the first slot that is empty, and those behind it. */
    MemorySegment emptyHeaders() {
        return size == 0 ? batch.headers : batch.headers.asSlice((long) size * MessageBatch.HEADER_BYTES);
    }

    /** Takes over what recvmmsg has put into the {@link #emptyHeaders}. */
    void received(int count) {
        for (int end = size + count; size < end;) {
            int slot = size;
            lengths[slot] = batch.length(slot) - VNET_BYTES;
            long aux = batch.control(slot, Linux.SOL_PACKET, Linux.PACKET_AUXDATA);
            boolean tagged = aux >= 0 && (batch.controls().get(JAVA_INT, aux + AUX_STATUS) & Linux.TP_STATUS_VLAN_VALID) != 0;
            if (tagged) {
                boolean known = (batch.controls().get(JAVA_INT, aux + AUX_STATUS) & Linux.TP_STATUS_VLAN_TPID_VALID) != 0;
                restoreTag(slot, known ? batch.controls().get(JAVA_SHORT, aux + AUX_VLAN_TPID) : Linux.ETH_P_8021Q,
                        batch.controls().get(JAVA_SHORT, aux + AUX_VLAN_TCI));
            }
            batch.prepareSlot(slot);
            add(tagged);
        }
    }

    /** Copies the frame that the ring is at, which is whole. It is short: so the place is free again at once. */
    void copy(FrameRing ring) {
        int slot = size;
        int length = ring.lengthBytes();
        MemorySegment.copy(ring.memory(), ring.frameOffset() - VNET_BYTES, batch.data, batch.offset(slot), VNET_BYTES + length);
        lengths[slot] = length;
        boolean tagged = ring.tagged();
        if (tagged) {
            restoreTag(slot, ring.tagProtocol(), ring.tagControl());
        }
        add(tagged);
    }

    /** Finds out what the frame in the first empty slot is; with that it belongs to the batch. */
    private void add(boolean tagged) {
        int slot = size++;
        frames[slot] = batch.offset(slot) + VNET_BYTES - (tagged ? TAG_BYTES : 0);
        lengths[slot] += tagged ? TAG_BYTES : 0;
        dropped[slot] = false;
        contents[slot] = reader.read(batch.data, frames[slot], lengths[slot]);
        packetStarts[slot] = reader.packetStart();
    }

    private void restoreTag(int slot, int protocol, int control) {
        MemorySegment data = batch.data;
        long from = batch.offset(slot);
        long to = from - TAG_BYTES;
        MemorySegment.copy(data, from, data, to, VNET_BYTES + MACS_BYTES);
        data.set(BIG_SHORT, to + VNET_BYTES + MACS_BYTES, (short) protocol);
        data.set(BIG_SHORT, to + VNET_BYTES + MACS_BYTES + 2, (short) control);
        if ((data.get(JAVA_BYTE, to + VNET_FLAGS) & VNET_F_NEEDS_CSUM) != 0) {
            add(data, to + VNET_CSUM_START, TAG_BYTES);
        }
        if (data.get(JAVA_BYTE, to + VNET_GSO_TYPE) != 0) {
            add(data, to + VNET_HEADER_LENGTH, TAG_BYTES);
        }
    }

    private static void add(MemorySegment data, long offset, int bytes) {
        data.set(SHORT, offset, (short) (data.get(SHORT, offset) + bytes));
    }

    /** Points the messages to send at the frames that are not dropped. @return how many there are */
    int prepareSend() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!dropped[i]) {
                long iovec = (long) count * IOVEC_BYTES;
                sendIovecs.set(JAVA_LONG, iovec, dataAddress + frames[i] - VNET_BYTES);
                sendIovecs.set(JAVA_LONG, iovec + 8, VNET_BYTES + lengths[i]);
                count++;
            }
        }
        return count;
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
    public long frameOffset(int index) {
        return frames[index];
    }

    @Override
    public int frameLengthBytes(int index) {
        return lengths[index];
    }

    @Override
    public FrameContent content(int index) {
        return contents[index];
    }

    @Override
    public long packetOffset(int index) {
        return contents[index] == FrameContent.IP ? frames[index] + packetStarts[index] : -1;
    }

    @Override
    public int packetLengthBytes(int index) {
        return lengths[index] - packetStarts[index];
    }

    /** @param message the frame behind its struct virtio_net_hdr */
    record Copy(MemorySegment message) implements FrameCopy {

        @Override
        public MemorySegment frame() {
            return message.asSlice(VNET_BYTES).asReadOnly();
        }
    }

    @Override
    public FrameCopy copy(int index) {
        return new Copy(MemorySegment.ofArray(batch.data.asSlice(frames[index] - VNET_BYTES, VNET_BYTES + lengths[index]).toArray(JAVA_BYTE)));
    }

    @Override
    public boolean isDropped(int index) {
        return dropped[index];
    }

    @Override
    public void drop(int index) {
        dropped[index] = true;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
