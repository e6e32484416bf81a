package org.hopwarden.rulemodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the chains of a policy hang together. */
public final class Chains {

    private Chains() {
    }

    /** Whether packets meet the chains of the policy by themselves: at least one is bound. */
    public static boolean anyBound(Policy policy) {
        return policy.getChains().stream().anyMatch(chain -> !chain.getBindings().isEmpty());
    }

    /** The chains that no enabled rule calls, in the policy's order. */
    public static List<Chain> uncalled(Policy policy) {
        Set<Chain> called = new HashSet<>();
        policy.getChains().forEach(chain -> called.addAll(calledBy(chain)));
        return policy.getChains().stream().filter(chain -> !called.contains(chain)).toList();
    }

    /** Whether the chain calls itself, straight or through others, by rules that are enabled or not. */
    public static boolean callsItself(Chain chain) {
        Set<Chain> seen = new HashSet<>();
        collect(chain, seen);
        return seen.contains(chain);
    }

    /** The chain, and all that it calls, straight or through others. None may call itself. */
    public static Set<Chain> reachable(Chain chain) {
        Set<Chain> seen = new HashSet<>();
        collect(chain, seen);
        seen.add(chain);
        return seen;
    }

    private static void collect(Chain chain, Set<Chain> seen) {
        Deque<Chain> open = new ArrayDeque<>(List.of(chain));
        while (!open.isEmpty()) {
            for (Rule rule : open.pop().getRules()) {
                if (rule.getAction() instanceof Call call && call.getChain() != null && seen.add(call.getChain())) {
                    open.push(call.getChain());
                }
            }
        }
    }

    private static List<Chain> calledBy(Chain chain) {
        return chain.getRules().stream().filter(Rule::isEnabled).map(Rule::getAction)
                .filter(Call.class::isInstance).map(action -> ((Call) action).getChain()).toList();
    }
}
