package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.PacketBuilder;
import org.junit.jupiter.api.Test;

class TimeAndLossTest {

    private static String pair(String link, long seed) {
        return """
                name = "pair"
                seed = %d
                viewpoint = "a"
                [[host]]
                name = "a"
                [[router]]
                name = "r"
                [[host]]
                name = "z"
                [[link]]
                between = ["a", "r"]
                prefix = "10.0.0.0/24"
                latency = "250 us"
                [[link]]
                between = ["r", "z"]
                prefix = "10.0.1.0/24"
                %s
                """.formatted(seed, link);
    }

    private static List<Wire.Seen> pings(Wire wire, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            wire.send(wire.echo("10.0.1.2", 64, i)).run(Duration.ofMillis(10));
        }
        wire.run();
        Balance.check(wire.network, "pings");
        return wire.received();
    }

    @Test
    void aPacketTakesTheLatencyOfItsLinks() throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1.5 ms\"", 1))) {
            assertEquals(wire.startNanos + 3_500_000, pings(wire, 1).getFirst().timeNanos());
        }
    }

    @Test
    void jitterStaysWithinItsBoundAndFillsIt() throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1 ms\"\njitter = \"2 ms\"", 1))) {
            List<Wire.Seen> replies = pings(wire, 500);
            var delays = replies.stream().collect(Collectors.summarizingLong(seen -> seen.timeNanos() - wire.startNanos
                    - seen.view().icmpSequence() * 10_000_000L - 2_500_000));
            assertEquals(500, delays.getCount());
            assertTrue(delays.getMin() >= 0 && delays.getMax() <= 4_000_000, delays.toString());
            // The sum of two even spreads over 0..2 ms: mean 2 ms, deviation 0.82 ms; four of its errors for 500.
            assertEquals(2_000_000, delays.getAverage(), 4 * 816_000 / Math.sqrt(500));
        }
    }

    @Test
    void packetsDoNotOvertakeEachOther() throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1 ms\"\njitter = \"50 ms\"", 3))) {
            for (int i = 0; i < 200; i++) {
                wire.send(wire.echo("10.0.1.2", 64, i)).run(Duration.ofMillis(1));
            }
            wire.run();
            List<Wire.Seen> received = wire.received();
            for (int i = 0; i < received.size(); i++) {
                assertEquals(i, received.get(i).view().icmpSequence());
                assertTrue(i == 0 || received.get(i).timeNanos() >= received.get(i - 1).timeNanos());
            }
        }
    }

    @Test
    void lossIsAsOftenAsTheFileSays() throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1 ms\"\nloss = \"20 %\"", 5))) {
            int count = 4000;
            int answered = pings(wire, count).size();
            // Both ways are lossy: 0.8 squared; four standard deviations.
            assertEquals(count * 0.64, answered, 4 * Math.sqrt(count * 0.64 * 0.36));
            assertEquals(count - answered, wire.network.statistics().dropped(DropReason.LOSS));
        }
    }

    @Test
    void allAndNothing() throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1 ms\"\nloss = \"100 %\"", 5))) {
            assertEquals(0, pings(wire, 100).size());
        }
        try (Wire wire = Wire.at(pair("latency = \"0 ms\"\nloss = \"0 %\"", 5))) {
            assertEquals(100, pings(wire, 100).size());
        }
    }

    private static String story(long seed) throws Exception {
        try (Wire wire = Wire.at(pair("latency = \"1 ms\"\njitter = \"3 ms\"\nloss = \"30 %\"", seed))) {
            for (int i = 0; i < 100; i++) {
                wire.send(wire.echo("10.0.1.2", 1 + i % 3, i));
                wire.send(PacketBuilder.udp(wire.to("10.0.1.2", 9), 1000 + i, 7, new byte[3]));
                wire.run(Duration.ofMillis(i % 7));
            }
            wire.run();
            return wire.all.stream().map(Wire.Seen::toString).collect(Collectors.joining("\n"))
                    + wire.network.statistics();
        }
    }

    @Test
    void theSameSeedTellsTheSameStoryByteForByte() throws Exception {
        assertEquals(story(42), story(42));
        assertNotEquals(story(42), story(43));
    }
}
