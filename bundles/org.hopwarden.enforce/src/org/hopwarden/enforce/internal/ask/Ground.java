package org.hopwarden.enforce.internal.ask;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;

/**
 * A policy that answers are planned for.
 *
 * @param model not changed by planning
 * @param chain the chain that decides in every direction; null where the policy says so
 * @param first the model, compiled
 * @param now the same with edits, whose slots go on
 */
record Ground(Policy model, String chain, CompiledPolicy first, CompiledPolicy now) {

    static Ground of(Policy model, String chain) throws PolicyCompileException {
        CompiledPolicy compiled = chain == null ? CompiledPolicy.compile(model) : CompiledPolicy.compile(model, chain);
        return new Ground(model, chain, compiled, compiled);
    }

    Ground at(CompiledPolicy edited) {
        return new Ground(model, chain, first, edited);
    }

    /**
     * The conditions of a rule of the model; null for a default or an end.
     *
     * @param in the policy that the verdict is of: this one, with edits
     */
    Match conditions(CompiledPolicy in, Verdict verdict) {
        if (verdict.rule() == 0) {
            return null;
        }
        int number = first.verdictOfSlot(in.slotOfRule(verdict.chain(), verdict.rule())).rule();
        return PlanChains.find(model, verdict.chain()).orElseThrow().getRules().get(number - 1).getMatch();
    }

    /** The same with a chain for a direction that no chain speaks of: it leaves all packets to the default, as before. */
    Ground withChain(Direction direction) throws PolicyCompileException {
        PlanChains.make(model, direction);
        return of(model, chain);
    }
}
