package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Decision.Allowed;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Connections that may be opened in one direction and whose answers are refused in the other. */
public final class InconsistentDirections extends DecisionCheck {

    private static final int DNS = 53;

    public InconsistentDirections() {
        super("inconsistent-directions", "connections that may be opened in one direction and are never answered in the other");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        if (decision.chain() != null) {
            return;
        }
        find(decision, Direction.OUT, Direction.IN, findings);
        find(decision, Direction.IN, Direction.OUT, findings);
        find(decision, Direction.FORWARD, Direction.FORWARD, findings);
    }

    private void find(Decision decision, Direction opened, Direction answered, List<Finding> findings) {
        if (!decision.directions().contains(opened) || !decision.directions().contains(answered)) {
            return;
        }
        for (IpVersion version : IpVersion.values()) {
            Traffic syn = Traffic.of(version).withProtocol(IpProtocol.TCP).withTcpFlags(TcpFlags.SYN).in(opened);
            Traffic query = Traffic.of(version).withProtocol(IpProtocol.UDP).withLayer4(null, DNS).in(opened);
            for (Traffic first : List.of(syn, query)) {
                for (Allowed allowed : decision.allowedByRules(first)) {
                    addRefused(decision, allowed, answered, findings);
                }
            }
        }
    }

    private void addRefused(Decision decision, Allowed allowed, Direction direction, List<Finding> findings) {
        PacketView packet = allowed.packet().packet();
        PacketContext context = allowed.packet().context();
        Traffic answer = Traffic.of(packet.version()).withProtocol(packet.protocol()).from(packet.destination())
                .to(packet.source()).withLayer4(packet.destinationPort(), packet.sourcePort()).in(direction)
                .by(context.outInterface(), context.inInterface());
        Traffic reply = packet.isTcp() ? answer.withTcpFlags(TcpFlags.SYN | TcpFlags.ACK) : answer;
        if (decision.allowed(reply).isEmpty()) {
            decision.refused(reply).ifPresent(refused -> findings.add(new Finding(id(), Severity.WARNING, allowed.rule().chain(),
                    allowed.rule().number(), "Connections that this lets pass (" + allowed.packet().context().direction().word()
                            + ") are never answered: their answers are refused (" + direction.word() + ").", List.of(), refused,
                    null)));
        }
    }
}
