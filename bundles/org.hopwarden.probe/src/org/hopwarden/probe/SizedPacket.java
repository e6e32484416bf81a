package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.PacketView;

/** Makes a probe longer, such that all else of it stays as its method built it: even its checksum, by which it may be numbered. */
final class SizedPacket {

    /** Room for zeros and, at an even place among them, the two bytes that make up for the changed length. */
    private static final int LEAST_PADDING = 4;
    private static final int DONT_FRAGMENT = 0x40;

    private SizedPacket() {
    }

    /** Whether a packet can be made that long. */
    static boolean fits(PacketView packet, int lengthBytes) {
        return lengthBytes == packet.lengthBytes() || lengthBytes >= packet.lengthBytes() + LEAST_PADDING;
    }

    /**
     * A copy of a whole packet of TCP, UDP or ICMP, with zeros behind it up to a length, that may not be fragmented.
     *
     * @param lengthBytes a length that {@link #fits}
     */
    static MemorySegment of(MemorySegment packet, int lengthBytes) {
        int before = (int) packet.byteSize();
        MemorySegment longer = MemorySegment.ofArray(new byte[lengthBytes]);
        MemorySegment.copy(packet, 0, longer, 0, before);
        PacketView old = PacketView.of(packet);
        if (old.isV4()) {
            setShort(longer, 2, lengthBytes);
            setByte(longer, 6, old.byteAt(6) | DONT_FRAGMENT);
            setShort(longer, 10, 0);
            setShort(longer, 10, Checksum.of(longer, 0, (old.byteAt(0) & 0xf) * 4L));
        } else {
            setShort(longer, 4, lengthBytes - 40);
        }
        if (old.isUdp()) {
            setShort(longer, old.transportOffset() + 4, lengthBytes - old.transportOffset());
        }
        if (lengthBytes > before) {
            keepChecksum(longer, old, lengthBytes);
        }
        return longer;
    }

    /** Sets two bytes of the padding so that the old checksum is true again. */
    private static void keepChecksum(MemorySegment longer, PacketView old, int lengthBytes) {
        int transport = old.transportOffset();
        int length = lengthBytes - transport;
        boolean plainIcmp = old.isIcmp() && old.isV4();
        long sum = plainIcmp ? 0 : Checksum.pseudoHeader(old.source(), old.destination(), old.protocol(), length);
        // All but the word, the checksum field included, must add up to the word's ones' complement.
        int excess = Checksum.finish(Checksum.add(sum, longer, transport, length));
        int at = lengthBytes - 2 - (lengthBytes - transport & 1);
        setShort(longer, at, excess);
    }

    private static void setByte(MemorySegment segment, long at, int value) {
        segment.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    private static void setShort(MemorySegment segment, long at, int value) {
        setByte(segment, at, value >>> 8);
        setByte(segment, at + 1, value);
    }
}
