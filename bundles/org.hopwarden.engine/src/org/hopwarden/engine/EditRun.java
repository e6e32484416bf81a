package org.hopwarden.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Applies edits to a compiled policy, one after the other, and leaves it as it is. */
final class EditRun {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final CompiledPolicy policy;
    private final Policy model;
    private final Lineage lineage;
    private final PlacedChain[] chains;
    private int slots;
    private boolean changed;

    /** @param slots below which slots have been given, at least those of the policy */
    EditRun(CompiledPolicy policy, int slots) {
        this.policy = policy;
        model = policy.frozen().model();
        lineage = policy.lineage();
        chains = policy.placedChains();
        this.slots = slots;
    }

    /** The policy itself where nothing has changed. */
    CompiledPolicy result() {
        return changed ? policy.with(chains, slots) : policy;
    }

    void apply(PolicyEdit edit) throws PolicyCompileException {
        int at = chain(edit.chain());
        PlacedChain chain = chains[at];
        switch (edit) {
            case PolicyEdit.Insert e -> {
                check(chain, e.number(), chain.rules.length + 1);
                put(at, chain, e.number(), FrozenCopier.copy(e.rule(), model));
            }
            case PolicyEdit.Remove e -> {
                check(chain, e.number(), chain.rules.length);
                set(at, chain.without(e.number() - 1));
            }
            case PolicyEdit.Move e -> {
                check(chain, e.number(), chain.rules.length);
                check(chain, e.to(), chain.rules.length);
                SlotRule moved = chain.rules[e.number() - 1];
                if (e.number() != e.to()) {
                    set(at, chain.without(e.number() - 1).with(e.to() - 1, new SlotRule(moved.rule, moved.slot), lineage));
                }
            }
            case PolicyEdit.Replace e -> {
                check(chain, e.number(), chain.rules.length);
                put(at, chain.without(e.number() - 1), e.number(), FrozenCopier.copy(e.rule(), model));
            }
            case PolicyEdit.Enable e -> {
                check(chain, e.number(), chain.rules.length);
                SlotRule switched = chain.rules[e.number() - 1];
                if (switched.rule.isEnabled() != e.enabled()) {
                    Rule rule = copy(switched.rule);
                    rule.setEnabled(e.enabled());
                    checkRule(chain, rule, e.number());
                    set(at, chain.without(e.number() - 1).with(e.number() - 1, new SlotRule(rule, switched.slot), lineage));
                }
            }
            case PolicyEdit.ChangeAction e -> {
                check(chain, e.number(), chain.rules.length);
                Rule rule = copy(chain.rules[e.number() - 1].rule);
                rule.setAction(FrozenCopier.copy(e.action(), model));
                put(at, chain.without(e.number() - 1), e.number(), rule);
            }
            case PolicyEdit.ChangeEnd e -> {
                Chain settings = FrozenCopier.copy(chain.settings, model);
                settings.setEnd(e.end());
                set(at, chain.withSettings(settings, Decision.ofEnd(model, settings, chain.endSlot)));
            }
        }
    }

    private int chain(String name) {
        for (int i = 0; i < chains.length; i++) {
            if (chains[i].settings.getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("packets meet no chain " + name + " here, but " + String.join(", ", policy.chains()));
    }

    private static void check(PlacedChain chain, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("chain " + chain.settings.getName() + " has " + chain.rules.length
                    + " rules; the edit is of rule " + number);
        }
    }

    /** One that shares the buckets of the rates. */
    private Rule copy(Rule rule) throws PolicyCompileException {
        Rule copy = FrozenCopier.copy(rule, model);
        RateLimit rate = rule.getMatch().getRate();
        if (rate != null) {
            lineage.conditions.share(rate, copy.getMatch().getRate());
        }
        if (rule.getAction() instanceof Limit limit) {
            lineage.conditions.share(limit.getRate(), ((Limit) copy.getAction()).getRate());
        }
        return copy;
    }

    /** Puts a rule with a new slot in. */
    private void put(int at, PlacedChain chain, int number, Rule rule) throws PolicyCompileException {
        checkRule(chain, rule, number);
        if (rule.getAction() instanceof Call call) {
            checkCall(chain, call.getChain());
        }
        set(at, chain.with(number - 1, new SlotRule(rule, slots++), lineage));
    }

    private void set(int at, PlacedChain chain) {
        chains[at] = chain;
        changed = true;
    }

    private void checkRule(PlacedChain chain, Rule rule, int number) throws PolicyCompileException {
        List<PolicyProblem> problems = PolicyProblems.of(model, chain.key, rule,
                "chain " + chain.settings.getName() + ", rule " + number);
        if (!problems.isEmpty()) {
            throw new PolicyCompileException(problems);
        }
    }

    /** Whether calls would go round, or too deep. */
    private void checkCall(PlacedChain caller, Chain called) throws PolicyCompileException {
        if (lineage.indexOf(called) < 0) {
            throw new PolicyCompileException("no packet has met the chain " + called.getName()
                    + " so far, so there is no index of it; replace the policy as a whole to call it");
        }
        Policy calls = MODEL.createPolicy();
        Map<Chain, Chain> copies = new HashMap<>();
        for (PlacedChain chain : chains) {
            Chain copy = MODEL.createChain();
            copy.setName(chain.settings.getName());
            calls.getChains().add(copy);
            copies.put(chain.key, copy);
        }
        for (PlacedChain chain : chains) {
            for (SlotRule placed : chain.key == caller.key ? caller.rules : chain.rules) {
                if (placed.rule.getAction() instanceof Call call && copies.containsKey(call.getChain())) {
                    addCall(copies.get(chain.key), copies.get(call.getChain()));
                }
            }
        }
        addCall(copies.get(caller.key), copies.get(called));
        List<PolicyProblem> problems = PolicyProblems.of(calls);
        if (!problems.isEmpty()) {
            throw new PolicyCompileException(problems);
        }
    }

    private static void addCall(Chain caller, Chain called) {
        Call call = MODEL.createCall();
        call.setChain(called);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(call);
        caller.getRules().add(rule);
    }
}
