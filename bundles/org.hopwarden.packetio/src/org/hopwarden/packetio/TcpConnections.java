package org.hopwarden.packetio;

import java.util.List;
import java.util.Set;

import org.hopwarden.packetio.internal.SocketTable;

/** The TCP connections of this host. */
public final class TcpConnections {

    private TcpConnections() {
    }

    /**
     * Those over which data can still be sent, by remote and then local end. No rights are needed.
     *
     * @throws PacketPortException where this system does not tell
     */
    public static List<TcpConnection> ofHost() throws PacketPortException {
        return SocketTable.connections();
    }

    /**
     * An end of a connection, as a socket.
     *
     * @param inode by which the processes that hold it know it ({@code socket:[N]} in /proc/PID/fd)
     */
    public record HeldSocket(TcpConnection ends, long inode) {
    }

    /**
     * The sockets of the connections over which data can still be sent. No rights are needed.
     *
     * @throws PacketPortException where this system does not tell
     */
    public static List<HeldSocket> sockets() throws PacketPortException {
        return SocketTable.sockets();
    }

    /**
     * The local ports at which connections are taken.
     *
     * @throws PacketPortException where this system does not tell
     */
    public static Set<Integer> servedPorts() throws PacketPortException {
        return SocketTable.servedPorts();
    }
}
