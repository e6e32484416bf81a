package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;

/**
 * Policies and chains as lists of steps, of which the first that holds a packet decides it, exactly as
 * {@code docs/semantics.md} says: called chains are written out for the packets that the call matches, without those that
 * returned, and where several chains must allow, what the first allows goes on to the second.
 */
final class Program {

    /** Where taking away cuts a region into more than these, joining them again is worth its time. */
    private static final int MANY_BOXES = 8;

    private final Universe universe;
    private final Policy policy;
    private List<Step> steps = new ArrayList<>();

    Program(Universe universe, Policy policy) {
        this.universe = universe;
        this.policy = policy;
    }

    /** Packets, in each plane. */
    private final class Area {

        private final Map<Plane, List<int[][]>> boxes = new EnumMap<>(Plane.class);

        boolean isEmpty() {
            return boxes.values().stream().allMatch(List::isEmpty);
        }

        Area and(EObject element) {
            Area result = new Area();
            boxes.forEach((plane, some) -> result.boxes.put(plane,
                    Boxes.isWhole(some, universe.layout(plane).whole()) ? universe.boxes(plane, element)
                            : Boxes.intersection(some, universe.boxes(plane, element))));
            return result;
        }

        Area and(RawBox box) {
            Area result = new Area();
            boxes.forEach((plane, some) -> result.boxes.put(plane,
                    Boxes.intersection(some, universe.translated(plane, List.of(box)))));
            return result;
        }

        Area minus(Area other) {
            if (other.isEmpty()) {
                return this;
            }
            Area result = new Area();
            boxes.forEach((plane, some) -> {
                List<int[][]> left = Boxes.minus(some, other.boxes.getOrDefault(plane, List.of()));
                result.boxes.put(plane, left.size() > MANY_BOXES ? Boxes.merged(left) : left);
            });
            return result;
        }

        Area or(Area other) {
            Area result = new Area();
            for (Plane plane : Plane.values()) {
                List<int[][]> both = new ArrayList<>(boxes.getOrDefault(plane, List.of()));
                both.addAll(other.boxes.getOrDefault(plane, List.of()));
                result.boxes.put(plane, both);
            }
            return result;
        }
    }

    /** What comes after a chain's decision. */
    private interface Sink {
        void decided(Chain chain, Rule rule, boolean inlined, Outcome outcome, Area region);
    }

    private Area whole() {
        Area region = new Area();
        for (Plane plane : Plane.values()) {
            region.boxes.put(plane, universe.whole(plane));
        }
        return region;
    }

    private void add(Chain chain, Rule rule, boolean inlined, Outcome outcome, Area region) {
        if (!region.isEmpty() || rule != null && !inlined) {
            steps.add(new Step(chain, rule, inlined, outcome, region.boxes));
        }
    }

    private void addImpossible() {
        Area none = new Area();
        for (Plane plane : Plane.values()) {
            none.boxes.put(plane, universe.impossible(plane));
        }
        add(null, null, false, Outcome.IMPOSSIBLE, none);
    }

    /**
     * One chain by itself, for all packets that can meet it: those that its bindings hold for, or all where it is called or bound
     * to nothing. There is one step for each of its rules, those of called chains between, and at last its end.
     */
    List<Step> ofChain(Chain chain) {
        steps = new ArrayList<>();
        addImpossible();
        boolean called = policy.getChains().stream().flatMap(other -> other.getRules().stream())
                .anyMatch(rule -> rule.getAction() instanceof Call call && call.getChain() == chain);
        Area met = whole();
        if (!chain.getBindings().isEmpty() && !called) {
            met = chain.getBindings().stream().map(whole()::and).reduce(Area::or).orElseThrow();
        }
        Outcome end = end(chain, called);
        addRules(chain, false, met.and(chain), called ? Outcome.RETURNED : end, this::add);
        add(chain, null, false, end, whole());
        return steps;
    }

    /** The whole policy, for packets of every direction. The last steps are its defaults. */
    List<Step> ofPolicy() {
        steps = new ArrayList<>();
        addImpossible();
        if (Chains.anyBound(policy)) {
            for (Direction direction : Direction.values()) {
                addBound(direction);
            }
        } else {
            List<Chain> uncalled = Chains.uncalled(policy);
            if (!uncalled.isEmpty()) {
                addTop(uncalled.getFirst());
            }
        }
        addDefault(null, false, whole(), this::add);
        return steps;
    }

    /** One chain in every direction, and the defaults for what it does not speak of. */
    List<Step> ofOnly(Chain chain) {
        steps = new ArrayList<>();
        addImpossible();
        addTop(chain);
        addDefault(null, false, whole(), this::add);
        return steps;
    }

    private void addTop(Chain chain) {
        Area speaks = whole().and(chain);
        addRules(chain, false, speaks, null, this::add);
        addEnd(chain, false, speaks, this::add);
    }

    private void addBound(Direction direction) {
        List<Chain> global = policy.getChains().stream().filter(chain -> chain.getScope() == ChainScope.GLOBAL).toList();
        List<Chain> application = policy.getChains().stream().filter(chain -> chain.getScope() == ChainScope.APPLICATION)
                .toList();
        List<Chain> asked = new ArrayList<>(direction == Direction.OUT ? application : global);
        asked.addAll(direction == Direction.OUT ? global : application);
        asked.removeIf(chain -> chain.getBindings().stream().noneMatch(binding -> binding.getHook() == direction.hook()));
        addAsked(asked, 0, whole().and(Universe.direction(direction)), new Answer(null, null, null), false);
    }

    /** What the chains that were asked so far say together: null where none was. */
    private record Answer(Outcome outcome, Chain chain, Rule rule) {

