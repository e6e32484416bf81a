package org.hopwarden.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Makes policies that use the whole model: several chains with bindings, scopes and calls, and every condition and action. */
final class WholePolicies {

    /** Clocks change there on 2026-03-29, soon after the first packets. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Where a policy binds none of its chains, this one is asked. */
    static final String FIRST_CHAIN = "c";

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final Instant START = Instant.parse("2026-03-28T20:00:00Z");
    private static final long[] STEP_NANOS = { 0, 1, 1_000_000, 300_000_000, 60_000_000_000L, 7_200_000_000_000L };
    private static final List<Integer> USUAL_ICMP_TYPES = List.of(3, 8, 128);
    private static final List<String> PATTERNS = List.of("eth0", "eth1", "eth*", "lo", "*", "wlan0");
    private static final List<String> INTERFACES = List.of("", "eth0", "eth1", "eth12", "lo", "wlan0");
    private static final List<String> PATHS = List.of("/usr/bin/curl", "/usr/bin/ping", "/opt/app");
    private static final List<String> USERS = List.of("alice", "root");

    private final RandomGenerator random;
    private final RandomPolicies rules;
    private Policy policy;
    private Instant now = START;

    WholePolicies(RandomGenerator random, RandomPolicies.Pool pool) {
        this.random = random;
        rules = new RandomPolicies(random, pool);
    }

