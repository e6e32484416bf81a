package org.hopwarden.enforce.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.HeldConnection.Way;
import org.hopwarden.enforce.gate.HostConnections.Routes;
import org.hopwarden.enforce.gate.HostConnections.Tracked;
import org.hopwarden.enforce.gate.OwnConnections.Kept;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections.HeldSocket;
import org.hopwarden.packetio.UdpSockets.UdpSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnConnectionsTest {

    private static final Ends LOGIN = ends("192.0.2.1", 22, "198.51.100.9", 50000);
    private static final Ends OTHER_LOGIN = ends("192.0.2.1", 22, "198.51.100.10", 50001);
    private static final Ends OUTWARD = ends("192.0.2.1", 40000, "203.0.113.7", 443);
    private static final List<HeldSocket> SOCKETS = List.of(socket(LOGIN, 11), socket(OTHER_LOGIN, 12), socket(OUTWARD, 13));
    private static final long FOREIGN = 999_999_901L;

    private final List<HeldSocket> tcp = new ArrayList<>(SOCKETS);
    private final List<UdpSocket> udp = new ArrayList<>();
    private final List<Tracked> flows = new ArrayList<>();
    private Optional<Ends> carrier = Optional.empty();

    /** In the place of /proc. */
    @TempDir
    private Path processes;

    private static Ends ends(String local, int localPort, String remote, int remotePort) {
        return new Ends(IpAddress.parse(local), localPort, IpAddress.parse(remote), remotePort);
    }

    private static HeldSocket socket(Ends ends, long inode) {
        return new HeldSocket(new TcpConnection(ends.local(), ends.localPort(), ends.remote(), ends.remotePort()), inode);
    }

    private static UdpSocket udp(Ends ends, long inode) {
        return new UdpSocket(ends.local(), ends.localPort(), ends.remote(), ends.remotePort(), inode);
    }

    private OwnConnections.Found look(Map<String, String> environment, Kept... kept) {
        Routes routes = new Routes() {

            @Override
            public Way way(Ends ends) {
                return Way.by("eth0");
            }

            @Override
            public Optional<Ends> carrier(String interfaceName, IpAddress remote) {
                return remote.equals(LOGIN.remote()) ? carrier : Optional.empty();
            }

            @Override
            public List<Tracked> udpFlows() {
                return flows;
            }
        };
        return new OwnConnections(environment, processes, new HostConnections(tcp, udp, Set.of(22), routes)).find(ProcessHandle.current(),
                List.of(kept));
    }

    private List<HeldConnection> find(Map<String, String> environment, Kept... kept) {
        return look(environment, kept).connections();
    }

    private static long parent() {
        return ProcessHandle.current().parent().orElseThrow().pid();
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
        assertEquals(List.of(new HeldConnection(IpProtocol.TCP, LOGIN, true, "SSH_CONNECTION", Way.by("eth0"), Set.of())), found);
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

    /** A socket of IPv6 that serves IPv4 as well, and an address of the link, which has its interface with it. */
    @Test
    void addressesAreReadAsSshWritesThem() {
        assertEquals(List.of(LOGIN), find(Map.of("SSH_CONNECTION", "::ffff:198.51.100.9 50000 ::ffff:192.0.2.1 22")).stream()
                .map(HeldConnection::ends).toList());
        Ends link = ends("fe80::1", 22, "fe80::9", 50009);
        tcp.add(socket(link, 14));
        HeldConnection found = find(Map.of("SSH_CONNECTION", "fe80::9%eth7 50009 fe80::1%eth7 22")).getFirst();
        assertEquals(link, found.ends());
        assertEquals("eth7", found.way().interfaceName(), "no route tells by which interface an address of the link is reached");
        assertEquals(List.of(LOGIN), find(Map.of(), kept("::ffff:198.51.100.9")).stream().map(HeldConnection::ends).toList());
    }

    /** An editor above holds connections, but none of a login: its server was started by one that is over, and is reached through another. */
    @Test
    void otherConnectionsAboveDoNotHideTheLogin() throws IOException {
        process(ProcessHandle.current().pid(), "java", "1000");
        process(parent(), "editor", "1000", 13);
        process(FOREIGN, "sshd-session", "1000", 11);
        assertEquals(List.of(OUTWARD, LOGIN), find(Map.of()).stream().map(HeldConnection::ends).toList());
    }

    @Test
    void whatCarriesAConnectionWithinTheHostIsFound() throws IOException {
        Ends here = ends("127.0.0.1", 22, "127.0.0.1", 51000);
        tcp.add(socket(here, 21));
        tcp.add(socket(here.reversed(), 22));
        process(FOREIGN, "ssh", "1000", 22, 13);
        List<HeldConnection> found = find(Map.of("SSH_CONNECTION", "127.0.0.1 51000 127.0.0.1 22"));
        assertEquals(List.of(here, OUTWARD, here.reversed()), found.stream().map(HeldConnection::ends).toList());
        assertEquals("carried by ssh (process " + FOREIGN + ")", found.get(1).why());
        assertFalse(found.get(1).begunThere());
    }

    @Test
    void theTunnelThatALoginComesThroughIsFound() {
        carrier = Optional.of(ends("192.0.2.1", 51820, "203.0.113.8", 40001));
        List<HeldConnection> found = find(Map.of("SSH_CONNECTION", "198.51.100.9 50000 192.0.2.1 22"));
        assertEquals("udp from 192.0.2.1 port 51820 to 203.0.113.8 port 40001", found.getLast().words());
        assertEquals("carries eth0", found.getLast().why());
    }

    /** Its socket hears everybody, so only the kernel's tracking or the login that began it tell who its client is. */
    @Test
    void moshIsFoundWithItsClient() throws IOException {
        process(parent(), "mosh-server", "1000", 31);
        udp.add(udp(ends("192.0.2.1", 60001, "0.0.0.0", 0), 31));
        assertEquals(List.of(), find(Map.of()), "nobody tells");
        Files.writeString(processes.resolve(parent() + "/environ"), "HOME=/root\0SSH_CONNECTION=198.51.100.9 50000 192.0.2.1 22\0");
        HeldConnection told = find(Map.of()).getFirst();
        assertEquals("udp from 198.51.100.9 to 192.0.2.1 port 60001", told.words());
        flows.add(new Tracked(ends("192.0.2.1", 60001, "203.0.113.77", 43210), true));
        assertEquals("udp from 203.0.113.77 port 43210 to 192.0.2.1 port 60001", find(Map.of()).getFirst().words(), "it has moved since");
    }

    @Test
    void connectedSocketsOfUdpCount() throws IOException {
        Ends quic = ends("192.0.2.1", 45000, "203.0.113.7", 443);
        udp.add(udp(quic, 41));
        process(parent(), "tunnel", "1000", 41);
        assertEquals("udp from 192.0.2.1 port 45000 to 203.0.113.7 port 443", find(Map.of()).getFirst().words());
        assertEquals(List.of(OUTWARD, quic), find(Map.of(), kept("203.0.113.7")).stream().map(HeldConnection::ends).sorted(
                java.util.Comparator.comparingInt(Ends::localPort)).toList());
    }

    /** A container keeps no account of logins. */
    @Test
    void withoutAccountsAllLoginsCountForWhoSitsAtATerminal() throws IOException {
        process(ProcessHandle.current().pid(), "java", "4294967295");
        process(FOREIGN, "sshd", "4294967295", 11);
        assertEquals(List.of(), find(Map.of()), "a service that the host starts");
        Files.writeString(processes.resolve(ProcessHandle.current().pid() + "/stat"), "7 (a (b) c) S 1 7 7 34816 7 0");
        assertEquals(List.of(LOGIN), find(Map.of()).stream().map(HeldConnection::ends).toList());
    }

    @Test
    void whatCannotBeKeptIsTold() {
        assertEquals(List.of(kept("203.0.113.99")), look(Map.of(), kept("203.0.113.99"), kept("198.51.100.9")).unmatched());
        flows.add(new Tracked(ends("192.0.2.1", 1194, "203.0.113.99", 1194), true));
        assertEquals(List.of(), look(Map.of(), kept("203.0.113.99")).unmatched());
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
