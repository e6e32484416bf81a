package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.FlowChoice;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Put;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** A policy, and the answers of a session as rules in it. Used by one thread at a time. */
public final class AnsweredPolicy {

    private static final Logger LOGGER = System.getLogger(AnsweredPolicy.class.getName());

    private final String chain;
    private Policy base;
    private Policy effective;
    private CompiledPolicy compiled;
    private Map<Answered, Standing> answers = new LinkedHashMap<>();

    /**
     * What an answer has become.
     *
     * @param ids of its rules
     * @param asking the conditions of the rules that asked when it was given
     */
    private record Standing(Set<String> ids, List<Match> asking) {
    }

    /**
     * What an answer could say, with the choice as people see it.
     *
     * @param spec to allow it
     */
    public record Option(AnswerSpec spec, FlowChoice choice) {
    }

    /**
     * What there is to say about a packet.
     *
     * @param asks the rule or default that asks
     * @param place where it stands
     * @param options the narrowest first
     * @param asking the conditions of the rules that ask, null among them for a default
     */
    public record Options(Verdict asks, String place, List<Option> options, List<Match> asking) {
    }

    /** @param chain the chain that decides in every direction; null where the policy says so */
    public AnsweredPolicy(Policy policy, String chain) throws PolicyCompileException {
        this.chain = chain;
        base = EcoreUtil.copy(policy);
        effective = EcoreUtil.copy(base);
        compiled = compile(effective);
    }

    private CompiledPolicy compile(Policy policy) throws PolicyCompileException {
        return chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
    }

    public CompiledPolicy compiled() {
        return compiled;
    }

    /**
     * What can be said about a packet that the policy asks about.
     *
     * @throws AnswerException if it does not ask, or no rule could let the packet pass
     */
    public Options options(DescribedPacket packet, Flow flow) throws AnswerException {
        AnswerPlan plan = AnswerPlan.of(effective, chain, packet, flow);
        if (plan.asks() == null) {
            throw new AnswerException("the policy allows these packets", "");
        }
        List<Option> options = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (boolean withProgram : flow.program().isPresent() ? new boolean[] { true, false } : new boolean[] { false }) {
            for (Breadth breadth : Breadth.values()) {
                AnswerSpec spec = new AnswerSpec(breadth, withProgram, false, true);
                if (isPossible(breadth, plan)) {
                    Policy copy = EcoreUtil.copy(effective);
                    List<Put> put = plan.apply(copy, spec, "");
                    List<String> rules = texts(put);
                    if (seen.add(rules)) {
                        options.add(new Option(spec, new FlowChoice(FlowWords.choice(flow, breadth, withProgram) + fragments(flow, put),
                                FlowWords.more(flow, breadth, withProgram), rules)));
                    }
                }
            }
        }
        return new Options(plan.asks(), AnswerPlan.place(plan.asks()), options, plan.asking());
    }

