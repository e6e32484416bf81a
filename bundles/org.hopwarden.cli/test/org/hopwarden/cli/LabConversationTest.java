package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces inside a connection of a simulated host. */
class LabConversationTest {

    @ParameterizedTest
    @ValueSource(strings = { "catalogue.campus.example --lab campus", "www.forum.example --lab forum -6", "www.forum.example --lab forum -4",
        "jeweller.diamonds.example --lab diamonds", "wide.provider.example --lab provider", "hole.narrow.example --lab narrow" })
    void theTargetIsAsFarAsByOtherMethods(String words) {
        CommandRun inside = CommandRun.ofLine("trace " + words + " --method in-connection");
        assertEquals(0, inside.code(), inside.err());
        CommandRun outside = CommandRun.ofLine("trace " + words + " --method tcp-ack");
        assertEquals(outside.out().replaceAll("(?s).*(Reached in \\d+ hops?);.*", "$1"),
                inside.out().replaceAll("(?s).*(Reached in \\d+ hops?);.*", "$1"), inside.out());
        assertTrue(inside.out().contains("Duplicate ACK"), inside.out());
        assertEquals(inside, CommandRun.ofLine("trace " + words + " --method in-connection"), "same seed, same result");
    }

    @Test
    void itPassesWhatLetsTheConnectionThroughAndCanBeWatched() {
        CommandRun watch = CommandRun.ofLine("watch www.edge.example --lab edge --method in-connection --count 5");
        assertEquals(0, watch.code(), watch.err());
        assertTrue(watch.out().lines().anyMatch(line -> line.matches(" +8 +0\\.0 % .* 203\\.0\\.113\\.180")), watch.out());
        assertEquals(0, CommandRun.ofLine("trace www.forum.example --lab forum --like intrace").code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "trace www.edge.example --lab edge --method in-connection --port 81 | 3 | nobody answered | 80, 443",
        "trace catalogue.campus.example --lab campus --method in-connection --port 81 | 3 | it was refused | 80, 443",
        "trace 192.168.77.1 --lab edge --method in-connection | 2 | no TCP service that is known here | --port",
        "trace www.edge.example --lab edge --method in-connection --source-port 4000 | 2 | chooses the local port | --source-port",
    })
    void withoutAConnectionItIsSaidWhy(String line, int code, String message, String remedy) {
        CommandRun run = CommandRun.ofLine(line);
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message) && run.err().contains(remedy), run.err());
    }
}
