package org.hopwarden.enforce.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Set;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;

/**
 * Answers rejected packets on the interface that their frames came in by; those that were sent to a group are not answered, nor those behind a
 * header that states a length.
 */
final class FrameRejection {

    private static final int MACS_BYTES = 12;
    private static final int MAC_BYTES = 6;
    private static final int TYPE_BYTES = 2;
    private static final int TAG_BYTES = 4;
    private static final Set<Integer> VLAN_TYPES = Set.of(0x8100, 0x88a8, 0x9100);
    private static final ValueLayout.OfShort BIG_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final FramePort port;
    private final Rejection rejection = new Rejection();

    /** @param port where the packets come in */
    FrameRejection(FramePort port) {
        this.port = port;
    }

    /** @return whether an answer was sent */
    boolean answer(FrameBatch batch, int index, PacketView packet, RejectWith with) throws PacketPortException {
        boolean groupMac = (batch.memory().get(JAVA_BYTE, batch.frameOffset(index)) & 1) != 0;
        MemorySegment answer = groupMac || !isPlain(batch, index, packet) ? null : rejection.answer(packet, with);
        return answer != null && port.send(frame(batch, index, packet, answer));
    }

    /** Whether nothing but addresses, VLAN tags and the type of the packet stand in front of the packet. */
    private static boolean isPlain(FrameBatch batch, int index, PacketView packet) {
        long last = packet.base() - TYPE_BYTES;
        long at = batch.frameOffset(index) + MACS_BYTES;
        while (at < last && VLAN_TYPES.contains(batch.memory().get(BIG_SHORT, at) & 0xffff)) {
            at += TAG_BYTES;
        }
        return at == last;
    }

    /** The answer behind the rejected frame's own link-layer header, the two addresses exchanged. */
    private static MemorySegment frame(FrameBatch batch, int index, PacketView packet, MemorySegment answer) {
        long from = batch.frameOffset(index);
        int header = (int) (packet.base() - from);
        MemorySegment frame = MemorySegment.ofArray(new byte[header + (int) answer.byteSize()]);
        MemorySegment.copy(batch.memory(), from + MAC_BYTES, frame, 0, MAC_BYTES);
        MemorySegment.copy(batch.memory(), from, frame, MAC_BYTES, MAC_BYTES);
        MemorySegment.copy(batch.memory(), from + MACS_BYTES, frame, MACS_BYTES, header - MACS_BYTES);
        MemorySegment.copy(answer, 0, frame, header, answer.byteSize());
        return frame;
    }
}
