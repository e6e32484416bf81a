package org.hopwarden.packetio;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.internal.SocketDiagnosis;

/**
 * Which sockets of this host packets belong to: those of the network namespace of the thread that opened this. A socket is known by its inode, which no other
 * socket of the system has. Asking takes some microseconds, and never waits. Safe for use by several threads, which take turns.
 */
public interface SocketOwners extends AutoCloseable {

    /**
     * Opens it.
     *
     * @throws PacketPortException {@code NOT_AVAILABLE} where this system does not tell
     */
    static SocketOwners open() throws PacketPortException {
        return SocketDiagnosis.open();
    }

    /**
     * The sockets that a packet comes from or goes to.
     *
     * @param protocol of IP; for TCP and UDP to one host there is one socket at the most, for others there may be several that listen to all of it
     * @param local the address of this host, or one of many hosts that it is among
     * @param localPort the port of this host; the identifier of an ICMP echo, or -1
     * @param remotePort -1 where there is none
     * @return the inodes; empty where no socket is known, as for what the kernel itself sends
     */
    List<Long> inodes(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort);

    @Override
    void close();
}
