package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/** Rules over few values, and all packets that these rules can tell apart. */
final class SmallWorld {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int[] PROTOCOLS = { IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6 };
    private static final long V4_BASE = 0x0a000000L;
    private static final long V6_BASE = 0x20010db8_00000000L;

    private SmallWorld() {
    }

    static Policy policy(RandomGenerator random, int rules) {
        Policy policy = MODEL.createPolicy();
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        for (int i = 0; i < rules; i++) {
            chain.getRules().add(rule(random));
        }
        policy.getChains().add(chain);
        return policy;
    }

    static Rule rule(RandomGenerator random) {
        Rule rule = MODEL.createRule();
        rule.setEnabled(random.nextInt(30) > 0);
        rule.setAction(random.nextInt(8) == 0 ? MODEL.createReject() : random.nextBoolean() ? MODEL.createAllow()
                : MODEL.createDeny());
        Match match = MODEL.createMatch();
        match.setIpVersion(random.nextInt(3) > 0 ? IpFamily.ANY : IpFamily.values()[random.nextInt(3)]);
        addAddresses(random, match.getSource());
        addAddresses(random, match.getDestination());
        match.setFragments(random.nextInt(6) == 0);
        for (int n = random.nextInt(4) == 0 ? 2 : random.nextInt(2); n > 0; n--) {
            match.getService().add(service(random, match.isFragments()));
        }
        rule.setMatch(match);
        return rule;
    }

    private static void addAddresses(RandomGenerator random, List<AddressTerm> terms) {
        for (int n = random.nextInt(3); n > 0; n--) {
            terms.add(term(random, random.nextInt(4) > 0 ? IpVersion.V4 : IpVersion.V6));
        }
    }

    private static AddressTerm term(RandomGenerator random, IpVersion version) {
        int value = random.nextInt(4);
        switch (random.nextInt(4)) {
            case 0 -> {
                AddressRange range = MODEL.createAddressRange();
                range.setFirst(address(version, Math.min(value, 2)));
                range.setLast(address(version, Math.min(value, 2) + 1));
                return range;
            }
            case 1 -> {
                AddressWildcard wildcard = MODEL.createAddressWildcard();
                int free = random.nextInt(4);
                wildcard.setAddress(address(version, value & ~free));
                wildcard.setWildcard(new IpAddress(version, 0, free));
                return wildcard;
            }
            default -> {
                AddressPrefix prefix = MODEL.createAddressPrefix();
                prefix.setPrefix(IpPrefix.containing(address(version, value), version.addressBits() - random.nextInt(3)));
                return prefix;
            }
        }
    }

    private static IpAddress address(IpVersion version, int value) {
        return version == IpVersion.V4 ? IpAddress.v4((int) V4_BASE + value) : IpAddress.v6(V6_BASE, value);
    }

    private static Service service(RandomGenerator random, boolean layer3) {
        Service service = MODEL.createService();
        int protocol = PROTOCOLS[random.nextInt(4)];
        boolean any = random.nextInt(4) == 0;
        service.setProtocol(any ? null : protocol);
        if (layer3) {
            return service;
        }
        if (IpProtocol.hasPorts(protocol)) {
            service.setSourcePort(random.nextInt(3) == 0 ? ports(random) : null);
            service.setDestinationPort(random.nextInt(3) > 0 ? ports(random) : null);
            if (protocol == IpProtocol.TCP && random.nextInt(3) == 0) {
                service.setEstablished(random.nextBoolean());
                service.setTcpFlags(random.nextBoolean() ? TcpFlagTest.set(TcpFlags.SYN) : new TcpFlagTest(TcpFlags.ACK, 0));
            }
        } else if (random.nextInt(4) > 0) {
            service.setIcmpType(new int[] { 0, 8, 255 }[random.nextInt(3)]);
            service.setIcmpCode(random.nextBoolean() ? random.nextInt(2) : null);
        }
        return service;
    }

    private static PortCondition ports(RandomGenerator random) {
        PortCondition condition = MODEL.createPortCondition();
        PortOperator operator = PortOperator.values()[random.nextInt(5)];
        condition.setOperator(operator);
        int port = new int[] { 0, 1, 65_535 }[random.nextInt(3)];
        condition.setPorts(operator == PortOperator.RANGE ? NumberSet.ofRange(random.nextInt(2), 65_535) : NumberSet.of(port));
        return condition;
    }

    /** Every packet that differs for the rules. */
    static List<PacketPoint> packets() {
        List<PacketPoint> packets = new ArrayList<>();
        for (IpVersion version : IpVersion.values()) {
            for (int source = 0; source <= 4; source++) {
                for (int destination = 0; destination <= 4; destination++) {
                    addPackets(packets, address(version, source), address(version, destination));
                }
            }
        }
        return packets;
    }

    private static void addPackets(List<PacketPoint> packets, IpAddress source, IpAddress destination) {
        for (int protocol : new int[] { 6, 17, 1, 58, 47, 132 }) {
            packets.add(new PacketPoint(source, destination, true, protocol, Depth.NONE, 0, 0, 0));
            packets.add(new PacketPoint(source, destination, false, protocol, Depth.NONE, 0, 0, 0));
            if (IpProtocol.hasPorts(protocol)) {
                addPorts(packets, source, destination, protocol);
            } else if (protocol == (source.isV4() ? 1 : 58)) {
                for (int type : new int[] { 0, 1, 8, 255 }) {
                    packets.add(new PacketPoint(source, destination, false, protocol, Depth.FIRST, type, 0, 0));
                    for (int code = 0; code <= 2; code++) {
                        packets.add(new PacketPoint(source, destination, false, protocol, Depth.SECOND, type, code, 0));
                    }
                }
            }
        }
    }

    private static void addPorts(List<PacketPoint> packets, IpAddress source, IpAddress destination, int protocol) {
        for (int from : new int[] { 0, 1, 2, 65_535 }) {
            packets.add(new PacketPoint(source, destination, false, protocol, Depth.FIRST, from, 0, 0));
            for (int to : new int[] { 0, 1, 2, 65_535 }) {
                packets.add(new PacketPoint(source, destination, false, protocol, Depth.SECOND, from, to, 0));
                if (protocol == IpProtocol.TCP) {
                    for (int flags : new int[] { 0, TcpFlags.SYN, TcpFlags.ACK, TcpFlags.SYN | TcpFlags.ACK, TcpFlags.RST,
                            TcpFlags.RST | TcpFlags.SYN }) {
                        packets.add(new PacketPoint(source, destination, false, protocol, Depth.FLAGS, from, to, flags));
                    }
                }
            }
        }
    }
}
