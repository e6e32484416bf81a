package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.enforce.internal.QueueHooks.Plan;
import org.hopwarden.enforce.internal.QueueHooks.Share;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;

class QueueHooksTest {

    private static final Plan STATES = new Plan(new TreeSet<>(Set.of("input", "output")),
            List.of(new Share(ConnectionState.ESTABLISHED, 7, 2), new Share(ConnectionState.UNTRACKED, 9, 1)), true, 0x48570001);
    private static final Plan STATELESS = new Plan(Set.of("forward"), List.of(new Share(ConnectionState.UNTRACKED, 7, 4)), false, 5);

    @Test
    void tablesOfNft() {
        assertEquals("""
                table inet hopwarden-7 {
                  chain input {
                    type filter hook input priority -10; policy accept;
                    meta mark 1213661185 return
                    ct state established queue flags bypass to 7-8
                    queue flags bypass to 9
                  }
                  chain output {
                    type filter hook output priority -10; policy accept;
                    meta mark 1213661185 return
                    ct state established queue flags bypass to 7-8
                    queue flags bypass to 9
                  }
                }
                """, NftHooks.text(STATES));
        assertEquals("""
                table inet hopwarden-7 {
                  chain forward {
                    type filter hook forward priority -10; policy accept;
                    meta mark 5 return
                    queue to 7-10
                  }
                }
                """, NftHooks.text(STATELESS));
    }

    /** Whether or not the kernel has such queues. */
    @Test
    void nftUnderstandsThem() throws IOException {
        for (Plan plan : List.of(STATES, STATELESS)) {
            SystemCommand checked;
            try {
                checked = SystemCommand.run(List.of("nft", "-c", "-f", "-"), NftHooks.text(plan));
            } catch (IOException e) {
                assumeTrue(false, "skipped: no nft here: " + e.getMessage());
                return;
            }
            assertFalse(checked.errors().contains("syntax error") || checked.errors().contains("unexpected"), checked::toString);
        }
    }

    /** The old table falls asleep in the transaction in which the new one begins; the whole is taken or nothing. */
    @Test
    void aTableTakesOverFromAnother() throws IOException {
        assertEquals("table inet hopwarden-3 {\n\tflags dormant\n}\n", NftHooks.asleep(3));
        SystemCommand checked;
        try {
            checked = SystemCommand.run(List.of("nft", "-c", "-f", "-"), NftHooks.text(STATELESS) + NftHooks.asleep(3));
        } catch (IOException e) {
            assumeTrue(false, "skipped: no nft here: " + e.getMessage());
            return;
        }
        assertFalse(checked.errors().contains("syntax error") || checked.errors().contains("unexpected"), checked::toString);
    }

    @Test
    void chainsOfIptables() {
        assertEquals("""
                *mangle
                :HOPWARDEN-7 - [0:0]
                -A HOPWARDEN-7 -m mark --mark 1213661185 -j RETURN
                -A HOPWARDEN-7 -m conntrack --ctstate ESTABLISHED -j NFQUEUE --queue-balance 7:8 --queue-bypass
                -A HOPWARDEN-7 -j NFQUEUE --queue-num 9 --queue-bypass
                -I INPUT -j HOPWARDEN-7
                -I OUTPUT -j HOPWARDEN-7
                COMMIT
                """, IptablesHooks.text(STATES));
    }
}
