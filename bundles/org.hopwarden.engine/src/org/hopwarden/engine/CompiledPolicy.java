package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.engine.Routes.Met;
import org.hopwarden.engine.Routes.Route;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.LogMode;
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

    private static final int KIND_MASK = 7;
    private static final int LOGGED = 8;
    private static final int SLOT_SHIFT = 4;

    private static final int DEFAULT_SLOT = 1;
    private static final int NONE = -1;

    private static final Kind[] KINDS = Kind.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final int NOT_IP = 0;

    /** For who knows nothing beside a packet. */
    private static final ThreadLocal<PacketState> BARE = ThreadLocal.withInitial(() -> new PacketState(Direction.FORWARD));

    private final ReferenceEvaluator reference;
    /** Those that packets can meet, by bindings or by calls, in the policy's order. */
    private final PlacedChain[] chains;
    /** Their code for each IP version, null for a chain that says nothing of it. */
    private final CompiledChain[] chainsV4;
    private final CompiledChain[] chainsV6;
    /** Decisions of the policy's defaults, by direction. */
    private final int[] defaults;
    private final int slots;
    /** The chain that decides in every direction; null where there is none, or it says nothing of the IP version. */
    private final CompiledChain onlyV4;
    private final CompiledChain onlyV6;
    /** How packets meet chains; null where one decides in every direction. */
    private final Routes routes;
    private final boolean asksState;
    private final RuleStep.Maker maker;
    private final SlotTable table;

    private CompiledPolicy(ReferenceEvaluator reference, RuleStep.Maker maker, PlacedChain[] chains, int slots) {
        this.reference = reference;
        this.maker = maker;
        this.chains = chains;
        this.slots = slots;
        defaults = defaults(reference.policy().model());
        chainsV4 = new CompiledChain[chains.length];
        chainsV6 = new CompiledChain[chains.length];
        for (int i = 0; i < chains.length; i++) {
            chainsV4[i] = chains[i].v4;
            chainsV6[i] = chains[i].v6;
        }
        routes = reference.isBound() ? new Routes(chains) : null;
        Integer only = reference.chain() == null ? null : maker.chains().get(reference.chain());
        onlyV4 = only == null ? null : chainsV4[only];
        onlyV6 = only == null ? null : chainsV6[only];
        asksState = routes != null || onlyV4 != null && onlyV4.asksState() || onlyV6 != null && onlyV6.asksState();
        table = new SlotTable(reference.policy().model(), chains, slots);
    }

    private static CompiledPolicy compile(ReferenceEvaluator reference) {
        FrozenPolicy policy = reference.policy();
        Set<Chain> asked = asked(reference);
        List<Chain> inOrder = policy.model().getChains().stream().filter(asked::contains).toList();
        Map<Chain, Integer> indexes = new IdentityHashMap<>();
        inOrder.forEach(chain -> indexes.put(chain, indexes.size()));
        RuleStep.Maker maker = new RuleStep.Maker(indexes, new Conditions(reference.zone()));
        PlacedChain[] placed = new PlacedChain[inOrder.size()];
        int slot = DEFAULT_SLOT + DIRECTIONS.length;
        for (int i = 0; i < placed.length; i++) {
            Chain chain = inOrder.get(i);
            int end = slot++;
            SlotRule[] rules = new SlotRule[chain.getRules().size()];
            for (int rule = 0; rule < rules.length; rule++) {
                rules[rule] = new SlotRule(chain.getRules().get(rule), slot++);
            }
            placed[i] = new PlacedChain(chain, chain, end, ends(policy.model(), chain, end), rules,
                    new ChainBase(rules, chain, maker, maker.conditions()));
        }
        return new CompiledPolicy(reference, maker, placed, slot);
    }

    /** The chains that packets can meet, by bindings or by calls. */
    private static Set<Chain> asked(ReferenceEvaluator reference) {
        if (reference.chain() != null) {
            return Chains.reachable(reference.chain());
        }
        Set<Chain> asked = new HashSet<>();
        reference.policy().model().getChains().stream().filter(chain -> !chain.getBindings().isEmpty())
                .forEach(chain -> asked.addAll(Chains.reachable(chain)));
        return asked;
    }

    /** What a chain's end decides, for each direction. */
    static int[] ends(Policy policy, Chain settings, int slot) {
        int[] ends = defaults(policy);
        if (settings.getEnd() == ChainEnd.ALLOW || settings.getEnd() == ChainEnd.DENY) {
            Arrays.fill(ends, decision(slot, Verdicts.ofEnd(policy, settings, Direction.FORWARD).kind(), false));
        }
        return ends;
    }

    private static int[] defaults(Policy policy) {
        int[] defaults = new int[DIRECTIONS.length];
        for (Direction direction : DIRECTIONS) {
            defaults[direction.ordinal()] = decision(DEFAULT_SLOT + direction.ordinal(),
                    Verdicts.ofDefault(policy, direction).kind(), false);
        }
        return defaults;
    }

    /** What a rule decides where it does. */
    static int decisionOfRule(SlotRule placed) {
        return decision(placed.slot, Verdicts.kind(placed.rule.getAction()), placed.rule.getLog() != LogMode.NONE);
    }

    private static int decision(int slot, Kind kind, boolean logged) {
        return slot << SLOT_SHIFT | (logged ? LOGGED : 0) | kind.ordinal();
    }

    /** The policy after an edit: other contents of some of its chains. */
    CompiledPolicy with(PlacedChain[] edited, int slotsNow) {
        FrozenPolicy policy = FrozenPolicy.of(reference.policy().model(), List.of(edited));
        return new CompiledPolicy(new ReferenceEvaluator(policy, reference.chain(), reference.isBound(), reference.zone()), maker,
                edited, slotsNow);
    }

    /** The chains as they stand here, by their index. */
    PlacedChain[] placedChains() {
        return chains.clone();
    }

    RuleStep.Maker maker() {
        return maker;
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
        return compile(ReferenceEvaluator.of(policy, zone));
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
        return compile(ReferenceEvaluator.of(policy, requireNonNull(chain, "chain"), zone));
    }

    /**
     * Decides a packet of which nothing is known but its direction: no interfaces, untracked, no mark, no program, and now. One
     * whose IP header is not whole, or that is not IP, gets {@link Kind#NONE}.
     *
     * @return a decision, for the methods here that take one
     */
    public int decide(PacketView packet, Direction direction) {
        if (asksState) {
            return decide(packet, BARE.get().next().direction(direction));
        }
        if (!packet.isValid()) {
            return NOT_IP;
        }
        CompiledChain only = packet.isV4() ? onlyV4 : onlyV6;
        return only == null ? defaults[direction.ordinal()] : only.decide(packet, direction);
    }

    /**
     * As {@link #decide(PacketView, Direction)} for a packet of which more is known.
     *
     * @param state holds afterwards which rules the packet passed on its way
     */
    public int decide(PacketView packet, PacketState state) {
        state.begin();
        if (!packet.isValid()) {
            return NOT_IP;
        }
        int decision;
        if (routes != null) {
            decision = decideBound(packet, state);
        } else {
            CompiledChain only = packet.isV4() ? onlyV4 : onlyV6;
            decision = only == null || !only.speaksOf(packet, state) ? defaults[state.direction().ordinal()]
                    : only.decide(packet, state, packet.isV4() ? chainsV4 : chainsV6);
        }
        return state.logged ? decision | LOGGED : decision;
    }

    /**
     * All chains that are asked must allow. What denies counts before what asks, because a person's answer could change nothing.
     */
    private int decideBound(PacketView packet, PacketState state) {
        Route route = routes.of(state);
        boolean applicationAsked = false;
        int decision = NONE;
        CompiledChain[] all = packet.isV4() ? chainsV4 : chainsV6;
        for (Met met : packet.isV4() ? route.v4() : route.v6()) {
            if (met.ofApplications() && applicationAsked || !met.chain().speaksOf(packet, state)) {
                continue;
            }
            applicationAsked |= met.ofApplications();
            int next = met.chain().decide(packet, state, all);
            state.logged |= isLogged(next);
            int kind = next & KIND_MASK;
            boolean dropped = kind == Kind.DENY.ordinal() || kind == Kind.REJECT.ordinal();
            if (decision != NONE && !dropped && (decision & KIND_MASK) == Kind.ASK.ordinal()) {
                state.passed(slot(next));
                continue;
            }
            if (decision != NONE) {
                state.passed(slot(decision));
            }
            if (dropped) {
                return next;
            }
            decision = next;
        }
        return decision != NONE ? decision : defaults[state.direction().ordinal()];
    }

    /** What a decision does to the packet. */
    public static Kind kind(int decision) {
        return KINDS[decision & KIND_MASK];
    }

    /** Whether a decision lets the packet pass. */
    public static boolean isAllow(int decision) {
        return (decision & KIND_MASK) == Kind.ALLOW.ordinal();
    }

    /** Whether the deciding rule wants the packet logged. */
    public static boolean isLogged(int decision) {
        return (decision & LOGGED) != 0;
    }

    /** What decided, as an index into an array of {@link #slots} counters. */
    public static int slot(int decision) {
        return decision >>> SLOT_SHIFT;
    }

    /** How many slots there are. */
    public int slots() {
        return slots;
    }

    /**
     * The slot of a chain's rule, counted from 1, or of its implicit end, 0.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public int slotOfRule(String chain, int rule) {
        PlacedChain found = placed(chain);
        int rules = found.rules.length;
        if (rule < 0 || rule > rules) {
            throw new IllegalArgumentException("chain " + chain + " has the rules 0.." + rules + ", not " + rule);
        }
        return rule == 0 ? found.endSlot : found.rules[rule - 1].slot;
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
        Rule rule = ruleOfSlot(slot);
        return rule != null && rule.getAction() instanceof Limit;
    }

    /** How the sender of a packet is told that a slot rejects; null where it does not. Fast, for each packet. */
    public RejectType rejectType(int slot) {
        Rule rule = ruleOfSlot(slot);
        return rule != null && rule.getAction() instanceof Reject reject ? reject.getType() : null;
    }

    /** Null for an end, a default, and a rule that was taken away before the index was made. */
    private Rule ruleOfSlot(int slot) {
        for (PlacedChain chain : chains) {
            Rule rule = chain.ruleOfSlot(slot);
            if (rule != null) {
                return rule;
            }
        }
        return null;
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
        return placed(chain).rules.length;
    }

    private PlacedChain placed(String chain) {
        for (PlacedChain each : chains) {
            if (each.settings.getName().equals(chain)) {
                return each;
            }
        }
        throw new IllegalArgumentException("packets meet no chain " + chain + " here, but " + String.join(", ", chains()));
    }

    /**
     * The ID that the model has for a chain's rule, counted from 1; null where it has none.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public String ruleId(String chain, int rule) {
        slotOfRule(chain, rule);
        return rule == 0 ? null : placed(chain).rules[rule - 1].rule.getId();
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
        return Stream.concat(Arrays.stream(chainsV4), Arrays.stream(chainsV6)).filter(Objects::nonNull)
                .mapToLong(CompiledChain::sizeBytes).sum();
    }
}
