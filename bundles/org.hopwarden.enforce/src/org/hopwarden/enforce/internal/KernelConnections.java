package org.hopwarden.enforce.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.engine.connections.ConnectionPhase;
import org.hopwarden.engine.connections.TrackedConnection;
import org.hopwarden.engine.connections.TrackedConnection.Traffic;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;

/** The connections that the kernel tracks in this network namespace, as it lists them in a file. */
public final class KernelConnections {

    private static final Path TABLE = Path.of("/proc/net/nf_conntrack");
    private static final Path MOST = Path.of("/proc/sys/net/netfilter/nf_conntrack_max");
    private static final Path COUNT = Path.of("/proc/sys/net/netfilter/nf_conntrack_count");
    /** Family, its number, protocol, its number, seconds left. */
    private static final int WORDS_BEFORE = 5;
    private static final String UNREPLIED = "[UNREPLIED]";
    private static final String ASSURED = "[ASSURED]";

    private KernelConnections() {
    }

    /** What the kernel tracks; {@link ConnectionList#NONE} where it does not list it to this process. */
    public static ConnectionList list(int most) {
        List<TrackedConnection> connections = new ArrayList<>();
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(TABLE, StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                if (connections.size() < most) {
                    parse(line).ifPresent(connections::add);
                }
            }
            return new ConnectionList(connections, Math.max(lines, number(COUNT)), Math.max(1, number(MOST)), -1);
        } catch (IOException e) {
            // Kernels without the file, and users who may not read it, have no list.
            return ConnectionList.NONE;
        }
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Reads a line; empty where it is none of a connection over IP. */
    static Optional<TrackedConnection> parse(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < WORDS_BEFORE || !words[0].equals("ipv4") && !words[0].equals("ipv6")) {
            return Optional.empty();
        }
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        String state = "";
        boolean unreplied = false;
        boolean assured = false;
        for (int i = WORDS_BEFORE; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals > 0) {
                String name = words[i].substring(0, equals);
                (there.containsKey(name) ? back : there).putIfAbsent(name, words[i].substring(equals + 1));
            } else if (words[i].equals(UNREPLIED)) {
                unreplied = true;
            } else if (words[i].equals(ASSURED)) {
                assured = true;
            } else if (!words[i].startsWith("[") && state.isEmpty()) {
                state = words[i];
            }
        }
        try {
            int protocol = Integer.parseInt(words[3]);
            boolean query = protocol == (words[0].equals("ipv6") ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
            return Optional.of(new TrackedConnection(protocol, address(there, "src"), number(there, "sport", -1),
                    address(there, "dst"), number(there, "dport", -1), query ? number(there, "id", -1) : -1,
                    phase(protocol, state, unreplied, assured), assured, Optional.empty(),
                    Duration.ofSeconds(Long.parseLong(words[4])), traffic(there), traffic(back)));
        } catch (IllegalArgumentException e) {
            // A state or a field of another kernel.
            return Optional.empty();
        }
    }

    private static IpAddress address(Map<String, String> values, String name) {
        return IpAddress.parse(values.getOrDefault(name, ""));
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static Traffic traffic(Map<String, String> values) {
        return values.containsKey("packets") && values.containsKey("bytes")
                ? new Traffic(Long.parseLong(values.get("packets")), Long.parseLong(values.get("bytes"))) : Traffic.NOT_COUNTED;
    }

    private static ConnectionPhase phase(int protocol, String state, boolean unreplied, boolean assured) {
        if (protocol == IpProtocol.TCP) {
            return ConnectionPhase.valueOf(state.equals("NONE") ? "CLOSE" : state);
        }
        return unreplied ? ConnectionPhase.UNREPLIED : assured ? ConnectionPhase.STREAM : ConnectionPhase.REPLIED;
    }
}
