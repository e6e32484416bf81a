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
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
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
        exports("access-list 100 remark (not enabled) deny tcp any any\n", "not enabled");
        rule.setEnabled(true);
        chain.setEnd(ChainEnd.ALLOW);
        exports("access-list 100 deny tcp any any\naccess-list 100 permit ip any any\n", "implicit end");
        chain.setEnd(ChainEnd.POLICY);
        exports("access-list 100 deny tcp any any\n", "policy's default");
        chain.setEnd(ChainEnd.DENY);
        chain.setIpVersion(IpFamily.ANY);
        exports("access-list 100 deny tcp any any\n", "IPv4 part");
        chain.setIpVersion(IpFamily.V4);
        chain.setName("border");
        exports("access-list 100 deny tcp any any\n", "becomes list 100");
        chain.setName("100");
        rule.getMatch().getSource().add(prefix("2001:db8::/32"));
        exports("", "no IPv4 packet");
        rule.getMatch().getSource().clear();
        rule.getRemarks().add("two\nlines");
        exports("access-list 100 remark two lines\naccess-list 100 deny tcp any any\n", "several lines");
    }

    @Test
    void whatIosCannotSayIsRefused() {
        refused(s -> s.setTcpFlags(new TcpFlagTest(TcpFlags.SYN | TcpFlags.ACK, TcpFlags.SYN)), "TCP flags");
        refused(s -> s.setDestinationPort(ports(PortOperator.NEQ, "80-90")), "neq");
        refused(s -> s.setProtocol(0), "protocol 0");
        refused(s -> {
            s.setProtocol(IpProtocol.UDP_LITE);
            s.setSourcePort(ports(PortOperator.EQ, "1"));
        }, "udplite");
        refused(s -> {
            s.setProtocol(null);
            s.setSourcePort(ports(PortOperator.EQ, "1"));
        }, "without a protocol");
        refused(s -> {
            s.setProtocol(IpProtocol.ICMPV6);
            s.setIcmpType(128);
        }, "ICMPv6");
        chain.setIpVersion(IpFamily.V6);
        refused(s -> s.setProtocol(IpProtocol.TCP), "IPv6 alone");
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

    private void refused(Consumer<Service> change, String word) {
        Service fresh = MODEL.createService();
        fresh.setProtocol(IpProtocol.TCP);
        change.accept(fresh);
        rule.getMatch().getService().set(0, fresh);
        ExportException e = assertThrows(ExportException.class, () -> EXPORTER.write(policy, ExportOptions.ALL));
        assertTrue(e.getMessage().contains(word), e.getMessage());
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
