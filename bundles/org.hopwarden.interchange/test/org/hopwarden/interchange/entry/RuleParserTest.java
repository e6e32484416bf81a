package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final Policy policy = MODEL.createPolicy();
    private final AddressObject servers = MODEL.createAddressObject();

    @BeforeEach
    void addObjects() throws NoRule {
        servers.setName("servers");
        servers.getTerms().addAll(TermParser.addresses("192.0.2.1, 198.51.100.0/24", policy));
        policy.getAddressObjects().add(servers);
        ServiceObject web = MODEL.createServiceObject();
        web.setName("web");
        web.getTerms().addAll(TermParser.services("tcp to eq www, tcp to eq 443", policy));
        policy.getServiceObjects().add(web);
        Chain called = MODEL.createChain();
        called.setName("c");
        policy.getChains().add(called);
        InterfaceObject inside = MODEL.createInterfaceObject();
        inside.setName("inside");
        inside.getTerms().addAll(TermParser.interfaces("eth1, vlan*", policy));
        policy.getInterfaceObjects().add(inside);
        for (String name : List.of("browser", "mail")) {
            Application application = MODEL.createApplication();
            application.setName(name);
            application.setPath("/usr/bin/" + name);
            policy.getApplications().add(application);
        }
        Schedule work = MODEL.createSchedule();
        work.setName("work");
        work.setStart(LocalDateTime.of(2026, 1, 1, 8, 0));
        policy.getSchedules().add(work);
    }

    /** What is written as RuleText writes it is read as what was meant: the text comes back. */
    @ParameterizedTest
    @ValueSource(strings = {
            "permit icmp any any echo",
            "deny ip any any log",
            "reject tcp-reset tcp any host 192.0.2.1 eq www",
            "permit ip @servers any",
            "permit tcp any gt 1023 @servers eq www 443 established",
            "permit tcp {host 192.0.2.1, 198.51.100.0 0.0.0.255} any eq 8080 log-input",
            "permit udp 2001:db8::/32 host 2001:db8::1 eq domain",
            "deny tcp 192.0.2.1-192.0.2.9 range 1024 65535 {@servers, host 203.0.113.7} neq 22",
            "permit @web any @servers",
            "permit {@web, udp to eq domain, icmp echo, tcp from gt 1023, tcp from eq ftp-data to gt 1023} any any",
            "permit ip 10.0.0.1 0.255.255.0 any",
            "reject net-unreachable @web @servers any log",
            "permit ip any any ipv6 fragments",
            "permit tcp any @servers eq www ipv4",
            "permit not tcp any not @servers ipv4 fragments",
            "permit icmp any any not echo in not {eth0, ppp*} out @inside ttl 1-5,255 dscp 46 length 0-128 log",
            "deny tcp any any eq www not flags SYN,ACK=SYN state new,established mark !0x10/0xff within 3/hour burst 5 per source",
            "limit 20/second burst 40 icmpv6 any any 128 0 over 3/minute burst 3",
            "call c tcp any any syn",
            "goto c ip any any",
            "log \"seen: \" group 5 udp any gt 1023 any eq domain",
            "return {tcp flags SYN,ACK=SYN, icmp not echo} not 192.0.2.1-192.0.2.9 name www.example",
            "ask ip any any application @browser, @mail time-range work",
            "count ospf any any",
    })
    void aTextComesBack(String text) throws NoRule {
        Rule rule = RuleParser.parse(text, policy);
        assertEquals(text, RuleText.of(rule));
        Chain chain = MODEL.createChain();
        chain.setName("judge");
        chain.setIpVersion(IpFamily.ANY);
        chain.getRules().add(rule);
        policy.getChains().add(chain);
        assertEquals(List.of(), PolicyProblems.of(policy));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "permit ip @printers any | There is no address object @printers; there are @servers.",
            "permit @dns any any | There is no service object @dns; there are @web.",
            "permit ip {host 192.0.2.1, any | A brace is not closed",
            "permit ip {host 192.0.2.1,} any | An address is missing",
            "permit ip 192.0.2.9-192.0.2.1 any | the lower first",
            "permit ip 192.0.2.1/24 any | bits set behind its length",
            "permit ip host any | ''",
            "permit {tcp to eq nothing} any any | nothing",
            "permit @web any | A rule has an action, a protocol, a source and a destination",
            "permit icmp any any ecco | Column 21",
            "permit icmp any any ecco in eth0 | did you mean 'echo'",
            "call d ip any any | 'd' is no chain of the policy",
            "permit ip any any state nwe | did you mean 'new'",
            "permit ip any any within 3 | is no rate",
            "permit ip any any time-range night | There is no schedule",
            "permit ip any any in | An interface is missing behind 'in'.",
            "permit tcp any any eq wwww in eth0 | did you mean 'www'",
            "permit ip any any eq 80 in eth0 | Ports want a protocol",
            "permit ip any any option any-options | This is not understood: 'option': conditions on IP options are not modelled.",
            "allow ip any any | begins with permit",
            "'' | begins with permit",
    })
    void whatIsNoRuleIsRefusedWithTheReason(String text, String reason) {
        NoRule refused = assertThrows(NoRule.class, () -> RuleParser.parse(text, policy));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aNameStandsForThePolicysOwnObject() throws NoRule {
        Rule rule = RuleParser.parse("permit ip @servers any", policy);
        assertEquals(servers, ((AddressUse) rule.getMatch().getSource().getFirst()).getObject());
    }

    @Test
    void damagedRulesAreReadOrRefused() {
        boolean full = Boolean.getBoolean("hopwarden.full");
        long seed = full ? System.nanoTime() : 29;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> starts = List.of("permit tcp {host 192.0.2.1, 198.51.100.0 0.0.0.255} any eq 8080 log-input",
                "reject net-unreachable @web @servers any log", "call c tcp any any syn", "permit not tcp any not @servers ipv4 fragments",
                "permit icmp any any not echo in not {eth0, ppp*} out @inside ttl 1-5,255 dscp 46 length 0-128 log",
                "deny tcp any any eq www not flags SYN,ACK=SYN state new,established mark !0x10/0xff within 3/hour burst 5 per source",
                "log \"seen: \" group 5 udp any gt 1023 any eq domain", "ask ip any any application @browser, @mail time-range work",
                "return {tcp flags SYN,ACK=SYN, icmp not echo} not 192.0.2.1-192.0.2.9 name www.example");
        int rounds = full ? 1_000_000 : 10_000;
        int read = 0;
        for (int n = 0; n < rounds; n++) {
            StringBuilder words = new StringBuilder(starts.get(random.nextInt(starts.size())));
            for (int times = random.nextInt(3); times >= 0 && words.length() > 1; times--) {
                int at = random.nextInt(words.length());
                switch (random.nextInt(4)) {
                    case 0 -> words.setCharAt(at, (char) random.nextInt(0x10000));
                    case 1 -> words.insert(at, " {}@,-/:".charAt(random.nextInt(8)));
                    case 2 -> words.setLength(at);
                    default -> words.delete(at, Math.min(words.length(), at + 1 + random.nextInt(8)));
                }
            }
            try {
                Rule rule = RuleParser.parse(words.toString(), policy);
                RuleText.of(rule);
                read++;
            } catch (NoRule e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), () -> "seed " + seed + ": " + words);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + words, e);
            }
        }
        assertTrue(read > rounds / 50, "some damaged rules are still rules: " + read);
    }

    @Test
    void aRuleOfTenMegabytesIsRefused() {
        for (String text : List.of("x".repeat(10 << 20), "permit ip any any" + " log".repeat(1 << 20),
                "permit ip {" + "10.0.0.1, ".repeat(1 << 20) + "10.0.0.1} any", "permit " + "{".repeat(1 << 20), "permit ip not ".repeat(1 << 18))) {
            try {
                RuleParser.parse(text, policy);
            } catch (NoRule e) {
                assertTrue(e.getMessage().length() < 1_000, () -> e.getMessage().substring(0, 1_000));
            }
        }
    }
}
