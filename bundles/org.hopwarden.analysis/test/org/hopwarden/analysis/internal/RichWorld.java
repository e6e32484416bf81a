package org.hopwarden.analysis.internal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.Application;
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
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Policies that use all that the model can say over the values of {@link SmallWorld}, and what packets have beside their bytes. */
final class RichWorld {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String[] PATTERNS = { "eth0", "eth1", "eth*", "ppp*", "*" };
    private static final String[] NAMES = { "", "eth0", "eth1", "eth9", "ppp0", "wlan0" };
    private static final String[] PATHS = { "/bin/a", "/bin/*", "/opt/b" };
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 1, 5, 0, 0);

    private final RandomGenerator random;
    private final List<PacketPoint> packets = SmallWorld.packets();

    RichWorld(RandomGenerator random) {
        this.random = random;
    }

    /** A policy without problems. */
    Policy policy() {
        Policy policy = any();
        while (!PolicyProblems.of(policy).isEmpty()) {
            policy = any();
        }
        return policy;
    }

    private Policy any() {
        Policy policy = MODEL.createPolicy();
        policy.setDefaultIn(pick(Disposition.values()));
        policy.setDefaultOut(random.nextBoolean() ? policy.getDefaultIn() : pick(Disposition.values()));
        policy.setDefaultForward(random.nextBoolean() ? policy.getDefaultIn() : pick(Disposition.values()));
        for (String path : PATHS) {
            Application application = MODEL.createApplication();
            application.setName(path);
            application.setPath(path);
            application.setUser(random.nextInt(3) == 0 ? "root" : null);
            policy.getApplications().add(application);
        }
        policy.getSchedules().add(schedule());
        int chains = 1 + random.nextInt(4);
        boolean bound = random.nextInt(4) > 0;
        for (int i = 0; i < chains; i++) {
            Chain chain = MODEL.createChain();
            chain.setName("c" + i);
            chain.setEnd(pick(ChainEnd.values()));
            chain.setIpVersion(random.nextInt(3) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
            chain.setFragmentReading(pick(FragmentReading.values()));
            policy.getChains().add(chain);
        }
        for (int i = 0; i < chains; i++) {
            Chain chain = policy.getChains().get(i);
            if (bound) {
                bind(policy, chain, i == 0);
            }
            for (int n = random.nextInt(7); n > 0; n--) {
                chain.getRules().add(rule(policy, i));
            }
            // where nothing is bound, one chain alone is called by none
            for (int callee = i + 1; !bound && i == 0 && callee < chains; callee++) {
                Rule call = rule(policy, i);
                call.setEnabled(true);
                call.setAction(call(policy.getChains().get(callee)));
                chain.getRules().add(random.nextInt(chain.getRules().size() + 1), call);
            }
        }
        return policy;
    }

    private void bind(Policy policy, Chain chain, boolean surely) {
        for (int n = surely ? 1 + random.nextInt(2) : random.nextInt(3); n > 0; n--) {
            Binding binding = MODEL.createBinding();
            binding.setHook(pick(Hook.values()));
            addInterfaces(binding.getInInterface());
            addInterfaces(binding.getOutInterface());
            chain.getBindings().add(binding);
        }
        if (random.nextInt(3) == 0) {
            chain.setScope(ChainScope.APPLICATION);
            chain.getApplications().addAll(policy.getApplications().subList(0, random.nextInt(3)));
        }
    }

    private void addInterfaces(List<InterfaceTerm> terms) {
        for (int n = random.nextInt(4) > 0 ? 0 : 1 + random.nextInt(2); n > 0; n--) {
            InterfaceName name = MODEL.createInterfaceName();
            name.setPattern(PATTERNS[random.nextInt(PATTERNS.length)]);
            terms.add(name);
        }
    }

    private Schedule schedule() {
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("s");
        WeeklyPeriod period = MODEL.createWeeklyPeriod();
        period.getDays().add(Weekday.TUESDAY);
        period.setFrom(LocalTime.of(8, 0));
        period.setTo(LocalTime.of(18, 0));
        schedule.getPeriods().add(period);
        return schedule;
    }

    private Rule rule(Policy policy, int chain) {
        Rule rule = SmallWorld.rule(random);
        Match match = rule.getMatch();
        if (random.nextInt(4) == 0) {
            decorate(policy, match);
        }
        rule.setAction(action(policy, chain));
        return rule;
    }

    private void decorate(Policy policy, Match match) {
        match.setSourceNegated(!match.getSource().isEmpty() && random.nextInt(3) == 0);
        match.setDestinationNegated(!match.getDestination().isEmpty() && random.nextInt(3) == 0);
        boolean layer3 = match.getService().stream().allMatch(term -> term instanceof Service service
                && !org.hopwarden.rulemodel.ServiceTerms.hasLayer4(service) && service.getProtocol() != null);
        match.setServiceNegated(layer3 && !match.getService().isEmpty() && random.nextBoolean());
        addInterfaces(match.getInInterface());
        addInterfaces(match.getOutInterface());
        match.setInInterfaceNegated(!match.getInInterface().isEmpty() && random.nextBoolean());
        match.getService().forEach(this::negate);
        switch (random.nextInt(9)) {
            case 0 -> match.setTtl(NumberSet.ofRange(0, 1 + random.nextInt(3)));
            case 1 -> match.setDscp(NumberSet.of(0, 46));
            case 2 -> match.setLength(NumberSet.ofRange(20 + random.nextInt(20), 60));
            case 3 -> match.getStates().add(pick(ConnectionState.values()));
            case 4 -> match.setMark(new MarkTest(random.nextInt(2), 1 + 2 * random.nextInt(2), random.nextBoolean()));
            case 5 -> match.getApplications().add(policy.getApplications().get(random.nextInt(PATHS.length)));
            case 6 -> match.setSchedule(policy.getSchedules().get(0));
            case 7 -> match.setRate(rate());
            default -> {
                AddressName name = MODEL.createAddressName();
                name.setName("host.example");
                name.getAddresses().add(IpAddress.parse("10.0.0.2"));
                match.getSource().add(name);
            }
        }
    }

    private void negate(org.hopwarden.rulemodel.ServiceTerm term) {
        Service service = (Service) term;
        service.setIcmpNegated(service.getIcmpType() != null && random.nextBoolean());
        service.setTcpFlagsNegated(service.getTcpFlags() != null && random.nextBoolean());
    }

    private RateLimit rate() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1 + random.nextInt(2));
        rate.setOver(random.nextBoolean());
        return rate;
    }

    private Action action(Policy policy, int chain) {
        switch (random.nextInt(12)) {
            case 0 -> {
                return MODEL.createReturn();
            }
            case 1 -> {
                return MODEL.createLog();
            }
            case 2 -> {
                return MODEL.createAsk();
            }
            case 3 -> {
                Limit limit = MODEL.createLimit();
                limit.setRate(rate());
                limit.getRate().setOver(false);
                return limit;
            }
            case 4 -> {
                Reject reject = MODEL.createReject();
                reject.setType(random.nextBoolean() ? RejectType.PORT_UNREACHABLE : RejectType.HOST_UNREACHABLE);
                return reject;
            }
            case 5, 6 -> {
                int later = chain + 1 + random.nextInt(3);
                return later < policy.getChains().size() ? call(policy.getChains().get(later)) : MODEL.createCount();
            }
            default -> {
                return random.nextBoolean() ? MODEL.createAllow() : MODEL.createDeny();
            }
        }
    }

    private Call call(Chain chain) {
        Call call = MODEL.createCall();
        call.setChain(chain);
        call.setTail(random.nextInt(3) == 0);
        return call;
    }

    PacketPoint packet() {
        PacketPoint one = packets.get(random.nextInt(packets.size()));
        int length = random.nextInt(4) == 0 ? (int) one.bytes().byteSize() + random.nextInt(30) : -1;
        return new PacketPoint(one.source(), one.destination(), one.later(), one.protocol(), one.depth(), one.first(),
                one.second(), one.tcpFlags(), random.nextInt(3) == 0 ? random.nextInt(5) : 64, random.nextInt(4) == 0 ? 46 : 0,
                length);
    }

    PacketContext context() {
        Direction direction = pick(Direction.values());
        return new PacketContext(direction, direction == Direction.OUT ? "" : NAMES[random.nextInt(NAMES.length)],
                direction == Direction.IN ? "" : NAMES[random.nextInt(NAMES.length)], pick(ConnectionState.values()),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Program(
                        new String[] { "/bin/a", "/bin/c", "/opt/b", "/x" }[random.nextInt(4)],
                        random.nextBoolean() ? "root" : "guest")),
                random.nextInt(4), MONDAY.plusHours(random.nextInt(48)).atZone(ZoneId.systemDefault()).toInstant());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
