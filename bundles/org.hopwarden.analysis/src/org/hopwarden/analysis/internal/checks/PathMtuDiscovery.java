package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpVersion;

/** Policies that allow connections and refuse the message that tells them of a smaller MTU (RFC 1191, RFC 8201, RFC 4890). */
public final class PathMtuDiscovery extends DecisionCheck {

    public PathMtuDiscovery() {
        super("path-mtu-discovery", "policies that allow connections and refuse 'packet too big' to their ends");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        find(decision, Traffic.icmp(IpVersion.V4, IcmpType.UNREACHABLE, IcmpType.CODE_FRAGMENTATION_NEEDED),
                "'fragmentation needed' (ICMP type 3 code 4)", findings);
        find(decision, Traffic.icmp(IpVersion.V6, IcmpType.V6_PACKET_TOO_BIG, 0), "'packet too big' (ICMPv6 type 2)", findings);
    }

    private void find(Decision decision, Traffic message, String name, List<Finding> findings) {
        for (Direction direction : inward(decision)) {
            Answers.refused(decision, direction, message).ifPresent(refused -> findings.add(finding(decision, Severity.WARNING,
                    "Blocks path MTU discovery: " + name + " cannot come " + refused.way(decision)
                            + " allows connections. Their large packets vanish where the path is narrow.", refused.message())));
        }
    }
}
