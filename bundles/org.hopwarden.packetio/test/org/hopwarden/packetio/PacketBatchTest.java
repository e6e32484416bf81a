package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class PacketBatchTest {

    private static MemorySegment packet(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return MemorySegment.ofArray(bytes);
    }

    @Test
    void takesPacketsOverUntilItIsFull() {
        PacketBatch batch = new PacketBatch();
        for (int i = 0; i < PacketBatch.CAPACITY; i++) {
            assertTrue(batch.add(packet(20 + i, i)));
        }
        assertFalse(batch.add(packet(20, 1)));
        assertEquals(PacketBatch.CAPACITY, batch.size());
        for (int i = 0; i < PacketBatch.CAPACITY; i++) {
            assertArrayEquals(packet(20 + i, i).toArray(ValueLayout.JAVA_BYTE), batch.packet(i).toArray(ValueLayout.JAVA_BYTE));
            assertEquals(0, batch.offset(i) % 8);
        }
        batch.clear();
        assertEquals(0, batch.size());
        assertTrue(batch.add(packet(20, 1)));
    }

    @Test
    void hasRoomForOneLargestPacket() {
        PacketBatch batch = new PacketBatch();
        assertTrue(batch.add(packet(0xffff, 3)));
        assertFalse(batch.add(packet(20, 4)));
        assertEquals(0xffff, batch.lengthBytes(0));
        assertThrows(IndexOutOfBoundsException.class, () -> batch.packet(1));
        assertThrows(IllegalArgumentException.class, () -> batch.add(packet(0x10000, 5)));
    }
}
