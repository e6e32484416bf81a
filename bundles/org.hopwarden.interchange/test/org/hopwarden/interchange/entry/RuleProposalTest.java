package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class RuleProposalTest {

    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
    private static final IpHeader V6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 64);

    private static String proposal(MemorySegment packet) {
        Rule rule = RuleProposal.of(PacketView.of(packet), RulemodelFactory.eINSTANCE.createAllow(), "seen in frame 3");
        assertTrue(rule.isUnderReview());
        assertEquals(List.of("seen in frame 3"), rule.getRemarks());
        return RuleText.of(rule);
    }

    @Test
    void theServicesPortIsNamedAndTheClientsLeftOpen() {
        assertEquals("permit tcp host 192.0.2.1 host 198.51.100.2 eq www", proposal(PacketBuilder.tcp(V4, 40000, 80, 1, 0, TcpFlags.SYN, 1000)));
        assertEquals("permit tcp host 192.0.2.1 eq www host 198.51.100.2 established",
                proposal(PacketBuilder.tcp(V4, 80, 40000, 1, 0, TcpFlags.SYN | TcpFlags.ACK, 1000)));
        assertEquals("permit tcp host 192.0.2.1 host 198.51.100.2 eq 8443 established",
                proposal(PacketBuilder.tcp(V4, 40000, 8443, 1, 0, TcpFlags.ACK, 1000)));
        assertEquals("permit udp host 192.0.2.1 eq domain host 198.51.100.2", proposal(PacketBuilder.udp(V4, 53, 40000, new byte[4])));
        assertEquals("permit udp host 2001:db8::1 host 2001:db8::2 eq 33434", proposal(PacketBuilder.udp(V6, 50000, 33434, new byte[4])));
    }

    @Test
    void anIcmpMessageIsNamedByItsTypeAndCode() {
        assertEquals("permit icmp host 192.0.2.1 host 198.51.100.2 ttl-exceeded",
                proposal(PacketBuilder.icmp(V4, 11, 0, 0, MemorySegment.ofArray(new byte[28]))));
        assertEquals("permit icmp host 192.0.2.1 host 198.51.100.2 echo", proposal(PacketBuilder.echoRequest(V4, 1, 1, new byte[8])));
        assertEquals("permit icmp host 192.0.2.1 host 198.51.100.2 port-unreachable",
                proposal(PacketBuilder.icmp(V4, 3, 3, 0, MemorySegment.ofArray(new byte[28]))));
        assertEquals("permit icmpv6 host 2001:db8::1 host 2001:db8::2 3 0",
                proposal(PacketBuilder.icmp(V6, 3, 0, 0, MemorySegment.ofArray(new byte[48]))));
    }

    @Test
    void aLaterFragmentHasNoPorts() {
        MemorySegment last = PacketBuilder.fragments(PacketBuilder.udp(V4, 40000, 53, new byte[1600]), 1000, 7).getLast();
        assertEquals("permit udp host 192.0.2.1 host 198.51.100.2 fragments", proposal(last));
    }

    @Test
    void theRuleGoesInFrontOfTheOneThatDecidesNow() {
        assertEquals(2, RuleProposal.place(3, 8));
        assertEquals(8, RuleProposal.place(0, 8));
        assertEquals(8, RuleProposal.place(9, 8));
    }
}
