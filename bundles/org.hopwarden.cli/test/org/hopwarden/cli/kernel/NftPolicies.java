package org.hopwarden.cli.kernel;

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
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * Makes policies that use all of the rule model that nftables can say: chains at hooks and interfaces, of both scopes, that call
 * and leave one another, short and long runs of rules, every condition and both readings of fragments.
 */
final class NftPolicies {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final RandomGenerator random;
    private final RandomHookPackets stock;
    private final boolean states;
    private boolean forDiff;

    /** @param states whether rules ask for the states of connections */
    NftPolicies(RandomGenerator random, RandomHookPackets stock, boolean states) {
        this.random = random;
        this.stock = stock;
        this.states = states;
    }

    /**
     * From now on makes policies that can be compared exactly in short time: without rates and anyone who could be asked, with
     * fewer rules, of which few have conditions on everything, and with wildcard masks of few free bits.
     */
    NftPolicies forDiff() {
        forDiff = true;
        return this;
    }

    Policy next() {
        Policy policy = MODEL.createPolicy();
        policy.setName("random");
        policy.setDefaultIn(disposition());
        policy.setDefaultOut(disposition());
        policy.setDefaultForward(disposition());
        for (int i = 0; i < 2; i++) {
            AddressObject object = MODEL.createAddressObject();
            object.setName("a" + i);
            addTerms(policy, object.getTerms(), random.nextInt(4));
            policy.getAddressObjects().add(object);
        }
        boolean bound = random.nextInt(4) > 0;
        int callable = random.nextInt(forDiff ? 2 : 3);
        for (int i = 0; i < callable; i++) {
            policy.getChains().add(chain(policy, "called " + i, 1 + random.nextInt(6)));
        }
        int met = bound ? 1 + random.nextInt(forDiff ? 2 : 3) : 1;
        for (int i = 0; i < met; i++) {
            Chain chain = chain(policy, i == 0 ? "drop" : "met" + i, random.nextInt(3) == 0
                    ? 10 + random.nextInt(forDiff ? 8 : 50) : random.nextInt(forDiff ? 5 : 8));
            for (int n = bound ? 1 + random.nextInt(2) : 0; n > 0; n--) {
                chain.getBindings().add(binding());
            }
            boolean forward = chain.getBindings().stream().anyMatch(binding -> binding.getHook() == Hook.FORWARD);
            chain.setScope(forward || random.nextInt(3) > 0 ? ChainScope.GLOBAL : ChainScope.APPLICATION);
            policy.getChains().add(chain);
        }
        if (!bound) {
            // whoever is not called would be a second chain that could decide
            Chain last = policy.getChains().getLast();
            for (int i = 0; i < callable; i++) {
                Rule rule = rule(policy);
                rule.setEnabled(true);
                rule.setAction(call(policy.getChains().get(i)));
                rule.getMatch().setRate(null);
                last.getRules().add(rule);
            }
        }
        return policy;
    }

    private Disposition disposition() {
        return !forDiff ? pick(Disposition.values()) : random.nextBoolean() ? Disposition.ALLOW : Disposition.DENY;
    }

