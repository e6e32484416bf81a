package org.hopwarden.packetio;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks themselves are in {@link SocketPortChecks}: each runs in a program of its own. */
class SocketPortTest {

    @Test
    void shortQuotes() throws IOException, InterruptedException {
        Namespaced.run(SocketPortChecks.class, "shortQuotes", """
                if ! command -v nft > /dev/null; then echo "no nft here (Debian package nftables)"; exit 77; fi
                nft add table inet t
                nft 'add chain inet t in { type filter hook input priority 0; }'
                nft add rule inet t in udp dport 33434 drop
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = { "whatNeedsRightsIsRefused", "closeWakesAWaitingReceive", "bestIsTheSecondBestWithoutRights" })
    void withoutRights(String check) throws IOException, InterruptedException {
        Namespaced.runWithoutRights(SocketPortChecks.class, check);
    }
}
