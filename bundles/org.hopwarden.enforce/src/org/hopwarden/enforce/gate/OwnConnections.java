package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.enforce.gate.HeldConnection.Way;
import org.hopwarden.enforce.gate.HostConnections.Tracked;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnections.HeldSocket;
import org.hopwarden.packetio.UdpSockets.UdpSocket;

/**
 * Finds the connections over which somebody works on this host: the one that SSH_CONNECTION names; those that a process above this one
 * holds, such as its sshd or mosh-server; where none of these is a server for logins, as below tmux, those of such servers of the same login; what
 * carries these, as an ssh that forwards a port, or WireGuard; and those with ends that are to be kept. Only what the host has now counts, in this
 * process's network namespace.
 */
public final class OwnConnections {

    private static final String NO_LOGIN = "4294967295";
    private static final String MOSH = "mosh-server";
    private static final Set<String> LOGIN_SERVERS = Set.of("dropbear", "telnetd", "in.telnetd", MOSH);
    /** Who holds more than these serves many others, and which of them carries a connection is not known. */
    private static final int MOST_CARRYING = 16;
    private static final String NAMED = "SSH_CONNECTION";

    private final Map<String, String> environment;
    private final HeldSockets processes;
    private final HostConnections host;
    private final List<HeldConnection> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /**
     * What was found.
     *
     * @param unmatched ends that were to be kept and that no connection has
     */
    public record Found(List<HeldConnection> connections, List<Kept> unmatched) {

