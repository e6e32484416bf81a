package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Policies that allow more ICMP than the minimum that Rob Thomas recommends ("ICMP Packet Filtering", 2003): echo, echo reply,
 * fragmentation needed, time exceeded, and no fragments.
 */
public final class IcmpMinimum extends DecisionCheck {

    private static final int HIGHEST_KNOWN_TYPE = 43;
    private static final int MOST_NAMED = 6;

    public IcmpMinimum() {
        super("icmp-minimum", "policies that allow ICMP beyond echo, echo reply, fragmentation needed and time exceeded");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        for (Direction direction : inward(decision)) {
            List<String> beyond = new ArrayList<>();
            Witness first = null;
            for (Traffic message : beyondMinimum()) {
                Optional<Witness> allowed = decision.allowed(message.in(direction).withStates(ConnectionState.NEW,
                        ConnectionState.UNTRACKED));
                if (allowed.isPresent()) {
                    beyond.add(message.laterFragment() ? "fragments"
                            : IcmpType.text(IpVersion.V4, message.first(), message.second() == null ? 0 : message.second()));
                    first = first == null ? allowed.get() : first;
                }
            }
            if (!beyond.isEmpty()) {
                String names = String.join(", ", beyond.subList(0, Math.min(MOST_NAMED, beyond.size())))
                        + (beyond.size() > MOST_NAMED ? " and " + (beyond.size() - MOST_NAMED) + " more" : "");
                findings.add(finding(decision, Severity.INFO, "Permits ICMP that the ICMP minimum denies: " + names + ".", first));
            }
        }
    }

    private static List<Traffic> beyondMinimum() {
        List<Traffic> messages = new ArrayList<>();
        IntStream.rangeClosed(0, 15).filter(code -> code != IcmpType.CODE_FRAGMENTATION_NEEDED)
                .forEach(code -> messages.add(Traffic.icmp(IpVersion.V4, IcmpType.UNREACHABLE, code)));
        List<Integer> minimum = List.of(IcmpType.ECHO_REPLY, IcmpType.UNREACHABLE, IcmpType.ECHO_REQUEST, IcmpType.TIME_EXCEEDED);
        IntStream.rangeClosed(0, HIGHEST_KNOWN_TYPE).filter(type -> !minimum.contains(type))
                .forEach(type -> messages.add(Traffic.icmp(IpVersion.V4, type, 0)));
        messages.add(Traffic.of(IpVersion.V4).withProtocol(IpProtocol.ICMP).laterFragments());
        return messages;
    }
}
