package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Passage;
import org.hopwarden.engine.Explanation.Step;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;

/**
 * Decides packets exactly as {@code docs/semantics.md} says, one rule after the other on the model itself. It is the judge of
 * every faster way, and the source of explanations; it is not made to be fast.
 * <p>
 * It works on its own copy of the policy, so later changes of the model do not reach it. The token buckets of rates belong to
 * it: {@link #decide} takes tokens, {@link #explain} looks at them. Safe for use by several threads.
 */
public final class ReferenceEvaluator {

    private final FrozenPolicy policy;
    /** The chain that decides in every direction; null where chains are met by their bindings, and where there is none. */
    private final Chain only;
    private final boolean bound;
    private final ZoneId zone;
    private final Map<Rule, Verdict> ruleVerdicts = new ConcurrentHashMap<>();
    private final TokenBuckets buckets = new TokenBuckets();

    /** @param only the chain of the model that decides in every direction; null where chains are bound, and where there is none */
    ReferenceEvaluator(FrozenPolicy policy, Chain only, boolean bound, ZoneId zone) {
        this.policy = policy;
        this.only = only;
        this.bound = bound;
        this.zone = requireNonNull(zone, "zone");
    }

    /**
     * An evaluator for a whole policy: by the bindings of its chains, or, where none is bound, by the only chain that no other
     * calls. Schedules are read in the time zone of this host.
     *
     * @throws PolicyCompileException if the policy has problems, or no chain is bound and several could decide
     */
    public static ReferenceEvaluator of(Policy policy) throws PolicyCompileException {
        return of(policy, ZoneId.systemDefault());
    }

    /**
     * As {@link #of(Policy)}.
     *
     * @param zone in which schedules are read
     */
    public static ReferenceEvaluator of(Policy policy, ZoneId zone) throws PolicyCompileException {
        Policy copy = Verdicts.soundCopy(policy);
        boolean bound = Chains.anyBound(copy);
        return new ReferenceEvaluator(FrozenPolicy.of(copy), bound ? null : Verdicts.onlyChain(copy), bound, zone);
    }

    /**
     * An evaluator for one chain of a policy, and those that it calls, in every direction; bindings do not count.
     *
     * @throws PolicyCompileException if the policy has problems or no such chain
     */
    public static ReferenceEvaluator of(Policy policy, String chain) throws PolicyCompileException {
        return of(policy, chain, ZoneId.systemDefault());
    }

    /**
     * As {@link #of(Policy, String)}.
     *
     * @param zone in which schedules are read
     */
    public static ReferenceEvaluator of(Policy policy, String chain, ZoneId zone) throws PolicyCompileException {
        Policy copy = Verdicts.soundCopy(policy);
        return new ReferenceEvaluator(FrozenPolicy.of(copy), Verdicts.chain(copy, chain), false, zone);
    }

    FrozenPolicy policy() {
        return policy;
    }

    /** Whether packets meet the chains by their bindings. */
    boolean isBound() {
        return bound;
    }

    ZoneId zone() {
        return zone;
    }

    private Verdict ruleVerdict(Chain chain, int number, Rule rule) {
        return ruleVerdicts.computeIfAbsent(rule, one -> Verdicts.ofRule(policy.settings(chain).getName(), number, one));
    }

    /** The chain that decides in every direction; null where chains are bound, and where there is none. */
    Chain chain() {
        return only;
    }

    /** What the policy says of the packet, of which nothing is known but its direction. */
    public Verdict decide(PacketView packet, Direction direction) {
        return decide(packet, PacketContext.of(direction));
    }

    /** What the policy says of the packet, which may be no IP packet at all. */
    public Verdict decide(PacketView packet, PacketContext context) {
        return packet.isValid() ? new Evaluation(packet, context, true, null).verdict() : Verdicts.NOT_IP;
    }

    /** As {@link #explain(PacketView, PacketContext)} for a packet of which nothing is known but its direction. */
    public Explanation explain(PacketView packet, Direction direction) {
        return explain(packet, PacketContext.of(direction));
    }

    /** What the policy says of the packet, and why no earlier rule decided. No rate is used up. */
    public Explanation explain(PacketView packet, PacketContext context) {
        List<Step> steps = new ArrayList<>();
        Verdict verdict = packet.isValid() ? new Evaluation(packet, context, false, steps).verdict() : Verdicts.NOT_IP;
        return new Explanation(verdict, packet.isValid() ? packet.toString() : "not an IP packet", steps);
    }

    /** The way of one packet through the chains. */
    private final class Evaluation {

        /** Stands for a return; no verdict that anyone sees. */
        private static final Verdict RETURNED = new Verdict(Kind.NONE, Verdict.Basis.RULE, null, 0, null, false, "return");

