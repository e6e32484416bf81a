package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.UdpSockets.UdpSocket;
import org.junit.jupiter.api.Test;

class UdpSocketsTest {

    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");

    private static List<UdpSocket> at(int port) throws PacketPortException {
        return UdpSockets.ofHost().stream().filter(socket -> socket.localPort() == port).toList();
    }

    /** Java's sockets are of IPv6 where the host has it: what they say of IPv4 stands there as a mapped address. */
    @Test
    void aSocketIsToldWithTheOneThatItHears() throws Exception {
        try (DatagramChannel open = DatagramChannel.open(); DatagramChannel connected = DatagramChannel.open()) {
            open.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            int served = ((InetSocketAddress) open.getLocalAddress()).getPort();
            connected.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), served));
            int client = ((InetSocketAddress) connected.getLocalAddress()).getPort();
            UdpSocket server = at(served).getFirst();
            assertEquals(LOOPBACK, server.local());
            assertFalse(server.isConnected());
            UdpSocket one = at(client).getFirst();
            assertTrue(one.isConnected());
            assertEquals(List.of(LOOPBACK, LOOPBACK), List.of(one.local(), one.remote()));
            assertEquals(served, one.remotePort());
            assertTrue(one.inode() > 0);
        }
    }
}
