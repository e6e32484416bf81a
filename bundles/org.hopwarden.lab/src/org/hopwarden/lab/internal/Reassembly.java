package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * Puts the fragments that come to one node together again (RFC 791 section 3.2, RFC 8200 section 4.5). A packet with fragments that
 * overlap is given up as a whole (RFC 5722). What is not complete in time is forgotten, without a word.
 */
final class Reassembly {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    /** {@code net.ipv4.ipfrag_time} of Linux. */
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int MAX_OPEN = 1024;
    private static final int UNIT_BYTES = 8;

    private record Key(IpAddress source, IpAddress destination, int protocol, long identification) {
    }

    /** A packet of which some fragments are there. */
    private static final class Open {
        private final long sinceNanos;
        private final byte[] data = new byte[0x10000 + UNIT_BYTES];
        private final BitSet units = new BitSet();
        private byte[] header;
        private int totalBytes = -1;
        private boolean spoilt;

        Open(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }

        boolean isComplete() {
            return !spoilt && header != null && totalBytes >= 0
                    && units.nextClearBit(0) >= (totalBytes + UNIT_BYTES - 1) / UNIT_BYTES;
        }
    }

    private final Map<Key, Open> open = new LinkedHashMap<>();

    /** @return the whole packet that this fragment completes; null where something is still missing */
    MemorySegment add(PacketView fragment, long nowNanos) {
        forgetOld(nowNanos);
        Key key = new Key(fragment.source(), fragment.destination(), fragment.isV6() ? 0 : fragment.protocol(),
                fragment.identification());
        Open packet = open.computeIfAbsent(key, _ -> new Open(nowNanos));
        put(fragment, packet);
        if (!packet.isComplete()) {
            return null;
        }
        open.remove(key);
        return whole(packet, fragment.isV6());
    }

    private void forgetOld(long nowNanos) {
        Iterator<Open> oldest = open.values().iterator();
        while (oldest.hasNext() && (oldest.next().sinceNanos + PATIENCE_NANOS <= nowNanos || open.size() >= MAX_OPEN)) {
            oldest.remove();
        }
    }

    private static void put(PacketView fragment, Open packet) {
        int offset = fragment.fragmentOffset();
        int length = fragment.transportLengthBytes();
        int end = offset + length;
        boolean more = fragment.moreFragments();
        int first = offset / UNIT_BYTES;
        int behind = (end + UNIT_BYTES - 1) / UNIT_BYTES;
        int there = packet.units.get(first, behind).cardinality();
        if (there == behind - first && there > 0) {
            // The same one again, as a link that duplicates makes it.
            return;
        }
        boolean tooLong = end > 0xffff || packet.totalBytes >= 0 && end > packet.totalBytes
                || !more && (packet.totalBytes >= 0 && packet.totalBytes != end || packet.units.length() > behind);
        if (there > 0 || tooLong || more && (length % UNIT_BYTES != 0 || length == 0)) {
            packet.spoilt = true;
            return;
        }
        MemorySegment.copy(fragment.segment(), ValueLayout.JAVA_BYTE, fragment.base() + fragment.transportOffset(), packet.data,
                offset, length);
        packet.units.set(first, behind);
        if (!more) {
            packet.totalBytes = end;
        }
        if (offset == 0) {
            packet.header = fragment.isV6() ? unfragmentable(fragment) : header(fragment, fragment.transportOffset());
        }
    }

    private static byte[] header(PacketView fragment, int length) {
        return fragment.segment().asSlice(fragment.base(), length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** What stands before the fragment header, with the protocol that this names in its place. */
    private static byte[] unfragmentable(PacketView fragment) {
        int field = 6;
        int at = 40;
        while (fragment.byteAt(field) != IpProtocol.FRAGMENT) {
            field = at;
            at += (fragment.byteAt(at + 1) + 1) * 8;
        }
        byte[] header = header(fragment, at);
        header[field] = (byte) fragment.byteAt(at);
        return header;
    }

    /** Null where it would be longer than a packet can be. */
    private static MemorySegment whole(Open packet, boolean v6) {
        int header = packet.header.length;
        int length = header + packet.totalBytes;
        int stated = v6 ? length - 40 : length;
        if (stated > 0xffff) {
            return null;
        }
        MemorySegment whole = MemorySegment.ofArray(new byte[length]);
        MemorySegment.copy(packet.header, 0, whole, ValueLayout.JAVA_BYTE, 0, header);
        MemorySegment.copy(packet.data, 0, whole, ValueLayout.JAVA_BYTE, header, packet.totalBytes);
        whole.set(SHORT, v6 ? 4 : 2, (short) stated);
        if (!v6) {
            whole.set(SHORT, 6, (short) 0);
            whole.set(SHORT, 10, (short) 0);
            whole.set(SHORT, 10, (short) Checksum.of(whole, 0, header));
        }
        return whole;
    }
}
