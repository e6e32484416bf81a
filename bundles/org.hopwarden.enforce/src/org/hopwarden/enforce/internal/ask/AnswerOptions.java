package org.hopwarden.enforce.internal.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.FlowChoice;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Made;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;

/**
 * What there is to say about a packet.
 *
 * @param asks the rule or default that asks
 * @param place where it stands
 * @param options the narrowest first
 * @param asking the conditions of the rules that ask, null among them for a default
 */
public record AnswerOptions(Verdict asks, String place, List<Option> options, List<Match> asking) {

    /**
     * What an answer could say, with the choice as people see it.
     *
     * @param spec to allow it
     */
    public record Option(AnswerSpec spec, FlowChoice choice) {
    }

    /**
     * @param policy that was planned for
     * @param namesProgram whether choices can be for the flow's program alone
     * @throws AnswerException if the policy does not ask
     */
    static AnswerOptions of(AnswerPlan plan, Policy policy, boolean namesProgram) throws AnswerException {
        if (plan.asks() == null) {
            throw new AnswerException("the policy allows these packets", "");
        }
        Flow flow = plan.flow();
        List<Option> options = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (boolean withProgram : namesProgram ? new boolean[] { true, false } : new boolean[] { false }) {
            for (Breadth breadth : Breadth.values()) {
                AnswerSpec spec = new AnswerSpec(breadth, withProgram, false, true);
                if (isPossible(breadth, plan)) {
                    List<Made> made = plan.rules(policy, spec, "");
                    List<String> rules = made.stream().map(each -> "chain " + each.step().chain() + ": " + RuleText.of(each.rule())).toList();
                    if (seen.add(rules)) {
                        options.add(new Option(spec, new FlowChoice(FlowWords.choice(flow, breadth, withProgram) + fragments(flow, policy, made),
                                FlowWords.more(flow, breadth, withProgram), rules)));
                    }
                }
            }
        }
        return new AnswerOptions(plan.asks(), AnswerPlan.place(plan.asks()), options, plan.asking());
    }

    private static boolean isPossible(Breadth breadth, AnswerPlan plan) {
        Flow flow = plan.flow();
        return switch (breadth) {
            case EXACT, ANY -> true;
            case TRACEROUTE_PORTS -> flow.isTracerouteProbe()
                    && plan.asking().stream().allMatch(asking -> AnswerMatches.asksAboutTraceroute(asking, plan.packet()));
            case ANY_PORT, ANY_HOST -> !flow.fragment() && (flow.servicePort() >= 0 || flow.isIcmp());
        };
    }

    /** Where a rule that allows takes them, whatever it says of ports and messages. */
    private static String fragments(Flow flow, Policy policy, List<Made> made) {
        boolean taken = made.stream().map(each -> PlanChains.find(policy, each.step().chain()).orElseThrow())
                .anyMatch(chain -> chain.getFragmentReading() == FragmentReading.ALLOWED);
        return taken && !flow.fragment() ? ", and fragments behind the first both ways" : "";
    }
}
