package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink.Direction;

/** What {@link SocketPortTest} runs in namespaces. */
final class SocketPortChecks {

    private static final IpAddress LOCALHOST = IpAddress.parse("127.0.0.1");
    private static final IpAddress TARGET = IpAddress.parse("127.0.0.9");
    private static final int PROBES = 5;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private SocketPortChecks() {
    }

    /** Errors that quote eight bytes, all that RFC 792 wants, tell nothing of the payload: each must still find its probe. */
    static void shortQuotes() throws IOException {
        try (PacketPort port = PacketPorts.openUnprivileged(new TraceFilter(TARGET));
                PacketPort routers = PacketPorts.openHost(new TraceFilter(TARGET))) {
            int local = port.reserveLocalPort(IpProtocol.UDP, LOCALHOST);
            for (int ttl = 1; ttl <= PROBES; ttl++) {
                port.send(PacketBuilder.udpWithChecksum(IpHeader.of(LOCALHOST, TARGET, ttl), local, 33434, ttl, 32));
            }
            Map<Integer, Integer> answered = new HashMap<>();
            PacketView packet = new PacketView();
            PacketView quoted = new PacketView();
            long deadline = port.nowNanos() + PATIENCE_NANOS;
            while (answered.size() < PROBES && port.nowNanos() < deadline) {
                routers.receive((segment, offset, length, time, direction) -> {
                    packet.wrap(segment, offset, length);
                    if (direction == Direction.SENT && packet.isUdp() && packet.destination().equals(TARGET)) {
                        answerAsRouter(routers, packet);
                    }
                }, routers.nowNanos() + 10_000_000);
                port.receive((segment, offset, length, time, direction) -> {
                    packet.wrap(segment, offset, length);
                    if (direction == Direction.RECEIVED && packet.isIcmpError() && packet.quote(quoted)) {
                        assertEquals(local, quoted.sourcePort(), "quoted as it was given to the port");
                        assertEquals(1, quoted.ttl(), "as the router saw it");
                        answered.put(quoted.transportChecksum(), (int) (packet.sourceLow() & 0xff) - 100);
                    }
                }, port.nowNanos() + 10_000_000);
            }
            assertEquals(PROBES, answered.size(), answered::toString);
            answered.forEach((probe, router) -> assertEquals(probe, router, "by the router at its own distance"));
        }
    }

    /** The router at a distance has an address that tells the distance. */
    private static void answerAsRouter(PacketPort routers, PacketView probe) {
        IpHeader ip = IpHeader.of(IpAddress.parse("127.0.0." + (100 + probe.ttl())), LOCALHOST, 64);
        MemorySegment quote = MemorySegment.ofArray(probe.segment().asSlice(probe.base(), 28).toArray(ValueLayout.JAVA_BYTE));
        try {
            routers.send(PacketBuilder.icmp(ip, IcmpType.TIME_EXCEEDED, 0, 0, quote));
        } catch (PacketPortException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void whatNeedsRightsIsRefused() throws IOException {
        try (PacketPort port = PacketPorts.openUnprivileged(new TraceFilter(LOCALHOST))) {
            int local = port.reserveLocalPort(IpProtocol.TCP, LOCALHOST);
            PacketPortException refused = assertThrows(PacketPortException.class, () -> port.send(
                    PacketBuilder.tcp(IpHeader.of(LOCALHOST, LOCALHOST, 64), local, 9, 1, 1, TcpFlags.ACK, 100)));
            assertEquals(Reason.NO_RIGHTS, refused.reason());
            assertTrue(refused.remedy().contains("sudo"), refused.remedy());
        }
    }

    static void closeWakesAWaitingReceive() throws Exception {
        PacketPort port = PacketPorts.openUnprivileged(new TraceFilter(LOCALHOST));
        Thread closer = Thread.ofVirtual().start(port::close);
        assertEquals(0, port.receive((segment, offset, length, time, direction) -> { }, Long.MAX_VALUE));
        closer.join();
        port.close();
        assertThrows(PacketPortException.class,
                () -> port.send(PacketBuilder.udp(IpHeader.of(LOCALHOST, LOCALHOST, 1), 1, 2, new byte[2])));
    }

    static void bestIsTheSecondBestWithoutRights() throws IOException {
        StringBuilder told = new StringBuilder();
        try (PacketPort port = PacketPorts.openBest(new TraceFilter(LOCALHOST), lacking -> told.append(lacking.remedy()))) {
            assertTrue(told.toString().contains("sudo"), told.toString());
            assertEquals(LOCALHOST, port.sourceFor(LOCALHOST));
            assertTrue(port.mtuBytes(LOCALHOST) >= 1280);
        }
    }
}
