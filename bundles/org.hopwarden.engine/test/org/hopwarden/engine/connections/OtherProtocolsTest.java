package org.hopwarden.engine.connections;

import static org.hopwarden.engine.connections.Conversation.CLIENT;
import static org.hopwarden.engine.connections.Conversation.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;

/** What is neither TCP, UDP nor ICMP; the kernel judges these elsewhere as well. */
class OtherProtocolsTest {

    private static final ConnectionState NEW = ConnectionState.NEW;
    private static final ConnectionState ESTABLISHED = ConnectionState.ESTABLISHED;
    private static final ConnectionState INVALID = ConnectionState.INVALID;
    private static final int CLIENT_TAG = 0x1111;
    private static final int SERVER_TAG = 0x2222;

    private final Conversation talk = new Conversation();

    private static MemorySegment sctp(boolean there, int tag, int chunk, int flags, int... body) {
        ByteBuffer packet = ByteBuffer.allocate(16 + 4 * body.length).putShort((short) (there ? 5_000 : 36_412))
                .putShort((short) (there ? 36_412 : 5_000)).putInt(tag).putInt(0).put((byte) chunk).put((byte) flags)
                .putShort((short) (4 + 4 * body.length));
        for (int word : body) {
            packet.putInt(word);
        }
        return PacketBuilder.raw(there ? IpHeader.of(CLIENT, SERVER, 64) : IpHeader.of(SERVER, CLIENT, 64), IpProtocol.SCTP, packet.array());
    }

    private static MemorySegment there(int chunk, int... body) {
        return sctp(true, SERVER_TAG, chunk, 0, body);
    }

    private static MemorySegment back(int chunk, int... body) {
        return sctp(false, CLIENT_TAG, chunk, 0, body);
    }

    private void lasts(int seconds) {
        assertEquals(seconds, talk.only().expiresIn().toSeconds());
    }

    private void associate() {
        assertEquals(NEW, talk.passes(sctp(true, 0, SctpPacket.INIT, 0, CLIENT_TAG, 0, 0, 0)));
        lasts(10);
        assertEquals(ESTABLISHED, talk.passes(back(SctpPacket.INIT_ACK, SERVER_TAG, 0, 0, 0)));
        lasts(3);
        assertEquals(ESTABLISHED, talk.passes(there(SctpPacket.COOKIE_ECHO, 0)));
        assertEquals(ESTABLISHED, talk.passes(back(SctpPacket.COOKIE_ACK)));
        lasts(210);
    }

