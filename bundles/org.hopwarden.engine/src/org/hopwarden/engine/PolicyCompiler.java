package org.hopwarden.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;

/** Makes compiled policies: finds the chains that packets can meet, gives slots, and has the rules indexed. */
final class PolicyCompiler {

    private PolicyCompiler() {
    }

    /** Compiles what a reference evaluator decides by. */
    static CompiledPolicy compile(ReferenceEvaluator reference) {
        FrozenPolicy policy = reference.policy();
        Set<Chain> asked = asked(reference);
        List<Chain> chains = policy.model().getChains().stream().filter(asked::contains).toList();
        Lineage lineage = new Lineage(chains, new Conditions(reference.zone()));
        PlacedChain[] placed = new PlacedChain[chains.size()];
        int slot = Decision.FIRST_CHAIN_SLOT;
        for (int i = 0; i < placed.length; i++) {
            Chain chain = chains.get(i);
            int end = slot++;
            SlotRule[] rules = new SlotRule[chain.getRules().size()];
            for (int rule = 0; rule < rules.length; rule++) {
                rules[rule] = new SlotRule(chain.getRules().get(rule), slot++);
            }
            placed[i] = new PlacedChain(chain, chain, end, Decision.ofEnd(policy.model(), chain, end), rules,
                    new ChainBase(rules, chain, lineage));
        }
        return new CompiledPolicy(reference, lineage, placed, slot);
    }

    /** The chains that packets can meet, by bindings or by calls. */
    private static Set<Chain> asked(ReferenceEvaluator reference) {
        if (reference.chain() != null) {
            return Chains.reachable(reference.chain());
        }
        Set<Chain> asked = new HashSet<>();
        reference.policy().model().getChains().stream().filter(chain -> !chain.getBindings().isEmpty())
                .forEach(chain -> asked.addAll(Chains.reachable(chain)));
        return asked;
    }
}
