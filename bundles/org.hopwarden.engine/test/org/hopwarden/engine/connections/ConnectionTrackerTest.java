package org.hopwarden.engine.connections;

import static org.hopwarden.engine.connections.Conversation.CLIENT;
import static org.hopwarden.engine.connections.Conversation.CLIENT_PORT;
import static org.hopwarden.engine.connections.Conversation.FIN_ACK;
import static org.hopwarden.engine.connections.Conversation.ROUTER;
import static org.hopwarden.engine.connections.Conversation.SERVER;
import static org.hopwarden.engine.connections.Conversation.SYN_ACK;
import static org.hopwarden.engine.connections.Conversation.back;
import static org.hopwarden.engine.connections.Conversation.error;
import static org.hopwarden.engine.connections.Conversation.syn;
import static org.hopwarden.engine.connections.Conversation.there;
import static org.hopwarden.engine.connections.Conversation.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.management.ObjectName;

import org.hopwarden.engine.connections.TrackedConnection.Traffic;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;

/** The states and times of Linux's documentation; what it says of every packet is held against a kernel elsewhere. */
class ConnectionTrackerTest {

    private static final ConnectionState NEW = ConnectionState.NEW;
    private static final ConnectionState ESTABLISHED = ConnectionState.ESTABLISHED;
    private static final ConnectionState RELATED = ConnectionState.RELATED;
    private static final ConnectionState INVALID = ConnectionState.INVALID;
    private static final ConnectionState UNTRACKED = ConnectionState.UNTRACKED;

    private final Conversation talk = new Conversation();

    private void isIn(ConnectionPhase phase, int seconds) {
        assertEquals(phase, talk.only().phase());
        assertEquals(seconds, talk.only().expiresIn().toSeconds(), phase.toString());
    }

