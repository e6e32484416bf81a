package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** A struct ifreq (net/if.h): a question about one interface for ioctl(2), see netdevice(7). */
final class InterfaceRequest {

    private static final long BYTES = 40;
    private static final long VALUE = Linux.IFNAMSIZ;

    private InterfaceRequest() {
    }

    /** @throws IllegalArgumentException where no interface can have such a name */
    static MemorySegment of(Arena arena, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length >= Linux.IFNAMSIZ) {
            throw new IllegalArgumentException("no interface is called '" + name + "'");
        }
        MemorySegment request = arena.allocate(BYTES, 8);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
        return request;
    }

    static int number(MemorySegment request) {
        return request.get(JAVA_INT, VALUE);
    }

    static int flags(MemorySegment request) {
        return request.get(JAVA_SHORT, VALUE) & 0xffff;
    }
}
