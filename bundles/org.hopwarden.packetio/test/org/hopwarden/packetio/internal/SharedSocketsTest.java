package org.hopwarden.packetio.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;

/** On lines as Linux writes them on a little-endian machine. */
class SharedSocketsTest {

    private static final IpAddress LOCAL = IpAddress.parse("192.0.2.1");
    private static final IpAddress REMOTE = IpAddress.parse("198.51.100.2");
    private static final String REST = " 07 00000000:00000000 00:00000000 00000000     0        0 ";

    private static List<Long> find(int number, IpAddress local, IpAddress remote, String... ends) {
        List<String> lines = new ArrayList<>(
                List.of("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops"));
        for (int i = 0; i < ends.length; i++) {
            lines.add("    " + i + ": " + ends[i] + REST + (i + 1) + " 2 0000000000000000 0");
        }
        return SharedSockets.find(lines, number, local, remote);
    }

    @Test
    void aSocketBoundToAnotherEndIsNotMeant() {
        assertEquals(List.of(1L, 2L, 5L), find(1, LOCAL, REMOTE, "00000000:0001 00000000:0000", "010200C0:0001 00000000:0000",
                "020200C0:0001 00000000:0000", "00000000:0001 036433C6:0000", "00000000:0001 026433C6:0000", "00000000:0011 00000000:0000"));
    }

    @Test
    void addressesOfIpv6AreFourNumbers() {
        IpAddress six = IpAddress.parse("2001:db8::1");
        assertEquals(List.of(1L), find(58, six, IpAddress.parse("2001:db8::2"), "B80D0120000000000000000001000000:003A 00000000000000000000000000000000:0000",
                "B80D0120000000000000000002000000:003A 00000000000000000000000000000000:0000"));
    }
}
