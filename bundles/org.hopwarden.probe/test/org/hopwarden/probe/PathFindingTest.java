package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IcmpExtensions;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Rewrite.Field;
import org.junit.jupiter.api.Test;

/** Where on the way packets are changed. */
class PathFindingTest {

    private static final IpAddress TARGET = IpAddress.parse("203.0.113.9");
    private final List<TraceEvent> events = new ArrayList<>();
    private final TraceRequest request = TraceRequest.of("target", TARGET, "udp-dublin");
    private int ttl;

    private PathFindingTest hop(int natId, Rewrite... rewrites) {
        return hop(IpAddress.parse("10.0." + (ttl + 1) + ".1"), Optional.of(new Quoted(60, 1, 0, 1, 0x1000, natId,
                List.of(rewrites))));
    }

    private PathFindingTest hop(IpAddress address, Optional<Quoted> quoted) {
        ttl++;
        events.add(new TraceEvent.Sent(0, ttl, 0));
        events.add(new TraceEvent.Replied(1, ttl, new Reply(0, address, 1, ReplyKind.TIME_EXCEEDED, 11, 0, false, 60,
                new IcmpDetail(-1, quoted, IcmpExtensions.NONE))));
        return this;
    }

    private PathFindingTest silent() {
        ttl++;
        events.add(new TraceEvent.Sent(0, ttl, 0));
        return this;
    }

    private List<String> findings() {
        events.addFirst(new TraceEvent.Started(request, IpAddress.parse("10.0.0.1"), Instant.EPOCH));
        return PathFinding.of(TraceRecorder.fold(request, events)).stream().map(PathFinding::toString).toList();
    }

    @Test
    void anUnchangedPathHasNone() {
        assertEquals(List.of(), hop(0).hop(0).silent().hop(0).findings());
    }

    @Test
    void aNatStandsWhereTheChecksumChanges() {
        assertEquals(List.of("NAT between hops 1 and 3: the checksum differs by 0x1234 (its NAT id)"),
                hop(0).silent().hop(0x1234, new Rewrite(Field.CHECKSUM, "0x0001", "0x1235")).hop(0x1234).findings());
    }

    @Test
    void twoNatsAreTwo() {
        assertEquals(List.of("NAT before or at hop 1: the checksum differs by 0x0001 (its NAT id)",
                "NAT between hops 1 and 2: the checksum differs by 0x0002 (its NAT id)"), hop(1).hop(2).findings());
    }

    @Test
    void aChecksumThatFollowsARewrittenOptionIsNoNat() {
        Rewrite mss = new Rewrite(Field.TCP_OPTIONS, "MSS 1460", "MSS 1360");
        assertEquals(List.of("Rewritten header between hops 1 and 2: TCP options MSS 1460 -> MSS 1360"),
                hop(0).hop(100, mss).hop(100, mss).findings());
    }

    @Test
    void eachRewriteIsNamedOnceAndAgainWhereItChanges() {
        assertEquals(List.of("Rewritten header between hops 1 and 2: DSCP 46 -> 10",
                "Rewritten header between hops 3 and 4: DSCP 46 -> 0"),
                hop(0).hop(0, new Rewrite(Field.DSCP, "46", "10")).hop(0, new Rewrite(Field.DSCP, "46", "10"))
                        .hop(0, new Rewrite(Field.DSCP, "46", "0")).findings());
    }

    @Test
    void theTargetsAddressThatForwardsIsADestinationNat() {
        assertEquals(List.of("Destination NAT at hop 2: the target's own address reports that the TTL ran out, so there are hops "
                + "behind it"), hop(0).hop(TARGET, Optional.empty()).hop(0).findings());
    }

    @Test
    void quotesWithoutAChecksumSayNothingOfIt() {
        assertEquals(List.of(), hop(0).hop(-1).hop(0).findings());
    }
}
