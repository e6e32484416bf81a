package org.hopwarden.cli;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Policies of one chain, {@code border}, or of several that are bound, with all that IOS can say in one way or another, and packets that meet its rules. */
final class RandomIosPolicies {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int[] PORTS = { 0, 22, 53, 80, 81, 443, 1023, 1024, 65535 };
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private final Random random;
    private final Policy policy = MODEL.createPolicy();

    RandomIosPolicies(Random random) {
        this.random = random;
    }

    Policy policy() {
        addObjects();
        Chain chain = chain("border");
        chain.setIpVersion(IpFamily.ANY);
        return policy;
    }

    /** A policy of several chains that stand on interfaces as lists of IOS can, at most one of each IP version for a direction. */
    Policy boundPolicy() {
        addObjects();
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setDefaultOut(Disposition.ALLOW);
        policy.setDefaultForward(Disposition.ALLOW);
        List<String> free = new ArrayList<>();
        for (int e = 0; e < 3; e++) {
            free.addAll(List.of("in e" + e, "out e" + e));
        }
        Collections.shuffle(free, random);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            Chain chain = chain("list" + n);
            chain.setIpVersion(IpFamily.values()[random.nextInt(3)]);
            for (int places = 1 + random.nextInt(2); places > 0; places--) {
                bind(chain, free.removeLast());
            }
        }
        return policy;
    }

    private static void bind(Chain chain, String place) {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(place.substring(place.indexOf(' ') + 1));
        boolean in = place.startsWith("in");
        for (Hook hook : in ? List.of(Hook.IN, Hook.FORWARD) : List.of(Hook.FORWARD)) {
            Binding binding = MODEL.createBinding();
            binding.setHook(hook);
            (in ? binding.getInInterface() : binding.getOutInterface()).add(EcoreUtil.copy(name));
            chain.getBindings().add(binding);
        }
    }

    private void addObjects() {
        policy.setName("p");
        for (int i = 0; i < 2; i++) {
            AddressObject object = MODEL.createAddressObject();
            object.setName("net" + i);
            for (int t = random.nextInt(3); t >= 0; t--) {
                object.getTerms().add(address());
            }
            policy.getAddressObjects().add(object);
            ServiceObject services = MODEL.createServiceObject();
            services.setName("svc" + i);
            for (int t = random.nextInt(3); t >= 0; t--) {
                services.getTerms().add(service());
            }
            policy.getServiceObjects().add(services);
        }
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("work");
        schedule.setStart(LocalDateTime.of(2026, 1, 2, 3, 4));
        WeeklyPeriod period = MODEL.createWeeklyPeriod();
        period.getDays().addAll(List.of(Weekday.MONDAY, Weekday.THURSDAY));
        period.setFrom(LocalTime.of(8, 0));
        period.setTo(LocalTime.of(17, 30));
        period.setDaysLater(random.nextInt(2));
        schedule.getPeriods().add(period);
        policy.getSchedules().add(schedule);
    }

    private Chain chain(String name) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(random.nextInt(3) == 0 ? ChainEnd.ALLOW : ChainEnd.DENY);
        for (int r = random.nextInt(8); r >= 0; r--) {
            chain.getRules().add(rule());
        }
        policy.getChains().add(chain);
        return chain;
    }

    private Rule rule() {
        Rule rule = MODEL.createRule();
        rule.setAction(switch (random.nextInt(5)) {
            case 0, 1 -> MODEL.createAllow();
            case 2 -> MODEL.createReject();
            default -> random.nextBoolean() ? MODEL.createDeny() : MODEL.createAllow();
        });
        rule.setNumber(random.nextInt(3) == 0 ? random.nextInt(50) : 0);
        Match match = MODEL.createMatch();
        rule.setMatch(match);
        match.setIpVersion(random.nextInt(6) > 0 ? IpFamily.ANY : random.nextBoolean() ? IpFamily.V4 : IpFamily.V6);
        addAddresses(match.getSource());
        match.setSourceNegated(!match.getSource().isEmpty() && negatable(match.getSource()) && random.nextInt(4) == 0);
        addAddresses(match.getDestination());
        match.setDestinationNegated(!match.getDestination().isEmpty() && negatable(match.getDestination())
                && random.nextInt(4) == 0);
        match.setFragments(random.nextInt(8) == 0);
        if (match.isFragments()) {
            Service protocol = MODEL.createService();
            protocol.setProtocol(random.nextBoolean() ? IpProtocol.TCP : IpProtocol.UDP);
            match.getService().add(protocol);
        } else if (random.nextInt(4) == 0) {
            ServiceUse use = MODEL.createServiceUse();
            use.setObject(policy.getServiceObjects().get(random.nextInt(2)));
            match.getService().add(use);
        } else {
            for (int s = random.nextInt(3); s > 0; s--) {
                match.getService().add(service());
            }
        }
        if (random.nextInt(6) == 0) {
            match.setDscp(NumberSet.parse(List.of("46", "40-47", "0", "10,12", "44-50").get(random.nextInt(5))));
        }
        if (random.nextInt(6) == 0 && match.getIpVersion() == IpFamily.V4) {
            match.setTtl(NumberSet.parse(List.of("1", "0-63", "64-255", "1-64", "0-0,2-255", "1-3,60-64").get(random.nextInt(6))));
        }
        if (random.nextInt(6) == 0) {
            match.setSchedule(policy.getSchedules().get(0));
        }
        return rule;
    }

    private void addAddresses(List<AddressTerm> terms) {
        if (random.nextInt(4) == 0) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(policy.getAddressObjects().get(random.nextInt(2)));
            terms.add(use);
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            terms.add(address());
        }
    }

    private static boolean negatable(List<AddressTerm> terms) {
        return terms.stream().noneMatch(term -> term instanceof AddressWildcard
                || term instanceof AddressUse use && !negatable(use.getObject().getTerms()));
    }

    private AddressTerm address() {
        switch (random.nextInt(5)) {
            case 0 -> {
                AddressRange range = MODEL.createAddressRange();
                int first = random.nextInt(20);
                boolean v4 = random.nextBoolean();
                range.setFirst(v4 ? v4(first) : v6(first));
                range.setLast(v4 ? v4(first + random.nextInt(20)) : v6(first + random.nextInt(20)));
                return range;
            }
            case 1 -> {
                AddressWildcard wildcard = MODEL.createAddressWildcard();
                wildcard.setAddress(IpAddress.v4(0x0a000001));
                wildcard.setWildcard(IpAddress.v4(0x0000000a));
                return wildcard;
            }
            default -> {
                AddressPrefix prefix = MODEL.createAddressPrefix();
                prefix.setPrefix(random.nextBoolean() ? IpPrefix.containing(v4(random.nextInt(40)), 26 + random.nextInt(7))
                        : IpPrefix.containing(v6(random.nextInt(40)), 122 + random.nextInt(7)));
                return prefix;
            }
        }
    }

    private Service service() {
        Service service = MODEL.createService();
        int protocol = new int[] { 6, 6, 17, 132, 47 }[random.nextInt(5)];
        service.setProtocol(protocol);
        if (protocol != 47) {
            service.setSourcePort(random.nextInt(4) == 0 ? ports() : null);
            service.setDestinationPort(random.nextInt(2) == 0 ? ports() : null);
        }
        if (protocol == 6 && random.nextInt(3) == 0) {
            int mask = 1 + random.nextInt(0x3f);
            service.setTcpFlags(new TcpFlagTest(mask, mask & random.nextInt(0x40)));
            service.setTcpFlagsNegated(random.nextBoolean());
            service.setEstablished(random.nextInt(4) == 0);
        }
        return service;
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        int port = PORTS[random.nextInt(PORTS.length)];
        switch (random.nextInt(5)) {
            case 0 -> condition.setOperator(PortOperator.LT);
            case 1 -> condition.setOperator(PortOperator.GT);
            case 2 -> condition.setOperator(PortOperator.NEQ);
            case 3 -> {
                condition.setOperator(PortOperator.RANGE);
                condition.setPorts(NumberSet.ofRange(Math.min(port, 1024), Math.max(port, 1024)));
                return condition;
            }
            default -> {
                condition.setPorts(NumberSet.parse("80,443,1000-1030"));
                return condition;
            }
        }
        condition.setPorts(NumberSet.of(port));
        return condition;
    }

    private static IpAddress v4(int last) {
        return IpAddress.v4(0x0a000000 + last);
    }

    private static IpAddress v6(int last) {
        return IpAddress.v6(0x20010db8_00000000L, last);
    }

    PacketContext context() {
        return PacketContext.of(Direction.FORWARD).at(MONDAY.plusSeconds(60L * random.nextInt(7 * 24 * 60)));
    }

    /** A packet of either version, whole or a fragment. */
    PacketView packet() {
        boolean four = random.nextBoolean();
        int protocol = new int[] { 6, 6, 17, 132, 47, 1, 58 }[random.nextInt(7)];
        int fragment = random.nextInt(4) == 0 ? 1 + random.nextInt(100) : 0;
        byte[] bytes = new byte[four ? 44 : 72];
        int tos = new int[] { 0, 46 << 2, 10 << 2, 41 << 2, 50 << 2 }[random.nextInt(5)];
        int ttl = new int[] { 1, 2, 62, 64, 65, 255 }[random.nextInt(6)];
        MemorySegment packet = MemorySegment.ofArray(bytes);
        int at;
        if (four) {
            bytes[0] = 0x45;
            bytes[1] = (byte) tos;
            bytes[3] = (byte) bytes.length;
            bytes[6] = (byte) (fragment >> 8);
            bytes[7] = (byte) fragment;
            bytes[8] = (byte) ttl;
            bytes[9] = (byte) protocol;
            v4(random.nextInt(42)).write(packet, 12);
            v4(random.nextInt(42)).write(packet, 16);
            at = 20;
        } else {
            bytes[0] = (byte) (0x60 | tos >> 4);
            bytes[1] = (byte) (tos << 4);
            bytes[5] = (byte) (bytes.length - 40);
            bytes[6] = IpProtocol.FRAGMENT;
            bytes[7] = (byte) ttl;
            v6(random.nextInt(42)).write(packet, 8);
            v6(random.nextInt(42)).write(packet, 24);
            bytes[40] = (byte) protocol;
            bytes[42] = (byte) (fragment >> 5);
            bytes[43] = (byte) (fragment << 3);
            at = 48;
        }
        int source = port();
        int destination = port();
        bytes[at] = (byte) (source >> 8);
        bytes[at + 1] = (byte) source;
        bytes[at + 2] = (byte) (destination >> 8);
        bytes[at + 3] = (byte) destination;
        bytes[at + 12] = 0x50;
        bytes[at + 13] = (byte) (random.nextInt(4) == 0 ? random.nextInt(64) : random.nextBoolean() ? TcpFlags.SYN : TcpFlags.ACK);
        PacketView view = new PacketView();
        view.wrap(packet, 0, bytes.length);
        return view;
    }

    private int port() {
        return Math.clamp(PORTS[random.nextInt(PORTS.length)] + random.nextInt(3) - 1L, 0, 65535);
    }
}
