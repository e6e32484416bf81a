package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * Decides packets exactly as {@code docs/semantics.md} says, one rule after the other on the model itself. It is the judge of
 * every faster way, and the source of explanations; it is not made to be fast.
 * <p>
 * It works on its own copy of the policy, so later changes of the model do not reach it. Safe for use by several threads.
 */
public final class ReferenceEvaluator {

    private final Policy policy;
    private final Chain chain;
    private final List<Verdict> ruleVerdicts = new ArrayList<>();

    private ReferenceEvaluator(Policy policy, Chain chain) {
        this.policy = policy;
        this.chain = chain;
        int rules = chain == null ? 0 : chain.getRules().size();
        for (int number = 1; number <= rules; number++) {
            ruleVerdicts.add(Verdicts.ofRule(chain, number));
        }
    }

    /**
     * An evaluator for a policy with at most one chain.
     *
     * @throws PolicyCompileException if the policy has problems or several chains
     */
    public static ReferenceEvaluator of(Policy policy) throws PolicyCompileException {
        Policy copy = Verdicts.soundCopy(policy);
        return new ReferenceEvaluator(copy, Verdicts.onlyChain(copy));
    }

    /**
     * An evaluator for one chain of a policy.
     *
     * @throws PolicyCompileException if the policy has problems or no such chain
     */
    public static ReferenceEvaluator of(Policy policy, String chain) throws PolicyCompileException {
        Policy copy = Verdicts.soundCopy(policy);
        return new ReferenceEvaluator(copy, Verdicts.chain(copy, chain));
    }

    Policy policy() {
        return policy;
    }

    /** The verdict of each rule in order. */
    List<Verdict> ruleVerdicts() {
        return ruleVerdicts;
    }

    /** The chain that decides, null where the policy has none. */
    Chain chain() {
        return chain;
    }

    /** What the policy says of the packet, which may be no IP packet at all. */
    public Verdict decide(PacketView packet, Direction direction) {
        return evaluate(packet, direction, null);
    }

    /** What the policy says of the packet, and why no earlier rule decided. */
    public Explanation explain(PacketView packet, Direction direction) {
        List<Miss> misses = new ArrayList<>();
        Verdict verdict = evaluate(packet, direction, misses);
        return new Explanation(verdict, packet.isValid() ? packet.toString() : "not an IP packet", misses);
    }

    private Verdict evaluate(PacketView packet, Direction direction, List<Miss> misses) {
        if (!packet.isValid()) {
            return Verdicts.NOT_IP;
        }
        if (chain == null || !speaksOf(chain.getIpVersion(), packet)) {
            return Verdicts.ofDefault(policy, direction);
        }
        int number = 0;
        for (Rule rule : chain.getRules()) {
            number++;
            Field miss = RuleMatch.firstMiss(rule, packet);
            if (miss == null) {
                return ruleVerdicts.get(number - 1);
            }
            if (misses != null) {
                misses.add(MissText.of(number, rule, miss, packet));
            }
        }
        return Verdicts.ofEnd(policy, chain, direction);
    }

    /** Whether something written for a choice of IP versions is about this packet. */
    static boolean speaksOf(IpFamily family, PacketView packet) {
        return switch (family) {
            case ANY -> true;
            case V4 -> packet.isV4();
            case V6 -> packet.isV6();
        };
    }
}