    @Test
    void aConnectionFromItsHandshakeToItsEnd() {
        assertEquals(NEW, talk.passes(there(TcpFlags.SYN, 100, 0)));
        isIn(ConnectionPhase.SYN_SENT, 120);
        assertEquals(ESTABLISHED, talk.passes(back(SYN_ACK, 500, 101)));
        isIn(ConnectionPhase.SYN_RECV, 60);
        assertFalse(talk.only().assured());
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.ACK, 101, 501)));
        isIn(ConnectionPhase.ESTABLISHED, 432_000);
        assertTrue(talk.only().assured());
        assertEquals(ESTABLISHED, talk.passes(there(FIN_ACK, 101, 501)));
        isIn(ConnectionPhase.FIN_WAIT, 120);
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.ACK, 501, 102)));
        isIn(ConnectionPhase.CLOSE_WAIT, 60);
        assertEquals(ESTABLISHED, talk.passes(back(FIN_ACK, 501, 102)));
        isIn(ConnectionPhase.LAST_ACK, 30);
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.ACK, 102, 502)));
        isIn(ConnectionPhase.TIME_WAIT, 120);
        assertEquals(new Traffic(4, 160), talk.only().there());
        assertEquals(new Traffic(3, 120), talk.only().back());
        assertEquals(CLIENT, talk.only().source());
        assertEquals(CLIENT_PORT, talk.only().sourcePort());
        talk.waits(121);
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void whatIsDeniedOpensNothing() {
        assertEquals(NEW, talk.denied(there(TcpFlags.SYN, 100, 0)));
        assertEquals(INVALID, talk.passes(back(SYN_ACK, 500, 101)));
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void aConnectionThatBeganEarlierIsPickedUp() {
        assertEquals(NEW, talk.passes(there(TcpFlags.ACK, 7_000_000, 9_000_000)));
        isIn(ConnectionPhase.ESTABLISHED, 300);
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.ACK, 9_000_000, 7_000_000)));
        isIn(ConnectionPhase.ESTABLISHED, 300);
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.ACK, 7_000_000, 9_000_000)));
        isIn(ConnectionPhase.ESTABLISHED, 432_000);
        assertTrue(talk.only().assured());
    }

    @Test
    void flagsThatNoTcpSendsAreInvalid() {
        for (int flags : new int[] { 0, TcpFlags.FIN, TcpFlags.SYN | TcpFlags.FIN, TcpFlags.SYN | TcpFlags.RST, 0xff,
                TcpFlags.FIN | TcpFlags.PSH | TcpFlags.URG }) {
            assertEquals(INVALID, talk.passes(there(flags, 100, 0)), TcpFlags.text(flags));
        }
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void aResetOutOfTheWindowEndsNothing() {
        talk.connect();
        assertEquals(INVALID, talk.passes(back(TcpFlags.RST, 400, 0)), "behind what was acknowledged");
        assertEquals(INVALID, talk.passes(back(TcpFlags.RST, 5_000_000, 0)), "far ahead");
        isIn(ConnectionPhase.ESTABLISHED, 432_000);
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.RST, 501, 0)));
        isIn(ConnectionPhase.CLOSE, 10);
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.SYN, 9_000, 0)), "as Linux: the other side has reset, maybe falsely");
        assertEquals(ESTABLISHED, talk.passes(back(SYN_ACK, 600, 9_001)), "and now both sides say that it is another connection");
        isIn(ConnectionPhase.SYN_RECV, 60);
    }

    /** An answer that fits nothing passes, for it may tell that the table is wrong; a reset behind the SYN must not end what that opened. */
    @Test
    void whoSentASynDoesNotEndItsConnectionWithAnyReset() {
        talk.passes(there(TcpFlags.SYN, 0, 0));
        assertEquals(ESTABLISHED, talk.passes(back(SYN_ACK, 500, 4_000_000_000L)), "acknowledges what was long ago");
        assertEquals(INVALID, talk.passes(there(TcpFlags.RST, 1_000_000, 0)));
        isIn(ConnectionPhase.SYN_SENT, 120);
    }

    @Test
    void aResetAnswersOfTwoSynsTheOneItDidNotSend() {
        talk.passes(there(TcpFlags.SYN, 3_598_254_838L, 0));
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.SYN, 2_322_965_669L, 0)));
        isIn(ConnectionPhase.SYN_SENT2, 120);
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.RST, 3_598_254_887L, 0)));
        isIn(ConnectionPhase.CLOSE, 10);
    }

    @Test
    void segmentsOutOfTheWindowAreInvalid() {
        talk.connect();
        assertEquals(INVALID, talk.passes(there(TcpFlags.ACK, 101 + 1_000_000, 501)));
        assertEquals(INVALID, talk.passes(back(TcpFlags.ACK, 501, 101 + 1_000_000)), "acknowledges what was never sent");
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.ACK, 501, 101)));
    }

    @Test
    void aSynThatIsRepeatedDoesNotKeepWhatNobodyAnswers() {
        talk.passes(there(TcpFlags.SYN, 100, 0));
        talk.waits(100);
        assertEquals(NEW, talk.passes(there(TcpFlags.SYN, 100, 0)));
        talk.waits(21);
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void udpLivesLongerWhereBothSidesSend() {
        MemorySegment there = udp(CLIENT, 5_000, SERVER, 53, 10);
        MemorySegment back = udp(SERVER, 53, CLIENT, 5_000, 10);
        assertEquals(NEW, talk.passes(there));
        assertEquals(NEW, talk.passes(there), "nobody has answered");
        isIn(ConnectionPhase.UNREPLIED, 30);
        assertEquals(ESTABLISHED, talk.passes(back));
        isIn(ConnectionPhase.REPLIED, 30);
        talk.waits(3);
        assertEquals(ESTABLISHED, talk.passes(there));
        isIn(ConnectionPhase.STREAM, 120);
        talk.waits(121);
        assertEquals(NEW, talk.passes(back), "who was asked begins now");
    }

    @Test
    void ofIcmpOnlyQueriesOpenFlows() {
        IpHeader there = IpHeader.of(CLIENT, SERVER, 64);
        IpHeader back = IpHeader.of(SERVER, CLIENT, 64);
        MemorySegment nothing = MemorySegment.ofArray(new byte[8]);
        for (int type = 0; type < 256; type++) {
            ConnectionState state = talk.denied(PacketBuilder.icmp(there, type, 0, 7 << 16, nothing));
            assertEquals(type == 8 || type == 13 || type == 15 || type == 17 ? NEW : INVALID, state, "type " + type);
        }
        talk.passes(PacketBuilder.echoRequest(there, 7, 1, new byte[0]));
        assertEquals(INVALID, talk.passes(PacketBuilder.echoReply(back, 8, 1, new byte[0])), "another identifier");
        assertEquals(INVALID, talk.passes(PacketBuilder.echoReply(there, 7, 1, new byte[0])), "who asked does not answer");
        assertEquals(ESTABLISHED, talk.passes(PacketBuilder.echoReply(back, 7, 1, new byte[0])));
        assertEquals(NEW, talk.denied(PacketBuilder.echoRequest(back, 7, 1, new byte[0])), "asks as well");
        assertEquals(7, talk.only().icmpIdentifier());
    }

    @Test
    void discoveryIsNotTracked() {
        IpHeader ip = IpHeader.of(IpAddress.parse("fe80::1"), IpAddress.parse("ff02::1"), 255);
        for (int type : new int[] { 130, 131, 132, 133, 134, 135, 136, 143 }) {
            assertEquals(UNTRACKED, talk.passes(PacketBuilder.icmp(ip, type, 0, 0, MemorySegment.ofArray(new byte[16]))));
        }
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void anErrorIsRelatedToTheFlowThatItQuotes() {
        MemorySegment there = udp(CLIENT, 5_000, SERVER, 33_434, 10);
        assertEquals(INVALID, talk.passes(error(ROUTER, CLIENT, there)), "nobody has sent it");
        talk.passes(there);
        assertEquals(RELATED, talk.passes(error(ROUTER, CLIENT, there)));
        assertEquals(INVALID, talk.passes(error(ROUTER, ROUTER, there)), "not to its sender");
        assertEquals(INVALID, talk.passes(error(ROUTER, CLIENT, udp(CLIENT, 5_001, SERVER, 33_434, 10))), "of another flow");
        MemorySegment ofError = error(ROUTER, CLIENT, there);
        assertEquals(INVALID, talk.passes(error(SERVER, ROUTER, ofError)), "about an error");
        assertEquals(1, talk.only().there().packets(), "an error is none of its packets");
    }

    @Test
    void otherProtocolsAreFlowsOfTwoAddresses() {
        assertEquals(NEW, talk.passes(PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), 253, new byte[8])));
        assertEquals(600, talk.only().expiresIn().toSeconds());
        assertEquals(ESTABLISHED, talk.passes(PacketBuilder.raw(IpHeader.of(SERVER, CLIENT, 64), 253, new byte[8])));
        assertEquals(NEW, talk.passes(PacketBuilder.raw(IpHeader.of(SERVER, CLIENT, 64), 254, new byte[8])));
    }

    @Test
    void aClockThatIsSetEndsNothingAndKeepsNothingForEver() {
        talk.connect();
        talk.passes(udp(CLIENT, 5_000, SERVER, 53, 10));
        talk.nanos += TimeUnit.DAYS.toNanos(10_000);
        talk.tracker.sweep();
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.ACK, 501, 101)), "ten thousand days ahead");
        talk.nanos -= TimeUnit.DAYS.toNanos(20_000);
        talk.tracker.sweep();
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.ACK, 101, 501)), "and back");
        talk.nanos = Long.MIN_VALUE + 5;
        talk.tracker.sweep();
        talk.nanos = Long.MAX_VALUE - 5;
        talk.tracker.sweep();
        assertEquals(ESTABLISHED, talk.passes(there(TcpFlags.ACK, 101, 501)));
        talk.waits(432_001);
        assertEquals(0, talk.tracker.tracked(), "time goes on");
    }

    @Test
    void aFullTableDropsTheUnansweredFirstAndThenRefuses() {
        Conversation small = new Conversation(new ConnectionLimits(400, 400, 4, 2));
        for (int i = 0; i < 2_000; i++) {
            small.passes(syn(IpAddress.v4(0x0a00_0000 + i), 1_000));
        }
        assertTrue(small.tracker.tracked() <= 400, small.tracker.tracked() + " connections");
        List<Integer> established = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            IpAddress from = IpAddress.v4(0x0b00_0000 + i);
            if (small.passes(syn(from, 1_000)) == NEW && small.passes(synAck(from, 1_000)) == ESTABLISHED
                    && small.passes(ack(from, 1_000)) == ESTABLISHED) {
                established.add(i);
            }
        }
        assertTrue(established.size() >= 300, established.size() + " connections took the place of the unanswered");
        long refused = small.tracker.refused();
        assertTrue(refused > 0, "and then there was no room");
        for (int i = 0; i < 10_000; i++) {
            small.passes(syn(IpAddress.v4(0x0c00_0000 + i), 1_000));
        }
        assertTrue(small.tracker.refused() > refused);
        for (int i : established) {
            assertEquals(ESTABLISHED, small.passes(ack(IpAddress.v4(0x0b00_0000 + i), 1_000)), "what is established stays");
        }
        assertTrue(small.tracker.tracked() <= 400);
    }

    @Test
    void oneSourceCannotFillTheTable() {
        Conversation small = new Conversation(new ConnectionLimits(1_000, 100, 4, 2));
        for (int port = 1; port <= 5_000; port++) {
            if (small.passes(syn(CLIENT, port)) == NEW) {
                small.passes(synAck(CLIENT, port));
                small.passes(ack(CLIENT, port));
            }
        }
        assertEquals(100, small.tracker.tracked());
        assertTrue(small.tracker.refused() > 0);
        for (int i = 0; i < 500; i++) {
            assertEquals(NEW, small.passes(syn(IpAddress.v4(0x0a00_0000 + i), 1)), "others are not kept out");
        }
        assertEquals(600, small.tracker.tracked());
        IpAddress[] ofOneNetwork = { IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::ffff:1") };
        assertEquals(ConnectionTracker.Source.of(flow(ofOneNetwork[0])), ConnectionTracker.Source.of(flow(ofOneNetwork[1])));
    }

    private static Flow flow(IpAddress from) {
        FlowKey key = new FlowKey();
        key.fill(PacketView.of(udp(from, 1, IpAddress.parse("2001:db8:1::1"), 2, 1)));
        Flow flow = new Flow();
        flow.open(key, 0, 0);
        return flow;
    }

    private static MemorySegment synAck(IpAddress to, int port) {
        return PacketBuilder.tcp(IpHeader.of(SERVER, to, 64), 443, port, 50, 2, SYN_ACK, 1_000);
    }

    private static MemorySegment ack(IpAddress from, int port) {
        return PacketBuilder.tcp(IpHeader.of(from, SERVER, 64), port, 443, 2, 51, TcpFlags.ACK, 1_000);
    }

    /** Flows whose ends differ in the same few bits met in one place whatever the seed was. */
    @Test
    void nobodyCanFillOnePlaceOfTheTable() {
        ConnectionTracker tracker = new ConnectionTracker();
        int meet = 0;
        for (int i = 0; i < 1_000; i++) {
            FlowKey one = key(0x2001_0db8_0000_0000L + i, 1);
            FlowKey other = key(one.firstHigh ^ 1L << 63, one.firstLow ^ 1L << 63 ^ 1L << 34);
            meet += tracker.hash(one) == tracker.hash(other) ? 1 : 0;
        }
        assertTrue(meet < 3, meet + " of 1,000 pairs meet");
        ConnectionTracker.Source[] sources = { source(1L << 32 | 5), source(2L << 32 | 6), source(3L << 32 | 7), source(8L << 32 | 12) };
        assertTrue(List.of(sources).stream().mapToInt(ConnectionTracker.Source::hashCode).distinct().count() > 2, "sources as well");
    }

    private static ConnectionTracker.Source source(long network) {
        return new ConnectionTracker.Source(true, network);
    }

    private static FlowKey key(long high, long low) {
        FlowKey key = new FlowKey();
        key.firstHigh = high;
        key.firstLow = low;
        key.secondHigh = 7;
        key.secondLow = 8;
        return key;
    }

    /** A thread that was interrupted between its look at the clock and its turn sees an older time than the one that overtook it. */
    @Test
    void threadsThatOvertakeEachOtherDoNotHastenTime() {
        long[] clock = { 0 };
        boolean[] overtaken = { false };
        SteadyTime[] time = new SteadyTime[1];
        time[0] = new SteadyTime(() -> {
            long reading = clock[0];
            if (overtaken[0]) {
                overtaken[0] = false;
                clock[0] += TimeUnit.MILLISECONDS.toNanos(500);
                time[0].now();
            }
            return reading;
        });
        for (int i = 0; i < 100; i++) {
            clock[0] += TimeUnit.MILLISECONDS.toNanos(10);
            overtaken[0] = true;
            time[0].now();
        }
        assertEquals(clock[0], time[0].now());
    }

    /** A forged fragment must not end the watch over a connection's windows. */
    @Test
    void aFragmentOutOfTheWindowLeavesTheWindowsWatched() {
        talk.connect();
        assertEquals(INVALID, talk.passes(firstFragment(1_000_000_000, 7)));
        assertEquals(INVALID, talk.passes(there(TcpFlags.ACK, 101 + 1_000_000, 501)), "still out of the window");
        assertEquals(ESTABLISHED, talk.passes(firstFragment(101, 8)));
        assertEquals(ESTABLISHED, talk.passes(back(TcpFlags.ACK, 501, 1_501)), "acknowledges what came in later fragments");
    }

    private static MemorySegment firstFragment(long sequence, int identification) {
        return PacketBuilder.asFragment(PacketBuilder.tcp(IpHeader.of(CLIENT, SERVER, 64), CLIENT_PORT, 443, sequence, 501, TcpFlags.ACK, 1_000,
                new byte[0], new byte[4]), 0, true, identification);
    }

    /** Both threads of a bridge at once, each with one direction of the same flows, while others come and go. */
    @Test
    void twoThreadsAtATime() throws InterruptedException {
        ConnectionTracker tracker = new ConnectionTracker(new ConnectionLimits(5_000, 5_000, 16, 16), System::nanoTime);
        List<Throwable> thrown = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            boolean there = side == 0;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    Tracking tracking = tracker.newTracking();
                    PacketView view = new PacketView();
                    for (int round = 0; round < 20; round++) {
                        for (int port = 1; port <= 3_000; port++) {
                            MemorySegment packet = there ? udp(CLIENT, port, SERVER, 53, 1) : udp(SERVER, 53, CLIENT, port, 1);
                            view.wrap(packet, 0, packet.byteSize());
                            assertFalse(tracking.look(view) == INVALID);
                            tracking.decided(0, this, true);
                        }
                        tracker.sweep();
                    }
                } catch (RuntimeException | Error e) {
                    synchronized (thrown) {
                        thrown.add(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), thrown);
        assertEquals(3_000, tracker.tracked(), "each flow once, whoever opened it");
        long packets = tracker.list(5_000).connections().stream().mapToLong(each -> each.there().packets() + each.back().packets()).sum();
        assertEquals(2 * 20 * 3_000, packets, "no packet is lost or counted twice");
    }

    @Test
    void aKnownFlowAllocatesNothing() throws Exception {
        talk.connect();
        talk.passes(udp(CLIENT, 5_000, SERVER, 53, 10));
        List<PacketView> packets = List.of(PacketView.of(there(TcpFlags.ACK, 101, 501)), PacketView.of(back(TcpFlags.ACK, 501, 101)),
                PacketView.of(udp(SERVER, 53, CLIENT, 5_000, 10)), PacketView.of(error(ROUTER, CLIENT, udp(CLIENT, 5_000, SERVER, 53, 10))));
        for (int i = 0; i < 20_000; i++) {
            track(packets);
        }
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = allocated();
            for (int i = 0; i < 20_000; i++) {
                track(packets);
            }
            least = Math.min(least, allocated() - before);
        }
        assertTrue(least < 20_000, least + " bytes for 80,000 packets");
    }

    private void track(List<PacketView> packets) {
        for (int i = 0; i < packets.size(); i++) {
            talk.tracking.look(packets.get(i));
            talk.tracking.decided(0, this, true);
        }
    }

    private static long allocated() throws Exception {
        return (Long) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "getThreadAllocatedBytes", new Object[] { Thread.currentThread().threadId() }, new String[] { "long" });
    }
}
