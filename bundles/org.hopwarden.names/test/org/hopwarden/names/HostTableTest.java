package org.hopwarden.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTableTest {

    @TempDir
    private Path folder;

    private HostTable table(byte[] bytes) throws IOException {
        return HostTable.read(Files.write(folder.resolve("hosts"), bytes));
    }

    private static Optional<String> name(HostTable table, String address) {
        return table.nameOf(IpAddress.parse(address));
    }

    @Test
    void theFirstNameOfTheFirstLineCounts() throws IOException {
        HostTable table = table("""
                # a comment
                127.0.0.1\tlocalhost
                192.0.2.1   gw.example  gw # behind it
                192.0.2.1   other.example
                  2001:DB8:0::1 six.example.\r
                192.0.2.2   dot.
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of("localhost"), name(table, "127.0.0.1"));
        assertEquals(Optional.of("gw.example"), name(table, "192.0.2.1"));
        assertEquals(Optional.of("six.example"), name(table, "2001:db8::1"));
        assertEquals(Optional.of("dot"), name(table, "192.0.2.2"));
        assertEquals(Optional.empty(), name(table, "192.0.2.3"));
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() throws IOException {
        byte[] lines = "192.0.2.5\n\nnonsense here\n192.0.2.300 x\nfe80::1%eth0 link\n\u00ff\n#192.0.2.6 no\n192.0.2.7#x y\n192.0.2.8 .\n192.0.2.9 ok"
                .getBytes(StandardCharsets.ISO_8859_1);
        HostTable table = table(lines);
        for (String none : new String[] { "192.0.2.5", "192.0.2.6", "192.0.2.7", "192.0.2.8", "fe80::1" }) {
            assertEquals(Optional.empty(), name(table, none), none);
        }
        assertEquals(Optional.of("ok"), name(table, "192.0.2.9"));
    }

    @Test
    void noFileAndAFolderSayNothing() {
        assertEquals(Optional.empty(), name(HostTable.read(folder.resolve("none")), "127.0.0.1"));
        assertEquals(Optional.empty(), name(HostTable.read(folder), "127.0.0.1"));
    }
}