    /** Whether the choices still mean what they meant when they were made: another policy may ask with other conditions. */
    public boolean stillMeans(Options options, DescribedPacket packet, Flow flow) {
        try {
            return AnswerPlan.of(effective, chain, packet, flow).isWithin(options.asking());
        } catch (AnswerException e) {
            return false;
        }
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
    private static String fragments(Flow flow, List<Put> put) {
        boolean taken = put.stream().anyMatch(each -> each.chain().getFragmentReading() == FragmentReading.ALLOWED);
        return taken && !flow.fragment() ? ", and fragments behind the first both ways" : "";
    }

    private static List<String> texts(List<Put> put) {
        return put.stream().map(each -> "chain " + each.chain().getName() + ": " + RuleText.of(each.rule())).toList();
    }

    /**
     * Puts answers in force.
     *
     * @throws AnswerException if one cannot be; then none is
     */
    public void add(List<Answered> more) throws AnswerException {
        Policy next = EcoreUtil.copy(effective);
        Map<Answered, Standing> all = new LinkedHashMap<>(answers);
        for (Answered each : more) {
            AnswerPlan plan = plan(next, each);
            all.put(each, new Standing(apply(plan, next, each), plan.asking()));
        }
        use(next, all);
    }

    private AnswerPlan plan(Policy policy, Answered answer) throws AnswerException {
        return AnswerPlan.of(policy, chain, answer.packet(), answer.flow());
    }

    /** @return the IDs of the rules */
    private static Set<String> apply(AnswerPlan plan, Policy policy, Answered answer) {
        List<Put> put = plan.apply(policy, answer.spec(), answer.remark());
        ElementIds.assignMissing(policy);
        Set<String> ids = new LinkedHashSet<>();
        put.forEach(each -> ids.add(each.rule().getId()));
        return ids;
    }

    private void use(Policy next, Map<Answered, Standing> all) throws AnswerException {
        try {
            compiled = compile(next);
        } catch (PolicyCompileException e) {
            throw new AnswerException("the policy with the answer in it cannot be put to work: " + e.getMessage(), "Look at the policy.", e);
        }
        effective = next;
        answers = all;
    }

    /**
     * Keeps an answer for good, and puts it in force.
     *
     * @throws AnswerException if it cannot be kept; then it is not in force either
     */
    public void remember(Answered answer, AnswerMemory memory) throws AnswerException {
        List<Match> asking = plan(effective, answer).asking();
        memory.remember(policy -> {
            AnswerPlan plan = plan(policy, answer);
            if (plan.asks() == null && !answer.spec().allow()) {
                throw new AnswerException("the policy allows these packets by now, without asking", "Change it where it is kept.");
            }
            if (!plan.isWithin(asking)) {
                throw new AnswerException("the policy asks about these packets with other conditions by now, so the answer would let in more there",
                        "Answer for this session, or have the policy that is kept put in force first.");
            }
            plan.apply(policy, answer.spec(), answer.remark());
            ElementIds.assignMissing(policy);
        });
        Policy next = EcoreUtil.copy(base);
        apply(plan(next, answer), next, answer);
        base = next;
        rebuild();
    }

    /** Takes answers back. */
    public void remove(Set<Answered> gone) throws AnswerException {
        answers.keySet().removeAll(gone);
        rebuild();
    }

    /** Another policy takes the place of that which the answers stand in. */
    public void rebase(Policy policy) throws PolicyCompileException {
        compile(policy);
        Policy before = base;
        base = EcoreUtil.copy(policy);
        try {
            rebuild();
        } catch (AnswerException e) {
            base = before;
            throw new IllegalStateException("a policy that compiles does not with answers in it", e);
        }
    }

    private void rebuild() throws AnswerException {
        Policy next = EcoreUtil.copy(base);
        Map<Answered, Standing> all = new LinkedHashMap<>();
        for (Map.Entry<Answered, Standing> answer : answers.entrySet()) {
            Answered each = answer.getKey();
            List<Match> asking = answer.getValue().asking();
            try {
                AnswerPlan plan = plan(next, each);
                if (!plan.isWithin(asking)) {
                    throw new AnswerException("the policy asks about " + each.packet().words() + " with other conditions by now", "");
                }
                all.put(each, new Standing(apply(plan, next, each), asking));
            } catch (AnswerException e) {
                LOGGER.log(Level.WARNING, "An answer of this session no longer holds: " + e.getMessage());
            }
        }
        use(next, all);
    }

    /** Where the rules of an answer stand now: for each its chain's name and its number, counted from 1. */
    public List<Map.Entry<String, Integer>> places(Answered answer) {
        List<Map.Entry<String, Integer>> places = new ArrayList<>();
        Standing standing = answers.get(answer);
        Set<String> ids = standing == null ? Set.of() : standing.ids();
        for (Chain each : effective.getChains()) {
            int number = 0;
            for (Rule rule : each.getRules()) {
                number++;
                if (ids.contains(rule.getId())) {
                    places.add(Map.entry(each.getName(), number));
                }
            }
        }
        return places;
    }
}
