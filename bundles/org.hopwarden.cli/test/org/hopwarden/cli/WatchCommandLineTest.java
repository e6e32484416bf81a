package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches, traces by every method, and files of events, in the lab: same seed, same result. */
class WatchCommandLineTest {

    private static final int ROUTERS = 10;
    private static final Pattern HOP = Pattern.compile("\"ttl\":(\\d+),\"addresses\":\\[[^]]*],\"sent\":(\\d+),\"received\":(\\d+),"
            + "\"lossPercent\":([0-9.]+),\"forwardLossPercent\":([0-9.]+),\"limited\":(true|false)");

    @TempDir
    private Path folder;

    private record Hop(int ttl, int sent, int received, double loss, double forwardLoss, boolean limited) {
    }

    /** A chain of ten routers. @param lossPercent each way on the link behind router 4 */
    private String chain(String limit, double lossPercent) throws Exception {
        StringBuilder text = new StringBuilder("name = \"chain\"\nseed = 11\nviewpoint = \"n0\"\nicmp-limit = \"" + limit + "\"\n");
        for (int i = 0; i <= ROUTERS + 1; i++) {
            text.append(i == 0 || i > ROUTERS ? "[[host]]\n" : "[[router]]\n").append("name = \"n" + i + "\"\n");
        }
        for (int i = 0; i <= ROUTERS; i++) {
            text.append("[[link]]\nbetween = [\"n" + i + "\", \"n" + (i + 1) + "\"]\nprefix = [\"10.8." + i + ".0/24\", \"fd08:0:0:" + i
                    + "::/64\"]\nlatency = \"0.2 ms\"\n" + (i == 4 && lossPercent > 0 ? "loss = \"" + lossPercent + " %\"\n" : ""));
        }
        return Files.writeString(folder.resolve("chain.toml"), text).toString();
    }

