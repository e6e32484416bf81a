package org.hopwarden.packetio;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.hopwarden.net.IpAddress;

/**
 * Sends and receives whole IP packets, from the IP header on, and stamps them with one clock.
 * <p>
 * A port is used by one thread at a time: that thread sends, and calls {@link #receive} to wait. So a simulated network can
 * run on virtual time, where waiting moves the clock on, and a real port needs no locks. Only {@link #close} may be called
 * from another thread; it makes a waiting {@link #receive} return.
 */
public interface PacketPort extends AutoCloseable {

    /** The time in nanoseconds on the clock of this port's stamps. Its zero means nothing. */
    long nowNanos();

    /**
     * The address that packets to a destination are sent from, as the routing table says.
     *
     * @throws PacketPortException where there is no route to the destination
     */
    IpAddress sourceFor(IpAddress destination) throws PacketPortException;

    /**
     * The longest packet, in bytes with its IP header, that the interface towards a destination sends in one piece. What is known
     * of the path behind it does not count.
     *
     * @return at most 65535; the Ethernet 1500 where this port does not know better
     * @throws PacketPortException where there is no route to the destination
     */
    default int mtuBytes(IpAddress destination) throws PacketPortException {
        return 1500;
    }

    /**
     * Reserves a free local port, so that no other program of this host uses it while probes are out, and so that the host
     * itself does not answer replies to it on its own account (UDP). It is given back when the port is closed. For ICMP it is
     * the identifier of echo requests, which plays the part of a port; a host cannot reserve it, and draws one at random.
     *
     * @param protocol TCP, UDP, ICMP or ICMPv6 as in {@link org.hopwarden.net.IpProtocol}
     * @param local an address of this host
     * @return a port number, 1024 to 65535
     */
    int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException;

    /**
     * Reserves this local port, as {@link #reserveLocalPort(int, IpAddress)} does a free one. A simulated network has every port
     * free.
     *
     * @param wanted 1 to 65535; 0: any free one
     * @throws PacketPortException where another program holds it
     */
    default int reserveLocalPort(int protocol, IpAddress local, int wanted) throws PacketPortException {
        return wanted == 0 ? reserveLocalPort(protocol, local) : wanted;
    }

    /**
     * Says that probes leave from a local port that is not reserved, as inside a connection that another program holds. A port may
     * narrow what it hands over of a protocol to what concerns the local ports reserved and expected, once there are any of it.
     *
     * @param protocol as of {@link #reserveLocalPort(int, IpAddress)}
     * @param local the address that they leave from
     * @param localPort 1 to 65535
     */
    default void expectLocalPort(int protocol, IpAddress local, int localPort) throws PacketPortException {
    }

    /**
     * How many packets this host has dropped since this port was opened, because they came in faster than they were taken. They may have
     * been answers: what is not answered while this number grows need not be lost on the path.
     *
     * @return 0 where this port does not know
     */
    default long missedPackets() {
        return 0;
    }

    /**
     * A number that others cannot guess, for first sequence numbers and the like. A simulated network gives the same ones in each
     * run.
     */
    default int randomNumber() {
        return ThreadLocalRandom.current().nextInt();
    }

    /**
     * The TCP connections of the host that this port belongs to.
     *
     * @return none where the host has none, or does not tell
     */
    default List<TcpConnection> connections() throws PacketPortException {
        return List.of();
    }

    /**
     * Sends one packet as it is. The bytes are taken over before this returns.
     *
     * @throws PacketPortException where the host refuses to send, for example because its own firewall drops the packet
     */
    void send(MemorySegment packet) throws PacketPortException;

    /**
     * Sends packets of a batch in their order, each as {@link #send(MemorySegment)} would. A port of a system hands them over with
     * few calls, which is what makes many probes a second possible; each is stamped on its own as it leaves.
     *
     * @param from the place of the first one to send
     * @return how many were sent: 1 or more, unless {@code from} is the batch's size. Where it is not all the rest, call again with the next
     *         place: if that packet is refused, that call says so
     * @throws PacketPortException where the packet at {@code from} is refused, as by {@link #send(MemorySegment)}; the packets behind
     *             it may be sent all the same, from the next place on
     */
    default int send(PacketBatch batch, int from) throws PacketPortException {
        if (from >= batch.size()) {
            return 0;
        }
        send(batch.packet(from));
        return 1;
    }

    /**
     * Hands over the packets that have come in, and waits for the first one until a deadline.
     *
     * @param sink gets each packet; what it is given is valid only during that call
     * @param deadlineNanos on this port's clock; a time that has passed means: do not wait
     * @return how many packets were handed over, 0 when the deadline passed first or the port was closed
     */
    int receive(PacketSink sink, long deadlineNanos) throws PacketPortException;

    /** Gives everything back. Closing a closed port does nothing. */
    @Override
    void close();
}
