package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Made;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Step;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.LivePolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.PolicyEdit;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * A policy, and the answers of a session as rules in it: they come and go as edits, so that neither takes longer for many rules than for few. No
 * answer leans on the rules of another that allows, so each can be taken back by itself. Used by one thread at a time.
 */
public final class AnsweredPolicy {

    private static final Logger LOGGER = System.getLogger(AnsweredPolicy.class.getName());

    private final String chain;
    private final Executor behind;
    /** What answers are planned for; the model is this object's own. */
    private Ground ground;
    /** The policy with the answers that deny, in front of which replies to others must stand. */
    private LivePolicy asked;
    /** The policy with all answers. */
    private LivePolicy effective;
    /** Where the rules of denying answers are in force, by their slots in what is asked. */
    private final Map<Integer, Integer> denials = new HashMap<>();
    private Map<Answered, Standing> answers = new LinkedHashMap<>();

    /**
     * What an answer has become.
     *
     * @param ids of its rules in the policy that is kept, as far as they can be the same here
     * @param asking the conditions of the rules that asked when it was given
     * @param rules where they are in force
     */
    private record Standing(boolean remembered, List<String> ids, List<Match> asking, List<Placed> rules) {

        private String id(Answered answer, int rule) {
            return rule < ids.size() ? ids.get(rule) : "answer-" + answer.number() + "-" + (rule + 1);
        }
    }

    /**
     * A rule in force.
     *
     * @param slot in the effective policy
     * @param askedSlot in what is asked; -1 unless it denies
     */
    private record Placed(int slot, int askedSlot) {
    }

    /** @param chain the chain that decides in every direction; null where the policy says so */
    public AnsweredPolicy(Policy policy, String chain) throws PolicyCompileException {
        this(policy, chain, task -> Thread.ofPlatform().daemon().name("policy index").start(task));
    }

    /**
     * As the other.
     *
     * @param behind makes indexes of the policy with what has been answered, after which {@link #compiled} decides as before, and faster
     */
    public AnsweredPolicy(Policy policy, String chain, Executor behind) throws PolicyCompileException {
        this(chain, behind);
        use(Ground.of(EcoreUtil.copy(policy), chain));
    }

    private AnsweredPolicy(String chain, Executor behind) {
        this.chain = chain;
        this.behind = behind;
    }

    private void use(Ground next) {
        ground = next;
        asked = Edits.of(next.now());
        effective = new LivePolicy(next.now(), told -> { }, behind);
        denials.clear();
    }

    public CompiledPolicy compiled() {
        return effective.current();
    }

    /** The policy that answers are planned for now. */
    private Ground ground() {
        return ground.at(asked.current());
    }

    /**
     * What can be said about a packet that the policy asks about. Where an answer may need an object or a chain that the policy does not have, the policy is
     * compiled with it now, so that the answer need not be waited for.
     *
     * @throws AnswerException if it does not ask, or no rule could let the packet pass
     */
    public AnswerOptions options(DescribedPacket packet, Flow flow) throws AnswerException {
        boolean canName = flow.program().isPresent() && bringIn(flow);
        return AnswerOptions.of(plan(packet, flow), ground.model(), canName);
    }

    /** @return whether a rule can name the flow's program */
    private boolean bringIn(Flow flow) {
        if (!ProgramObjects.canName(flow.program().get())) {
            return false;
        }
        Policy model = ground.model();
        if (ProgramObjects.find(model, flow.program().get()).isPresent()) {
            return true;
        }
        Application made = ProgramObjects.of(model, flow.program().get());
        try {
            useWithAnswers(Ground.of(model, chain));
            return true;
        } catch (PolicyCompileException e) {
            model.getApplications().remove(made);
            LOGGER.log(Level.WARNING, "No rule can name " + FlowWords.program(flow.program().get()) + ": " + e.getMessage());
            return false;
        }
    }

    private AnswerPlan plan(DescribedPacket packet, Flow flow) throws AnswerException {
        while (true) {
            try {
                return AnswerPlanner.plan(ground(), packet, flow);
            } catch (MissingChainException e) {
                make(e);
            }
        }
    }

    private void make(MissingChainException missing) throws AnswerException {
        try {
            useWithAnswers(ground.withChain(missing.direction()));
        } catch (PolicyCompileException e) {
            throw AnswerPlanner.cannotBe(e);
        }
    }

