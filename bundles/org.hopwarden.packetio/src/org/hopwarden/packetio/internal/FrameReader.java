package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.packetio.FrameContent;

/**
 * Finds out what a frame carries. An IP packet is found behind VLAN tags (IEEE 802.1Q, 802.1ad), behind the long form of an IEEE 802.3 frame
 * (LLC and SNAP, RFC 1042), and in a session of PPPoE (RFC 2516), for a host would find it there as well. Used by one thread at a time.
 */
final class FrameReader {

    private static final int MACS_BYTES = 12;
    private static final int TYPE_BYTES = 2;
    private static final int TAG_BYTES = 4;
    private static final int LLC_BYTES = 3;
    private static final int LLC_SNAP = 0xaaaa03;
    private static final int LLC_SPANNING_TREE = 0x424203;
    private static final int SNAP_BYTES = 5;
    private static final int SNAP_TUNNEL = 0x0000f8;
    private static final long SPANNING_TREE_MAC = 0x0180_c200_0000L;
    private static final int PPPOE_BYTES = 6;
    private static final int PPPOE_SESSION = 0x1100;
    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;
    /** What an ARP message for IPv4 over Ethernet begins with: the two kinds of addresses, and their lengths. */
    private static final long ARP_START = 0x0001_0800_0604L;
    private static final int ARP_BYTES = 28;
    private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private int packetStart;

    /** @return what the frame carries; for {@code IP}, {@link #packetStart} says where */
    FrameContent read(MemorySegment data, long frame, int length) {
        int at = MACS_BYTES;
        while (at + TYPE_BYTES <= length) {
            int type = data.get(SHORT, frame + at) & 0xffff;
            at += TYPE_BYTES;
            switch (type) {
                case Linux.ETH_P_IP, Linux.ETH_P_IPV6 -> {
                    packetStart = at;
                    return FrameContent.IP;
                }
                case Linux.ETH_P_ARP -> {
                    return length - at >= ARP_BYTES && data.get(LONG, frame + at) >>> 16 == ARP_START ? FrameContent.ARP : FrameContent.OTHER;
                }
                case Linux.ETH_P_8021Q, Linux.ETH_P_8021AD, Linux.ETH_P_QINQ1 -> at += TAG_BYTES - TYPE_BYTES;
                case Linux.ETH_P_PPP_SES -> {
                    return session(data, frame + at, length - at, at);
                }
                default -> {
                    int llc = type < Linux.ETH_P_802_3_MIN && length - at > LLC_BYTES ? data.get(INT, frame + at) >>> 8 : 0;
                    if (llc != LLC_SNAP || !isEthernetSnap(data, frame + at, length - at)) {
                        return llc == LLC_SPANNING_TREE && data.get(LONG, frame) >>> 16 == SPANNING_TREE_MAC ? FrameContent.SPANNING_TREE
                                : FrameContent.OTHER;
                    }
                    at += LLC_BYTES + SNAP_BYTES - TYPE_BYTES;
                }
            }
        }
        return FrameContent.OTHER;
    }

    private static boolean isEthernetSnap(MemorySegment data, long llc, int length) {
        if (length < LLC_BYTES + SNAP_BYTES) {
            return false;
        }
        int organisation = data.get(INT, llc + LLC_BYTES - 1) & 0xff_ffff;
        return organisation == 0 || organisation == SNAP_TUNNEL;
    }

    private FrameContent session(MemorySegment data, long header, int length, int at) {
        if (length < PPPOE_BYTES + TYPE_BYTES || (data.get(SHORT, header) & 0xffff) != PPPOE_SESSION) {
            return FrameContent.OTHER;
        }
        int protocol = data.get(SHORT, header + PPPOE_BYTES) & 0xffff;
        packetStart = at + PPPOE_BYTES + TYPE_BYTES;
        return protocol == PPP_IPV4 || protocol == PPP_IPV6 ? FrameContent.IP : FrameContent.OTHER;
    }

    /** Where the IP packet starts, in bytes from the start of the frame. */
    int packetStart() {
        return packetStart;
    }
}
