package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;

class DissectionTest {

    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
    private static final IpHeader V6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 64);
    private static final byte[] DATA = "data of a probe".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static byte[] bytes(MemorySegment packet) {
        return packet.toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] ethernet(MemorySegment packet) {
        byte[] ip = bytes(packet);
        return ByteBuffer.allocate(14 + ip.length).put(new byte[] { 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2 })
                .putShort((short) (ip[0] >>> 4 == 6 ? 0x86dd : 0x0800)).put(ip).array();
    }

    private static MemorySegment syn(IpHeader ip) {
        return PacketBuilder.tcp(ip, 40000, 443, 7, 0, TcpFlags.SYN, 1024, new byte[] { 2, 4, 5, (byte) 0xb4, 1, 1, 1, 0 },
                DATA);
    }

    private static List<MemorySegment> packets() {
        List<MemorySegment> packets = new ArrayList<>();
        for (IpHeader ip : List.of(V4, V6)) {
            MemorySegment udp = PacketBuilder.udp(ip, 4000, 53, new byte[1200]);
            packets.add(udp);
            packets.add(syn(ip));
            packets.add(PacketBuilder.echoRequest(ip, 1, 2, DATA));
            packets.add(PacketBuilder.echoReply(ip, 1, 2, DATA));
            packets.add(PacketBuilder.icmpError(ip, ip == V4 ? IcmpType.TIME_EXCEEDED : IcmpType.V6_TIME_EXCEEDED, 0, 0,
                    PacketView.of(udp)));
            packets.addAll(PacketBuilder.fragments(udp, 600, 9));
            for (int protocol : new int[] { 0, 4, 41, 43, 44, 47, 50, 51, 60, 89, 132, 255 }) {
                packets.add(PacketBuilder.raw(ip, protocol, DATA));
            }
        }
        return packets;
    }

    private static ProtocolNode find(List<ProtocolNode> nodes, String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + nodes));
    }

    /** Every range lies in the frame and in its parent's, and the headers cover the frame without a gap. */
    private static void check(byte[] frame, List<ProtocolNode> nodes, String what) {
        assertEquals("Frame", nodes.getFirst().name(), what);
        int end = 0;
        for (ProtocolNode node : nodes.subList(1, nodes.size())) {
            assertEquals(end, node.offset(), what + nodes);
            end += node.lengthBytes();
            checkRanges(frame.length, node, what);
        }
        assertEquals(frame.length, end, what + nodes);
    }

    private static void checkRanges(int most, ProtocolNode node, String what) {
        assertTrue(node.offset() >= 0 && node.lengthBytes() >= 0 && node.offset() + node.lengthBytes() <= most, what + node);
        node.children().forEach(child -> checkRanges(most, child, what));
    }

    @Test
    void tellsTheFieldsAndWhereTheyStand() {
        byte[] frame = ethernet(syn(V4));
        List<ProtocolNode> nodes = Dissection.of(LinkType.ETHERNET, frame, frame.length);
        check(frame, nodes, "");
        assertEquals(List.of("Frame", "Ethernet", "IPv4", "TCP", "Data"), nodes.stream().map(ProtocolNode::name).toList());
        ProtocolNode ip = find(nodes, "IPv4");
        assertEquals("192.0.2.1 → 198.51.100.2", ip.value());
        assertEquals(ProtocolNode.field("Source address", "192.0.2.1", 26, 4), find(ip.children(), "Source address"));
        ProtocolNode tcp = find(nodes, "TCP");
        assertEquals(ProtocolNode.field("Source port", "40000", 34, 2), find(tcp.children(), "Source port"));
        ProtocolNode flags = find(tcp.children(), "Flags");
        assertEquals("SYN", flags.value());
        assertEquals("true", find(flags.children(), "SYN").value());
        List<ProtocolNode> options = tcp.children().stream().filter(node -> node.name().equals("Option")).toList();
        assertEquals(List.of(54, 58, 59, 60, 61), options.stream().map(ProtocolNode::offset).toList());
        assertTrue(options.getFirst().value().contains("1460"), options.toString());
    }

    @Test
    void tellsIpv6AndIcmp() {
        byte[] packet = bytes(PacketBuilder.echoRequest(V6, 300, 5, DATA));
        List<ProtocolNode> nodes = Dissection.of(LinkType.RAW, packet, packet.length);
        check(packet, nodes, "");
        assertEquals("2001:db8::1 → 2001:db8::2", find(nodes, "IPv6").value());
        assertEquals(ProtocolNode.field("Identifier", "300", 44, 2),
                find(find(nodes, "ICMPv6 Echo Request").children(), "Identifier"));
    }

    @Test
    void everyPacketIsTakenApartOnEveryLink() {
        for (MemorySegment packet : packets()) {
            byte[] raw = bytes(packet);
            byte[] frame = ethernet(packet);
            check(frame, Dissection.of(LinkType.ETHERNET, frame, frame.length), packet.toString());
            check(raw, Dissection.of(LinkType.RAW, raw, raw.length), packet.toString());
            byte[] sll2 = ByteBuffer.allocate(20 + raw.length).put(frame, 12, 2).position(20).put(raw).array();
            List<ProtocolNode> nodes = Dissection.of(LinkType.LINUX_SLL2, sll2, sll2.length);
            check(sll2, nodes, packet.toString());
            assertEquals(PacketView.of(packet).isV6() ? "IPv6" : "IPv4", nodes.get(2).name());
        }
    }

    @Test
    void whatIsCutShortSaysSo() {
        byte[] whole = ethernet(syn(V4));
        for (int length = 0; length < whole.length; length++) {
            byte[] frame = java.util.Arrays.copyOf(whole, length);
            List<ProtocolNode> nodes = Dissection.of(LinkType.ETHERNET, frame, whole.length);
            check(frame, nodes, "cut to " + length);
            assertTrue(nodes.getFirst().value().contains("cut short when captured"));
            boolean inHeaders = length > 0 && length < 62 && length != 14 && length != 34;
            assertEquals(inHeaders, nodes.stream().anyMatch(ProtocolNode::malformed), "cut to " + length + nodes);
        }
    }

    @Test
    void vlanTagsWithoutEndAreNoTrouble() {
        ByteBuffer frame = ByteBuffer.allocate(60_000).position(12);
        while (frame.remaining() >= 4) {
            frame.putShort((short) 0x8100).putShort((short) 1);
        }
        List<ProtocolNode> nodes = Dissection.of(LinkType.ETHERNET, frame.array(), 60_000);
        check(frame.array(), nodes, "");
        assertTrue(nodes.stream().anyMatch(ProtocolNode::malformed), nodes.getLast().toString());
    }

    @Test
    void anyBytesGiveATreeAndALine() {
        long seed = Long.getLong("hopwarden.seed", 20_261_121L);
        Random random = new Random(seed);
        List<MemorySegment> packets = packets();
        int[] links = { LinkType.NULL, LinkType.ETHERNET, LinkType.RAW, LinkType.LOOP, LinkType.LINUX_SLL, LinkType.IPV4,
            LinkType.IPV6, LinkType.LINUX_SLL2, 147 };
        PacketView view = new PacketView();
        int rounds = Boolean.getBoolean("hopwarden.full") ? 200_000 : 10_000;
        for (int round = 0; round < rounds; round++) {
            byte[] frame = random.nextInt(4) == 0 ? new byte[random.nextInt(200)]
                    : ethernet(packets.get(random.nextInt(packets.size())));
            if (random.nextInt(4) == 0) {
                random.nextBytes(frame);
            }
            for (int n = frame.length == 0 ? 0 : random.nextInt(6); n > 0; n--) {
                frame[random.nextInt(Math.min(frame.length, 90))] = (byte) random.nextInt();
            }
            byte[] cut = java.util.Arrays.copyOf(frame, random.nextBoolean() ? frame.length : random.nextInt(frame.length + 1));
            int link = links[random.nextInt(links.length)];
            String what = "seed " + seed + " round " + round + " link " + link + " ";
            check(cut, Dissection.of(link, cut, frame.length), what);
            FrameSummary summary = FrameSummary.of(view, link, MemorySegment.ofArray(cut), 0, cut.length);
            assertFalse(summary.protocol().isEmpty(), what);
        }
    }

    @Test
    void aLineNamesWhatMatters() {
        PacketView view = new PacketView();
        byte[] frame = ethernet(syn(V4));
        assertEquals(new FrameSummary("192.0.2.1", "198.51.100.2", "tcp", "40000 → 443 [SYN] seq 7, 15 bytes"),
                FrameSummary.of(view, LinkType.ETHERNET, MemorySegment.ofArray(frame), 0, frame.length));
        byte[] arp = ByteBuffer.allocate(42).put(new byte[] { -1, -1, -1, -1, -1, -1, 2, 0, 0, 0, 0, 2 })
                .putShort((short) 0x0806).putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4)
                .putShort((short) 1).put(new byte[] { 2, 0, 0, 0, 0, 2, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 10, 0, 0, 2 }).array();
        assertEquals(new FrameSummary("02:00:00:00:00:02", "ff:ff:ff:ff:ff:ff", "arp", "who has 10.0.0.2? tell 10.0.0.1"),
                FrameSummary.of(view, LinkType.ETHERNET, MemorySegment.ofArray(arp), 0, arp.length));
        check(arp, Dissection.of(LinkType.ETHERNET, arp, arp.length), "arp");
    }
}
