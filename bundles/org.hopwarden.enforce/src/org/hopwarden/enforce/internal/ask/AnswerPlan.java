package org.hopwarden.enforce.internal.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * Where in a policy the rules of an answer stand: one in front of each rule that asks about the packet, and those that let in what answers it and
 * the ICMP errors about it in front of what would drop these. It is the same for narrow and for wide answers.
 *
 * @param packet that is asked about
 * @param flow of the packet
 * @param asks the rule or default that asks; null where the policy allows the packet already
 * @param tracked whether the policy looks at the states of connections
 * @param steps in the order in which rules are put in
 */
record AnswerPlan(DescribedPacket packet, Flow flow, Verdict asks, boolean tracked, List<Step> steps) {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    /** A packet meets few chains; one that is still not let in behind so many rules never is. */
    private static final int MOST_RULES = 12;

    /** What a rule is about. */
    enum Part {
        PACKETS, CONTINUED, REPLIES, ERRORS
    }

    /**
     * A rule to be put in.
     *
     * @param chain its name; one that is not there is made, bound to the direction
     * @param index of the rule in its chain, when those before are in
     * @param asking the conditions of the rule that asks, for {@code PACKETS}; null where a default does
     */
    record Step(String chain, Direction direction, int index, Part part, Match asking) {
    }

    /** A rule that an answer has put into a policy. */
    record Put(Chain chain, Rule rule) {
    }

    AnswerPlan {
        steps = List.copyOf(steps);
    }

    /**
     * @param policy is not changed
     * @param chain the chain that decides in every direction; null where the policy says so
     * @throws AnswerException if the policy denies the packet, or has no place where a rule would have an effect
     */
    static AnswerPlan of(Policy policy, String chain, DescribedPacket packet, Flow flow) throws AnswerException {
        return new Planning(EcoreUtil.copy(policy), chain, packet, flow).run();
    }

    /** The conditions of the rules that ask about the packet, of which an answer keeps what it does not name; null among them for a default. */
    List<Match> asking() {
        return steps.stream().filter(step -> step.part == Part.PACKETS).map(Step::asking).toList();
    }

    /** Whether an answer means no more here than where these asked: a rule with fewer conditions would let it in more than people saw. */
    boolean isWithin(List<Match> before) {
        return before.stream().anyMatch(each -> each == null)
                || asking().stream().allMatch(now -> now != null && before.stream().anyMatch(each -> EcoreUtil.equals(each, now)));
    }

    /**
     * Puts the rules of an answer into the policy that was planned for.
     *
     * @param remark of the first rule; empty for none
     */
    List<Put> apply(Policy policy, AnswerSpec spec, String remark) {
        List<Put> put = new ArrayList<>();
        AnswerMatches matches = new AnswerMatches(policy, packet, flow, spec);
        Match packets = matches.packets(null);
        for (Step step : steps) {
            if (!spec.allow() && !put.isEmpty()) {
                break;
            }
            Match match = switch (step.part) {
                case PACKETS -> packets = matches.packets(step.asking);
                case CONTINUED -> matches.continued(packets, tracked);
                case REPLIES -> matches.replies(packets, tracked);
                case ERRORS -> matches.errors(packets, tracked);
            };
            Rule rule = MODEL.createRule();
            rule.setMatch(match);
            rule.setAction(spec.allow() ? MODEL.createAllow() : MODEL.createDeny());
            rule.setUnderReview(true);
            if (put.isEmpty() && !remark.isEmpty()) {
                rule.getRemarks().add(remark);
            }
            Chain target = PlanChains.named(policy, step.chain, step.direction);
            target.getRules().add(step.index, rule);
            put.add(new Put(target, rule));
        }
        return put;
    }

    /** The way of the packet, and of what belongs to it, through a copy of the policy. */
    private static final class Planning {

        private final Policy policy;
        private final String chain;
        private final DescribedPacket packet;
        private final Flow flow;
        private final AnswerMatches matches;
        private final List<Step> steps = new ArrayList<>();
        private final boolean tracked;
        /** Null where the policy has been changed since. */
        private ReferenceEvaluator evaluator;

        Planning(Policy policy, String chain, DescribedPacket packet, Flow flow) throws AnswerException {
            this.policy = policy;
            this.chain = chain;
            this.packet = packet;
            this.flow = flow;
            matches = new AnswerMatches(policy, packet, flow, new AnswerSpec(Breadth.EXACT, false, false, true));
            try {
                CompiledPolicy compiled = chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
                tracked = compiled.questions().rules().containsKey(Field.STATE);
            } catch (PolicyCompileException e) {
                throw cannotBe(e);
            }
        }

        private static AnswerException cannotBe(PolicyCompileException e) {
            return new AnswerException("the policy cannot be put to work: " + e.getMessage(), "Mend the policy first.", e);
        }

