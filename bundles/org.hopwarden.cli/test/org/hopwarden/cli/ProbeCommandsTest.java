package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command lines of {@code pmtu} and {@code scan} in the lab. */
class ProbeCommandsTest {

    @Test
    void portsAndRangesOnceEachInOrder() {
        CommandRun run = CommandRun.ofLine("scan www.forum.example --lab forum --ports 443,80-82,81 --format json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("{\"format\":\"hopwarden.scan/1\",\"target\":\"www.forum.example\","
                + "\"address\":\"203.0.113.80\",\"probes\":4,\"open\":2,\"closed\":2,\"filtered\":0,\"ports\":[{\"port\":80,"),
                run.out());
        assertTrue(run.out().indexOf("\"port\":82") < run.out().indexOf("\"port\":443"), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "scan www.forum.example --lab forum --ports 0 | 1..65535",
            "scan www.forum.example --lab forum --ports 65536 | 1..65535",
            "scan www.forum.example --lab forum --ports 5-3 | runs backwards",
            "scan www.forum.example --lab forum --ports 22, | neither a port nor a range",
            "scan www.forum.example --lab forum --ports ssh | neither a port nor a range",
            "scan www.forum.example --lab forum --rate 0 | 1..1000000",
            "scan www.forum.example --lab forum --max-ttl 0 | 1..255",
            "scan www.forum.example --lab forum --interface lo | leaves this host out",
            "pmtu www.forum.example --lab forum --method warp | unknown method 'warp'",
            "pmtu www.forum.example --lab forum --port 7 | has no ports",
            "pmtu www.forum.example --lab forum --mtu 60 | 68..65535",
            "pmtu www.forum.example --lab forum --mtu 70000 | the interface takes packets of",
            "pmtu nobody --lab forum | knows no host 'nobody'",
            "scan www.forum.example --lab forum --source 192.0.2.9 | 192.0.2.9 is no address of desk",
            "pmtu www.forum.example --lab forum --source 192.0.2.9 | 192.0.2.9 is no address of desk",
            "scan www.forum.example --lab forum --source 2001:db8::1 | of different IP versions",
            "pmtu www.forum.example --lab forum --source desk | 'desk' is no IP address",
            "pmtu 127.0.0.1 --source 192.0.2.9 | 192.0.2.9 is no address of this host",
            "scan 127.0.0.1 --source 192.0.2.9 | 192.0.2.9 is no address of this host",
            "trace www.forum.example --lab forum --source 192.0.2.9 | 192.0.2.9 is no address of desk",
            "watch www.forum.example --lab forum --count 1 --source 192.0.2.9 | 192.0.2.9 is no address of desk",
            "lab list forum | 'hopwarden lab show forum'",
            "lab list forum --format json | 'hopwarden lab show forum'",
    })
    void whatMakesNoSenseIsRefusedWithARemedy(String line, String message) {
        CommandRun run = CommandRun.ofLine(line);
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().lines().count() >= 2, "message and remedy: " + run.err());
    }

    @Test
    void namesStandBesideTheAddressesThatWereFound() {
        CommandRun scan = CommandRun.ofLine("scan www.forum.example --lab forum --ports 80 --names --source 192.168.1.20 --format json");
        assertEquals(0, scan.code(), scan.err());
        assertTrue(scan.out().contains("\"hosts\":{\"203.0.113.80\":{\"name\":\"www.forum.example\"}}"), scan.out());
        CommandRun pmtu = CommandRun.ofLine("pmtu www.forum.example --lab forum -6 --names --source 2001:db8:1e:1::20");
        assertEquals(0, pmtu.code(), pmtu.err());
        assertTrue(pmtu.out().contains("from 2001:db8:1e:1::20 by"), pmtu.out());
        assertTrue(pmtu.out().contains("www.forum.example (2001:db8:80:80::80)"), pmtu.out());
    }

    @Test
    void noOpenPortIsANegativeResult() {
        CommandRun run = CommandRun.ofLine("scan www.forum.example --lab forum --ports 81");
        assertEquals(1, run.code(), run.err());
        assertTrue(run.out().contains("0 open, 1 closed, 0 filtered"), run.out());
    }

    private static String narrow(String tooBig) {
        return """
                name = "Narrow"
                viewpoint = "a"
                host = [{ name = "a" }, { name = "b", tcp-open = [80] }]
                router = [{ name = "r1" }, { name = "r2", too-big = "%s" }]
                [[link]]
                between = ["a", "r1"]
                prefix = ["10.1.1.0/24", "2001:db8:1::/64"]
                latency = "1 ms"
                mtu = 1500
                [[link]]
                between = ["r1", "r2"]
                prefix = ["10.1.2.0/24", "2001:db8:2::/64"]
                latency = "1 ms"
                mtu = 1400
                [[link]]
                between = ["r2", "b"]
                prefix = ["10.1.3.0/24", "2001:db8:3::/64"]
                latency = "1 ms"
                mtu = 1313
                """.formatted(tooBig);
    }

    @ParameterizedTest
    @CsvSource({ "mtu,-4,icmp", "mtu,-6,udp", "zero,-4,tcp", "nothing,-4,icmp", "nothing,-6,tcp" })
    void thePathMtuOfANarrowLab(String tooBig, String version, String method, @TempDir Path folder) throws IOException {
        Path lab = Files.writeString(folder.resolve("narrow.toml"), narrow(tooBig));
        CommandRun run = CommandRun.of("pmtu", "b", version, "--lab", lab.toString(), "--method", method, "--format", "json");
        boolean hole = tooBig.equals("nothing");
        assertEquals(hole ? 1 : 0, run.code(), run.err() + run.out());
        assertTrue(run.out().contains("\"mtu\":1313,\"method\""), run.out());
        assertEquals(hole, run.out().contains("\"blackHole\":{\"ttl\":3,"), run.out());
        assertEquals(hole ? 1 : 2, run.out().split("\"reportedBy\"", -1).length - 1, run.out());
    }

    @Test
    void thePathMtuOfALabIsAJsonObject() {
        CommandRun run = CommandRun.ofLine("pmtu cluster.campus.example --lab campus --format json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("{\"format\":\"hopwarden.pmtu/1\",\"target\":\"cluster.campus.example\","
                + "\"address\":\"10.20.40.40\",\"mtu\":65535,\"method\":\"icmp\",\"reached\":true,"), run.out());
        assertTrue(run.out().endsWith("}\n"), run.out());
    }
}
