package org.hopwarden.engine;

import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;

/**
 * Decides many packets at a time as a {@link ReferenceEvaluator} does: rule after rule of its model, each judged by the same
 * {@link RuleMatch} for all packets that no earlier rule has decided, so that a rule comes from memory once for all of them. For policies
 * of one chain, which decides in every direction and whose rules all decide where they match.
 */
final class ReferenceWalk {

    private final ReferenceEvaluator reference;
    private final Policy model;
    private final Chain chain;
    private final Rule[] rules;
    private final Verdict[] ofRules;
    private final TokenBuckets buckets = new TokenBuckets();

    /** @throws IllegalArgumentException if what a rule does may depend on more than the rule and the packet */
    ReferenceWalk(ReferenceEvaluator reference) {
        if (reference.isBound() || reference.chain() == null) {
            throw new IllegalArgumentException("the policy has more than one chain that packets meet, or none");
        }
        this.reference = reference;
        model = reference.policy().model();
        chain = reference.policy().settings(reference.chain());
        rules = reference.policy().rules(reference.chain()).toArray(Rule[]::new);
        ofRules = new Verdict[rules.length];
        for (int i = 0; i < rules.length; i++) {
            if (!decides(rules[i])) {
                throw new IllegalArgumentException("rule " + (i + 1) + " may leave packets that it matches to others");
            }
            ofRules[i] = Verdicts.ofRule(chain.getName(), i + 1, rules[i]);
        }
    }

    private static boolean decides(Rule rule) {
        return rule.getMatch().getRate() == null && switch (rule.getAction()) {
            case Allow allow -> true;
            case Deny deny -> true;
            case Reject reject -> true;
            case Ask ask -> true;
            default -> false;
        };
    }

    /**
     * What the policy says of each packet.
     *
     * @param contexts what is known of each packet
     */
    Verdict[] decide(PacketView[] packets, PacketContext[] contexts) {
        Verdict[] verdicts = new Verdict[packets.length];
        // those that no rule has decided so far stand in front
        RuleMatch[] matches = new RuleMatch[packets.length];
        int[] places = new int[packets.length];
        int left = 0;
        for (int i = 0; i < packets.length; i++) {
            if (!packets[i].isValid()) {
                verdicts[i] = Verdicts.NOT_IP;
                continue;
            }
            RuleMatch match = new RuleMatch(packets[i], contexts[i], reference.zone(), buckets, true);
            Direction direction = contexts[i].direction();
            if (match.speaksOf(chain)) {
                verdicts[i] = Verdicts.ofEnd(model, chain, direction);
                matches[left] = match;
                places[left++] = i;
            } else {
                verdicts[i] = Verdicts.ofDefault(model, direction);
            }
        }
        for (int rule = 0; rule < rules.length && left > 0; rule++) {
            for (int i = left - 1; i >= 0; i--) {
                if (matches[i].firstMiss(chain, rules[rule]) == null) {
                    verdicts[places[i]] = ofRules[rule];
                    left--;
                    matches[i] = matches[left];
                    places[i] = places[left];
                }
            }
        }
        return verdicts;
    }
}