        public Found {
            connections = List.copyOf(connections);
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * An end of connections to be kept.
     *
     * @param port at either end; 0 for any
     */
    public record Kept(IpAddress address, int port) {

        public Kept {
            requireNonNull(address, "address");
        }

        private boolean isOf(Ends ends) {
            return ends.remote().equals(address) && (port == 0 || ends.remotePort() == port || ends.localPort() == port);
        }

        /**
         * Reads {@code 192.0.2.9}, {@code 192.0.2.9:22}, {@code 2001:db8::9} or {@code [2001:db8::9]:22}; empty where it is none.
         */
        public static Optional<Kept> tryParse(String text) {
            Optional<IpAddress> whole = tryAddress(text);
            if (whole.isPresent()) {
                return whole.map(address -> new Kept(address, 0));
            }
            Matcher parts = Pattern.compile("\\[([^\\]]+)\\](?::(\\d{1,5}))?|([^:]+):(\\d{1,5})").matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String port = parts.group(1) == null ? parts.group(4) : parts.group(2);
            int number = port == null ? 0 : Integer.parseInt(port);
            return tryAddress(parts.group(1) == null ? parts.group(3) : parts.group(1))
                    .filter(address -> number <= 0xffff && (port == null || number > 0)).map(address -> new Kept(address, number));
        }

        @Override
        public String toString() {
            return port == 0 ? address.toString() : (address.isV6() ? "[" + address + "]" : address.toString()) + ":" + port;
        }
    }

    OwnConnections(Map<String, String> environment, Path processes, HostConnections host) {
        this.environment = environment;
        this.processes = new HeldSockets(processes);
        this.host = host;
    }

    /**
     * Finds them.
     *
     * @param environment of this process
     * @param kept ends whose connections count as well
     * @throws PacketPortException where this system does not tell
     */
    public static Found find(Map<String, String> environment, List<Kept> kept) throws PacketPortException {
        return new OwnConnections(environment, Path.of("/proc"), HostConnections.read()).find(ProcessHandle.current(), kept);
    }

    Found find(ProcessHandle self, List<Kept> kept) {
        boolean login = addNamed();
        for (Optional<ProcessHandle> above = self.parent(); above.isPresent(); above = above.get().parent()) {
            boolean added = addSockets(above.get().pid());
            login |= added && isLoginServer(above.get().pid());
        }
        if (!login) {
            addLogin(self.pid());
        }
        List<Kept> unmatched = kept.stream().filter(end -> !addKept(end)).toList();
        // What carries one may be carried itself.
        for (int i = 0; i < found.size(); i++) {
            addCarriers(found.get(i));
        }
        return new Found(found, unmatched);
    }

    /** sshd(8): client address, client port, server address, server port. It may be of a session that is over, or of another namespace. */
    private boolean addNamed() {
        String[] words = environment.getOrDefault(NAMED, "").strip().split("\\s+");
        if (words.length != 4) {
            return false;
        }
        Optional<HeldSocket> named = host.tcp().stream().filter(socket -> isAddress(words[0], socket.ends().remote())
                && words[1].equals(Integer.toString(socket.ends().remotePort())) && isAddress(words[2], socket.ends().local())
                && words[3].equals(Integer.toString(socket.ends().localPort()))).findFirst();
        named.ifPresent(socket -> add(IpProtocol.TCP, ends(socket), true, NAMED, zone(words[0]), socket.inode()));
        return named.isPresent();
    }

    private static boolean isAddress(String text, IpAddress address) {
        return tryAddress(text).filter(address::equals).isPresent();
    }

    /** Without its zone; an IPv4-mapped one as the IPv4 address that it is, for so the kernel's packets have it. */
    private static Optional<IpAddress> tryAddress(String text) {
        return IpAddress.tryParse(text.replaceFirst("%.*", "")).map(IpAddress::unmapped);
    }

    /** The interface that an address of the link is of; empty where it names none. */
    private static String zone(String address) {
        return address.replaceFirst("[^%]*%?", "");
    }

    private boolean isLoginServer(long process) {
        String name = processes.name(process);
        return name.startsWith("sshd") || LOGIN_SERVERS.contains(name);
    }

    private boolean addSockets(long process) {
        return addSockets(process, processes.of(process), "held by ");
    }

    /** @return whether there were any */
    private boolean addSockets(long process, Set<Long> held, String how) {
        String name = processes.name(process);
        String why = how + (name.isEmpty() ? "a process above" : name) + " (process " + process + ")";
        int before = known.size();
        host.tcp().stream().filter(socket -> held.contains(socket.inode())).forEach(socket -> add(IpProtocol.TCP, ends(socket), isServed(socket),
                why, "", socket.inode()));
        for (UdpSocket socket : host.udp()) {
            if (held.contains(socket.inode())) {
                if (socket.isConnected()) {
                    add(IpProtocol.UDP, ends(socket), false, why, "", socket.inode());
                } else if (name.equals(MOSH)) {
                    addMosh(socket, process, why);
                }
            }
        }
        return known.size() > before;
    }

    /** It hears whoever can prove to be its client, from wherever that comes: the kernel's tracking knows from where, or the login that began it. */
    private void addMosh(UdpSocket socket, long process, String why) {
        List<Tracked> flows = host.routes().udpFlows().stream().filter(flow -> flow.begunThere() && flow.ends().localPort() == socket.localPort()).toList();
        flows.forEach(flow -> add(IpProtocol.UDP, flow.ends(), true, why, "", socket.inode()));
        String[] words = processes.variable(process, NAMED).strip().split("\\s+");
        if (flows.isEmpty() && words.length == 4) {
            Optional<IpAddress> client = tryAddress(words[0]);
            Optional<IpAddress> server = socket.local().isUnspecified() ? tryAddress(words[2]) : Optional.of(socket.local());
            if (client.isPresent() && server.isPresent() && client.get().version() == server.get().version()) {
                add(IpProtocol.UDP, new Ends(server.get(), socket.localPort(), client.get(), 0), true, why, zone(words[0]), socket.inode());
            }
        }
    }

    /**
     * What was started in a terminal of the same login may long have left the processes that hold its connection. Where nobody keeps account of
     * logins, as in most containers, all that are there count for who sits at a terminal.
     */
    private void addLogin(long self) {
        String login = processes.login(self);
        boolean unknown = login.isEmpty() || login.equals(NO_LOGIN);
        if (unknown && !processes.hasTerminal(self)) {
            return;
        }
        processes.processes().stream().filter(this::isLoginServer).filter(each -> unknown || login.equals(processes.login(each)))
                .forEach(this::addSockets);
    }

    /** @return whether there is one */
    private boolean addKept(Kept end) {
        List<HeldSocket> tcp = host.tcp().stream().filter(socket -> end.isOf(ends(socket))).toList();
        tcp.forEach(socket -> add(IpProtocol.TCP, ends(socket), isServed(socket), "--keep " + end, "", socket.inode()));
        List<UdpSocket> udp = host.udp().stream().filter(socket -> socket.isConnected() && end.isOf(ends(socket))).toList();
        udp.forEach(socket -> add(IpProtocol.UDP, ends(socket), false, "--keep " + end, "", socket.inode()));
        List<Tracked> flows = host.routes().udpFlows().stream().filter(flow -> end.isOf(flow.ends())).toList();
        flows.forEach(flow -> add(IpProtocol.UDP, flow.ends(), flow.begunThere(), "--keep " + end, "", 0));
        return !tcp.isEmpty() || !udp.isEmpty() || !flows.isEmpty();
    }

    private void addCarriers(HeldConnection connection) {
        Ends other = connection.ends().reversed();
        if (connection.protocol() == IpProtocol.TCP) {
            host.tcp().stream().filter(socket -> ends(socket).equals(other)).flatMap(socket -> processes.holders(socket.inode()).stream()).distinct()
                    .forEach(this::addCarrying);
        }
        host.routes().carrier(connection.way().interfaceName(), connection.ends().remote()).ifPresent(ends -> add(IpProtocol.UDP, ends, false,
                "carries " + connection.way().interfaceName(), "", 0));
    }

    /** The other end is on this host as well, and whoever holds it is somewhere in the middle. */
    private void addCarrying(long process) {
        Set<Long> held = processes.of(process);
        if (host.tcp().stream().filter(socket -> held.contains(socket.inode())).count() <= MOST_CARRYING) {
            addSockets(process, held, "carried by ");
        }
    }

    private boolean isServed(HeldSocket socket) {
        return host.served().contains(socket.ends().localPort());
    }

    private static Ends ends(HeldSocket socket) {
        return new Ends(socket.ends().local(), socket.ends().localPort(), socket.ends().remote(), socket.ends().remotePort());
    }

    private static Ends ends(UdpSocket socket) {
        return new Ends(socket.local(), socket.localPort(), socket.remote(), socket.remotePort());
    }

    /**
     * @param zone the interface; empty for the one that the route names
     * @param inode of the socket; 0 where there is none
     */
    private void add(int protocol, Ends ends, boolean begunThere, String why, String zone, long inode) {
        if (!known.add(protocol + " " + ends)) {
            return;
        }
        Way way = host.routes().way(ends);
        Set<Program> programs = inode == 0 ? Set.of() : processes.programs(inode);
        found.add(new HeldConnection(protocol, ends, begunThere, why, zone.isEmpty() ? way : new Way(zone, way.neighbour()), programs));
    }
}