    @Test
    void anAssociationFromItsInitToItsEnd() {
        associate();
        assertTrue(talk.only().assured());
        assertEquals(ESTABLISHED, talk.passes(there(SctpPacket.DATA, 0, 0, 0)));
        assertEquals(ESTABLISHED, talk.passes(there(SctpPacket.SHUTDOWN, 0)));
        lasts(3);
        assertEquals(ESTABLISHED, talk.passes(back(SctpPacket.SHUTDOWN_ACK)));
        assertEquals(ESTABLISHED, talk.passes(there(SctpPacket.SHUTDOWN_COMPLETE)));
        lasts(10);
        talk.waits(11);
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void packetsOfAnAssociationBearItsTags() {
        associate();
        assertEquals(INVALID, talk.passes(sctp(true, 7, SctpPacket.DATA, 0, 0, 0, 0)));
        assertEquals(INVALID, talk.passes(sctp(false, SERVER_TAG, SctpPacket.ABORT, 0)), "the tag of its own side");
        lasts(210);
        assertEquals(ESTABLISHED, talk.passes(sctp(false, SERVER_TAG, SctpPacket.ABORT, 1)), "which it may reflect");
        lasts(10);
    }

    @Test
    void whatBelongsToNoAssociationOpensNone() {
        for (int chunk : new int[] { SctpPacket.DATA, SctpPacket.ABORT, SctpPacket.COOKIE_ACK, SctpPacket.SHUTDOWN_COMPLETE, 0x80 }) {
            assertEquals(INVALID, talk.passes(there(chunk, 0)), "chunk " + chunk);
        }
        assertEquals(INVALID, talk.passes(sctp(true, 9, SctpPacket.INIT, 0, CLIENT_TAG, 0, 0, 0)), "an INIT bears no tag");
        assertEquals(INVALID, talk.passes(sctp(true, 0, SctpPacket.INIT, 0, CLIENT_TAG)), "cut short");
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void anInitThatIsRepeatedDoesNotKeepWhatNobodyAnswers() {
        MemorySegment init = sctp(true, 0, SctpPacket.INIT, 0, CLIENT_TAG, 0, 0, 0);
        talk.passes(init);
        talk.waits(8);
        assertEquals(NEW, talk.passes(init));
        talk.waits(3);
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void anotherPathBeginsWithAHeartbeat() {
        assertEquals(NEW, talk.passes(there(SctpPacket.HEARTBEAT, 0)));
        lasts(30);
        assertFalse(talk.only().assured());
        assertEquals(ESTABLISHED, talk.passes(back(SctpPacket.HEARTBEAT_ACK, 0)));
        lasts(210);
    }

    /** What opens it says nothing of the tag that answers must bear. */
    @Test
    void whoOpensAnotherPathCannotAbortItInTheOthersName() {
        talk.passes(there(SctpPacket.HEARTBEAT_ACK, 0));
        assertEquals(INVALID, talk.passes(sctp(true, SERVER_TAG, SctpPacket.ABORT, 1)));
        assertEquals(ESTABLISHED, talk.passes(back(SctpPacket.HEARTBEAT, 0)), "the first answer tells it");
        assertEquals(INVALID, talk.passes(sctp(false, 5, SctpPacket.DATA, 0, 0, 0, 0)));
    }

    @Test
    void aCookieIsEchoedByNobodyWhoWasNotGivenATag() {
        byte[] bundled = { 19, (byte) 136, (byte) 142, 60, 0, 0, 34, 34, 0, 0, 0, 0, SctpPacket.COOKIE_ECHO, 0, 0, 4, SctpPacket.HEARTBEAT_ACK, 0, 0, 4 };
        assertEquals(INVALID, talk.passes(PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), IpProtocol.SCTP, bundled)));
        assertEquals(0, talk.tracker.tracked());
    }

    @Test
    void callsOfPptpAreApart() {
        assertEquals(NEW, talk.passes(gre(CLIENT, SERVER, 1)));
        assertEquals(NEW, talk.passes(gre(CLIENT, SERVER, 2)));
        assertEquals(2, talk.tracker.tracked());
        byte[] noCall = { 0x20, 1, 8, 0, 0, 0, 0, 0 };
        assertEquals(INVALID, talk.passes(PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), IpProtocol.GRE, noCall)));
        MemorySegment other = PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), IpProtocol.GRE, new byte[4]);
        assertEquals(NEW, talk.passes(other));
        assertEquals(ESTABLISHED, talk.passes(PacketBuilder.raw(IpHeader.of(SERVER, CLIENT, 64), IpProtocol.GRE, new byte[4])));
    }

    private static MemorySegment gre(IpAddress from, IpAddress to, int call) {
        byte[] packet = { 0x20, 1, (byte) 0x88, 0x0b, 0, 0, 0, (byte) call };
        return PacketBuilder.raw(IpHeader.of(from, to, 64), IpProtocol.GRE, packet);
    }

    @Test
    void udpLiteIsAStreamOnceItIsAnswered() {
        assertEquals(INVALID, talk.passes(udpLite(true, 8, 0)), "it must have a checksum");
        assertEquals(INVALID, talk.passes(udpLite(true, 7, 1)), "over its header at least");
        assertEquals(INVALID, talk.passes(udpLite(true, 13, 1)), "and over no more than there is");
        assertEquals(NEW, talk.passes(udpLite(true, 0, 1)));
        lasts(30);
        assertEquals(ESTABLISHED, talk.passes(udpLite(false, 12, 1)));
        assertEquals(ESTABLISHED, talk.passes(udpLite(true, 8, 1)));
        lasts(120);
    }

    private static MemorySegment udpLite(boolean there, int covered, int checksum) {
        byte[] packet = ByteBuffer.allocate(12).putShort((short) (there ? 5_000 : 53)).putShort((short) (there ? 53 : 5_000))
                .putShort((short) covered).putShort((short) checksum).array();
        return PacketBuilder.raw(there ? IpHeader.of(CLIENT, SERVER, 64) : IpHeader.of(SERVER, CLIENT, 64), IpProtocol.UDP_LITE, packet);
    }

    @Test
    void theIcmpOfTheOtherIpVersionIsInvalid() {
        assertEquals(INVALID, talk.passes(PacketBuilder.raw(IpHeader.of(CLIENT, SERVER, 64), IpProtocol.ICMPV6, new byte[] { (byte) 128, 0, 0, 0, 0, 0, 0, 0 })));
        assertEquals(INVALID, talk.passes(PacketBuilder.raw(IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 64),
                IpProtocol.ICMP, new byte[] { 8, 0, 0, 0, 0, 0, 0, 0 })));
        assertEquals(0, talk.tracker.tracked());
    }

    /** An IPv6 address whose upper half is 0 looks like one of IPv4 to who compares numbers alone. */
    @Test
    void anErrorQuotesItsOwnIpVersion() {
        MemorySegment packet = Conversation.udp(IpAddress.v6(0, CLIENT.low()), 5_000, IpAddress.v6(0, SERVER.low()), 53, 4);
        assertEquals(NEW, talk.passes(packet));
        assertEquals(INVALID, talk.passes(PacketBuilder.icmp(IpHeader.of(SERVER, CLIENT, 64), 3, 3, 0, packet)));
    }
}