    private static List<Hop> watch(String... words) {
        CommandRun run = CommandRun.of(words);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("{\"format\":\"hopwarden.watch/1\","), run.out());
        List<Hop> hops = new ArrayList<>();
        HOP.matcher(run.out()).results().forEach(hop -> hops.add(new Hop(Integer.parseInt(hop.group(1)), Integer.parseInt(hop.group(2)),
                Integer.parseInt(hop.group(3)), Double.parseDouble(hop.group(4)), Double.parseDouble(hop.group(5)),
                Boolean.parseBoolean(hop.group(6)))));
        return hops;
    }

    @ParameterizedTest
    @CsvSource({ "icmp, -4", "icmp, -6", "udp, -4", "tcp-syn, -4" })
    void routersThatLimitTheirAnswersAreNoLoss(String method, String version) throws Exception {
        List<Hop> hops = watch("watch", "n11", version, "--lab", chain("linux", 0), "--count", "40", "--interval", "0.05", "--method",
                method, "--format", "json");
        assertEquals(ROUTERS + 1, hops.size());
        for (Hop hop : hops) {
            assertEquals(0, hop.forwardLoss, hop.toString());
            assertEquals(40, hop.sent);
            // The target of UDP is asked too seldom in two seconds for its limit to show beyond doubt.
            assertTrue(hop.limited || hop.ttl > ROUTERS, hop.toString());
            assertTrue(!hop.limited || hop.loss > 30, hop.toString());
        }
    }

    /** 16.3 % each way are 30 % there and back. */
    @ParameterizedTest
    @CsvSource({ "none, icmp", "none, udp", "linux, icmp" })
    void trueLossBehindRouterFourIsFound(String limit, String method) throws Exception {
        List<Hop> hops = watch("watch", "n11", "--lab", chain(limit, 16.3), "--count", "200", "--interval", "0.1", "--method", method,
                "--format", "json");
        for (Hop hop : hops) {
            assertEquals(hop.ttl <= 4 ? 0 : 30, hop.forwardLoss, hop.ttl <= 4 ? 0 : 10, hop.toString());
        }
        // Loss blurs the pattern of a limit: not each of the hops behind it shows one beyond doubt.
        long limited = hops.stream().filter(Hop::limited).count();
        assertTrue(limit.equals("none") ? limited == 0 : limited >= 8 && !hops.getLast().limited, hops.toString());
    }

    @Test
    void whereItIsAskedForTheTracerSlowsDownAndMissesNoAnswer() throws Exception {
        String lab = chain("linux", 0);
        String line = "trace n11 --lab " + lab + " --method all --queries 2 --format json";
        CommandRun fast = CommandRun.ofLine(line);
        CommandRun slow = CommandRun.ofLine(line + " --respect-limits");
        assertTrue(fast.out().contains("\"lost\":1"), "the routers limit: " + fast.out());
        assertTrue(slow.out().startsWith("{\"format\":\"hopwarden.traces/1\",\"traces\":[{\"format\":\"hopwarden.trace/1\","), slow.out());
        // A limit shows in an answer that is missing, so each router may cost one.
        int lost = Pattern.compile("\"lost\":1").matcher(slow.out()).results().toArray().length;
        int lostFast = Pattern.compile("\"lost\":[12]").matcher(fast.out()).results().toArray().length;
        assertTrue(lost <= ROUTERS + 1 && lost * 3 < lostFast, lost + " and " + lostFast);
    }

    /** Each method loses answers at another hop, so that none is blind. */
    @Test
    void theMethodsShareALimitFairly() throws Exception {
        CommandRun run = CommandRun.ofLine("trace n11 --lab " + chain("linux", 0) + " --method all --queries 1 --format json");
        for (String trace : run.out().split("\"format\":\"hopwarden.trace/1\"")) {
            int silent = Pattern.compile("\"replies\":\\[]").matcher(trace).results().toArray().length;
            assertTrue(silent <= 4, silent + " silent hops: " + trace);
        }
    }

    @Test
    void everyMethodStandsBesideTheOthers() {
        CommandRun text = CommandRun.ofLine("trace www.edge.example --lab edge --method all --queries 1");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().lines().anyMatch(line -> line.matches("\\s*TTL  Address .*icmp +udp .*tcp-syn.*")), text.out());
        assertTrue(text.out().lines().anyMatch(line -> line.matches(" +6 +198\\.51\\.100\\.14 +\\S+ !X .*")), text.out());
        assertTrue(text.out().contains("tcp-syn      Reached in 8 hops"), text.out());
        assertEquals(2, CommandRun.ofLine("trace www.edge.example --lab edge --method all --format mtr-json").code());
    }

    @ParameterizedTest
    @ValueSource(strings = { "trace www.edge.example --lab edge --method tcp-syn", "trace www.edge.example --lab edge --method all",
        "watch www.edge.example --lab edge --count 8 --method tcp-syn", "trace www.edge.example --lab edge --method icmp" })
    void aReplayGivesTheSameOutput(String line) throws Exception {
        Path file = folder.resolve("events.jsonl");
        String command = line.substring(0, 5);
        for (String format : List.of("text", "json", "csv", "dot")) {
            CommandRun live = CommandRun.ofLine(line + " --format " + format + " --save " + file);
            CommandRun replayed = CommandRun.ofLine(command + " --replay " + file + " --format " + format);
            assertEquals(live, replayed);
            assertEquals(live, CommandRun.ofLine(command + " --replay " + file + " --speed 100000 --format " + format));
        }
        assertEquals(List.of(), Files.list(folder).map(Path::toString).filter(name -> name.endsWith(".part")).toList());
    }

    @Test
    void aDamagedFileIsRefusedWithItsLine() throws Exception {
        Path file = folder.resolve("events.jsonl");
        assertEquals(0, CommandRun.ofLine("watch www.edge.example --lab edge --count 3 --method tcp-syn --save " + file).code());
        List<String> lines = Files.readAllLines(file);
        damaged(file, lines, 0, "{\"format\":\"hopwarden.events/2\",\"kind\":\"watch\"}", ":1:", "newer version");
        damaged(file, lines, 0, "{\"format\":\"hopwarden.trace/1\"}", ":1:", "no events");
        damaged(file, lines, 1, "{\"trace\":0,\"event\":\"sent\",\"atNanos\":1,\"ttl\":1,\"query\":0}", ":2:", "has not started");
        damaged(file, lines, 4, "{\"trace\":0,\"event\":\"sent\",\"ttl\":", ":5:", "no JSON");
        damaged(file, lines, 4, "{\"trace\":0,\"event\":\"sent\",\"atNanos\":5,\"ttl\":300,\"query\":0}", ":5:", "1..255");
        damaged(file, lines, 4, "{\"trace\":0,\"event\":\"sent\",\"atNanos\":5,\"ttl\":\"x\",\"query\":0}", ":5:", "'ttl'");
        damaged(file, lines, 4, "{\"trace\":0,\"event\":\"sent\",\"atNanos\":5,\"ttl\":1}", ":5:", "'query' is missing");
        damaged(file, lines, 4, "{\"trace\":0,\"event\":\"vanished\"}", ":5:", "unknown event 'vanished'");
        damaged(file, lines, 4, "", ":5:", "expected an object");
        Files.write(file, lines);
        CommandRun wrongVerb = CommandRun.of("trace", "--replay", file.toString());
        assertEquals(2, wrongVerb.code());
        assertTrue(wrongVerb.err().contains("hopwarden watch --replay"), wrongVerb.err());
        assertEquals(4, CommandRun.of("trace", "--replay", folder.resolve("missing").toString()).code());
    }

    private static void damaged(Path file, List<String> lines, int index, String damage, String place, String message) throws Exception {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, damage);
        Files.write(file, changed);
        CommandRun run = CommandRun.of("watch", "--replay", file.toString());
        assertEquals(4, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(place) && run.err().contains(message), run.err());
    }

    /** What is cut off between two lines was killed: it is shown as far as it goes. */
    @Test
    void aFileThatEndsEarlyIsShownAsFarAsItGoes() throws Exception {
        Path file = folder.resolve("events.jsonl");
        CommandRun.ofLine("watch www.edge.example --lab edge --count 9 --method tcp-syn --save " + file);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() / 2));
        CommandRun run = CommandRun.of("watch", "--replay", file.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Still running. The target answers"), run.out());
    }

    @Test
    void theExportsHaveTheirFormats() {
        CommandRun mtr = CommandRun.ofLine("watch www.edge.example --lab edge --count 5 --method tcp-syn --format mtr-json");
        assertTrue(mtr.out().replaceAll("\\s", "").startsWith("{\"report\":{\"mtr\":{\"src\":\"192.168.77.7\",\"dst\":\"www.edge.example\","
                + "\"tos\":0,\"tests\":5,\"psize\":\"64\",\"bitpattern\":\"0x00\"},\"hubs\":[{\"count\":1,\"host\":\"192.168.77.1\","
                + "\"Loss%\":0.000,\"Snt\":5,\"Last\":"), mtr.out());
        CommandRun csv = CommandRun.ofLine("trace www.edge.example --lab edge --method udp --format csv");
        assertEquals(1, csv.code());
        assertTrue(csv.out().startsWith("target,method,ttl,address,sent,"), csv.out());
        assertTrue(csv.out().lines().allMatch(line -> line.split(",", -1).length == 14), csv.out());
        CommandRun dot = CommandRun.ofLine("trace www.edge.example --lab edge --method tcp-syn --format dot");
        assertTrue(dot.out().startsWith("digraph path {") && dot.out().contains("\"198.51.100.10\" -> \"198.51.100.14\" [label=\""), dot.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "watch | Missing required parameter: 'TARGET'",
            "watch www.edge.example --lab edge --count 0 | at least 1",
            "watch www.edge.example --lab edge --count 1 --interval 0 | between 0.001 and 3600",
            "watch www.edge.example --lab edge --count 1 --interval NaN | between 0.001 and 3600 s, not NaN",
            "watch www.edge.example --lab edge --count 1 --interval 1e300 | between 0.001 and 3600 s, not 1.0E300",
            "watch www.edge.example --lab edge --count 1 --size 5 | 28..65535",
            "watch www.edge.example --lab edge --count 1 --tos 256 | 0..255",
            "watch www.edge.example --lab edge --count 1 --source 2001:db8::1 | different IP versions",
            "watch www.edge.example --lab edge --count 1 --wait 0 | greater than 0",
            "watch www.edge.example --lab edge --count 1 --method warp | unknown method 'warp'",
            "watch www.edge.example --lab edge --count 1 --port 80 | has no ports",
            "watch www.edge.example --replay x | leave out one",
            "trace www.edge.example --replay x | leave out one",
            "trace --speed 2 | --replay",
    })
    void whatMakesNoSenseIsRefusedWithARemedy(String line, String message) {
        CommandRun result = CommandRun.ofLine(line);
        assertEquals(2, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().contains(message), result.err());
    }

    @Test
    void theProbesOfAWatchAreChosenAsThoseOfATrace() {
        CommandRun mtr = CommandRun.ofLine("watch www.edge.example --lab edge --count 2 --method tcp-syn --size 200 --tos 16 --first-ttl 3 "
                + "--format mtr-json");
        assertEquals(0, mtr.code(), mtr.err());
        assertTrue(mtr.out().contains("\"tos\" : 16") && mtr.out().contains("\"psize\" : \"200\""), mtr.out());
        CommandRun text = CommandRun.ofLine("watch www.edge.example --lab edge --count 2 --method tcp-syn --first-ttl 3");
        assertTrue(text.out().lines().noneMatch(line -> line.matches(" +[12] .*")), text.out());
        assertTrue(text.out().lines().anyMatch(line -> line.matches(" +3 +0.0 % .*")), text.out());
    }

    @Test
    void aWatchShowsNamesAndNetworksOnRequestOnly() throws Exception {
        String line = "watch www.forum.example --lab forum --count 2";
        assertTrue(!CommandRun.ofLine(line + " --format json").out().contains("\"hosts\""));
        CommandRun json = CommandRun.ofLine(line + " --names --format json");
        assertTrue(json.out().endsWith(",\"hosts\":{\"203.0.113.80\":{\"name\":\"www.forum.example\"}}}\n"), json.out());
        Path database = Files.write(folder.resolve("asn.mmdb"), HostNamingTest.database());
        CommandRun text = CommandRun.ofLine(line + " --names --asn-db " + database);
        assertTrue(text.out().contains("  www.forum.example (203.0.113.80) [AS64500 Forum Net]"), text.out());
        assertEquals(4, CommandRun.ofLine(line + " --asn-db " + folder.resolve("missing")).code());
    }
}
