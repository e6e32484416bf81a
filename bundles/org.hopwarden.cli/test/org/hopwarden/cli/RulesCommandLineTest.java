package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.report.EnforcementCounts;
import org.hopwarden.rulemodel.PolicyFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesCommandLineTest {

    private static final String LIST = """
            access-list 2001 remark No ICMP fragments
            access-list 2001 deny icmp any any fragments
            access-list 2001 permit icmp any any echo
            access-list 2001 permit icmp any any packet-too-big
            access-list 2001 deny icmp any any
            access-list 2001 permit tcp any any eq www
            access-list 2001 permit tcp any any established
            """;
    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
    private static final IpHeader V6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 64);

    @TempDir
    private Path folder;
    private Path list;
    private String policy;

    @BeforeEach
    void importList() throws Exception {
        list = Files.writeString(folder.resolve("border.acl"), LIST);
        policy = folder.resolve("border.hwpolicy").toString();
        CommandRun run = CommandRun.of("rules", "import", "--from", "ios", list.toString(), "-o", policy);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("IPv6"), "the import declares what holds for IPv6: " + run.err());
    }

    private static byte[] pcap(List<MemorySegment> packets) {
        ByteBuffer file = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535).putInt(1);
        for (MemorySegment packet : packets) {
            byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
            short type = (short) (bytes[0] >>> 4 == 4 ? 0x0800 : bytes[0] >>> 4 == 6 ? 0x86dd : 0x0806);
            file.putInt(1).putInt(2).putInt(14 + bytes.length).putInt(14 + bytes.length).put(new byte[12])
                    .put((byte) (type >>> 8)).put((byte) type).put(bytes);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static List<MemorySegment> packets() {
        List<MemorySegment> packets = new ArrayList<>();
        packets.add(PacketBuilder.echoRequest(V4, 1, 1, new byte[8]));
        packets.addAll(PacketBuilder.fragments(PacketBuilder.echoRequest(V4, 1, 2, new byte[1500]), 1000, 7));
        packets.add(PacketBuilder.icmp(V4, 3, 3, 0, MemorySegment.ofArray(new byte[28])));
        packets.add(PacketBuilder.tcp(V4, 4000, 80, 1, 0, TcpFlags.SYN, 1000));
        packets.add(PacketBuilder.tcp(V4, 4000, 81, 1, 0, TcpFlags.SYN, 1000));
        packets.add(PacketBuilder.tcp(V4, 4000, 81, 1, 0, TcpFlags.ACK, 1000));
        packets.add(MemorySegment.ofArray(new byte[28]));
        packets.add(PacketBuilder.tcp(V6, 4000, 80, 1, 0, TcpFlags.SYN, 1000));
        return packets;
    }

    private Path capture() throws Exception {
        return Files.write(folder.resolve("frames.pcap"), pcap(packets()));
    }

    @Test
    void aListComesBackByteForByte() throws Exception {
        CommandRun run = CommandRun.of("rules", "export", "--to", "ios", policy);
        assertEquals(0, run.code(), run.err());
        assertEquals(LIST, run.out());
    }

    @Test
    void aListGoesIntoAFile() throws Exception {
        Path target = folder.resolve("back.acl");
        CommandRun run = CommandRun.of("rules", "export", "--to", "ios", policy, "-o", target.toString(), "--strict");
        assertEquals(new CommandRun(0, target + System.lineSeparator(), ""), run);
        assertEquals(LIST, Files.readString(target));
        CommandRun nowhere = CommandRun.of("rules", "export", "--to", "ios", policy, "-o", folder.resolve("no/back.acl").toString());
        assertEquals(5, nowhere.code());
        assertTrue(nowhere.err().contains("cannot be written"), nowhere.err());
    }

    @Test
    void oneListOfAConfigurationIsChosen() throws Exception {
        Path whole = Files.writeString(folder.resolve("running.cfg"), "hostname r1\n!\ninterface e0\n ip access-group WEB in\n!\n"
                + "ip access-list extended WEB\n 10 permit tcp any any eq www\n!\n" + LIST + "end\n");
        CommandRun run = CommandRun.of("rules", "import", "--from", "ios", whole.toString(), "-o", policy, "--list", "WEB");
        assertEquals(0, run.code(), run.err());
        assertEquals("ip access-list extended WEB\n 10 permit tcp any any eq www\ninterface e0\n ip access-group WEB in\n",
                CommandRun.of("rules", "export", "--to", "ios", policy).out());
        CommandRun none = CommandRun.of("rules", "import", "--from", "ios", whole.toString(), "-o", policy, "--chain", "NONE");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("WEB, 2001"), none.err());
    }

    @Test
    void eachFrameGetsItsVerdictInOrder() throws Exception {
        CommandRun run = CommandRun.of("rules", "test", policy, "--pcap", capture().toString(), "--format", "json");
        assertEquals(0, run.code(), run.err());
        String frames = run.out().replace("\n ", "").replace(" ", "_");
        assertEquals("""
                {"format":"hopwarden.rules-test/1","frames":[\
                {"frame":1,"verdict":"allow","chain":"2001","rule":2,"text":"permit_icmp_any_any_echo"},\
                {"frame":2,"verdict":"allow","chain":"2001","rule":2,"text":"permit_icmp_any_any_echo"},\
                {"frame":3,"verdict":"deny","chain":"2001","rule":1,"text":"deny_icmp_any_any_fragments"},\
                {"frame":4,"verdict":"deny","chain":"2001","rule":4,"text":"deny_icmp_any_any"},\
                {"frame":5,"verdict":"allow","chain":"2001","rule":5,"text":"permit_tcp_any_any_eq_www"},\
                {"frame":6,"verdict":"deny","chain":"2001","rule":0,"text":"deny_ip_any_any_(implicit_end)"},\
                {"frame":7,"verdict":"allow","chain":"2001","rule":6,"text":"permit_tcp_any_any_established"},\
                {"frame":8,"verdict":"none"},\
                {"frame":9,"verdict":"deny","rule":0,"text":"policy_default_for_forward:_deny"}],"summary":[\
                {"packets":1,"verdict":"deny","chain":"2001","rule":1,"text":"deny_icmp_any_any_fragments"},\
                {"packets":2,"verdict":"allow","chain":"2001","rule":2,"text":"permit_icmp_any_any_echo"},\
                {"packets":1,"verdict":"deny","chain":"2001","rule":4,"text":"deny_icmp_any_any"},\
                {"packets":1,"verdict":"allow","chain":"2001","rule":5,"text":"permit_tcp_any_any_eq_www"},\
                {"packets":1,"verdict":"allow","chain":"2001","rule":6,"text":"permit_tcp_any_any_established"},\
                {"packets":1,"verdict":"deny","chain":"2001","rule":0,"text":"deny_ip_any_any_(implicit_end)"},\
                {"packets":1,"verdict":"none"},\
                {"packets":1,"verdict":"deny","rule":0,"text":"policy_default_for_forward:_deny"}]}
                """, frames.replaceFirst("\n\\]", "]"));
    }

    @Test
    void whatHoldsForIpv6IsChosenAtTheImport() throws Exception {
        CommandRun.of("rules", "import", "--from", "ios", list.toString(), "-o", policy, "--elsewhere", "allow");
        CommandRun run = CommandRun.of("rules", "test", policy, "--pcap", capture().toString());
        assertTrue(run.out().contains("9  allow   policy default for forward: allow"), run.out());
        assertTrue(run.out().lines().toList().getLast().matches(" *1 +allow +policy default for forward: allow"), run.out());
    }

    @Test
    void aDamagedCaptureGivesWhatStandsBeforeTheDamage() throws Exception {
        byte[] whole = Files.readAllBytes(capture());
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 5));
        CommandRun run = CommandRun.of("rules", "test", policy, "--pcap", cut.toString(), "--format", "json");
        assertEquals(4, run.code());
        assertTrue(run.err().contains("cut.pcap is cut short") && run.err().contains("8 frames"), run.err());
        assertTrue(run.out().contains("\"frame\":8") && run.out().endsWith("]}\n"), run.out());
        Path other = Files.writeString(folder.resolve("no.pcap"), "nothing of the kind");
        assertEquals(4, CommandRun.of("rules", "test", policy, "--pcap", other.toString()).code());
    }

    @Test
    void explainsByTheFirstFieldThatDidNotMatch() throws Exception {
        CommandRun run = CommandRun.of("rules", "explain", policy, "--pcap", capture().toString(), "--frame", "4");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("deny, by chain 2001 rule 4: deny icmp any any"), run.out());
        assertTrue(run.out().contains("ICMP code") || run.out().contains("ICMP type"), run.out());
        CommandRun described = CommandRun.ofLine("rules explain " + policy
                + " --protocol udp --source 10.0.0.1 --destination 10.0.0.2 --destination-port 53 --format json");
        assertTrue(described.out().contains("\"verdict\":\"deny\",\"chain\":\"2001\",\"rule\":0"), described.out());
        assertTrue(described.out().contains("{\"rule\":5,\"text\":\"permit tcp any any eq www\",\"field\":\"protocol\""),
                described.out());
        CommandRun hex = CommandRun.of("rules", "explain", policy, "--packet",
                "4500001c 00010000 40010000 c0000201 c6336407 0800 1234 0001e5ca");
        assertTrue(hex.out().contains("permit icmp any any echo"), hex.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "rules | say what to do",
            "rules import --from klingon LIST -o OUT | There are: ios",
            "rules export --to klingon POLICY | There are: ios",
            "rules export --to ios POLICY --chain 7 | no chain '7'",
            "rules test POLICY --pcap LIST --chain 7 | no chain 7",
            "rules test POLICY | --pcap=FILE",
            "rules test POLICY --pcap LIST --packets LIST | mutually exclusive",
            "rules test POLICY --pcap LIST --state old | expected new, established",
            "rules test POLICY --pcap LIST --direction up | in, out or forward",
            "rules explain POLICY | ",
            "rules explain POLICY --packet 4q | hex digits",
            "rules explain POLICY --protocol tcp --source 1.2.3.4 --destination ::1 | different IP versions",
            "rules explain POLICY --protocol tcp --source 1.2.3.4 --destination 1.2.3.5 --tcp-flags x | no TCP flag",
            "rules explain POLICY --protocol 300 --source 1.2.3.4 --destination 1.2.3.5 | 0..255",
            "enforce POLICY | --bridge IF1,IF2, --nfqueue, --kernel, or --back-end ID",
            "enforce --bridge a,b | no policy named",
            "enforce POLICY --back-end klingon | There are: bridge, simulated",
            "enforce POLICY --back-end simulated --bridge a,b | Leave one of them out",
            "enforce POLICY --back-end simulated --set colour=red | There are: network, router",
            "enforce POLICY --back-end simulated --set network=edge | no router chosen",
            "enforce POLICY --back-end simulated --set network=nowhere --set router=x | forum, campus, edge",
            "enforce POLICY --back-end simulated --set network=edge --set router=x | no router 'x'",
            "enforce POLICY --bridge lo,lo | loopback",
            "enforce POLICY --bridge lo,lo --chain 7 | chain 7",
            "enforce POLICY --bridge lo | two interfaces",
            "enforce POLICY --bridge lo,nope0 | there is no network interface 'nope0'",
            "enforce POLICY --bridge lo,lo --duration -1 | greater than 0",
    })
    void whatMakesNoSenseIsRefusedWithARemedy(String line, String message) {
        CommandRun run = CommandRun.ofLine(line.replace("POLICY", policy).replace("LIST", list.toString())
                .replace("OUT", folder.resolve("out.hwpolicy").toString()));
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(message == null || run.err().contains(message), run.err());
        assertFalse(Files.exists(folder.resolve("out.hwpolicy")));
    }

    @Test
    void aBrokenListIsRefusedWithItsPlaceAndLeavesTheOldPolicy() throws Exception {
        byte[] before = Files.readAllBytes(Path.of(policy));
        Files.writeString(list, LIST + "access-list 2001 permit icmp any any ecco\n");
        CommandRun run = CommandRun.of("rules", "import", "--from", "ios", list.toString(), "-o", policy);
        assertEquals(4, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("border.acl:8:38") && run.err().contains("echo"), run.err());
        assertEquals(Arrays.toString(before), Arrays.toString(Files.readAllBytes(Path.of(policy))));
        assertEquals(4, CommandRun.of("rules", "import", "--from", "ios", "/nowhere.acl", "-o", policy).code());
    }

    @Test
    void aPolicyThatCannotBeReadIsBadInput() throws Exception {
        String text = Files.readString(Path.of(policy));
        Path damaged = Files.writeString(folder.resolve("damaged.hwpolicy"), text.replace("</rules>", "</ruled>"));
        Path newer = Files.writeString(folder.resolve("newer.hwpolicy"), text.replaceFirst("/policy/[0-9]+", "/policy/99"));
        for (String verb : List.of("rules export --to ios ", "rules test --pcap " + list + " ", "enforce --bridge lo,lo ")) {
            CommandRun run = CommandRun.ofLine(verb + damaged);
            assertEquals(4, run.code(), run.err());
            assertTrue(run.err().matches("(?s).*damaged\\.hwpolicy:\\d+:\\d+: .*"), run.err());
            CommandRun refused = CommandRun.ofLine(verb + newer);
            assertEquals(4, refused.code(), refused.err());
            assertTrue(refused.err().contains("newer"), refused.err());
            assertEquals(4, CommandRun.ofLine(verb + folder.resolve("missing.hwpolicy")).code());
        }
    }

    @Test
    void aPolicyIsEnforcedInTheSimulatedLabAndBackEndsAreListed() throws Exception {
        CommandRun run = CommandRun.ofLine("enforce " + policy
                + " --back-end simulated --set network=edge --set router=border --duration 1.5 --stats json");
        assertEquals(0, run.code(), run.err());
        EnforcementCounts counts = EnforcementCounts.parse(run.out().getBytes());
        counts.requireOf(PolicyFiles.load(Path.of(policy)));
        assertTrue(counts.totals().getFirst().packets() > 0, run.out());
        CommandRun listed = CommandRun.ofLine("enforce --list-back-ends");
        assertEquals(0, listed.code(), listed.err());
        assertTrue(listed.out().contains("bridge: Bridge of two interfaces") && listed.out().contains("--set router=VALUE"), listed.out());
    }

    @Test
    void aReportHasTheRulesTheCountsAndTheTraces() throws Exception {
        StringBuilder counts = new StringBuilder("{\"format\":\"hopwarden.enforce/1\",\"seen\":21,\"rules\":[");
        for (int n = 0; n <= 6; n++) {
            counts.append(n == 0 ? "" : ",").append("{\"chain\":\"2001\",\"rule\":" + n + ",\"packets\":" + (n + 40) + ",\"bytes\":0}");
        }
        Path stats = Files.writeString(folder.resolve("stats.json"), counts + "]}");
        CommandRun traced = CommandRun.ofLine("trace 192.0.2.77 --lab forum --format json --max-ttl 3");
        Path trace = Files.writeString(folder.resolve("trace.json"), traced.out());
        Path page = folder.resolve("report.html");
        CommandRun run = CommandRun.of("rules", "report", policy, "-o", page.toString(), "--stats", stats.toString(), "--trace",
                trace.toString(), "--trace", trace.toString());
        assertEquals(new CommandRun(0, page + System.lineSeparator(), ""), run);
        String html = Files.readString(page);
        for (String said : List.of("deny icmp any any fragments", "Denies later fragments of ICMP from anywhere to anywhere.",
                "Remark: No ICMP fragments", "<td class=\"number\">46</td>", "Trace 2: ")) {
            assertTrue(html.contains(said), () -> said + " in " + html);
        }
    }

    @Test
    void aReportWithWhatDoesNotBelongIsNotWritten() throws Exception {
        Path page = folder.resolve("report.html");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\":\"hopwarden.enforce/1\",\"rules\":"
                + "[{\"chain\":\"2001\",\"rule\":1,\"packets\":1,\"bytes\":1}]}");
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\n\"format\": 7");
        assertRefused(page, other + " does not belong to " + policy + ": the counters are of 1 rules of chain 2001", "--stats", other);
        assertRefused(page, damaged + ":2:11: expected the format hopwarden.enforce/1", "--stats", damaged);
        assertRefused(page, damaged + ":2:", "--trace", damaged);
        assertRefused(page, "there is no such file", "--trace", folder.resolve("nowhere.json"));
        CommandRun unwritable = CommandRun.of("rules", "report", policy, "-o", folder.resolve("no/such/report.html").toString());
        assertEquals(5, unwritable.code());
        assertTrue(unwritable.err().contains("cannot be written"), unwritable.err());
        assertEquals(2, CommandRun.of("rules", "report", policy).code());
    }

    private void assertRefused(Path page, String said, String option, Path file) {
        CommandRun run = CommandRun.of("rules", "report", policy, "-o", page.toString(), option, file.toString());
        assertEquals(4, run.code(), run.err());
        assertTrue(run.err().contains(said), run.err());
        assertFalse(Files.exists(page));
    }

    @Test
    void helpNamesTheMethodsAndLanguagesThatAreThere() {
        assertEquals(2, CommandRun.ofLine("help rules nothing").code());
        String trace = CommandRun.ofLine("help trace").out();
        assertTrue(trace.contains("what to send: icmp, udp, udp-classic") && trace.contains("Openings of a TCP connection"), trace);
        assertTrue(CommandRun.ofLine("help rules import").out().contains("the language of FILE: ios"));
        assertTrue(CommandRun.ofLine("help rules export").out().contains("the language to write: ios"));
    }

    @Test
    void theLanguageOfAFileIsToldFromWhatIsInIt() throws Exception {
        Path policy = folder.resolve("told.hwpolicy");
        Map<String, String> texts = Map.of("Cisco IOS access lists", "hostname r\n!\nip access-list extended X\n permit ip any any\n",
                "iptables-save", "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 192.0.2.1/32 -j ACCEPT\nCOMMIT\n",
                "ip6tables-save", "# Generated by ip6tables-save v1\n*filter\n:INPUT DROP [0:0]\nCOMMIT\n",
                "nftables (the JSON of nft -j list ruleset)", "{\"nftables\": []}");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = Files.writeString(folder.resolve("list"), text.getValue());
            CommandRun run = CommandRun.of("rules", "import", file.toString(), "-o", policy.toString());
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().startsWith("note: " + file + " is read as " + text.getKey() + ", by the look of it"), run.err());
        }
        Path other = Files.writeString(folder.resolve("list"), "table inet filter {\n}\n");
        CommandRun run = CommandRun.of("rules", "import", other.toString(), "-o", policy.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("nft -j list ruleset") && run.err().contains("--from: ios, iptables, ip6tables, nft"), run.err());
    }
}
