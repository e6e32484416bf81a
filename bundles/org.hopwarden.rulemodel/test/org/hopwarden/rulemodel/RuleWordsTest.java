package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    private static Service service(int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        return service;
    }

    private static PortCondition ports(PortOperator operator, String ports) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        condition.setPorts(NumberSet.parse(ports));
        return condition;
    }

    private static AddressTerm prefix(String text) {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.parse(text));
        return prefix;
    }

    @Test
    void saysWhatARuleDoes() {
        Rule rule = rule(MODEL.createAllow());
        assertEquals("Allows all IP traffic from anywhere to anywhere", RuleWords.of(rule));
        Service service = service(1);
        rule.getMatch().getService().add(service);
        service.setIcmpType(3);
        service.setIcmpCode(4);
        assertEquals("Allows ICMP packet-too-big (type 3 code 4) from anywhere to anywhere", RuleWords.of(rule));
        service.setIcmpType(200);
        service.setIcmpCode(null);
        rule.setLog(LogMode.LOG_INPUT);
        assertEquals("Allows ICMP type 200 from anywhere to anywhere; logs it with the interface it came in by", RuleWords.of(rule));
        service.setIcmpType(null);
        rule.setLog(LogMode.LOG);
        rule.setAction(MODEL.createDeny());
        rule.getMatch().setFragments(true);
        assertEquals("Denies later fragments of ICMP from anywhere to anywhere; logs it", RuleWords.of(rule));
    }

    @Test
    void saysPortsFlagsAndAddresses() {
        Rule rule = rule(MODEL.createAllow());
        Service service = service(6);
        rule.getMatch().getService().add(service);
        service.setSourcePort(ports(PortOperator.GT, "1023"));
        service.setDestinationPort(ports(PortOperator.EQ, "80,8000-8080"));
        service.setEstablished(true);
        rule.getMatch().getSource().addAll(List.of(prefix("192.0.2.1/32"), prefix("2001:db8::/32")));
        assertEquals("Allows TCP with ACK or RST set from 192.0.2.1 or 2001:db8::/32, source ports above 1023, to anywhere, "
                + "destination ports 80 (www), 8000 to 8080", RuleWords.of(rule));
        service.setEstablished(false);
        service.setTcpFlags(TcpFlagTest.parse("SYN,ACK=SYN"));
        service.setSourcePort(null);
        service.setDestinationPort(ports(PortOperator.NEQ, "22"));
        rule.getMatch().getSource().clear();
        rule.getMatch().setIpVersion(IpFamily.V6);
        assertEquals("Allows TCP with SYN set and ACK clear from anywhere to anywhere, destination any port but 22, IPv6 alone",
                RuleWords.of(rule));
    }

    @Test
    void saysWhatIosCannotSay() {
        Policy policy = PolicyFilesTest.everything();
        Chain chain = policy.getChains().get(0);
        assertEquals("Allows “web” from “servers” to anywhere; logs it with the interface it came in by", RuleWords.of(chain.getRules().get(0)));
        assertEquals("Rejects ICMPv6 type 128 code 0 from anywhere to 2001:db8::/32, IPv6 alone; its sender gets a TCP reset, or where "
                + "it is not TCP a port unreachable", RuleWords.of(chain.getRules().get(1)).replace("Not enabled, so it matches nothing: ", ""));
        Rule rule = rule(MODEL.createDeny());
        rule.getMatch().getService().addAll(List.of(service(47), service(17)));
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setAddress(IpAddress.parse("10.0.0.1"));
        wildcard.setWildcard(IpAddress.parse("0.255.0.254"));
        rule.getMatch().getDestination().add(wildcard);
        rule.setEnabled(false);
        assertEquals("Not enabled, so it matches nothing: Denies IP protocol 47 (gre) or UDP from anywhere to 10.0.0.1 with any bits "
                + "where 0.255.0.254 has ones", RuleWords.of(rule));
        assertEquals("? ?", RuleWords.of(MODEL.createRule()));
    }

    @Test
    void notesFragmentsThatNeverArrive() {
        Rule fragments = rule(MODEL.createDeny());
        fragments.getMatch().setFragments(true);
        fragments.getMatch().getService().add(service(1));
        fragments.getMatch().getSource().add(prefix("192.0.2.0/25"));
        Rule echo = rule(MODEL.createAllow());
        Service type = service(1);
        type.setIcmpType(8);
        echo.getMatch().getService().add(type);
        assertEquals(1, RuleNotes.ofLast(List.of(echo, fragments)).size());
        assertEquals(List.of(), RuleNotes.ofLast(List.of(fragments, echo)));
        echo.setEnabled(false);
        assertEquals(List.of(), RuleNotes.ofLast(List.of(echo, fragments)), "what is not enabled decides nothing");
        echo.setEnabled(true);
        echo.setAction(MODEL.createDeny());
        assertEquals(List.of(), RuleNotes.ofLast(List.of(echo, fragments)), "what denies by a type lets fragments go on");
        echo.getMatch().getService().add(service(1));
        assertEquals(1, RuleNotes.ofLast(List.of(echo, fragments)).size(), "one service of several decides them");
        echo.getMatch().getSource().addAll(List.of(prefix("198.51.100.0/24"), prefix("192.0.2.0/24")));
        assertEquals(1, RuleNotes.ofLast(List.of(echo, fragments)).size());
        echo.getMatch().getSource().remove(1);
        assertEquals(List.of(), RuleNotes.ofLast(List.of(echo, fragments)));
        echo.getMatch().getSource().clear();
        echo.getMatch().setIpVersion(IpFamily.V6);
        assertEquals(List.of(), RuleNotes.ofLast(List.of(echo, fragments)));
    }
}
