package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to packets on the way, in the simulated chain a - r1 - r2 - r3 - r4 - z. */
class ChangedPacketsTest {

    private static final String CHAIN = """
            name = "Chain"
            viewpoint = "a"

            [[host]]
            name = "a"
            [[router]]
            name = "r1"
            [[router]]
            name = "r2"
            [[router]]
            name = "r3"
            [[router]]
            name = "r4"
            [[host]]
            name = "z"
            tcp-open = [80]

            [[link]]
            between = ["a", "r1"]
            latency = "1 ms"
            prefix = ["10.0.1.0/24", "2001:db8:1::/64"]
            [[link]]
            between = ["r1", "r2"]
            latency = "1 ms"
            prefix = ["10.0.2.0/24", "2001:db8:2::/64"]
            [[link]]
            between = ["r2", "r3"]
            latency = "1 ms"
            prefix = ["10.0.3.0/24", "2001:db8:3::/64"]
            [[link]]
            between = ["r3", "r4"]
            latency = "1 ms"
            prefix = ["10.0.4.0/24", "2001:db8:4::/64"]
            [[link]]
            between = ["r4", "z"]
            latency = "1 ms"
            prefix = ["10.0.5.0/24", "2001:db8:5::/64"]

            """;

    @TempDir
    private Path folder;

    private CommandRun trace(String more, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("chain.toml"), CHAIN + more);
        return CommandRun.of(("trace " + words + " --lab " + file).split(" "));
    }

    /** A NAT that does not put the source back into quotes: UDP of Dublin's kind goes on behind it and names the place. */
    @ParameterizedTest
    @ValueSource(strings = { "10.0.5.2", "2001:db8:5::2" })
    void aNatIsLocated(String target) throws Exception {
        String nat = "[[nat]]\nat = \"r2\"\ninterface = \"r3\"\ntranslate = \"source\"\nquotes = false\n";
        CommandRun run = trace(nat, target + " --method udp-dublin");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("NAT between hops 2 and 3: the checksum differs by 0x"), run::toString);
        assertTrue(run.out().contains("Rewritten header between hops 2 and 3: source address "), run::toString);
        String json = trace(nat, target + " --method udp-dublin --format json").out();
        assertTrue(json.contains("{\"kind\":\"nat\",\"afterTtl\":2,\"ttl\":3,"), json);
        assertFalse(trace("", target + " --method udp-dublin").out().contains("NAT"));
    }

    @Test
    void aDestinationNatIsNotTheEnd() throws Exception {
        CommandRun run = trace("[[nat]]\nat = \"r2\"\ntranslate = \"destination\"\nmatch = \"udp to 10.0.3.1/32\"\nto = \"10.0.5.2\"\n",
                "10.0.3.1 --method udp");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("Destination NAT at hop 2: the target's own address reports"), run::toString);
        assertFalse(run.out().contains("Destination NAT at hop 3"), "it is one, and those behind it speak through it");
        assertTrue(run.out().contains("Reached in 5 hops"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.5.2", "2001:db8:5::2" })
    void labelsAreShown(String target) throws Exception {
        String mpls = "[[mpls]]\npath = [\"r1\", \"r2\", \"r3\", \"r4\"]\nlabels = [\"24001 100\", \"24002 100\"]\n";
        CommandRun run = trace(mpls, target);
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("MPLS L=24001,E=0,S=0,T="), run::toString);
        assertTrue(trace(mpls, target + " --format json").out().contains("\"mpls\":[{\"label\":24001,"), run::toString);
        assertTrue(trace(mpls, target + " --like traceroute").out().contains(" <MPLS:L=24001,E=0,S=0,T="), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.5.2", "2001:db8:5::2" })
    void rewrittenFieldsAreShownWithTheirPlace(String target) throws Exception {
        String rewrite = "[[rewrite]]\nat = \"r3\"\ninterface = \"r4\"\ndscp = 0\nmss = 1200\n";
        CommandRun run = trace(rewrite, target + " --method tcp-syn --dscp 46");
        assertTrue(run.out().contains("Rewritten header between hops 3 and 4: DSCP 46 -> 0"), run::toString);
        assertTrue(run.out().contains("between hops 3 and 4: TCP options MSS 1460, SACK permitted, timestamps 1:0, window scale 7"
                + " -> MSS 1200, SACK permitted, timestamps 1:0, window scale 7"), run::toString);
        assertFalse(run.out().contains("NAT"), run::toString);
        String json = trace(rewrite, target + " --method tcp-syn --dscp 46 --format json").out();
        assertTrue(json.contains("\"rewritten\":[{\"field\":\"dscp\",\"sent\":\"46\",\"quoted\":\"0\"}"), json);
    }
}
