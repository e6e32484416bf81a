package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void aTraceInTheLabAsJson() {
        CommandRun result = CommandRun.ofLine("trace www.forum.example --lab forum --method icmp --format json");
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("{\"format\":\"hopwarden.trace/1\",\"target\":\"www.forum.example\","
                + "\"address\":\"203.0.113.80\",\"method\":\"icmp\",\"reached\":true,\"probes\":"), result.out());
        assertTrue(result.out().contains("{\"ttl\":1,\"lost\":3,\"replies\":[]}"), "the desk drops time exceeded: " + result.out());
        assertTrue(result.out().contains("\"kind\":\"echo-reply\",\"icmpType\":0,\"icmpCode\":0"), result.out());
        assertTrue(result.out().endsWith("}\n"), "one object and a line end");
    }

    @Test
    void theSameTraceInTheLabGivesTheSameResult() {
        String line = "trace observatory --lab campus --format json --method ";
        for (String method : new String[] { "icmp", "udp", "tcp-syn" }) {
            assertEquals(CommandRun.ofLine(line + method), CommandRun.ofLine(line + method));
        }
    }

    @Test
    void allPathsInTheLab() {
        String line = "trace --multipath cluster.campus.example --lab campus --format ";
        CommandRun json = CommandRun.ofLine(line + "json");
        assertEquals(0, json.code(), json.err());
        assertTrue(json.out().startsWith("{\"format\":\"hopwarden.trace/1\"") && json.out().contains("\"method\":\"udp\""), json.out());
        for (String spine : new String[] { "10.20.254.2", "10.20.254.6", "10.20.254.10", "10.20.254.14" }) {
            assertTrue(json.out().contains("{\"address\":\"" + spine + "\",\"ttl\":3,"), json.out());
            assertTrue(json.out().contains("{\"from\":\"10.20.255.2\",\"to\":\"" + spine + "\",\"ttl\":3,\"flows\":"), json.out());
        }
        assertEquals(json, CommandRun.ofLine(line + "json"), "the same seed gives the same result");
        CommandRun text = CommandRun.ofLine(line + "text");
        assertTrue(text.out().contains(", all paths\nTTL  Address"), text.out());
        assertTrue(text.out().contains("Reached in 7 hops"), text.out());
        CommandRun six = CommandRun.ofLine("trace cluster.campus.example -6 --multipath mda --confidence 0.99 --lab campus");
        assertEquals(0, six.code(), six.err());
        assertEquals(4, six.out().lines().filter(row -> row.startsWith("  3  ") || row.startsWith("  3 ")).count(), six.out());
    }

    @Test
    void aMeshInTheLabMakesMdaTakeOver() {
        CommandRun run = CommandRun.ofLine("trace jeweller.diamonds.example --lab diamonds --multipath --confidence 0.99");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("MDA took over from MDA-Lite: hop 4 is meshed"), run.out());
        assertEquals(4, run.out().lines().filter(row -> row.matches(" +5  10\\.30\\..*")).count(), run.out());
    }

    @Test
    void aTraceAsAPicture() {
        CommandRun svg = CommandRun.ofLine("trace cluster.campus.example --lab campus --multipath --format svg");
        assertEquals(0, svg.code(), svg.err());
        assertTrue(svg.out().startsWith("<?xml") || svg.out().startsWith("<svg"), svg.out().substring(0, 60));
        assertTrue(svg.out().contains("10.20.254.14"), "a branch");
        assertTrue(CommandRun.ofLine("trace www.forum.example --lab forum --format svg").out().contains("<svg"));
        CommandRun dot = CommandRun.ofLine("trace cluster.campus.example --lab campus --multipath --format dot");
        assertTrue(dot.out().startsWith("digraph "), dot.out());
        assertTrue(dot.out().contains("\"10.20.255.2\" -> \"10.20.254.14\""), dot.out());
    }

    @Test
    void aTraceAsTextNamesEachHop() {
        CommandRun result = CommandRun.ofLine("trace cluster.campus.example --lab campus --method udp");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("Trace to cluster.campus.example (10.20.40.40) from 10.20.1.2 by UDP (Paris) to port "
                + "33434\nTTL"), result.out());
        assertEquals(1, result.out().lines().filter(line -> line.contains("no reply")).count(), result.out());
        assertTrue(result.out().contains("Reached in 7 hops"), result.out());
    }

    @Test
    void theHopsBehindTheLastAnswerAreOneRow() {
        CommandRun result = CommandRun.ofLine("trace www.edge.example --lab edge --method udp --max-ttl 12");
        assertEquals(1, result.code(), result.err());
        assertEquals(1, result.out().lines().filter(line -> line.contains("no reply")).count(), result.out());
        assertTrue(Pattern.compile("(?m)^ *\\d+-12 +100 % +\\* +no reply$").matcher(result.out()).find(), result.out());
    }

    @Test
    void ipVersionsAreChosen() {
        assertTrue(CommandRun.ofLine("trace cluster.campus.example -6 --lab campus --format json").out()
                .contains("\"address\":\"2001:db8:20:40::40\""));
        assertTrue(CommandRun.ofLine("trace cluster.campus.example -4 --lab campus --format json").out()
                .contains("\"address\":\"10.20.40.40\""));
        CommandRun wrong = CommandRun.ofLine("trace 10.20.40.40 -6 --lab campus");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("no IPv6 address") && wrong.err().contains("leave out -6"), wrong.err());
    }

    @Test
    void aTargetThatIsNotReachedIsANegativeResult() {
        CommandRun refused = CommandRun.ofLine("trace www.edge.example --lab edge --format json");
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.out().contains("\"reached\":false") && refused.out().contains("\"kind\":\"admin-prohibited\""),
                refused.out());
        CommandRun silent = CommandRun.ofLine("trace www.edge.example --lab edge --method udp --max-ttl 12 --format json");
        assertEquals(1, silent.code(), silent.err());
        assertTrue(silent.out().contains("{\"ttl\":12,\"lost\":3,\"replies\":[]}"), silent.out());
        CommandRun open = CommandRun.ofLine("trace www.edge.example --lab edge --method tcp-syn --port 443 --format json");
        assertEquals(0, open.code(), open.err());
        assertTrue(open.out().contains("\"kind\":\"syn-ack\"}"), open.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "trace | Missing required parameter: 'TARGET'",
            "trace 300.1.2.3 --lab forum | neither an IP address nor a host name",
            "trace http://x/ --lab forum | neither an IP address nor a host name",
            "trace no-such-host --lab forum | knows no host 'no-such-host'",
            "trace fe80::1%eth0 --lab forum | zone",
            "trace nowhere.invalid | cannot be resolved",
            "trace 192.0.2.1 --method warp --lab forum | unknown method 'warp'; there are: icmp, udp, ",
            "trace 192.0.2.1 --strategy sideways --lab forum | unknown strategy 'sideways'; there are: all-at-once, classic, backward",
            "trace 192.0.2.1 --port 80 --lab forum | has no ports",
            "trace 192.0.2.1 --method udp --port 70000 --lab forum | 1..65535",
            "trace 192.0.2.1 --method udp --port 0 --lab forum | 1..65535",
            "trace 192.0.2.1 --max-ttl 0 --lab forum | 1..255",
            "trace 192.0.2.1 --queries many --lab forum | '--queries'",
            "trace 192.0.2.1 -4 -6 --lab forum | mutually exclusive",
            "trace 192.0.2.1 --confidence 0.9 --lab forum | Add --multipath",
            "trace 192.0.2.1 --multipath --confidence 1 --lab forum | 0.5..0.9999",
            "trace 192.0.2.1 --multipath mdx --lab forum | Unmatched argument",
            "trace 192.0.2.1 --multipath --format mtr-json --lab forum | no place for several paths",
            "trace 192.0.2.1 --multipath --method all --lab forum | Leave out --method all",
            "trace 192.0.2.1 --format yaml --lab forum | '--format'",
            "trace 192.0.2.1 --interface nope0 | there is no network interface 'nope0'",
            "trace 192.0.2.1 --interface lo --lab forum | leaves this host out",
            "trace 192.0.2.1 --policy p.hwpolicy --at border | none is named",
            "trace 192.0.2.1 --lab edge --policy p.hwpolicy | Missing required argument(s): --at=NODE",
            "trace 192.0.2.1 --lab edge --at border | Missing required argument(s): --policy=P.hwpolicy",
            "trace www.edge.example --lab edge --policy p.hwpolicy --at brder | has no node 'brder'",
            "trace www.edge.example --lab edge --policy p.hwpolicy --at web | is a host and forwards nothing",
            "trace www.edge.example --lab edge --policy p.hwpolicy --at web --hook by | expected in, out or forward",
            "interfaces nope0 | there is no network interface 'nope0'",
            "lab | say what to do",
            "lab run forum --for 0 | greater than 0",
            "frobnicate | Unmatched argument",
    })
    void whatMakesNoSenseIsRefusedWithARemedy(String line, String message) {
        CommandRun result = CommandRun.ofLine(line);
        assertEquals(2, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().lines().count() >= 2, "message and remedy: " + result.err());
    }

    @Test
    void noWordsAtAllNamesTheCommands() {
        CommandRun result = CommandRun.of();
        assertEquals(2, result.code());
        assertTrue(result.err().contains("enforce, lab, interfaces, connections"), result.err());
    }

    @Test
    void aBrokenTopologyIsRefusedWithItsPlace(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.toml"), """
                name = "Broken"
                viewpoint = "a"

                [[host]]
                name = "a"
                colour = "red"
                """);
        for (String[] words : new String[][] { { "lab", "show", file.toString() },
                { "trace", "192.0.2.1", "--lab", file.toString() } }) {
            CommandRun result = CommandRun.of(words);
            assertEquals(4, result.code(), result.err());
            assertEquals("", result.out());
            assertTrue(result.err().contains("broken.toml:6:1") && result.err().contains("colour"), result.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "lab show missing.toml", "trace 192.0.2.1 --lab missing.toml", "lab show /" })
    void aFileThatCannotBeReadIsBadInput(String line) {
        CommandRun result = CommandRun.ofLine(line);
        assertEquals(4, result.code(), result.err());
        assertEquals("", result.out());
    }

    @Test
    void listsAndShowsTheExamples() {
        CommandRun list = CommandRun.ofLine("lab list");
        assertEquals(0, list.code());
        for (String id : new String[] { "forum", "campus", "edge", "limits", "provider", "narrow", "home" }) {
            assertTrue(list.out().contains(id), list.out());
            CommandRun show = CommandRun.of("lab", "show", id);
            assertEquals(0, show.code(), show.err());
            assertTrue(show.out().contains("hopwarden trace ") && show.out().contains("--lab " + id), show.out());
            assertTrue(CommandRun.of("lab", "show", id, "--format", "json").out().startsWith("{\"format\":\"hopwarden.lab/1\""));
        }
        String forum = CommandRun.ofLine("lab show forum --format json").out();
        assertTrue(forum.contains("\"filters\":[{\"at\":\"desk\",\"direction\":\"in\",\"action\":\"drop\","
                + "\"matches\":[\"icmp time-exceeded\"]}]"), forum);
        assertTrue(CommandRun.ofLine("lab list --format json").out().startsWith("{\"format\":\"hopwarden.labs/1\""));
    }

    @Test
    void listsTheInterfacesOfThisHost() {
        CommandRun text = CommandRun.ofLine("interfaces");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().lines().skip(1).anyMatch(line -> line.contains(" lo ")), text.out());
        CommandRun json = CommandRun.ofLine("interfaces lo --format json");
        assertTrue(json.out().startsWith("{\"format\":\"hopwarden.interfaces/1\",\"interfaces\":[{\"name\":\"lo\""), json.out());
        assertTrue(json.out().contains("\"loopback\":true"), json.out());
    }

    @Test
    void saysItsVersionAndHelps() {
        assertTrue(CommandRun.ofLine("version").out().startsWith("hopwarden "));
        assertTrue(CommandRun.ofLine("version --format json").out().startsWith("{\"format\":\"hopwarden.version/1\",\"version\":\""));
        CommandRun help = CommandRun.ofLine("help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("trace") && help.out().contains("Exit codes"), help.out());
        assertTrue(CommandRun.ofLine("help trace").out().contains("--max-ttl"));
        assertEquals(help.out(), CommandRun.ofLine("--help").out());
        CommandRun option = CommandRun.ofLine("rules report --help");
        assertEquals(0, option.code(), option.err());
        assertEquals(CommandRun.ofLine("help rules report").out(), option.out());
    }

    @Test
    void theTourEndsInAReport(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tour.html");
        CommandRun result = CommandRun.of("tour", "--lab", "forum", "--output", file.toString());
        assertEquals(0, result.code(), result.err());
        assertEquals(file.toRealPath(), Path.of(result.out().strip()).toRealPath());
        String html = Files.readString(file);
        assertTrue(html.contains("<svg") && html.contains("203.0.113.80"), "a graph with the target in it");
        assertFalse(html.contains("src=\"http") || html.contains("<script"), "self-contained");
        assertTrue(html.contains("<bdi>www.forum.example</bdi>"), "a host name of the topology beside its address");
    }

    @ParameterizedTest
    @CsvSource({ "formu, forum", "limit.toml, limits", "provder, provider" })
    void theNearestExampleIsNamed(String name, String meant) {
        for (String line : List.of("lab show " + name, "lab run " + name, "trace 192.0.2.1 --lab " + name)) {
            CommandRun run = CommandRun.ofLine(line);
            assertEquals(4, run.code(), run.err());
            assertTrue(run.err().contains("Did you mean the example " + meant + "?"), run.err());
        }
        assertFalse(CommandRun.ofLine("lab show topology").err().contains("Did you mean"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "trace 127.0.0.1 --source 198.51.100.77 | 198.51.100.77 is no address of this host | There are: 127.0.0.1",
        "watch 127.0.0.1 --count 1 --source 198.51.100.77 | 198.51.100.77 is no address of this host | There are: 127.0.0.1",
        "trace 127.0.0.1 --format jsn | there is no 'jsn' | choose text, json, mtr-json, dot, csv, svg",
        "trace 127.0.0.1 --like traceroot | there is no 'traceroot' | choose tracert, traceroute, tcptraceroute, intrace, nmap",
    })
    void whatIsNotThereIsAnsweredWithWhatIs(String line, String message, String remedy) {
        CommandRun run = CommandRun.ofLine(line);
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message) && run.err().contains(remedy), run.err());
    }

    @Test
    void formatsAreKnownInEveryCase() {
        for (String format : List.of("mtr-json", "MTR-JSON", "mtr_json")) {
            assertEquals(0, CommandRun.ofLine("trace www.forum.example --lab forum --format " + format).code());
        }
    }

    @Test
    void messagesAreSentences() {
        CommandRun run = CommandRun.ofLine("trace www.forum.example --lab forum --save /no/such/folder/file");
        assertEquals(5, run.code());
        assertTrue(run.err().contains("there is no folder /no/such/folder\n"), run.err());
        CommandRun big = CommandRun.ofLine("trace www.forum.example --lab forum --size 65535 --dont-fragment");
        assertFalse((big.out() + big.err()).matches("(?s).*\\.[;.].*"), big.out());
        CommandRun paths = CommandRun.ofLine("trace cluster.campus.example --lab campus --multipath");
        assertFalse(paths.out().contains("-0.000") || paths.out().contains("+0.000"), paths.out());
    }
}
