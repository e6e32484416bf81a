package org.hopwarden.capture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/**
 * What one line of a table says of a frame.
 *
 * @param source an IP address, else a hardware address; empty where there is none
 * @param destination like the source
 * @param protocol a short name in lower case
 * @param info ports, flags, types
 */
public record FrameSummary(String source, String destination, String protocol, String info) {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ARP_BYTES = 28;

    /**
     * Summarises a frame.
     *
     * @param view is pointed at the frame's IP packet, if it has one
     * @param at where the frame starts in the segment
     * @param length the frame's bytes that are there
     */
    public static FrameSummary of(PacketView view, int linkType, MemorySegment segment, long at, int length) {
        int ip = LinkType.ipOffset(linkType, segment, at, length);
        if (ip >= 0) {
            return view.wrap(segment, at + ip, length - ip) ? ofPacket(view)
                    : new FrameSummary("", "", "ip", "malformed IP header");
        }
        if (linkType == LinkType.ETHERNET) {
            return ofEthernet(segment, at, length);
        }
        if (linkType == LinkType.LINUX_SLL && length >= 16) {
            return other("", "", segment, at + 16, length - 16, segment.get(SHORT, at + 14) & 0xffff);
        }
        if (linkType == LinkType.LINUX_SLL2 && length >= 20) {
            return other("", "", segment, at + 20, length - 20, segment.get(SHORT, at) & 0xffff);
        }
        return new FrameSummary("", "", LinkType.isKnown(linkType) ? "data" : "link " + linkType,
                LinkType.isKnown(linkType) ? "no IP packet" : "a link type that is not taken apart");
    }

    /** Summarises the frame that a file stands at. */
    public static FrameSummary of(PacketView view, CaptureFile file) {
        return of(view, file.linkType(), file.segment(), file.offset(), file.capturedBytes());
    }

    private static FrameSummary ofEthernet(MemorySegment segment, long at, int length) {
        if (length < 14) {
            return new FrameSummary("", "", "ethernet", "cut short within the Ethernet header");
        }
        int offset = 12;
        while (offset + 6 <= length && isVlan(segment.get(SHORT, at + offset) & 0xffff)) {
            offset += 4;
        }
        return other(mac(segment, at + 6), mac(segment, at), segment, at + offset + 2, length - offset - 2,
                segment.get(SHORT, at + offset) & 0xffff);
    }

    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88a8;
    }

    private static FrameSummary other(String source, String destination, MemorySegment segment, long at, int length, int type) {
        if (type == ETHERTYPE_ARP && length >= ARP_BYTES && segment.get(SHORT, at + 2) == 0x0800) {
            String sender = IpAddress.read(segment, at + 14, IpVersion.V4).toString();
            String target = IpAddress.read(segment, at + 24, IpVersion.V4).toString();
            return new FrameSummary(source, destination, "arp", switch (segment.get(SHORT, at + 6)) {
                case 1 -> "who has " + target + "? tell " + sender;
                case 2 -> sender + " is at " + mac(segment, at + 8);
                default -> "operation " + segment.get(SHORT, at + 6);
            });
        }
        return new FrameSummary(source, destination, type == ETHERTYPE_ARP ? "arp" : type < 0x0600 ? "llc" : "ethernet",
                type < 0x0600 ? "802.3 frame, length " + type : String.format(Locale.ROOT, "type 0x%04x", type));
    }

    private static String mac(MemorySegment segment, long at) {
        StringBuilder text = new StringBuilder(17);
        for (int i = 0; i < 6; i++) {
            int value = segment.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
            text.append(i == 0 ? "" : ":").append(Character.forDigit(value >>> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        return text.toString();
    }

    private static FrameSummary ofPacket(PacketView view) {
        return new FrameSummary(view.source().toString(), view.destination().toString(), IpProtocol.name(view.protocol()),
                info(view));
    }

    private static String info(PacketView view) {
        StringBuilder text = new StringBuilder(64);
        if (view.isLaterFragment()) {
            return text.append("fragment at ").append(view.fragmentOffset()).append(", ")
                    .append(view.transportLengthBytes()).append(" bytes").toString();
        }
        if (view.sourcePort() >= 0 && view.destinationPort() >= 0) {
            text.append(view.sourcePort()).append(" \u2192 ").append(view.destinationPort());
            if (view.tcpFlags() >= 0) {
                text.append(" [").append(TcpFlags.text(view.tcpFlags())).append("] seq ").append(view.tcpSequence());
                int data = view.statedLengthBytes() - view.transportOffset() - view.tcpHeaderLength();
                text.append(", ").append(Math.max(0, data)).append(" bytes");
            } else if (view.udpLength() >= 0) {
                text.append(", ").append(Math.max(0, view.udpLength() - 8)).append(" bytes");
            }
        } else if (view.icmpType() >= 0) {
            icmp(view, text);
        } else if (IpProtocol.hasPorts(view.protocol()) || view.isIcmp()) {
            text.append("cut short within the transport header");
        } else {
            text.append(view.transportLengthBytes()).append(" bytes");
        }
        return text.append(view.isFragment() ? ", first fragment" : "").toString();
    }

    private static void icmp(PacketView view, StringBuilder text) {
        text.append(IcmpType.text(view.version(), view.icmpType(), view.icmpCode()));
        if (view.icmpMtu() >= 0) {
            text.append(", MTU ").append(view.icmpMtu());
        }
        int type = view.icmpType();
        boolean echo = view.isV6() ? type == IcmpType.V6_ECHO_REQUEST || type == IcmpType.V6_ECHO_REPLY
                : type == IcmpType.ECHO_REQUEST || type == IcmpType.ECHO_REPLY;
        if (echo && view.icmpSequence() >= 0) {
            text.append(", id ").append(view.icmpIdentifier()).append(", seq ").append(view.icmpSequence());
        }
    }
}
