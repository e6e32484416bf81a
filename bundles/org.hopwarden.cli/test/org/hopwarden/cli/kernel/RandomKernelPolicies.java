package org.hopwarden.cli.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/** Makes policies that use all that the model can say and a Linux kernel can know of a packet, times and rates aside. */
final class RandomKernelPolicies {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int KNOWN_FLAGS = 0x3f;

    private final RandomGenerator random;
    private final RandomHookPackets stock;
    private final boolean states;
    private Policy policy;

    /** @param states whether rules ask for the states of connections */
    RandomKernelPolicies(RandomGenerator random, RandomHookPackets stock, boolean states) {
        this.random = random;
        this.stock = stock;
        this.states = states;
    }

    Policy next() {
        return next(4, 14);
    }

    /**
     * The next policy.
     *
     * @param chains how many chains there are at most, and as many again less one that are called
     * @param rules how many rules a chain has at most; one that is called has half of them
     */
    Policy next(int chains, int rules) {
        policy = MODEL.createPolicy();
        policy.setName("random");
        policy.setDefaultIn(pick(Disposition.ALLOW, Disposition.DENY));
        policy.setDefaultOut(pick(Disposition.ALLOW, Disposition.DENY));
        policy.setDefaultForward(pick(Disposition.ALLOW, Disposition.DENY, Disposition.ASK));
        AddressObject object = MODEL.createAddressObject();
        object.setName("some");
        for (int n = random.nextInt(4); n > 0; n--) {
            object.getTerms().add(address(pick(IpVersion.values())));
        }
        policy.getAddressObjects().add(object);
        boolean bound = random.nextInt(4) > 0;
        List<Chain> called = new ArrayList<>();
        for (int n = random.nextInt(chains); n > 0; n--) {
            Chain chain = chain("called-" + n, 1 + random.nextInt(Math.max(1, rules * 3 / 7)), List.copyOf(called));
            called.add(chain);
        }
        for (int n = bound ? 1 + random.nextInt(chains) : 1; n > 0; n--) {
            Chain chain = chain("chain " + n, 1 + random.nextInt(rules), called);
            if (bound) {
                bind(chain);
            }
            policy.getChains().add(chain);
        }
        policy.getChains().addAll(called);
        if (!bound) {
            // No chain but one may stand by itself, where none is bound.
            Chain top = policy.getChains().get(0);
            for (Chain chain : called) {
                top.getRules().add(random.nextInt(top.getRules().size() + 1), rule(call(chain)));
            }
        }
        ElementIds.assignMissing(policy);
        return policy;
    }

