package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class RuleLinesTest {

    private final Policy policy = RulemodelFactory.eINSTANCE.createPolicy();

    @Test
    void whatIsWrittenIsReadAgain() throws NoRule {
        List<Rule> rules = RuleLines.read("""
                remark Pings
                remark both ways
                permit icmp any any echo
                disabled deny tcp any not 192.0.2.0/24 eq www in eth0
                """, policy);
        assertEquals(List.of("Pings", "both ways"), rules.get(0).getRemarks());
        assertFalse(rules.get(1).isEnabled());
        assertEquals(List.of("remark Pings", "remark both ways", "permit icmp any any echo",
                "disabled deny tcp any not 192.0.2.0 0.0.0.255 eq www in eth0"), RuleLines.write(rules));
    }

    @Test
    void linesOfAConfigurationAreRead() throws NoRule {
        List<Rule> rules = RuleLines.read("""
                ! the border
                ip access-list extended border
                 10 permit tcp any any eq www
                access-list 101 deny ip any any log
                """, policy);
        assertEquals(List.of("permit tcp any any eq www", "deny ip any any log"), rules.stream().map(RuleText::of).toList());
    }

    @Test
    void aWrongLineIsNamedAndNothingIsRead() {
        NoRule refused = assertThrows(NoRule.class, () -> RuleLines.read("permit ip any any\n\npermit icmp any any ecco\n", policy));
        assertTrue(refused.getMessage().startsWith("Line 3, "), refused.getMessage());
    }
}
