package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.hopwarden.net.IpVersion;

/**
 * What sendmmsg(2) wants besides the packets: an array of struct mmsghdr, and for each the place of its packet and the address that
 * it goes to, which is the packet's own.
 */
final class OutgoingMessages {

    private static final int IOVEC_BYTES = 16;
    private static final int NAME_LENGTH = 8;
    /** Of a socket address with room to spare, so that the next one is aligned. */
    private static final int NAME_BYTES = 32;

    private final IpVersion version;
    private final MemorySegment headers;
    private final MemorySegment iovecs;
    private final MemorySegment names;

    OutgoingMessages(Arena arena, IpVersion version, int capacity) {
        this.version = version;
        boolean v4 = version == IpVersion.V4;
        headers = arena.allocate((long) capacity * MessageBatch.HEADER_BYTES, 64);
        iovecs = arena.allocate((long) capacity * IOVEC_BYTES, 8);
        names = arena.allocate((long) capacity * NAME_BYTES, 8);
        for (int i = 0; i < capacity; i++) {
            long header = (long) i * MessageBatch.HEADER_BYTES;
            long name = (long) i * NAME_BYTES;
            names.set(JAVA_SHORT, name, (short) (v4 ? Linux.AF_INET : Linux.AF_INET6));
            headers.set(ADDRESS, header, names.asSlice(name));
            headers.set(JAVA_INT, header + NAME_LENGTH, v4 ? SocketAddress.V4_BYTES : SocketAddress.V6_BYTES);
            headers.set(ADDRESS, header + MessageBatch.IOVEC, iovecs.asSlice((long) i * IOVEC_BYTES));
            headers.set(JAVA_LONG, header + MessageBatch.IOVEC_COUNT, 1);
        }
    }

    /** Makes a message that sends this packet. @param data native memory */
    void set(int index, MemorySegment data, long offset, int length) {
        boolean v4 = version == IpVersion.V4;
        iovecs.set(JAVA_LONG, (long) index * IOVEC_BYTES, data.address() + offset);
        iovecs.set(JAVA_LONG, (long) index * IOVEC_BYTES + 8, length);
        // The port stays 0: raw(7) knows none.
        MemorySegment.copy(data, offset + (v4 ? 16 : 24), names, (long) index * NAME_BYTES + (v4 ? 4 : 8), v4 ? 4 : 16);
    }

    MemorySegment headers() {
        return headers;
    }
}
