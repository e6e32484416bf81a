package org.hopwarden.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.junit.jupiter.api.Test;

/** What a policy that was not imported becomes in IOS, and what it loses. */
class IosExportTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final PolicyExporter EXPORTER = Interchange.exporter("ios").orElseThrow();

    private final Policy policy = MODEL.createPolicy();
    private final Chain chain = MODEL.createChain();
    private final Rule rule = MODEL.createRule();
    private final Service service = MODEL.createService();

    IosExportTest() {
        policy.getChains().add(chain);
        chain.setName("100");
        chain.setIpVersion(IpFamily.V4);
        chain.getRules().add(rule);
        rule.setAction(MODEL.createAllow());
        rule.setMatch(MODEL.createMatch());
        service.setProtocol(IpProtocol.TCP);
        rule.getMatch().getService().add(service);
    }

    @Test
    void severalTermsBecomeSeveralEntries() {
        AddressObject servers = MODEL.createAddressObject();
        servers.setName("servers");
        servers.getTerms().add(prefix("192.0.2.0/24"));
        servers.getTerms().add(prefix("2001:db8::/32"));
        AddressRange range = MODEL.createAddressRange();
        range.setFirst(IpAddress.parse("10.0.0.1"));
        range.setLast(IpAddress.parse("10.0.0.6"));
        servers.getTerms().add(range);
        policy.getAddressObjects().add(servers);
        AddressUse use = MODEL.createAddressUse();
        use.setObject(servers);
        rule.getMatch().getSource().add(use);
        service.setDestinationPort(ports(PortOperator.EQ, "80,8000-8010"));
        exports("""
                access-list 100 permit tcp 192.0.2.0 0.0.0.255 any eq www
                access-list 100 permit tcp 192.0.2.0 0.0.0.255 any range 8000 8010
                access-list 100 permit tcp host 10.0.0.1 any eq www
                access-list 100 permit tcp host 10.0.0.1 any range 8000 8010
                access-list 100 permit tcp 10.0.0.2 0.0.0.1 any eq www
                access-list 100 permit tcp 10.0.0.2 0.0.0.1 any range 8000 8010
                access-list 100 permit tcp 10.0.0.4 0.0.0.1 any eq www
                access-list 100 permit tcp 10.0.0.4 0.0.0.1 any range 8000 8010
                access-list 100 permit tcp host 10.0.0.6 any eq www
                access-list 100 permit tcp host 10.0.0.6 any range 8000 8010
                """, "10 entries");
    }

    @Test
    void morePortsThanIosTakesGoIntoFurtherEntries() {
        service.setDestinationPort(ports(PortOperator.EQ, "1,2,3,4,5,6,8,10,11,12,14,15"));
        exports("""
                access-list 100 permit tcp any any eq 1 2 3 4 5 6 8 10 11 12
                access-list 100 permit tcp any any eq 14 15
                """, "2 entries");
    }

    @Test
    void lossesAreTold() {
        rule.setAction(MODEL.createReject());
        exports("access-list 100 deny tcp any any\n", "reject with port-unreachable");
        rule.setAction(MODEL.createDeny());
        rule.setEnabled(false);
        exports("access-list 100 remark (not enabled) deny tcp any any\naccess-list 100 deny ip any any\n", "not enabled");
        rule.setEnabled(true);
        chain.setEnd(ChainEnd.ALLOW);
        exports("access-list 100 deny tcp any any\naccess-list 100 permit ip any any\n", "implicit end");
        chain.setEnd(ChainEnd.POLICY);
        exports("access-list 100 deny tcp any any\n", "policy's default");
        chain.setEnd(ChainEnd.DENY);
        chain.setIpVersion(IpFamily.ANY);
        exports("access-list 100 deny tcp any any\n", "IPv4 part");
        chain.setIpVersion(IpFamily.V4);
        chain.setName("north border");
        exports("ip access-list extended north_border\n deny tcp any any\n", "becomes list north_border");
        chain.setName("100");
        rule.getMatch().getSource().add(prefix("2001:db8::/32"));
        exports("access-list 100 deny ip any any\n", "no IPv4 packet");
        rule.getMatch().getSource().clear();
        rule.getRemarks().add("two\nlines");
        exports("access-list 100 remark two lines\naccess-list 100 deny tcp any any\n", "several lines");
    }

    @Test
    void whatIosCannotSayBecomesARemark() {
        unsayable(s -> s.setDestinationPort(ports(PortOperator.NEQ, "80-90")), "neq");
        unsayable(s -> s.setProtocol(0), "protocol 0");
        unsayable(s -> {
            s.setProtocol(IpProtocol.UDP_LITE);
            s.setSourcePort(ports(PortOperator.EQ, "1"));
        }, "udplite");
        unsayable(s -> {
            s.setProtocol(null);
            s.setSourcePort(ports(PortOperator.EQ, "1"));
        }, "without a protocol");
        unsayable(s -> s.setTcpFlags(new TcpFlagTest(TcpFlags.ECE, 0)), "ECE");
        unsayable(s -> {
            s.setProtocol(IpProtocol.ICMP);
            s.setIcmpType(8);
            s.setIcmpNegated(true);
        }, "negated");
        service.setProtocol(IpProtocol.TCP);
        rule.getMatch().getService().set(0, service);
        unsayable(m -> m.getStates().add(ConnectionState.NEW), m -> m.getStates().clear(), "state");
        unsayable(m -> m.setMark(MarkTest.parse("0x1/0xff")), m -> m.setMark(null), "mark");
        unsayable(m -> m.setLength(NumberSet.of(40)), m -> m.setLength(null), "length");
        unsayable(m -> m.setRate(MODEL.createRateLimit()), m -> m.setRate(null), "rate");
        unsayable(m -> m.getInInterface().add(interfaceName("eth0")), m -> m.getInInterface().clear(), "interfaces");
        unsayable(m -> m.setServiceNegated(true), m -> m.setServiceNegated(false), "negated");
        for (Action action : List.of(MODEL.createCount(), MODEL.createLog(), MODEL.createReturn())) {
            rule.setAction(action);
            unsayable(m -> { }, m -> { }, "IOS has no");
        }
    }

    /** One rule about pings of both versions is an entry of each list. */
    @Test
    void messagesStandInTheListOfTheirVersion() throws Exception {
        Policy both = MODEL.createPolicy();
        both.setName("p");
        Chain chain = MODEL.createChain();
        chain.setName("x");
        chain.getRules().add(RuleParser.parse("permit {icmp echo, icmpv6 128} any any", both));
        chain.getRules().add(RuleParser.parse("deny icmpv6 any any 137", both));
        both.getChains().add(chain);
        ExportResult result = EXPORTER.write(both, ExportOptions.ALL);
        assertEquals("ip access-list extended x\n permit icmp any any echo\nipv6 access-list x-v6\n permit icmp any any echo-request\n"
                + " deny icmp any any redirect\n deny ipv6 any any\n", result.text());
        assertEquals(1, result.losses().stream().filter(loss -> loss.contains("messages of ICMPv6 in 1 rule are left out")).count(),
                result.losses()::toString);
        chain.setFragmentReading(FragmentReading.UNMATCHED);
        assertTrue(EXPORTER.write(both, ExportOptions.ALL).losses().stream().noneMatch(loss -> loss.contains("messages of")));
    }

    @Test
    void whatIosSaysOtherwiseIsWrittenSo() {
        service.setTcpFlags(new TcpFlagTest(TcpFlags.SYN | TcpFlags.ACK, TcpFlags.SYN));
        exactly("ip access-list extended 100\n permit tcp any any match-all -ack +syn\n");
        service.setTcpFlagsNegated(true);
        exactly("ip access-list extended 100\n permit tcp any any match-any +ack -syn\n");
        service.setTcpFlags(null);
        service.setTcpFlagsNegated(false);
        rule.getMatch().setDscp(NumberSet.parse("40-47"));
        exactly("access-list 100 permit tcp any any precedence critical\n");
        rule.getMatch().setDscp(NumberSet.parse("46"));
        rule.getMatch().setTtl(NumberSet.parse("0-9,11-255"));
        exactly("access-list 100 permit tcp any any dscp ef ttl neq 10\n");
        rule.getMatch().setTtl(null);
        rule.getMatch().setDscp(null);
        rule.getMatch().getSource().add(prefix("128.0.0.0/1"));
        rule.getMatch().setSourceNegated(true);
        exactly("access-list 100 permit tcp 0.0.0.0 127.255.255.255 any\n");
        rule.getMatch().getSource().clear();
        rule.getMatch().setSourceNegated(false);
        AddressObject servers = MODEL.createAddressObject();
        servers.setName("servers");
        servers.getTerms().add(prefix("192.0.2.0/24"));
        policy.getAddressObjects().add(servers);
        AddressUse use = MODEL.createAddressUse();
        use.setObject(servers);
        rule.getMatch().getDestination().add(use);
        exactly("""
                object-group network servers
                 192.0.2.0 255.255.255.0
                access-list 100 permit tcp any object-group servers
                """);
        rule.getMatch().getDestination().clear();
        chain.setName("border");
        exactly("ip access-list extended border\n permit tcp any any\n");
        rule.getMatch().getStates().add(ConnectionState.ESTABLISHED);
        exports("ip access-list extended border\n permit tcp any any established\n", "TCP flags alone");
        rule.getMatch().getStates().clear();
        rule.setAction(MODEL.createAsk());
        exports("ip access-list extended border\n deny tcp any any\n", "asks nobody");
    }

    @Test
    void aChainOfBothVersionsBecomesTwoLists() {
        chain.setName("border");
        chain.setIpVersion(IpFamily.ANY);
        rule.getMatch().getSource().add(prefix("192.0.2.0/24"));
        Rule second = MODEL.createRule();
        second.setAction(MODEL.createAllow());
        second.setMatch(MODEL.createMatch());
        second.getMatch().setIpVersion(IpFamily.V6);
        second.getMatch().getDestination().add(prefix("2001:db8::/32"));
        chain.getRules().add(second);
        ExportResult result = write(false);
        assertEquals("""
                ip access-list extended border
                 permit tcp 192.0.2.0 0.0.0.255 any
                ipv6 access-list border-v6
                 permit ipv6 any 2001:DB8::/32
                 deny ipv6 any any
                """, result.text());
        assertTrue(result.losses().toString().contains("becomes two lists"), result.losses()::toString);
    }

    @Test
    void sequenceNumbersThatDoNotRiseAreGivenAnew() {
        rule.setNumber(20);
        exactly("ip access-list extended 100\n 20 permit tcp any any\n");
        Rule second = MODEL.createRule();
        second.setAction(MODEL.createDeny());
        second.setMatch(MODEL.createMatch());
        chain.getRules().add(second);
        exactly("ip access-list extended 100\n 20 permit tcp any any\n deny ip any any\n");
        chain.getRules().move(0, 1);
        exactly("ip access-list extended 100\n deny ip any any\n 20 permit tcp any any\n");
        second.setNumber(30);
        exports("ip access-list extended 100\n 10 deny ip any any\n 20 permit tcp any any\n", "given anew");
    }

    @Test
    void bindingsThatIosHasAreWritten() {
        bind(Hook.FORWARD, "e10", null);
        bind(Hook.IN, "e10", null);
        bind(Hook.FORWARD, null, "e9");
        exactly("""
                access-list 100 permit tcp any any
                interface e9
                 ip access-group 100 out
                interface e10
                 ip access-group 100 in
                """);
        bind(Hook.IN, "e11", null);
        assertTrue(write(false).losses().toString().contains("binding to e11"));
        chain.getBindings().clear();
        bind(Hook.OUT, null, "e9");
        assertTrue(write(false).losses().toString().contains("binding to out"));
        chain.getBindings().clear();
        bind(Hook.FORWARD, null, "e9");
        Chain other = MODEL.createChain();
        other.setName("other");
        other.setIpVersion(IpFamily.V4);
        other.getRules().add(EcoreUtil.copy(rule));
        policy.getChains().add(other);
        other.getBindings().add(EcoreUtil.copy(chain.getBindings().get(0)));
        assertTrue(assertThrows(ExportException.class, () -> EXPORTER.write(policy, ExportOptions.ALL)).getMessage()
                .contains("for the same direction"));
    }

    private void bind(Hook hook, String in, String out) {
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        if (in != null) {
            binding.getInInterface().add(interfaceName(in));
        }
        if (out != null) {
            binding.getOutInterface().add(interfaceName(out));
        }
        chain.getBindings().add(binding);
    }

    private static InterfaceName interfaceName(String name) {
        InterfaceName term = MODEL.createInterfaceName();
        term.setPattern(name);
        return term;
    }

    private ExportResult write(boolean strict) {
        try {
            return EXPORTER.write(policy, new ExportOptions(null, strict));
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
    }

    private void exactly(String text) {
        assertEquals(text, write(true).text());
    }

    @Test
    void aProblemOrAnUnknownChainIsRefused() {
        assertTrue(assertThrows(ExportException.class, () -> EXPORTER.write(policy, new ExportOptions("7", false)))
                .getMessage().contains("no chain 7"));
        rule.getMatch().setFragments(true);
        service.setEstablished(true);
        assertTrue(assertThrows(ExportException.class, () -> EXPORTER.write(policy, ExportOptions.ALL)).getMessage()
                .contains("chain 100, rule 1"));
    }

    private void unsayable(Consumer<Service> change, String word) {
        Service fresh = MODEL.createService();
        fresh.setProtocol(IpProtocol.TCP);
        change.accept(fresh);
        rule.getMatch().getService().set(0, fresh);
        assertUnsayable(word);
    }

    private void unsayable(Consumer<Match> change, Consumer<Match> back, String word) {
        change.accept(rule.getMatch());
        assertUnsayable(word);
        back.accept(rule.getMatch());
    }

    private void assertUnsayable(String word) {
        ExportResult result = write(false);
        assertTrue(result.text().startsWith("access-list 100 remark (not written) "), result.text());
        assertTrue(result.text().endsWith("\naccess-list 100 deny ip any any\n"), result.text());
        assertEquals(1, result.losses().size(), result.losses()::toString);
        assertTrue(result.losses().get(0).contains(word), result.losses()::toString);
        assertThrows(ExportException.class, () -> EXPORTER.write(policy, new ExportOptions(null, true)));
    }

    private void exports(String text, String loss) {
        try {
            ExportResult result = EXPORTER.write(policy, ExportOptions.ALL);
            assertEquals(text, result.text());
            assertEquals(1, result.losses().size(), result.losses()::toString);
            assertTrue(result.losses().get(0).contains(loss), result.losses()::toString);
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
        ExportException strict = assertThrows(ExportException.class,
                () -> EXPORTER.write(policy, new ExportOptions(null, true)));
        assertEquals(List.of(strict.getMessage()), strict.reasons());
    }

    private static AddressPrefix prefix(String text) {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.parse(text));
        return prefix;
    }

    private static PortCondition ports(PortOperator operator, String ports) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        condition.setPorts(NumberSet.parse(ports));
        return condition;
    }
}
