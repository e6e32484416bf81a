package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * Memory that the kernel puts frames into without being called for each: a receive ring of a packet socket (TPACKET_V2 of packet(7)). Each place
 * belongs to the kernel or to us, as its status says. A frame that is too long for its place waits whole in the socket's own queue, in
 * the same order.
 * <p>
 * A place holds a struct tpacket2_hdr (linux/if_packet.h) and, from where that says, the frame; a struct virtio_net_hdr stands in front of it. Used
 * by one thread at a time.
 */
final class FrameRing implements AutoCloseable {

    private static final int PLACE_BYTES = 2048;
    private static final int BLOCK_BYTES = 1 << 17;
    /** So many frames may wait. */
    private static final int PLACES = 8192;

    // struct tpacket2_hdr
    private static final int STATUS = 0;
    private static final int LENGTH = 4;
    private static final int CAPTURED = 8;
    private static final int FRAME = 12;
    private static final int VLAN_TCI = 24;
    private static final int VLAN_TPID = 26;
    private static final VarHandle INT = JAVA_INT.varHandle();

    private final MemorySegment memory;
    private int next;

    private FrameRing(MemorySegment memory) {
        this.memory = memory;
    }

    /**
     * Gives a socket a ring.
     *
     * @param socket that is not bound yet
     * @return null where the kernel has none for this kind of socket, or no memory for it
     */
    @SuppressWarnings("restricted") // the start options of every launcher enable native access
    static FrameRing of(NativeSocket socket) {
        long bytes = (long) PLACES * PLACE_BYTES;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocateFrom(JAVA_INT, BLOCK_BYTES, (int) (bytes / BLOCK_BYTES), PLACE_BYTES, PLACES);
            int fd = socket.fd();
            if (Libc.setsockopt(fd, Linux.SOL_PACKET, Linux.PACKET_VERSION, Linux.TPACKET_V2) < 0
                    || Libc.setsockopt(fd, Linux.SOL_PACKET, Linux.PACKET_COPY_THRESH, 1) < 0
                    || Libc.setsockopt(fd, Linux.SOL_PACKET, Linux.PACKET_RX_RING, request) < 0) {
                return null;
            }
            long address = Libc.mmap(fd, bytes);
            if (address > 0) {
                return new FrameRing(MemorySegment.ofAddress(address).reinterpret(bytes));
            }
            // Without it the socket works as before: an empty ring takes the ring away.
            request.fill((byte) 0);
            Libc.setsockopt(fd, Linux.SOL_PACKET, Linux.PACKET_RX_RING, request);
            return null;
        }
    }

    /** How many frames in a row that are too long for their places wait in the socket's queue, from the next one on. */
    int queued(int most) {
        int count = 0;
        while (count < most && (status(next + count) & Linux.TP_STATUS_COPY) != 0) {
            count++;
        }
        return count;
    }

    private int status(int place) {
        return (int) INT.getAcquire(memory, offset(place) + STATUS);
    }

    private static long offset(int place) {
        return (long) (place & PLACES - 1) * PLACE_BYTES;
    }

    /** Whether a frame has come. */
    boolean ready() {
        return (status(next) & Linux.TP_STATUS_USER) != 0;
    }

    /** Whether all of the frame is in its place. */
    boolean whole() {
        return lengthBytes() <= memory.get(JAVA_INT, offset(next) + CAPTURED);
    }

    int lengthBytes() {
        return memory.get(JAVA_INT, offset(next) + LENGTH);
    }

    /** Where the frame starts in {@link #memory}. */
    long frameOffset() {
        long place = offset(next);
        return place + (memory.get(JAVA_SHORT, place + FRAME) & 0xffff);
    }

    /** Whether a VLAN tag was taken out of the frame. */
    boolean tagged() {
        return (status(next) & Linux.TP_STATUS_VLAN_VALID) != 0;
    }

    int tagProtocol() {
        return (status(next) & Linux.TP_STATUS_VLAN_TPID_VALID) != 0 ? memory.get(JAVA_SHORT, offset(next) + VLAN_TPID) & 0xffff
                : Linux.ETH_P_8021Q;
    }

    int tagControl() {
        return memory.get(JAVA_SHORT, offset(next) + VLAN_TCI) & 0xffff;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Gives the place back to the kernel, and goes on to the next. */
    void advance() {
        INT.setRelease(memory, offset(next) + STATUS, Linux.TP_STATUS_KERNEL);
        next = next + 1 & PLACES - 1;
    }

    /** Gives the memory back; the socket has to be closed as well. */
    @Override
    public void close() {
        Libc.munmap(memory);
    }
}
