package org.hopwarden.rulemodel;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;

/**
 * Finds what has no meaning in a policy. A policy without problems can be evaluated, compiled and exported; one with problems
 * can still be loaded, edited and saved.
 */
public final class PolicyProblems {

    private static final String HOLDS_ITSELF = "it holds itself, through the objects it uses; take one of them out";

    private final Policy policy;
    private final ProblemList problems = new ProblemList();
    private final TermProblems terms;

    private PolicyProblems(Policy policy) {
        this.policy = policy;
        terms = new TermProblems(policy, problems);
    }

    /** All problems in the order of the model; empty for a sound policy. */
    public static List<PolicyProblem> of(Policy policy) {
        PolicyProblems check = new PolicyProblems(policy);
        check.checkPolicy();
        return check.problems.all();
    }

    /**
     * The problems of one rule, which need not stand in its chain yet. Whether a call is sound is told by the policy as a whole.
     *
     * @param place where it is to stand, in words
     */
    public static List<PolicyProblem> of(Policy policy, Chain chain, Rule rule, String place) {
        PolicyProblems check = new PolicyProblems(policy);
        check.problems.at(rule, place);
        check.checkRule(chain, rule);
        return check.problems.all();
    }

    private void checkPolicy() {
        checkIds();
        checkAll(policy.getAddressObjects(), "address object ", Nesting.ofAddresses(policy.getAddressObjects()), AddressTerms::holdsItself,
                object -> terms.checkAddresses(object.getTerms()));
        checkAll(policy.getServiceObjects(), "service object ", Nesting.ofServices(policy.getServiceObjects()), ServiceTerms::holdsItself,
                object -> terms.checkServices(object.getTerms()));
        checkAll(policy.getInterfaceObjects(), "interface object ", Nesting.ofInterfaces(policy.getInterfaceObjects()),
                InterfaceTerms::holdsItself,
                object -> terms.checkInterfaces(object.getTerms()));
        checkAll(policy.getApplications(), "application ", flat(policy.getApplications()), object -> false, this::checkApplication);
        checkAll(policy.getSchedules(), "schedule ", flat(policy.getSchedules()), object -> false, this::checkSchedule);
        Nesting<Chain> calls = Nesting.ofChains(policy.getChains());
        Set<String> names = new HashSet<>();
        for (Chain chain : policy.getChains()) {
            problems.at(chain, "chain " + chain.getName());
            checkName(chain, names);
            checkChain(chain, calls);
            for (int n = 1; n <= chain.getRules().size(); n++) {
                problems.at(chain.getRules().get(n - 1), "chain " + chain.getName() + ", rule " + n);
                checkRule(chain, chain.getRules().get(n - 1));
            }
        }
    }

    private static <T extends NamedElement> Nesting<T> flat(List<T> objects) {
        return new Nesting<>(objects, object -> List.of(), object -> 1);
    }

    private <T extends NamedElement> void checkAll(List<T> objects, String kind, Nesting<T> nesting, Predicate<T> holdsItself,
            Consumer<T> check) {
        Set<String> names = new HashSet<>();
        for (T object : objects) {
            problems.at(object, kind + object.getName());
            checkName(object, names);
            check.accept(object);
            if (nesting.isEndless(object) && holdsItself.test(object)) {
                problems.add(HOLDS_ITSELF);
            } else if (nesting.exceeds(object, Nesting.MOST_TERMS)) {
                problems.add("it holds others more than " + Nesting.DEEPEST + " deep, or stands for more than " + Nesting.MOST_TERMS
                        + " terms; name the terms themselves");
            }
        }
    }

    private void checkApplication(Application application) {
        if (application.getPath() != null) {
            terms.checkPattern(application.getPath(), "the path");
        }
        if (application.getPath() == null && application.getUser() == null && application.getSigner() == null) {
            problems.add("nothing tells what it is: give its path, its user or both");
        }
    }

    private void checkSchedule(Schedule schedule) {
        if (schedule.getStart() != null && schedule.getEnd() != null && !schedule.getStart().isBefore(schedule.getEnd())) {
            problems.add("it ends before it starts: " + schedule.getStart() + " to " + schedule.getEnd());
        }
        for (WeeklyPeriod period : schedule.getPeriods()) {
            if (period.getDays().isEmpty()) {
                problems.add("a period has no days");
            }
            boolean whole = problems.need(period.getFrom(), "the beginning of a period")
                    & problems.need(period.getTo(), "the end of a period");
            if (!Schedules.withinAWeek(period.getDaysLater())) {
                problems.add("a period ends 0..6 days after it begins, not " + period.getDaysLater());
            } else if (whole && !Schedules.length(period).isPositive()) {
                problems.add("a period ends before it begins: " + period.getFrom() + " to " + period.getTo()
                        + "; one that lasts over midnight ends a day later");
            }
        }
    }

