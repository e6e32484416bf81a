package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Lets one thread wait for a socket, and any other thread end that wait for good. An eventfd stands beside the socket in the
 * poll set; once signalled it stays readable.
 */
final class WakeUp implements AutoCloseable {

    private static final long POLLFD_BYTES = 8;
    private static final long REVENTS = 6;

    private final MemorySegment pollSet;
    private final MemorySegment timeout;
    private final MemorySegment one;
    private final int eventFd;
    private boolean open;

    WakeUp(Arena arena) throws PacketPortException {
        pollSet = arena.allocate(2 * POLLFD_BYTES, 8);
        timeout = arena.allocate(16, 8);
        one = arena.allocateFrom(JAVA_LONG, 1);
        eventFd = Libc.eventfd();
        if (eventFd < 0) {
            throw new PacketPortException(Reason.FAILED, "cannot make an eventfd: " + Errno.text(-eventFd), "");
        }
        open = true;
    }

    /**
     * Waits until the socket is ready, the time is over, or {@link #signal} was called. May return early.
     *
     * @param events of poll.h
     * @param nanos how long at the most; less than 1 does not wait
     * @return the events of the socket, 0 where there are none
     */
    int await(int socket, short events, long nanos) {
        pollSet.set(JAVA_INT, 0, socket);
        pollSet.set(JAVA_SHORT, 4, events);
        pollSet.set(JAVA_INT, POLLFD_BYTES, eventFd);
        pollSet.set(JAVA_SHORT, POLLFD_BYTES + 4, Linux.POLLIN);
        long wait = Math.max(0, nanos);
        timeout.set(JAVA_LONG, 0, wait / 1_000_000_000);
        timeout.set(JAVA_LONG, 8, wait % 1_000_000_000);
        return Libc.ppoll(pollSet, 2, timeout) <= 0 ? 0 : pollSet.get(JAVA_SHORT, REVENTS);
    }

    /**
     * Waits until one of several sockets is ready or has an error, the time is over, or {@link #signal} was called. May return
     * early.
     *
     * @param events of poll.h for each socket
     * @param ready gets the events of each socket, 0 where there are none
     */
    void await(int[] sockets, short[] events, short[] ready, long nanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate((sockets.length + 1) * POLLFD_BYTES, 8);
            for (int i = 0; i <= sockets.length; i++) {
                set.set(JAVA_INT, i * POLLFD_BYTES, i < sockets.length ? sockets[i] : eventFd);
                set.set(JAVA_SHORT, i * POLLFD_BYTES + 4, i < sockets.length ? events[i] : Linux.POLLIN);
            }
            long wait = Math.max(0, nanos);
            timeout.set(JAVA_LONG, 0, wait / 1_000_000_000);
            timeout.set(JAVA_LONG, 8, wait % 1_000_000_000);
            boolean any = Libc.ppoll(set, sockets.length + 1, timeout) > 0;
            for (int i = 0; i < sockets.length; i++) {
                ready[i] = any ? set.get(JAVA_SHORT, i * POLLFD_BYTES + REVENTS) : 0;
            }
        }
    }

    /** Ends this and every later wait. */
    synchronized void signal() {
        if (open) {
            Libc.write(eventFd, one);
        }
    }

    /** Gives the eventfd back; no thread may be waiting. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            Libc.close(eventFd);
        }
    }
}
