package org.hopwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

/** Spaces are sets, and the packets that they name are in them. */
class PacketSpaceTest {

    private static final Policy POLICY = Rules.policy("permit tcp 10.0.0.0/9 any eq 80", "permit tcp 10.128.0.0/9 any eq 80",
            "permit tcp 10.0.0.0/8 any eq 80", "deny udp any any", "permit ip any 2001:db8::/32");

    private final PacketSpaces spaces = spaces();

    private static PacketSpaces spaces() {
        try {
            return PacketSpaces.of(POLICY);
        } catch (PolicyCompileException e) {
            throw new AssertionError("the policy is sound", e);
        }
    }

    private PacketSpace rule(int number) {
        return spaces.matching(rules().get(number - 1));
    }

    private static List<Rule> rules() {
        return POLICY.getChains().get(0).getRules();
    }

    @Test
    void halvesAreTheWhole() {
        PacketSpace halves = rule(1).union(rule(2));
        assertTrue(halves.isSame(rule(3)));
        assertTrue(rule(1).intersection(rule(2)).isEmpty());
        assertTrue(rule(3).minus(rule(1)).isSame(rule(2)));
        assertFalse(rule(3).isSame(rule(1)));
        assertTrue(rule(3).covers(rule(1)) && !rule(1).covers(rule(3)));
        assertEquals(List.of("version IPv4, source 10.0.0.0/8, protocol tcp, destination port 80",
                "version IPv4, fragment not the first, source 10.0.0.0/8, protocol tcp"),
                halves.boxes().stream().map(PacketBox::toString).toList());
    }

    @Test
    void everyPacketHasOneVerdict() {
        PacketSpace allowed = spaces.decided(POLICY, Kind.ALLOW);
        PacketSpace denied = spaces.decided(POLICY, Kind.DENY);
        assertTrue(allowed.intersection(denied).isEmpty());
        assertTrue(allowed.union(denied).isSame(spaces.all()));
        assertTrue(allowed.covers(rule(3)));
        assertTrue(spaces.decided(POLICY, Kind.REJECT).isEmpty());
        assertTrue(spaces.all().minus(spaces.all()).isSame(spaces.none()));
    }

    @Test
    void witnessIsTheMostUsualPacket() {
        assertEquals("in: 10.0.0.1 > 198.51.100.7 tcp 40000 > 80, ttl 64, 40 bytes", rule(1).witness().orElseThrow().toString());
        assertEquals("in: 192.0.2.1 > 198.51.100.7 tcp 40000 > 80, ttl 64, 40 bytes",
                spaces.all().witness().orElseThrow().toString());
        assertTrue(spaces.none().witness().isEmpty());
    }

    @Test
    void spacesOfOtherPoliciesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> spaces.all().union(spaces().all()));
    }
}
