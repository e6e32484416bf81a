package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The event log and the statistics of {@code enforce}, in a simulated network. */
class EnforceEventsTest {

    @TempDir
    private Path folder;
    private Path policy;

    @BeforeEach
    void make() throws IOException {
        Path list = Files.writeString(folder.resolve("border.txt"), "access-list 101 permit icmp any any echo\naccess-list 101 deny udp any any log\n");
        policy = folder.resolve("border.hwpolicy");
        assertEquals(0, CommandRun.of("rules", "import", list.toString(), "-o", policy.toString()).code());
    }

    private CommandRun enforce(String... more) {
        List<String> words = new ArrayList<>(List.of("enforce", policy.toString(), "--back-end", "simulated", "--set", "network=forum",
                "--set", "router=home-router", "--duration", "4", "--stats", "json"));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    /** The values of a field of all lines, each of which is an object of JSON. */
    private static List<String> values(List<String> lines, String field) throws IOException {
        List<String> values = new ArrayList<>();
        for (String line : lines) {
            String found = null;
            try (JsonParser json = new JsonFactory().createParser(line)) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (token == JsonToken.FIELD_NAME && json.currentName().equals(field) && found == null) {
                        json.nextToken();
                        found = json.getText();
                    }
                }
            }
            values.add(found);
        }
        return values;
    }

    @Test
    void whatHappensIsWrittenFromStartToEnd() throws IOException {
        Path events = folder.resolve("events");
        CommandRun run = enforce("--events", events.toString());
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(events);
        List<String> kinds = values(lines, "event");
        Set<String> all = new LinkedHashSet<>(kinds);
        assertTrue(all.containsAll(Set.of("log", "started", "verdict", "ended")), all.toString());
        assertEquals("log", kinds.getFirst());
        assertEquals("ended", kinds.getLast());
        assertEquals("hopwarden.events/1", values(lines, "format").getFirst());
        // Each of the rule that logs, and a sample of the others that are denied.
        long logged = values(lines, "logged").stream().filter("true"::equals).count();
        assertTrue(run.out().contains("{\"chain\":\"101\",\"rule\":2,\"packets\":" + logged + ","), logged + " in " + run.out());
        assertTrue(run.out().contains("\"eventsLost\":0"), run.out());
        String seen = values(lines, "seen").getLast();
        assertTrue(run.out().contains("\"seen\":" + seen + ","), seen + " in " + run.out());
        assertTrue(run.out().contains("\"drops\":{\"rule\":" + logged + ","), run.out());
        assertTrue(run.out().contains("\"topTalkers\":{\"sampled\":false,\"source\":[{\"name\":\"192.168.1.20\","), run.out());
    }

    @Test
    void aFileThatCannotBeOpenedEndsItBeforeItBegins() {
        CommandRun run = enforce("--events", folder.resolve("missing/events").toString());
        assertEquals(5, run.code(), run.err());
        assertTrue(run.err().contains("missing/events") && !run.err().contains("enforcing"), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --events-keep 3                        | --events FILE
            --events-all                           | --events FILE
            --events x --events-all --events-sample 3 | exclude each other
            --events x --events-size 0             | from 1 to
            --events x --events-keep -1            | from 0 to
            """)
    void optionsThatDoNotGoTogetherAreSaid(String options, String said) {
        CommandRun run = enforce(options.strip().split(" "));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(said), run.err());
    }
}
