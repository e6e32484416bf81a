package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces through a simulated border that an imported access list guards: {@code desk - outer - border - inner - server}. */
class PolicyTraceTest {

    private static final String LIST = """
            access-list 2001 remark Specifically block ICMP fragments
            access-list 2001 deny icmp any any fragments
            access-list 2001 remark Permit inbound ping.
            access-list 2001 permit icmp any any echo
            access-list 2001 remark Permit inbound ping response.
            access-list 2001 permit icmp any any echo-reply
            access-list 2001 remark Permit Path MTU to function.
            access-list 2001 permit icmp any any packet-too-big
            access-list 2001 remark Permit time exceeded messages for traceroute and loops.
            access-list 2001 permit icmp any any time-exceeded
            access-list 2001 remark And explicitly block all other ICMP packets
            access-list 2001 deny icmp any any
            access-list 2001 remark Permit everything else (or add additional ACLs here).
            access-list 2001 permit ip any any
            """;
    private static final String NETWORK = """
            name = "A border"
            viewpoint = "desk"
            [[host]]
            name = "desk"
            [[router]]
            name = "outer"
            [[router]]
            name = "border"
            [[router]]
            name = "inner"
            [[host]]
            name = "server"
            tcp-open = [80]
            [[link]]
            between = ["outer", "desk"]
            prefix = ["10.0.1.0/24", "2001:db8:1::/64"]
            latency = "1 ms"
            [[link]]
            between = ["border", "outer"]
            prefix = ["10.0.2.0/24", "2001:db8:2::/64"]
            latency = "1 ms"
            [[link]]
            between = ["inner", "border"]
            prefix = ["10.0.3.0/24", "2001:db8:3::/64"]
            latency = "1 ms"
            [[link]]
            between = ["inner", "server"]
            prefix = ["10.0.4.0/24", "2001:db8:4::/64"]
            latency = "1 ms"
            """;
    private static final String FILTER = "[[filter]]\nat = \"border\"\ndirection = \"forward\"\npolicy = \"list.hwpolicy\"\n";
    private static final int QUERIES = 3;
    /** Probes for the two hops up to the border do not pass through it. */
    private static final int NOT_THROUGH = 2 * QUERIES;

    @TempDir
    private Path folder;
    private String plain;
    private String guarded;
    private String policy;

    @BeforeEach
    void write() throws Exception {
        plain = Files.writeString(folder.resolve("plain.toml"), NETWORK).toString();
        guarded = Files.writeString(folder.resolve("guarded.toml"), NETWORK + FILTER).toString();
        Path list = Files.writeString(folder.resolve("list.ios"), LIST);
        policy = folder.resolve("list.hwpolicy").toString();
        CommandRun run = CommandRun.of("rules", "import", "--from", "ios", list.toString(), "-o", policy);
        assertEquals(0, run.code(), run.err());
    }

    /** The same trace where the topology names the policy, and where the command does, which must agree. */
    private CommandRun trace(String... options) {
        CommandRun inFile = CommandRun.of(words("trace server --format json --lab " + guarded, options));
        CommandRun onTrial = CommandRun.of(
                words("trace server --format json --lab " + plain + " --policy " + policy + " --at border", options));
        assertEquals(inFile, onTrial);
        assertEquals("", inFile.err());
        return inFile;
    }

    private static String[] words(String line, String... more) {
        return (line + " " + String.join(" ", more)).strip().split(" ");
    }

    private CommandRun summary(String... options) {
        CommandRun run = CommandRun.of(words("trace server --lab " + plain + " --policy " + policy + " --at border", options));
        assertEquals(1, run.err().lines().count(), run.err());
        return run;
    }

