package org.hopwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.internal.Difference;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;

/**
 * How two policies differ in what they do to packets, however they are written. What they log or count does not matter.
 * <p>
 * A rate, a schedule and the addresses of a name may hold or not. The same schedule and name hold in both policies or in
 * neither; a rate is the same one where a rule with the same text has it.
 *
 * @param changes packets that get another verdict; no packet is in two of them
 * @param isComplete whether these are all; there can be more where there are very many
 */
public record PolicyDiff(List<Change> changes, boolean isComplete) {

    public PolicyDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Packets that get another verdict.
     *
     * @param chain the name of the chains that were compared; null where the policies were compared as a whole
     * @param from the word of the first policy's verdict, as {@link Kind#word}; where both reject, with the answer that is sent
     * @param to that of the second policy's
     * @param packets which packets
     * @param witness one of them
     */
    public record Change(String chain, String from, String to, PacketBox packets, Witness witness) {
    }

    /**
     * The difference of two policies as a whole. Where no chain is bound and several could decide, each is compared with the one of
     * the same name.
     *
     * @throws PolicyCompileException if a policy has problems, or chains would have to be compared of which one policy has none of
     *             the name
     */
    public static PolicyDiff of(Policy from, Policy to) throws PolicyCompileException {
        return of(from, to, () -> false);
    }

    /**
     * As {@link #of(Policy, Policy)}, for a caller that may come to want the answer no longer.
     *
     * @param stop is asked again and again, from this thread
     * @throws CancellationException when it said that the work is to stop
     */
    public static PolicyDiff of(Policy from, Policy to, BooleanSupplier stop) throws PolicyCompileException {
        List<String> names = chains(from);
        List<String> others = chains(to);
        if (names.size() < 2 && others.size() < 2) {
            return of(from, null, to, null, stop);
        }
        for (String name : Stream.concat(names.stream(), others.stream()).toList()) {
            if (!names.contains(name) || !others.contains(name)) {
                throw new PolicyCompileException("only one of the policies has a chain " + name
                        + " that could decide; name one chain of each");
            }
        }
        List<Change> changes = new ArrayList<>();
        boolean complete = true;
        for (String name : names) {
            PolicyDiff diff = of(from, name, to, name, stop);
            changes.addAll(diff.changes);
            complete &= diff.isComplete;
        }
        return new PolicyDiff(changes, complete);
    }

    /** The chains of which one would have to be chosen; none where chains are bound. */
    private static List<String> chains(Policy policy) {
        return Chains.anyBound(policy) ? List.of() : Chains.uncalled(policy).stream().map(Chain::getName).toList();
    }

    /**
     * The difference of one chain of each policy.
     *
     * @param fromChain the name of a chain that decides in every direction; null for the policy as a whole
     * @param toChain as {@code fromChain}
     * @throws PolicyCompileException if a policy has problems or no such chain, or no chain is bound and several could decide
     */
    public static PolicyDiff of(Policy from, String fromChain, Policy to, String toChain) throws PolicyCompileException {
        return of(from, fromChain, to, toChain, () -> false);
    }

    /**
     * As {@link #of(Policy, String, Policy, String)}, for a caller that may come to want the answer no longer.
     *
     * @param stop is asked again and again, from this thread
     * @throws CancellationException when it said that the work is to stop
     */
    public static PolicyDiff of(Policy from, String fromChain, Policy to, String toChain, BooleanSupplier stop)
            throws PolicyCompileException {
        ReferenceEvaluator first = evaluator(from, fromChain);
        ReferenceEvaluator second = evaluator(to, toChain);
        Difference difference = new Difference(EcoreUtil.copy(from), fromChain, EcoreUtil.copy(to), toChain, stop);
        List<Change> changes = new ArrayList<>();
        for (Change change : difference.changes()) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("the difference is no longer wanted");
            }
            if (isSeen(change, first, second)) {
                changes.add(change);
            }
        }
        return new PolicyDiff(changes, difference.isComplete());
    }

    private static ReferenceEvaluator evaluator(Policy policy, String chain) throws PolicyCompileException {
        return chain == null ? ReferenceEvaluator.of(policy) : ReferenceEvaluator.of(policy, chain);
    }

    /**
     * Whether the evaluator sees the change as well. What it cannot see is a change that is there only while a rate is exceeded
     * or a name stands for other addresses. A change that it could see and does not is there only while schedules hold that
     * never hold together.
     */
    private static boolean isSeen(Change change, ReferenceEvaluator from, ReferenceEvaluator to) {
        Witness witness = change.witness();
        return !witness.provided().isEmpty()
                || change.from().startsWith(word(from, witness)) && change.to().startsWith(word(to, witness));
    }

    private static String word(ReferenceEvaluator evaluator, Witness witness) {
        return evaluator.explain(witness.packet(), witness.context()).verdict().kind().word();
    }

    /** Whether each packet gets the same verdict from both. */
    public boolean isEqual() {
        return changes.isEmpty();
    }
}
