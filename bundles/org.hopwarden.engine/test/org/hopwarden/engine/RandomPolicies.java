package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * Makes policies that use everything the model can say, over a small {@link Pool} of addresses and ports that packets are
 * drawn from as well, so that rules overlap and packets hit.
 */
final class RandomPolicies {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final RandomGenerator random;
    private final Pool pool;

    /**
     * What rules and packets have in common.
     *
     * @param v4 addresses
     * @param v6 addresses
     * @param ports 0 to 65535
     */
    record Pool(int[] v4, long[][] v6, int[] ports) {

        static Pool of(RandomGenerator random) {
            int[] v4 = new int[10];
            for (int i = 0; i < v4.length; i++) {
                v4[i] = i > 0 && random.nextInt(2) == 0 ? v4[i - 1] ^ 1 << random.nextInt(32) : random.nextInt();
            }
            v4[0] = random.nextInt(3) == 0 ? 0 : v4[0];
            v4[1] = random.nextInt(3) == 0 ? -1 : v4[1];
            long[][] v6 = new long[8][];
            for (int i = 0; i < v6.length; i++) {
                v6[i] = new long[] { random.nextLong(), random.nextLong() };
                if (i > 0 && random.nextInt(2) == 0) {
                    v6[i] = v6[i - 1].clone();
                    v6[i][random.nextInt(2)] ^= 1L << random.nextInt(64);
                }
            }
            v6[0] = random.nextInt(3) == 0 ? new long[2] : v6[0];
            v6[1] = random.nextInt(3) == 0 ? new long[] { -1, -1 } : v6[1];
            return new Pool(v4, v6, random.ints(8, 0, 65536).toArray());
        }

        IpAddress address(RandomGenerator random, IpVersion version) {
            if (version == IpVersion.V4) {
                return IpAddress.v4(v4[random.nextInt(v4.length)]);
            }
            long[] halves = v6[random.nextInt(v6.length)];
            return IpAddress.v6(halves[0], halves[1]);
        }

        int port(RandomGenerator random) {
            return switch (random.nextInt(12)) {
                case 0 -> 0;
                case 1 -> 65535;
                case 2 -> random.nextInt(65536);
                default -> Math.clamp(ports[random.nextInt(ports.length)] + random.nextInt(3) - 1, 0, 65535);
            };
        }
    }

    RandomPolicies(RandomGenerator random, Pool pool) {
        this.random = random;
        this.pool = pool;
    }

