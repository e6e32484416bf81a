package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.PacketView;

/** Cuts up IPv4 packets on their way (RFC 791 section 3.2), also such as are fragments already. */
final class Fragments {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int MORE = 0x2000;
    private static final byte NO_OPERATION = 1;

    private Fragments() {
    }

    /** Whether a packet may be cut up where a link is too narrow for it. */
    static boolean mayCut(PacketView packet) {
        return packet.isV4() && !packet.dontFragment();
    }

    /** @param packet one of IPv4 that is longer than the MTU and {@linkplain #mayCut may be cut} */
    static List<MemorySegment> of(MemorySegment packet, int mtuBytes) {
        PacketView view = PacketView.of(packet);
        int header = view.transportOffset();
        int data = view.lengthBytes() - header;
        int each = mtuBytes - header & ~7;
        if (each < 8) {
            throw new IllegalArgumentException("no fragment fits into an MTU of " + mtuBytes + " bytes");
        }
        int before = view.fragmentOffset();
        List<MemorySegment> fragments = new ArrayList<>();
        for (int offset = 0; offset < data; offset += each) {
            int length = Math.min(each, data - offset);
            MemorySegment fragment = MemorySegment.ofArray(new byte[header + length]);
            MemorySegment.copy(packet, 0, fragment, 0, header);
            MemorySegment.copy(packet, header + offset, fragment, header, length);
            if (offset > 0) {
                clearOptions(fragment, header);
            }
            boolean more = offset + length < data || view.moreFragments();
            fragment.set(SHORT, 2, (short) (header + length));
            fragment.set(SHORT, 6, (short) (before + offset >>> 3 | (more ? MORE : 0)));
            fragment.set(SHORT, 10, (short) 0);
            fragment.set(SHORT, 10, (short) Checksum.of(fragment, 0, header));
            fragments.add(fragment);
        }
        return fragments;
    }

    /** Overwrites the options that only the first fragment carries: those without the copied flag. */
    private static void clearOptions(MemorySegment fragment, int header) {
        for (int at = 20; at < header;) {
            byte type = fragment.get(ValueLayout.JAVA_BYTE, at);
            int length = type == 0 || type == NO_OPERATION || at + 1 == header ? 1
                    : Math.max(2, fragment.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff);
            int end = Math.min(header, at + length);
            for (; at < end; at++) {
                if (type > 0) {
                    fragment.set(ValueLayout.JAVA_BYTE, at, NO_OPERATION);
                }
            }
        }
    }
}
