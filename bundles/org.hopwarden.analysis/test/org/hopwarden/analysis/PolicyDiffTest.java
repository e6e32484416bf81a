package org.hopwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** Policies written in different ways, and what differs between them. */
class PolicyDiffTest {

    @Test
    void sameMeaningIsEqualHoweverItIsWritten() throws PolicyCompileException {
        Policy ports = Rules.policy("permit tcp any any range 80 83", "deny ip any any");
        Policy single = Rules.policy("permit tcp any any eq 81", "permit tcp any any eq 80",
                "permit tcp any any range 82 83");
        assertEquals(List.of(), PolicyDiff.of(ports, single).changes());
        Policy halves = Rules.policy("permit ip 10.0.0.0 0.127.255.255 any", "permit ip 10.128.0.0 0.127.255.255 any");
        assertTrue(PolicyDiff.of(halves, Rules.policy("permit ip 10.0.0.0 0.255.255.255 any")).isEqual());
        Policy odd = Rules.policy("permit ip 10.0.0.1 0.0.0.254 any", "permit ip 10.0.0.0 0.0.0.254 any");
        assertTrue(PolicyDiff.of(odd, Rules.policy("permit ip 10.0.0.0 0.0.0.255 any")).isEqual());
    }

    @Test
    void changeIsOneBoxWithItsMostUsualPacket() throws PolicyCompileException {
        Policy before = Rules.policy("permit tcp 10.0.0.0 0.255.255.255 any eq 443", "deny ip any any");
        Policy after = Rules.policy("permit tcp 10.0.0.0 0.127.255.255 any eq 443", "deny ip any any");
        PolicyDiff diff = PolicyDiff.of(before, after);
        assertTrue(diff.isComplete());
        assertEquals(2, diff.changes().size(), "whole packets, and later fragments: " + diff.changes());
        PolicyDiff.Change change = diff.changes().get(0);
        assertEquals("allow", change.from());
        assertEquals("deny", change.to());
        assertEquals("version IPv4, source 10.128.0.0/9, protocol tcp, destination port 443", change.packets().toString());
        assertEquals("10.128.0.1 > 198.51.100.7 tcp 40000 > 443, ttl 64, 40 bytes", change.witness().packet().toString());
        assertEquals("version IPv4, fragment not the first, source 10.128.0.0/9, protocol tcp",
                diff.changes().get(1).packets().toString());
    }

    /** A condition on a port, even one that all ports meet, does not hold for a segment that is cut short. */
    @Test
    void conditionThatAllPortsMeetIsNotNoCondition() throws PolicyCompileException {
        PolicyDiff diff = PolicyDiff.of(Rules.policy("permit udp any any range 0 65535"), Rules.policy("permit udp any any"));
        assertEquals("version IPv4, protocol udp cut short", diff.changes().get(0).packets().toString());
        assertEquals(2, diff.changes().size(), "one for each IP version: " + diff.changes());
    }
}
