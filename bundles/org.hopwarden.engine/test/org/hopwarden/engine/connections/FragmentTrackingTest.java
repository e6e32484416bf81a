package org.hopwarden.engine.connections;

import static org.hopwarden.engine.connections.Conversation.CLIENT;
import static org.hopwarden.engine.connections.Conversation.SERVER;
import static org.hopwarden.engine.connections.Conversation.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.hopwarden.engine.connections.Tracking.Fragment;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;

class FragmentTrackingTest {

    private static final int MTU = 576;
    private static final int DECISION = 77;

    private final Conversation talk = new Conversation(new ConnectionLimits(100, 100, 40, 20));
    private final Object policy = new Object();

    private static List<MemorySegment> fragments(IpAddress from, IpAddress to, int identification) {
        return PacketBuilder.fragments(udp(from, 1_000, to, 2_000, 2_000), MTU, identification);
    }

    private Fragment look(MemorySegment packet) {
        talk.tracking.look(PacketView.of(packet));
        Fragment fragment = talk.tracking.fragment();
        talk.tracking.decided(DECISION, policy, true);
        return fragment;
    }

    @Test
    void laterOnesFollowTheirFirst() {
        for (List<MemorySegment> datagram : List.of(fragments(CLIENT, SERVER, 5),
                fragments(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 5))) {
            assertEquals(Fragment.NONE, look(datagram.getFirst()));
            for (MemorySegment later : datagram.subList(1, datagram.size())) {
                assertEquals(ConnectionState.NEW, talk.tracking.look(PacketView.of(later)), "its first opened the flow");
                assertEquals(Fragment.FOLLOWS, talk.tracking.fragment());
                assertEquals(DECISION, talk.tracking.firstDecision());
                assertSame(policy, talk.tracking.firstPolicy());
                talk.tracking.decided(DECISION, policy, true);
            }
        }
        assertEquals(0, talk.tracker.fragments().size(), "what is whole is forgotten");
        assertEquals(2, talk.tracker.tracked());
    }

    @Test
    void oneThatComesBeforeItsFirstIsInvalid() {
        List<MemorySegment> datagram = fragments(CLIENT, SERVER, 5);
        assertEquals(ConnectionState.INVALID, talk.tracking.look(PacketView.of(datagram.get(1))));
        assertEquals(Fragment.NONE, talk.tracking.fragment());
        assertEquals(Fragment.NONE, look(datagram.get(0)));
        assertEquals(Fragment.FOLLOWS, look(datagram.get(2)), "in any order behind the first");
    }

    @Test
    void otherDatagramsDoNotFollow() {
        look(fragments(CLIENT, SERVER, 5).getFirst());
        assertEquals(Fragment.NONE, look(fragments(CLIENT, SERVER, 6).get(1)));
        assertEquals(Fragment.NONE, look(fragments(SERVER, CLIENT, 5).get(1)));
    }

    @Test
    void afterThirtySecondsTheFirstIsForgotten() {
        List<MemorySegment> datagram = fragments(CLIENT, SERVER, 5);
        look(datagram.get(0));
        talk.waits(29);
        assertEquals(Fragment.FOLLOWS, look(datagram.get(1)));
        talk.waits(1);
        assertEquals(Fragment.NONE, look(datagram.get(2)));
    }

    @Test
    void overlapsBreakTheWholeDatagram() {
        List<MemorySegment> datagram = fragments(CLIENT, SERVER, 5);
        look(datagram.get(0));
        MemorySegment overlapping = PacketBuilder.asFragment(udp(CLIENT, 1, SERVER, 2, 1_000), 544, true, 5);
        assertEquals(Fragment.BROKEN, look(overlapping));
        assertEquals(Fragment.BROKEN, look(datagram.get(1)), "and what comes behind it");
        assertEquals(Fragment.NONE, look(fragments(CLIENT, SERVER, 6).getFirst()), "others go on");
    }

    @Test
    void aCopyDoesNotPassAndBreaksNothing() {
        List<MemorySegment> datagram = fragments(CLIENT, SERVER, 5);
        look(datagram.get(0));
        look(datagram.get(1));
        assertEquals(Fragment.BROKEN, look(datagram.get(1)));
        assertEquals(Fragment.FOLLOWS, look(datagram.get(2)));
    }

    @Test
    void headersInPiecesAndDatagramsTooLongAreBroken() {
        MemorySegment tcp = PacketBuilder.tcp(IpHeader.of(CLIENT, SERVER, 64), 1, 2, 3, 4, 2, 5);
        assertEquals(Fragment.BROKEN, look(PacketBuilder.asFragment(tcp, 8, true, 9)), "the flags stand in it");
        assertEquals(Fragment.BROKEN, look(PacketBuilder.asFragment(udp(CLIENT, 1, SERVER, 2, 100), 65_528, false, 10)));
        assertEquals(ConnectionState.INVALID, talk.tracking.look(PacketView.of(PacketBuilder.asFragment(
                PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), 6, new byte[8]), 0, true, 11))), "too short for its flags");
    }

    @Test
    void moreThanSixteenPiecesAreTooMany() {
        look(PacketBuilder.asFragment(udp(CLIENT, 1, SERVER, 2, 0), 0, true, 9));
        for (int piece = 1; piece < 16; piece++) {
            assertEquals(Fragment.FOLLOWS, look(PacketBuilder.asFragment(udp(CLIENT, 1, SERVER, 2, 0), 16 * piece, true, 9)));
        }
        assertEquals(Fragment.BROKEN, look(PacketBuilder.asFragment(udp(CLIENT, 1, SERVER, 2, 0), 16 * 16, true, 9)));
    }

    @Test
    void theTableIsBoundedAndSharedOut() {
        for (int i = 0; i < 1_000; i++) {
            look(fragments(CLIENT, SERVER, i).getFirst());
        }
        assertEquals(20, talk.tracker.fragments().size(), "one source has its share");
        assertEquals(Fragment.NONE, look(fragments(CLIENT, SERVER, 999).get(1)), "each of the others is for itself");
        for (int i = 0; i < 1_000; i++) {
            IpAddress from = IpAddress.v4(0x0a00_0000 + i);
            look(fragments(from, SERVER, 1).getFirst());
            assertEquals(Fragment.FOLLOWS, look(fragments(from, SERVER, 1).get(1)), "the oldest has gone");
        }
        assertTrue(talk.tracker.fragments().size() <= 40);
    }
}
