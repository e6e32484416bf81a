package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    @Test
    void writesAsIosDoes() {
        Rule rule = rule(MODEL.createAllow());
        assertEquals("permit ip any any", RuleText.of(rule));
        Service service = MODEL.createService();
        service.setProtocol(1);
        service.setIcmpType(8);
        rule.getMatch().getService().add(service);
        assertEquals("permit icmp any any echo", RuleText.of(rule));
        service.setIcmpCode(0);
        assertEquals("permit icmp any any 8 0", RuleText.of(rule));
        service.setIcmpType(3);
        service.setIcmpCode(4);
        AddressPrefix source = MODEL.createAddressPrefix();
        source.setPrefix(IpPrefix.parse("192.0.2.0/25"));
        rule.getMatch().getSource().add(source);
        AddressPrefix destination = MODEL.createAddressPrefix();
        destination.setPrefix(IpPrefix.parse("198.51.100.1"));
        rule.getMatch().getDestination().add(destination);
        rule.setLog(LogMode.LOG_INPUT);
        assertEquals("permit icmp 192.0.2.0 0.0.0.127 host 198.51.100.1 packet-too-big log-input", RuleText.of(rule));
    }

    @Test
    void writesWhatIosCannotSayInTheSameManner() {
        Policy policy = PolicyFilesTest.everything();
        assertEquals("permit @web @servers any log-input", RuleText.of(policy.getChains().get(0).getRules().get(0)));
        assertEquals("reject tcp-reset icmpv6 any 2001:db8::/32 128 0 ipv6",
                RuleText.of(policy.getChains().get(0).getRules().get(1)));
        assertEquals("deny ip any any fragments", RuleText.of(policy.getChains().get(0).getRules().get(2)));
        Rule rule = policy.getChains().get(0).getRules().get(2);
        rule.getMatch().setFragments(false);
        Service web = (Service) policy.getServiceObjects().get(0).getTerms().get(0);
        rule.getMatch().getService().add(web);
        assertEquals("deny tcp any any neq www 443 8000-8080 established flags SYN,ACK=SYN", RuleText.of(rule));
        Service gre = MODEL.createService();
        gre.setProtocol(47);
        rule.getMatch().getService().add(gre);
        assertEquals("deny {tcp to neq www 443 8000-8080 established flags SYN,ACK=SYN, gre} any any", RuleText.of(rule));
        rule.getMatch().getSource().addAll(policy.getAddressObjects().get(0).getTerms());
        assertEquals("{192.0.2.0 0.0.0.255, 2001:db8::1-2001:db8::ff, 10.0.0.1 0.255.0.254}",
                RuleText.addresses(rule.getMatch().getSource()));
    }

    @Test
    void writesWhatIsNotFinished() {
        Rule rule = MODEL.createRule();
        assertEquals("? ?", RuleText.of(rule));
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getSource().add(MODEL.createAddressUse());
        rule.getMatch().getDestination().add(MODEL.createAddressPrefix());
        assertEquals("? ip @? ?", RuleText.of(rule));
    }

    @Test
    void valuesReadWhatTheyWrite() {
        for (String text : new String[] { "80", "80,443", "0-65535", "443,80,8000-8080" }) {
            assertEquals(text, NumberSet.parse(text).toString());
        }
        for (String text : new String[] { "", "80,", "-1", "65536", "9-8", "a", "1-2-3" }) {
            assertThrows(IllegalArgumentException.class, () -> NumberSet.parse(text), text);
        }
        for (String text : new String[] { "SYN,ACK=SYN", "FIN=-", "SYN=SYN" }) {
            assertEquals(text, TcpFlagTest.parse(text).toString());
        }
        for (String text : new String[] { "", "SYN", "=SYN", "-=-", "SYN=ACK", "NIX=-" }) {
            assertThrows(IllegalArgumentException.class, () -> TcpFlagTest.parse(text), text);
        }
        assertTrue(TcpFlagTest.set(TcpFlags.SYN).matches(TcpFlags.SYN | TcpFlags.ACK));
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }
}
