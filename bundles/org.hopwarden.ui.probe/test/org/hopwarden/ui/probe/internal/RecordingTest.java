package org.hopwarden.ui.probe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.probe.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final TraceEvent.Started STARTED = new TraceEvent.Started(Traces.SPEC.request(IpAddress.parse("192.0.2.80")),
            IpAddress.parse("192.0.2.1"), Instant.parse("2026-01-02T03:04:05.678Z"));
    private static final List<TraceEvent> EVENTS = List.of(new TraceEvent.Sent(1, 1, 0), new TraceEvent.Sent(2, 2, 0),
            new TraceEvent.Replied(3, 1, new Reply(0, IpAddress.parse("2001:db8::1"), 1_234_567, ReplyKind.ADMIN_PROHIBITED, 3, 13,
                    true, 64)),
            new TraceEvent.Lost(2_000_000_000, 2, 0), new TraceEvent.Sent(3_000_000_000L, 1, 1),
            new TraceEvent.Ended(4_000_000_000L, Status.FAILED, "the \"cable\" is\nout"));

    @TempDir
    private Path folder;

    private Path write() {
        Path file = folder.resolve("a.hwrec");
        List<String> trouble = new ArrayList<>();
        try (RecordingWriter writer = new RecordingWriter(file, Traces.SPEC, trouble::add)) {
            writer.on(STARTED);
            EVENTS.forEach(writer::on);
        }
        assertEquals(List.of(), trouble);
        return file;
    }

    private static List<TraceEvent> read(Path file) throws IOException {
        List<TraceEvent> events = new ArrayList<>();
        try (Recording.Reader reader = new Recording.Reader(file)) {
            assertNull(reader.read(events::add));
        }
        return events;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = write();
        assertEquals(EVENTS, read(file));
        Recording.Head head = Recording.readHead(file);
        assertEquals(STARTED.request(), head.request());
        assertEquals(STARTED.at(), head.startedAt());
        assertEquals("host", head.spec().network());
        assertTrue(head.spec().isWatched());
    }

    @Test
    void aFileThatWasCutOffByAKillEndsWithItsLastWholeLine() throws IOException {
        Path file = write();
        String text = Files.readString(file);
        int end = text.indexOf("[\"lost\"") + 9;
        Files.writeString(file, text.substring(0, end));
        assertEquals(EVENTS.subList(0, 3), read(file));
    }

    @Test
    void damageIsToldWithItsLine() throws IOException {
        Path file = write();
        Files.writeString(file, "[\"lost\",1,\"x\",0]\n[\"sent\",1,1,1]\n", StandardOpenOption.APPEND);
        String message = assertThrows(IOException.class, () -> read(file)).getMessage();
        assertTrue(message.contains("a.hwrec, line 8") && message.contains("column"), message);
        Files.writeString(file, "{}\n");
        assertTrue(assertThrows(IOException.class, () -> read(file)).getMessage().contains("line 1"));
    }

    @Test
    void aDiskThatRefusesIsTold() {
        List<String> trouble = new ArrayList<>();
        Path file = Path.of("/dev/full/watch.hwrec");
        try (RecordingWriter writer = new RecordingWriter(file, Traces.SPEC, trouble::add)) {
            writer.on(STARTED);
        }
        assertEquals(1, trouble.size(), trouble.toString());
        assertTrue(trouble.getFirst().startsWith("The watch is not recorded"), trouble.toString());
    }

    @Test
    void replayGoesToAnyMomentAndBack() throws IOException {
        try (Replay replay = new Replay(write())) {
            assertEquals(1, replay.at(1).watch().hops().getFirst().sent());
            assertEquals(0, replay.at(2).watch().hops().getFirst().received());
            assertEquals(1, replay.at(3).watch().hops().getFirst().received());
            assertEquals(2, replay.at(Long.MAX_VALUE).watch().hops().getFirst().sent());
            assertEquals(1, replay.at(2_500_000_000L).watch().hops().getFirst().sent(), "back again");
            assertEquals(0, replay.at(0).watch().hops().size());
        }
    }
}
