package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.QueuePort;
import org.junit.jupiter.api.Test;

class QueueWorkerTest {

    private static final int IPV6_BYTES = 40;
    private static final IpHeader HEADER = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8:7::9"), 64);

    /** UDP behind destination options, as far as it is copied. */
    private static PacketView behind(int optionsBytes, int dataBytes) {
        byte[] payload = new byte[optionsBytes + 8 + dataBytes];
        for (int at = 0; at < optionsBytes;) {
            int length = Math.min(optionsBytes - at, 2048);
            payload[at] = (byte) (at + length < optionsBytes ? IpProtocol.DESTINATION_OPTIONS : IpProtocol.UDP);
            payload[at + 1] = (byte) (length / 8 - 1);
            at += length;
        }
        MemorySegment packet = PacketBuilder.raw(HEADER, optionsBytes == 0 ? IpProtocol.UDP : IpProtocol.DESTINATION_OPTIONS, payload);
        return PacketView.of(packet.asSlice(0, Math.min(packet.byteSize(), QueuePort.COPIED_BYTES)));
    }

    @Test
    void portsThatWereNotCopiedAreHidden() {
        int room = QueuePort.COPIED_BYTES - IPV6_BYTES;
        for (int options = 0; options <= room + 64; options += 8) {
            boolean hidden = room - options < 20;
            assertEquals(hidden, QueueWorker.hidesItsTransport(behind(options, 4096)), options + " bytes of options");
        }
    }

    @Test
    void whatIsShortHidesNothing() {
        for (int options = 0; options < 3000; options += 8) {
            assertEquals(false, QueueWorker.hidesItsTransport(behind(options, 0)));
        }
    }
}