        AnswerPlan run() throws AnswerException {
            Verdict first = verdict(packet);
            if (first.kind() == Kind.DENY || first.kind() == Kind.REJECT) {
                throw new AnswerException("the policy denies these packets: " + place(first) + " (" + first.text() + ")",
                        "Change that rule, if they are to pass.");
            }
            if (first.kind() != Kind.ASK) {
                return new AnswerPlan(packet, flow, null, tracked, List.of());
            }
            Match packets = letPass();
            if (tracked || flow.isTcp() && !flow.fromService()) {
                letIn(Samples.later(packet, packet.isTcp() ? TcpFlags.ACK : -1, tracked), Part.CONTINUED, () -> matches.continued(packets, tracked));
            }
            if (flow.hasReplies()) {
                letIn(Samples.reply(packet, flow, tracked), Part.REPLIES, () -> matches.replies(packets, tracked));
            }
            for (int[] error : errors()) {
                letIn(Samples.error(packet, error[0], error[1], tracked), Part.ERRORS, () -> matches.errors(packets, tracked));
            }
            return new AnswerPlan(packet, flow, first, tracked, steps);
        }

        private int[][] errors() {
            if (!flow.hasErrors()) {
                return new int[0][];
            }
            return flow.version() == IpVersion.V4 ? new int[][] { { IcmpType.UNREACHABLE, 1 }, { IcmpType.TIME_EXCEEDED, 0 } }
                    : new int[][] { { IcmpType.V6_UNREACHABLE, 0 }, { IcmpType.V6_PACKET_TOO_BIG, 0 }, { IcmpType.V6_TIME_EXCEEDED, 0 } };
        }

        /** @return the conditions of the last rule that lets the packet pass */
        private Match letPass() throws AnswerException {
            Match packets = null;
            for (int round = 0;; round++) {
                Verdict verdict = verdict(packet);
                if (verdict.kind() == Kind.ALLOW && packets != null) {
                    return packets;
                }
                if (round >= MOST_RULES || verdict.kind() != Kind.ASK) {
                    throw new AnswerException("no rule lets these packets pass: " + place(verdict) + " decides them all the same",
                            "Look at the policy.");
                }
                Rule rule = verdict.rule() == 0 ? null : chainOf(verdict).getRules().get(verdict.rule() - 1);
                Match asking = rule == null ? null : rule.getMatch();
                packets = matches.packets(asking);
                Match match = packets;
                put(verdict, packet, Part.PACKETS, asking, () -> EcoreUtil.copy(match));
            }
        }

        /** Where nothing lets a reply in, the packets may pass all the same: the choice's rules show what is let in. */
        private void letIn(DescribedPacket sample, Part part, Supplier<Match> match) throws AnswerException {
            for (int round = 0; round < MOST_RULES; round++) {
                Verdict verdict = verdict(sample);
                if (verdict.kind() == Kind.ALLOW || !put(verdict, sample, part, null, match)) {
                    return;
                }
            }
        }

        private Verdict verdict(DescribedPacket sample) throws AnswerException {
            try {
                if (evaluator == null) {
                    evaluator = chain == null ? ReferenceEvaluator.of(policy) : ReferenceEvaluator.of(policy, chain);
                }
                return evaluator.explain(sample.view(), sample.context()).verdict();
            } catch (PolicyCompileException e) {
                throw cannotBe(e);
            }
        }

        private Chain chainOf(Verdict verdict) {
            return PlanChains.find(policy, verdict.chain()).orElseThrow();
        }

        private boolean put(Verdict deciding, DescribedPacket sample, Part part, Match asking, Supplier<Match> match) throws AnswerException {
            if (deciding.basis() == Basis.POLICY_DEFAULT) {
                List<Chain> ends = PlanChains.endsReached(policy, chain, sample);
                if (ends.isEmpty() && !PlanChains.canMake(policy, chain)) {
                    if (part == Part.PACKETS) {
                        throw new AnswerException("no chain speaks of these packets, so no rule can stand in front of the policy's default",
                                "Add a chain for them to the policy.");
                    }
                    return false;
                }
                if (ends.isEmpty()) {
                    add(PlanChains.named(policy, PlanChains.newName(policy, sample.direction()), sample.direction()), 0, sample, part, asking, match);
                }
                for (Chain end : ends) {
                    add(end, end.getRules().size(), sample, part, asking, match);
                }
            } else {
                Chain target = chainOf(deciding);
                add(target, deciding.rule() == 0 ? target.getRules().size() : deciding.rule() - 1, sample, part, asking, match);
            }
            return true;
        }

        private void add(Chain target, int index, DescribedPacket sample, Part part, Match asking, Supplier<Match> match) {
            Rule rule = MODEL.createRule();
            rule.setMatch(match.get());
            rule.setAction(MODEL.createAllow());
            target.getRules().add(index, rule);
            steps.add(new Step(target.getName(), sample.direction(), index, part, asking));
            evaluator = null;
        }
    }

    /** Where a verdict comes from, such as {@code chain out, rule 3}. */
    static String place(Verdict verdict) {
        return verdict.chain() == null ? verdict.text() : "chain " + verdict.chain() + (verdict.rule() == 0 ? ", its end" : ", rule " + verdict.rule());
    }
}
