package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;

/**
 * A policy made ready to decide packets at full speed. It is a snapshot: later changes of the model do not reach it. It may be
 * used by several threads, each with its own {@link PacketView} and {@link PacketState}. All that changes in it are the token
 * buckets of its rates, which the threads share.
 * <p>
 * {@link #decide} allocates nothing, but for a bucket of a new source or flow, and a first packet of a pair of interfaces. Its
 * answer is a number that holds the kind of the verdict and the slot of what decided; each rule and end of each chain and each
 * default of the policy have a slot, so that counters are plain arrays of {@link #slots} elements:
 *
 * <pre>{@code
 * int decision = policy.decide(packet, state);
 * packets[CompiledPolicy.slot(decision)]++;
 * if (CompiledPolicy.isAllow(decision)) { ... }
 * }</pre>
 */
public final class CompiledPolicy {

    private final ReferenceEvaluator reference;
    private final Lineage lineage;
    /** Those that packets can meet, by bindings or by calls, in the policy's order. */
    private final PlacedChain[] chains;
    private final PolicyCode code;
    private final SlotTable table;

    CompiledPolicy(ReferenceEvaluator reference, Lineage lineage, PlacedChain[] chains, int slots) {
        this.reference = reference;
        this.lineage = lineage;
        this.chains = chains;
        Policy model = reference.policy().model();
        code = new PolicyCode(chains, Decision.ofDefaults(model), reference.isBound(), lineage.indexOf(reference.chain()));
        table = new SlotTable(model, chains, slots);
    }

    /** The policy after an edit: other contents of some of its chains. */
    CompiledPolicy with(PlacedChain[] edited, int slotsNow) {
        FrozenPolicy policy = FrozenPolicy.of(reference.policy().model(), List.of(edited));
        return new CompiledPolicy(new ReferenceEvaluator(policy, reference.chain(), reference.isBound(), reference.zone()), lineage,
                edited, slotsNow);
    }

    /** The chains as they stand here, by their index. */
    PlacedChain[] placedChains() {
        return chains.clone();
    }

    Lineage lineage() {
        return lineage;
    }

    FrozenPolicy frozen() {
        return reference.policy();
    }

    /**
     * Compiles a whole policy: by the bindings of its chains, or, where none is bound, by the only chain that no other calls.
     * Schedules are read in the time zone of this host.
     *
     * @throws PolicyCompileException if the policy has problems, or no chain is bound and several could decide
     */
    public static CompiledPolicy compile(Policy policy) throws PolicyCompileException {
        return compile(policy, ZoneId.systemDefault());
    }

    /**
     * As {@link #compile(Policy)}.
     *
     * @param zone in which schedules are read
     */
    public static CompiledPolicy compile(Policy policy, ZoneId zone) throws PolicyCompileException {
        return PolicyCompiler.compile(ReferenceEvaluator.of(policy, zone));
    }

    /**
     * Compiles one chain of a policy, and those that it calls, which decides in every direction; bindings do not count.
     *
     * @throws PolicyCompileException if the policy has problems or no such chain
     */
    public static CompiledPolicy compile(Policy policy, String chain) throws PolicyCompileException {
        return compile(policy, chain, ZoneId.systemDefault());
    }

    /**
     * As {@link #compile(Policy, String)}.
     *
     * @param zone in which schedules are read
     */
    public static CompiledPolicy compile(Policy policy, String chain, ZoneId zone) throws PolicyCompileException {
        return PolicyCompiler.compile(ReferenceEvaluator.of(policy, requireNonNull(chain, "chain"), zone));
    }

    /**
     * Decides a packet of which nothing is known but its direction: no interfaces, untracked, no mark, no program, and now. One
     * whose IP header is not whole, or that is not IP, gets {@link Kind#NONE}.
     *
     * @return a decision, for the methods here that take one
     */
    public int decide(PacketView packet, Direction direction) {
        return code.decide(packet, direction);
    }

    /**
     * As {@link #decide(PacketView, Direction)} for a packet of which more is known.
     *
     * @param state holds afterwards which rules the packet passed on its way
     */
    public int decide(PacketView packet, PacketState state) {
        return code.decide(packet, state);
    }

    /** What a decision does to the packet. */
    public static Kind kind(int decision) {
        return Decision.kind(decision);
    }

    /** Whether a decision lets the packet pass. */
    public static boolean isAllow(int decision) {
        return Decision.isAllow(decision);
    }

    /** Whether the deciding rule wants the packet logged. */
    public static boolean isLogged(int decision) {
        return Decision.isLogged(decision);
    }

