package org.hopwarden.enforce.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.OwnConnections.Kept;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections.HeldSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnConnectionsTest {

    private static final TcpConnection LOGIN = ends("192.0.2.1", 22, "198.51.100.9", 50000);
    private static final TcpConnection OTHER_LOGIN = ends("192.0.2.1", 22, "198.51.100.10", 50001);
    private static final TcpConnection OUTWARD = ends("192.0.2.1", 40000, "203.0.113.7", 443);
    private static final List<HeldSocket> SOCKETS = List.of(new HeldSocket(LOGIN, 11), new HeldSocket(OTHER_LOGIN, 12),
            new HeldSocket(OUTWARD, 13));

    /** In the place of /proc. */
    @TempDir
    private Path processes;

    private static TcpConnection ends(String local, int localPort, String remote, int remotePort) {
        return new TcpConnection(IpAddress.parse(local), localPort, IpAddress.parse(remote), remotePort);
    }

    private List<HeldConnection> find(Map<String, String> environment, Kept... kept) {
        return new OwnConnections(environment, processes, SOCKETS, Set.of(22), ends -> "eth0").find(ProcessHandle.current(), List.of(kept));
    }

    private void process(long pid, String name, String login, int... sockets) throws IOException {
        Path files = Files.createDirectories(processes.resolve(pid + "/fd"));
        Files.writeString(processes.resolve(pid + "/comm"), name + "\n");
        Files.writeString(processes.resolve(pid + "/loginuid"), login);
        Files.createSymbolicLink(files.resolve("0"), Path.of("pipe:[7]"));
        for (int socket : sockets) {
            Files.createSymbolicLink(files.resolve(Integer.toString(socket)), Path.of("socket:[" + socket + "]"));
        }
    }

    @Test
    void theEnvironmentNamesOneThatIsThere() {
        List<HeldConnection> found = find(Map.of("SSH_CONNECTION", "198.51.100.9 50000 192.0.2.1 22"));
        assertEquals(List.of(new HeldConnection(LOGIN, true, "SSH_CONNECTION", "eth0")), found);
        assertEquals("tcp from 198.51.100.9 port 50000 to 192.0.2.1 port 22", found.getFirst().words());
    }

    @Test
    void oneThatIsOverOrOfAnotherNamespaceDoesNotCount() {
        assertEquals(List.of(), find(Map.of("SSH_CONNECTION", "198.51.100.9 50009 192.0.2.1 22")));
        assertEquals(List.of(), find(Map.of("SSH_CONNECTION", "nonsense")));
        assertEquals(List.of(), find(Map.of()));
    }

    @Test
    void aProcessAboveHoldsOne() throws IOException {
        process(ProcessHandle.current().parent().orElseThrow().pid(), "sshd", "1000", 11, 13);
        List<HeldConnection> found = find(Map.of());
        assertEquals(List.of(LOGIN, OUTWARD), found.stream().map(HeldConnection::ends).toList());
        assertEquals(List.of(true, false), found.stream().map(HeldConnection::begunThere).toList(), "only port 22 is served here");
        assertEquals("held by sshd (process " + ProcessHandle.current().parent().orElseThrow().pid() + ")", found.getFirst().why());
        assertEquals("tcp from 192.0.2.1 port 40000 to 203.0.113.7 port 443", found.get(1).words());
    }

    /** As below tmux: whoever holds the terminal is no child of the login. */
    @Test
    void theSameLoginHoldsOne() throws IOException {
        process(ProcessHandle.current().pid(), "java", "1000");
        process(999_999_901L, "sshd-session", "1000", 11);
        process(999_999_902L, "sshd-session", "1001", 12);
        process(999_999_903L, "browser", "1000", 13);
        assertEquals(List.of(LOGIN), find(Map.of()).stream().map(HeldConnection::ends).toList());
    }

    @Test
    void otherEndsAreKeptOnRequest() {
        assertEquals(List.of(OTHER_LOGIN), find(Map.of(), kept("198.51.100.10")).stream().map(HeldConnection::ends).toList());
        assertEquals(List.of(OUTWARD), find(Map.of(), kept("203.0.113.7:443")).stream().map(HeldConnection::ends).toList());
        assertEquals(List.of(LOGIN), find(Map.of(), kept("198.51.100.9:22")).stream().map(HeldConnection::ends).toList());
        assertEquals(List.of(), find(Map.of(), kept("203.0.113.7:80")));
    }

    private static Kept kept(String text) {
        return Kept.tryParse(text).orElseThrow();
    }

    @Test
    void endsAreRead() {
        assertEquals("[2001:db8::9]:22", kept("[2001:db8::9]:22").toString());
        assertEquals(new Kept(IpAddress.parse("2001:db8::9"), 0), kept("2001:db8::9"));
        for (String wrong : List.of("", "host", "192.0.2.1:", "192.0.2.1:0", "192.0.2.1:65536", "[192.0.2.1", "192.0.2.1:x")) {
            assertEquals(Optional.empty(), Kept.tryParse(wrong), wrong);
        }
    }
}