    /** Whether the choices still mean what they meant when they were made: another policy may ask with other conditions. */
    public boolean stillMeans(AnswerOptions options, DescribedPacket packet, Flow flow) {
        try {
            return plan(packet, flow).isWithin(options.asking());
        } catch (AnswerException e) {
            return false;
        }
    }

    /**
     * Puts answers in force.
     *
     * @throws AnswerException if one cannot be; then none is
     */
    public void add(List<Answered> more) throws AnswerException {
        add(more, false, List.of());
    }

    private void add(List<Answered> more, boolean remembered, List<String> ids) throws AnswerException {
        for (Answered each : more) {
            if (each.spec().withProgram() && !bringIn(each.flow())) {
                throw new AnswerException("no rule can name " + FlowWords.program(each.flow().program().orElseThrow()), "Choose another answer.");
            }
        }
        while (true) {
            try {
                Adding adding = new Adding();
                for (Answered each : more) {
                    adding.add(each, new Standing(remembered, ids, null, List.of()));
                }
                adding.use();
                return;
            } catch (MissingChainException e) {
                make(e);
            }
        }
    }

    /** Edits that put answers in, tried on copies before they are in force: all together, or none. */
    private final class Adding {

        private final LivePolicy triedAsked = Edits.of(asked.current());
        private final LivePolicy triedEffective = Edits.of(effective.current());
        private final List<PolicyEdit> ofAsked = new ArrayList<>();
        private final List<PolicyEdit> ofEffective = new ArrayList<>();
        private final Map<Integer, Integer> moreDenials = new HashMap<>(denials);
        private final Map<Answered, Standing> added = new LinkedHashMap<>();

        /**
         * @param before what the answer was in another policy; it asks of nothing where it is new
         * @throws AnswerException if it cannot be, or would let in more than people saw
         */
        void add(Answered answer, Standing before) throws AnswerException, MissingChainException {
            Ground now = ground.at(triedAsked.current());
            AnswerPlan plan = AnswerPlanner.plan(now, answer.packet(), answer.flow());
            if (before.asking != null && !plan.isWithin(before.asking)) {
                throw new AnswerException("the policy asks about " + answer.packet().words() + " with other conditions by now", "");
            }
            List<Made> rules = plan.rules(ground.model(), answer.spec(), answer.remark());
            int[] numbers = AnswerPlan.numbers(rules, step -> inEffective(step, now.now()));
            int[] numbersAsked = AnswerPlan.numbers(rules, Step::before);
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                Rule rule = rules.get(i).rule();
                rule.setId(before.id(answer, i));
                String of = rules.get(i).step().chain();
                int slot = put(triedEffective, ofEffective, new PolicyEdit.Insert(of, numbers[i], rule));
                int askedSlot = -1;
                if (!answer.spec().allow()) {
                    askedSlot = put(triedAsked, ofAsked, new PolicyEdit.Insert(of, numbersAsked[i], rule));
                    moreDenials.put(askedSlot, slot);
                }
                placed.add(new Placed(slot, askedSlot));
            }
            added.put(answer, new Standing(before.remembered, before.ids, before.asking == null ? plan.asking() : before.asking, List.copyOf(placed)));
        }

        private int inEffective(Step step, CompiledPolicy from) {
            CompiledPolicy to = triedEffective.current();
            if (step.before() > from.ruleCount(step.chain())) {
                return to.ruleCount(step.chain()) + 1;
            }
            int slot = from.slotOfRule(step.chain(), step.before());
            return to.verdictOfSlot(moreDenials.getOrDefault(slot, slot)).rule();
        }

        private int put(LivePolicy tried, List<PolicyEdit> edits, PolicyEdit.Insert edit) throws AnswerException {
            try {
                edits.add(edit);
                return tried.edit(edit).slotOfRule(edit.chain(), edit.number());
            } catch (PolicyCompileException e) {
                throw unsound(e);
            }
        }