    private void checkChain(Chain chain, Nesting<Chain> calls) {
        if (chain.getDialect() instanceof IosNumberedList list && !isIosNumber(list)) {
            problems.add(list.getNumber() + " is no number of " + (list.getKind() == IosListKind.STANDARD
                    ? "a standard access list (1-99, 1300-1999)" : list.getKind() == IosListKind.IPV6
                    ? "an IPv6 access list, which have names" : "an extended access list (100-199, 2000-2699)"));
        }
        if (calls.isEndless(chain) && Chains.callsItself(chain)) {
            problems.add("it calls itself, straight or through others; take one of the calls out");
        } else if (calls.exceeds(chain, Nesting.MOST_RULES)) {
            problems.add("it calls others more than " + Nesting.DEEPEST + " deep, or holds more than " + Nesting.MOST_RULES
                    + " rules with those that it calls; take calls out");
        }
        boolean applications = chain.getScope() == ChainScope.APPLICATION;
        if (!applications && !chain.getApplications().isEmpty()) {
            problems.add("it names applications, but its scope is global; give it the scope of applications");
        }
        chain.getApplications().forEach(terms::checkUse);
        for (Binding binding : chain.getBindings()) {
            terms.checkInterfaces(binding.getInInterface());
            terms.checkInterfaces(binding.getOutInterface());
            if (applications && binding.getHook() == Hook.FORWARD) {
                problems.add("packets that are forwarded belong to no application of this host; bind the chain to in or out");
            }
            checkSide(binding.getHook(), binding.getInInterface(), Hook.OUT, "comes in by");
            checkSide(binding.getHook(), binding.getOutInterface(), Hook.IN, "leaves by");
        }
    }

    private void checkSide(Hook hook, List<InterfaceTerm> interfaces, Hook without, String words) {
        if (hook == without && !interfaces.isEmpty()) {
            problems.add("a packet in the hook " + hook + " " + words + " no interface; take the interface out");
        }
    }

    private static boolean isIosNumber(IosNumberedList list) {
        int number = list.getNumber();
        return switch (list.getKind()) {
            case EXTENDED -> isIosExtended(number);
            case STANDARD -> isIosStandard(number);
            case IPV6 -> false;
        };
    }

    /** Whether IOS takes this number for an extended access list. */
    public static boolean isIosExtended(int number) {
        return number >= 100 && number <= 199 || number >= 2000 && number <= 2699;
    }

    /** Whether IOS takes this number for a standard access list. */
    public static boolean isIosStandard(int number) {
        return number >= 1 && number <= 99 || number >= 1300 && number <= 1999;
    }

    private void checkIds() {
        Set<String> ids = new HashSet<>();
        for (Iterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Element one && one.getId() != null && !ids.add(one.getId())) {
                problems.at(one, "policy");
                problems.add("the ID " + one.getId() + " stands twice; remove one, and saving gives a new one");
            }
        }
    }

    private void checkRule(Chain chain, Rule rule) {
        checkAction(rule.getAction());
        Match match = rule.getMatch();
        if (rule.getOpaque() != null && rule.isEnabled()) {
            problems.add("it holds words that nobody understood (" + rule.getOpaque().getText()
                    + "), so it cannot be enabled; take them out, or the rule");
        }
        if (match == null) {
            problems.add("it has no match; one without conditions matches everything");
            return;
        }
        terms.checkAddresses(match.getSource());
        terms.checkAddresses(match.getDestination());
        terms.checkServices(match.getService());
        terms.checkInterfaces(match.getInInterface());
        terms.checkInterfaces(match.getOutInterface());
        if (match.isFragments() && ServiceTerms.anyLayer4(match.getService())) {
            problems.add("'fragments' means fragments other than the first, which have no layer 4: take out the conditions on"
                    + " ports, ICMP or TCP flags");
        }
        if (match.isServiceNegated() && ServiceTerms.anyLayer4(match.getService())) {
            problems.add("services that are negated name protocols alone: negate the conditions on ports, ICMP or TCP flags"
                    + " in the service itself");
        }
        checkNegations(match);
        problems.checkNumbers(match.getTtl(), 255, "a TTL");
        problems.checkNumbers(match.getDscp(), 63, "a DSCP");
        match.getApplications().forEach(terms::checkUse);
        if (match.getSchedule() != null) {
            terms.checkUse(match.getSchedule());
        }
        checkRate(match.getRate());
    }

    private void checkNegations(Match match) {
        BiConsumer<Boolean, List<?>> check = (negated, list) -> {
            if (negated && list.isEmpty()) {
                problems.add("a condition that is negated names nothing, so no packet could match; name what it excludes");
            }
        };
        check.accept(match.isSourceNegated(), match.getSource());
        check.accept(match.isDestinationNegated(), match.getDestination());
        check.accept(match.isServiceNegated(), match.getService());
        check.accept(match.isInInterfaceNegated(), match.getInInterface());
        check.accept(match.isOutInterfaceNegated(), match.getOutInterface());
    }

    private void checkAction(Action action) {
        if (action == null) {
            problems.add("it has no action");
        } else if (action instanceof Call call) {
            terms.checkUse(call.getChain());
        } else if (action instanceof Limit limit && problems.need(limit.getRate(), "the rate of a limit")) {
            checkRate(limit.getRate());
        } else if (action instanceof Log log) {
            problems.checkNumber(log.getGroup(), NumberRange.HIGHEST, "the group of a log");
        }
    }

    private void checkRate(RateLimit rate) {
        if (rate != null && (rate.getCount() < 1 || rate.getBurst() < 1)) {
            problems.add("a rate lets at least 1 packet through, in a burst of at least 1, not " + rate.getCount() + " and "
                    + rate.getBurst());
        }
    }

    private void checkName(NamedElement named, Set<String> names) {
        if (named.getName() == null || named.getName().isBlank()) {
            problems.add("it has no name");
        } else if (!names.add(named.getName())) {
            problems.add("the name " + named.getName() + " stands twice");
        }
    }
}
