package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets on the loopback of this host. */
class SocketOwnersTest {

    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");
    private static final int NOBODY = 9;

    private SocketOwners owners;

    @BeforeEach
    void open() {
        try {
            owners = SocketOwners.open();
        } catch (PacketPortException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
        }
    }

    @AfterEach
    void close() {
        if (owners != null) {
            owners.close();
        }
    }

    /** The inodes of this process's sockets. */
    private static Set<String> own() throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            for (Path link : links.toList()) {
                if (Files.isSymbolicLink(link)) {
                    own.add(Files.readSymbolicLink(link).toString());
                }
            }
        }
        return own;
    }

    private void assertOwn(int count, List<Long> inodes) throws IOException {
        assertEquals(count, Set.copyOf(inodes).size(), inodes.toString());
        for (long inode : inodes) {
            assertTrue(own().contains("socket:[" + inode + "]"), inode + " of " + own());
        }
    }

    private List<Long> find(int protocol, int localPort, int remotePort) {
        return owners.inodes(protocol, LOOPBACK, localPort, LOOPBACK, remotePort);
    }

    /** Java's sockets are of IPv6 and take IPv4 as well. */
    @Test
    void aListenerAndBothEndsOfAConnectionAreToldApart() throws IOException {
        try (ServerSocket server = new ServerSocket(0); Socket client = new Socket(InetAddress.getByName("127.0.0.1"), server.getLocalPort());
                Socket accepted = server.accept()) {
            List<Long> listens = find(IpProtocol.TCP, server.getLocalPort(), NOBODY);
            List<Long> near = find(IpProtocol.TCP, client.getLocalPort(), server.getLocalPort());
            List<Long> far = find(IpProtocol.TCP, accepted.getLocalPort(), client.getLocalPort());
            assertOwn(1, listens);
            assertOwn(1, near);
            assertOwn(1, far);
            assertEquals(3, Set.of(listens, near, far).size());
            assertEquals(List.of(), find(IpProtocol.TCP, NOBODY, client.getLocalPort()));
        }
    }

    @Test
    void aDatagramBelongsToWhoIsBoundToItsPort() throws IOException {
        try (DatagramSocket any = new DatagramSocket(0); DatagramSocket one = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            assertOwn(1, find(IpProtocol.UDP, any.getLocalPort(), NOBODY));
            assertOwn(1, find(IpProtocol.UDP, one.getLocalPort(), NOBODY));
            assertEquals(List.of(), owners.inodes(IpProtocol.UDP, IpAddress.parse("127.0.0.2"), one.getLocalPort(), LOOPBACK, NOBODY));
        }
    }

    /** Each of them gets it, so whose it is cannot be one of them alone. */
    @Test
    void aDatagramToManyBelongsToAllThatListen() throws IOException {
        try (MulticastSocket first = new MulticastSocket(0); MulticastSocket second = new MulticastSocket(first.getLocalPort())) {
            assertOwn(2, owners.inodes(IpProtocol.UDP, IpAddress.parse("224.0.0.251"), first.getLocalPort(), LOOPBACK, NOBODY));
        }
    }

    /** Of a connection whose handshake is not over, the kernel knows no process: it will be the one that listens. */
    @Test
    void aConnectionThatIsNotWholeYetBelongsToWhoListens() throws Exception {
        String python = "/usr/bin/python3";
        assumeTrue(Files.isExecutable(Path.of(python)), "skipped: no python3 here");
        // TCP_DEFER_ACCEPT leaves it so until something is said.
        Process server = new ProcessBuilder(python, "-c", """
                import os, socket, sys
                s = socket.socket()
                s.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 60)
                s.bind(('127.0.0.1', 0))
                s.listen(5)
                print(s.getsockname()[1], os.fstat(s.fileno()).st_ino, flush=True)
                sys.stdin.read()
                """).start();
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            String[] words = said.readLine().split(" ");
            int port = Integer.parseInt(words[0]);
            try (Socket client = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
                assertEquals(List.of(Long.parseLong(words[1])), find(IpProtocol.TCP, port, client.getLocalPort()));
            }
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }
}
