package org.hopwarden.probe.internal.mda;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.TraceRequest;

/**
 * One session of a probe method for each flow, so that each has a local port, or an identifier, of its own. Packets find their
 * session by that number; where a method has none, all are asked.
 */
public final class FlowSessions {

    /** A packet that came in answers a probe of a flow. */
    public record Answer(int flow, ProbeMethod.Match match) {
    }

    /** A probe of a flow. */
    public record Own(int flow, int probe) {
    }

    private final ProbeMethod method;
    private final TraceRequest request;
    private final IpAddress source;
    private final PacketPort port;
    private final List<ProbeMethod.Session> sessions = new ArrayList<>();
    private final Map<Integer, Integer> flowByNumber = new HashMap<>();
    private final PacketView built = new PacketView();
    private final PacketView quoted = new PacketView();

    public FlowSessions(ProbeMethod method, TraceRequest request, IpAddress source, PacketPort port) {
        this.method = method;
        this.request = request;
        this.source = source;
        this.port = port;
    }

    /**
     * Opens the first flow.
     *
     * @throws PacketPortException where no local port can be had
     * @throws IllegalArgumentException where the method's flows cannot be chosen
     */
    public void requireFlows() throws PacketPortException {
        if (request.options().sourcePort() != 0) {
            throw new IllegalArgumentException("from one source port there is one flow, and all paths need many: leave the port open");
        }
        ProbeMethod.Session session = method.open(request, source, port);
        sessions.add(session);
        if (!session.awaits().isEmpty()) {
            throw new IllegalArgumentException("the method " + method.id() + " has one flow, and all paths need many: choose udp");
        }
        if (!flow(session.build(1, 0)).equals(flow(session.build(1, 1)))) {
            throw new IllegalArgumentException("the method " + method.id()
                    + " sends each probe as another flow, so that paths cannot be told apart: choose udp");
        }
    }

    private List<Integer> flow(MemorySegment packet) {
        PacketView view = PacketView.of(packet);
        return view.isIcmp() ? List.of(view.icmpIdentifier()) : List.of(view.sourcePort(), view.destinationPort());
    }

    /**
     * Builds a probe. Flows are opened in their order as they are first used.
     *
     * @throws PacketPortException where no local port is left, or the flow's numbers have run out
     */
    public MemorySegment build(int flow, int ttl, int probe) throws PacketPortException {
        while (sessions.size() <= flow) {
            sessions.add(method.open(request, source, port));
        }
        ProbeMethod.Session session = sessions.get(flow);
        if (probe >= session.capacity()) {
            throw new PacketPortException(PacketPortException.Reason.FAILED, "the method " + method.id() + " can tell only "
                    + session.capacity() + " probes of a flow apart", "Choose another method");
        }
        MemorySegment packet = session.build(ttl, probe);
        if (built.wrap(packet, 0, packet.byteSize())) {
            flowByNumber.putIfAbsent(built.isIcmp() ? built.icmpIdentifier() : built.sourcePort(), flow);
        }
        return packet;
    }

    /** The flow and number of a probe that this host is seen to send; empty for other packets. */
    public Optional<Own> ownProbe(PacketView packet) {
        int flow = flowByNumber.getOrDefault(packet.isIcmp() ? packet.icmpIdentifier() : packet.sourcePort(), -1);
        int probe = flow < 0 ? -1 : sessions.get(flow).ownProbe(packet);
        return probe < 0 ? Optional.empty() : Optional.of(new Own(flow, probe));
    }

    /** Which flow a packet that came in answers, and what it says; empty where it is no reply. */
    public Optional<Answer> match(PacketView packet) {
        int likely = flowByNumber.getOrDefault(number(packet), -1);
        Optional<Answer> answer = likely < 0 ? Optional.empty() : match(likely, packet);
        for (int flow = 0; flow < sessions.size() && answer.isEmpty(); flow++) {
            answer = flow == likely ? answer : match(flow, packet);
        }
        return answer;
    }

    private int number(PacketView packet) {
        if (packet.isIcmpError()) {
            return !packet.quote(quoted) ? -1 : quoted.isIcmp() ? quoted.icmpIdentifier() : quoted.sourcePort();
        }
        return packet.isIcmp() ? packet.icmpIdentifier() : packet.destinationPort();
    }

    private Optional<Answer> match(int flow, PacketView packet) {
        return sessions.get(flow).match(packet).map(match -> new Answer(flow, match));
    }
}
