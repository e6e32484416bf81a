package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of events: of traces of all paths, and such as nobody ought to have written. */
class ReplayCommandLineTest {

    private static final Pattern NUMBER = Pattern.compile("(?<=:)-?\\d+(?=[,}])");
    private static final String[] EXTREMES = { "-1", "0", "1", "255", "256", "65536", "1000000", "2147483647", "-2147483648",
        "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e400", "0.5", "null", "\"\"", "[]", "{}" };
    private static final int DAMAGES = Boolean.getBoolean("hopwarden.full") ? 2_000 : 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "cluster.campus.example --lab campus --multipath", "jeweller.diamonds.example --lab diamonds --multipath mda",
        "www.edge.example --lab edge --multipath --method tcp-syn --max-ttl 3" })
    void allPathsAreReplayedAsTheyWereSeen(String words) {
        Path file = folder.resolve("paths.jsonl");
        for (String format : List.of("text", "json", "csv", "dot", "svg")) {
            CommandRun live = CommandRun.ofLine("trace " + words + " --format " + format + " --save " + file);
            assertTrue(Files.exists(file), live.err());
            assertFalse(live.out().isEmpty());
            assertEquals(live, CommandRun.ofLine("trace --replay " + file + " --format " + format));
            assertEquals(live, CommandRun.ofLine("trace --replay " + file + " --speed 100000 --format " + format));
        }
        CommandRun refused = CommandRun.ofLine("trace --replay " + file + " --format mtr-json");
        assertEquals(2, refused.code());
        assertEquals("", refused.out());
        CommandRun watch = CommandRun.ofLine("watch --replay " + file);
        assertEquals(2, watch.code());
        assertTrue(watch.err().contains("hopwarden trace --replay"), watch.err());
    }

    @Test
    void theTableOfAllPathsHasALineForEachLink() {
        CommandRun run = CommandRun.ofLine("trace cluster.campus.example --lab campus --multipath --format csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("target,method,ttl,from,to,address,flows,sent,lost,rttMillis,latencyMillis,assumed\r\n"
                + "cluster.campus.example,udp,1,source,"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.split(",", -1).length == 12), run.out());
        CommandRun json = CommandRun.ofLine("trace cluster.campus.example --lab campus --multipath --format json");
        long links = Pattern.compile("\\{\"from\":").matcher(json.out()).results().count();
        assertEquals(links + 2, run.out().lines().count(), "the head, the link from the source, and those of JSON: " + run.out());
    }

    private List<String> saved(String line) throws Exception {
        Path file = folder.resolve("events.jsonl");
        CommandRun run = CommandRun.ofLine(line + " --save " + file);
        assertTrue(run.code() <= 1, run.err());
        return new ArrayList<>(Files.readAllLines(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"trace\":0,\"event\":\"sent\",\"atNanos\":-5,\"ttl\":1,\"query\":0} | 1 | 'atNanos' lies in 0..",
        "{\"trace\":0,\"event\":\"sent\",\"atNanos\":9223372036854775807,\"ttl\":1,\"query\":0} | 1 | 'atNanos' lies in 0..",
        "{\"trace\":0,\"event\":\"sent\",\"atNanos\":5,\"ttl\":1,\"query\":-1} | 1 | 'query' lies in 0..",
        "{\"trace\":0,\"event\":\"lost\",\"atNanos\":5,\"ttl\":1,\"query\":2147483647} | 1 | 'query' lies in 0..",
        "{\"trace\":0,\"event\":\"sent\",\"atNanos\":99999999999999999999,\"ttl\":1,\"query\":1} | 57 | a number is out of range",
        "{\"trace\":0,\"trace\":0} | 19 | a field is there twice",
        "{\"trace\":0,\"event | 18 | the line ends too early",
        "{\"trace\":0 \"event\":1} | 12 | this is no JSON",
    })
    void aDamagedLineIsToldOnceWithItsPlaceAndInOurWords(String damage, int column, String message) throws Exception {
        List<String> lines = saved("trace www.edge.example --lab edge --queries 1 --method tcp-syn");
        lines.set(4, damage);
        Path file = Files.write(folder.resolve("damaged.jsonl"), lines);
        CommandRun run = CommandRun.of("trace", "--replay", file.toString());
        assertEquals(4, run.code(), run.err());
        String first = run.err().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("hopwarden: " + file + ":5:") && first.contains(message), run.err());
        assertFalse(first.contains("line 5") || first.contains("StreamRead") || first.contains("java"), run.err());
        assertEquals(column, Integer.parseInt(first.replaceFirst(".*:5:(\\d+): .*", "$1")), run.err());
    }

    @Test
    void whatIsNestedTooDeeplyIsToldInOurWords() throws Exception {
        List<String> lines = saved("trace www.edge.example --lab edge --queries 1 --method tcp-syn");
        lines.set(1, "{\"trace\":" + "[".repeat(5_000));
        Path file = Files.write(folder.resolve("damaged.jsonl"), lines);
        CommandRun run = CommandRun.of("trace", "--replay", file.toString());
        assertEquals(4, run.code(), run.err());
        assertTrue(run.err().contains(":2:") && run.err().contains("nested too deeply"), run.err());
        assertFalse(run.err().contains("StreamReadConstraints"), run.err());
    }

    /** From 1; 0 where no line is named. */
    private static int line(String message, Path file) {
        Matcher place = Pattern.compile(Pattern.quote(file + ":") + "(\\d+):").matcher(message);
        return place.find() ? Integer.parseInt(place.group(1)) : 0;
    }

    /** Every number of a file may be any number: the file is refused with its place, or shown; nothing breaks. */
    @ParameterizedTest
    @ValueSource(strings = { "trace www.edge.example --lab edge --method udp", "trace www.edge.example --lab edge --method all --queries 1",
        "watch www.edge.example --lab edge --count 4 --method tcp-syn", "trace cluster.campus.example --lab campus --multipath" })
    void absurdNumbersAreRefusedOrShown(String line) throws Exception {
        long seed = Long.getLong("hopwarden.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> lines = saved(line);
        Path file = folder.resolve("absurd.jsonl");
        for (int i = 0; i < DAMAGES; i++) {
            List<String> changed = new ArrayList<>(lines);
            int at = random.nextInt(changed.size());
            String before = changed.get(at);
            List<MatchResult> numbers = NUMBER.matcher(before).results().toList();
            if (numbers.isEmpty()) {
                continue;
            }
            MatchResult number = numbers.get(random.nextInt(numbers.size()));
            changed.set(at, before.substring(0, number.start()) + EXTREMES[random.nextInt(EXTREMES.length)]
                    + before.substring(number.end()));
            Files.write(file, changed);
            for (String format : List.of("text", "json", "csv", "svg")) {
                boolean watch = line.startsWith("watch");
                if (!watch || !format.equals("svg")) {
                    CommandRun run = CommandRun.of(line.substring(0, 5), "--replay", file.toString(), "--format", format);
                    String what = "seed " + seed + ", " + changed.get(at) + ": " + run.err();
                    assertTrue(run.code() == 0 || run.code() == 1 || run.code() == 4, what);
                    // A start that is gone shows in the first event behind it.
                    assertTrue(run.code() != 4 || line(run.err(), file) > at, what);
                }
            }
        }
    }
}
