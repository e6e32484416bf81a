package org.hopwarden.packetio;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Whole IP packets that are to be sent together, in the order in which they were added. The memory is used again after
 * {@link #clear}. Used by one thread at a time.
 */
public final class PacketBatch {

    /** The most packets that a batch takes. */
    public static final int CAPACITY = 64;

    /** The longest IPv4 packet fits, and of probes as many as there are places. */
    private static final int BYTES = 1 << 16;
    private static final int ALIGNMENT = 8;

    private final MemorySegment data = Arena.ofAuto().allocate(BYTES, ALIGNMENT);
    private final int[] offsets = new int[CAPACITY];
    private final int[] lengths = new int[CAPACITY];
    private int size;
    private int end;

    /**
     * Takes the bytes of a packet over.
     *
     * @return false where it does not fit any more: send what is there, clear the batch and add it again
     * @throws IllegalArgumentException where the packet is longer than any IP packet
     */
    public boolean add(MemorySegment packet) {
        long length = packet.byteSize();
        if (length >= BYTES) {
            throw new IllegalArgumentException("no IP packet has " + length + " bytes");
        }
        if (size == CAPACITY || end + length > BYTES) {
            return false;
        }
        MemorySegment.copy(packet, 0, data, end, length);
        offsets[size] = end;
        lengths[size] = (int) length;
        size++;
        end = Math.min(BYTES, end + (int) length + ALIGNMENT - 1 & -ALIGNMENT);
        return true;
    }

    /** How many packets there are. */
    public int size() {
        return size;
    }

    /** The memory of all packets: native, and valid as long as this batch is in reach. */
    public MemorySegment data() {
        return data;
    }

    /** Where a packet starts in {@link #data}, a multiple of 8. */
    public int offset(int index) {
        return offsets[Objects.checkIndex(index, size)];
    }

    public int lengthBytes(int index) {
        return lengths[Objects.checkIndex(index, size)];
    }

    /** The bytes of one packet. */
    public MemorySegment packet(int index) {
        return data.asSlice(offset(index), lengthBytes(index));
    }

    /** Forgets all packets. */
    public void clear() {
        size = 0;
        end = 0;
    }
}
