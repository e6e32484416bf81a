package org.hopwarden.cli.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends packets with headers of one's own out of an interface in another network namespace, through the kernel's output hook. Its
 * packets bear {@link #PRIORITY}, by which they can be told from the kernel's own.
 */
final class RawSender implements AutoCloseable {

    /** The priority of its packets, as nft writes it: 0:4857. */
    private static final int PRIORITY = 0x4857;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_RAW = 3;
    private static final int IPPROTO_RAW = 255;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PRIORITY = 12;
    private static final int SO_BINDTODEVICE = 25;
    private static final int CLONE_NEWNET = 0x4000_0000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.captureCallState("errno"));
    private static final MethodHandle SETNS = handle("setns", JAVA_INT, JAVA_INT);
    private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SETSOCKOPT = handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SENDTO = handle("sendto", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CLOSE = handle("close", JAVA_INT);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment state = arena.allocate(STATE);
    private final MemorySegment packet = arena.allocate(1 << 16, 8);
    private final MemorySegment address = arena.allocate(28, 8);
    private final int v4;
    private final int v6;

    /**
     * Opens a sender.
     *
     * @param namespacePid a process in the network namespace
     * @param interfaceName what packets leave by
     */
    RawSender(long namespacePid, String interfaceName) throws IOException {
        // A thread of its own changes its namespace and ends there; sockets stay where they were made.
        CompletableFuture<int[]> sockets = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                int file = call("open", OPEN, arena.allocateFrom("/proc/" + namespacePid + "/ns/net"), 0);
                call("setns", SETNS, file, CLONE_NEWNET);
                call("close", CLOSE, file);
                sockets.complete(new int[] { socket(AF_INET, interfaceName), socket(AF_INET6, interfaceName) });
            } catch (Throwable e) {
                sockets.completeExceptionally(e);
            }
        });
        try {
            int[] opened = sockets.join();
            v4 = opened[0];
            v6 = opened[1];
        } catch (CompletionException e) {
            arena.close();
            throw new IOException(e.getCause());
        }
    }

    private int socket(int family, String interfaceName) throws IOException {
        int socket = call("socket", SOCKET, family, SOCK_RAW, IPPROTO_RAW);
        MemorySegment priority = arena.allocateFrom(JAVA_INT, PRIORITY);
        call("setsockopt", SETSOCKOPT, socket, SOL_SOCKET, SO_PRIORITY, priority, 4);
        MemorySegment name = arena.allocateFrom(interfaceName);
        call("setsockopt", SETSOCKOPT, socket, SOL_SOCKET, SO_BINDTODEVICE, name, (int) name.byteSize());
        return socket;
    }

    /** Sends a whole IP packet; whether a filter stops it, and whether the kernel takes it at all, is for others to see. */
    void send(byte[] bytes) throws IOException {
        boolean isV6 = (bytes[0] & 0xf0) == 0x60;
        MemorySegment.copy(bytes, 0, packet, JAVA_BYTE, 0, bytes.length);
        address.fill((byte) 0);
        address.set(JAVA_SHORT, 0, (short) (isV6 ? AF_INET6 : AF_INET));
        MemorySegment.copy(packet, isV6 ? 24 : 16, address, isV6 ? 8 : 4, isV6 ? 16 : 4);
        // A filter that drops is EPERM, a packet that is none EINVAL, and so on: all of them are packets that do not pass.
        invoke(SENDTO, isV6 ? v6 : v4, packet, (long) bytes.length, 0, address, isV6 ? 28 : 16);
    }

    private int call(String what, MethodHandle handle, Object... arguments) throws IOException {
        int result = (int) invoke(handle, arguments);
        if (result < 0) {
            throw new IOException(what + " failed with error " + (int) ERRNO.get(state, 0L));
        }
        return result;
    }

    private long invoke(MethodHandle handle, Object... arguments) throws IOException {
        Object[] all = new Object[arguments.length + 1];
        all[0] = state;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return ((Number) handle.invokeWithArguments(all)).longValue();
        } catch (Throwable e) {
            throw new IOException("cannot call the C library", e);
        }
    }

    private static MethodHandle handle(String name, MemoryLayout... arguments) {
        MemoryLayout result = name.equals("sendto") ? JAVA_LONG : JAVA_INT;
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    @Override
    public void close() throws IOException {
        call("close", CLOSE, v4);
        call("close", CLOSE, v6);
        arena.close();
    }
}
