package org.hopwarden.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class RateTableTest {

    private static final long SECOND = 1_000_000_000L;

    private static RateTable table(RateKey per) {
        RateLimit rate = RulemodelFactory.eINSTANCE.createRateLimit();
        rate.setCount(1);
        rate.setUnit(RateUnit.SECOND);
        rate.setBurst(2);
        rate.setPer(per);
        return new RateTable(rate);
    }

    private static PacketView from(int source) {
        return PacketView.of(PacketBuilder.udp(IpHeader.of(IpAddress.v4(source), IpAddress.v4(1), 64), 1, 2, new byte[0]));
    }

    @Test
    void aBurstPassesAndThenTheRate() {
        RateTable table = table(RateKey.RULE);
        assertTrue(table.take(from(1), 0));
        assertTrue(table.take(from(2), 0));
        assertFalse(table.take(from(3), SECOND - 1));
        assertTrue(table.take(from(3), SECOND));
        assertFalse(table.take(from(3), 0), "time that goes back brings no token");
    }

    @Test
    void sourcesDoNotShareTheirTokens() {
        RateTable table = table(RateKey.SOURCE);
        for (int source = 0; source < 1_000; source++) {
            assertTrue(table.take(from(source), 0));
            assertTrue(table.take(from(source), 0));
            assertFalse(table.take(from(source), 0));
        }
        assertEquals(1_000, table.size());
        for (int source = 0; source < 1_000; source++) {
            assertFalse(table.take(from(source), 0), "buckets outlive the growth of their table");
        }
    }

    @Test
    void bucketsThatAreFullAgainAreForgotten() {
        RateTable table = table(RateKey.SOURCE);
        for (int source = 0; source < 20_000; source++) {
            assertTrue(table.take(from(source), source * SECOND));
        }
        assertTrue(table.size() < 100, table.size() + " buckets");
    }

    @Test
    void aFullTableLetsTheRestShareOneBucket() {
        RateTable table = table(RateKey.SOURCE);
        int let = 0;
        for (int source = 0; source < RateTable.MOST_BUCKETS + 1_000; source++) {
            let += table.take(from(source), 0) ? 1 : 0;
        }
        assertEquals(RateTable.MOST_BUCKETS, table.size());
        assertEquals(RateTable.MOST_BUCKETS + 2, let, "no more than a burst for all that have no bucket of their own");
        assertTrue(table.take(from(5), 0), "who has a bucket keeps it");
        assertTrue(table.take(from(RateTable.MOST_BUCKETS + 5), 60 * SECOND), "there is room again when buckets have refilled");
        assertTrue(table.size() < 10, table.size() + " buckets");
    }

    private static PacketView flow(int source, int sourcePort, int destination) {
        return PacketView.of(PacketBuilder.udp(IpHeader.of(IpAddress.v4(source), IpAddress.v4(destination), 64), sourcePort, 2, new byte[0]));
    }

    private static int taken(RateTable table, PacketView packet) {
        int count = 0;
        while (table.take(packet, 0)) {
            count++;
        }
        return count;
    }

    @Test
    void destinationsDoNotShareTheirTokensAndSourcesDo() {
        RateTable table = table(RateKey.DESTINATION);
        assertEquals(2, taken(table, flow(1, 1, 7)));
        assertEquals(0, taken(table, flow(2, 5, 7)));
        assertEquals(2, taken(table, flow(1, 1, 8)));
        assertEquals(2, table.size());
    }

    @Test
    void flowsDoNotShareTheirTokens() {
        RateTable table = table(RateKey.FLOW);
        assertEquals(2, taken(table, flow(1, 1, 7)));
        assertEquals(2, taken(table, flow(1, 2, 7)), "another port");
        assertEquals(2, taken(table, flow(1, 1, 8)), "another destination");
        assertEquals(2, taken(table, flow(2, 1, 7)), "another source");
        assertEquals(0, taken(table, flow(1, 1, 7)));
        assertEquals(4, table.size());
    }

    @Test
    void bucketsOfDestinationsAndFlowsAreBoundedAsWell() {
        for (RateKey per : new RateKey[] { RateKey.DESTINATION, RateKey.FLOW }) {
            RateTable table = table(per);
            int let = 0;
            for (int i = 0; i < RateTable.MOST_BUCKETS + 1_000; i++) {
                let += table.take(flow(i, i & 0xffff, i), 0) ? 1 : 0;
            }
            assertEquals(RateTable.MOST_BUCKETS, table.size());
            assertEquals(RateTable.MOST_BUCKETS + 2, let);
        }
    }
}
