package org.hopwarden.cli.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.lab.LabConnection;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.TraceRequest;

/** Gives the host that traces start from a live connection, for a simulated host has no programs that would open one. */
final class LabConversation {

    private static final String IN_CONNECTION = "in-connection";
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long STEP_NANOS = 10_000_000;

    private LabConversation() {
    }

    /**
     * Opens a connection to the target, where the method wants one, and waits until it is up.
     *
     * @param port at the host that traces start from, which lets time pass
     */
    static void begin(SimulatedNetwork network, PacketPort port, TraceRequest request, Interruption interruption)
            throws PacketPortException {
        if (!request.method().equals(IN_CONNECTION)) {
            return;
        }
        if (request.options().sourcePort() != 0) {
            throw CommandFailure.usage("a simulated host chooses the local port of its connection itself", "Leave out --source-port.");
        }
        Topology topology = network.topology();
        Set<Integer> services = topology.owner(request.address()).map(Topology.Node::tcpOpen).orElse(Set.of());
        if (request.port() == 0 && services.isEmpty()) {
            throw CommandFailure.usage(request.address() + " has no TCP service that is known here", "Name its port with --port.");
        }
        int remotePort = request.port() != 0 ? request.port() : Collections.min(services);
        LabConnection connection = network.converse(topology.viewpoint(), request.address(), remotePort, INTERVAL);
        long deadline = port.nowNanos() + PATIENCE.toNanos();
        while (!connection.isEstablished() && !connection.isClosed() && port.nowNanos() < deadline && !interruption.isRequested()) {
            port.receive((packet, offset, length, time, direction) -> { }, Math.min(deadline, port.nowNanos() + STEP_NANOS));
        }
        if (!connection.isEstablished() && !interruption.isRequested()) {
            throw new CommandFailure(ExitCode.MISSING, topology.viewpoint() + " has no connection to " + request.address() + " port "
                    + remotePort + ": " + (connection.isClosed() ? "it was refused" : "nobody answered"),
                    services.isEmpty() ? "Name the port of a TCP service with --port." : "TCP services there: "
                            + services.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }
}