        private final PacketView packet;
        private final PacketContext context;
        private final RuleMatch match;
        private final List<Step> steps;
        private boolean logged;

        /** @param steps where the rules that did not decide are written; null where nobody wants them */
        Evaluation(PacketView packet, PacketContext context, boolean takesTokens, List<Step> steps) {
            this.packet = packet;
            this.context = context;
            match = new RuleMatch(packet, context, zone, buckets, takesTokens);
            this.steps = steps;
        }

        Verdict verdict() {
            Verdict verdict = bound ? ofBound() : only == null || !match.speaksOf(policy.settings(only)) ? ofDefault() : ofChain(only);
            return logged ? verdict.withLogged() : verdict;
        }

        /**
         * All chains that are asked must allow. What denies counts before what asks, because a person's answer could change
         * nothing.
         */
        private Verdict ofBound() {
            Verdict asks = null;
            Verdict last = null;
            Chain before = null;
            for (Chain chain : asked()) {
                if (last != null && steps != null) {
                    steps.add(new Passage(last.chain() == null ? policy.settings(before).getName() : last.chain(), last.rule(), last.text(),
                            last.kind() == Kind.ASK ? Passage.What.ASKED : Passage.What.ALLOWED));
                }
                before = chain;
                last = ofChain(chain);
                if (last.kind() == Kind.DENY || last.kind() == Kind.REJECT) {
                    return last;
                }
                asks = asks == null && last.kind() == Kind.ASK ? last : asks;
            }
            return asks != null ? asks : last != null ? last : ofDefault();
        }

        /** The chains that the packet meets, in the order in which they are asked. */
        private List<Chain> asked() {
            List<Chain> global = met(ChainScope.GLOBAL);
            List<Chain> application = met(ChainScope.APPLICATION).stream().limit(1).toList();
            List<Chain> asked = new ArrayList<>(context.direction() == Direction.OUT ? application : global);
            asked.addAll(context.direction() == Direction.OUT ? global : application);
            return asked;
        }

        private List<Chain> met(ChainScope scope) {
            return policy.model().getChains().stream().filter(chain -> {
                Chain settings = policy.settings(chain);
                return settings.getScope() == scope && match.speaksOf(settings)
                        && settings.getBindings().stream().anyMatch(match::meets);
            }).toList();
        }

        private Verdict ofChain(Chain chain) {
            Verdict verdict = ofRules(chain);
            return verdict != null && verdict != RETURNED ? verdict : ofEnd(chain);
        }

        private Verdict ofEnd(Chain chain) {
            return Verdicts.ofEnd(policy.model(), policy.settings(chain), context.direction());
        }

        private Verdict ofDefault() {
            return Verdicts.ofDefault(policy.model(), context.direction());
        }

        /** What the rules of a chain say; null where none decides, {@link #RETURNED} where one returns. */
        private Verdict ofRules(Chain chain) {
            Chain settings = policy.settings(chain);
            int number = 0;
            for (Rule rule : policy.rules(chain)) {
                number++;
                Field miss = match.firstMiss(settings, rule);
                if (miss != null) {
                    if (steps != null) {
                        steps.add(MissText.of(settings, number, rule, miss, packet, context));
                    }
                    continue;
                }
                logged |= rule.getLog() != LogMode.NONE;
                Action action = rule.getAction();
                if (action instanceof Limit limit && !match.isWithin(limit.getRate())) {
                    return ruleVerdict(chain, number, rule);
                }
                if (!goesOn(action)) {
                    return ruleVerdict(chain, number, rule);
                }
                logged |= action instanceof Log;
                if (steps != null) {
                    steps.add(new Passage(settings.getName(), number, ruleVerdict(chain, number, rule).text(), Passage.What.of(action)));
                }
                if (action instanceof Return) {
                    return RETURNED;
                }
                if (action instanceof Call call) {
                    Verdict verdict = ofCall(call);
                    if (verdict != null || call.isTail()) {
                        return verdict != null ? verdict : RETURNED;
                    }
                }
            }
            return null;
        }

        /** A chain that was called goes back where its end does not decide, or where it does not speak of the packet. */
        private Verdict ofCall(Call call) {
            Chain chain = call.getChain();
            Chain settings = policy.settings(chain);
            if (!match.speaksOf(settings)) {
                return null;
            }
            Verdict verdict = ofRules(chain);
            if (verdict != null) {
                return verdict == RETURNED ? null : verdict;
            }
            return switch (settings.getEnd()) {
                case BACK -> null;
                case ALLOW, DENY, POLICY -> ofEnd(chain);
            };
        }

        private static boolean goesOn(Action action) {
            return action instanceof Call || action instanceof Return || action instanceof Log || action instanceof Count
                    || action instanceof Limit;
        }
    }
}
