package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.TcpConnection;
import org.junit.jupiter.api.Test;

/** Which connections of a host a capture shows. */
class CapturedConnectionsTest {

    private static final IpAddress OWN = IpAddress.parse("2001:db8::1");
    private static final IpAddress OTHER = IpAddress.parse("2001:db8::2");
    private static final IpAddress THIRD = IpAddress.parse("2001:db8::3");

    private final CapturedConnections connections = new CapturedConnections(Set.of(OWN));
    private long nanos;

    private void segment(IpAddress from, int fromPort, IpAddress to, int toPort, int flags) {
        connections.on(PacketView.of(PacketBuilder.tcp(IpHeader.of(from, to, 64), fromPort, toPort, 1, 1, flags, 500)), ++nanos);
    }

    private void out(int port, int flags) {
        segment(OWN, port, OTHER, 443, flags);
    }

    private void in(int port, int flags) {
        segment(OTHER, 443, OWN, port, flags);
    }

    private void opened(int port) {
        out(port, TcpFlags.SYN);
        in(port, TcpFlags.SYN | TcpFlags.ACK);
        out(port, TcpFlags.ACK);
    }

    private static TcpConnection from(int port) {
        return new TcpConnection(OWN, port, OTHER, 443);
    }

    @Test
    void bothDirectionsAreOneConnectionSeenFromTheHost() {
        opened(1000);
        in(1000, TcpFlags.ACK | TcpFlags.PSH);
        assertEquals(List.of(new CapturedConnection(from(1000), 4, 1, 4, false)), connections.list());
    }

    @Test
    void attemptsAreNone() {
        out(1000, TcpFlags.SYN);
        in(1000, TcpFlags.RST | TcpFlags.ACK);
        out(1001, TcpFlags.SYN);
        connections.on(PacketView.of(PacketBuilder.udp(IpHeader.of(OWN, OTHER, 64), 1002, 443, new byte[9])), ++nanos);
        assertEquals(List.of(), connections.list());
    }

    @Test
    void aResetOrAFinEachWayEndsItAndTheSamePortsMayBeginAnother() {
        opened(1000);
        out(1000, TcpFlags.FIN | TcpFlags.ACK);
        assertEquals(false, connections.list().getFirst().ended(), "the other end may still send");
        in(1000, TcpFlags.FIN | TcpFlags.ACK);
        assertEquals(true, connections.list().getFirst().ended());
        opened(1000);
        assertEquals(List.of(new CapturedConnection(from(1000), 3, 6, 8, false)), connections.list());
        in(1000, TcpFlags.RST);
        assertEquals(true, connections.list().getFirst().ended());
    }

    @Test
    void theLatestComesFirstAndThoseOfOtherHostsAreOnlyCounted() {
        opened(1000);
        opened(1001);
        in(1000, TcpFlags.ACK);
        segment(OTHER, 1, THIRD, 2, TcpFlags.ACK);
        segment(THIRD, 2, OTHER, 1, TcpFlags.ACK);
        assertEquals(List.of(from(1000), from(1001)), connections.list().stream().map(CapturedConnection::ends).toList());
        assertEquals(1, connections.ofOthers());
    }

    @Test
    void whatIsCutOffBeforeItsFlagsIsPassedOver() {
        byte[] cut = PacketBuilder.tcp(IpHeader.of(OWN, OTHER, 64), 1000, 443, 1, 1, TcpFlags.ACK, 500)
                .toArray(ValueLayout.JAVA_BYTE);
        for (int length = 0; length < cut.length; length++) {
            PacketView packet = new PacketView();
            if (packet.wrap(MemorySegment.ofArray(cut), 0, length)) {
                connections.on(packet, ++nanos);
            }
        }
        assertEquals(List.of(), connections.list().stream().filter(each -> !each.ends().equals(from(1000))).toList());
    }

    /** As a system's socket table has both ends of it. */
    @Test
    void aConnectionWithinTheHostIsTwo() {
        IpAddress loopback = IpAddress.parse("127.0.0.7");
        segment(loopback, 5, loopback, 6, TcpFlags.ACK);
        assertEquals(List.of(new TcpConnection(loopback, 6, loopback, 5), new TcpConnection(loopback, 5, loopback, 6)),
                connections.list().stream().map(CapturedConnection::ends).toList());
    }
}
