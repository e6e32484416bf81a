package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** What the kernel tells of tables is what nft has put there. */
class FirewallTablesTest {

    @Test
    void listsTablesAndCounters() throws Exception {
        Process nft = new ProcessBuilder("sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; command -v nft").start();
        assumeTrue(nft.waitFor() == 0, "skipped: there is no nft");
        Namespaced.run(FirewallTablesChecks.class, "listsTablesAndCounters", "");
    }
}
