package org.hopwarden.packetio.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.hopwarden.packetio.PacketPortException;

/** A socket of the kernel, closed once. Who uses it sees to it that nobody is inside a call on it when it is closed. */
final class NativeSocket implements AutoCloseable {

    private int fd;
    private final String name;

    private NativeSocket(int fd, String name) {
        this.fd = fd;
        this.name = name;
    }

    /**
     * Opens a socket.
     *
     * @param name for messages, such as {@code raw IPv4 socket}
     * @param verb the command line verb that a remedy shows, such as {@code trace TARGET}
     */
    static NativeSocket open(int domain, int type, int protocol, String name, String verb) throws PacketPortException {
        int fd = Libc.socket(domain, type, protocol);
        if (fd < 0) {
            throw Faults.opening(name, -fd, verb);
        }
        return new NativeSocket(fd, name);
    }

    int fd() {
        return fd;
    }

    void setOption(int level, int option, int value, String optionName) throws PacketPortException {
        check(Libc.setsockopt(fd, level, option, value), "set " + optionName + " on");
    }

    void setOption(int level, int option, MemorySegment value, String optionName) throws PacketPortException {
        check(Libc.setsockopt(fd, level, option, value), "set " + optionName + " on");
    }

    /** Makes the socket send by one interface alone (socket(7)). */
    void bindToInterface(String interfaceName) throws PacketPortException {
        try (Arena arena = Arena.ofConfined()) {
            int result = Libc.setsockopt(fd, Linux.SOL_SOCKET, Linux.SO_BINDTODEVICE, arena.allocateFrom(interfaceName));
            if (result == -Errno.ENODEV) {
                throw new PacketPortException(PacketPortException.Reason.NOT_AVAILABLE,
                        "there is no network interface '" + interfaceName + "'", "See: hopwarden interfaces");
            }
            check(result, "bind to interface " + interfaceName);
        }
    }

    /** Asks for a large buffer: beyond the system's limit where this process may, else up to it. */
    void growBuffer(int forceOption, int option, int bytes, String optionName) throws PacketPortException {
        if (Libc.setsockopt(fd, Linux.SOL_SOCKET, forceOption, bytes) < 0) {
            setOption(Linux.SOL_SOCKET, option, bytes, optionName);
        }
    }

    /** Binds a packet socket, which starts to receive with that. @param interfaceIndex 0 for every interface */
    void bindPacket(Arena arena, int protocol, int interfaceIndex) throws PacketPortException {
        check(Libc.bind(fd, SocketAddress.packet(arena, protocol, interfaceIndex)), "bind");
    }

    private void check(int result, String what) throws PacketPortException {
        if (result < 0) {
            throw new PacketPortException(PacketPortException.Reason.FAILED,
                    "cannot " + what + " the " + name + ": " + Errno.text(-result), "");
        }
    }

    @Override
    public void close() {
        if (fd >= 0) {
            Libc.close(fd);
            fd = -1;
        }
    }
}
