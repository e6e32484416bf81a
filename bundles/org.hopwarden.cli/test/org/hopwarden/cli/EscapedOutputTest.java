package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that others wrote commands the terminal. */
class EscapedOutputTest {

    /** Clears the screen, in both spellings; a bell; and text that runs backward. */
    private static final String EVIL = "x\u001b[2J\u009b2J\u0007\u202ey";
    private static final String ESCAPED = "x\\u001b[2J\\u009b2J\\u0007\\u202ey";

    @TempDir
    private Path folder;

    private static void assertHarmless(CommandRun run) {
        for (String text : List.of(run.out(), run.err())) {
            assertFalse(text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' || c == 0x202e), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "trace %s", "trace %s --lab forum", "watch %s --lab forum --count 1", "scan %s", "pmtu %s", "trace h --lab %s",
        "lab show %s", "lab %s", "%s", "trace --%s", "connections -r %s", "trace --replay %s", "interfaces %s",
        "trace www.forum.example --lab forum --method %s", "trace www.forum.example --lab forum --asn-db %s" })
    void whatTheUserPasted(String line) {
        CommandRun run = CommandRun.ofLine(line.replace("%s", EVIL));
        assertTrue(run.code() != 0, run.out());
        assertHarmless(run);
        assertTrue(run.err().contains(ESCAPED), run.err());
    }

    /** A database in MaxMind's format in which each network from 128.0.0.0 on has such a name. */
    private Path database() throws Exception {
        StringBuilder name = new StringBuilder();
        byte[] bytes = EVIL.getBytes(StandardCharsets.UTF_8);
        name.append(HexFormat.of().toHexDigits((byte) (0x40 | bytes.length))).append(HexFormat.of().formatHex(bytes));
        String whole = HexFormat.of().formatHex(HostNamingTest.database()).replace("49" + HexFormat.of().formatHex("Forum Net".getBytes()),
                name);
        return Files.write(folder.resolve("evil.mmdb"), HexFormat.of().parseHex(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = { "trace www.forum.example --lab forum", "watch www.forum.example --lab forum --count 1",
        "trace www.forum.example --lab forum --multipath" })
    void whatADatabaseOfNetworksSays(String line) throws Exception {
        CommandRun run = CommandRun.ofLine(line + " --asn-db " + database());
        assertHarmless(run);
        assertTrue(run.out().contains("AS64500 " + ESCAPED), run.out());
        CommandRun json = CommandRun.ofLine(line + " --format json --asn-db " + database());
        assertTrue(json.out().contains("\"network\":\""), json.out());
    }

    @Test
    void whatAFileOfEventsSays() throws Exception {
        Path file = folder.resolve("events.jsonl");
        CommandRun.ofLine("trace www.edge.example --lab edge --queries 1 --method tcp-syn --save " + file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.replaceAll(each -> each.replace("www.edge.example", ESCAPED + "\\n").replace("\"message\":\"\"",
                "\"message\":\"" + ESCAPED + "\"").replace("\"status\":\"DONE\"", "\"status\":\"FAILED\""));
        Files.write(file, lines);
        for (String format : List.of("text", "dot", "csv", "mtr-json")) {
            CommandRun run = CommandRun.ofLine("trace --replay " + file + " --format " + format);
            assertEquals(5, run.code(), run.err());
            assertHarmless(run);
        }
        CommandRun run = CommandRun.ofLine("trace --replay " + file);
        assertTrue(run.out().startsWith("Trace to " + ESCAPED + "\\u000a ("), run.out());
    }
}
