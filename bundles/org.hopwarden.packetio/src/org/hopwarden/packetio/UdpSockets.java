package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.internal.SocketTable;

/** The UDP sockets of this host. */
public final class UdpSockets {

    private UdpSockets() {
    }

    /**
     * A socket. IPv4 addresses that a socket of IPv6 has stand as such.
     *
     * @param local unspecified where it takes packets to all addresses of the host
     * @param remote the only one it hears, where it is connected; else unspecified
     * @param remotePort 0 unless it is connected
     * @param inode by which the processes that hold it know it ({@code socket:[N]} in /proc/PID/fd); 0 for the kernel's own
     */
    public record UdpSocket(IpAddress local, int localPort, IpAddress remote, int remotePort, long inode) {

        public UdpSocket {
            requireNonNull(local, "local");
            requireNonNull(remote, "remote");
        }

        /** Whether it has one other end. */
        public boolean isConnected() {
            return remotePort != 0;
        }
    }

    /**
     * All of them. No rights are needed.
     *
     * @throws PacketPortException where this system does not tell
     */
    public static List<UdpSocket> ofHost() throws PacketPortException {
        return SocketTable.udpSockets();
    }
}
