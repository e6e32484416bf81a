package org.hopwarden.lab.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.lab.AddressTranslation;
import org.hopwarden.lab.AddressTranslation.Kind;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * The address translation of one router, at the places where Linux does it: a destination is changed before the route is looked up,
 * a source after it. The first packet of a connection decides for all of them. An ICMP error goes with the connection that the packet in
 * its quote belongs to, and bears the address that the other end knows, whichever router sent it (as in
 * {@code nf_nat_icmp_reply_translation}).
 */
final class Translator {

    private static final int MAX_CONNECTIONS = 1 << 16;
    private static final int FIRST_FREE_PORT = 1024;

    /** Who speaks to whom; of an echo the identifier stands for both ports. */
    private record Flow(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {

        Flow back() {
            return new Flow(protocol, destination, destinationPort, source, sourcePort);
        }
    }

    /** One end of a flow gets this address and port in its place. */
    private record Change(Kind end, IpAddress address, int port, boolean quotes) {
    }

    private static final class Table extends LinkedHashMap<Flow, Change> {
        private static final long serialVersionUID = 1L;

        Table() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Flow, Change> eldest) {
            return size() > MAX_CONNECTIONS;
        }
    }

    private final List<AddressTranslation> rules;
    private final RandomStream random;
    /** What changes before the route is looked up: destinations. */
    private final Table before = new Table();
    /** What changes after that: sources. */
    private final Table after = new Table();
    private final PacketView quote = new PacketView();

    Translator(List<AddressTranslation> rules, long seed) {
        this.rules = rules;
        this.random = new RandomStream(seed);
    }

    /** A packet comes in, and its route is not looked up yet. */
    void arriving(PacketView packet, SimInterface in) {
        if (translateError(packet, before)) {
            return;
        }
        Flow flow = flow(packet);
        if (flow == null) {
            return;
        }
        Change change = before.get(flow);
        if (change == null && !after.containsKey(flow)) {
            change = newDestination(packet, flow, in.linkName());
        }
        if (change != null) {
            apply(packet, change.end, change.address, change.port);
        }
    }

    /** A packet is about to leave, one of the router's own included. */
    void leaving(PacketView packet, SimInterface out) {
        if (translateError(packet, after)) {
            return;
        }
        Flow flow = flow(packet);
        if (flow == null) {
            return;
        }
        Change change = after.get(flow);
        if (change == null && !before.containsKey(flow) && !after.containsKey(flow.back())) {
            change = newSource(packet, flow, out);
        }
        if (change != null) {
            apply(packet, change.end, change.address, change.port);
        }
    }

    private Change newDestination(PacketView packet, Flow flow, String inLink) {
        for (AddressTranslation rule : rules) {
            if (rule.kind() == Kind.DESTINATION && (rule.link().isEmpty() || rule.link().get().equals(inLink))
                    && Rewriter.fits(rule.matches(), packet)) {
                IpAddress to = rule.to().orElseThrow();
                if (to.version() == packet.version()) {
                    int port = rule.toPort() == 0 || packet.isIcmp() ? flow.destinationPort : rule.toPort();
                    Change change = new Change(Kind.DESTINATION, to, port, rule.quotes());
                    before.put(flow, change);
                    after.put(new Flow(flow.protocol, to, port, flow.source, flow.sourcePort),
                            new Change(Kind.SOURCE, flow.destination, flow.destinationPort, rule.quotes()));
                    return change;
                }
            }
        }
        return null;
    }

    private Change newSource(PacketView packet, Flow flow, SimInterface out) {
        for (AddressTranslation rule : rules) {
            IpAddress to = rule.to().orElse(out.address(packet.version()));
            if (rule.kind() == Kind.SOURCE && rule.link().orElse("").equals(out.linkName()) && to != null
                    && to.version() == packet.version() && Rewriter.fits(rule.matches(), packet)) {
                Flow answer = freeAnswer(flow, to, rule.randomPorts());
                if (answer == null) {
                    return null;
                }
                Change change = new Change(Kind.SOURCE, to, answer.destinationPort, rule.quotes());
                after.put(flow, change);
                before.put(answer, new Change(Kind.DESTINATION, flow.source, flow.sourcePort, rule.quotes()));
                return change;
            }
        }
        return null;
    }

    /** The flow of the answers to a new connection, which nobody else may have; null where all ports are taken. */
    private Flow freeAnswer(Flow flow, IpAddress to, boolean randomPort) {
        int ports = 0x10000 - FIRST_FREE_PORT;
        boolean echo = flow.protocol == IpProtocol.ICMP || flow.protocol == IpProtocol.ICMPV6;
        int start = randomPort ? FIRST_FREE_PORT + (int) ((random.next() >>> 33) * ports >>> 31) : flow.sourcePort;
        for (int tried = 0; tried <= ports; tried++) {
            int port = tried == 0 ? start : FIRST_FREE_PORT + Math.floorMod(start - FIRST_FREE_PORT + tried, ports);
            Flow answer = new Flow(flow.protocol, flow.destination, echo ? port : flow.destinationPort, to, port);
            if (!before.containsKey(answer)) {
                return answer;
            }
            if (flow.sourcePort < 0) {
                return null;
            }
        }
        return null;
    }

    /** Whether this is an ICMP error, with which all has been done that there is to do. */
    private boolean translateError(PacketView packet, Table table) {
        if (!packet.isIcmpError()) {
            return false;
        }
        if (!packet.quote(quote)) {
            return true;
        }
        Flow quoted = flow(quote);
        Change change = quoted == null ? null : table.get(quoted.back());
        if (change == null) {
            return true;
        }
        if (change.quotes) {
            apply(quote, change.end == Kind.SOURCE ? Kind.DESTINATION : Kind.SOURCE, change.address, change.port);
        }
        if (change.end == Kind.SOURCE) {
            HeaderEdit.setSource(packet, change.address);
        } else {
            HeaderEdit.setDestination(packet, change.address);
        }
        HeaderEdit.renewTransportChecksum(packet);
        return true;
    }

    private static void apply(PacketView packet, Kind end, IpAddress address, int port) {
        if (end == Kind.SOURCE) {
            HeaderEdit.setSource(packet, address);
        } else {
            HeaderEdit.setDestination(packet, address);
        }
        if (port < 0) {
            return;
        }
        if (packet.isIcmp()) {
            HeaderEdit.setIcmpIdentifier(packet, port);
        } else if (end == Kind.SOURCE) {
            HeaderEdit.setSourcePort(packet, port);
        } else {
            HeaderEdit.setDestinationPort(packet, port);
        }
    }

    /** Null for what belongs to no connection. */
    private static Flow flow(PacketView packet) {
        if (packet.isLaterFragment()) {
            return null;
        }
        int sourcePort = packet.sourcePort();
        int destinationPort = packet.destinationPort();
        if (packet.isIcmp()) {
            if (!isEcho(packet) || packet.icmpIdentifier() < 0) {
                return null;
            }
            sourcePort = packet.icmpIdentifier();
            destinationPort = sourcePort;
        }
        return new Flow(packet.protocol(), packet.source(), sourcePort, packet.destination(), destinationPort);
    }

    private static boolean isEcho(PacketView packet) {
        int type = packet.icmpType();
        return packet.isV6() ? type == IcmpType.V6_ECHO_REQUEST || type == IcmpType.V6_ECHO_REPLY
                : type == IcmpType.ECHO_REQUEST || type == IcmpType.ECHO_REPLY;
    }
}
