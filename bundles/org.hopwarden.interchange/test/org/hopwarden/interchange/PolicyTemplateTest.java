package org.hopwarden.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Element;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For what the policies decide see the tests of the command line, which asks them. */
class PolicyTemplateTest {

    static Stream<PolicyTemplate> templates() {
        return Interchange.templates().stream();
    }

    @Test
    void theTemplatesAreFoundInTheirOrder() {
        assertEquals(List.of("empty", "icmp-minimum", "tracert", "host", "gateway", "block-all"),
                templates().map(PolicyTemplate::id).toList());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateMakesASoundPolicyWhoseRulesCanBeTyped(PolicyTemplate template) throws NoRule {
        Policy policy = template.make("mine");
        assertEquals("mine", policy.getName());
        assertFalse(template.title().isBlank());
        assertEquals(List.of(), PolicyProblems.of(policy));
        policy.eAllContents().forEachRemaining(each -> assertTrue(!(each instanceof Element element) || element.getId() != null));
        for (Chain chain : policy.getChains()) {
            for (Rule rule : chain.getRules()) {
                assertEquals(RuleText.of(rule), RuleText.of(RuleParser.parse(RuleText.of(rule), policy)));
            }
        }
    }

    @Test
    void theIcmpMinimumIsTheListOfItsSource() throws Exception {
        Policy policy = Interchange.template("icmp-minimum").orElseThrow().make("m");
        assertEquals(List.of("deny icmp any any fragments", "permit icmp any any echo", "permit icmp any any echo-reply",
                "permit icmp any any packet-too-big", "permit icmp any any time-exceeded", "deny icmp any any", "permit ip any any"),
                policy.getChains().getFirst().getRules().stream().map(RuleText::of).toList());
        ExportResult list = Interchange.exporter("ios").orElseThrow().write(policy, ExportOptions.ALL);
        assertTrue(list.text().startsWith("access-list 2001 remark Specifically block ICMP fragments\n"), list.text());
    }
}
