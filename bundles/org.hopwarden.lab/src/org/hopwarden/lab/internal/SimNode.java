package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/** A host or router of a running network. */
final class SimNode {

    /** More, and the oldest is forgotten: as many half-open ones as a fast scan leaves behind must not pile up. */
    private static final int MAX_TCP_PEERS = 4096;
    private static final BitSet NO_SERVICES = new BitSet();

    final int index;
    final Topology.Node node;
    final boolean forwards;
    final boolean silent;
    final boolean answersPing;
    final BitSet tcpOpen = new BitSet();
    final BitSet udpOpen = new BitSet();
    final List<SimInterface> interfaces = new ArrayList<>();
    /** What this node has sent to itself. */
    final EventQueue.Lane lane = new EventQueue.Lane();
    /** The open ports at this host; the array is replaced, never changed. */
    SimPort[] ports = {};
    IcmpLimiter icmpLimiter = IcmpLimiter.UNLIMITED;
    /** False while something else stands in for what would answer here. */
    boolean answers = true;
    final Map<TcpPeer.Key, TcpPeer> tcpPeers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TcpPeer.Key, TcpPeer> eldest) {
            return size() > MAX_TCP_PEERS;
        }
    };
    final Reassembly reassembly = new Reassembly();
    /** What this node has learned from reports of packets that were too big. */
    final Map<IpAddress, Integer> pathMtuBytes = new HashMap<>();
    /** ICMP messages that the limit kept back. */
    long suppressed;
    PacketFilter filterIn = PacketFilter.ALLOW_ALL;
    PacketFilter filterOut = PacketFilter.ALLOW_ALL;
    PacketFilter filterForward = PacketFilter.ALLOW_ALL;
    /** Makes each node choose among equal paths on its own, as the random hash seed of a kernel does. */
    final long hashSeed;
    final PathChooser chooser;
    /** The longest prefix first. */
    StaticRoute[] routes = StaticRoute.NONE;
    /** Null where nothing is translated. */
    Translator translator;
    /** Null where nothing is rewritten. */
    Rewriter rewriter;
    /** Those that begin here. */
    SimLabelPath[] labelPaths = {};
    private final BitSet reservedTcp = new BitSet();
    private final BitSet reservedUdp = new BitSet();
    private final BitSet reservedEcho = new BitSet();
    private int nextIdentification;
    private int nextFragmentIdentification;
    private int nextLocalPort;

    SimNode(int index, Topology.Node node, long seed) {
        this.index = index;
        this.node = node;
        this.forwards = node.isRouter();
        this.silent = node.silent();
        this.answersPing = node.ping();
        node.tcpOpen().forEach(tcpOpen::set);
        node.udpOpen().forEach(udpOpen::set);
        this.hashSeed = RandomStream.derive(seed, node.name());
        this.chooser = PathChooser.of(node.behaviour().balancing(), hashSeed);
        this.nextLocalPort = (int) (hashSeed >>> 32 & 0x3fff);
        this.nextIdentification = (int) hashSeed & 0xffff;
    }

    String name() {
        return node.name();
    }

    /** The identification for the next IPv4 packet that this node makes. */
    int identification() {
        nextIdentification = nextIdentification + 1 & 0xffff;
        return nextIdentification;
    }

    /** The identification for the next IPv6 packet that this node cuts up. */
    int fragmentIdentification() {
        nextFragmentIdentification++;
        return nextFragmentIdentification;
    }

    /** The first interface of this version; null where there is none. */
    SimInterface firstInterface(IpVersion version) {
        for (SimInterface each : interfaces) {
            if (each.address(version) != null) {
                return each;
            }
        }
        return null;
    }

    /**
     * Where a host sends what it knows no way for: the router on its cheapest link. Null for a router, and where no router is
     * near; the first interface of the file wins among equals.
     */
    SimInterface gateway(IpVersion version) {
        SimInterface best = null;
        for (SimInterface out : interfaces) {
            for (SimInterface end : out.link.ends) {
                if (!forwards && end.node.forwards && end.address(version) != null
                        && (best == null || out.link.link.cost() < best.link.link.cost())) {
                    best = end;
                }
            }
        }
        return best;
    }

    PacketFilter filter(PacketFilter.Direction direction) {
        return switch (direction) {
            case IN -> filterIn;
            case OUT -> filterOut;
            case FORWARD -> filterForward;
        };
    }

    void setFilter(PacketFilter.Direction direction, PacketFilter filter) {
        switch (direction) {
            case IN -> filterIn = filter;
            case OUT -> filterOut = filter;
            case FORWARD -> filterForward = filter;
        }
    }

    /** Takes a local port; -1 where none is free. Ports are given out in turn, so that a late reply finds nobody new. */
    int reserve(int protocol, int first, int last) {
        BitSet taken = reserved(protocol);
        BitSet services = protocol == IpProtocol.TCP ? tcpOpen : protocol == IpProtocol.UDP ? udpOpen : NO_SERVICES;
        for (int tried = 0; tried <= last - first; tried++) {
            int port = first + nextLocalPort;
            nextLocalPort = (nextLocalPort + 1) % (last - first + 1);
            if (!taken.get(port) && !services.get(port)) {
                taken.set(port);
                return port;
            }
        }
        return -1;
    }

    void release(int protocol, int port) {
        reserved(protocol).clear(port);
    }

    boolean isReserved(int protocol, int port) {
        return reserved(protocol).get(port);
    }

    /** Of ICMP these are the identifiers of echo requests. */
    private BitSet reserved(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> reservedTcp;
            case IpProtocol.UDP -> reservedUdp;
            default -> reservedEcho;
        };
    }
}
