package org.hopwarden.capture.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpVersion;

/** What goes in front of an IP packet that is sent in a frame of its own. */
final class LinkHeader {

    static final int MAC_BYTES = 6;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    // Address families as each system numbers them (its sys/socket.h; for Windows Npcap's own loopback header).
    private static final int FAMILY_IPV4 = 2;
    private static final int FAMILY_IPV6_WINDOWS_AND_OTHER_BSD = 24;
    private static final int FAMILY_IPV6_FREEBSD = 28;
    private static final int FAMILY_IPV6_MACOS = 30;

    private LinkHeader() {
    }

    /** Whether packets can be sent in frames of this type. */
    static boolean isKnown(int linkType) {
        return length(linkType) >= 0;
    }

    /** @return -1 where frames of this type cannot be sent */
    static int length(int linkType) {
        return switch (linkType) {
            case LinkType.ETHERNET -> 2 * MAC_BYTES + 2;
            case LinkType.NULL, LinkType.LOOP -> 4;
            case LinkType.RAW, LinkType.IPV4, LinkType.IPV6 -> 0;
            default -> -1;
        };
    }

    /**
     * @param to the station that the frame is for, and
     * @param from this one; both empty where the type has no stations
     * @param system as {@code os.name} has it
     */
    static byte[] of(int linkType, IpVersion version, byte[] to, byte[] from, String system) {
        ByteBuffer header = ByteBuffer.allocate(length(linkType));
        boolean v4 = version == IpVersion.V4;
        switch (linkType) {
            case LinkType.ETHERNET -> header.put(to).put(from).putShort((short) (v4 ? ETHERTYPE_IPV4 : ETHERTYPE_IPV6));
            case LinkType.NULL -> header.order(ByteOrder.nativeOrder()).putInt(v4 ? FAMILY_IPV4 : ipv6Family(system));
            case LinkType.LOOP -> header.putInt(v4 ? FAMILY_IPV4 : ipv6Family(system));
            default -> {
                // The packet speaks for itself.
            }
        }
        return header.array();
    }

    private static int ipv6Family(String system) {
        return system.startsWith("Mac") ? FAMILY_IPV6_MACOS
                : system.equals("FreeBSD") ? FAMILY_IPV6_FREEBSD : FAMILY_IPV6_WINDOWS_AND_OTHER_BSD;
    }
}