    private Chain chain(Policy policy, String name, int rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(pick(ChainEnd.values()));
        chain.setFragmentReading(pick(FragmentReading.values()));
        chain.setIpVersion(random.nextInt(4) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
        for (int i = 0; i < rules; i++) {
            Rule rule = rule(policy);
            if (rules >= 10 && random.nextInt(8) > 0) {
                makePlain(rule);
            }
            chain.getRules().add(rule);
        }
        return chain;
    }

    private Binding binding() {
        Binding binding = MODEL.createBinding();
        binding.setHook(pick(Hook.values()));
        if (binding.getHook() != Hook.OUT && random.nextInt(3) == 0) {
            binding.getInInterface().add(interfaceTerm());
        }
        if (binding.getHook() != Hook.IN && random.nextInt(3) == 0) {
            binding.getOutInterface().add(interfaceTerm());
        }
        return binding;
    }

    /** Leaves what can stand in sets, mostly without conditions in front of them. */
    private void makePlain(Rule rule) {
        Match match = rule.getMatch();
        match.setRate(null);
        rule.setLog(LogMode.NONE);
        rule.setAction(deciding(match));
        if (random.nextInt(5) == 0) {
            return;
        }
        match.setTtl(null);
        match.setDscp(null);
        match.setLength(null);
        match.setMark(null);
        match.getStates().clear();
        match.getInInterface().clear();
        match.setInInterfaceNegated(false);
        match.getOutInterface().clear();
        match.setOutInterfaceNegated(false);
    }

    private Rule rule(Policy policy) {
        Rule rule = MODEL.createRule();
        rule.setEnabled(random.nextInt(20) > 0);
        rule.setLog(random.nextInt(12) == 0 ? LogMode.LOG : LogMode.NONE);
        Match match = MODEL.createMatch();
        match.setIpVersion(random.nextInt(5) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
        addTerms(policy, match.getSource(), terms());
        match.setSourceNegated(!match.getSource().isEmpty() && random.nextInt(4) == 0);
        addTerms(policy, match.getDestination(), terms());
        match.setDestinationNegated(!match.getDestination().isEmpty() && random.nextInt(4) == 0);
        match.setFragments(random.nextInt(8) == 0);
        addServices(match);
        addMore(match);
        rule.setMatch(match);
        rule.setAction(action(policy, match));
        if (rule.getAction() instanceof Return || rule.getAction() instanceof Call call && call.isTail()) {
            // with several alternatives that is refused
            match.setRate(null);
        }
        if (random.nextInt(12) == 0) {
            rule.setPackets(random.nextLong(1000));
            rule.setBytes(random.nextLong(100_000));
        }
        return rule;
    }

    private void addServices(Match match) {
        int services = random.nextInt(3) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
        boolean negated = random.nextInt(8) == 0 && services > 0;
        for (int i = 0; i < services; i++) {
            match.getService().add(service(!negated && !match.isFragments()));
        }
        match.setServiceNegated(negated);
    }

    private void addMore(Match match) {
        if (forDiff && random.nextInt(3) > 0) {
            return;
        }
        if (random.nextInt(10) == 0) {
            match.setTtl(NumberSet.of(stock.ttl(), stock.ttl()));
        }
        if (random.nextInt(10) == 0) {
            match.setDscp(random.nextBoolean() ? NumberSet.of(stock.dscp()) : NumberSet.ofRange(random.nextInt(20), 40));
        }
        if (random.nextInt(10) == 0) {
            match.setLength(NumberSet.ofRange(0, 50 + random.nextInt(60)));
        }
        if (random.nextInt(10) == 0) {
            int mask = random.nextBoolean() ? -1 : 0xff;
            match.setMark(new MarkTest(stock.mark() & mask, mask, random.nextInt(3) == 0));
        }
        if (random.nextInt(8) == 0) {
            match.getInInterface().add(interfaceTerm());
            match.setInInterfaceNegated(random.nextInt(3) == 0);
        }
        if (random.nextInt(8) == 0) {
            match.getOutInterface().add(interfaceTerm());
            match.setOutInterfaceNegated(random.nextInt(3) == 0);
        }
        if (states && random.nextInt(4) == 0) {
            match.getStates().add(pick(ConnectionState.values()));
            match.getStates().add(pick(ConnectionState.values()));
        }
        if (!forDiff && random.nextInt(15) == 0) {
            match.setRate(rate());
        }
    }

    /** One that nothing uses up: which packets would depends on the order in which the kernel takes those of several devices. */
    private RateLimit rate() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1_000);
        rate.setUnit(RateUnit.SECOND);
        rate.setBurst(60_000);
        rate.setOver(random.nextInt(3) == 0);
        return rate;
    }

    private InterfaceTerm interfaceTerm() {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(random.nextInt(6) == 0 ? "*" : random.nextInt(5) == 0 ? "eth*" : random.nextInt(5) == 0 ? "lan0"
                : stock.interfaceName());
        return name;
    }

    private Action action(Policy policy, Match match) {
        return switch (random.nextInt(14)) {
            case 0 -> MODEL.createLog();
            case 1 -> MODEL.createCount();
            case 2 -> {
                if (forDiff) {
                    yield MODEL.createCount();
                }
                Limit limit = MODEL.createLimit();
                limit.setRate(rate());
                limit.getRate().setOver(false);
                yield limit;
            }
            case 3 -> MODEL.createReturn();
            case 4, 5, 6 -> {
                boolean any = !policy.getChains().isEmpty() && policy.getChains().get(0).getBindings().isEmpty();
                Chain called = any ? policy.getChains().get(random.nextInt(policy.getChains().size())) : null;
                yield called == null ? deciding(match) : call(called);
            }
            default -> deciding(match);
        };
    }

    private Call call(Chain chain) {
        Call call = MODEL.createCall();
        call.setChain(chain);
        call.setTail(random.nextInt(3) == 0);
        return call;
    }

