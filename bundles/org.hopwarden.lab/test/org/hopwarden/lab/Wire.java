package org.hopwarden.lab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/** A port of a network in a test, with everything that passed it. */
final class Wire implements AutoCloseable {

    /** host a - r1 - r2 - r3 - host z, in both IP versions. */
    static final String CHAIN = """
            name = "chain"
            viewpoint = "a"
            [[host]]
            name = "a"
            udp-open = [4000]
            [[host]]
            name = "z"
            tcp-open = [80]
            udp-open = [7]
            [[router]]
            name = "r1"
            [[router]]
            name = "r2"
            loopback = ["10.255.0.2", "2001:db8:ff::2"]
            [[router]]
            name = "r3"
            [[link]]
            between = ["a", "r1"]
            prefix = ["10.0.1.0/24", "2001:db8:1::/64"]
            latency = "1 ms"
            [[link]]
            between = ["r1", "r2"]
            prefix = ["10.0.2.0/24", "2001:db8:2::/64"]
            latency = "2 ms"
            [[link]]
            between = ["r2", "r3"]
            prefix = ["10.0.3.0/24", "2001:db8:3::/64"]
            latency = "4 ms"
            [[link]]
            between = ["r3", "z"]
            prefix = ["10.0.4.0/24", "2001:db8:4::/64"]
            latency = "8 ms"
            """;

    record Seen(byte[] bytes, long timeNanos, Direction direction) {

        PacketView view() {
            return PacketView.of(MemorySegment.ofArray(bytes));
        }

        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        @Override
        public String toString() {
            return timeNanos + " " + direction + " " + view() + " " + hex();
        }
    }

    final SimulatedNetwork network;
    final PacketPort port;
    final List<Seen> all = new ArrayList<>();
    final long startNanos;

    Wire(SimulatedNetwork network, String node) {
        this.network = network;
        this.port = network.port(node);
        this.startNanos = port.nowNanos();
    }

    static Wire at(String topology) {
        SimulatedNetwork network = SimulatedNetwork.of(topology(topology));
        return new Wire(network, network.topology().viewpoint());
    }

    static Topology topology(String text) {
        try {
            return Topology.parse(text, "test.toml");
        } catch (TopologyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    IpAddress source(IpAddress destination) throws PacketPortException {
        return port.sourceFor(destination);
    }

    /** A header from this port's node. */
    IpHeader to(String address, int ttl) throws PacketPortException {
        IpAddress destination = IpAddress.parse(address);
        IpHeader header = IpHeader.of(source(destination), destination, ttl);
        return destination.isV4() ? header.withIdentification(0x4242) : header.withFlowLabel(0x54321);
    }

    MemorySegment echo(String address, int ttl, int sequence) throws PacketPortException {
        return PacketBuilder.echoRequest(to(address, ttl), 77, sequence, new byte[] { 1, 2, 3, 4, 5, 6, 7 });
    }

    Wire send(MemorySegment packet) throws PacketPortException {
        port.send(packet);
        return this;
    }

    /** Lets this much time pass. */
    Wire run(Duration time) throws PacketPortException {
        long end = port.nowNanos() + time.toNanos();
        while (port.nowNanos() < end) {
            port.receive((segment, offset, length, timeNanos, direction) -> all.add(new Seen(
                    segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE), timeNanos, direction)), end);
        }
        return this;
    }

    Wire run() throws PacketPortException {
        return run(Duration.ofSeconds(1));
    }

    List<Seen> received() {
        return all.stream().filter(seen -> seen.direction() == Direction.RECEIVED).toList();
    }

    /** The one packet that came in. */
    Seen only() {
        List<Seen> received = received();
        if (received.size() != 1) {
            throw new AssertionError("expected one packet, got " + received);
        }
        return received.getFirst();
    }

    @Override
    public void close() {
        port.close();
    }
}
