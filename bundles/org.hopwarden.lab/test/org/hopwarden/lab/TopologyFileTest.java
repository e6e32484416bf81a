package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyFileTest {

    private static final String GOOD = """
            name = "Two rooms"
            description = "A desk, a gateway, a server."
            seed = 7
            viewpoint = "desk"

            [[host]]
            name = "desk"
            [[host]]
            name = "server"
            names = ["www.rooms.example"]
            tcp-open = [80, 443]
            ping = false
            [[router]]
            name = "gateway"
            loopback = ["192.0.2.255", "2001:db8::ff"]
            silent = true

            [[link]]
            between = ["gateway", "desk"]
            prefix = ["10.0.0.0/24", "2001:db8:1::/64"]
            addresses.desk = ["10.0.0.20"]
            latency = "0.5 ms"
            [[link]]
            name = "server-room"
            between = ["gateway", "server"]
            prefix = "10.0.1.0/30"
            latency = "1 ms"
            jitter = "200 us"
            loss = "2.5 %"
            cost = 10
            weight = 3

            [[filter]]
            at = "gateway"
            interface = "server"
            direction = "out"
            match = ["udp port 53", "icmp time-exceeded"]
            action = "reject"

            [[target]]
            to = "www.rooms.example"
            method = "tcp-syn"
            port = 443
            note = "The server."
            """;

    private static List<TopologyProblem> problems(String text) {
        return assertThrows(TopologyException.class, () -> Topology.parse(text, "t.toml")).problems();
    }

    @Test
    void everythingInTheFileIsInTheTopology() throws Exception {
        Topology topology = Topology.parse(GOOD, "t.toml");
        assertEquals("Two rooms", topology.name());
        assertEquals("A desk, a gateway, a server.", topology.description());
        assertEquals(7, topology.seed());
        assertEquals("desk", topology.viewpoint());
        assertEquals(List.of("desk", "server", "gateway"), topology.nodes().stream().map(Topology.Node::name).toList());
        Topology.Node server = topology.node("SERVER").orElseThrow();
        assertEquals(Set.of(80, 443), server.tcpOpen());
        assertFalse(server.ping());
        Topology.Node gateway = topology.node("gateway").orElseThrow();
        assertTrue(gateway.isRouter() && gateway.silent() && gateway.ping());
        assertEquals(List.of("192.0.2.255", "2001:db8::ff", "10.0.0.1", "2001:db8:1::1", "10.0.1.1"),
                topology.addresses(gateway).stream().map(IpAddress::toString).toList());

        Topology.Link first = topology.links().get(0);
        assertEquals("gateway--desk", first.name());
        assertEquals(Duration.ofNanos(500_000), first.latency());
        assertEquals(1, first.cost());
        assertEquals(List.of("10.0.0.20", "2001:db8:1::2"),
                first.end("desk").orElseThrow().addresses().stream().map(IpAddress::toString).toList());
        Topology.Link second = topology.links().get(1);
        assertEquals("server-room", second.name());
        assertEquals(List.of(IpPrefix.parse("10.0.1.0/30")), second.prefixes());
        assertEquals(Duration.ofNanos(200_000), second.jitter());
        assertEquals(0.025, second.loss(), 1e-12);
        assertEquals(10, second.cost());
        assertEquals(3, second.weight());

        Topology.MatchFilter filter = (Topology.MatchFilter) topology.filters().getFirst();
        assertEquals(FilterPlace.at("gateway", "server-room", PacketFilter.Direction.OUT), filter.place());
        assertEquals(PacketFilter.Decision.REJECT, filter.action());
        assertEquals("udp port 53", filter.matches().getFirst().text());
        assertEquals(new Topology.Target("www.rooms.example", IpAddress.parse("10.0.1.2"), "tcp-syn", 443, "The server."),
                topology.targets().getFirst());
        assertEquals("server", topology.owner(IpAddress.parse("10.0.1.2")).orElseThrow().name());
    }

    /** One line of the good file is replaced; the problem must stand at that line and the given column. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
            "seed = 7 | seed = \"seven\" | 8 | 'seed' is no whole number | write a whole number",
            "seed = 7 | sead = 7 | 1 | unknown key 'sead' in the file | did you mean 'seed'?",
            "name = \"Two rooms\" | name = 5 | 8 | 'name' is no text in quotes | write a text in quotes",
            "viewpoint = \"desk\" | viewpoint = \"dsek\" | 13 | there is no node 'dsek' | did you mean 'desk'?",
            "viewpoint = \"desk\" | viewpoint = \"gateway\" | 13 | 'gateway' is a router | traces start from a host; name one",
            "name = \"server\" | name = \"desk\" | 8 | the name 'desk' is already used in line 7 | give each node a name of its own",
            "name = \"server\" | name = \"my server\" | 8 | 'my server' is no name for a node | use letters, digits and dashes, at most 63",
            "name = \"server\" | name = \"10.0.1.9\" | 8 | '10.0.1.9' is no name for a node | use letters, digits and dashes, at most 63",
            "tcp-open = [80, 443] | tcp-open = [80, 70000] | 17 | there is no port 70000 | write a number from 1 to 65535",
            "tcp-open = [80, 443] | tcp-open = [80, 80] | 17 | port 80 stands twice in 'tcp-open' | leave one out",
            "tcp-open = [80, 443] | tcp-open = [80, \"x\"] | 17 | an entry of 'tcp-open' is of another kind | write a list of port numbers",
            "ping = false | ping = \"no\" | 8 | 'ping' is no true or false | write true or false",
            "ping = false | silent = true | 1 | unknown key 'silent' in [[host]] | known are: *",
            "silent = true | icmp-limit = \"lnux\" | 14 | 'lnux' is no limit that is known | write \"none\", *",
            "silent = true | icmp-limit = 5 | 14 | 'icmp-limit' is no text in quotes | write a text in quotes",
            "silent = true | icmp-limit = { burst = 5 } | 1 | the limit has no 'rate' | add rate = 10, in errors a second*",
            "silent = true | icmp-limit = { rate = -1 } | 23 | rate = -1 is out of range | write a number from 0 to 1000000",
            "silent = true | icmp-limit = { rate = 1, ratemask = 7 } | 26 | unknown key 'ratemask' in [[router]] icmp-limit | known are: *",
            "silent = true | icmp-limit = { model = \"linux\", ratemask-v6 = \"3-1\" } | 47 | '3-1' is no range of ICMPv6 types | write types*",
            "silent = true | icmp-limit = { model = \"linux\", ratelimit = 5 } | 45 | 'ratelimit' has no unit | write a text such as \"5 ms\"",
            "silent = true | too-big = \"no\" | 11 | 'no' is no too-big that is known | known are: *",
            "jitter = \"200 us\" | mtu = 60 | 7 | mtu = 60 is out of range | write a number from 68 to 65535",
            "jitter = \"200 us\" | reorder = \"5 %\" | 1 | 'reorder' does nothing without 'reorder-by' | add reorder-by*",
            "jitter = \"200 us\" | duplicate = \"200 %\" | 13 | duplicate: '200 %' does not lie between 0 % and 100 % | write a share*",
            "jitter = \"200 us\" | from.desk = { loss = \"1 %\" } | 1 | 'desk' is no end of this link | known are: *",
            "jitter = \"200 us\" | from.server = { lost = \"1 %\" } | 17 | unknown key 'lost' in [[link]] from server | did you mean 'loss'?",
            "latency = \"1 ms\" | latency = { mean = \"1 ms\" } | - | [[link]] latency has no 'distribution' | *",
            "loss = \"2.5 %\" | loss = { share = \"90 %\", burst = 2 } | 18 | bursts this short cannot make up this share | write a smaller*",
            "loss = \"2.5 %\" | loss = { to-bad = \"1 %\" } | 1 | the loss has no 'to-good' | add to-good = \"5 %\"",
            "ping = false | tcp-opne = [1] | 1 | unknown key 'tcp-opne' in [[host]] | did you mean 'tcp-open'?",
            "loopback = [\"192.0.2.255\", \"2001:db8::ff\"] | loopback = \"10.0.0.9\" | 12 | 10.0.0.9 lies in the prefix 10.0.0.0/24 of the link in line 20 | write an address that is in no link's prefix",
            "loopback = [\"192.0.2.255\", \"2001:db8::ff\"] | loopback = [\"192.0.2\"] | 13 | not an IP address: '192.0.2' (expected something like 192.0.2.1 or 2001:db8::1) | write an address such as 192.0.2.1 or 2001:db8::1",
            "loopback = [\"192.0.2.255\", \"2001:db8::ff\"] | loopback = [\"ff02::1\"] | 13 | ff02::1 is no address for a node | write a unicast address",
            "between = [\"gateway\", \"desk\"] | between = [\"gatway\", \"desk\"] | 12 | there is no node 'gatway' | did you mean 'gateway'?",
            "between = [\"gateway\", \"desk\"] | between = [\"desk\", \"desk\"] | 20 | 'desk' stands twice in 'between' | a link joins different nodes",
            "between = [\"gateway\", \"desk\"] | between = \"desk\" | 11 | a link has at least two ends | write two names or more in 'between'",
            "prefix = \"10.0.1.0/30\" | prefix = \"10.0.1.1/30\" | 10 | 10.0.1.1/30 has bits set behind its length; meant is 10.0.1.0/30 | write a prefix such as *",
            "prefix = \"10.0.1.0/30\" | prefix = \"10.0.1.0\" | 10 | '10.0.1.0' has no prefix length | write a prefix such as *",
            "prefix = \"10.0.1.0/30\" | prefix = \"10.0.0.0/16\" | 10 | 10.0.0.0/16 overlaps 10.0.0.0/24 of line 20 | give each link a prefix of its own",
            "prefix = \"10.0.1.0/30\" | prefix = [\"10.0.1.0/30\", \"10.0.2.0/30\"] | 26 | the link has two IPv4 prefixes | write at most one of each IP version",
            "prefix = \"10.0.1.0/30\" | prefix = \"10.0.1.0/32\" | 10 | 10.0.1.0/32 has no address left for 'server' | write a wider prefix",
            "prefix = \"10.0.1.0/30\" | prefix = \"224.0.1.0/30\" | 10 | 224.0.1.0/30 is no prefix for a link | write a prefix of unicast addresses",
            "addresses.desk = [\"10.0.0.20\"] | addresses.desk = [\"10.0.9.20\"] | 19 | 10.0.9.20 is outside the link's prefix 10.0.0.0/24 | write an address of that prefix",
            "addresses.desk = [\"10.0.0.20\"] | addresses.desk = \"10.0.0.255\" | 18 | 10.0.0.255 is the network's own or its broadcast address | write another address of 10.0.0.0/24",
            "addresses.desk = [\"10.0.0.20\"] | addresses.desk = [\"10.0.0.20\", \"10.0.0.21\"] | 32 | 'desk' has two IPv4 addresses on this link | write at most one of each IP version",
            "addresses.desk = [\"10.0.0.20\"] | addresses.server = [\"10.0.0.20\"] | 1 | 'server' is no end of this link | known are: gateway, desk",
            "addresses.desk = [\"10.0.0.20\"] | addresses = {desk = \"10.0.0.20\", gateway = \"10.0.0.20\"} | 44 | 10.0.0.20 is already used in line 21 | give each interface an address of its own",
            "addresses.desk = [\"10.0.0.20\"] | addresses = \"10.0.0.20\" | 13 | 'addresses' is no table | write addresses.NODE = *",
            "latency = \"1 ms\" | latency = 1 | 11 | 'latency' has no unit | write a text such as \"5 ms\"",
            "latency = \"1 ms\" | latency = \"1\" | 11 | latency: '1' has no unit | write a time such as \"5 ms\"; units are ns, us, ms and s",
            "latency = \"1 ms\" | latency = \"1 min\" | 11 | latency: 'min' is no unit of time that is known | write a time such as *",
            "latency = \"1 ms\" | latency = \"-1 ms\" | 11 | latency: '-1 ms' does not lie between 0 s and 3600 s | write a time such as *",
            "latency = \"1 ms\" | latency = \"fast\" | 11 | latency: 'fast' is no number with a unit | write a time such as *",
            "latency = \"1 ms\" | latancy = \"1 ms\" | 1 | unknown key 'latancy' in [[link]] | did you mean 'latency'?",
            "loss = \"2.5 %\" | loss = 0.025 | 8 | 'loss' has no unit | write a text such as \"2 %\"",
            "loss = \"2.5 %\" | loss = \"2.5\" | 8 | loss: '2.5' is not in % | write a share such as \"2 %\", from 0 % to 100 %",
            "loss = \"2.5 %\" | loss = \"101 %\" | 8 | loss: '101 %' does not lie between 0 % and 100 % | write a share such as *",
            "cost = 10 | cost = 0 | 8 | cost = 0 is out of range | write a number from 1 to 65535",
            "weight = 3 | weight = 3.5 | 10 | 'weight' is no whole number | write a whole number",
            "name = \"server-room\" | name = \"gateway--desk\" | 8 | the link name 'gateway--desk' is already used in line 18 | give each of them a 'name' of its own",
            "at = \"gateway\" | at = \"door\" | 6 | there is no node 'door' | known are: desk, server, gateway",
            "interface = \"server\" | interface = \"serve\" | 13 | 'gateway' has no interface to 'serve' | did you mean 'server'?",
            "direction = \"out\" | direction = \"forwards\" | 13 | 'forwards' is no direction that is known | did you mean 'forward'?",
            "direction = \"out\" | direction = \"forward\" | 13 | an interface has no direction 'forward' | write 'in' or 'out', or leave 'interface' out",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = [\"udp port 53\", \"icmp time-exeeded\"] | 25 | 'time-exeeded' is no ICMP type that is known | did you mean 'time-exceeded'?",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"upd\" | 9 | 'upd' is no protocol that is known | did you mean 'udp'?",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"icmp port 5\" | 9 | icmp has no ports | leave 'port' out, or write tcp or udp",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"udp port 99999\" | 9 | '99999' is no port and no range of ports | write one such as *",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"udp port 9-8\" | 9 | '9-8' is no port and no range of ports | write one such as *",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"udp port\" | 9 | nothing stands behind 'port' | write a port such as 53 or 33434-33534",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"icmp from 2001:db8::/32\" | 9 | 2001:db8::/32 is of another IP version than the rest of 'icmp from 2001:db8::/32' | no packet can match; write prefixes of one version",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"any from 10.0.0.0/8 to ::1\" | 9 | ::1/128 is of another IP version than the rest of 'any from 10.0.0.0/8 to ::1' | *",
            "match = [\"udp port 53\", \"icmp time-exceeded\"] | match = \"udp please\" | 9 | 'please' is not understood here | write PROTOCOL *",
            "action = \"reject\" | action = \"deny\" | 10 | 'deny' is no action that is known | known are: allow, drop, reject",
            "to = \"www.rooms.example\" | to = \"www.room.example\" | 6 | nothing is called 'www.room.example' | did you mean 'www.rooms.example'?",
            "to = \"www.rooms.example\" | to = \"10.0.1.3\" | 6 | no node has the address 10.0.1.3 | write the name of a node, or an address that one has",
            "method = \"tcp-syn\" | method = \"tcp-sin\" | 10 | 'tcp-sin' is no method that is known | did you mean 'tcp-syn'?",
            "method = \"tcp-syn\" | method = \"icmp\" | - | icmp has no ports | leave 'port' out, or write another method",
            "note = \"The server.\" | port = 1 | - | port previously defined * | this is not TOML*",
            "latency = \"0.5 ms\" | latency = 5 ms | 13 | Unexpected 'ms', expected * | this is not TOML*",
    })
    void aMistakeIsReportedWhereItStands(String line, String replacement, String column, String message, String remedy) {
        int at = GOOD.lines().toList().indexOf(line) + 1;
        assertTrue(at > 0, line);
        List<TopologyProblem> problems = problems(GOOD.replace(line + "\n", replacement + "\n"));
        TopologyProblem problem = problems.stream().filter(each -> matches(message, each.message())).findFirst()
                .orElseThrow(() -> new AssertionError("no such problem in " + problems));
        assertTrue(matches(remedy, problem.remedy()), problem.toString());
        if (!column.equals("-")) {
            assertEquals(at + ":" + column, problem.line() + ":" + problem.column(), problem.toString());
        }
        assertTrue(problem.toString().startsWith("t.toml:" + problem.line() + ":" + problem.column() + ": "));
    }

    private static boolean matches(String pattern, String text) {
        return pattern.endsWith("*") ? text.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(text);
    }

    @Test
    void whatIsMissingIsReportedAtItsTable() {
        List<String> reports = problems("""
                description = "nothing else"
                [[host]]
                ping = true
                [[link]]
                [[filter]]
                [[target]]
                """).stream().map(TopologyProblem::toString).toList();
        assertEquals(List.of(
                "t.toml:1:1: the file has no 'name'; add a line such as name = \"My network\"",
                "t.toml:1:1: the file has no 'viewpoint'; add a line such as viewpoint = \"desk\"",
                "t.toml:2:1: [[host]] has no 'name'; add a line such as name = \"desk\"",
                "t.toml:4:1: [[link]] has no 'between'; add a line such as between = [\"desk\", \"gateway\"]",
                "t.toml:4:1: [[link]] has no 'prefix'; add a line such as prefix = [\"192.0.2.0/30\", \"2001:db8:1::/64\"]",
                "t.toml:4:1: [[link]] has no 'latency'; add a line such as latency = \"5 ms\"",
                "t.toml:5:1: [[filter]] has no 'at'; add a line such as at = \"gateway\"",
                "t.toml:5:1: [[filter]] has no 'direction'; add direction = \"in\"; known are: in, out, forward",
                "t.toml:5:1: [[filter]] has no 'action'; add action = \"allow\"; known are: allow, drop, reject",
                "t.toml:5:1: [[filter]] has no 'match'; add a line such as match = \"icmp time-exceeded\", or match = \"any\","
                        + " or name a policy"),
                reports);
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        String text = GOOD.replace("seed = 7", "sede = 7").replace("cost = 10", "cost = 0").replace("\"reject\"", "\"no\"");
        assertEquals(List.of(3, 30, 38), problems(text).stream().map(TopologyProblem::line).toList());
        TopologyException e = assertThrows(TopologyException.class, () -> Topology.parse(text, "t.toml"));
        assertEquals(3, e.getMessage().lines().count());
    }

    @Test
    void aNodeOnNoLinkAndATargetBehindNoWayAreReported() {
        List<TopologyProblem> alone = problems(GOOD + "[[host]]\nname = \"hermit\"\n");
        assertEquals("'hermit' is on no link", alone.getFirst().message());
        String behindAHost = GOOD + """
                [[host]]
                name = "far"
                [[link]]
                between = ["server", "far"]
                prefix = "10.0.2.0/30"
                latency = "1 ms"
                [[target]]
                to = "far"
                [[target]]
                to = "2001:db8::ff"
                """;
        assertEquals(List.of("no way leads from 'desk' to 'far' and back over IPv4"),
                problems(behindAHost).stream().map(TopologyProblem::message).toList());
        String v4Only = GOOD.replace("prefix = \"10.0.1.0/30\"", "prefix = [\"10.0.1.0/30\", \"2001:db8:2::/64\"]")
                .replace("[\"10.0.0.0/24\", \"2001:db8:1::/64\"]", "[\"10.0.0.0/24\"]")
                + "[[target]]\nto = \"2001:db8:2::2\"\n";
        assertEquals(List.of("no way leads from 'desk' to '2001:db8:2::2' and back over IPv6"),
                problems(v4Only).stream().map(TopologyProblem::message).toList());
    }

    /** A section behind the good file, whose only problem this is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "[[route]] at = 'gateway'; to = '10.9.0.0/16' | [[route]] has no 'via'",
            "[[route]] at = 'gateway'; to = '10.9.0.0/16'; via = 'sever' | 'gateway' has no interface to 'sever'",
            "[[route]] at = 'gateway'; to = '2001:db8:9::/48'; via = 'server' | the link to 'server' has no IPv6 prefix",
            "[[mpls]] path = ['gateway'] | a label switched path has at least three routers",
            "[[mpls]] path = ['desk', 'gateway', 'server'] | 'desk' is no router",
            "[[nat]] at = 'desk'; translate = 'source'; interface = 'gateway' | 'desk' is a host and forwards nothing",
            "[[nat]] at = 'gateway'; translate = 'source' | [[nat]] has no 'interface'",
            "[[nat]] at = 'gateway'; translate = 'destination' | [[nat]] has no 'to'",
            "[[rewrite]] at = 'gateway'; dscp = 64 | dscp = 64 is out of range",
            "[[rewrite]] at = 'gateway'; strip-tcp-options = ['sak'] | 'sak' is no TCP option that is known" })
    void mistakesInFurtherSections(String section, String message) {
        String text = section.replace("]] ", "]]\n").replace("; ", "\n").replace('\'', '"') + "\n";
        TopologyProblem problem = problems(GOOD + text).getFirst();
        assertEquals(message, problem.message());
        assertTrue(problem.line() > GOOD.lines().count() && !problem.remedy().isBlank(), problem.toString());
    }

    @Test
    void parallelLinksNeedNames() {
        String second = """
                [[link]]
                between = ["gateway", "desk"]
                prefix = "10.7.0.0/30"
                latency = "1 ms"
                """;
        assertEquals("another link joins gateway and desk already, in line 18",
                problems(GOOD + second).getFirst().message());
        Topology named = Wire.topology(GOOD + second + "name = \"spare\"\n");
        assertEquals(3, named.links().size());
        String ambiguous = GOOD.replace("interface = \"server\"", "interface = \"desk\"") + second + "name = \"spare\"\n";
        assertEquals("several links lead from 'gateway' to 'desk'", problems(ambiguous).getFirst().message());
        assertEquals("spare", Wire.topology(ambiguous.replace("interface = \"desk\"", "interface = \"spare\"")).filters()
                .getFirst().place().link().orElseThrow());
    }

    @Test
    void writtenAddressesComeBeforeThoseThatAreGivenOut() {
        Topology topology = Wire.topology(GOOD.replace("[\"10.0.0.20\"]", "[\"10.0.0.1\"]"));
        assertEquals(IpAddress.parse("10.0.0.1"), topology.lookup("desk").getFirst());
        assertTrue(topology.lookup("gateway").contains(IpAddress.parse("10.0.0.2")));
    }

    @Test
    void pointToPointPrefixesUseBothAddresses() {
        Topology topology = Wire.topology(GOOD.replace("10.0.1.0/30", "10.0.1.0/31"));
        assertEquals(IpAddress.parse("10.0.1.1"), topology.lookup("server").getFirst());
        assertTrue(topology.lookup("gateway").contains(IpAddress.parse("10.0.1.0")));
    }

    @Test
    void aSingleTableForAListIsExplained() {
        TopologyProblem problem = problems(GOOD.replace("[[filter]]", "[filter]")).getFirst();
        assertEquals("'filter' is no list of tables", problem.message());
        assertEquals("head each one with [[filter]]", problem.remedy());
        assertEquals(33, problem.line());
    }

    @Test
    void theExampleOfTheDocumentIsRight() throws Exception {
        String home = System.getProperty("hopwarden.home");
        assumeTrue(home != null, "needs the system property hopwarden.home, the root of the checkout");
        String document = Files.readString(Path.of(home, "docs", "topologies.md"));
        int start = document.indexOf("```toml\n") + 8;
        Topology topology = Topology.parse(document.substring(start, document.indexOf("```", start)), "topologies.md");
        assertEquals("Two rooms", topology.name());
        assertEquals(1, topology.targets().size());
    }

    @Test
    void aFileThatCannotBeReadIsAProblemToo(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("no.toml");
        var e = assertThrows(TopologyException.class, () -> Topology.read(missing));
        assertEquals(missing + ": there is no such file; check the path", e.getMessage());
        assertThrows(TopologyException.class, () -> Topology.read(folder));
        Path latin = Files.write(folder.resolve("latin.toml"), "name = \"caf\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(TopologyException.class, () -> Topology.read(latin)).getMessage().contains("not UTF-8"));
        Path huge = Files.write(folder.resolve("huge.toml"), new byte[Topology.MAX_FILE_BYTES + 1]);
        assertTrue(assertThrows(TopologyException.class, () -> Topology.read(huge)).getMessage().contains("too long"));
        Path good = Files.writeString(folder.resolve("good.toml"), GOOD);
        assertEquals(Topology.parse(GOOD, ""), Topology.read(good));
    }

    @Test
    void deepNestingIsRefusedBeforeItExhaustsTheStack() {
        assertEquals("brackets are nested more than 32 deep", problems("a = " + "[".repeat(100_000)).getFirst().message());
        assertEquals(1, problems("a = " + "{a = ".repeat(100_000)).size());
    }

    @Test
    void aShortUnicodeEscapeIsReported() {
        TopologyProblem problem = problems("seed = 1\nname = \"caf\\u00\"\n").getFirst();
        assertEquals(2, problem.line());
        assertTrue(problem.message().toLowerCase(Locale.ROOT).contains("unicode escape"), problem.toString());
    }

    @Test
    void bentFilesAreReadOrRefusedButNeverFailOtherwise() {
        int full = 20_000;
        int count = Boolean.getBoolean("hopwarden.full") ? full : full / 40;
        long seed = Long.getLong("hopwarden.seed", System.nanoTime());
        Random random = new Random(seed);
        String letters = "\"[]{}=.,#'\\\n\t 0-9_a:/%\u0000\u00e9\ud83d\ude00";
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                    case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                    default -> text.insert(at, GOOD, random.nextInt(300), 300 + random.nextInt(200));
                }
            }
            try {
                Topology topology = Topology.parse(text.toString(), "t.toml");
                SimulatedNetwork.of(topology);
            } catch (TopologyException e) {
                for (TopologyProblem problem : e.problems()) {
                    assertTrue(problem.line() >= 1 && problem.column() >= 1 && !problem.message().isBlank()
                            && !problem.remedy().isBlank(), "seed " + seed + ": " + problem);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", file:\n" + text, e);
            }
        }
    }
}
