package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpConnectionsTest {

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "::1" })
    void anOpenConnectionIsListedFromBothEndsUntilItIsClosed(String text) throws Exception {
        assumeTrue(text.indexOf(':') < 0 || Files.exists(Path.of("/proc/net/if_inet6")), "skipped: no IPv6 here");
        InetAddress loopback = InetAddress.getByName(text);
        IpAddress address = IpAddress.of(loopback);
        TcpConnection one;
        TcpConnection other;
        try (ServerSocket server = listen(loopback); Socket client = new Socket(loopback, server.getLocalPort());
                Socket accepted = server.accept()) {
            one = new TcpConnection(address, client.getLocalPort(), address, server.getLocalPort());
            other = new TcpConnection(address, accepted.getLocalPort(), address, accepted.getPort());
            assertTrue(TcpConnections.ofHost().contains(one), () -> "no " + one);
            assertTrue(TcpConnections.ofHost().contains(other), () -> "no " + other);
        }
        assertFalse(TcpConnections.ofHost().contains(one));
        assertFalse(TcpConnections.ofHost().contains(other));
    }

    private static ServerSocket listen(InetAddress address) throws IOException {
        return new ServerSocket(0, 1, address);
    }
}
