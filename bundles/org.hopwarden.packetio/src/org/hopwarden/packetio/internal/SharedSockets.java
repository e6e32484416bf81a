package org.hopwarden.packetio.internal;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.hopwarden.net.IpAddress;

/** Sockets by the kernel's tables of this network namespace (proc(5), /proc/net/udp, raw and icmp), for packets that several of them may be meant by. */
final class SharedSockets {

    private static final Path TABLES = Path.of("/proc/thread-self/net");
    /** Sockets that send whatever IP packets they like. */
    private static final int IPPROTO_RAW = 255;
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;
    private static final int WORD_BYTES = 4;

    private SharedSockets() {
    }

    /** Those that get a datagram to many, or send from such an address. Sockets of IPv6 may get those of IPv4 as well. */
    static List<Long> udp(IpAddress local, int port, IpAddress remote) {
        List<Long> inodes = new ArrayList<>(read("udp" + suffix(local), port, local, remote));
        if (local.isV4()) {
            inodes.addAll(read("udp6", port, local, remote));
        }
        return List.copyOf(inodes);
    }

    /** @param identifier of an ICMP echo, or -1 */
    static List<Long> other(int protocol, IpAddress local, int identifier, IpAddress remote) {
        String six = suffix(local);
        if (identifier >= 0) {
            List<Long> pings = read("icmp" + six, identifier, local, remote);
            if (!pings.isEmpty()) {
                return pings;
            }
        }
        List<Long> inodes = new ArrayList<>(read("raw" + six, protocol, local, remote));
        // Nobody tells which of them has sent it.
        inodes.addAll(read("raw" + six, IPPROTO_RAW, local, remote));
        return List.copyOf(inodes);
    }

    private static String suffix(IpAddress local) {
        return local.isV4() ? "" : "6";
    }

    /** @param number what stands in the place of the local port: the port, the identifier of echoes, or the protocol */
    private static List<Long> read(String table, int number, IpAddress local, IpAddress remote) {
        try {
            return find(Files.readAllLines(TABLES.resolve(table)), number, local, remote);
        } catch (IOException e) {
            // A kernel without the table has no such sockets.
            return List.of();
        }
    }

    static List<Long> find(List<String> lines, int number, IpAddress local, IpAddress remote) {
        String wanted = String.format(Locale.ROOT, ":%04X", number);
        List<Long> inodes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words.length > INODE && words[LOCAL].endsWith(wanted) && holds(words[LOCAL], local) && holds(words[REMOTE], remote)) {
                inodes.add(Long.parseLong(words[INODE]));
            }
        }
        return inodes;
    }

    /** Whether an end of a socket is bound to nothing, or to this address. */
    private static boolean holds(String end, IpAddress address) {
        String bound = end.substring(0, end.indexOf(':'));
        return bound.chars().allMatch(digit -> digit == '0') || bound.length() != 2 * address.version().addressBits() / 8 || bound.equals(hex(address));
    }

    /** Each four bytes as the number that this machine takes them for. */
    private static String hex(IpAddress address) {
        byte[] bytes = address.toBytes();
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int inWord = i % WORD_BYTES;
            turned[i] = bytes[i - inWord + (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? WORD_BYTES - 1 - inWord : inWord)];
        }
        return HexFormat.of().withUpperCase().formatHex(turned);
    }
}