    /** How many packets a rule has decided, as the line on standard error says; 0 where it does not name the rule. */
    private static int byRule(String line, int rule) {
        Matcher matcher = Pattern.compile("(\\d+) by 2001 rule " + rule + ",").matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int probes(CommandRun json) {
        Matcher matcher = Pattern.compile("\"probes\":(\\d+)").matcher(json.out());
        assertTrue(matcher.find(), json.out());
        return Integer.parseInt(matcher.group(1));
    }

    @Test
    void icmpShowsTimeExceededAndTheEchoReply() {
        CommandRun json = trace("--method", "icmp");
        assertEquals(0, json.code(), json.out());
        assertTrue(json.out().contains("{\"ttl\":3,\"lost\":0") && json.out().contains("\"kind\":\"echo-reply\""), json.out());
        CommandRun text = summary("--method", "icmp");
        assertEquals(0, text.code());
        int through = probes(json) - NOT_THROUGH;
        assertEquals(through, byRule(text.err(), 2), text.err());
        assertEquals(QUERIES, byRule(text.err(), 5), "time exceeded of the router behind: " + text.err());
        assertEquals(through - QUERIES, byRule(text.err(), 3), "each that arrived has its reply: " + text.err());
        assertTrue(text.err().startsWith("The policy at border (forward) decided " + 2 * through + " packets: " + through
                + " by 2001 rule 2, permit icmp any any echo; "), text.err());
    }

    @Test
    void udpShowsTheHopsAndLosesOnlyTheEnd() {
        CommandRun json = trace("--method", "udp", "--max-ttl", "4");
        assertEquals(1, json.code(), json.out());
        for (int ttl = 1; ttl <= 3; ttl++) {
            assertTrue(json.out().contains("{\"ttl\":" + ttl + ",\"lost\":0,"), json.out());
        }
        assertTrue(json.out().contains("{\"ttl\":4,\"lost\":3,\"replies\":[]}"), json.out());
        CommandRun text = summary("--method", "udp", "--max-ttl", "4");
        assertEquals(1, text.code());
        assertEquals(2 * QUERIES, byRule(text.err(), 7), "permit ip any any: " + text.err());
        assertEquals(QUERIES, byRule(text.err(), 5), text.err());
        assertEquals(QUERIES, byRule(text.err(), 6), "port unreachable is not on the list: " + text.err());
        assertTrue(text.err().startsWith("The policy at border (forward) decided " + 4 * QUERIES + " packets: "), text.err());
    }

    @Test
    void tcpPasses() {
        CommandRun json = trace("--method", "tcp-syn", "--port", "80");
        assertEquals(0, json.code(), json.out());
        assertTrue(json.out().contains("\"kind\":\"syn-ack\""), json.out());
    }

    @Test
    void anIpv4ListCarriesNoIpv6() {
        CommandRun json = trace("-6");
        assertEquals(1, json.code(), json.out());
        CommandRun text = summary("-6", "--max-ttl", "3");
        assertEquals("The policy at border (forward) decided 3 packets: 3 by the policy's default", text.err().strip());
    }

    @Test
    void theHookIsChosen() {
        CommandRun in = summary("--hook", "in");
        assertEquals(0, in.code());
        assertEquals("The policy at border (in) decided no packet", in.err().strip());
        CommandRun out = summary("--hook", "out", "--max-ttl", "2", "--queries", "1");
        assertEquals("The policy at border (out) decided 1 packet: 1 by 2001 rule 5, permit icmp any any time-exceeded",
                out.err().strip());
        CommandRun host = CommandRun.of(words("trace server --lab " + plain + " --policy " + policy + " --at server --hook in"));
        assertEquals(0, host.code(), host.err());
    }

    @Test
    void aPolicyOnTrialTakesThePlaceOfTheOneInTheFile() throws Exception {
        Policy nothing = RulemodelFactory.eINSTANCE.createPolicy();
        Path closed = folder.resolve("closed.hwpolicy");
        PolicyFiles.save(nothing, closed);
        CommandRun run = CommandRun.of(words("trace server --lab " + guarded + " --policy " + closed + " --at border --max-ttl 4"));
        assertEquals(1, run.code());
        assertEquals("The policy at border (forward) decided 6 packets: 6 by the policy's default", run.err().strip());
    }

    @Test
    void thePolicyIsShown() {
        CommandRun show = CommandRun.of("lab", "show", guarded);
        assertEquals(0, show.code(), show.err());
        assertTrue(show.out().lines().anyMatch(line -> line.matches("border +forward +policy +" + Pattern.quote(policy)
                + ", chain 2001 *")), show.out());
    }

    @Test
    void aPolicyThatCannotBeUsedIsRefused() throws Exception {
        CommandRun chain = CommandRun.of(
                words("trace server --lab " + plain + " --policy " + policy + " --at border --chain 2002"));
        assertEquals(2, chain.code(), chain.err());
        assertTrue(chain.err().contains("2002"), chain.err());
        Files.writeString(Path.of(policy), "<broken");
        CommandRun onTrial = CommandRun.of(words("trace server --lab " + plain + " --policy " + policy + " --at border"));
        assertEquals(4, onTrial.code(), onTrial.err());
        CommandRun inFile = CommandRun.of(words("trace server --lab " + guarded));
        assertEquals(4, inFile.code(), inFile.err());
        int line = (int) NETWORK.lines().count() + 4;
        assertTrue(inFile.err().contains("guarded.toml:" + line + ":10: ") && inFile.err().contains("list.hwpolicy"), inFile.err());
        assertEquals("", onTrial.out() + inFile.out() + chain.out());
    }

    /** The border of an example, its simple filters written as a policy: every trace gives the same. */
    @Test
    void anExamplesFiltersAsAPolicyGiveTheSameTraces() throws Exception {
        ExampleTopologies.Example edge = ExampleTopologies.find("edge").orElseThrow();
        String text = edge.text();
        int start = text.indexOf("[[filter]]");
        int end = text.indexOf("# ---", start);
        assertEquals(edge.topology().filters().size(), text.substring(start, end).split("\\[\\[filter]]", -1).length - 1);
        Path file = Files.writeString(folder.resolve("edge.toml"), text.substring(0, start)
                + FILTER.replace("list.hwpolicy", "edge.hwpolicy") + text.substring(end));
        PolicyFiles.save(edgePolicy(), folder.resolve("edge.hwpolicy"));
        for (Topology.Target target : edge.topology().targets()) {
            for (String version : List.of("-4", "-6")) {
                String line = "trace " + target.name() + " --format json " + version + " --method " + target.method()
                        + (target.port() == 0 ? "" : " --port " + target.port()) + " --lab ";
                CommandRun simple = CommandRun.of(words(line + "edge"));
                assertEquals(simple, CommandRun.of(words(line + file)));
                assertNotEquals("", simple.out());
            }
        }
    }

    private static Policy edgePolicy() {
        RulemodelFactory model = RulemodelFactory.eINSTANCE;
        Reject prohibited = model.createReject();
        prohibited.setType(RejectType.ADMIN_PROHIBITED);
        Service web = service(IpProtocol.TCP);
        PortCondition ports = model.createPortCondition();
        ports.setOperator(PortOperator.EQ);
        ports.setPorts(NumberSet.parse("80,443"));
        web.setDestinationPort(ports);
        Service ping = service(IpProtocol.ICMP);
        ping.setIcmpType(IcmpType.ECHO_REQUEST);
        Service ping6 = service(IpProtocol.ICMPV6);
        ping6.setIcmpType(IcmpType.V6_ECHO_REQUEST);
        Chain chain = model.createChain();
        chain.setName("border");
        chain.setEnd(ChainEnd.ALLOW);
        chain.getRules().add(toCompany(model.createAllow(), web));
        chain.getRules().add(toCompany(prohibited, ping, ping6));
        chain.getRules().add(toCompany(model.createDeny(), service(IpProtocol.UDP), service(IpProtocol.TCP)));
        Policy policy = model.createPolicy();
        policy.getChains().add(chain);
        return policy;
    }

    private static Service service(int protocol) {
        Service service = RulemodelFactory.eINSTANCE.createService();
        service.setProtocol(protocol);
        return service;
    }

    private static Rule toCompany(Action action, Service... services) {
        Rule rule = RulemodelFactory.eINSTANCE.createRule();
        rule.setAction(action);
        rule.setMatch(RulemodelFactory.eINSTANCE.createMatch());
        for (String text : List.of("203.0.113.0/24", "2001:db8:e0::/44")) {
            AddressPrefix prefix = RulemodelFactory.eINSTANCE.createAddressPrefix();
            prefix.setPrefix(IpPrefix.parse(text));
            rule.getMatch().getDestination().add(prefix);
        }
        rule.getMatch().getService().addAll(List.of(services));
        return rule;
    }
}
