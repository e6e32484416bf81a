package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.TunDevice;

/** A TUN device of Linux (linux/if_tun.h), with whole IP packets and nothing before them. */
public final class TunSocket implements TunDevice {

    private static final String PATH = "/dev/net/tun";
    private static final int MAX_PACKET_BYTES = 0xffff + 40;

    private final String name;
    private final Arena arena = Arena.ofShared();
    private final int fd;
    private final WakeUp wakeUp;
    private final MemorySegment in = arena.allocate(MAX_PACKET_BYTES, 8);
    private final MemorySegment out = arena.allocate(MAX_PACKET_BYTES, 8);
    /** Reading and writing hold it shared, and closing alone. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closed;

    public TunSocket(String wanted, String verb) throws PacketPortException {
        fd = openDevice(verb);
        try {
            MemorySegment request = InterfaceRequest.of(arena, wanted);
            request.set(JAVA_SHORT, Linux.IFNAMSIZ, (short) (Linux.IFF_TUN | Linux.IFF_NO_PI));
            int result = Libc.ioctl(fd, Linux.TUNSETIFF, request);
            if (result < 0) {
                throw Faults.making("TUN device", -result, verb);
            }
            name = request.getString(0);
            wakeUp = new WakeUp(arena);
        } catch (PacketPortException | RuntimeException e) {
            Libc.close(fd);
            arena.close();
            throw e;
        }
    }

    private int openDevice(String verb) throws PacketPortException {
        int opened = Libc.open(arena.allocateFrom(PATH), Linux.O_RDWR | Linux.O_NONBLOCK | Linux.O_CLOEXEC);
        if (opened < 0) {
            arena.close();
            throw opened == -Errno.ENOENT || opened == -Errno.ENODEV || opened == -Errno.ENXIO
                    ? new PacketPortException(Reason.NOT_AVAILABLE, "this system has no TUN devices: " + Errno.text(-opened),
                            "Run: sudo modprobe tun\nIn a container, start it with: --device=" + PATH)
                    : Faults.making("TUN device", -opened, verb);
        }
        return opened;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(PacketReader reader, long timeoutNanos) throws PacketPortException {
        use.readLock().lock();
        try {
            if (closed || (wakeUp.await(fd, Linux.POLLIN, timeoutNanos) & Linux.POLLIN) == 0) {
                return 0;
            }
            int count = 0;
            while (!closed) {
                int length = Libc.read(fd, in);
                if (length > 0) {
                    reader.packet(in.asSlice(0, length));
                    count++;
                } else if (length == 0 || length == -Errno.EAGAIN || length == -Errno.EINTR) {
                    return count;
                } else {
                    throw new PacketPortException(Reason.FAILED, "cannot read from the TUN device " + name + ": "
                            + Errno.text(-length), "Was it taken away?");
                }
            }
            return count;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public boolean write(MemorySegment packet) throws PacketPortException {
        use.readLock().lock();
        try {
            if (closed) {
                return false;
            }
            MemorySegment.copy(packet, JAVA_BYTE, 0, out, JAVA_BYTE, 0, packet.byteSize());
            int result = Libc.write(fd, out.asSlice(0, packet.byteSize()));
            return switch (-result) {
                case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, Errno.ENOMEM, Errno.EINVAL, Errno.EIO -> false;
                default -> {
                    if (result < 0) {
                        throw new PacketPortException(Reason.FAILED, "cannot write to the TUN device " + name + ": "
                                + Errno.text(-result), "Was it taken away?");
                    }
                    yield true;
                }
            };
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        wakeUp.signal();
        use.writeLock().lock();
        try {
            if (arena.scope().isAlive()) {
                Libc.close(fd);
                wakeUp.close();
                arena.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
