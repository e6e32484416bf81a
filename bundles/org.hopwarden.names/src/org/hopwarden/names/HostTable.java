package org.hopwarden.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * The names that a host itself has for addresses, from a file as in hosts(5): on each line an address, its name, and further names,
 * with comments behind {@code #}. Of several lines with one address the first counts, as it does for the C library.
 */
final class HostTable {

    /** The greatest file that is read, in bytes; lists of blocked hosts, all at one address, have some megabytes. */
    private static final long MAX_FILE_BYTES = 64 << 20;

    private static final System.Logger LOG = System.getLogger(HostTable.class.getName());

    private final Map<IpAddress, String> names;

    private HostTable(Map<IpAddress, String> names) {
        this.names = names;
    }

    /** That of this host. */
    static HostTable ofHost() {
        String windows = System.getenv("SystemRoot");
        return read(windows != null && System.getProperty("os.name", "").startsWith("Windows")
                ? Path.of(windows, "System32", "drivers", "etc", "hosts") : Path.of("/etc/hosts"));
    }

    /** What a file says; nothing where it cannot be read, which is logged. Lines that are not understood are passed over. */
    static HostTable read(Path file) {
        Map<IpAddress, String> names = new HashMap<>();
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                LOG.log(System.Logger.Level.WARNING, "The table of hosts " + file + " is longer than " + MAX_FILE_BYTES
                        + " bytes and is not read");
                return new HostTable(Map.of());
            }
            // Every byte is a character of this set: one that is none in another must not keep the rest from being read.
            for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\\R")) {
                String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
                if (words.length > 1) {
                    IpAddress.tryParse(words[0]).ifPresent(address -> names.putIfAbsent(address, words[1]));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.log(System.Logger.Level.DEBUG, "no table of hosts", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The table of hosts " + file + " cannot be read: " + e);
        }
        return new HostTable(names);
    }

    /** Without a dot at its end. */
    Optional<String> nameOf(IpAddress address) {
        return Optional.ofNullable(names.get(address)).map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> !name.isEmpty());
    }
}
