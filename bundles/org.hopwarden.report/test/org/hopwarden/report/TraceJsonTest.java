package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceJson.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceJsonTest {

    private static Trace read(String json) throws TraceFormatException {
        return TraceJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLimitIsSaidAndReadBack() throws Exception {
        Trace trace = Traces.reached();
        List<Hop> hops = new ArrayList<>(trace.hops());
        hops.set(1, new Hop(2, 9, 1, hops.get(1).replies(), true));
        Trace limited = new Trace(trace.request(), trace.source(), trace.startedAt(), trace.status(), trace.probes(), trace.beyondEnd(),
                hops, "");
        assertTrue(TraceJson.text(limited, Detail.RESULT).contains("\"icmpCode\":0}],\"limited\":true},{\"ttl\":3"));
        assertEquals(limited, read(TraceJson.text(limited, Detail.ALL)));
    }

    @Test
    void fieldsStandInTheirOrder() {
        assertEquals("{\"format\":\"hopwarden.trace/1\",\"target\":\"example.test\",\"address\":\"203.0.113.80\","
                + "\"method\":\"icmp\",\"reached\":true,\"probes\":9,\"beyondEnd\":3,\"hops\":["
                + "{\"ttl\":1,\"lost\":0,\"replies\":["
                + "{\"address\":\"192.0.2.1\",\"rttMillis\":0.41,\"kind\":\"time-exceeded\",\"icmpType\":11,\"icmpCode\":0},"
                + "{\"address\":\"192.0.2.1\",\"rttMillis\":0.381,\"kind\":\"time-exceeded\",\"icmpType\":11,\"icmpCode\":0}]},"
                + "{\"ttl\":2,\"lost\":1,\"replies\":["
                + "{\"address\":\"198.51.100.1\",\"rttMillis\":2.31,\"kind\":\"time-exceeded\",\"icmpType\":11,\"icmpCode\":0}],"
                + "\"answeredBehind\":true},"
                + "{\"ttl\":3,\"lost\":0,\"replies\":["
                + "{\"address\":\"203.0.113.80\",\"rttMillis\":12.4,\"kind\":\"echo-reply\",\"icmpType\":0,\"icmpCode\":0},"
                + "{\"address\":\"203.0.113.80\",\"rttMillis\":12,\"kind\":\"echo-reply\",\"icmpType\":0,\"icmpCode\":0}]}]}",
                TraceJson.text(Traces.reached(), Detail.RESULT));
    }

    @Test
    void aReplyThatIsNoIcmpMessageHasNoIcmpFields() {
        String json = TraceJson.text(Traces.portOpen(), Detail.RESULT);
        assertTrue(json.contains("{\"address\":\"203.0.113.80\",\"rttMillis\":9,\"kind\":\"syn-ack\"}"), json);
    }

    @Test
    void everythingLooksAsItDid() throws IOException {
        Golden.check("trace.json", TraceJson.pretty(Traces.reached(), Detail.ALL) + "\n");
    }

    @Test
    void everythingComesBack() throws TraceFormatException {
        for (Trace trace : Traces.all()) {
            assertEquals(trace, read(TraceJson.text(trace, Detail.ALL)));
            assertEquals(trace, read(TraceJson.pretty(trace, Detail.ALL)));
        }
    }

    @Test
    void thePlainResultComesBackAsFarAsItGoes() throws TraceFormatException {
        for (Trace trace : Traces.all()) {
            Trace back = read(TraceJson.text(trace, Detail.RESULT));
            assertEquals(TraceJson.text(trace, Detail.RESULT), TraceJson.text(back, Detail.RESULT));
            assertEquals(trace.hops().stream().flatMap(hop -> hop.replies().stream()).map(Reply::fromTarget).toList(),
                    back.hops().stream().flatMap(hop -> hop.replies().stream()).map(Reply::fromTarget).toList());
        }
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        var out = new ByteArrayOutputStream() {
            boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        };
        TraceJson.write(Traces.reached(), out);
        assertFalse(out.closed);
        assertEquals(TraceJson.text(Traces.reached(), Detail.RESULT), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileComesBack(@TempDir Path folder) throws IOException, TraceFormatException {
        Path file = folder.resolve("trace.json");
        TraceJson.write(Traces.silent(), file);
        TraceJson.write(Traces.reached(), file);
        assertEquals(Traces.reached(), TraceJson.read(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file stays");
        }
    }

    @Test
    void unknownFieldsArePassedOver() throws TraceFormatException {
        String json = TraceJson.text(Traces.reached(), Detail.RESULT)
                .replace("\"hops\"", "\"links\":[{\"from\":{\"a\":[1,2]}}],\"nothing\":null,\"hops\"");
        assertTrue(read(json).reached());
    }

    @Test
    void badFilesAreRefusedWithThePlace() {
        String good = "{\n \"format\":\"hopwarden.trace/1\",\n \"target\":\"t\",\n \"address\":\"192.0.2.1\",\n"
                + " \"method\":\"icmp\",\n \"reached\":false,\n \"probes\":1,\n"
                + " \"hops\":[{\"ttl\":1,\"lost\":1,\"replies\":[]}]\n}";
        refused("", "line 1, column 1: there is nothing here; expected a trace in the format hopwarden.trace/1");
        refused("[]", "line 1, column 1: expected a trace, that is an object in braces");
        refused(good.replace("trace/1", "trace/9"),
                "line 2, column 11: the format is 'hopwarden.trace/9'; this version reads hopwarden.trace/1");
        refused(good.replace("\"192.0.2.1\"", "\"192.0.2.300\""),
                "line 4, column 12: 'address' must be an IP address, not '192.0.2.300'");
        refused(good.replace("\"probes\":1", "\"probes\":-1"), "line 7, column 11: 'probes' must be a whole number from 0 to 25500");
        refused(good.replace("\"probes\":1", "\"probes\":99999999999"),
                "line 7, column 11: 'probes' must be a whole number from 0 to 25500");
        refused(good.replace(" \"method\":\"icmp\",\n", ""), "line 8, column 1: 'method' is missing");
        refused(good.replace("\"ttl\":1", "\"ttl\":2"), "line 8, column 17: hop 2 stands where hop 1 belongs");
        refused(good.replace("false", "true"), "line 9, column 1: 'reached' is true, but the last hop says otherwise");
        refused(good.replace("false", "\"no\""), "line 6, column 12: 'reached' must be true or false");
        refused(good.replace("[]", "[{\"address\":\"::1\",\"rttMillis\":1,\"kind\":\"smile\"}]"),
                "line 8, column 77: 'kind': unknown kind of reply 'smile'");
        refused(good.replace("[]", "[{\"address\":\"::1\",\"rttMillis\":-1,\"kind\":\"rst\"}]"),
                "line 8, column 68: 'rttMillis' must be a number of milliseconds, at least 0");
        refused(good.replace("\"lost\":1", "\"lost\":1,\"lost\":1"), "line 8, column 34: this is no JSON: Duplicate field 'lost'");
        refused(good + "{}", "line 9, column 2: there is more text behind the trace");
        String cut = assertThrows(TraceFormatException.class, () -> read(good.substring(0, 40))).getMessage();
        assertTrue(cut.startsWith("line 3, column"), cut);
    }

    private static void refused(String json, String message) {
        assertEquals(message, assertThrows(TraceFormatException.class, () -> read(json), json).getMessage());
    }

    @Test
    void damagedFilesNeverDoHarm() {
        byte[] good = TraceJson.text(Traces.branched(), Detail.ALL).getBytes(StandardCharsets.UTF_8);
        int count = Boolean.getBoolean("hopwarden.full") ? 200_000 : 5_000;
        long start = Long.getLong("hopwarden.seed", 1);
        for (long seed = start; seed < start + count; seed++) {
            Random random = new Random(seed);
            byte[] damaged = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                TraceJson.read(damaged);
            } catch (TraceFormatException e) {
                assertTrue(e.line() >= 1 && e.column() >= 1, "hopwarden.seed=" + seed);
            } catch (RuntimeException e) {
                throw new AssertionError("hopwarden.seed=" + seed, e);
            }
        }
    }
}
