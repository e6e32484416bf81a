package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTextTest {

    private final Policy policy = policy();

    private static Policy policy() {
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        InterfaceObject zone = RulemodelFactory.eINSTANCE.createInterfaceObject();
        zone.setName("dmz");
        policy.getInterfaceObjects().add(zone);
        return policy;
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "in", "out", "forward", "in on eth0", "out on {ppp*, eth1}", "forward from eth0 to @dmz",
            "in on eth0; out on eth0; forward to {eth1, @dmz}", "in on eth0 to eth1" })
    void whatIsShownCanBeRead(String text) throws NoRule {
        assertEquals(text, BindingText.of(BindingText.read(text, policy)));
    }

    @Test
    void sidesAreThoseOfTheDirection() throws NoRule {
        List<Binding> bindings = BindingText.read("IN on eth0 ; out on eth1, eth2;forward from eth0, @dmz to eth1", policy);
        assertEquals(List.of(Hook.IN, Hook.OUT, Hook.FORWARD), bindings.stream().map(Binding::getHook).toList());
        assertEquals(1, bindings.get(0).getInInterface().size());
        assertEquals(0, bindings.get(0).getOutInterface().size());
        assertEquals(2, bindings.get(1).getOutInterface().size());
        InterfaceUse use = (InterfaceUse) bindings.get(2).getInInterface().get(1);
        assertEquals(policy.getInterfaceObjects().getFirst(), use.getObject());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "inn on eth0       | did you mean 'in'",
            "in eth0           | 'eth0' does not belong here",
            "in on             | An interface is missing behind 'on'",
            "forward on eth0   | What is forwarded has two interfaces",
            "in on @inside     | There is no interface object @inside; there are @dmz.",
            "in on eth0 on eth1 | 'on' is said twice",
            "in;               | missing between semicolons",
    })
    void whatIsWrongIsTold(String text, String message) {
        NoRule wrong = assertThrows(NoRule.class, () -> BindingText.read(text, policy));
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }
}