        void use() throws AnswerException {
            edit(asked, ofAsked);
            edit(effective, ofEffective);
            denials.putAll(moreDenials);
            answers.putAll(added);
        }
    }

    private static void edit(LivePolicy policy, List<PolicyEdit> edits) throws AnswerException {
        try {
            policy.edit(edits.toArray(PolicyEdit[]::new));
        } catch (PolicyCompileException e) {
            throw unsound(e);
        }
    }

    private static AnswerException unsound(PolicyCompileException e) {
        return new AnswerException("the policy with the answer in it cannot be put to work: " + e.getMessage(), "Look at the policy.", e);
    }

    /**
     * Keeps an answer for good, and puts it in force.
     *
     * @throws AnswerException if it cannot be kept; then it is not in force either
     */
    public void remember(Answered answer, AnswerMemory memory) throws AnswerException {
        List<Match> asking = plan(answer.packet(), answer.flow()).asking();
        AtomicReference<List<String>> written = new AtomicReference<>(List.of());
        memory.remember(policy -> {
            List<Rule> rules = AnswerPlan.put(policy, chain, answer, plan -> {
                if (plan.asks() == null && !answer.spec().allow()) {
                    throw new AnswerException("the policy allows these packets by now, without asking", "Change it where it is kept.");
                }
                if (!plan.isWithin(asking)) {
                    throw new AnswerException("the policy asks about these packets with other conditions by now, so the answer would let in more there",
                            "Answer for this session, or have the policy that is kept put in force first.");
                }
            });
            ElementIds.assignMissing(policy);
            written.set(rules.stream().map(Rule::getId).toList());
        });
        List<String> ids = written.get();
        add(List.of(answer), true, ids.stream().anyMatch(this::isTaken) ? List.of() : ids);
    }

    private boolean isTaken(String id) {
        return ground.model().getChains().stream().flatMap(each -> each.getRules().stream()).anyMatch(rule -> id.equals(rule.getId()))
                || answers.values().stream().anyMatch(each -> each.ids.contains(id));
    }

    /** Takes answers back. */
    public void remove(Set<Answered> gone) throws AnswerException {
        List<Placed> rules = gone.stream().map(answers::get).filter(Objects::nonNull).flatMap(each -> each.rules.stream()).toList();
        edit(effective, removals(effective.current(), rules.stream().mapToInt(Placed::slot).toArray()));
        int[] denied = rules.stream().mapToInt(Placed::askedSlot).filter(slot -> slot >= 0).toArray();
        edit(asked, removals(asked.current(), denied));
        for (int slot : denied) {
            denials.remove(slot);
        }
        answers.keySet().removeAll(gone);
    }

    /** The last rules first, so that the numbers of the others stay. */
    private static List<PolicyEdit> removals(CompiledPolicy from, int[] slots) {
        List<Verdict> places = new ArrayList<>();
        for (int slot : slots) {
            places.add(from.verdictOfSlot(slot));
        }
        places.sort(Comparator.comparingInt(Verdict::rule).reversed());
        return places.stream().map(place -> (PolicyEdit) new PolicyEdit.Remove(place.chain(), place.rule())).toList();
    }

    /** Another policy with the answers of this one; this one stays as it is. What was remembered, that policy holds itself. */
    public AnsweredPolicy rebased(Policy policy) throws PolicyCompileException {
        Map<Answered, Standing> session = new LinkedHashMap<>(answers);
        session.values().removeIf(Standing::remembered);
        Policy model = EcoreUtil.copy(policy);
        session.keySet().stream().filter(answer -> answer.spec().withProgram())
                .forEach(answer -> answer.flow().program().ifPresent(program -> ProgramObjects.of(model, program)));
        AnsweredPolicy next = new AnsweredPolicy(chain, behind);
        next.answers = session;
        next.useWithAnswers(Ground.of(model, chain));
        return next;
    }

    private void useWithAnswers(Ground next) throws PolicyCompileException {
        Map<Answered, Standing> before = answers;
        Ground now = next;
        for (boolean whole = false; !whole;) {
            use(now);
            answers = new LinkedHashMap<>();
            try {
                addAgain(before);
                whole = true;
            } catch (MissingChainException e) {
                now = now.withChain(e.direction());
            }
        }
    }

    private void addAgain(Map<Answered, Standing> before) throws MissingChainException {
        for (Map.Entry<Answered, Standing> each : before.entrySet()) {
            try {
                Adding adding = new Adding();
                adding.add(each.getKey(), each.getValue());
                adding.use();
            } catch (AnswerException e) {
                LOGGER.log(Level.WARNING, "An answer of this session no longer holds: " + e.getMessage());
            }
        }
    }

    /** Where the rules of an answer stand now: for each its chain's name and its number, counted from 1. */
    public List<Map.Entry<String, Integer>> places(Answered answer) {
        Standing standing = answers.get(answer);
        if (standing == null) {
            return List.of();
        }
        return standing.rules.stream().map(each -> compiled().verdictOfSlot(each.slot)).map(verdict -> Map.entry(verdict.chain(), verdict.rule())).toList();
    }
}
