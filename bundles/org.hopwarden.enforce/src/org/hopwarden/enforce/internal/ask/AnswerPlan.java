package org.hopwarden.enforce.internal.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
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

    /** What a rule is about. */
    enum Part {
        PACKETS, CONTINUED, REPLIES, ERRORS
    }

    /**
     * A rule to be put in.
     *
     * @param chain its name
     * @param before the number of the rule in front of which it stands, as the policy was before; one more than there are for the end
     * @param asking the conditions of the rule that asks, for {@code PACKETS}; null where a default does
     */
    record Step(String chain, int before, Part part, Match asking) {
    }

    /** A rule that an answer makes, and where it stands. */
    record Made(Step step, Rule rule) {
    }

    AnswerPlan {
        steps = List.copyOf(steps);
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
     * The rules of an answer.
     *
     * @param policy whose objects they use: the one that was planned for, or one like it. It gets an object for the program where it has none
     * @param remark of the first rule; empty for none
     */
    List<Made> rules(Policy policy, AnswerSpec spec, String remark) {
        List<Made> made = new ArrayList<>();
        AnswerMatches matches = new AnswerMatches(policy, packet, flow, spec);
        Match packets = matches.packets(null);
        for (Step step : steps) {
            if (!spec.allow() && !made.isEmpty()) {
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
            if (made.isEmpty() && !remark.isEmpty()) {
                rule.getRemarks().add(remark);
            }
            made.add(new Made(step, rule));
        }
        return made;
    }

    /**
     * The numbers that rules get when they are put in one after the other.
     *
     * @param before in front of which rule each stands, as the policy was before the first of them
     */
    static int[] numbers(List<Made> rules, ToIntFunction<Step> before) {
        int[] fronts = new int[rules.size()];
        int[] numbers = new int[rules.size()];
        for (int i = 0; i < numbers.length; i++) {
            Step step = rules.get(i).step;
            fronts[i] = before.applyAsInt(step);
            numbers[i] = fronts[i];
            for (int earlier = 0; earlier < i; earlier++) {
                if (rules.get(earlier).step.chain.equals(step.chain) && fronts[earlier] <= fronts[i]) {
                    numbers[i]++;
                }
            }
        }
        return numbers;
    }

    /**
     * Plans an answer for a policy that is kept somewhere, and puts its rules in.
     *
     * @param policy gets chains where it has none for the packets
     * @param fits refuses the plan
     * @return the rules
     * @throws AnswerException if the policy denies the packet, or has no place where a rule would have an effect
     */
    static List<Rule> put(Policy policy, String chain, Answered answer, Check fits) throws AnswerException {
        AnswerPlan plan = AnswerPlanner.planWithChains(ground(policy, chain), answer.packet(), answer.flow());
        fits.check(plan);
        List<Made> rules = plan.rules(policy, answer.spec(), answer.remark());
        int[] numbers = numbers(rules, Step::before);
        for (int i = 0; i < numbers.length; i++) {
            PlanChains.find(policy, rules.get(i).step.chain).orElseThrow().getRules().add(numbers[i] - 1, rules.get(i).rule);
        }
        return rules.stream().map(Made::rule).toList();
    }

    /** Looks at a plan before it is carried out. */
    @FunctionalInterface
    interface Check {

        /** @throws AnswerException if it is not to be */
        void check(AnswerPlan plan) throws AnswerException;
    }

    private static Ground ground(Policy policy, String chain) throws AnswerException {
        try {
            return Ground.of(policy, chain);
        } catch (PolicyCompileException e) {
            throw AnswerPlanner.cannotBe(e);
        }
    }

    /** Where a verdict comes from, such as {@code chain out, rule 3}. */
    static String place(Verdict verdict) {
        return verdict.chain() == null ? verdict.text() : "chain " + verdict.chain() + (verdict.rule() == 0 ? ", its end" : ", rule " + verdict.rule());
    }
}