        Answer and(Outcome next, Chain by, Rule rule) {
            return outcome == Outcome.ASK ? this : new Answer(next, by, rule);
        }
    }

    /** Adds what happens to packets of a region that the chains from one on are asked about. */
    private void addAsked(List<Chain> asked, int next, Area region, Answer answer, boolean applicationAsked) {
        if (region.isEmpty()) {
            return;
        }
        if (next == asked.size()) {
            if (answer.outcome() != null) {
                add(answer.chain(), answer.rule(), true, answer.outcome(), region);
            }
            return;
        }
        Chain chain = asked.get(next);
        boolean application = chain.getScope() == ChainScope.APPLICATION;
        if (!application || !applicationAsked) {
            Sink sink = (by, rule, inlined, outcome, part) -> {
                if (outcome == null || outcome.kind() == Kind.DENY || outcome.kind() == Kind.REJECT) {
                    add(by, rule, true, outcome, part);
                } else {
                    if (rule != null && next + 1 < asked.size()) {
                        add(by, rule, true, null, part);
                    }
                    addAsked(asked, next + 1, part, answer.and(outcome, by, rule), applicationAsked || application);
                }
            };
            Area met = chain.getBindings().stream().map(region::and).reduce(Area::or).orElseThrow().and(chain);
            addRules(chain, false, met, null, sink);
            addEnd(chain, false, met, sink);
        }
        addAsked(asked, next + 1, region, answer, applicationAsked);
    }

    /**
     * The rules of a chain, for packets of a region.
     *
     * @param inlined whether the chain is called by the one that is looked at
     * @param back what happens to packets that return from the chain; null where they go on behind these steps, and are kept
     *            from the chain's other rules until then
     * @return those that returned and went on
     */
    private Area addRules(Chain chain, boolean inlined, Area region, Outcome back, Sink sink) {
        Area returned = new Area();
        for (Rule rule : chain.getRules()) {
            Area met = region.and(rule).minus(returned);
            Action action = rule.getAction();
            Outcome outcome = action instanceof Return ? back : outcome(action);
            if (action instanceof Limit limit) {
                sink.decided(chain, rule, inlined, Outcome.DENY, met.and(universe.beyond(limit.getRate())));
                continue;
            }
            sink.decided(chain, rule, inlined, outcome, met);
            Area left = action instanceof Return ? met : new Area();
            if (action instanceof Call call) {
                Area undecided = addCall(call.getChain(), met, sink);
                left = call.isTail() ? undecided : left;
                if (call.isTail() && back != null) {
                    sink.decided(chain, rule, true, back, met);
                }
            }
            if (back == null) {
                returned = returned.or(left);
            }
        }
        return returned;
    }

    /** Adds the rules of a called chain; returns packets of which some may come back from it, among them all that do. */
    private Area addCall(Chain chain, Area met, Sink sink) {
        Area speaks = met.and(chain);
        if (speaks.isEmpty()) {
            return met;
        }
        Area returned = addRules(chain, true, speaks, null, sink);
        if (chain.getEnd() == ChainEnd.BACK) {
            return met;
        }
        addEnd(chain, true, speaks.minus(returned), sink);
        boolean ofAll = chain.getIpVersion() == IpFamily.ANY && chain.getApplications().isEmpty();
        return ofAll ? returned : met;
    }

    /** What happens at the end of a chain that is looked at by itself. */
    private Outcome end(Chain chain, boolean called) {
        if (called && chain.getEnd() == ChainEnd.BACK) {
            return Outcome.RETURNED;
        }
        return switch (chain.getEnd()) {
            case ALLOW -> Outcome.ALLOW;
            case DENY -> Outcome.DENY;
            case POLICY, BACK -> {
                List<Outcome> defaults = Stream.of(Direction.values()).filter(direction -> called
                        || chain.getBindings().isEmpty()
                        || chain.getBindings().stream().anyMatch(binding -> binding.getHook() == direction.hook()))
                        .map(this::byDefault).distinct().toList();
                yield defaults.size() == 1 ? defaults.getFirst() : Outcome.DEFAULT;
            }
        };
    }

    private Outcome byDefault(Direction direction) {
        return outcome(switch (direction) {
            case IN -> policy.getDefaultIn();
            case OUT -> policy.getDefaultOut();
            case FORWARD -> policy.getDefaultForward();
        });
    }

    private static Outcome outcome(Action action) {
        return switch (action) {
            case Allow allow -> Outcome.ALLOW;
            case Deny deny -> Outcome.DENY;
            case Ask ask -> Outcome.ASK;
            case Reject reject -> Outcome.reject(reject.getType());
            default -> null;
        };
    }

    private void addEnd(Chain chain, boolean inlined, Area region, Sink sink) {
        switch (chain.getEnd()) {
            case ALLOW -> sink.decided(chain, null, inlined, Outcome.ALLOW, region);
            case DENY -> sink.decided(chain, null, inlined, Outcome.DENY, region);
            case POLICY, BACK -> addDefault(chain, inlined, region, sink);
        }
    }

    private void addDefault(Chain chain, boolean inlined, Area region, Sink sink) {
        List<Outcome> defaults = Stream.of(Direction.values()).map(this::byDefault).distinct().toList();
        if (defaults.size() == 1) {
            sink.decided(chain, null, inlined, defaults.getFirst(), region);
            return;
        }
        for (Direction direction : Direction.values()) {
            sink.decided(chain, null, inlined, byDefault(direction), region.and(Universe.direction(direction)));
        }
    }

    private static Outcome outcome(Disposition disposition) {
        return switch (disposition) {
            case ALLOW -> Outcome.ALLOW;
            case DENY -> Outcome.DENY;
            case ASK -> Outcome.ASK;
        };
    }
}
