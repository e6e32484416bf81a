package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final Policy policy = RulemodelFactory.eINSTANCE.createPolicy();

    @BeforeEach
    void fill() throws NoRule {
        AddressObject servers = RulemodelFactory.eINSTANCE.createAddressObject();
        servers.setName("servers");
        policy.getAddressObjects().add(servers);
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName("101");
        chain.getRules().add(RuleParser.parse("permit tcp 192.0.2.0/24 host 198.51.100.7 eq www in eth0", policy));
        policy.getChains().add(chain);
    }

    private List<String> offered(RuleField field, String text) {
        return Completion.of(policy, field, text, text.length()).stream().map(Completion.Word::text).toList();
    }

    @Test
    void namesAddressesAndWordsOfThePlaceAreOffered() {
        assertEquals(List.of("@servers"), offered(RuleField.SOURCE, "192.0.2.1, @s"));
        assertEquals(List.of("198.51.100.7"), offered(RuleField.DESTINATION, "host 198"));
        assertEquals(List.of("echo-reply", "echo"), offered(RuleField.SERVICE, "icmp ec").subList(0, 2));
        assertTrue(offered(RuleField.SERVICE, "icmp ttl").contains("ttl-exceeded"));
        assertEquals(List.of("eth0"), offered(RuleField.INTERFACES, "in et"));
        assertEquals(List.of("established"), offered(RuleField.STATE, "new,est"));
        assertEquals(List.of("101"), offered(RuleField.ACTION, "call 10"));
        assertEquals(List.of(), offered(RuleField.REMARK, "e"));
    }

    @Test
    void aWholeLineBeginsWithAnActionAndGoesOnWithProtocols() {
        assertEquals("permit", offered(null, "per").getFirst());
        assertEquals("tcp", offered(null, "permit tc").getFirst());
        assertTrue(offered(null, "permit tcp any @").contains("@servers"));
        assertTrue(offered(null, "permit tcp any any eq ww").contains("www"));
    }

    @Test
    void theWordThatIsTypedIsTheOneReplaced() {
        assertEquals(11, Completion.wordStart("192.0.2.1, @s", 13));
        assertEquals(1, Completion.wordStart("{@s", 3));
        assertEquals(0, Completion.wordStart("per", 3));
    }
}
