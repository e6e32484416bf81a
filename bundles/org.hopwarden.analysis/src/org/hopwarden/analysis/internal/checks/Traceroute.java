package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.analysis.internal.checks.Answers.Refused;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/** Policies behind which traces see no hops, or do not see their end. */
public final class Traceroute extends DecisionCheck {

    private static final int FIRST_PORT = 33_434;

    public Traceroute() {
        super("traceroute", "policies that refuse the messages, or the probes, that traces live by");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        find(decision, IpVersion.V4, IcmpType.TIME_EXCEEDED, IcmpType.ECHO_REQUEST, IcmpType.ECHO_REPLY,
                IcmpType.UNREACHABLE, IcmpType.CODE_PORT, findings);
        find(decision, IpVersion.V6, IcmpType.V6_TIME_EXCEEDED, IcmpType.V6_ECHO_REQUEST, IcmpType.V6_ECHO_REPLY,
                IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_PORT, findings);
    }

    private void find(Decision decision, IpVersion version, int exceeded, int echo, int reply, int unreachable, int portCode,
            List<Finding> findings) {
        String icmp = version == IpVersion.V4 ? "ICMP" : "ICMPv6";
        for (Direction direction : inward(decision)) {
            Optional<Refused> hops = Answers.refused(decision, direction, Traffic.icmp(version, exceeded, 0));
            if (hops.isPresent()) {
                findings.add(finding(decision, Severity.WARNING, "Blocks traceroute by every method (ICMP, UDP and TCP): 'time"
                        + " exceeded' (" + icmp + " type " + exceeded + " code 0) cannot come " + hops.get().way(decision)
                        + " allows connections, so no hop is seen.", hops.get().message()));
                continue;
            }
            Answers.refused(decision, direction, Traffic.icmp(version, reply, 0)).ifPresent(refused -> findings.add(
                    finding(decision, Severity.INFO, "Blocks the end of traceroute by ICMP echo: 'echo reply' (" + icmp + " type "
                            + reply + ") is refused, so the hops are seen and the target is not.", refused.message())));
            Answers.refused(decision, direction, Traffic.icmp(version, unreachable, portCode)).ifPresent(refused -> findings
                    .add(finding(decision, Severity.INFO, "Blocks the end of traceroute by UDP: 'port unreachable' (" + icmp
                            + " type " + unreachable + " code " + portCode + ") is refused, so the hops are seen and the target is"
                            + " not.", refused.message())));
        }
        if (decision.chain() == null && decision.directions().contains(Direction.OUT)) {
            addProbes(decision, version, echo, icmp, findings);
        }
    }

    /** Probes that may not leave although other packets may. */
    private void addProbes(Decision decision, IpVersion version, int echo, String icmp, List<Finding> findings) {
        if (decision.allowed(Traffic.of(version).withProtocol(IpProtocol.TCP).in(Direction.OUT)).isEmpty()) {
            return;
        }
        List<String> methods = new ArrayList<>();
        Witness witness = null;
        Traffic ping = Traffic.icmp(version, echo, 0).in(Direction.OUT);
        Traffic udp = Traffic.of(version).withProtocol(IpProtocol.UDP).withLayer4(null, FIRST_PORT).in(Direction.OUT);
        for (Traffic probe : List.of(ping, udp)) {
            Optional<Witness> refused = decision.allowed(probe).isPresent() ? Optional.empty() : decision.refused(probe);
            if (refused.isPresent()) {
                methods.add(probe == ping ? icmp + " echo" : "UDP to port " + FIRST_PORT);
                witness = refused.get();
            }
        }
        if (!methods.isEmpty()) {
            findings.add(finding(decision, Severity.INFO, "Blocks traceroute by " + String.join(" and by ", methods)
                    + ": these probes may not leave, while TCP may.", witness));
        }
    }
}
