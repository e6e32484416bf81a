package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * One rule and one of its services, for packets of one IP version, with all references followed and all conditions as plain
 * numbers. The entries of a chain, tried in order, decide as its rules do.
 */
public final class Entry {

    final int rule;
    final AddressSet source;
    final AddressSet destination;
    final int[] sourcePorts;
    final int[] destinationPorts;
    final Header header;
    /** What no index knows; null for nothing. */
    final Check check;

    /**
     * The conditions on what is neither address nor port.
     *
     * @param protocol -1 for any
     * @param laterOnly fragments other than the first alone
     * @param layer4 whether there is a condition on layer 4, ports included
     * @param allows whether the rule lets later fragments pass in spite of its conditions on layer 4
     * @param icmpType -1 for any
     * @param icmpCode -1 for any
     * @param icmpNegated whether the message is there and another
     * @param flagsNegated whether the flags are there and others
     */
    record Header(int protocol, boolean laterOnly, boolean layer4, boolean allows, int icmpType, int icmpCode,
            boolean icmpNegated, boolean established, TcpFlagTest flags, boolean flagsNegated) {

        /** Whether a fragment other than the first, of this protocol, meets the conditions. */
        boolean holdsLater(int packetProtocol) {
            return (protocol < 0 || protocol == packetProtocol) && (!layer4 || allows);
        }

        /** As {@link #holdsLater} for any other packet; what is not there is -1. */
        boolean holds(int packetProtocol, int type, int code, int packetFlags) {
            return !laterOnly && (protocol < 0 || protocol == packetProtocol)
                    && (icmpType < 0 || (icmpNegated ? isOther(type, code) : isThis(type, code)))
                    && (!established || packetFlags >= 0 && (packetFlags & (TcpFlags.ACK | TcpFlags.RST)) != 0)
                    && (flags == null || packetFlags >= 0 && flags.matches(packetFlags) != flagsNegated);
        }

        private boolean isThis(int type, int code) {
            return icmpType == type && (icmpCode < 0 || icmpCode == code);
        }

        private boolean isOther(int type, int code) {
            return type >= 0 && (type != icmpType || icmpCode >= 0 && code >= 0 && code != icmpCode);
        }
    }

    private Entry(int rule, AddressSet source, AddressSet destination, int[] sourcePorts, int[] destinationPorts,
            Header header, Check check) {
        this.rule = rule;
        this.source = source;
        this.destination = destination;
        this.sourcePorts = sourcePorts;
        this.destinationPorts = destinationPorts;
        this.header = header;
        this.check = check;
    }

    /**
     * The entries of a chain without problems; rules that can match no packet of the version have none. What they do not say
     * is whose packets a rule is about, and at which rate: that is asked behind them.
     */
    public static List<Entry> of(Chain chain, IpVersion version, Conditions conditions) {
        List<Entry> entries = new ArrayList<>(chain.getRules().size());
        int number = 0;
        for (Rule rule : chain.getRules()) {
            add(entries, rule, chain.getFragmentReading(), ++number, version, conditions);
        }
        return entries;
    }

    /**
     * Adds the entries of one rule, as {@link #of}.
     *
     * @param number the rule's, counted from 1
     */
    public static void add(List<Entry> entries, Rule rule, FragmentReading reading, int number, IpVersion version,
            Conditions conditions) {
        if (rule.isEnabled() && isAbout(rule.getMatch().getIpVersion(), version)) {
            addMatch(entries, rule, reading, number, version, conditions);
        }
    }

    /** Whether something written for a choice of IP versions is about this one. */
    public static boolean isAbout(IpFamily family, IpVersion version) {
        return family == IpFamily.ANY || (family == IpFamily.V4) == (version == IpVersion.V4);
    }

    private static void addMatch(List<Entry> entries, Rule rule, FragmentReading reading, int number, IpVersion version,
            Conditions conditions) {
        Match match = rule.getMatch();
        AddressSet source = match.isSourceNegated() ? null : AddressSet.of(match.getSource(), version);
        AddressSet destination = match.isDestinationNegated() ? null : AddressSet.of(match.getDestination(), version);
        if (source != null && source.isEmpty() || destination != null && destination.isEmpty()) {
            return;
        }
        boolean allows = rule.getAction() instanceof Allow && reading == FragmentReading.ALLOWED;
        Check check = Check.of(match, version, conditions);
        if (match.getService().isEmpty() || match.isServiceNegated()) {
            Header header = new Header(-1, match.isFragments(), false, allows, -1, -1, false, false, null, false);
            entries.add(new Entry(number, source, destination, null, null, header, check));
            return;
        }
        for (Service service : ServiceTerms.flatten(match.getService())) {
            Header header = new Header(orAny(service.getProtocol()), match.isFragments(),
                    ServiceTerms.hasLayer4(service), allows, orAny(service.getIcmpType()), orAny(service.getIcmpCode()),
                    service.isIcmpNegated(), service.isEstablished(), service.getTcpFlags(), service.isTcpFlagsNegated());
            entries.add(new Entry(number, source, destination, PortIntervals.of(service.getSourcePort()),
                    PortIntervals.of(service.getDestinationPort()), header, check));
        }
    }

    private static int orAny(Integer value) {
        return value == null ? -1 : value;
    }

    /** The number of the rule, counted from 1. */
    public int rule() {
        return rule;
    }

    /** Whether it has a condition on what does not stand in packets. */
    public boolean asksState() {
        return check != null;
    }

    /** Whether a packet of the entry's version meets the conditions that an index knows. */
    boolean matches(PacketView packet) {
        boolean v6 = packet.isV6();
        return holdsHeader(packet) && (packet.isLaterFragment()
                || PortIntervals.contains(sourcePorts, packet.sourcePort())
                        && PortIntervals.contains(destinationPorts, packet.destinationPort()))
                && holds(source, v6, packet.sourceHigh(), packet.sourceLow())
                && holds(destination, v6, packet.destinationHigh(), packet.destinationLow());
    }

    private boolean holdsHeader(PacketView packet) {
        return packet.isLaterFragment() ? header.holdsLater(packet.protocol())
                : header.holds(packet.protocol(), packet.icmpType(), packet.icmpCode(), packet.tcpFlags());
    }

    static boolean holds(AddressSet set, boolean v6, long high, long low) {
        return set == null || (v6 ? set.contains(high, low) : set.containsV4(low));
    }
}
