package org.hopwarden.ui.probe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.visualization.TimelineChart.Stretch;
import org.junit.jupiter.api.Test;

class PathHistoryTest {

    private static final long SECOND = 1_000_000_000;

    private static TraceEvent.Replied replied(long at, int query, long rtt) {
        return new TraceEvent.Replied(at, 1, new Reply(query, IpAddress.parse("192.0.2.1"), rtt, ReplyKind.TIME_EXCEEDED, 11, 0,
                false, 64));
    }

    @Test
    void aDayTakesNoMoreRoomThanAMinuteAndForgetsNothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PathHistory history = new PathHistory();
        int rounds = Boolean.getBoolean("hopwarden.full") ? 864_000 : 50_000;
        long best = Long.MAX_VALUE;
        long worst = 0;
        int lost = 0;
        for (int round = 0; round < rounds; round++) {
            long at = round * SECOND / 10;
            if (random.nextInt(10) == 0) {
                history.on(new TraceEvent.Lost(at, 1, round));
                lost++;
            } else {
                long rtt = 1 + random.nextInt(50_000_000);
                best = Math.min(best, rtt);
                worst = Math.max(worst, rtt);
                history.on(replied(at + rtt, round, rtt));
            }
        }
        List<Stretch> stretches = history.stretches(1);
        String told = "seed " + seed;
        assertTrue(stretches.size() <= PathHistory.MOST_STRETCHES, told);
        assertTrue(stretches.size() > PathHistory.MOST_STRETCHES / 3, told);
        assertEquals(rounds, stretches.stream().mapToInt(each -> each.replies() + each.lost()).sum(), told);
        assertEquals(lost, stretches.stream().mapToInt(Stretch::lost).sum(), told);
        assertEquals(best, stretches.stream().filter(each -> each.replies() > 0).mapToLong(Stretch::bestNanos).min().orElse(0), told);
        assertEquals(worst, stretches.stream().mapToLong(Stretch::worstNanos).max().orElse(0), told);
        assertEquals(PathHistory.MOST_TIMES, history.millis(1).length, told);
    }

    @Test
    void aLateReplyIsNoLoss() {
        PathHistory history = new PathHistory();
        history.on(new TraceEvent.Lost(SECOND, 1, 0));
        history.on(replied(2 * SECOND, 0, 2 * SECOND));
        assertEquals(List.of(2 * SECOND), history.recent(1));
    }

    @Test
    void whatALimitHoldsBackIsNoLossInTheGraph() {
        PathHistory history = new PathHistory();
        for (int round = 0; round < 10; round++) {
            history.on(round < 3 ? replied(round, round, 1) : new TraceEvent.Lost(round, 1, round));
        }
        Hop limited = history.recentHop(1, 0);
        assertEquals(0, limited.lost());
        assertEquals(3, limited.replies().size());
        assertEquals(5, history.recentHop(1, 0.5).lost());
    }
}
