package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.hopwarden.enforce.TopTalkers.By;
import org.hopwarden.enforce.TopTalkers.Talker;
import org.hopwarden.enforce.internal.HeavyHitters;
import org.hopwarden.enforce.internal.HeavyHitters.Hitter;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopTalkersTest {

    private final TopTalkers talkers = new TopTalkers();
    private Decisions decisions;

    @BeforeEach
    void make() throws PolicyCompileException {
        decisions = new Decisions();
    }

    @Test
    void sourcesDestinationsAndFlowsAreCountedWhateverBecameOfThem() {
        for (int i = 0; i < 3; i++) {
            decisions.decide(talkers, Decisions.udp("192.0.2.1", 72));
        }
        decisions.decide(talkers, Decisions.tcp("192.0.2.2"));
        decisions.decide(talkers, Decisions.tcp("192.0.2.1"));
        assertEquals(List.of(new Talker("192.0.2.1", 4, 340, 0), new Talker("192.0.2.2", 1, 40, 0)), talkers.top(By.SOURCE, 10));
        assertEquals(List.of(new Talker("198.51.100.2", 5, 380, 0)), talkers.top(By.DESTINATION, 10));
        assertEquals(new Talker("udp 192.0.2.1:40000 > 198.51.100.2:53", 3, 300, 0), talkers.top(By.FLOW, 1).getFirst());
        assertEquals(List.of(), talkers.top(By.PROGRAM, 10));
        assertFalse(talkers.isSampled());
    }

    @Test
    void programsCountWhereARuleAskedForThem() {
        Program curl = new Program("/usr/bin/curl", "alice");
        PacketState state = new PacketState(Direction.OUT).programs(packet -> curl);
        decisions.decide(talkers, Decisions.tcp("192.0.2.1"), state.next());
        assertEquals(List.of(), talkers.top(By.PROGRAM, 10), "no rule asks, so nothing is looked up");
        state.next().program(decisions.decided(Decisions.tcp("192.0.2.1")).packet());
        decisions.decide(talkers, Decisions.tcp("192.0.2.1"), state);
        assertEquals(List.of(new Talker("/usr/bin/curl (alice)", 1, 40, 0)), talkers.top(By.PROGRAM, 10));
    }

    @Test
    void aFloodIsEstimated() {
        int packets = 400_000;
        var packet = Decisions.udp("192.0.2.1", 72);
        for (int i = 0; i < packets; i++) {
            decisions.decide(talkers, packet);
        }
        long counted = talkers.top(By.SOURCE, 1).getFirst().packets();
        assertTrue(Math.abs(counted - packets) <= 64 || !talkers.isSampled() && counted == packets, "of " + packets + " about " + counted);
    }

    /** The promise of the algorithm: nothing too low, nothing higher than it says, and who has enough is there. */
    @Test
    void heavyHittersAreFoundAmongManyInBoundedMemory() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int capacity = 64;
        HeavyHitters<Integer> hitters = new HeavyHitters<>(capacity);
        Map<Integer, long[]> truth = new HashMap<>();
        long all = 0;
        for (int i = 0; i < 50_000; i++) {
            int key = (int) Math.pow(10_000, random.nextDouble());
            int packets = 1 + random.nextInt(3);
            int bytes = packets * (40 + random.nextInt(1400));
            hitters.add(key, packets, bytes);
            long[] counts = truth.computeIfAbsent(key, each -> new long[2]);
            counts[0] += packets;
            counts[1] += bytes;
            all += packets;
        }
        List<Hitter<Integer>> top = hitters.top(capacity);
        assertEquals(capacity, top.size(), "seed " + seed);
        Map<Integer, Hitter<Integer>> found = top.stream().collect(Collectors.toMap(Hitter::key, each -> each));
        long total = 0;
        for (Hitter<Integer> each : top) {
            long[] counts = truth.get(each.key());
            assertTrue(each.packets() >= counts[0] && each.packets() - each.packetsTooMany() <= counts[0]
                    && (each.packetsTooMany() > 0 || each.bytes() == counts[1]),
                    each + " for " + counts[0] + ", seed " + seed);
            total += each.packets();
        }
        assertEquals(all, total, "seed " + seed);
        for (Map.Entry<Integer, long[]> each : truth.entrySet()) {
            assertTrue(each.getValue()[0] <= all / capacity || found.containsKey(each.getKey()),
                    each.getKey() + " has " + each.getValue()[0] + " of " + all + " and is missing, seed " + seed);
        }
        for (int i = 1; i < top.size(); i++) {
            assertTrue(top.get(i - 1).packets() >= top.get(i).packets(), "seed " + seed);
        }
    }
}
