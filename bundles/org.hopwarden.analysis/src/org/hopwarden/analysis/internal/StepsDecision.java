package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/** Answers out of a list of steps. */
final class StepsDecision implements Decision {

    private final Universe universe;
    private final Chain chain;
    private final List<Step> steps;
    private final ReferenceEvaluator evaluator;
    private final Set<Direction> directions = EnumSet.noneOf(Direction.class);
    private final Map<Plane, PlaneList> planes = new EnumMap<>(Plane.class);

    /** @param chain the one that decides; null for the policy by its bindings */
    StepsDecision(Universe universe, Policy policy, Chain chain, ReferenceEvaluator evaluator) {
        this.universe = universe;
        this.chain = chain;
        this.evaluator = evaluator;
        Program program = new Program(universe, policy);
        steps = chain == null ? program.ofPolicy() : program.ofOnly(chain);
        for (Direction direction : Direction.values()) {
            if (chain != null || policy.getChains().stream().flatMap(one -> one.getBindings().stream())
                    .anyMatch(binding -> binding.getHook() == direction.hook())) {
                directions.add(direction);
            }
        }
    }

    private PlaneList list(Plane plane) {
        return planes.computeIfAbsent(plane, one -> new PlaneList(universe.layout(one), steps));
    }

    /** Adds the rules of called chains that some packet comes to. */
    void addMet(Set<Rule> met) {
        for (Plane plane : Plane.values()) {
            PlaneList list = list(plane);
            for (int box = 0; box < list.table().count(); box++) {
                Step step = steps.get(list.table().entries[box]);
                if (step.inlined() && step.rule() != null && !met.contains(step.rule())
                        && list.reaching(box, list.table().boxes[box]) != null) {
                    met.add(step.rule());
                }
            }
        }
    }

    @Override
    public String chain() {
        return chain == null ? null : chain.getName();
    }

    @Override
    public Set<Direction> directions() {
        return Set.copyOf(directions);
    }

    @Override
    public Optional<Witness> allowed(Traffic traffic) {
        return find(traffic, kind -> kind == Kind.ALLOW || kind == Kind.ASK);
    }

    @Override
    public Optional<Witness> refused(Traffic traffic) {
        return find(traffic, kind -> kind == Kind.DENY || kind == Kind.REJECT);
    }

    private Optional<Witness> find(Traffic traffic, Predicate<Kind> wanted) {
        int[][] region = Region.of(universe, traffic);
        if (region == null) {
            return Optional.empty();
        }
        PlaneList list = list(Region.plane(traffic));
        for (int box : list.table().overlapping(region)) {
            if (isOf(box, list, wanted)) {
                Optional<Witness> found = witness(traffic, list, box, region);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOf(int box, PlaneList list, Predicate<Kind> wanted) {
        Step step = steps.get(list.table().entries[box]);
        return step.decides() && step.outcome().kind() != null && wanted.test(step.outcome().kind());
    }

    private Optional<Witness> witness(Traffic traffic, PlaneList list, int box, int[][] region) {
        int[][] found = list.reaching(box, Boxes.intersection(list.table().boxes[box], region));
        if (found == null) {
            return Optional.empty();
        }
        Witness witness = Points.of(universe, Region.plane(traffic), found, traffic);
        Kind kind = steps.get(list.table().entries[box]).outcome().kind();
        return Seen.verdict(evaluator, universe, witness).kind() == kind ? Optional.of(witness)
                : Optional.empty();
    }

    @Override
    public List<Allowed> allowedByRules(Traffic traffic) {
        List<Allowed> allowed = new ArrayList<>();
        int[][] region = Region.of(universe, traffic);
        Set<RulePlace> seen = new HashSet<>();
        PlaneList list = list(Region.plane(traffic));
        for (int box : region == null ? new int[0] : list.table().overlapping(region)) {
            Step step = steps.get(list.table().entries[box]);
            if (isOf(box, list, kind -> kind == Kind.ALLOW)) {
                RulePlace place = step.chain() == null ? new RulePlace(null, 0, "the policy's default")
                        : RulePlace.of(step.chain(), step.rule());
                if (seen.add(place)) {
                    witness(traffic, list, box, region).ifPresentOrElse(found -> allowed.add(new Allowed(place, found)),
                            () -> seen.remove(place));
                }
            }
        }
        return allowed;
    }
}