    private Action deciding(Match match) {
        switch (random.nextInt(6)) {
            case 0, 1, 2:
                return MODEL.createAllow();
            case 3, 4:
                return MODEL.createDeny();
            default:
                Reject reject = MODEL.createReject();
                reject.setType(pick(RejectType.values()));
                if (forDiff && reject.getType() == RejectType.TCP_RESET && !isTcp(match)) {
                    // listed as what is sent to others, port unreachable
                    reject.setType(RejectType.PORT_UNREACHABLE);
                }
                return reject;
        }
    }

    private static boolean isTcp(Match match) {
        return !match.isServiceNegated() && !match.getService().isEmpty() && match.getService().stream()
                .allMatch(term -> term instanceof Service service && Integer.valueOf(IpProtocol.TCP).equals(service.getProtocol()));
    }

    private int terms() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? 2 : 1;
    }

    private void addTerms(Policy policy, List<AddressTerm> terms, int count) {
        for (int i = 0; i < count; i++) {
            terms.add(term(policy));
        }
    }

    private AddressTerm term(Policy policy) {
        IpVersion version = random.nextBoolean() ? IpVersion.V4 : IpVersion.V6;
        IpAddress address = stock.address(version);
        if (random.nextInt(8) == 0 && !policy.getAddressObjects().isEmpty()) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(pick(policy.getAddressObjects().toArray(AddressObject[]::new)));
            return use;
        }
        switch (random.nextInt(5)) {
            case 0:
                AddressRange range = MODEL.createAddressRange();
                IpAddress other = stock.address(version);
                range.setFirst(address.compareTo(other) <= 0 ? address : other);
                range.setLast(address.compareTo(other) <= 0 ? other : address);
                return range;
            case 1:
                return wildcard(address);
            default:
                AddressPrefix prefix = MODEL.createAddressPrefix();
                int bits = version.addressBits();
                prefix.setPrefix(IpPrefix.containing(address, random.nextInt(3) == 0 ? bits
                        : random.nextInt(8) == 0 ? 0 : bits - random.nextInt(24)));
                return prefix;
        }
    }

    /** Few or many free bits, anywhere. */
    private AddressTerm wildcard(IpAddress address) {
        boolean few = forDiff || random.nextBoolean();
        long low = few ? 1L << random.nextInt(32) | 1L << random.nextInt(32) : random.nextLong();
        long high = few ? 0 : random.nextLong();
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setWildcard(address.isV4() ? IpAddress.v4((int) low) : IpAddress.v6(high, low));
        wildcard.setAddress(address.isV4() ? IpAddress.v4((int) (address.low() & ~low))
                : IpAddress.v6(address.high() & ~high, address.low() & ~low));
        return wildcard;
    }

    private Service service(boolean layer4) {
        Service service = MODEL.createService();
        IpVersion version = random.nextBoolean() ? IpVersion.V4 : IpVersion.V6;
        int protocol = stock.protocol(version);
        boolean any = random.nextInt(6) == 0 && layer4;
        service.setProtocol(any ? null : Integer.valueOf(protocol));
        if (!layer4) {
            return service;
        }
        if (any || IpProtocol.hasPorts(protocol)) {
            service.setSourcePort(random.nextInt(3) == 0 ? ports() : null);
            service.setDestinationPort(random.nextInt(2) == 0 ? ports() : null);
        }
        if ((any && random.nextInt(3) == 0 || protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6)
                && random.nextInt(4) > 0) {
            if (service.getSourcePort() == null && service.getDestinationPort() == null) {
                service.setIcmpType(stock.icmpType(version));
                service.setIcmpCode(random.nextBoolean() ? random.nextInt(4) : null);
                service.setIcmpNegated(random.nextInt(4) == 0);
            }
        }
        if (protocol == IpProtocol.TCP && random.nextInt(3) == 0) {
            service.setEstablished(random.nextBoolean());
            if (random.nextBoolean()) {
                int mask = 1 + random.nextInt(255);
                service.setTcpFlags(new TcpFlagTest(mask, mask & random.nextInt(256)));
                service.setTcpFlagsNegated(random.nextInt(3) == 0);
            }
        }
        return service;
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        PortOperator operator = pick(PortOperator.values());
        condition.setOperator(operator);
        int port = stock.port();
        int other = stock.port();
        NumberRange range = new NumberRange(Math.min(port, other), Math.max(port, other));
        List<NumberRange> list = new ArrayList<>(List.of(NumberRange.of(stock.port())));
        if (random.nextInt(3) == 0) {
            list.add(range);
        }
        condition.setPorts(switch (operator) {
            case LT, GT -> NumberSet.of(port);
            case RANGE -> new NumberSet(List.of(range));
            case EQ, NEQ -> new NumberSet(list);
        });
        return condition;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
