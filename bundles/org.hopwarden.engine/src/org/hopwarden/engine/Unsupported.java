package org.hopwarden.engine;

import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** What the compiled matcher cannot do yet, and says so instead of doing it wrong. */
final class Unsupported {

    private Unsupported() {
    }

    static void refuse(ReferenceEvaluator reference) throws PolicyCompileException {
        if (reference.isBound()) {
            throw new PolicyCompileException("its chains are bound to hooks, which the live engine does not know yet;"
                    + " name one chain");
        }
        if (reference.chain() == null) {
            return;
        }
        int number = 0;
        for (Rule rule : reference.chain().getRules()) {
            number++;
            if (rule.isEnabled() && !isPlain(rule)) {
                throw new PolicyCompileException("chain " + reference.chain().getName() + ", rule " + number
                        + " uses what the live engine does not know yet: " + reference.ruleVerdict(rule).text());
            }
        }
    }

    private static boolean isPlain(Rule rule) {
        Action action = rule.getAction();
        Match match = rule.getMatch();
        return (action instanceof Allow || action instanceof Deny || action instanceof Reject)
                && match.getInInterface().isEmpty() && match.getOutInterface().isEmpty() && !match.isSourceNegated()
                && !match.isDestinationNegated() && !match.isServiceNegated() && match.getTtl() == null
                && match.getDscp() == null && match.getLength() == null && match.getStates().isEmpty()
                && match.getMark() == null && match.getApplications().isEmpty() && match.getSchedule() == null
                && match.getRate() == null && ServiceTerms.flatten(match.getService()).stream().allMatch(Unsupported::isPlain);
    }

    private static boolean isPlain(Service service) {
        return !service.isIcmpNegated() && !service.isTcpFlagsNegated();
    }
}
