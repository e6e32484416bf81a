package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;

import org.hopwarden.packetio.internal.TunSocket;

/**
 * A network interface whose other end is this program: what the kernel routes to it is read here, and what is written here comes in
 * by it. Whole IP packets, from the IP header on. It is gone when this is closed, or this program ends in any way.
 * <p>
 * One thread reads and one writes, at the same time if need be; {@link #close} may be called from any thread.
 */
public interface TunDevice extends AutoCloseable {

    /** Gets each packet that the kernel sends. */
    @FunctionalInterface
    interface PacketReader {

        /** @param packet exactly the packet; valid only during the call */
        void packet(MemorySegment packet) throws PacketPortException;
    }

    /**
     * Makes a device. It is down and has no address: see ip-link(8) and ip-address(8). It may be moved to another network
     * namespace and works on.
     *
     * @param name at most 15 bytes; with {@code %d} in it the kernel fills in a number
     * @param verb the verb of the command line with its arguments, which the remedy names where rights are missing
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_ADMIN or access to the device file, {@code NOT_AVAILABLE}
     *             where the system is not Linux or has no such devices
     */
    static TunDevice open(String name, String verb) throws PacketPortException {
        PacketPorts.requireLinux();
        return new TunSocket(name, verb);
    }

    /** The interface's name where it was made. */
    String name();

    /**
     * Hands over the packets that the kernel has sent, and waits for the first one.
     *
     * @param timeoutNanos how long at the most
     * @return how many packets were handed over; 0 when the time was over or the device is closed
     */
    int read(PacketReader reader, long timeoutNanos) throws PacketPortException;

    /**
     * Lets a packet come in.
     *
     * @return false where the kernel did not take it: the interface is down, or the packet is none
     */
    boolean write(MemorySegment packet) throws PacketPortException;

    @Override
    void close();
}
