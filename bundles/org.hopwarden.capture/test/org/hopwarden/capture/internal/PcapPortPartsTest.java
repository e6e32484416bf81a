package org.hopwarden.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.FrameFilter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TraceFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcap4j.core.PcapNetworkInterface;

/** The parts of the port, each alone; the whole is tried behind real routers with the command line. */
class PcapPortPartsTest {

    private static final byte[] HERE = HexFormat.of().parseHex("020000000001");
    private static final byte[] THERE = HexFormat.of().parseHex("020000000002");
    private static final IpAddress SOURCE = IpAddress.parse("192.0.2.1");
    private static final IpAddress TARGET = IpAddress.parse("198.51.100.9");
    private static final IpAddress OTHER = IpAddress.parse("198.51.100.10");
    private static final IpAddress SOURCE6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress TARGET6 = IpAddress.parse("2001:db8:9::9");
    private static final IpAddress OTHER6 = IpAddress.parse("2001:db8:9::10");

    private static byte[] frame(int linkType, MemorySegment packet, String system) {
        IpVersion version = (packet.get(ValueLayout.JAVA_BYTE, 0) >>> 4) == 4 ? IpVersion.V4 : IpVersion.V6;
        byte[] header = LinkHeader.of(linkType, version, THERE, HERE, system);
        byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
        return ByteBuffer.allocate(header.length + bytes.length).put(header).put(bytes).array();
    }

    private static boolean passes(IpAddress target, int linkType, MemorySegment packet) throws CaptureException {
        try (FrameFilter filter = compile(PcapFilter.forTrace(new TraceFilter(target)), linkType)) {
            byte[] frame = frame(linkType, packet, "Linux");
            return filter.matches(frame, frame.length);
        }
    }

    private static FrameFilter compile(String expression, int linkType) throws CaptureException {
        try {
            return FrameFilter.compile(expression, linkType);
        } catch (CaptureException e) {
            if (e.reason() == CaptureException.Reason.NO_LIBRARY) {
                abort(e.getMessage());
            }
            throw e;
        }
    }

    private static MemorySegment tcp(IpAddress from, IpAddress to) {
        return PacketBuilder.tcp(IpHeader.of(from, to, 64), 1000, 80, 1, 0, TcpFlags.SYN, 100);
    }

    /** A packet with one extension header of eight bytes in front of what it carries. */
    private static MemorySegment behindExtension(IpAddress to, int extension, int protocol) {
        byte[] payload = new byte[8 + 8];
        payload[0] = (byte) protocol;
        return PacketBuilder.raw(IpHeader.of(SOURCE6, to, 64), extension, payload);
    }

    @ParameterizedTest
    @CsvSource({ "1", "0", "101" })
    void passesAllIcmpAndOfTcpAndUdpOnlyTheTargets(int linkType) throws CaptureException {
        assertTrue(passes(TARGET, linkType, PacketBuilder.echoRequest(IpHeader.of(OTHER, SOURCE, 64), 1, 1, new byte[8])));
        assertTrue(passes(TARGET, linkType, tcp(SOURCE, TARGET)));
        assertTrue(passes(TARGET, linkType, tcp(TARGET, SOURCE)));
        assertTrue(passes(TARGET, linkType, PacketBuilder.udp(IpHeader.of(SOURCE, TARGET, 1), 1, 2, new byte[2])));
        assertFalse(passes(TARGET, linkType, tcp(SOURCE, OTHER)));
        assertFalse(passes(TARGET, linkType, PacketBuilder.udp(IpHeader.of(OTHER, SOURCE, 1), 1, 2, new byte[2])));
        assertFalse(passes(TARGET, linkType, PacketBuilder.raw(IpHeader.of(SOURCE, TARGET, 1), 253, new byte[8])));
        assertFalse(passes(TARGET, linkType, PacketBuilder.echoRequest(IpHeader.of(OTHER6, SOURCE6, 64), 1, 1, new byte[8])));
    }

    @ParameterizedTest
    @CsvSource({ "1", "101" })
    void looksBehindOneExtensionHeaderOfIpv6(int linkType) throws CaptureException {
        assertTrue(passes(TARGET6, linkType, PacketBuilder.echoRequest(IpHeader.of(OTHER6, SOURCE6, 64), 1, 1, new byte[8])));
        assertTrue(passes(TARGET6, linkType, tcp(SOURCE6, TARGET6)));
        assertFalse(passes(TARGET6, linkType, tcp(SOURCE6, OTHER6)));
        for (int extension : new int[] { IpProtocol.HOP_BY_HOP, IpProtocol.ROUTING, IpProtocol.DESTINATION_OPTIONS, IpProtocol.FRAGMENT }) {
            assertTrue(passes(TARGET6, linkType, behindExtension(OTHER6, extension, IpProtocol.ICMPV6)), "ICMP behind " + extension);
            assertTrue(passes(TARGET6, linkType, behindExtension(TARGET6, extension, IpProtocol.UDP)), "UDP behind " + extension);
            assertFalse(passes(TARGET6, linkType, behindExtension(OTHER6, extension, IpProtocol.UDP)), "UDP behind " + extension);
        }
        assertFalse(passes(TARGET6, linkType, tcp(SOURCE, TARGET)));
    }

