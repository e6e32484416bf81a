package org.hopwarden.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.WordTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IosRoundTripTest {

    private static final PolicyImporter IMPORTER = Interchange.importer("ios").orElseThrow();
    private static final PolicyExporter EXPORTER = Interchange.exporter("ios").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void theIcmpMinimumComesBackByteForByte() throws Exception {
        String list = icmpMinimum();
        ImportResult result = read(list);
        assertEquals(list, write(result.policy()));
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(result.policy(), file);
        assertEquals(list, write(PolicyFiles.load(file)));
        assertEquals("permit icmp any any echo", RuleText.of(result.policy().getChains().get(0).getRules().get(1)));
    }

    @Test
    void theIcmpMinimumNeedsNoWarningAndDeclaresWhatHoldsForIpv6() throws Exception {
        ImportResult result = read(icmpMinimum());
        assertEquals(1, result.notes().size(), result.notes()::toString);
        assertEquals(Severity.INFO, result.notes().get(0).severity());
        assertTrue(result.notes().get(0).message().contains("IPv6") && result.notes().get(0).message().contains("deny"));
        assertEquals(Disposition.DENY, result.policy().getDefaultForward());
        Policy open = IMPORTER.read(icmpMinimum().getBytes(UTF_8), new ImportOptions("p", Disposition.ALLOW)).policy();
        assertEquals(Disposition.ALLOW, open.getDefaultIn());
        assertTrue(open.getDescription().contains("allow"), open.getDescription());
    }

    @Test
    void theSameTextGivesTheSamePolicy() throws Exception {
        assertTrue(EcoreUtil.equals(read(icmpMinimum()).policy(), read(icmpMinimum()).policy()));
    }

    @Test
    void randomListsComeBackByteForByte() throws Exception {
        long seed = Long.getLong("hopwarden.seed", 3);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 20_000 : 400;
        Path file = folder.resolve("p.hwpolicy");
        for (int i = 0; i < rounds; i++) {
            String text = new RandomIosLists(new Random(seed + i)).lists(20);
            Policy policy = assertReads(text, seed + i);
            assertEquals(List.of(), PolicyProblems.of(policy), text);
            assertEquals(text, write(policy), "seed " + (seed + i));
            if (i % 10 == 0) {
                PolicyFiles.save(policy, file);
                assertEquals(text, write(PolicyFiles.load(file)), "through XMI, seed " + (seed + i));
            }
        }
    }

    private static Policy assertReads(String text, long seed) {
        try {
            return read(text).policy();
        } catch (ImportException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + text, e);
        }
    }

    @Test
    void otherSpellingsAreTakenAndTold() throws Exception {
        sameAs("access-list 100 PERMIT 6 0.0.0.0 255.255.255.255 EQ 80 10.1.2.3 0.0.0.0",
                "access-list 100 permit tcp any eq www host 10.1.2.3");
        sameAs("  access-list\t100   permit icmp any any 8", "access-list 100 permit icmp any any echo");
        sameAs("access-list 100 permit icmp any any 3 4", "access-list 100 permit icmp any any packet-too-big");
        sameAs("access-list 100 permit udp any any log eq 53".replace(" log eq 53", " eq 53 log"),
                "access-list 100 permit udp any any eq domain log");
        sameAs("access-list 100 deny ip any any log fragments", "access-list 100 deny ip any any fragments log");
        sameAs("access-list 100 deny tcp any any eq syslog", "access-list 100 deny tcp any any eq cmd");
        sameAs("access-list 100 deny ip 10.1.2.3 0.0.255.255 any", "access-list 100 deny ip 10.1.0.0 0.0.255.255 any");
        assertTrue(read("access-list 100 deny ip 10.1.2.3 0.0.255.255 any\n").notes().toString().contains("cleared"));
        assertEquals("access-list 100 permit ip any any\n",
                write(read("\ufeff! top\r\n\r\naccess-list 100 permit ip any any\r\n").policy()));
    }

    private static void sameAs(String text, String canonical) throws Exception {
        ImportResult result = read(text + "\n");
        assertEquals(canonical + "\n", write(result.policy()));
        assertTrue(result.notes().toString().contains("comes back as: " + canonical), result.notes()::toString);
    }

    @Test
    void everyIcmpWordMeansItsTypeAndCode() throws Exception {
        TreeMap<String, String> words = new TreeMap<>();
        for (String line : resource("icmp-words.txt").split("\n")) {
            String[] parts = line.split(" ");
            words.put(parts[0], parts[1]);
        }
        TreeMap<String, String> actual = new TreeMap<>();
        for (String word : IosWords.icmpWords()) {
            String text = "access-list 100 permit icmp any any " + word + "\n";
            Policy policy = read(text).policy();
            Service service = (Service) policy.getChains().get(0).getRules().get(0).getMatch().getService().get(0);
            assertEquals(text, write(policy));
            actual.put(word, service.getIcmpType() + (service.getIcmpCode() == null ? "" : "/" + service.getIcmpCode()));
        }
        assertEquals(words, actual);
    }

    @Test
    void everyPortWordMeansItsPort() throws Exception {
        ports(IosWords.TCP_PORTS, "tcp", "tcp-ports.txt", 36);
        ports(IosWords.UDP_PORTS, "udp", "udp-ports.txt", 27);
        assertEquals(15, IosWords.PROTOCOLS.words().size());
    }

    private static void ports(WordTable table, String protocol, String resource, int count) throws Exception {
        int lines = 0;
        for (String line : resource(resource).split("\n")) {
            String word = line.substring(0, line.indexOf(' '));
            int port = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            String text = "access-list 100 permit " + protocol + " any eq " + word + " any range " + word + " 65535\n";
            Policy policy = read(text).policy();
            Service service = (Service) policy.getChains().get(0).getRules().get(0).getMatch().getService().get(0);
            assertEquals(Integer.toString(port), service.getSourcePort().getPorts().toString(), word);
            assertEquals(text, write(policy));
            assertEquals(text, write(read(text.replace(word, Integer.toString(port))).policy()));
            lines++;
        }
        assertEquals(count, lines);
        assertTrue(table.words().size() >= lines);
    }

    @Test
    void everyProtocolWordMeansItsNumber() throws Exception {
        for (String pair : List.of("ahp 51", "eigrp 88", "esp 50", "gre 47", "icmp 1", "igmp 2", "ipinip 4", "nos 94",
                "ospf 89", "pcp 108", "pim 103", "sctp 132", "tcp 6", "udp 17", "igrp 9")) {
            String[] parts = pair.split(" ");
            String text = "access-list 100 permit " + parts[0] + " any any\n";
            Policy policy = read(text).policy();
            Service service = (Service) policy.getChains().get(0).getRules().get(0).getMatch().getService().get(0);
            assertEquals(parts[1], service.getProtocol().toString());
            assertEquals(text, write(read(text.replace(parts[0], parts[1])).policy()));
        }
        assertEquals(IpProtocol.TCP, IosWords.PROTOCOLS.number("TCP").orElseThrow());
    }

    @Test
    void fragmentsBehindAPermitAreTold() throws Exception {
        assertTold("access-list 101 permit icmp any any echo\naccess-list 101 deny icmp any any fragments\n", 2, "rule 1");
        assertTold("access-list 101 permit tcp any host 10.0.0.1 eq www\naccess-list 101 permit ip any any\n"
                + "access-list 101 deny tcp any host 10.0.0.1 fragments\n", 3, "rule 1");
        assertTold("access-list 101 deny ip any any\naccess-list 101 permit udp any any fragments\n", 2, "denies");
        for (String quiet : List.of(
                "access-list 101 deny icmp any any fragments\naccess-list 101 permit icmp any any echo\n",
                "access-list 101 permit icmp host 10.0.0.1 any echo\naccess-list 101 deny icmp any any fragments\n",
                "access-list 101 deny tcp any any eq www\naccess-list 101 permit tcp any any fragments\n",
                "access-list 101 permit tcp any any eq www\naccess-list 101 deny udp any any fragments\n")) {
            assertFalse(read(quiet).notes().stream().anyMatch(n -> n.severity() == Severity.WARNING), quiet);
        }
    }

    @Test
    void doubtfulEntriesAreTold() throws Exception {
        assertTold("access-list 101 permit ip 10.0.0.0 255.255.255.0 any\n", 1, "netmask");
        assertTold("access-list 101 permit tcp any any lt 0\n", 1, "below 0");
        assertTold("access-list 101 remark nothing else\n", 1, "remarks alone");
    }

    private static void assertTold(String text, int line, String word) throws ImportException {
        List<ImportNote> notes = read(text).notes();
        assertTrue(notes.stream().anyMatch(n -> n.severity() == Severity.WARNING && n.line() == line
                && n.message().contains(word)), notes::toString);
    }

    static String icmpMinimum() throws IOException {
        return resource("icmp-minimum.ios");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IosRoundTripTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    static ImportResult read(String text) throws ImportException {
        return IMPORTER.read(text.getBytes(UTF_8), ImportOptions.named("test"));
    }

    static String write(Policy policy) throws ExportException {
        ExportResult result = EXPORTER.write(policy, new ExportOptions(null, true));
        assertEquals(List.of(), result.losses());
        return result.text();
    }
}
