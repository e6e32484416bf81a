package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.analysis.internal.ListAnalysis.Fact;
import org.hopwarden.analysis.internal.ListAnalysis.Place;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** What is known of a policy that is checked. */
public final class Checked {

    private static final int MOST_NAMED = 8;

    private final Policy policy;
    private final Runnable beforeEachRule;
    private final Universe universe;
    private final Map<Chain, ChainPart> parts = new IdentityHashMap<>();
    private final Map<Rule, Integer> numbers = new IdentityHashMap<>();
    private List<RuleFact> facts;
    private List<Decision> decisions;
    /** The chains that packets meet by calls alone. */
    private final Set<Chain> called;
    /** The rules of called chains that some packet comes to; null until somebody asks. */
    private Set<Rule> met;
    /** The called chains of which some packet comes to a rule. */
    private final Set<Chain> metChains = Collections.newSetFromMap(new IdentityHashMap<>());

    /** One chain by itself. */
    private record ChainPart(Chain chain, List<Step> steps, ListAnalysis analysis, ReferenceEvaluator evaluator,
            Map<Rule, Integer> places) {
    }

    /**
     * @param policy without problems, not to be changed afterwards
     * @param beforeEachRule what it throws ends the work, which can be begun anew
     */
    public Checked(Policy policy, Runnable beforeEachRule) {
        this.policy = policy;
        this.beforeEachRule = beforeEachRule;
        for (Chain chain : policy.getChains()) {
            int number = 0;
            for (Rule rule : chain.getRules()) {
                numbers.put(rule, ++number);
            }
        }
        universe = Universe.of(List.of(policy));
        List<Chain> uncalled = Chains.uncalled(policy);
        called = policy.getChains().stream().filter(chain -> chain.getBindings().isEmpty() && !uncalled.contains(chain))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    private ChainPart part(Chain chain) {
        return parts.computeIfAbsent(chain, one -> {
            List<Step> steps = new Program(universe, policy).ofChain(one);
            Map<Rule, Integer> places = new IdentityHashMap<>();
            for (int step = 0; step < steps.size(); step++) {
                if (steps.get(step).rule() != null && !steps.get(step).inlined()) {
                    places.put(steps.get(step).rule(), step);
                }
            }
            return new ChainPart(one, steps, new ListAnalysis(universe, steps), evaluator(one.getName()), places);
        });
    }

    private ReferenceEvaluator evaluator(String chain) {
        try {
            return chain == null ? ReferenceEvaluator.of(policy) : ReferenceEvaluator.of(policy, chain);
        } catch (PolicyCompileException e) {
            throw new IllegalStateException("a policy without problems cannot be evaluated", e);
        }
    }

    public List<RuleFact> facts() {
        if (facts == null) {
            List<RuleFact> found = new ArrayList<>();
            for (Chain chain : policy.getChains()) {
                for (int number = 1; number <= chain.getRules().size(); number++) {
                    Rule rule = chain.getRules().get(number - 1);
                    beforeEachRule.run();
                    if (rule.isEnabled()) {
                        found.add(fact(part(chain), rule, number));
                    }
                }
            }
            facts = List.copyOf(found);
        }
        return facts;
    }

    private RuleFact fact(ChainPart part, Rule rule, int number) {
        int step = part.places.get(rule);
        Fact fact = part.analysis.fact(step);
        List<RulePlace> by = fact.by().stream().map(part.steps::get).filter(one -> one.chain() != null).limit(MOST_NAMED)
                .map(this::place).distinct().toList();
        boolean decides = part.steps.get(step).decides();
        boolean forFragments = rule.getMatch().isFragments();
        boolean empty = fact.isEmpty() || fact.isEmptyButLater() && !forFragments || fact.neverMatched()
                && fact.by().stream().allMatch(one -> part.steps.get(one).outcome() == Outcome.IMPOSSIBLE);
        boolean reached = !empty && !fact.neverMatched() && !fact.reachedByLaterAlone();
        return new RuleFact(part.chain, number, rule, isMet(part.chain, rule), empty, reached,
                !reached && !fact.neverMatched(), seen(part, reached && decides ? fact.reached() : null, step), by,
                place(part, fact.conflictWith()), seen(part, fact.conflict(), fact.conflictWith()),
                decides && fact.redundant(), decides && reached && fact.redundant() && part.analysis.comesToEnd(step),
                place(part, fact.generalises()), seen(part, fact.generalised(), fact.generalises()),
                place(part, fact.correlates()), seen(part, fact.correlated(), fact.correlates()));
    }

    /** Whether packets come to a rule by the policy's ways. True for chains that are asked themselves, and for those that are not met. */
    private boolean isMet(Chain chain, Rule rule) {
        if (!called.contains(chain)) {
            return true;
        }
        if (met == null) {
            met = Collections.newSetFromMap(new IdentityHashMap<>());
            decisions().forEach(decision -> ((StepsDecision) decision).addMet(met));
            for (Chain one : called) {
                if (one.getRules().stream().anyMatch(met::contains)) {
                    metChains.add(one);
                }
            }
        }
        return met.contains(rule) || !metChains.contains(chain);
    }

    private RulePlace place(ChainPart part, int step) {
        return step < 0 ? null : place(part.steps.get(step));
    }

    private RulePlace place(Step step) {
        return step.rule() == null ? RulePlace.of(step.chain(), null)
                : new RulePlace(step.chain().getName(), numbers.get(step.rule()), RuleText.of(step.rule()));
    }

    /** A packet of a place, where the evaluator says that a step decides it; null otherwise. Found when asked for, and once. */
    private Supplier<Witness> seen(ChainPart part, Place place, int step) {
        if (place == null) {
            return () -> null;
        }
        Witness[] found = new Witness[1];
        boolean[] asked = { false };
        return () -> {
            if (!asked[0]) {
                asked[0] = true;
                Witness witness = Points.of(universe, place.plane(), place.box());
                found[0] = isSeen(part, witness, part.steps.get(step)) ? witness : null;
            }
            return found[0];
        };
    }

    private boolean isSeen(ChainPart part, Witness witness, Step decides) {
        if (decides.outcome().kind() == null) {
            return false;
        }
        Verdict verdict = Seen.verdict(part.evaluator, universe, witness);
        return verdict.kind() == decides.outcome().kind()
                && (decides.rule() == null || decides.chain().getName().equals(verdict.chain())
                        && numbers.get(decides.rule()) == verdict.rule());
    }

    public Optional<Witness> reaching(RuleFact fact, Traffic traffic) {
        ChainPart part = part(fact.chain());
        Plane plane = Region.plane(traffic);
        PlaneList list = part.analysis.plane(plane);
        int[][] region = Region.of(universe, traffic);
        int step = part.places.get(fact.rule());
        for (int box = list.first(step); region != null && box < list.end(step); box++) {
            int[][] both = Boxes.intersection(list.table().boxes[box], region);
            int[][] found = both == null ? null : list.reaching(box, both);
            if (found != null) {
                return Optional.of(Points.of(universe, plane, found, traffic));
            }
        }
        return Optional.empty();
    }

    public boolean matches(RuleFact fact, Traffic traffic) {
        PlaneList list = part(fact.chain()).analysis.plane(Region.plane(traffic));
        int[][] region = Region.of(universe, traffic);
        int step = part(fact.chain()).places.get(fact.rule());
        for (int box = list.first(step); region != null && box < list.end(step); box++) {
            if (Boxes.intersection(list.table().boxes[box], region) != null) {
                return true;
            }
        }
        return false;
    }

    public List<Decision> decisions() {
        if (decisions == null) {
            if (Chains.anyBound(policy)) {
                decisions = List.of(new StepsDecision(universe, policy, null, evaluator(null)));
            } else {
                decisions = Chains.uncalled(policy).stream().map(chain -> (Decision) new StepsDecision(universe, policy, chain,
                        evaluator(chain.getName()))).toList();
            }
        }
        return decisions;
    }
}