    /** What decided, as an index into an array of {@link #slots} counters. */
    public static int slot(int decision) {
        return Decision.slot(decision);
    }

    /** How many slots there are. */
    public int slots() {
        return table.slots();
    }

    /**
     * The slot of a chain's rule, counted from 1, or of its implicit end, 0.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public int slotOfRule(String chain, int rule) {
        return table.slotOfRule(chain, rule);
    }

    /**
     * The verdict that a slot stands for. Null for the slot of an implicit end that the chain leaves to the policy or its caller,
     * and for that of a rule that an edit has taken away.
     */
    public Verdict verdictOfSlot(int slot) {
        return table.verdict(slot);
    }

    /** Whether a slot stands for a rule that limits: what it decides came beyond its rate. */
    public boolean isLimit(int slot) {
        Rule rule = table.rule(slot);
        return rule != null && rule.getAction() instanceof Limit;
    }

    /** How the sender of a packet is told that a slot rejects; null where it does not. Fast, for each packet. */
    public RejectType rejectType(int slot) {
        Rule rule = table.rule(slot);
        return rule != null && rule.getAction() instanceof Reject reject ? reject.getType() : null;
    }

    /** The verdict that a decision of this policy stands for. */
    public Verdict verdict(int decision) {
        Verdict verdict = table.verdict(slot(decision));
        return isLogged(decision) ? verdict.withLogged() : verdict;
    }

    /**
     * Where what this policy's slots count was counted before: for each slot here, the slot of the same rule, end or default in a
     * policy that was in force earlier. Of one {@link LivePolicy} a slot stands for the same rule all the time, also where it is
     * moved or switched; between others, rules are the same where they have the same ID, and ends where their chains have the same
     * name.
     *
     * @return -1 for what was not there before, and for slots of rules that have been taken away
     */
    public int[] slotsBefore(CompiledPolicy before) {
        return table.slotsBefore(before.table);
    }

    /**
     * Whether counts by the slots of a policy that was in force earlier go on as they are: both are of one {@link LivePolicy}, and this one has the
     * slots of the earlier one, and maybe more. Known at once, unlike {@link #slotsBefore}.
     */
    public boolean continuesSlots(CompiledPolicy before) {
        return table.continues(before.table);
    }

    /** Why the policy decides a packet as it does, of which nothing is known but its direction. Slow: it asks the reference. */
    public Explanation explain(PacketView packet, Direction direction) {
        return reference.explain(packet, direction);
    }

    /**
     * Why the policy decides a packet as it does. Slow: it asks the reference evaluator, for which no rate has been used up yet.
     */
    public Explanation explain(PacketView packet, PacketContext context) {
        return reference.explain(packet, context);
    }

    /** What was compiled: a copy that is this object's own and must not be changed. For who has it decided elsewhere. */
    public Policy policy() {
        return reference.policy().whole();
    }

    /** The name of the chain that decides in every direction; null where chains are met by their bindings, and where there is none. */
    public String chain() {
        return reference.chain() == null ? null : reference.chain().getName();
    }

    /** The names of the chains that packets can meet, by bindings or by calls, in the policy's order. */
    public List<String> chains() {
        return Arrays.stream(chains).map(chain -> chain.settings.getName()).toList();
    }

    /**
     * How many rules a chain has, those that are not enabled included.
     *
     * @throws IllegalArgumentException if packets meet no such chain
     */
    public int ruleCount(String chain) {
        return table.chain(chain).rules.length;
    }

    /**
     * The ID that the model has for a chain's rule, counted from 1; null where it has none.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public String ruleId(String chain, int rule) {
        slotOfRule(chain, rule);
        return rule == 0 ? null : table.chain(chain).rules[rule - 1].rule.getId();
    }

    /** What the policy asks of packets beside their bytes and direction; see {@link PolicyQuestions}. */
    public PolicyQuestions questions() {
        return PolicyQuestions.of(reference.policy(), Arrays.stream(chains).map(chain -> chain.key).toList());
    }

    /** Whether a rule asks for the state of connections; as {@link #questions} says, and at once, however many rules there are. */
    public boolean asksStates() {
        return Arrays.stream(chains).anyMatch(PlacedChain::asksState);
    }

    /** Whether a rule is there for later fragments; known at once, however many rules there are. */
    public boolean namesFragments() {
        return Arrays.stream(chains).anyMatch(PlacedChain::namesFragments);
    }

    /** What happens to packets while the engine cannot decide. */
    public FailMode failMode() {
        return reference.policy().model().getFailMode();
    }

    /** How many bytes the matcher's tables take. */
    public long sizeBytes() {
        return code.sizeBytes();
    }
}
