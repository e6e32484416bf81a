package org.hopwarden.interchange.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.PolicyProblems;

/** Gives each chain its number in IOS: the one it came with, its name where that is one, or a free one. */
final class IosNumbers {

    private final Map<Chain, Integer> numbers = new HashMap<>();

    IosNumbers(List<Chain> chains, List<String> losses, List<String> refusals) {
        Set<Integer> taken = new HashSet<>();
        for (Chain chain : chains) {
            Integer own = own(chain);
            if (own != null) {
                numbers.put(chain, own);
                if (!taken.add(own)) {
                    refusals.add("chain " + chain.getName() + ": another chain has the list number " + own + " too");
                }
            }
        }
        int next = 100;
        for (Chain chain : chains) {
            if (!numbers.containsKey(chain)) {
                while (taken.contains(next) || !PolicyProblems.isIosExtended(next)) {
                    next++;
                }
                taken.add(next);
                numbers.put(chain, next);
                losses.add("chain " + chain.getName() + ": becomes list " + next + "; numbered lists have no names");
            }
        }
    }

    private static Integer own(Chain chain) {
        if (chain.getDialect() instanceof IosNumberedList list) {
            return list.getNumber();
        }
        String name = chain.getName();
        return name.matches("[1-9][0-9]{2,3}") && PolicyProblems.isIosExtended(Integer.parseInt(name))
                ? Integer.valueOf(name) : null;
    }

    int of(Chain chain) {
        return numbers.get(chain);
    }
}
