package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rules check} and {@code rules diff}, from the list to the exit code. */
class RulesAnalysisCommandLineTest {

    @TempDir
    private Path folder;

    private String policy(String name, String... entries) throws Exception {
        StringBuilder list = new StringBuilder();
        for (String entry : entries) {
            list.append("access-list 100 ").append(entry).append('\n');
        }
        Path file = Files.writeString(folder.resolve(name + ".acl"), list);
        String policy = folder.resolve(name + ".hwpolicy").toString();
        CommandRun run = CommandRun.of("rules", "import", "--from", "ios", file.toString(), "-o", policy);
        assertEquals(0, run.code(), run.err());
        return policy;
    }

    @Test
    void findingNamesTheRuleItsReasonAndAPacket() throws Exception {
        String policy = policy("shadow", "permit icmp any any", "deny tcp any any range 0 1023", "deny tcp any any gt 1023",
                "permit udp any any eq domain", "deny icmp any any time-exceeded");
        CommandRun run = CommandRun.of("rules", "check", policy, "--only", "shadowed", "--format", "json");
        assertEquals(1, run.code(), run.err());
        assertEquals("""
                {"format":"hopwarden.rules-check/1","findings":[
                 {"check":"shadowed","severity":"warning","chain":"100","rule":5,"message":"This rule never matches: rule 1 \
                (permit icmp any any) decides all its packets before it, and not all as it would.","because":[{"chain":"100",\
                "rule":1,"text":"permit icmp any any"}],"witness":{"direction":"in","inInterface":null,"outInterface":null,\
                "source":"192.0.2.1","destination":"198.51.100.7","protocol":"icmp","icmpType":11,"icmpCode":0,\
                "sourcePort":null,"destinationPort":null,"tcpFlags":"","fragmentOffset":0,"moreFragments":false,"ttl":64,\
                "length":28,"state":"untracked"},"fix":"Move rule 5 in front of rule 1"}]}
                """, run.out());
        CommandRun text = CommandRun.of("rules", "check", policy, "--only", "shadowed");
        assertEquals(1, text.code());
        assertTrue(text.out().contains("warning: shadowed, chain 100 rule 5"), text.out());
        assertTrue(text.out().endsWith("0 error, 1 warning, 0 info\n"), text.out());
    }

    @Test
    void findingsToKnowAreNoFailure() throws Exception {
        String policy = policy("seed", "deny icmp any any fragments", "permit icmp any any echo", "permit icmp any any echo-reply",
                "permit icmp any any packet-too-big", "permit icmp any any time-exceeded", "deny icmp any any",
                "permit ip any any");
        CommandRun run = CommandRun.of("rules", "check", policy);
        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().contains("info: "), run.out());
        CommandRun wrong = CommandRun.of("rules", "check", policy, "--only", "shadows");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("shadowed"), "it names those there are: " + wrong.err());
        CommandRun list = CommandRun.of("rules", "check", "--list-checks");
        assertEquals(0, list.code(), list.err());
        assertTrue(list.out().contains("path-mtu-discovery"), list.out());
    }

    @Test
    void differenceIsShownByPackets() throws Exception {
        String before = policy("before", "permit tcp any host 192.0.2.80 eq www", "permit tcp any host 192.0.2.80 eq 443");
        String after = policy("after", "permit tcp any host 192.0.2.80 eq 443");
        CommandRun run = CommandRun.of("rules", "diff", before, after, "--format", "json");
        assertEquals(1, run.code(), run.err());
        assertEquals("""
                {"format":"hopwarden.rules-diff/1","equal":false,"complete":true,"changes":[
                 {"from":"allow","to":"deny","packets":{"version":"IPv4","destination":"192.0.2.80","protocol":"tcp",\
                "destination port":"80"},"witness":{"direction":"in","inInterface":null,"outInterface":null,\
                "source":"192.0.2.1","destination":"192.0.2.80","protocol":"tcp","icmpType":null,"icmpCode":null,\
                "sourcePort":40000,"destinationPort":80,"tcpFlags":"syn","fragmentOffset":0,"moreFragments":false,"ttl":64,\
                "length":40,"state":"untracked"}}]}
                """, run.out());
        CommandRun text = CommandRun.of("rules", "diff", before, after);
        assertEquals(1, text.code());
        assertTrue(text.out().startsWith("allow -> deny: version IPv4, destination 192.0.2.80, protocol tcp, destination port 80"),
                text.out());
    }

    @Test
    void sameMeaningIsEqual() throws Exception {
        String before = policy("before", "permit tcp any any range 20 23");
        String after = policy("after", "permit tcp any any eq 22", "permit tcp any any range 20 21", "permit tcp any any eq 23",
                "deny ip any any");
        CommandRun run = CommandRun.of("rules", "diff", before, after);
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(run.out().startsWith("Equal"), run.out());
        CommandRun json = CommandRun.of("rules", "diff", before, after, "--format", "json");
        assertEquals("{\"format\":\"hopwarden.rules-diff/1\",\"equal\":true,\"complete\":true,\"changes\":[]}\n", json.out());
        assertEquals(2, CommandRun.of("rules", "diff", before).code());
        assertEquals(4, CommandRun.of("rules", "diff", before, after, "--chain", "none").code());
    }

    /** Who begins with a template begins without a mistake, and can take it to a Linux host. */
    @ParameterizedTest
    @ValueSource(strings = { "icmp-minimum", "tracert", "host", "gateway", "block-all" })
    void templatesAreInOrder(String template) throws Exception {
        Path policy = folder.resolve(template + ".hwpolicy");
        assertEquals(0, CommandRun.of("rules", "new", "--template", template, "-o", policy.toString()).code());
        CommandRun check = CommandRun.of("rules", "check", policy.toString());
        assertEquals(0, check.code(), check.out());
        for (String language : List.of("iptables", "ip6tables", "nft")) {
            CommandRun export = CommandRun.of("rules", "export", "--to", language, policy.toString());
            assertEquals(0, export.code(), export.err());
        }
    }
}
