package org.hopwarden.capture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** What stands in front of the IP header in a frame, by the numbers of the LINKTYPE registry of tcpdump.org. */
public final class LinkType {
    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int RAW = 101;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int ETHERTYPE_VLAN = 0x8100;
    private static final int ETHERTYPE_PROVIDER_VLAN = 0x88a8;
    private static final int LEAST_ETHERTYPE = 0x0600;

    private LinkType() {
    }

    /** Whether IP packets are found in frames of this type. */
    public static boolean isKnown(int linkType) {
        return switch (linkType) {
            case NULL, ETHERNET, RAW, LOOP, LINUX_SLL, IPV4, IPV6, LINUX_SLL2 -> true;
            default -> false;
        };
    }

    /**
     * Where the IP header stands in a frame.
     *
     * @param at where the frame starts in the segment
     * @param length the frame's bytes that are there
     * @return an offset in the frame, or -1 where there is none
     */
    public static int ipOffset(int linkType, MemorySegment segment, long at, int length) {
        return switch (linkType) {
            case ETHERNET -> behindType(segment, at, length, 12);
            case LINUX_SLL -> behindType(segment, at, length, 14);
            case LINUX_SLL2 -> length >= 20 && isIp(type(segment, at, 0)) ? 20 : -1;
            case NULL, LOOP -> startsWithIp(segment, at, length, 4) ? 4 : -1;
            case RAW, IPV4, IPV6 -> startsWithIp(segment, at, length, 0) ? 0 : -1;
            default -> -1;
        };
    }

    /** Goes over VLAN tags, of which each has the next type in its last two bytes. */
    private static int behindType(MemorySegment segment, long at, int length, int typeOffset) {
        int offset = typeOffset;
        while (offset + 2 <= length) {
            int type = type(segment, at, offset);
            if (type == ETHERTYPE_VLAN || type == ETHERTYPE_PROVIDER_VLAN) {
                offset += 4;
            } else {
                return type >= LEAST_ETHERTYPE && isIp(type) ? offset + 2 : -1;
            }
        }
        return -1;
    }

    private static int type(MemorySegment segment, long at, int offset) {
        return segment.get(SHORT, at + offset) & 0xffff;
    }

    private static boolean isIp(int etherType) {
        return etherType == ETHERTYPE_IPV4 || etherType == ETHERTYPE_IPV6;
    }

    private static boolean startsWithIp(MemorySegment segment, long at, int length, int offset) {
        if (length <= offset) {
            return false;
        }
        int version = segment.get(ValueLayout.JAVA_BYTE, at + offset) >>> 4 & 0xf;
        return version == 4 || version == 6;
    }
}