    private void bind(Chain chain) {
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            Binding binding = MODEL.createBinding();
            binding.setHook(pick(Hook.values()));
            if (random.nextInt(3) == 0 && binding.getHook() != Hook.OUT) {
                binding.getInInterface().add(interfaceTerm());
            }
            if (random.nextInt(3) == 0 && binding.getHook() != Hook.IN) {
                binding.getOutInterface().add(interfaceTerm());
            }
            chain.getBindings().add(binding);
        }
        boolean forward = chain.getBindings().stream().anyMatch(binding -> binding.getHook() == Hook.FORWARD);
        if (!forward && random.nextInt(3) == 0) {
            chain.setScope(ChainScope.APPLICATION);
        }
    }

    private Chain chain(String name, int rules, List<Chain> callable) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setIpVersion(random.nextInt(3) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
        chain.setEnd(random.nextInt(3) == 0 ? ChainEnd.BACK : pick(ChainEnd.values()));
        chain.setFragmentReading(pick(FragmentReading.values()));
        for (int n = rules; n > 0; n--) {
            chain.getRules().add(rule(action(callable)));
        }
        return chain;
    }

    private static Call call(Chain chain) {
        Call call = MODEL.createCall();
        call.setChain(chain);
        return call;
    }

    private Action action(List<Chain> callable) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> MODEL.createAllow();
            case 4, 5, 6 -> MODEL.createDeny();
            case 7 -> {
                Reject reject = MODEL.createReject();
                reject.setType(pick(RejectType.values()));
                yield reject;
            }
            case 8 -> random.nextBoolean() ? MODEL.createLog() : MODEL.createCount();
            case 9 -> random.nextBoolean() ? MODEL.createReturn() : MODEL.createAsk();
            default -> {
                if (callable.isEmpty()) {
                    yield MODEL.createAllow();
                }
                Call call = call(callable.get(random.nextInt(callable.size())));
                call.setTail(random.nextInt(3) == 0);
                yield call;
            }
        };
    }

    private Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        Match match = MODEL.createMatch();
        rule.setAction(action);
        rule.setMatch(match);
        rule.setEnabled(random.nextInt(15) > 0);
        rule.setLog(random.nextInt(15) == 0 ? LogMode.LOG : LogMode.NONE);
        if (random.nextInt(6) == 0) {
            rule.getRemarks().add("say \"why\" \\ " + random.nextInt(100));
        }
        boolean plural = !(action instanceof Call call && call.isTail() || action.eClass() == org.hopwarden.rulemodel.RulemodelPackage.Literals.RETURN);
        match.setIpVersion(random.nextInt(8) == 0 ? pick(IpFamily.values()) : IpFamily.ANY);
        match.setSourceNegated(addresses(match.getSource(), plural));
        match.setDestinationNegated(addresses(match.getDestination(), plural));
        match.setInInterfaceNegated(interfaces(match.getInInterface(), plural));
        match.setOutInterfaceNegated(interfaces(match.getOutInterface(), plural));
        services(match, plural);
        if (random.nextInt(10) == 0) {
            match.setTtl(numbers(n -> stock.ttl(), 255));
        }
        if (random.nextInt(10) == 0) {
            match.setDscp(numbers(n -> stock.dscp(), 63));
        }
        if (random.nextInt(10) == 0) {
            match.setLength(numbers(n -> 40 + random.nextInt(200), 65535));
        }
        if (states && random.nextInt(4) == 0) {
            match.getStates().add(pick(ConnectionState.values()));
            if (random.nextBoolean()) {
                match.getStates().add(pick(ConnectionState.values()));
            }
        }
        if (random.nextInt(10) == 0) {
            int mask = random.nextBoolean() ? -1 : pick(0xff, 0x11, 0xff00);
            match.setMark(new MarkTest(stock.mark() & mask, mask, random.nextBoolean()));
        }
        return rule;
    }

    /** Adds terms and says whether they are negated. */
    private boolean addresses(List<AddressTerm> terms, boolean plural) {
        if (random.nextInt(5) < 2) {
            return false;
        }
        boolean negated = random.nextInt(4) == 0;
        for (int n = plural ? 1 + random.nextInt(3) : 1; n > 0; n--) {
            terms.add(plural && random.nextInt(8) == 0 ? use() : address(pick(IpVersion.values())));
        }
        return negated;
    }

    private AddressTerm use() {
        AddressUse use = MODEL.createAddressUse();
        use.setObject(policy.getAddressObjects().get(0));
        return use;
    }

    private AddressTerm address(IpVersion version) {
        IpAddress address = stock.address(version);
        switch (random.nextInt(6)) {
            case 0 -> {
                IpAddress other = stock.address(version);
                AddressRange range = MODEL.createAddressRange();
                range.setFirst(address.compareTo(other) <= 0 ? address : other);
                range.setLast(address.compareTo(other) <= 0 ? other : address);
                return range;
            }
            case 1 -> {
                AddressWildcard wildcard = MODEL.createAddressWildcard();
                long bits = random.nextLong() & random.nextLong();
                if (version == IpVersion.V4) {
                    wildcard.setWildcard(IpAddress.v4((int) bits));
                    wildcard.setAddress(IpAddress.v4((int) (address.low() & ~bits)));
                } else {
                    wildcard.setWildcard(IpAddress.v6(0xff, bits));
                    wildcard.setAddress(IpAddress.v6(address.high() & ~0xffL, address.low() & ~bits));
                }
                return wildcard;
            }
            default -> {
                int bits = version.addressBits();
                AddressPrefix prefix = MODEL.createAddressPrefix();
                prefix.setPrefix(IpPrefix.containing(address,
                        random.nextInt(12) == 0 ? 0 : bits - random.nextInt(random.nextBoolean() ? 2 : bits / 2)));
                return prefix;
            }
        }
    }

    private boolean interfaces(List<InterfaceTerm> terms, boolean plural) {
        if (random.nextInt(6) > 0) {
            return false;
        }
        for (int n = plural ? 1 + random.nextInt(2) : 1; n > 0; n--) {
            terms.add(interfaceTerm());
        }
        return random.nextInt(3) == 0;
    }

    private InterfaceTerm interfaceTerm() {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(random.nextInt(8) == 0 ? pick("eth*", "et*", "wan0", "eth0") : stock.interfaceName());
        return name;
    }

    private void services(Match match, boolean plural) {
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                // any
            }
            case 2 -> {
                for (int n = plural ? 1 + random.nextInt(2) : 1; n > 0; n--) {
                    match.getService().add(protocol());
                }
                match.setServiceNegated(random.nextBoolean());
                match.setFragments(plural && random.nextInt(3) == 0);
            }
            case 3 -> match.setFragments(plural);
            default -> {
                for (int n = plural ? 1 + random.nextInt(2) : 1; n > 0; n--) {
                    match.getService().add(service());
                }
            }
        }
    }

    private Service protocol() {
        Service service = MODEL.createService();
        service.setProtocol(stock.protocol(pick(IpVersion.values())));
        return service;
    }

    private Service service() {
        Service service = protocol();
        int protocol = service.getProtocol();
        if (random.nextInt(6) == 0) {
            service.setProtocol(null);
        }
        if (IpProtocol.hasPorts(protocol)) {
            service.setSourcePort(random.nextInt(3) == 0 ? ports() : null);
            service.setDestinationPort(random.nextInt(3) > 0 ? ports() : null);
        } else if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            service.setIcmpType(Math.min(254, stock.icmpType(pick(IpVersion.values()))));
            service.setIcmpCode(random.nextBoolean() ? random.nextInt(4) : null);
            service.setIcmpNegated(random.nextInt(3) == 0);
        }
        if (protocol == IpProtocol.TCP && random.nextInt(3) == 0) {
            service.setEstablished(random.nextInt(3) == 0);
            int mask = 1 + random.nextInt(KNOWN_FLAGS);
            service.setTcpFlags(new TcpFlagTest(mask, mask & random.nextInt(256)));
            service.setTcpFlagsNegated(random.nextBoolean());
        }
        return service;
    }

    private PortCondition ports() {
        PortCondition condition = MODEL.createPortCondition();
        PortOperator operator = pick(PortOperator.values());
        condition.setOperator(operator);
        int port = stock.port();
        condition.setPorts(switch (operator) {
            case LT, GT -> NumberSet.of(port);
            case RANGE -> range(port, stock.port());
            case EQ, NEQ -> numbers(n -> stock.port(), 65535);
        });
        return condition;
    }

    private static NumberSet range(int a, int b) {
        return NumberSet.ofRange(Math.min(a, b), Math.max(a, b));
    }

    /** A few numbers and ranges; now and then very many. */
    private NumberSet numbers(IntFunction<Integer> from, int highest) {
        List<NumberRange> ranges = new ArrayList<>();
        int count = random.nextInt(20) == 0 && highest > 255 ? 25 : 1 + random.nextInt(3);
        for (int n = 0; n < count; n++) {
            int low = count > 20 && random.nextInt(3) > 0 ? random.nextInt(highest + 1) : from.apply(n);
            int high = random.nextInt(3) > 0 ? low : Math.min(highest, low + random.nextInt(20));
            ranges.add(new NumberRange(low, high));
        }
        return new NumberSet(ranges);
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
