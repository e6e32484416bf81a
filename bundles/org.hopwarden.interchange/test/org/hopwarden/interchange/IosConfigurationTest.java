package org.hopwarden.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hopwarden.interchange.IosRoundTripTest.read;
import static org.hopwarden.interchange.IosRoundTripTest.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole configurations: lists of every kind, what they name, and where they are bound. */
class IosConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void aWholeConfigurationIsReadAndItsListsComeBack() throws Exception {
        ImportResult result = read(resource("border1.ios"));
        Policy policy = result.policy();
        assertEquals(List.of(), PolicyProblems.of(policy));
        assertEquals(resource("border1-back.ios"), write(policy));
        assertEquals(List.of("MGMT", "BORDER-IN", "NUMBERED", "10", "101", "V6-IN"),
                policy.getChains().stream().map(Chain::getName).toList());
        assertTrue(policy.getDescription().contains("border1"), policy.getDescription());
        String notes = result.notes().toString();
        for (String said : List.of("MISSING", "11 lines are not about access lists", "2 lines of banners", "list 700 is not of IP",
                "1 line comes back with single blanks", "IOS lets pass what meets no list", "'option'")) {
            assertTrue(notes.contains(said), () -> said + " in " + notes);
        }
        assertEquals(3, policy.getOpaque().size());
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(policy, file);
        assertEquals(resource("border1-back.ios"), write(PolicyFiles.load(file)));
        assertEquals(resource("border1-back.ios"), write(read(resource("border1-back.ios")).policy()));
    }

    @Test
    void randomConfigurationsComeBackByteForByte() throws Exception {
        long seed = Long.getLong("hopwarden.seed", 7);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 5_000 : 300;
        Path file = folder.resolve("p.hwpolicy");
        for (int i = 0; i < rounds; i++) {
            String text = new RandomIosLists(new Random(seed + i)).configuration(12);
            Policy policy;
            try {
                policy = read(text).policy();
            } catch (ImportException e) {
                throw new AssertionError("seed " + (seed + i) + ": " + e.getMessage() + "\n" + text, e);
            }
            assertEquals(List.of(), PolicyProblems.of(policy), text);
            assertEquals(text, write(policy), "seed " + (seed + i));
            if (i % 10 == 0) {
                PolicyFiles.save(policy, file);
                assertEquals(text, write(PolicyFiles.load(file)), "through XMI, seed " + (seed + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "access-list 10 permit 10.0.0.1",
            "access-list 1300 deny 10.0.0.0 0.255.255.255 log",
            "access-list 99 permit any",
            "access-list 101 permit tcp any any established syn",
            "ip access-list extended 101\n 10 permit ip any any",
            "ip access-list extended 101\n permit ip any any",
            "ip access-list standard LOOSE\n remark a  b \n permit 10.0.0.1",
            "ip access-list extended a\n permit tcp any any match-any +ack +rst\n permit tcp any any match-all -ack\n permit tcp any any syn",
            "ip access-list extended a\n permit ip any any dscp af41\n permit ip any any precedence flash-override\n permit ip any any dscp 1",
            "ip access-list extended a\n permit ip any any ttl eq 1 2\n permit ip any any ttl neq 7 9\n permit ip any any ttl range 2 9",
            "ip access-list extended a\n permit ip any any tos max-throughput\n evaluate MIRROR\n permit tcp any any reflect MIRROR timeout 30",
            "ip access-list extended a\n 15 permit ip any any option any-options\n 20 permit igmp any any host-report",
            "ip access-list extended a\n dynamic x timeout 10 permit ip any any\n permit ip any any log my-tag",
            "ip access-list extended a\n permit ip any any time-range NOWHERE\n permit tcp object-group NOWHERE any",
            "ipv6 access-list a\n permit ipv6 any any routing\n permit 0 any any\n permit ahp any any\n permit hbh any any",
            "ipv6 access-list a\n permit icmp any any nd-na\n permit icmp any any nd-ns\n deny ipv6 any any log",
            "ipv6 access-list a\n permit icmp any any nd-ns",
            "ipv6 access-list a\n sequence 7 permit udp 2001:DB8::/32 gt 1023 any eq domain dscp ef log-input",
            "ip access-list extended EMPTY",
            "ipv6 access-list EMPTY\n remark nothing yet",
    })
    void aListComesBackByteForByte(String text) throws Exception {
        assertEquals(text + "\n", write(read(text + "\n").policy()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            option any-options   | IP options
            tos 4                | type of service
            tracked 1            | tracked
            reflect R            | reflexive
            quux                 | 'quux' is not known
            time-range NOWHERE   | time range NOWHERE
            """)
    void whatIsNotModelledIsKeptAsItStandsAndSaid(String option, String word) throws Exception {
        String line = "access-list 101 permit ip any any " + option;
        ImportResult result = read("access-list 101 permit ip any host 10.0.0.1\n" + line + "\n");
        Rule rule = result.policy().getChains().get(0).getRules().get(1);
        assertFalse(rule.isEnabled());
        assertEquals("permit ip any any " + option, rule.getOpaque().getText());
        assertEquals("ios", rule.getOpaque().getLanguage());
        assertEquals(2, rule.getOpaque().getLine());
        assertTrue(result.notes().stream().anyMatch(note -> note.severity() == Severity.WARNING && note.line() == 2
                && note.message().contains(word)), result.notes()::toString);
    }

    @Test
    void entriesStandInTheOrderOfTheirNumbers() throws Exception {
        ImportResult result = read("""
                ip access-list extended x
                 remark of the second
                 20 permit tcp any any
                 10 deny udp any any
                 permit icmp any any
                """);
        assertEquals("""
                ip access-list extended x
                 10 deny udp any any
                 remark of the second
                 20 permit tcp any any
                 30 permit icmp any any
                """, write(result.policy()));
        assertEquals("ip access-list extended x\n 5 deny udp any any\n 10 permit icmp any any\n 12 permit ip any any\n",
                write(read("ip access-list extended x\n permit icmp any any\n 5 deny udp any any\n 12 permit ip any any\n").policy()));
        assertTrue(result.notes().toString().contains("in the order of their numbers"), result.notes()::toString);
    }

    @Test
    void bindingsAreThoseOfTheRouter() throws Exception {
        Policy policy = read("""
                access-list 101 permit ip any any
                access-list 102 permit ip any any
                interface Serial 0/0.10 point-to-point
                 ip access-group 101 in
                 ip access-group 102 out
                """).policy();
        assertEquals("forward Serial0/0.10 -, in Serial0/0.10 -", bindings(policy.getChains().get(0)));
        assertEquals("forward - Serial0/0.10", bindings(policy.getChains().get(1)));
    }

    private static String bindings(Chain chain) {
        return chain.getBindings().stream().map(IosConfigurationTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Binding binding) {
        return binding.getHook() + " " + (binding.getInInterface().isEmpty() ? "-"
                : ((InterfaceName) binding.getInInterface().get(0)).getPattern()) + " "
                + (binding.getOutInterface().isEmpty() ? "-"
                        : ((InterfaceName) binding.getOutInterface().get(0)).getPattern());
    }

    @Test
    void theKindOfAListIsKept() throws Exception {
        Policy policy = read("access-list 10 permit any\nip access-list extended 110\n permit ip any any\n").policy();
        IosNumberedList standard = (IosNumberedList) policy.getChains().get(0).getDialect();
        assertEquals(IosListKind.STANDARD, standard.getKind());
        assertEquals(10, standard.getNumber());
        assertEquals(IosListKind.EXTENDED, ((IosNamedList) policy.getChains().get(1).getDialect()).getKind());
    }

    @Test
    void neighbourDiscoveryThatIosPermitsUnsaidIsInTheChain() throws Exception {
        Chain chain = read("ipv6 access-list a\n permit tcp any any\n").policy().getChains().get(0);
        assertEquals(List.of("permit tcp any any", "permit icmpv6 any any 136", "permit icmpv6 any any 135"),
                chain.getRules().stream().map(RuleText::of).toList());
        assertEquals("implicit in IOS", chain.getRules().get(1).getName());
        Chain whole = read("ipv6 access-list a\n permit tcp any any\n deny ipv6 any any\n").policy().getChains().get(0);
        assertEquals(2, whole.getRules().size(), "a list that decides about everything has nothing behind it");
        Chain own = read("ipv6 access-list a\n permit icmp any any nd-na\n").policy().getChains().get(0);
        assertEquals(2, own.getRules().size(), "what the list says itself is not added");
    }

    @Test
    void withoutTheImplicitRulesTheEndIsWritten() throws Exception {
        Policy policy = read("ipv6 access-list a\n permit tcp any any\n").policy();
        policy.getChains().get(0).getRules().remove(2);
        assertEquals("ipv6 access-list a\n permit tcp any any\n permit icmp any any nd-na\n deny ipv6 any any\n", write(policy));
    }

    @Test
    void anEmptyListLetsEverythingPass() throws Exception {
        ImportResult result = read("ip access-list extended x\naccess-list 101 permit ip any any\n");
        assertEquals(ChainEnd.ALLOW, result.policy().getChains().get(0).getEnd());
        assertTrue(result.notes().toString().contains("no entries"), result.notes()::toString);
    }

    @Test
    void everyIcmpv6WordComesBack() throws Exception {
        for (String word : IosWords.icmpv6Words()) {
            String text = "ipv6 access-list a\n permit icmp any any " + word + "\n deny ipv6 any any\n";
            Policy policy = read(text).policy();
            Match match = policy.getChains().get(0).getRules().get(0).getMatch();
            Service service = (Service) match.getService().get(0);
            assertEquals(IosWords.icmpv6Message(word).type(), service.getIcmpType());
            assertEquals(text, write(policy));
        }
        assertEquals(135, IosWords.icmpv6Message("nd-ns").type());
        assertNull(IosWords.icmpv6Message("unreachable").code());
        assertEquals(4, IosWords.icmpv6Message("port-unreachable").code());
    }

    @Test
    void whatATerminalLeavesIsTakenAway() throws Exception {
        String text = "border1#show running-config\r\n ip access-list extended x\r\n permit tcp any any\r\n"
                + " --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b permit udp any any\r\n"
                + "border1(config-ext-nacl)#permit icmp any any\r\nborder1(config)# access-list 101 permit ip any any\r\nborder1#\r\n";
        ImportResult result = read(text);
        assertEquals("ip access-list extended x\n permit tcp any any\n permit udp any any\n permit icmp any any\n"
                + "access-list 101 permit ip any any\n", write(result.policy()));
        assertTrue(result.notes().toString().contains("with a prompt"), result.notes()::toString);
        int column = assertThrows(ImportException.class,
                () -> read("r1(config)#access-list 101 permit ip any\n")).problems().get(0).column();
        assertEquals(41, column);
    }

    @Test
    void whatIsPastedWithoutIndentsIsRead() throws Exception {
        assertEquals("""
                time-range t
                 periodic daily 1:00 to 2:00
                ip access-list extended x
                 permit ip any any time-range t
                interface e0
                 ip access-group x in
                """, write(read("""
                time-range t
                periodic daily 01:00 to 02:00
                ip access-list extended x
                permit ip any any time-range t
                exit
                interface e0
                ip address 10.0.0.1 255.0.0.0
                ip access-group x in
                """).policy()));
    }

    @Test
    void bannersAreNotRead() throws Exception {
        for (String banner : List.of("banner motd ^C\naccess-list 150 permit nothing\n^C\n", "banner login #access-list 150 permit x#\n",
                "banner exec \u0003\naccess-list 150 permit x\n\u0003\n")) {
            Policy policy = read(banner + "access-list 101 permit ip any any\n").policy();
            assertEquals(1, policy.getChains().size(), banner);
        }
    }

    @Test
    void anOpaqueGroupIsKeptWithWhatNamesIt() throws Exception {
        String text = """
                access-list 101 permit object-group S any any
                object-group service S
                 tcp-udp eq domain
                """;
        ImportResult result = read(text);
        assertEquals(text, write(result.policy()));
        List<OpaqueText> kept = result.policy().getOpaque();
        assertEquals(1, kept.size());
        assertTrue(result.notes().toString().contains("tcp-udp"), result.notes()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "object-group network S", "object-group network S\n description none",
            "object-group service S\n tcp neq www", "object-group service S\n tcp eq www 443", "object-group security S\n x",
            "object-group network S\n group-object T", "time-range S", "time-range S\n periodic weekend 8:00 to Monday 9:00",
            "access-list 700 permit 0000.0c00.0000 0000.00ff.ffff", "ip access-list role-based S\n permit ip",
            "interface range Gi0/1 - 2\n ip access-group 101 in", "line vty 0 4\n access-class 101 in",
            "interface e0\n ip access-group common S 101 in" })
    void whatIsNotUnderstoodBesideTheListsComesBack(String text) throws Exception {
        ImportResult result = read("access-list 101 permit ip any any\n" + text + "\n");
        assertEquals("access-list 101 permit ip any any\n" + text + "\n", write(result.policy()));
        assertEquals(text, result.policy().getOpaque().get(0).getText());
        assertEquals(2, result.policy().getOpaque().get(0).getLine());
        assertTrue(result.notes().stream().anyMatch(note -> note.message().contains("kept as it stands")), result.notes()::toString);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IosConfigurationTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Newer versions number remarks, as the entry behind them or with a number of their own. */
    @ParameterizedTest
    @ValueSource(strings = { "ip access-list extended X\n 10 remark why\n 10 permit tcp any any eq www\n 20 remark end\n",
            "ip access-list standard Y\n 10 remark a\n 20 remark b\n 30 permit 192.0.2.1\n 40 deny   any\n",
            "ipv6 access-list Z\n sequence 10 remark why\n sequence 20 permit tcp any any\n",
            "ip access-list extended X\n 10 remark why\n remark without\n permit tcp any any eq www\n" })
    void remarksKeepTheirSequenceNumbers(String text) throws Exception {
        ImportResult result = IosRoundTripTest.read(text);
        assertEquals(text.replace("   any", " any"), IosRoundTripTest.write(result.policy()));
        assertTrue(result.notes().stream().noneMatch(note -> note.message().contains("comes back as")), result.notes()::toString);
    }

    @Test
    void numbersOfRemarksThatNoLongerSuitAreLeftOutAndTold() throws Exception {
        Policy policy = IosRoundTripTest.read("ip access-list extended X\n 10 remark why\n 10 permit tcp any any\n 20 deny ip any any\n")
                .policy();
        policy.getChains().get(0).getRules().get(0).setNumber(5);
        ExportResult result = Interchange.exporter("ios").orElseThrow().write(policy, ExportOptions.ALL);
        assertEquals("ip access-list extended X\n remark why\n 5 permit tcp any any\n 20 deny ip any any\n", result.text());
        assertTrue(result.losses().toString().contains("sequence numbers of its remarks"), result.losses()::toString);
        policy.getChains().get(0).getRules().get(0).getRemarks().add("more");
        policy.getChains().get(0).getRules().get(0).setNumber(10);
        assertTrue(Interchange.exporter("ios").orElseThrow().write(policy, ExportOptions.ALL).text().contains(" remark why\n remark more\n 10 "));
    }
}