    @Test
    void whatIsSentCanBeReadAgainOnEachLink() {
        for (int linkType : new int[] { LinkType.ETHERNET, LinkType.NULL, LinkType.LOOP, LinkType.RAW }) {
            for (MemorySegment packet : List.of(tcp(SOURCE, TARGET), tcp(SOURCE6, TARGET6))) {
                byte[] frame = frame(linkType, packet, "Linux");
                assertEquals(LinkHeader.length(linkType), LinkType.ipOffset(linkType, MemorySegment.ofArray(frame), 0, frame.length));
            }
        }
        assertFalse(LinkHeader.isKnown(LinkType.LINUX_SLL));
    }

    @ParameterizedTest
    @CsvSource({ "Mac OS X,30", "Windows 11,24", "FreeBSD,28", "OpenBSD,24" })
    void loopbackHeadersHaveTheAddressFamilyOfTheirSystem(String system, int family) {
        byte[] header = LinkHeader.of(LinkType.NULL, IpVersion.V6, THERE, HERE, system);
        assertEquals(family, ByteBuffer.wrap(header).order(ByteOrder.nativeOrder()).getInt());
        assertEquals(family, ByteBuffer.wrap(LinkHeader.of(LinkType.LOOP, IpVersion.V6, THERE, HERE, system)).getInt());
        assertEquals(2, ByteBuffer.wrap(LinkHeader.of(LinkType.LOOP, IpVersion.V4, THERE, HERE, system)).getInt());
    }

    @Test
    void anInterfaceIsFoundByItsNameElseByItsAddress() throws CaptureException {
        List<PcapNetworkInterface> known;
        try {
            known = LibPcap.interfaces();
        } catch (CaptureException e) {
            abort(e.getMessage());
            return;
        }
        Set<IpAddress> loopback = Set.of(IpAddress.parse("127.0.0.1"));
        if (known.stream().noneMatch(each -> each.getName().equals("lo"))) {
            abort("the library lists no interface to this user");
        }
        assertEquals(Optional.of("lo"), PcapLink.device(known, "lo", true, Set.of()));
        assertEquals(Optional.of("lo"), PcapLink.device(known, "other name", false, loopback));
        assertEquals(Optional.of("lo"), PcapLink.device(known, "other name", true, Set.of()));
        assertEquals(Optional.empty(), PcapLink.device(known, "other name", false, Set.of(OTHER)));
    }

    @Test
    void routesAreThoseOfTheSystem() throws IOException {
        IpAddress localhost = IpAddress.parse("127.0.0.1");
        HostRoute route = HostRoute.to(IpAddress.parse("127.0.0.9"), Optional.empty());
        assertEquals(localhost, route.source());
        assertTrue(route.interfaceOut().isLoopback());
        for (String none : List.of("0.0.0.0", "fe80::1")) {
            PacketPortException e = assertThrows(PacketPortException.class,
                    () -> HostRoute.to(IpAddress.parse(none), Optional.empty()));
            assertEquals(PacketPortException.Reason.NO_ROUTE, e.reason());
            assertFalse(e.remedy().isEmpty());
        }
        PacketPortException e = assertThrows(PacketPortException.class, () -> HostRoute.to(localhost, Optional.of("nope0")));
        assertEquals(PacketPortException.Reason.NOT_AVAILABLE, e.reason());
    }

    @Test
    void heldPortsAreFreeAgainWhenTheyAreGivenBack() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        IpAddress local = IpAddress.of(loopback);
        int given;
        try (HeldPorts ports = new HeldPorts()) {
            int tcp = ports.reserve(IpProtocol.TCP, local, 0);
            int udp = ports.reserve(IpProtocol.UDP, local, 0);
            given = udp;
            assertThrows(BindException.class, () -> new ServerSocket(tcp, 5, loopback).close());
            assertThrows(BindException.class, () -> new DatagramSocket(udp, loopback).close());
            assertThrows(PacketPortException.class, () -> ports.reserve(IpProtocol.UDP, local, udp));
            assertThrows(PacketPortException.class, () -> ports.reserve(IpProtocol.UDP, OTHER, 0));
            assertEquals(77, ports.reserve(IpProtocol.ICMP, local, 77));
        }
        new DatagramSocket(given, loopback).close();
    }

    @Test
    void eachSystemHasItsRemedy() {
        CaptureException rights = new CaptureException(CaptureException.Reason.NO_RIGHTS, "no", "hopwarden capture");
        assertTrue(PcapFaults.of(rights, "Windows 11").remedy().contains("administrator"));
        assertTrue(PcapFaults.of(rights, "Mac OS X").remedy().contains("ChmodBPF"));
        assertTrue(PcapFaults.of(rights, "Linux").remedy().contains("sudo"));
        CaptureException library = new CaptureException(CaptureException.Reason.NO_LIBRARY, "no library", "apt-get");
        assertTrue(PcapFaults.of(library, "Windows 11").remedy().contains("Npcap"));
        assertEquals(PacketPortException.Reason.NOT_AVAILABLE, PcapFaults.of(library, "Linux").reason());
    }
}
