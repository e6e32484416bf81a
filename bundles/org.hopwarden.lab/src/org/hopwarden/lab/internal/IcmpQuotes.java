package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;

import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;

/** ICMP errors with a short quote, or with extensions behind it. */
final class IcmpQuotes {

    /** What the packet is filled up to before extensions (RFC 4884 section 3). */
    private static final int LEAST_BEFORE_EXTENSIONS = 128;
    private static final int LONGEST_V4 = 576 - 28;
    private static final int LONGEST_V6 = 1280 - 48;

    private IcmpQuotes() {
    }

    /**
     * Builds an error.
     *
     * @param behindHeader how many bytes behind the quoted IP header are quoted at the most
     * @param extensions null for none
     */
    static MemorySegment error(IpHeader ip, int type, int code, int rest, PacketView quoted, int behindHeader,
            byte[] extensions) {
        int room = (quoted.isV6() ? LONGEST_V6 : LONGEST_V4) - (extensions == null ? 0 : extensions.length);
        // The length before extensions is counted in words of 32 bits, in IPv6 of 64.
        int word = quoted.isV6() ? 8 : 4;
        int length = Math.min(quoted.lengthBytes(), Math.min(quoted.transportOffset() + behindHeader, room));
        if (extensions == null) {
            return PacketBuilder.icmp(ip, type, code, rest, quoted.segment().asSlice(quoted.base(), length));
        }
        length = Math.min(length, room / word * word);
        int padded = Math.max(LEAST_BEFORE_EXTENSIONS, (length + word - 1) / word * word);
        MemorySegment body = MemorySegment.ofArray(new byte[padded + extensions.length]);
        MemorySegment.copy(quoted.segment(), quoted.base(), body, 0, length);
        MemorySegment.copy(MemorySegment.ofArray(extensions), 0, body, padded, extensions.length);
        int stated = quoted.isV6() ? padded / word << 24 : padded / word << 16;
        return PacketBuilder.icmp(ip, type, code, rest | stated, body);
    }
}
