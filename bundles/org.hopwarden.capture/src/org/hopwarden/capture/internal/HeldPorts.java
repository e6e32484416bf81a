package org.hopwarden.capture.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Holds local ports by sockets that are bound to them. A TCP socket that neither listens nor connects leaves a SYN-ACK to be reset. */
final class HeldPorts implements AutoCloseable {

    private static final int FIRST_PORT = 1024;

    private final List<NetworkChannel> held = new ArrayList<>();

    static StandardProtocolFamily family(IpAddress address) {
        return address.isV4() ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** @param wanted 0 for any free one */
    synchronized int reserve(int protocol, IpAddress local, int wanted) throws PacketPortException {
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            return wanted != 0 ? wanted : ThreadLocalRandom.current().nextInt(FIRST_PORT, 1 << 16);
        }
        if (protocol != IpProtocol.UDP && protocol != IpProtocol.TCP) {
            throw new IllegalArgumentException("protocol " + IpProtocol.name(protocol) + " has no ports to reserve");
        }
        try {
            NetworkChannel channel = protocol == IpProtocol.UDP ? DatagramChannel.open(family(local)) : SocketChannel.open(family(local));
            held.add(channel);
            channel.bind(new InetSocketAddress(local.toInetAddress(), wanted));
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            String which = wanted == 0 ? "a " + IpProtocol.name(protocol) + " port" : IpProtocol.name(protocol) + " port " + wanted;
            throw new PacketPortException(Reason.FAILED, "cannot reserve " + which + " on " + local + ": " + e.getMessage(),
                    wanted == 0 ? "It must be an address of this host: hopwarden interfaces"
                            : "Find out who holds it, or leave the choice of the port to the host.");
        }
    }

    @Override
    public synchronized void close() {
        for (NetworkChannel channel : held) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(HeldPorts.class.getName()).log(System.Logger.Level.DEBUG, "a reserved port was not given back", e);
            }
        }
        held.clear();
    }
}
