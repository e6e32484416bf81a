package org.hopwarden.cli;

import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;

/**
 * Sends a host large UDP packets that are none of a trace's business, and ICMP errors and answers that seem to belong to one but quote
 * other ports and identifiers. Ends with its standard input, and then prints how many bytes it sent and in how many nanoseconds.
 */
final class FloodProgram {

    private static final int FORGED = 24;
    private static final int LARGE = 40;
    /** No method chooses a port or an identifier as low as that. */
    private static final int WRONG_PORT = 7;

    private FloodProgram() {
    }

    /** @param args where to send from, the host, the target of its trace, and how many megabytes a second */
    public static void main(String[] args) throws Exception {
        IpAddress from = IpAddress.parse(args[0]);
        IpAddress host = IpAddress.parse(args[1]);
        IpAddress target = IpAddress.parse(args[2]);
        double bytesPerNano = Integer.parseInt(args[3]) / 1e3;
        PacketBatch batch = new PacketBatch();
        Random random = new Random(1);
        for (int i = 0; i < LARGE; i++) {
            batch.add(PacketBuilder.udp(IpHeader.of(from, host, 64), 5000, 6000, new byte[1000]));
        }
        for (int i = 0; i < FORGED; i++) {
            batch.add(forged(i, from, host, target, random));
        }
        long bytes = 0;
        long start = System.nanoTime();
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target))) {
            long begin = port.nowNanos();
            System.out.println("sending");
            while (System.in.available() == 0) {
                for (int next = 0; next < batch.size();) {
                    int sent = port.send(batch, next);
                    for (int i = 0; i < sent; i++) {
                        bytes += batch.lengthBytes(next + i);
                    }
                    next += sent;
                }
                for (long until = begin + (long) (bytes / bytesPerNano); port.nowNanos() < until;) {
                    port.receive((segment, offset, length, time, direction) -> { }, until);
                }
            }
        }
        System.out.println(bytes + " " + (System.nanoTime() - start));
    }

    private static MemorySegment forged(int i, IpAddress from, IpAddress host, IpAddress target, Random random) {
        int number = random.nextInt(1 << 16);
        // Every other one of a host that is not this one, as behind a NAT.
        IpHeader probe = IpHeader.of(i % 2 == 0 ? host : from, target, 1);
        var quoted = switch (i % 3) {
            case 0 -> PacketBuilder.echoRequest(probe, WRONG_PORT, number, new byte[20]);
            case 1 -> PacketBuilder.udp(probe, WRONG_PORT, WRONG_PORT, new byte[20]);
            default -> PacketBuilder.tcp(probe, WRONG_PORT, 80, number, 0, 2, 1000);
        };
        return i % 4 == 3 ? PacketBuilder.echoReply(IpHeader.of(target, host, 60), WRONG_PORT, number, new byte[20])
                : PacketBuilder.icmpError(IpHeader.of(from, host, 64), from.isV4() ? IcmpType.TIME_EXCEEDED
                        : IcmpType.V6_TIME_EXCEEDED, 0, 0, PacketView.of(quoted));
    }
}
