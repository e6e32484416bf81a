package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The functions of the C library that ports need. Where a function fails, these methods return the negative of its error number
 * (see {@link Errno}), as the kernel itself does, so that no error gets lost between two calls. Safe for use by several threads.
 */
@SuppressWarnings("restricted") // the start options of every launcher enable native access
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CONNECT = function("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GETSOCKNAME = function("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle SETSOCKOPT =
            function("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SENDTO =
            function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle RECVMMSG =
            function("recvmmsg", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle PPOLL = function("ppoll", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle EVENTFD = function("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle WRITE = function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOCK_GETTIME = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("clock_gettime"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), Linker.Option.critical(false));

    /** Functions that a trace does not need: linked only when they are used, as each costs start-up time. */
    private static final class Rare {
        static final MethodHandle SENDMMSG = function("sendmmsg", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle GETSOCKOPT =
                function("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
        static final MethodHandle IF_NAMETOINDEX = function("if_nametoindex", JAVA_INT, ADDRESS);
        static final MethodHandle GETIFADDRS = function("getifaddrs", JAVA_INT, ADDRESS);
        static final MethodHandle FREEIFADDRS = LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow("freeifaddrs"), FunctionDescriptor.ofVoid(ADDRESS));
        static final MethodHandle GETEUID = function("geteuid", JAVA_INT);
        static final MethodHandle READ = function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
        static final MethodHandle MMAP = function("mmap", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
        static final MethodHandle MUNMAP = function("munmap", JAVA_INT, ADDRESS, JAVA_LONG);
        static final MethodHandle OPEN = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), CAPTURE, Linker.Option.firstVariadicArg(2));
        static final MethodHandle IOCTL = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), CAPTURE, Linker.Option.firstVariadicArg(2));
    }

    private Libc() {
    }

    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments),
                CAPTURE);
    }

    static int socket(int domain, int type, int protocol) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) SOCKET.invokeExact(state, domain, type | Linux.SOCK_CLOEXEC, protocol), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int close(int fd) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) CLOSE.invokeExact(state, fd), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int bind(int fd, MemorySegment address) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) BIND.invokeExact(state, fd, address, (int) address.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int connect(int fd, MemorySegment address) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) CONNECT.invokeExact(state, fd, address, (int) address.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param length an int that holds the size of {@code address}, and gets that of the result */
    static int getsockname(int fd, MemorySegment address, MemorySegment length) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) GETSOCKNAME.invokeExact(state, fd, address, length), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int setsockopt(int fd, int level, int option, MemorySegment value) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) SETSOCKOPT.invokeExact(state, fd, level, option, value, (int) value.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int setsockopt(int fd, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            return setsockopt(fd, level, option, arena.allocateFrom(JAVA_INT, value));
        }
    }

    /** @param length an int that holds the size of {@code value}, and gets that of the result */
    static int getsockopt(int fd, int level, int option, MemorySegment value, MemorySegment length) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.GETSOCKOPT.invokeExact(state, fd, level, option, value, length), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param address where to send to; {@link MemorySegment#NULL} with a length of 0 for a bound socket */
    static int sendto(int fd, MemorySegment data, long length, int flags, MemorySegment address, int addressLength) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) (long) SENDTO.invokeExact(state, fd, data, length, flags, address, addressLength), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int recvmmsg(int fd, MemorySegment messages, int count, int flags) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) RECVMMSG.invokeExact(state, fd, messages, count, flags, MemorySegment.NULL), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int sendmmsg(int fd, MemorySegment messages, int count, int flags) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.SENDMMSG.invokeExact(state, fd, messages, count, flags), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param timeout a struct timespec, or {@link MemorySegment#NULL} to wait without end */
    static int ppoll(MemorySegment fds, int count, MemorySegment timeout) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) PPOLL.invokeExact(state, fds, (long) count, timeout, MemorySegment.NULL), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int eventfd() {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) EVENTFD.invokeExact(state, 0, Linux.EFD_NONBLOCK | Linux.EFD_CLOEXEC), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int write(int fd, MemorySegment data) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) (long) WRITE.invokeExact(state, fd, data, data.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int read(int fd, MemorySegment buffer) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) (long) Rare.READ.invokeExact(state, fd, buffer, buffer.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Maps memory that a file shares, for reading and writing. @return its address, or the negative error number */
    static long mmap(int fd, long bytes) {
        MemorySegment state = CAPTURED.get();
        try {
            long address = (long) Rare.MMAP.invokeExact(state, MemorySegment.NULL, bytes, Linux.PROT_READ_WRITE, Linux.MAP_SHARED, fd, 0L);
            return address == -1 ? -(int) ERRNO.get(state, 0L) : address;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int munmap(MemorySegment memory) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.MUNMAP.invokeExact(state, memory, memory.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param flags without O_CREAT, so that no mode is needed */
    static int open(MemorySegment path, int flags) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.OPEN.invokeExact(state, path, flags, 0), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** @param timespec 16 bytes for seconds and nanoseconds */
    static void clockGettime(int clock, MemorySegment timespec) {
        try {
            int ignored = (int) CLOCK_GETTIME.invokeExact(clock, timespec);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The index of an interface, or the negative error number. */
    static int ifNametoindex(MemorySegment name) {
        MemorySegment state = CAPTURED.get();
        try {
            int index = (int) Rare.IF_NAMETOINDEX.invokeExact(state, name);
            return index > 0 ? index : -(int) ERRNO.get(state, 0L);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int getifaddrs(MemorySegment result) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.GETIFADDRS.invokeExact(state, result), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void freeifaddrs(MemorySegment list) {
        try {
            Rare.FREEIFADDRS.invokeExact(list);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int geteuid() {
        MemorySegment state = CAPTURED.get();
        try {
            return (int) Rare.GETEUID.invokeExact(state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int ioctl(int fd, long request, MemorySegment argument) {
        MemorySegment state = CAPTURED.get();
        try {
            return result((int) Rare.IOCTL.invokeExact(state, fd, request, argument), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int result(int returned, MemorySegment state) {
        return returned < 0 ? -(int) ERRNO.get(state, 0L) : returned;
    }

    /** A downcall itself throws nothing but what comes from a wrong use of it: a bug here, not a state of the system. */
    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof RuntimeException runtime) {
            return runtime;
        }
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("call into the C library failed", e);
    }
}
