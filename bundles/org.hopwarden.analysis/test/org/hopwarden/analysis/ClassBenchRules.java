package org.hopwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * Random rule lists with the traits that the filter sets behind ClassBench (Taylor and Turner, 2005) are described by: a few
 * hundred networks out of which most prefixes are cut, nested prefixes, well-known destination ports, a small stock of port
 * ranges that many rules share, and open addresses. The same seed gives the same rules.
 */
public final class ClassBenchRules {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int[] PORTS = { 20, 21, 22, 23, 25, 53, 67, 80, 110, 123, 135, 137, 139, 143, 161, 179, 389, 443, 445,
            514, 587, 636, 993, 995, 1433, 1521, 1723, 3268, 3306, 3389, 5060, 5432, 5900, 6379, 8000, 8080, 8443, 9200 };

    /** How open the rules are. */
    public enum Shape {
        /** Access lists: specific destinations, known ports, source ports seldom. */
        ACL(0.0001, 0.08, 0.02, 0.02, 0.2, 0.9, 16, 32, 5),
        /** Firewalls: many rules open on one side, many ranges of ports on both. */
        FW(0.0002, 0.35, 0.25, 0.2, 0.4, 0.75, 14, 32, 3),
        /** Chains of iptables: between the two, with more protocols. */
        IPC(0.0001, 0.15, 0.1, 0.08, 0.3, 0.8, 16, 32, 4);

        private final double anyBoth;
        private final double anySource;
        private final double anyDestination;
        private final double sourcePorts;
        private final double portRanges;
        private final double destinationPorts;
        private final int shortest;
        private final int longest;
        private final int tcpInSix;

        Shape(double anyBoth, double anySource, double anyDestination, double sourcePorts, double portRanges,
                double destinationPorts, int shortest, int longest, int tcpInSix) {
            this.anyBoth = anyBoth;
            this.anySource = anySource;
            this.anyDestination = anyDestination;
            this.sourcePorts = sourcePorts;
            this.portRanges = portRanges;
            this.destinationPorts = destinationPorts;
            this.shortest = shortest;
            this.longest = longest;
            this.tcpInSix = tcpInSix;
        }
    }

    private final RandomGenerator random;
    private final Shape shape;
    private final int[] sourceNetworks;
    private final int[] destinationNetworks;
    private final int[][] ranges = new int[40][];

    private ClassBenchRules(Shape shape, int rules, long seed) {
        this.shape = shape;
        random = new Random(seed ^ 31L * rules + shape.ordinal());
        sourceNetworks = random.ints(Math.max(8, rules / 20)).toArray();
        destinationNetworks = random.ints(Math.max(8, rules / 20)).toArray();
        for (int i = 0; i < ranges.length; i++) {
            int low = i % 4 == 0 ? 1024 : random.nextInt(60_000);
            int high = i % 3 == 0 ? 65_535 : Math.min(65_535, low + 1 + random.nextInt(i % 2 == 0 ? 30 : 5_000));
            ranges[i] = new int[] { low, high };
        }
    }

    /** A policy with one chain of this many rules, which ends in deny. */
    public static Policy policy(Shape shape, int rules, long seed) {
        ClassBenchRules maker = new ClassBenchRules(shape, rules, seed);
        Policy policy = MODEL.createPolicy();
        policy.setName(shape.name().toLowerCase(java.util.Locale.ROOT) + "-" + rules);
        Chain chain = MODEL.createChain();
        chain.setName(policy.getName());
        chain.setEnd(ChainEnd.DENY);
        List<Rule> made = new ArrayList<>(rules);
        for (int i = 0; i < rules; i++) {
            made.add(maker.rule());
        }
        chain.getRules().addAll(made);
        policy.getChains().add(chain);
        return policy;
    }

    private Rule rule() {
        Rule rule = MODEL.createRule();
        rule.setAction(random.nextInt(5) < 3 ? MODEL.createAllow() : MODEL.createDeny());
        rule.setMatch(MODEL.createMatch());
        double open = random.nextDouble() - shape.anyBoth;
        if (open >= shape.anySource) {
            addPrefix(rule.getMatch().getSource(), sourceNetworks);
        }
        if (open >= 0 && (open < shape.anySource || open >= shape.anySource + shape.anyDestination)) {
            addPrefix(rule.getMatch().getDestination(), destinationNetworks);
        }
        int kind = random.nextInt(6);
        if (open < 0) {
            Service service = MODEL.createService();
            service.setProtocol(IpProtocol.TCP);
            service.setDestinationPort(port());
            rule.getMatch().getService().add(service);
        } else if (kind < shape.tcpInSix || random.nextInt(4) > 0) {
            rule.getMatch().getService().add(service(kind));
        }
        return rule;
    }

    private Service service(int kind) {
        Service service = MODEL.createService();
        if (kind < 5) {
            service.setProtocol(kind < shape.tcpInSix ? IpProtocol.TCP : IpProtocol.UDP);
            service.setSourcePort(random.nextDouble() < shape.sourcePorts ? ports() : null);
            service.setDestinationPort(random.nextDouble() < shape.destinationPorts ? ports() : null);
            service.setEstablished(kind == 0 && random.nextInt(20) == 0);
        } else if (random.nextInt(3) > 0) {
            service.setProtocol(IpProtocol.ICMP);
            service.setIcmpType(random.nextInt(4) == 0 ? null : random.nextInt(13));
        } else {
            service.setProtocol(random.nextBoolean() ? IpProtocol.GRE : IpProtocol.ESP);
        }
        return service;
    }

    private void addPrefix(List<AddressTerm> terms, int[] networks) {
        int length = random.nextInt(3) == 0 ? 32 : random.nextInt(3) == 0 ? 24
                : shape.shortest + random.nextInt(shape.longest - shape.shortest + 1);
        int network = networks[random.nextInt(networks.length)];
        int host = random.nextInt(2) == 0 ? random.nextInt(0x100) : random.nextInt(0x10000);
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.containing(IpAddress.v4(network & 0xffff_0000 | host), length));
        terms.add(prefix);
    }

    private PortCondition ports() {
        if (random.nextDouble() >= shape.portRanges) {
            return port();
        }
        PortCondition condition = MODEL.createPortCondition();
        int[] range = ranges[random.nextInt(ranges.length)];
        condition.setOperator(PortOperator.RANGE);
        condition.setPorts(NumberSet.ofRange(range[0], range[1]));
        return condition;
    }

    private PortCondition port() {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.EQ);
        condition.setPorts(NumberSet.of(PORTS[random.nextInt(PORTS.length)]));
        return condition;
    }
}
