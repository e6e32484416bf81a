package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceEventFileTest {

    private static final IpAddress TARGET = IpAddress.parse("2001:db8::9");

    @TempDir
    private Path folder;

    private static List<TraceEvent> events(Random random) {
        TraceRequest request = TraceRequest.of("t \"quoted\" \u00e9", TARGET, "udp").withPort(random.nextInt(65_536))
                .withOptions(ProbeOptions.DEFAULT.withSource(IpAddress.parse("2001:db8::1")).withTrafficClass(random.nextInt(256)));
        List<TraceEvent> events = new ArrayList<>(List.of(new TraceEvent.Started(request, TARGET, Instant.ofEpochSecond(1, 5))));
        long at = 0;
        for (int i = 0; i < 40; i++) {
            at += random.nextInt(1_000_000);
            int ttl = 1 + random.nextInt(255);
            ReplyKind kind = ReplyKind.values()[random.nextInt(ReplyKind.values().length)];
            events.add(switch (random.nextInt(3)) {
                case 0 -> new TraceEvent.Sent(at, ttl, i);
                case 1 -> new TraceEvent.Lost(at, ttl, i);
                default -> new TraceEvent.Replied(at, ttl, new Reply(i, TARGET, random.nextLong(1L << 40), kind, random.nextInt(-1, 256),
                        -1, random.nextBoolean(), random.nextInt(256)));
            });
        }
        events.add(new TraceEvent.Ended(at, Trace.Status.FAILED, "the network is down"));
        return events;
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = folder.resolve("events.jsonl");
        for (int run = 0; run < 20; run++) {
            List<TraceEvent> written = events(random);
            try (TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.TRACES)) {
                written.forEach(event -> writer.on(3, event));
                assertTrue(Files.exists(folder.resolve("events.jsonl.part")));
            }
            assertFalse(Files.exists(folder.resolve("events.jsonl.part")));
            List<TraceEvent> read = new ArrayList<>();
            TraceEventFile.read(file, (trace, event) -> {
                assertEquals(3, trace);
                read.add(event);
            });
            assertEquals(written, read, "seed " + seed);
            assertEquals(TraceEventFile.Kind.TRACES, TraceEventFile.kind(file));
        }
    }

    @Test
    void eventsOfAllPathsAreReadBack() throws Exception {
        MultipathRequest request = new MultipathRequest(TraceRequest.of("t", TARGET, "udp"), MultipathAlgorithm.MDA, 0.99);
        List<MultipathEvent> written = List.of(new MultipathEvent.Started(request, TARGET, Instant.ofEpochSecond(1, 5)),
                new MultipathEvent.Sent(1, 2, 3), new MultipathEvent.Replied(2, 2, 3, true,
                        new Reply(2, TARGET, 7, ReplyKind.TIME_EXCEEDED, 3, 0, false, 60)),
                new MultipathEvent.Lost(3, 65_535, 255), new MultipathEvent.Withdrawn(4, 0, 1), new MultipathEvent.Silent(5, 1, 1),
                new MultipathEvent.FellBack(6, 4, MultipathEvent.Shape.UNEVEN),
                new MultipathEvent.Ended(7, Trace.Status.CANCELLED, "why"));
        Path file = folder.resolve("paths.jsonl");
        try (TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.MULTIPATH)) {
            written.forEach(writer::on);
        }
        List<MultipathEvent> read = new ArrayList<>();
        TraceEventFile.readMultipath(file, read::add);
        assertEquals(written, read);
        assertEquals("the file holds a trace of all paths",
                assertThrows(TraceFormatException.class, () -> TraceEventFile.read(file, (trace, event) -> { })).problem());
    }

    @Test
    void anyDamageIsRefusedWithALineOrChangesNothingElse() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = folder.resolve("events.jsonl");
        try (TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.TRACE)) {
            events(random).forEach(event -> writer.on(0, event));
        }
        byte[] whole = Files.readAllBytes(file);
        long lines = new String(whole, StandardCharsets.UTF_8).lines().count();
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Files.write(file, damaged);
            try {
                TraceEventFile.read(file, (trace, event) -> { });
            } catch (TraceFormatException e) {
                assertTrue(e.line() >= 1 && e.line() <= lines + 1, "seed " + seed);
            }
        }
        Files.write(file, new byte[0]);
        assertEquals(1, assertThrows(TraceFormatException.class, () -> TraceEventFile.kind(file)).line());
    }

    @Test
    void whatTheDiskRefusesIsToldAtTheEnd() throws Exception {
        Path file = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.TRACE);
        assertThrows(java.io.IOException.class, writer::close);
    }
}
