package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hopwarden.enforce.internal.RouteLookup;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;
import org.hopwarden.packetio.TcpConnections.HeldSocket;

/**
 * Finds the connections over which somebody works on this host: the one that SSH_CONNECTION names; those that a process above this one
 * holds, such as its sshd; where there is none, as below tmux, those that the same login holds; and those with ends that are to be
 * kept. Only what the host has now counts, in this process's network namespace.
 */
public final class OwnConnections {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");
    private static final String NO_LOGIN = "4294967295";

    private final Map<String, String> environment;
    private final Path processes;
    private final List<HeldSocket> sockets;
    private final Set<Integer> served;
    private final Function<TcpConnection, String> interfaces;
    private final Map<TcpConnection, HeldConnection> found = new LinkedHashMap<>();

    /**
     * An end of connections to be kept.
     *
     * @param port at either end; 0 for any
     */
    public record Kept(IpAddress address, int port) {

        public Kept {
            requireNonNull(address, "address");
        }

        private boolean isOf(TcpConnection ends) {
            return ends.remote().equals(address) && (port == 0 || ends.remotePort() == port || ends.localPort() == port);
        }

        /**
         * Reads {@code 192.0.2.9}, {@code 192.0.2.9:22}, {@code 2001:db8::9} or {@code [2001:db8::9]:22}; empty where it is none.
         */
        public static Optional<Kept> tryParse(String text) {
            Optional<IpAddress> whole = IpAddress.tryParse(text);
            if (whole.isPresent()) {
                return whole.map(address -> new Kept(address, 0));
            }
            Matcher parts = Pattern.compile("\\[([^\\]]+)\\](?::(\\d{1,5}))?|([^:]+):(\\d{1,5})").matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String port = parts.group(1) == null ? parts.group(4) : parts.group(2);
            int number = port == null ? 0 : Integer.parseInt(port);
            return IpAddress.tryParse(parts.group(1) == null ? parts.group(3) : parts.group(1))
                    .filter(address -> number <= 0xffff && (port == null || number > 0)).map(address -> new Kept(address, number));
        }

        @Override
        public String toString() {
            return port == 0 ? address.toString() : (address.isV6() ? "[" + address + "]" : address.toString()) + ":" + port;
        }
    }

    OwnConnections(Map<String, String> environment, Path processes, List<HeldSocket> sockets, Set<Integer> served,
            Function<TcpConnection, String> interfaces) {
        this.environment = environment;
        this.processes = processes;
        this.sockets = sockets;
        this.served = served;
        this.interfaces = interfaces;
    }

    /**
     * Finds them; none where this system does not tell.
     *
     * @param environment of this process
     * @param kept ends whose connections count as well
     */
    public static List<HeldConnection> find(Map<String, String> environment, List<Kept> kept) {
        try {
            HostAddresses host = HostAddresses.read();
            return new OwnConnections(environment, Path.of("/proc"), TcpConnections.sockets(), TcpConnections.servedPorts(),
                    ends -> RouteLookup.interfaceOf(ends, host::isOwn).orElseGet(() -> host.interfaceOf(ends.local())))
                    .find(ProcessHandle.current(), kept);
        } catch (PacketPortException e) {
            return List.of();
        }
    }

    List<HeldConnection> find(ProcessHandle self, List<Kept> kept) {
        named().ifPresent(ends -> add(ends, true, "SSH_CONNECTION"));
        for (Optional<ProcessHandle> above = self.parent(); above.isPresent(); above = above.get().parent()) {
            addSockets(above.get().pid());
        }
        if (found.isEmpty()) {
            addLogin(self.pid());
        }
        for (Kept end : kept) {
            sockets.stream().map(HeldSocket::ends).filter(end::isOf).forEach(ends -> add(ends, served.contains(ends.localPort()), "--keep " + end));
        }
        return List.copyOf(found.values());
    }

    /** sshd(8): client address, client port, server address, server port. It may be of a session that is over, or of another namespace. */
    private Optional<TcpConnection> named() {
        String[] words = environment.getOrDefault("SSH_CONNECTION", "").strip().split("\\s+");
        if (words.length != 4) {
            return Optional.empty();
        }
        return sockets.stream().map(HeldSocket::ends).filter(ends -> isAddress(words[0], ends.remote())
                && words[1].equals(Integer.toString(ends.remotePort())) && isAddress(words[2], ends.local())
                && words[3].equals(Integer.toString(ends.localPort()))).findFirst();
    }

    private static boolean isAddress(String text, IpAddress address) {
        return IpAddress.tryParse(text.replaceFirst("%.*", "")).filter(address::equals).isPresent();
    }

    private void addSockets(long process) {
        Set<Long> held = socketsOf(process);
        for (HeldSocket socket : sockets) {
            if (held.contains(socket.inode())) {
                add(socket.ends(), served.contains(socket.ends().localPort()), "held by " + name(process) + " (process " + process + ")");
            }
        }
    }

    /** What was started in a terminal of the same login may long have left the processes that hold its connection. */
    private void addLogin(long self) {
        String login = read(self, "loginuid");
        if (login.isEmpty() || login.equals(NO_LOGIN)) {
            return;
        }
        try (Stream<Path> all = Files.list(processes)) {
            all.map(each -> each.getFileName().toString()).filter(each -> each.matches("\\d+")).map(Long::parseLong)
                    .filter(each -> name(each).startsWith("sshd") && login.equals(read(each, "loginuid"))).sorted().forEach(this::addSockets);
        } catch (IOException e) {
            // Then nothing is known of others.
        }
    }

    private Set<Long> socketsOf(long process) {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(processes.resolve(process + "/fd"))) {
            for (Path file : files) {
                try {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        inodes.add(Long.parseLong(socket.group(1)));
                    }
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        } catch (IOException e) {
            // Another user's process, which only root may look into, or it has ended.
        }
        return inodes;
    }

    private String name(long process) {
        String name = read(process, "comm");
        return name.isEmpty() ? "a process above" : name;
    }

    private String read(long process, String file) {
        try {
            return Files.readString(processes.resolve(process + "/" + file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void add(TcpConnection ends, boolean begunThere, String why) {
        found.computeIfAbsent(ends, each -> new HeldConnection(each, begunThere, why, interfaces.apply(each)));
    }
}
