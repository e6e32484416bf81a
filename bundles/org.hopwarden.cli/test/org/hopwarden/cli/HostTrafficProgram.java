package org.hopwarden.cli;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;

import org.hopwarden.cli.MalformedFrames.Ends;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;

/** Sends malformed packets of the host that it runs on, as far as its kernel takes them. */
final class HostTrafficProgram {

    private static final int BURST = 100;
    private static final long BURST_NANOS = 1_000_000;

    private HostTrafficProgram() {
    }

    /** @param args how many, and the seed */
    public static void main(String[] args) throws PacketPortException {
        MalformedFrames packets = new MalformedFrames(Long.parseLong(args[1]), new byte[12], Ends.FROM_HOST);
        int sent = 0;
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(IpAddress.parse(FaultPolicy.FAR_V4)))) {
            for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                byte[] packet = packets.nextPacket();
                try {
                    port.send(MemorySegment.ofArray(packet));
                    sent++;
                } catch (PacketPortException | IllegalArgumentException e) {
                    // The kernel does not send everything.
                }
                if (i % BURST == 0) {
                    LockSupport.parkNanos(BURST_NANOS);
                }
            }
        }
        System.out.println("sent=" + sent);
    }
}