    /** @param size how many rules its first chain has */
    Policy policy(int size) {
        policy = rules.policy(size);
        addObjects();
        Chain first = policy.getChains().get(0);
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) {
            Chain chain = MODEL.createChain();
            chain.setName(FIRST_CHAIN + i);
            chain.setIpVersion(random.nextInt(4) > 0 ? IpFamily.ANY : pick(IpFamily.values()));
            for (int n = random.nextInt(12); n > 0; n--) {
                chain.getRules().add(rules.rule(policy));
            }
            policy.getChains().add(chain);
        }
        boolean bound = random.nextInt(3) > 0;
        for (Chain chain : policy.getChains()) {
            chain.setEnd(pick(ChainEnd.values()));
            chain.setFragmentReading(pick(FragmentReading.values()));
            chain.getRules().forEach(rule -> grow(chain, rule));
            if (bound && (chain == first || random.nextBoolean())) {
                bind(chain);
            }
        }
        for (TreeIterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Service service) {
                if (service.getIcmpType() != null && random.nextBoolean()) {
                    service.setIcmpType(pick(USUAL_ICMP_TYPES));
                    service.setIcmpCode(random.nextInt(4));
                }
                service.setIcmpNegated(service.getIcmpType() != null && random.nextInt(3) == 0);
                service.setTcpFlagsNegated(service.getTcpFlags() != null && random.nextInt(3) == 0);
            }
        }
        return policy;
    }

    /** Another rule for one of the policy's chains. */
    Rule rule(Chain chain) {
        Rule rule = rules.rule(policy);
        grow(chain, rule);
        return rule;
    }

    private void addObjects() {
        for (int i = 0; i < 2; i++) {
            InterfaceObject zone = MODEL.createInterfaceObject();
            zone.setName("z" + i);
            for (int n = random.nextInt(3); n > 0; n--) {
                zone.getTerms().add(name());
            }
            policy.getInterfaceObjects().add(zone);
            Schedule schedule = schedule();
            schedule.setName("t" + i);
            policy.getSchedules().add(schedule);
        }
        for (int i = 0; i < 4; i++) {
            Application application = MODEL.createApplication();
            application.setName("p" + i);
            boolean path = random.nextInt(3) > 0;
            application.setPath(path ? random.nextBoolean() ? pick(PATHS) : "/usr/*" : null);
            application.setUser(!path || random.nextBoolean() ? pick(USERS) : null);
            application.setSigner(random.nextInt(8) == 0 ? "somebody" : null);
            policy.getApplications().add(application);
        }
    }

    private Schedule schedule() {
        Schedule schedule = MODEL.createSchedule();
        LocalDateTime about = LocalDateTime.ofInstant(START, ZONE).plusHours(random.nextInt(72));
        schedule.setStart(random.nextInt(3) == 0 ? about : null);
        schedule.setEnd(random.nextInt(3) == 0 ? about.plusHours(1 + random.nextInt(200)) : null);
        for (int n = random.nextInt(3); n > 0; n--) {
            WeeklyPeriod period = MODEL.createWeeklyPeriod();
            for (int d = 1 + random.nextInt(4); d > 0; d--) {
                Weekday day = pick(Weekday.values());
                if (!period.getDays().contains(day)) {
                    period.getDays().add(day);
                }
            }
            period.setFrom(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            period.setTo(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            boolean sameDay = period.getFrom().isBefore(period.getTo());
            period.setDaysLater(sameDay ? random.nextInt(7) : 1 + random.nextInt(6));
            schedule.getPeriods().add(period);
        }
        return schedule;
    }

    private void bind(Chain chain) {
        boolean ofApplications = random.nextInt(3) == 0;
        if (ofApplications) {
            chain.setScope(ChainScope.APPLICATION);
            for (int n = random.nextInt(3); n > 0; n--) {
                chain.getApplications().add(pick(policy.getApplications()));
            }
        }
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            Binding binding = MODEL.createBinding();
            binding.setHook(ofApplications ? random.nextBoolean() ? Hook.IN : Hook.OUT : pick(Hook.values()));
            if (binding.getHook() != Hook.OUT && random.nextInt(3) == 0) {
                binding.getInInterface().add(term());
            }
            if (binding.getHook() != Hook.IN && random.nextInt(3) == 0) {
                binding.getOutInterface().add(term());
            }
            chain.getBindings().add(binding);
        }
    }

    private InterfaceTerm term() {
        if (random.nextInt(3) > 0) {
            return name();
        }
        InterfaceUse use = MODEL.createInterfaceUse();
        use.setObject(pick(policy.getInterfaceObjects()));
        return use;
    }

    private InterfaceName name() {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(pick(PATTERNS));
        return name;
    }

    private void grow(Chain chain, Rule rule) {
        if (random.nextInt(3) == 0) {
            rule.setAction(action(chain));
        }
        Match match = rule.getMatch();
        match.setSourceNegated(!match.getSource().isEmpty() && random.nextInt(6) == 0);
        match.setDestinationNegated(!match.getDestination().isEmpty() && random.nextInt(6) == 0);
        match.setServiceNegated(!match.getService().isEmpty() && random.nextInt(4) == 0
                && ServiceTerms.flatten(match.getService()).stream().noneMatch(ServiceTerms::hasLayer4));
        if (random.nextInt(4) == 0) {
            match.getSource().clear();
            match.setSourceNegated(false);
        }
        if (random.nextInt(4) == 0) {
            match.getDestination().clear();
            match.setDestinationNegated(false);
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            condition(match);
        }
    }

    private void condition(Match match) {
        switch (random.nextInt(10)) {
            case 0 -> {
                match.getInInterface().add(term());
                match.setInInterfaceNegated(random.nextInt(3) == 0);
            }
            case 1 -> {
                match.getOutInterface().add(term());
                match.setOutInterfaceNegated(random.nextInt(3) == 0);
            }
            case 2 -> match.setTtl(numbers(255));
            case 3 -> match.setDscp(numbers(63));
            case 4 -> match.setLength(numbers(80));
            case 5 -> match.getStates().add(pick(ConnectionState.values()));
            case 6 -> {
                int mask = 1 + random.nextInt(7);
                match.setMark(new MarkTest(mask & random.nextInt(8), mask, random.nextInt(3) == 0));
            }
            case 7 -> match.getApplications().add(pick(policy.getApplications()));
            case 8 -> match.setSchedule(pick(policy.getSchedules()));
            default -> {
                match.setRate(rate());
                match.getRate().setOver(random.nextInt(3) == 0);
            }
        }
    }

    private NumberSet numbers(int most) {
        int low = random.nextInt(most + 1);
        return random.nextInt(4) == 0 ? NumberSet.of(low, random.nextInt(most + 1))
                : NumberSet.ofRange(low, low + random.nextInt(most + 1 - low));
    }

    private RateLimit rate() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1 + random.nextInt(5));
        rate.setBurst(1 + random.nextInt(4));
        rate.setUnit(pick(RateUnit.values()));
        rate.setPer(pick(RateKey.values()));
        return rate;
    }

    /** One that the rules of {@link RandomPolicies} do not have; calls go to later chains alone, so that none comes back. */
    private Action action(Chain chain) {
        List<Chain> later = policy.getChains().subList(policy.getChains().indexOf(chain) + 1, policy.getChains().size());
        switch (random.nextInt(8)) {
            case 0:
                return MODEL.createLog();
            case 1:
                return MODEL.createCount();
            case 2:
                return MODEL.createReturn();
            case 3:
                return MODEL.createAsk();
            case 4:
                Limit limit = MODEL.createLimit();
                limit.setRate(rate());
                return limit;
            default:
                if (later.isEmpty()) {
                    return MODEL.createCount();
                }
                Call call = MODEL.createCall();
                call.setChain(pick(later));
                call.setTail(random.nextInt(4) == 0);
                return call;
        }
    }

    /** What is known of the next packet; time goes on. */
    PacketContext context() {
        now = now.plusNanos(STEP_NANOS[random.nextInt(STEP_NANOS.length)]);
        return new PacketContext(pick(Direction.values()), pick(INTERFACES), pick(INTERFACES), pick(ConnectionState.values()),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Program(pick(PATHS), pick(USERS))),
                random.nextInt(8), now);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
