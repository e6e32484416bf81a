package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.hopwarden.enforce.EventLog.Options;
import org.hopwarden.enforce.EventLog.Verdicts;
import org.hopwarden.engine.PolicyCompileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

class EventLogTest {

    private static final JsonFactory JSON = new JsonFactory();

    @TempDir
    private Path folder;
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private Decisions decisions;
    private Path file;

    @BeforeEach
    void make() throws PolicyCompileException {
        decisions = new Decisions();
        file = folder.resolve("events");
    }

    private EventLog open(Options options) throws IOException {
        return EventLog.open(options, problems::add);
    }

    /** A line: texts, numbers as texts, truths as texts, nulls, and objects of these. */
    private record Line(Map<String, Object> fields) {

        static Line of(String text) throws IOException {
            try (JsonParser json = JSON.createParser(text)) {
                assertEquals(JsonToken.START_OBJECT, json.nextToken());
                Line line = new Line(object(json));
                assertEquals(null, json.nextToken(), text);
                return line;
            }
        }

        private static Map<String, Object> object(JsonParser json) throws IOException {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                fields.put(name, value == JsonToken.START_OBJECT ? object(json) : value == JsonToken.VALUE_NULL ? null : json.getText());
            }
            return fields;
        }

        String text(String name) {
            return (String) fields.get(name);
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }
    }

    /** Reading fails where a line is not whole. */
    private static List<Line> read(Path from) throws IOException {
        List<Line> events = new ArrayList<>();
        for (String line : Files.readAllLines(from)) {
            events.add(Line.of(line));
        }
        return events;
    }

    private static List<String> names(List<Line> events) {
        return events.stream().map(event -> event.text("event")).toList();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    @Test
    void whatIsNotAllowedOrLoggedIsWritten() throws IOException {
        try (EventLog log = open(Options.of(file))) {
            decisions.decide(log, Decisions.udp("192.0.2.1", 10));
            decisions.decide(log, Decisions.tcp("192.0.2.1"));
            log.refused("p.hwpolicy", "line 3 is \"broken\"\n");
        }
        List<Line> events = read(file);
        assertEquals(List.of("log", "verdict", "policy-refused"), names(events));
        assertEquals(EventLog.FORMAT, events.getFirst().text("format"));
        Line verdict = events.get(1);
        assertEquals("deny", verdict.text("verdict"));
        assertEquals("c", verdict.text("chain"));
        assertEquals(2, verdict.number("rule"));
        assertEquals("true", verdict.text("logged"));
        assertEquals(Line.of("""
                {"direction":"forward","inInterface":"eth0","outInterface":"eth1","source":"192.0.2.1","destination":"198.51.100.2",
                "protocol":"tcp","sourcePort":40000,"destinationPort":80,"tcpFlags":"syn","moreFragments":false,"fragmentOffset":0,"ttl":64,
                "dscp":0,"length":40,"state":"untracked","mark":0}""").fields(), verdict.fields().get("packet"));
        assertEquals("line 3 is \"broken\"\n", events.get(2).text("reason"));
        assertEquals(List.of(), problems);
    }

    @Test
    void aFloodOfOneRuleIsSampledAndCounted() throws IOException {
        int flood = 1000;
        try (EventLog log = open(Options.of(file))) {
            for (int i = 0; i < flood; i++) {
                decisions.decide(log, Decisions.icmp("192.0.2.1"));
            }
        }
        List<Line> events = read(file);
        long written = names(events).stream().filter("verdict"::equals).count();
        long leftOut = events.stream().filter(event -> event.text("event").equals("left-out")).mapToLong(event -> {
            assertEquals(3, event.number("rule"));
            return event.number("packets");
        }).sum();
        assertTrue(written >= 10 && written < flood, "written " + written);
        assertEquals(flood, written + leftOut);
    }

    @Test
    void whatIsLeftOutUnderAReplacedPolicyIsCountedAsWell() throws Exception {
        int flood = 1000;
        Decisions replaced = new Decisions();
        try (EventLog log = open(Options.of(file))) {
            for (int i = 0; i < flood; i++) {
                decisions.decide(log, Decisions.icmp("192.0.2.1"));
            }
            replaced.decide(log, Decisions.icmp("192.0.2.1"));
        }
        List<Line> events = read(file);
        long written = names(events).stream().filter("verdict"::equals).count();
        long leftOut = events.stream().filter(event -> event.text("event").equals("left-out")).mapToLong(event -> event.number("packets")).sum();
        assertEquals(flood + 1, written + leftOut);
    }

    @Test
    void allOnRequest() throws IOException {
        try (EventLog log = open(new Options(file, 1 << 20, 0, Verdicts.ALL, 1))) {
            for (int i = 0; i < 100; i++) {
                decisions.decide(log, Decisions.udp("192.0.2.1", 10));
            }
        }
        assertEquals(101, read(file).size());
    }

    @Test
    void fullFilesAreRenamedAndOldOnesGo() throws IOException, InterruptedException {
        long most = 4096;
        int events = 400;
        try (EventLog log = open(new Options(file, most, 2, Verdicts.CHOSEN, 1))) {
            for (int i = 0; i < events; i++) {
                log.tell("counted", Map.of("number", i));
                // One batch at a time, for a batch is written whole.
                if (i % 20 == 19) {
                    int number = i;
                    until(() -> last("number", file) == number);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("events", "events.1", "events.2"), files.map(each -> each.getFileName().toString()).sorted().toList());
        }
        int expected = events - 1;
        for (String name : List.of("events", "events.1", "events.2")) {
            List<Line> each = read(folder.resolve(name));
            assertTrue(Files.size(folder.resolve(name)) <= most, name);
            assertEquals(EventLog.FORMAT, each.getFirst().text("format"), name);
            for (Line event : each.subList(1, each.size()).reversed()) {
                assertEquals(expected--, event.number("number"), name);
            }
        }
    }

    private static long last(String field, Path from) {
        try {
            List<Line> events = Files.exists(from) ? read(from) : List.of();
            return events.isEmpty() || !events.getLast().has(field) ? -1 : events.getLast().number(field);
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void aFileThatIsThereIsGoneOnWithAfterABrokenLine() throws IOException {
        Files.writeString(file, "{\"event\":\"older\"}\n{\"event\":\"bro");
        try (EventLog log = open(Options.of(file))) {
            log.fault("x");
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(4, lines.size());
        assertEquals("{\"event\":\"bro", lines.get(1));
        assertEquals("fault", Line.of(lines.get(3)).text("event"));
    }

    @Test
    void aFileThatCannotBeOpenedIsSaidAtOnce() {
        assertThrows(IOException.class, () -> open(Options.of(folder.resolve("missing/events"))));
    }

    /** The device that is always full stands for a full disk, and the file that takes its place for room. */
    @Test
    void afterAFullDiskItGoesOnAndTellsWhatWasLost() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no device that is always full");
        Files.createSymbolicLink(file, full);
        int events = 20_000;
        try (EventLog log = open(Options.of(file))) {
            log.tell("first", Map.of());
            until(() -> !problems.isEmpty());
            for (int i = 0; i < events; i++) {
                log.tell("counted", Map.of("number", i));
            }
            Files.delete(file);
            until(() -> problems.size() > 1);
            assertTrue(log.lostEvents() > 0);
            log.tell("last", Map.of());
        }
        assertTrue(problems.getFirst().startsWith("events cannot be written to " + file), problems.getFirst());
        assertTrue(problems.get(1).startsWith("events are written to " + file + " again; "), problems.get(1));
        List<Line> written = read(file);
        List<String> names = names(written);
        assertEquals(List.of("log", "first"), names.subList(0, 2));
        assertEquals("last", names.getLast());
        long lost = written.stream().filter(event -> event.has("events")).mapToLong(event -> event.number("events")).sum();
        assertTrue(lost > 0);
        assertEquals(events, names.stream().filter("counted"::equals).count() + lost);
    }

    @Test
    void aDiskThatStaysFullHoldsNobodyUp() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no device that is always full");
        EventLog log = open(Options.of(full));
        for (int i = 0; i < 9000; i++) {
            log.tell("counted", Map.of("number", i));
        }
        log.close();
        assertEquals(9000, log.lostEvents());
        assertTrue(problems.getLast().startsWith("9000 events are not in "), problems.getLast());
        assertFalse(Files.isRegularFile(full));
    }
}
