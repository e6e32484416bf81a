package org.hopwarden.capture.internal;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.CaptureSession;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Learns the station that takes this host's packets towards a destination: the host itself is made to send one there, with TTL 1,
 * and the frame that it leaves in names the station. So routing, neighbour tables, ARP and neighbour discovery are the system's
 * own, the same way on every system.
 */
final class NextHop {

    private static final int ATTEMPTS = 3;
    private static final int ATTEMPT_MILLIS = 1000;
    /** Of all headers before the IP packet. */
    private static final int SNAP_BYTES = 64;
    private static final int GROUP_BIT = 1;

    private NextHop() {
    }

    /**
     * @param device the interface as the library names it
     * @param mac of that interface, with colons
     * @param bind whether the host's own packet must have a source address of this interface; null: as the routing table says
     */
    static byte[] find(String device, String mac, IpAddress destination, NetworkInterface bind)
            throws PacketPortException, CaptureException {
        CompletableFuture<byte[]> station = new CompletableFuture<>();
        CaptureOptions options = CaptureOptions.of(device).withFilter(PcapFilter.sentTo(destination, mac))
                .withSnapBytes(SNAP_BYTES).withImmediate(true);
        CaptureSession session = CaptureSession.start(options, frame -> {
            if (frame.bytes().length >= LinkHeader.MAC_BYTES && (frame.bytes()[0] & GROUP_BIT) == 0) {
                station.complete(Arrays.copyOf(frame.bytes(), LinkHeader.MAC_BYTES));
            }
        });
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Thread.ofPlatform().daemon().name("packet to " + destination).start(() -> send(destination, bind));
                try {
                    return station.get(ATTEMPT_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Then once more: what asks for the station may have been lost.
                    continue;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails this", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PacketPortException(Reason.FAILED, "interrupted while the next hop to " + destination + " was asked for", "");
        } finally {
            // It takes a while on some systems.
            Thread.ofPlatform().daemon().name("next hop close").start(session::close);
        }
        throw new PacketPortException(Reason.NO_ROUTE, "no packet of this host's own to " + destination + " leaves by " + device
                + ": its next hop does not answer, the routing table leads elsewhere, or this host's firewall drops it",
                "Look at the route and at the neighbours of this host: arp -a");
    }

    private static void send(IpAddress destination, NetworkInterface bind) {
        try {
            destination.toInetAddress().isReachable(bind, 1, ATTEMPT_MILLIS);
        } catch (IOException e) {
            System.getLogger(NextHop.class.getName()).log(System.Logger.Level.DEBUG, "the host's own packet was not sent", e);
        }
    }
}
