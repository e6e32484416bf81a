package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.hopwarden.packetio.FirewallTables.Count;
import org.hopwarden.packetio.FirewallTables.Family;
import org.hopwarden.packetio.FirewallTables.Table;

/** Run in a network namespace of their own by {@link FirewallTablesTest}. */
final class FirewallTablesChecks {

    private static final int COUNTERS = 3_000;

    private FirewallTablesChecks() {
    }

    static void listsTablesAndCounters() throws Exception {
        assertTrue(FirewallTables.list().isEmpty());
        Table first = new Table(Family.INET, "first");
        assertTrue(FirewallTables.counters(first).isEmpty(), "there is no such table");
        StringBuilder text = new StringBuilder("table ip second { counter other { packets 1 bytes 2; }; }\ntable ip6 first { }\ntable arp third { }\n"
                + "table inet first {\n");
        Map<String, Count> expected = new HashMap<>();
        for (int i = 0; i < COUNTERS; i++) {
            expected.put("n" + i, new Count(i, 1_000_000_007L * i));
            text.append("counter n").append(i).append(" { packets ").append(i).append(" bytes ").append(1_000_000_007L * i).append("; }\n");
        }
        load(text.append("quota q { 25 mbytes; }\n}\n").toString());
        assertEquals(Set.of(first, new Table(Family.IP, "second"), new Table(Family.IP6, "first")), Set.copyOf(FirewallTables.list()));
        assertEquals(expected, FirewallTables.counters(first));
        assertEquals(Map.of("other", new Count(1, 2)), FirewallTables.counters(new Table(Family.IP, "second")));
        assertTrue(FirewallTables.counters(new Table(Family.IP6, "first")).isEmpty());
    }

    private static void load(String text) throws Exception {
        Process nft = new ProcessBuilder("nft", "-f", "-").inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (OutputStream in = nft.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, nft.waitFor());
    }
}
