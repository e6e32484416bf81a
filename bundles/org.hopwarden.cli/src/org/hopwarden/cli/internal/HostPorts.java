package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.TraceRequest;

/** Opens the best port that this user may, and says what is not possible with it. */
final class HostPorts {

    /** What ordinary sockets cannot send, or whose point is lost where quotes are not seen as they came. */
    private static final Set<String> RAW_METHODS = Set.of("tcp-ack", "in-connection", "udp-dublin");

    private static final String ALLOW_PING = "sudo sysctl -w net.ipv4.ping_group_range='0 2147483647'";

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
     * The method to use with an open port: the one that was chosen, or where nobody chose one and this user may not ping, UDP. Says
     * in one line on standard error what does not go without rights.
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
        boolean takesUdp = method.equals("icmp") && !chosen && !mayPing(port, target);
        tell(target, takesUdp ? ", and UDP takes the place of ICMP echo, which " + ALLOW_PING + " would allow" : "");
        return takesUdp ? "udp" : method;
    }

    /** Those of many that can be sent with an open port. Says in one line on standard error which cannot. */
    List<TraceRequest> possible(List<TraceRequest> requests, PacketPort port) throws PacketPortException {
        if (raw) {
            return requests;
        }
        IpAddress target = requests.getFirst().address();
        boolean pings = mayPing(port, target);
        tell(target, pings ? "" : ", and no ICMP echo, which " + ALLOW_PING + " would allow");
        return requests.stream().filter(request -> !RAW_METHODS.contains(request.method())
                && (pings || !request.method().equals("icmp"))).toList();
    }

    private static boolean mayPing(PacketPort port, IpAddress target) throws PacketPortException {
        try {
            IpAddress source = port.sourceFor(target);
            port.reserveLocalPort(source.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP, source);
            return true;
        } catch (PacketPortException e) {
            if (e.reason() != Reason.NO_RIGHTS) {
                throw e;
            }
            return false;
        }
    }

    private void tell(IpAddress target, String more) {
        err.println("hopwarden: no right to raw sockets, so probes go through ordinary ones: no TCP ACK, no UDP (Dublin), no probes in connections, "
                + "no sight of what is rewritten on the way, each TCP probe is a flow of its own" + more
                + ". For all of it: sudo ./hopwarden " + verb + " " + target);
    }
}
