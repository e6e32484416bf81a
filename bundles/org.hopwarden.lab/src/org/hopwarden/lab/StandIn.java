package org.hopwarden.lab;

import java.lang.foreign.MemorySegment;

import org.hopwarden.lab.internal.Driver;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;

/**
 * Stands in for a host of a network on the wall clock, as the network stack of a real system does: sends in its name, and gets what
 * comes to it. One thread sends and one receives, at the same time if need be.
 */
public final class StandIn implements AutoCloseable {

    private final Driver driver;
    private final String node;
    private final PacketPort sender;
    private final PacketPort receiver;

    StandIn(Driver driver, String node) {
        this.driver = driver;
        this.node = node;
        this.sender = driver.openSender(node);
        this.receiver = driver.open(node);
        driver.setAnswers(node, false);
    }

    /** The time on the clock of the network in nanoseconds. */
    public long nowNanos() {
        return receiver.nowNanos();
    }

    /** @throws PacketPortException where the host would refuse to send that: see {@link PacketPort#send} */
    public void send(MemorySegment packet) throws PacketPortException {
        sender.send(packet);
    }

    /** Hands over what has come to the host, and waits for the first packet: see {@link PacketPort#receive}. */
    public int receive(PacketSink sink, long deadlineNanos) throws PacketPortException {
        return receiver.receive((segment, offset, length, timeNanos, direction) -> {
            if (direction == PacketSink.Direction.RECEIVED) {
                sink.packet(segment, offset, length, timeNanos, direction);
            }
        }, deadlineNanos);
    }

    /** The host answers by itself again. */
    @Override
    public void close() {
        driver.setAnswers(node, true);
        sender.close();
        receiver.close();
    }
}
