package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.Set;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;

/** Opens the best port that this user may, and says what is not possible with it. */
final class HostPorts {

    /** What ordinary sockets cannot send, or whose point is lost where quotes are not seen as they came. */
    private static final Set<String> RAW_METHODS = Set.of("tcp-ack", "in-connection", "udp-dublin");

    private final PrintStream err;
    private final String verb;
    private boolean raw = true;
    private String remedy = "";

    /** @param verb the words of the command without its target, for the command that a remedy names, such as {@code trace} */
    HostPorts(PrintStream err, String verb) {
        this.err = err;
        this.verb = verb;
    }

    PacketPort open(TraceFilter filter) throws PacketPortException {
        return PacketPorts.openBest(filter, lacking -> {
            raw = false;
            remedy = lacking.remedy();
        });
    }

    /**
     * The method to use with an open port: the one that was chosen, or where nobody chose one and this user may not ping, UDP. Says in
     * one line on standard error what goes without rights.
     *
     * @throws CommandFailure where the method needs rights
     */
    String method(String method, boolean chosen, PacketPort port, IpAddress target) throws PacketPortException {
        if (raw) {
            return method;
        }
        if (RAW_METHODS.contains(method)) {
            throw new CommandFailure(ExitCode.MISSING, "no right to open raw sockets, which the method " + method + " needs", remedy);
        }
        String used = method;
        String ping = "";
        if (method.equals("icmp") && !chosen) {
            try {
                IpAddress source = port.sourceFor(target);
                port.reserveLocalPort(source.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP, source);
            } catch (PacketPortException e) {
                if (e.reason() != Reason.NO_RIGHTS) {
                    throw e;
                }
                used = "udp";
                ping = ", and UDP takes the place of ICMP echo, which sudo sysctl -w net.ipv4.ping_group_range='0 2147483647' would allow";
            }
        }
        err.println("hopwarden: no right to raw sockets, so probes go through ordinary ones: no TCP ACK, no probes in connections, "
                + "no sight of what is rewritten on the way, each TCP probe is a flow of its own" + ping + ". For all of it: sudo ./hopwarden "
                + verb + " " + target);
        return used;
    }
}
