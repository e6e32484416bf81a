package org.hopwarden.ui.probe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.ui.probe.internal.HopRow.Role;
import org.hopwarden.ui.probe.internal.HopRow.Times;
import org.junit.jupiter.api.Test;

class HopRowTest {

    private static Reply reply(int query, long rttNanos) {
        return new Reply(query, IpAddress.parse("192.0.2.1"), rttNanos, ReplyKind.TIME_EXCEEDED, 11, 0, false, 64);
    }

    @Test
    void jitterIsThatOfTheRfc() {
        // J += (|D| - J) / 16 by hand: 16/16 = 1, then 1 + (32 - 1)/16.
        assertEquals(1 + 31 / 16.0, Times.of(List.of(100L, 116L, 84L)).jitter(), 1e-12);
        assertEquals("", HopRow.of(new Hop(1, 1, 0, List.of(reply(0, 1_000_000)))).jitter(), "one reply has no jitter");
    }

    @Test
    void figuresAreThoseOfAllReplies() {
        HopRow row = HopRow.of(new Hop(3, 4, 1, List.of(reply(0, 3_000_000), reply(2, 1_000_000), reply(3, 2_000_000))));
        assertEquals(List.of("2.000", "1.000", "2.000", "3.000"), List.of(row.last(), row.best(), row.mean(), row.worst()));
        assertEquals("25 %", row.lossText());
        assertTrue(row.lossAlarm());
        assertEquals(List.of(3_000_000L, HopRow.LOST, 1_000_000L, 2_000_000L), row.recent());
    }

    @Test
    void lossIsUnknownUntilAProbeIsSettled() {
        assertEquals("\u2013", HopRow.of(new Hop(1, 3, 0, List.of())).lossText());
        assertEquals(Role.WAITING, HopRow.of(new Hop(1, 3, 0, List.of())).role());
        HopRow silent = HopRow.of(new Hop(1, 3, 3, List.of()));
        assertEquals("100 %", silent.lossText());
        assertFalse(silent.lossAlarm(), "a router that never answers loses nothing");
        assertEquals("not probed", HopRow.of(new Hop(1, 0, 0, List.of())).who());
    }

    @Test
    void neitherSomeIsNoneNorNearlyAllIsAll() {
        assertEquals("<1 %", HopRow.percent(0.001));
        assertEquals(">99 %", HopRow.percent(0.999));
        assertEquals("0 %", HopRow.percent(0));
        assertEquals("100 %", HopRow.percent(1));
    }
}
