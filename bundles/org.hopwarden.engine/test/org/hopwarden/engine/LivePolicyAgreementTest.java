package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

/**
 * After each of a random sequence of edits the policy in force decides, explains and counts as the reference evaluator says of the
 * edited model, whether the index was made anew in between or not, and earlier snapshots do as they did.
 */
class LivePolicyAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_122);
    private static final int POLICIES = FULL ? 1_000 : 40;
    private static final int EDITS = 60;
    private static final int PACKETS = FULL ? 60 : 20;

    @Test
    void editedPoliciesAgreeWithTheReference() {
        Set<Object> met = ConcurrentHashMap.newKeySet();
        IntStream.range(0, POLICIES).parallel().forEach(number -> {
            try {
                new Run(SEED + number, met).run();
            } catch (PolicyCompileException | AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + (SEED + number) + ": " + e.getMessage(), e);
            }
        });
        assertTrue(met.containsAll(List.of(PolicyEdit.Insert.class, PolicyEdit.Remove.class, PolicyEdit.Move.class,
                PolicyEdit.Replace.class, PolicyEdit.Enable.class, PolicyEdit.ChangeAction.class, PolicyEdit.ChangeEnd.class,
                "index", "put back", "refused")), "all edits: " + met);
        assertTrue(met.containsAll(EnumSet.allOf(Verdict.Kind.class)), "all verdicts: " + met);
    }

    /** A policy and its edits. */
    private static final class Run {

        private final Random random;
        private final Set<Object> met;
        private final RandomPackets packets;
        private final WholePolicies policies;
        private final Policy model;
        private final LivePolicy live;
        private final Deque<Runnable> behind = new ArrayDeque<>();
        private final PacketState state = new PacketState(Direction.IN);
        private final Map<Rule, Integer> slots = new HashMap<>();
        /** How many slots have been given so far. */
        private int given;
        private Snapshot earlier;

        /** A policy, and what the model said then. */
        private record Snapshot(CompiledPolicy policy, ReferenceEvaluator reference, List<Then> chains) {
        }

        /** @param slots of the rules, which are copies, in their order */
        private record Then(Chain chain, ChainEnd end, Map<Rule, Integer> slots) {
        }

        Run(long seed, Set<Object> met) throws PolicyCompileException {
            random = new Random(seed);
            this.met = met;
            RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
            policies = new WholePolicies(random, pool);
            packets = new RandomPackets(random, pool);
            model = policies.policy(1 + random.nextInt(40));
            for (Iterator<EObject> all = model.eAllContents(); all.hasNext();) {
                if (all.next() instanceof Rule rule) {
                    withoutRates(rule);
                }
            }
            CompiledPolicy compiled = Chains.anyBound(model) ? CompiledPolicy.compile(model, WholePolicies.ZONE)
                    : CompiledPolicy.compile(model, WholePolicies.FIRST_CHAIN, WholePolicies.ZONE);
            live = new LivePolicy(compiled, policy -> { }, behind::add);
            for (String chain : compiled.chains()) {
                for (int number = 1; number <= compiled.ruleCount(chain); number++) {
                    slots.put(chain(chain).getRules().get(number - 1), compiled.slotOfRule(chain, number));
                }
            }
            given = compiled.slots();
            earlier = snapshot();
        }

        private Snapshot snapshot() throws PolicyCompileException {
            List<Then> chains = model.getChains().stream().map(chain -> {
                Map<Rule, Integer> copies = new LinkedHashMap<>();
                chain.getRules().forEach(rule -> copies.put(EcoreUtil.copy(rule), slots.get(rule)));
                return new Then(chain, chain.getEnd(), copies);
            }).toList();
            return new Snapshot(live.current(), reference(), chains);
        }

        /** The reference would begin with full buckets after each edit. */
        private static Rule withoutRates(Rule rule) {
            rule.getMatch().setRate(null);
            if (rule.getAction() instanceof Limit) {
                rule.setAction(RulemodelFactory.eINSTANCE.createCount());
            }
            return rule;
        }

        private ReferenceEvaluator reference() throws PolicyCompileException {
            return Chains.anyBound(model) ? ReferenceEvaluator.of(model, WholePolicies.ZONE)
                    : ReferenceEvaluator.of(model, WholePolicies.FIRST_CHAIN, WholePolicies.ZONE);
        }

        void run() throws PolicyCompileException {
            for (int i = 0; i < EDITS; i++) {
                edit();
                if (!behind.isEmpty() && random.nextInt(6) == 0) {
                    behind.remove().run();
                    met.add("index");
                }
                ReferenceEvaluator reference = reference();
                compare(live.current(), reference);
                compare(earlier.policy, earlier.reference);
                compareSlots();
                if (random.nextInt(10) == 0) {
                    earlier = snapshot();
                }
                if (random.nextInt(20) == 0) {
                    putBack();
                }
            }
            assertTrue(EcoreUtil.equals(model, live.current().policy()), "as one model it is the edited one");
        }

        private void putBack() throws PolicyCompileException {
            live.replace(earlier.policy);
            for (Then then : earlier.chains) {
                then.chain.setEnd(then.end);
                then.chain.getRules().clear();
                then.chain.getRules().addAll(then.slots.keySet());
                slots.putAll(then.slots);
            }
            earlier = snapshot();
            met.add("put back");
        }

        private void compare(CompiledPolicy compiled, ReferenceEvaluator reference) {
            for (int i = 0; i < PACKETS; i++) {
                PacketView packet = packets.next();
                PacketContext context = policies.context();
                Verdict expected = reference.decide(packet, context);
                assertEquals(expected, compiled.verdict(compiled.decide(packet, state.set(context))));
                met.add(expected.kind());
                if (i % 5 == 0) {
                    assertEquals(reference.explain(packet, context), compiled.explain(packet, context));
                }
            }
        }

        private void compareSlots() {
            CompiledPolicy compiled = live.current();
            for (String name : compiled.chains()) {
                List<Rule> rules = chain(name).getRules();
                assertEquals(rules.size(), compiled.ruleCount(name));
                for (int number = 1; number <= rules.size(); number++) {
                    int slot = compiled.slotOfRule(name, number);
                    assertEquals(slots.get(rules.get(number - 1)), slot);
                    assertEquals(number, compiled.verdictOfSlot(slot).rule());
                    assertEquals(name, compiled.verdictOfSlot(slot).chain());
                }
            }
        }

        private Chain chain(String name) {
            return model.getChains().stream().filter(chain -> chain.getName().equals(name)).findFirst().orElseThrow();
        }

        private void edit() {
            List<String> names = live.current().chains();
            if (names.isEmpty()) {
                return;
            }
            Chain chain = chain(names.get(random.nextInt(names.size())));
            PolicyEdit edit = edit(chain);
            try {
                live.edit(edit);
            } catch (PolicyCompileException e) {
                // a call of a chain that no packet meets, or a rule that may not be enabled
                met.add("refused");
                return;
            }
            met.add(edit.getClass());
            apply(chain, edit, given);
            given = Math.max(given, live.current().slots());
            assertEquals(List.of(), PolicyProblems.of(model));
        }

        private PolicyEdit edit(Chain chain) {
            int size = chain.getRules().size();
            int number = size == 0 ? 0 : 1 + random.nextInt(size);
            String name = chain.getName();
            return switch (size == 0 ? 0 : random.nextInt(8)) {
                case 1 -> new PolicyEdit.Remove(name, number);
                case 2 -> new PolicyEdit.Move(name, number, 1 + random.nextInt(size));
                case 3 -> new PolicyEdit.Replace(name, number, withoutRates(policies.rule(chain)));
                case 4 -> new PolicyEdit.Enable(name, number, !chain.getRules().get(number - 1).isEnabled());
                case 5 -> new PolicyEdit.ChangeAction(name, number, withoutRates(policies.rule(chain)).getAction());
                case 6 -> new PolicyEdit.ChangeEnd(name, ChainEnd.values()[random.nextInt(ChainEnd.values().length)]);
                default -> new PolicyEdit.Insert(name, 1 + random.nextInt(size + 1), withoutRates(policies.rule(chain)));
            };
        }

        /** The same on the model itself. */
        private void apply(Chain chain, PolicyEdit edit, int newSlot) {
            List<Rule> rules = chain.getRules();
            switch (edit) {
                case PolicyEdit.Insert e -> {
                    rules.add(e.number() - 1, e.rule());
                    slots.put(e.rule(), newSlot);
                }
                case PolicyEdit.Remove e -> rules.remove(e.number() - 1);
                case PolicyEdit.Move e -> rules.add(e.to() - 1, rules.remove(e.number() - 1));
                case PolicyEdit.Replace e -> {
                    rules.set(e.number() - 1, e.rule());
                    slots.put(e.rule(), newSlot);
                }
                case PolicyEdit.Enable e -> rules.get(e.number() - 1).setEnabled(e.enabled());
                case PolicyEdit.ChangeAction e -> {
                    Action action = EcoreUtil.copy(e.action());
                    rules.get(e.number() - 1).setAction(action);
                    slots.put(rules.get(e.number() - 1), newSlot);
                }
                case PolicyEdit.ChangeEnd e -> chain.setEnd(e.end());
            }
        }
    }
}
