package org.hopwarden.packetio;

import java.util.List;

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
}