    /** A policy with one chain of this many rules. */
    Policy policy(int rules) {
        Policy policy = MODEL.createPolicy();
        policy.setName("random");
        policy.setDefaultIn(disposition());
        policy.setDefaultOut(disposition());
        policy.setDefaultForward(disposition());
        for (int i = 0; i < 3; i++) {
            AddressObject addresses = MODEL.createAddressObject();
            addresses.setName("a" + i);
            addTerms(policy, addresses.getTerms(), random.nextInt(4));
            policy.getAddressObjects().add(addresses);
            ServiceObject services = MODEL.createServiceObject();
            services.setName("s" + i);
            for (int n = random.nextInt(4); n > 0; n--) {
                services.getTerms().add(serviceTerm(policy, true));
            }
            policy.getServiceObjects().add(services);
        }
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(pick(ChainEnd.values()));
        chain.setIpVersion(random.nextInt(3) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
        for (int i = 0; i < rules; i++) {
            chain.getRules().add(rule(policy));
        }
        policy.getChains().add(chain);
        return policy;
    }

    Rule rule(Policy policy) {
        Rule rule = MODEL.createRule();
        rule.setEnabled(random.nextInt(20) > 0);
        rule.setLog(random.nextInt(10) == 0 ? LogMode.LOG : LogMode.NONE);
        rule.setAction(action());
        Match match = MODEL.createMatch();
        match.setIpVersion(random.nextInt(4) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
        addTerms(policy, match.getSource(), terms());
        addTerms(policy, match.getDestination(), terms());
        match.setFragments(random.nextInt(8) == 0);
        int services = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : random.nextInt(6) == 0 ? 0 : 1;
        for (int i = 0; i < services; i++) {
            match.getService().add(serviceTerm(policy, !match.isFragments()));
        }
        rule.setMatch(match);
        return rule;
    }

    private int terms() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
    }

    private Action action() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> MODEL.createAllow();
            case 2, 3 -> MODEL.createDeny();
            default -> {
                Reject reject = MODEL.createReject();
                reject.setType(pick(RejectType.values()));
                yield reject;
            }
        };
    }

    private void addTerms(Policy policy, List<AddressTerm> terms, int count) {
        for (int i = 0; i < count; i++) {
            terms.add(term(policy));
        }
    }

    private AddressTerm term(Policy policy) {
        IpVersion version = random.nextInt(3) == 0 ? IpVersion.V6 : IpVersion.V4;
        IpAddress address = pool.address(random, version);
        int bits = version.addressBits();
        if (random.nextInt(8) == 0 && !policy.getAddressObjects().isEmpty()) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(policy.getAddressObjects().get(random.nextInt(policy.getAddressObjects().size())));
            return use;
        }
        switch (random.nextInt(5)) {
            case 0 -> {
                AddressRange range = MODEL.createAddressRange();
                IpAddress other = pool.address(random, version);
                range.setFirst(address.compareTo(other) <= 0 ? address : other);
                range.setLast(address.compareTo(other) <= 0 ? other : address);
                return range;
            }
            case 1 -> {
                return wildcard(address);
            }
            default -> {
                AddressPrefix prefix = MODEL.createAddressPrefix();
                int length = random.nextInt(3) == 0 ? bits : random.nextInt(6) == 0 ? 0 : random.nextInt(bits + 1);
                prefix.setPrefix(IpPrefix.containing(address, length));
                return prefix;
            }
        }
    }

    /** Few or many free bits, anywhere. */
    private AddressTerm wildcard(IpAddress address) {
        boolean few = random.nextBoolean();
        long low = few ? 1L << random.nextInt(32) | 1L << random.nextInt(32) : random.nextLong();
        long high = few ? 0 : random.nextLong();
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        if (address.isV4()) {
            wildcard.setWildcard(IpAddress.v4((int) low));
            wildcard.setAddress(IpAddress.v4((int) (address.low() & ~low)));
        } else {
            wildcard.setWildcard(IpAddress.v6(high, low));
            wildcard.setAddress(IpAddress.v6(address.high() & ~high, address.low() & ~low));
        }
        return wildcard;
    }

    private ServiceTerm serviceTerm(Policy policy, boolean layer4) {
        if (layer4 && random.nextInt(6) == 0 && !policy.getServiceObjects().isEmpty()) {
            ServiceUse use = MODEL.createServiceUse();
            use.setObject(policy.getServiceObjects().get(random.nextInt(policy.getServiceObjects().size())));
            return use;
        }
        Service service = MODEL.createService();
        int protocol = RandomPackets.protocol(random);
        if (random.nextInt(6) > 0) {
            service.setProtocol(protocol);
        }
        if (!layer4) {
            return service;
        }
        boolean any = service.getProtocol() == null;
        if (any || IpProtocol.hasPorts(protocol)) {
            service.setSourcePort(random.nextInt(3) == 0 ? ports() : null);
            service.setDestinationPort(random.nextInt(2) == 0 ? ports() : null);
        }
        if ((any && random.nextInt(3) == 0 || protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6)
                && random.nextInt(4) > 0) {
            service.setIcmpType(RandomPackets.icmpType(random));
            service.setIcmpCode(random.nextBoolean() ? random.nextInt(4) : null);
        }
        if ((any && random.nextInt(3) == 0 || protocol == IpProtocol.TCP) && random.nextInt(3) == 0) {
            service.setEstablished(random.nextBoolean());
            if (random.nextBoolean()) {
                int mask = 1 + random.nextInt(255);
                service.setTcpFlags(new TcpFlagTest(mask, mask & random.nextInt(256)));
            }
        }
        return service;
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        PortOperator operator = pick(PortOperator.values());
        condition.setOperator(operator);
        int port = pool.port(random);
        int other = pool.port(random);
        NumberRange range = new NumberRange(Math.min(port, other), Math.max(port, other));
        condition.setPorts(switch (operator) {
            case LT, GT -> NumberSet.of(port);
            case RANGE -> new NumberSet(List.of(range));
            case EQ, NEQ -> new NumberSet(list(range));
        });
        return condition;
    }

    private List<NumberRange> list(NumberRange range) {
        List<NumberRange> ranges = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            ranges.add(random.nextInt(4) == 0 ? range : NumberRange.of(pool.port(random)));
        }
        return ranges;
    }

    private Disposition disposition() {
        return pick(Disposition.values());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
