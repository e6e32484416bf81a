package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.interchange.entry.TrafficProposal.Part;
import org.hopwarden.interchange.entry.TrafficProposal.Reach;
import org.hopwarden.interchange.entry.TrafficProposal.Wish;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class TrafficProposalTest {

    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
    private static final IpHeader V6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8:1::2"), 64);
    private static final MemorySegment SYN = PacketBuilder.tcp(V4, 40000, 80, 1, 0, TcpFlags.SYN, 1000);

    private static List<String> texts(MemorySegment packet, Set<Part> parts, Reach source, Reach destination, boolean open) {
        List<Rule> rules = TrafficProposal.of(PacketView.of(packet), new Wish(parts, source, destination, open),
                RulemodelFactory.eINSTANCE::createAllow, "frame 3");
        assertTrue(rules.stream().allMatch(Rule::isUnderReview));
        assertEquals(List.of("frame 3"), rules.getFirst().getRemarks());
        assertEquals(1, rules.stream().mapToInt(rule -> rule.getRemarks().size()).sum());
        return rules.stream().map(RuleText::of).toList();
    }

    @Test
    void theNarrowestIsThatOfThePacketAlone() {
        assertEquals(List.of("permit tcp host 192.0.2.1 host 198.51.100.2 eq www"),
                texts(SYN, Wish.NARROW.parts(), Wish.NARROW.source(), Wish.NARROW.destination(), Wish.NARROW.open()));
    }

    @Test
    void aConnectionHasAnswersAndErrors() {
        assertEquals(List.of("permit tcp host 192.0.2.1 host 198.51.100.2 eq www",
                "permit tcp host 198.51.100.2 eq www host 192.0.2.1 established",
                "permit icmp any host 192.0.2.1 unreachable", "permit icmp any host 192.0.2.1 time-exceeded",
                "permit icmp any host 192.0.2.1 parameter-problem"),
                texts(SYN, EnumSet.allOf(Part.class), Reach.HOST, Reach.HOST, false));
    }

    @Test
    void whatAnswersAnAnswerAreTheClientsPackets() {
        MemorySegment answer = PacketBuilder.tcp(V4, 80, 40000, 1, 1, TcpFlags.SYN | TcpFlags.ACK, 1000);
        assertEquals(List.of("permit tcp host 192.0.2.1 eq www host 198.51.100.2 established",
                "permit tcp host 198.51.100.2 host 192.0.2.1 eq www"),
                texts(answer, EnumSet.of(Part.PACKETS, Part.ANSWERS), Reach.HOST, Reach.HOST, false));
    }

    @Test
    void addressesAreWidenedToNetworksAndPortsLeftOpen() {
        assertEquals(List.of("permit tcp 192.0.2.0 0.0.0.255 any", "permit tcp any 192.0.2.0 0.0.0.255 established"),
                texts(SYN, EnumSet.of(Part.PACKETS, Part.ANSWERS), Reach.NETWORK, Reach.ANY, true));
        assertEquals(List.of("permit udp 2001:db8::/64 host 2001:db8:1::2 eq domain",
                "permit icmpv6 any 2001:db8::/64 1", "permit icmpv6 any 2001:db8::/64 2", "permit icmpv6 any 2001:db8::/64 3",
                "permit icmpv6 any 2001:db8::/64 4"),
                texts(PacketBuilder.udp(V6, 50000, 53, new byte[4]), EnumSet.of(Part.PACKETS, Part.ERRORS), Reach.NETWORK, Reach.HOST,
                        false));
    }

    @Test
    void anEchoIsAnsweredByItsReply() {
        assertEquals(List.of("permit icmp host 198.51.100.2 host 192.0.2.1 echo-reply"),
                texts(PacketBuilder.echoRequest(V4, 1, 1, new byte[8]), EnumSet.of(Part.ANSWERS), Reach.HOST, Reach.HOST, false));
        assertEquals(List.of("permit icmpv6 host 2001:db8:1::2 host 2001:db8::1 129"),
                texts(PacketBuilder.echoRequest(V6, 1, 1, new byte[8]), EnumSet.of(Part.ANSWERS), Reach.HOST, Reach.HOST, false));
    }

    @Test
    void anIcmpErrorStandsAloneAndMayHaveAnyCode() {
        MemorySegment exceeded = PacketBuilder.icmp(V4, 11, 0, 0, MemorySegment.ofArray(new byte[28]));
        assertEquals(Set.of(Part.PACKETS), TrafficProposal.parts(PacketView.of(exceeded)));
        assertTrue(TrafficProposal.canOpen(PacketView.of(exceeded)));
        assertEquals(List.of("permit icmp any host 198.51.100.2 time-exceeded"),
                texts(exceeded, EnumSet.allOf(Part.class), Reach.ANY, Reach.HOST, true));
    }

    @Test
    void aLaterFragmentHasNoPortToLeaveOpen() {
        MemorySegment last = PacketBuilder.fragments(PacketBuilder.udp(V4, 40000, 53, new byte[1600]), 1000, 7).getLast();
        assertFalse(TrafficProposal.canOpen(PacketView.of(last)));
        assertEquals(List.of("permit udp host 192.0.2.1 host 198.51.100.2 fragments", "permit udp host 198.51.100.2 host 192.0.2.1 fragments"),
                texts(last, EnumSet.of(Part.PACKETS, Part.ANSWERS), Reach.HOST, Reach.HOST, false));
    }
}
