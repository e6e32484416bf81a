package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;

class DropCountsTest {

    @Test
    void eachPacketThatDoesNotGoOnHasOneReason() throws PolicyCompileException {
        Decisions decisions = new Decisions();
        DropCounts drops = new DropCounts();
        decisions.decide(drops, Decisions.udp("192.0.2.1", 1));
        decisions.decide(drops, Decisions.tcp("192.0.2.1"));
        decisions.decide(drops, Decisions.icmp("192.0.2.1"));
        decisions.decide(drops, PacketBuilder.raw(Decisions.ip("192.0.2.1"), 47, new byte[20]));
        decisions.decide(drops, PacketBuilder.raw(Decisions.ip("192.0.2.1"), 50, new byte[20]));
        decisions.decide(drops, Decisions.tcp("192.0.2.1"), new PacketState(Direction.FORWARD).state(ConnectionState.INVALID));
        decisions.decide(drops, MemorySegment.ofArray(new byte[5]));
        drops.unreadable();
        Map<DropReason, Long> expected = new EnumMap<>(DropReason.class);
        Arrays.stream(DropReason.values()).forEach(reason -> expected.put(reason, 0L));
        expected.put(DropReason.RULE, 2L);
        expected.put(DropReason.NOT_ALLOWED, 1L);
        expected.put(DropReason.CHAIN_END, 1L);
        expected.put(DropReason.INVALID_STATE, 1L);
        expected.put(DropReason.MALFORMED, 2L);
        expected.put(DropReason.NOT_SENT, 3L);
        expected.put(DropReason.LOST, 9L);
        EnforcementStatistics statistics = new EnforcementStatistics(11, 1, 4, 0, 1, 5, List.of());
        Map<DropReason, Long> counted = drops.byReason(statistics, 9);
        assertEquals(expected, counted);
        long dropped = counted.values().stream().mapToLong(Long::longValue).sum() - counted.get(DropReason.LOST);
        assertEquals(statistics.seen() - statistics.allowed(), dropped, "they add up");
    }
}
