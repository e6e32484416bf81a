package org.hopwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.emf.ecore.util.EcoreUtil;
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

    @Test
    void listsThatAreBoundToNothingAreComparedByName() throws PolicyCompileException {
        Policy before = Rules.policy("permit tcp any any eq 80");
        before.getChains().add(Rules.chain("d", "permit udp any any eq 53"));
        Policy after = Rules.policy("permit tcp any any eq 80");
        after.getChains().add(Rules.chain("d", "permit udp any any eq 54"));
        assertEquals(List.of("d"), PolicyDiff.of(before, after).changes().stream().map(PolicyDiff.Change::chain).distinct()
                .toList());
        after.getChains().get(1).setName("e");
        PolicyCompileException failure = assertThrows(PolicyCompileException.class, () -> PolicyDiff.of(before, after));
        assertTrue(failure.getMessage().contains("chain d"), failure.getMessage());
    }

    /** Each rate has a bucket of its own: what is the same text in both is taken for the same. */
    @Test
    void rateIsTheSameWhereItsRuleIs() throws PolicyCompileException {
        Policy before = Rules.policy("permit icmp any any type 8", "permit tcp any any eq 80");
        before.getChains().get(0).getRules().get(0).getMatch().setRate(Rules.MODEL.createRateLimit());
        assertTrue(PolicyDiff.of(before, EcoreUtil.copy(before)).isEqual());
        Policy after = EcoreUtil.copy(before);
        after.getChains().get(0).getRules().get(0).getMatch().setRate(null);
        PolicyDiff diff = PolicyDiff.of(before, after);
        assertEquals(List.of("while a rate is exceeded"), diff.changes().get(0).witness().provided());
    }

    @Test
    void aSearchThatIsNoLongerWantedEnds() throws PolicyCompileException {
        Policy before = Rules.policy("permit tcp 10.0.0.0 0.255.255.255 any eq 443", "deny ip any any");
        Policy after = Rules.policy("permit tcp 10.0.0.0 0.127.255.255 any eq 443", "deny ip any any");
        AtomicInteger asked = new AtomicInteger();
        assertFalse(PolicyDiff.of(before, after, () -> asked.incrementAndGet() < 0).isEqual());
        for (int stop = 1; stop <= asked.get(); stop++) {
            AtomicInteger left = new AtomicInteger(stop);
            assertThrows(CancellationException.class, () -> PolicyDiff.of(before, after, () -> left.decrementAndGet() == 0));
        }
    }

    /** A condition on a port, even one that all ports meet, does not hold for a segment that is cut short. */
    @Test
    void conditionThatAllPortsMeetIsNotNoCondition() throws PolicyCompileException {
        PolicyDiff diff = PolicyDiff.of(Rules.policy("permit udp any any range 0 65535"), Rules.policy("permit udp any any"));
        assertEquals("version IPv4, protocol udp cut short", diff.changes().get(0).packets().toString());
        assertEquals(2, diff.changes().size(), "one for each IP version: " + diff.changes());
    }
}
