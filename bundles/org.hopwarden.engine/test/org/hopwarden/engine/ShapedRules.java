package org.hopwarden.engine;

import java.util.List;
import java.util.SplittableRandom;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * Random rules of three shapes, in lists as long as wanted: acl (specific destinations, known ports), fw (many open addresses,
 * ranges of ports) and ipc (between the two). The same seed gives the same rules.
 */
public final class ShapedRules {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int[] PORTS = { 20, 21, 22, 23, 25, 53, 67, 80, 110, 123, 135, 137, 139, 143, 161, 179, 389, 443, 445,
            514, 587, 636, 993, 995, 1433, 1521, 1723, 3268, 3306, 3389, 5060, 5432, 5900, 6379, 8000, 8080, 8443, 9200 };

    private final SplittableRandom random;
    private final Shape shape;
    private final double v6Share;
    private final int[] sourceNetworks;
    private final int[] destinationNetworks;

    /** How often addresses and ports are open, and how long prefixes are. */
    public enum Shape {
        ACL(0.002, 0.08, 0.02, 0.04, 0.25, 22, 32), FW(0.004, 0.35, 0.3, 0.15, 0.35, 18, 32),
        IPC(0.003, 0.15, 0.15, 0.1, 0.4, 20, 32);

        private final double anyBoth;
        private final double anySource;
        private final double anyDestination;
        private final double sourcePorts;
        private final double portRanges;
        private final int shortest;
        private final int longest;

        Shape(double anyBoth, double anySource, double anyDestination, double sourcePorts, double portRanges, int shortest,
                int longest) {
            this.anyBoth = anyBoth;
            this.anySource = anySource;
            this.anyDestination = anyDestination;
            this.sourcePorts = sourcePorts;
            this.portRanges = portRanges;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    /**
     * @param rules how many the list is to have, by which it is told how many networks there are
     * @param v6Share how many of the rules with addresses have those of IPv6, 0 to 1
     */
    public ShapedRules(Shape shape, int rules, long seed, double v6Share) {
        this.shape = shape;
        this.v6Share = v6Share;
        random = new SplittableRandom(seed ^ 97L * rules + shape.ordinal());
        sourceNetworks = random.ints(Math.max(8, rules / 20)).toArray();
        destinationNetworks = random.ints(Math.max(8, rules / 20)).toArray();
    }

    /** A policy with one chain, "c", of so many rules, which ends in deny. */
    public Policy policy(int rules) {
        Policy policy = MODEL.createPolicy();
        policy.setName(shape.name());
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        for (int i = 0; i < rules; i++) {
            chain.getRules().add(rule());
        }
        policy.getChains().add(chain);
        return policy;
    }

    /** The next rule. */
    public Rule rule() {
        Rule rule = MODEL.createRule();
        rule.setAction(random.nextBoolean() ? MODEL.createAllow() : MODEL.createDeny());
        rule.setMatch(MODEL.createMatch());
        boolean v6 = random.nextDouble() < v6Share;
        double open = random.nextDouble() - shape.anyBoth;
        if (open >= shape.anySource) {
            addPrefix(rule.getMatch().getSource(), sourceNetworks, v6);
        }
        if (open >= 0 && (open < shape.anySource || open >= shape.anySource + shape.anyDestination)) {
            addPrefix(rule.getMatch().getDestination(), destinationNetworks, v6);
        }
        rule.getMatch().getService().add(service(v6));
        return rule;
    }

    private Service service(boolean v6) {
        Service service = MODEL.createService();
        int kind = random.nextInt(20);
        service.setProtocol(kind < 14 ? IpProtocol.TCP : kind < 18 ? IpProtocol.UDP
                : kind == 19 ? IpProtocol.ESP : v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
        if (kind < 18) {
            service.setSourcePort(random.nextDouble() < shape.sourcePorts ? ports() : null);
            service.setDestinationPort(random.nextDouble() < 0.9 ? ports() : null);
        } else if (kind == 18) {
            service.setIcmpType((v6 ? 128 : 0) + random.nextInt(12));
        }
        return service;
    }

    private void addPrefix(List<AddressTerm> terms, int[] networks, boolean v6) {
        int length = shape.shortest + random.nextInt(shape.longest - shape.shortest + 1);
        AddressPrefix prefix = MODEL.createAddressPrefix();
        int host = random.nextInt(0x10000);
        int address = network(networks, random) & 0xffff_0000 | host;
        prefix.setPrefix(v6 ? IpPrefix.containing(IpAddress.v6(v6Network(address), host), 2 * length)
                : IpPrefix.containing(IpAddress.v4(address), length));
        terms.add(prefix);
    }

    private static int network(int[] networks, SplittableRandom random) {
        return networks[random.nextInt(networks.length)];
    }

    int sourceNetwork(SplittableRandom chosenBy) {
        return network(sourceNetworks, chosenBy);
    }

    int destinationNetwork(SplittableRandom chosenBy) {
        return network(destinationNetworks, chosenBy);
    }

    /** The upper half of the address of IPv6 that stands for one of IPv4. */
    static long v6Network(int address) {
        return 0x2001_0db8_0000_0000L | address & 0xffff_ffffL;
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        if (random.nextDouble() < shape.portRanges) {
            int low = random.nextInt(4) == 0 ? 1024 : random.nextInt(60_000);
            int high = random.nextInt(4) == 0 ? 65_535 : Math.min(65_535, low + random.nextInt(2_000));
            condition.setOperator(PortOperator.RANGE);
            condition.setPorts(NumberSet.ofRange(low, high));
        } else {
            condition.setOperator(PortOperator.EQ);
            condition.setPorts(NumberSet.of(PORTS[random.nextInt(PORTS.length)]));
        }
        return condition;
    }
}
