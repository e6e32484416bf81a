package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of Windows' tracert, as its users know it and Microsoft's documentation shows it. */
class TracertMannerTest {

    @TempDir
    private Path folder;

    private static String tracert(String line) {
        return CommandRun.ofLine("trace " + line + " --like tracert").out();
    }

    @Test
    void aNameIsShownWithItsAddressAndSilenceAsThreeStars() {
        List<String> lines = tracert("www.forum.example --lab forum").lines().toList();
        assertEquals(List.of("", "Tracing route to www.forum.example [203.0.113.80]", "over a maximum of 30 hops:", "",
                "  1     *        *        *     Request timed out."), lines.subList(0, 5));
        assertTrue(lines.get(10).matches("  7  ( {0,3}\\d+ ms  ){3} ?203\\.0\\.113\\.80"), lines.toString());
        assertEquals(List.of("", "Trace complete."), lines.subList(11, 13));
    }

    @Test
    void anAddressStandsInOneLine() {
        assertTrue(tracert("203.0.113.80 --lab forum --max-ttl 9")
                .startsWith("\nTracing route to 203.0.113.80 over a maximum of 9 hops\n\n  1  "));
    }

    @Test
    void timesBelowAMillisecondAreSaidToBe() {
        assertTrue(tracert("catalogue.campus.example --lab campus").contains("\n  1    <1 ms    <1 ms    <1 ms  10.20.1.3\n"));
    }

    /** No times: the first report ends the trace. */
    @Test
    void whoeverRefusesReports() {
        List<String> lines = tracert("www.edge.example --lab edge").lines().toList();
        assertEquals(List.of("  6  198.51.100.14  reports: Destination net unreachable.", "", "Trace complete."),
                lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void namesStandBeforeAddressesInBrackets() {
        assertTrue(tracert("www.forum.example --lab forum --names").contains(" ms  www.forum.example [203.0.113.80]\n"));
        assertTrue(CommandRun.ofLine("trace www.forum.example --lab forum --names --like traceroute --method icmp").out()
                .contains(" 7  www.forum.example (203.0.113.80)  "));
        assertTrue(CommandRun.ofLine("trace www.forum.example --lab forum --names --like tcptraceroute").out()
                .contains(" 7  www.forum.example (203.0.113.80) [open]  "));
    }

    /** It is not complete if it failed. */
    @Test
    void aTraceThatFailedIsNotComplete() throws Exception {
        Path file = folder.resolve("events.jsonl");
        CommandRun.ofLine("trace www.forum.example --lab forum --save " + file);
        Files.writeString(file, Files.readString(file).replace("\"DONE\"", "\"FAILED\""));
        CommandRun run = CommandRun.ofLine("trace --replay " + file + " --like tracert");
        assertEquals(5, run.code());
        assertTrue(run.out().contains("\nTracing route to www.forum.example [203.0.113.80]\n"), run.out());
        assertFalse(run.out().contains("Trace complete."), run.out());
    }
}
