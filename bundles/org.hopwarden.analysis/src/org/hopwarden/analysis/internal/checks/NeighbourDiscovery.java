package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/** Policies that allow IPv6 and refuse what it finds its neighbours by (RFC 4861, RFC 4890 section 4.4.1). */
public final class NeighbourDiscovery extends DecisionCheck {

    private static final List<Integer> MESSAGES = List.of(IcmpType.V6_NEIGHBOUR_SOLICITATION,
            IcmpType.V6_NEIGHBOUR_ADVERTISEMENT);

    public NeighbourDiscovery() {
        super("neighbour-discovery", "policies that allow IPv6 and refuse neighbour solicitations or advertisements");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        for (Direction direction : local(decision)) {
            boolean carries = Stream.of(IpProtocol.TCP, IpProtocol.UDP).anyMatch(protocol -> decision.allowed(
                    Traffic.of(IpVersion.V6).withProtocol(protocol).in(direction)).isPresent());
            if (!carries) {
                continue;
            }
            List<String> refused = new ArrayList<>();
            Witness witness = null;
            for (int type : MESSAGES) {
                Traffic message = Traffic.icmp(IpVersion.V6, type, 0).in(direction);
                if (decision.allowed(message).isEmpty()) {
                    refused.add(type == IcmpType.V6_NEIGHBOUR_SOLICITATION ? "neighbour solicitation (ICMPv6 type 135)"
                            : "neighbour advertisement (ICMPv6 type 136)");
                    witness = witness != null ? witness : decision.refused(message).orElse(null);
                }
            }
            if (!refused.isEmpty() && witness != null) {
                findings.add(finding(decision, Severity.WARNING, "Blocks IPv6 neighbour discovery"
                        + (decision.chain() == null ? ", " + direction.word() : "") + ": " + String.join(" and ", refused)
                        + " cannot pass, so the IPv6 packets that the policy allows never find their neighbour.", witness));
            }
        }
    }

    /** Neighbours are on the same link: what is routed on is none of theirs. */
    private static List<Direction> local(Decision decision) {
        return decision.chain() != null ? List.of(Direction.IN)
                : Stream.of(Direction.IN, Direction.OUT).filter(decision.directions()::contains).toList();
    }
}
