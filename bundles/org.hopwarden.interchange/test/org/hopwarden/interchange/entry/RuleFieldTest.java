package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFieldTest {

    private final Policy policy = RulemodelFactory.eINSTANCE.createPolicy();

    /** What a cell shows can be typed into it, and means the same. */
    @ParameterizedTest
    @ValueSource(strings = {
            "permit tcp not host 192.0.2.1 gt 1023 {198.51.100.0 0.0.0.255, 2001:db8::/32} eq www 443 established log-input",
            "reject tcp-reset not icmp any any ipv4 fragments in not eth0 out {ppp*, eth1} ttl 1 dscp 46 length 0-128 state new,related"
                    + " mark 0x10/0xff over 3/second burst 5 per source",
            "limit 20/second burst 40 {icmp echo, udp from eq domain to gt 1023} any any log",
            "permit ip any any",
    })
    void everyCellTakesWhatItShows(String text) throws NoRule {
        Rule rule = RuleParser.parse(text, policy);
        rule.setName("first");
        rule.getRemarks().add("why");
        rule.getRemarks().add("and when");
        assertEquals(text, RuleText.of(rule));
        for (RuleField field : RuleField.values()) {
            Rule same = field.changed(rule, field.text(rule), policy);
            assertEquals(text, RuleText.of(same), field.name());
            assertEquals(field.text(rule), field.text(same));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ACTION      | reject tcp-reset            | reject tcp-reset ip any any",
            "VERSION     | ipv6                        | permit ip any any ipv6",
            "SOURCE      | not 192.0.2.0/24, 10.0.0.1  | permit ip not {192.0.2.0 0.0.0.255, host 10.0.0.1} any",
            "DESTINATION | 192.0.2.1-192.0.2.9         | permit ip any 192.0.2.1-192.0.2.9",
            "SERVICE     | tcp eq 443                  | permit tcp any any eq 443",
            "SERVICE     | not gre                     | permit not gre any any",
            "INTERFACES  | in eth0 out not ppp*        | permit ip any any in eth0 out not ppp*",
            "STATE       | new, established            | permit ip any any state new,established",
            "CONDITIONS  | fragments ttl 1             | permit ip any any fragments ttl 1",
            "LOG         | log                         | permit ip any any log",
    })
    void aCellChangesItsPartAlone(RuleField field, String typed, String whole) throws NoRule {
        Rule rule = RuleParser.parse("permit ip any any", policy);
        assertEquals(whole, RuleText.of(field.changed(rule, typed, policy)));
        assertEquals("permit ip any any", RuleText.of(rule), "the rule itself stays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ACTION      | allow       | begins with permit",
            "VERSION     | ipv5        | ipv4, ipv6, or any",
            "SOURCE      | 192.0.2.300 | '192.0.2.300' is no",
            "SERVICE     | tcp eq wwww | did you mean 'www'",
            "SERVICE     | icmp ecco   | 'ecco' is not understood",
            "INTERFACES  | eth0        | in eth0",
            "STATE       | nwe         | did you mean 'new'",
            "CONDITIONS  | in eth0     | 'in' does not belong here",
            "LOG         | loud        | log, log-input",
    })
    void whatCannotBeIsToldWithTheRemedy(RuleField field, String typed, String told) throws NoRule {
        Rule rule = RuleParser.parse("permit ip any any", policy);
        NoRule refused = assertThrows(NoRule.class, () -> field.changed(rule, typed, policy));
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }
}
