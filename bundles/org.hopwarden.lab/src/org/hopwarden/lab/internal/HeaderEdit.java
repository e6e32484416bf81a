package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * Changes fields of a packet in place, and its checksums by the difference alone (RFC 1624), so that a wrong one stays wrong. The
 * packet may be cut short, as quotes are: a checksum that is not there is not changed.
 */
final class HeaderEdit {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private HeaderEdit() {
    }

    static void setTtl(PacketView view, int ttl) {
        if (view.isV6()) {
            view.segment().set(ValueLayout.JAVA_BYTE, view.base() + 7, (byte) ttl);
        } else {
            setHeaderWord(view, 8, ttl << 8 | view.byteAt(9));
        }
    }

    static void setTrafficClass(PacketView view, int trafficClass) {
        if (view.isV6()) {
            view.segment().set(SHORT, view.base(), (short) (view.shortAt(0) & 0xf00f | trafficClass << 4));
        } else {
            setHeaderWord(view, 0, view.shortAt(0) & 0xff00 | trafficClass);
        }
    }

    /** Of IPv4 only. */
    static void clearDontFragment(PacketView view) {
        if (view.isV4()) {
            setHeaderWord(view, 6, view.shortAt(6) & ~0x4000);
        }
    }

    static void setSource(PacketView view, IpAddress address) {
        setAddress(view, view.isV6() ? 8 : 12, address);
    }

    static void setDestination(PacketView view, IpAddress address) {
        setAddress(view, view.isV6() ? 24 : 16, address);
    }

    private static void setAddress(PacketView view, int offset, IpAddress address) {
        byte[] bytes = new byte[address.version().addressBits() / 8];
        address.write(MemorySegment.ofArray(bytes), 0);
        boolean inSum = view.isTcp() || view.isUdp() || view.isIcmp() && view.isV6();
        for (int i = 0; i < bytes.length; i += 2) {
            int word = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
            int before = view.shortAt(offset + i);
            if (view.isV4()) {
                setHeaderWord(view, offset + i, word);
            } else {
                view.segment().set(SHORT, view.base() + offset + i, (short) word);
            }
            if (inSum) {
                adjustTransport(view, before, word);
            }
        }
    }

    static void setSourcePort(PacketView view, int port) {
        setTransportWord(view, 0, port);
    }

    static void setDestinationPort(PacketView view, int port) {
        setTransportWord(view, 2, port);
    }

    static void setIcmpIdentifier(PacketView view, int identifier) {
        setTransportWord(view, 4, identifier);
    }

    /** @param offset even, from the start of the transport header; nothing happens where the packet ends before it */
    static void setTransportWord(PacketView view, int offset, int word) {
        if (!view.hasTransport(offset + 2)) {
            return;
        }
        int at = view.transportOffset() + offset;
        int before = view.shortAt(at);
        view.segment().set(SHORT, view.base() + at, (short) word);
        adjustTransport(view, before, word);
    }

    /** Reckons the checksum of TCP, UDP or ICMP anew, after bytes behind the header have changed. The packet must be whole. */
    static void renewTransportChecksum(PacketView view) {
        int length = view.transportLengthBytes();
        long at = view.base() + view.transportOffset();
        view.segment().set(SHORT, at + view.checksumOffset(), (short) 0);
        long pseudo = view.isIcmp() && view.isV4() ? 0
                : Checksum.pseudoHeader(view.source(), view.destination(), view.protocol(), length);
        view.segment().set(SHORT, at + view.checksumOffset(),
                (short) Checksum.finish(Checksum.add(pseudo, view.segment(), at, length)));
    }

    private static void setHeaderWord(PacketView view, int offset, int word) {
        int before = view.shortAt(offset);
        view.segment().set(SHORT, view.base() + offset, (short) word);
        view.segment().set(SHORT, view.base() + 10, (short) Checksum.update(view.shortAt(10), before, word));
    }

    private static void adjustTransport(PacketView view, int before, int after) {
        int checksum = view.transportChecksum();
        if (checksum < 0 || view.protocol() == IpProtocol.UDP && checksum == 0 || before == after) {
            return;
        }
        int adjusted = Checksum.update(checksum, before, after);
        boolean udp = view.protocol() == IpProtocol.UDP;
        view.segment().set(SHORT, view.base() + view.transportOffset() + view.checksumOffset(),
                (short) (udp && adjusted == 0 ? 0xffff : adjusted));
    }
}
