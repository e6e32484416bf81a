package org.hopwarden.engine.internal;

import java.util.List;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/**
 * The conditions of a rule that no index knows, for packets of one IP version. They look without changing anything: what asks
 * for programs, or takes tokens, is left to the caller, who knows that all else holds.
 */
final class Check {

    private final NameTest inInterface;
    private final boolean inNegated;
    private final NameTest outInterface;
    private final boolean outNegated;
    /** Null where the condition is absent or in an index. */
    private final AddressSet notSource;
    private final AddressSet notDestination;
    private final boolean[] notProtocols;
    private final int[] ttl;
    private final int[] dscp;
    private final int[] length;
    /** A bit for each state; 0 for any. */
    private final int states;
    private final MarkTest mark;
    private final ScheduleTest schedule;

    private Check(Match match, IpVersion version, Conditions conditions) {
        inInterface = NameTest.of(match.getInInterface());
        inNegated = match.isInInterfaceNegated();
        outInterface = NameTest.of(match.getOutInterface());
        outNegated = match.isOutInterfaceNegated();
        notSource = match.isSourceNegated() ? AddressSet.of(match.getSource(), version) : null;
        notDestination = match.isDestinationNegated() ? AddressSet.of(match.getDestination(), version) : null;
        notProtocols = match.isServiceNegated() ? protocols(ServiceTerms.flatten(match.getService())) : null;
        ttl = intervals(match.getTtl());
        dscp = intervals(match.getDscp());
        length = intervals(match.getLength());
        int bits = 0;
        for (ConnectionState each : match.getStates()) {
            bits |= 1 << each.ordinal();
        }
        states = bits;
        mark = match.getMark();
        schedule = conditions.schedule(match.getSchedule());
    }

    /** Null where a rule has no such condition. */
    static Check of(Match match, IpVersion version, Conditions conditions) {
        boolean any = !match.getInInterface().isEmpty() || !match.getOutInterface().isEmpty() || match.isInInterfaceNegated()
                || match.isOutInterfaceNegated() || match.isSourceNegated() || match.isDestinationNegated()
                || match.isServiceNegated() || match.getTtl() != null || match.getDscp() != null
                || match.getLength() != null || !match.getStates().isEmpty() || match.getMark() != null
                || match.getSchedule() != null;
        return any ? new Check(match, version, conditions) : null;
    }

    private static boolean[] protocols(List<Service> services) {
        boolean[] protocols = new boolean[256];
        for (Service service : services) {
            for (int protocol = 0; protocol < protocols.length; protocol++) {
                protocols[protocol] |= service.getProtocol() == null || service.getProtocol() == protocol;
            }
        }
        return protocols;
    }

    private static int[] intervals(NumberSet numbers) {
        return numbers == null ? null : PortIntervals.union(numbers.ranges());
    }

    boolean holds(PacketView packet, PacketState state) {
        return NameTest.holds(inInterface, state.inInterface()) != inNegated
                && NameTest.holds(outInterface, state.outInterface()) != outNegated
                && (states == 0 || (states >>> state.state().ordinal() & 1) != 0)
                && (notProtocols == null || !notProtocols[packet.protocol()])
                && (ttl == null || PortIntervals.contains(ttl, packet.ttl()))
                && (dscp == null || PortIntervals.contains(dscp, packet.dscp()))
                && (length == null || PortIntervals.contains(length, packet.statedLengthBytes()))
                && (mark == null || mark.matches(state.mark()))
                && (notSource == null || !Entry.holds(notSource, packet.isV6(), packet.sourceHigh(), packet.sourceLow()))
                && (notDestination == null || !Entry.holds(notDestination, packet.isV6(), packet.destinationHigh(),
                        packet.destinationLow()))
                && (schedule == null || schedule.holds(state.timeNanos()));
    }
}
