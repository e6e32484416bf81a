package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Routes.Met;
import org.hopwarden.engine.Routes.Route;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
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
    private final Map<String, Chain> chains = new HashMap<>();
    private final List<String> chainNames;
    /** The slot of each chain's end; those of its rules follow. */
    private final Map<Chain, Integer> firstSlots = new HashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    /** Decisions of the policy's defaults, by direction. */
    private final int[] defaults = new int[DIRECTIONS.length];
    private final Map<IpVersion, Map<Chain, CompiledChain>> compiled = new EnumMap<>(IpVersion.class);
    /** The chain that decides in every direction; null where there is none, or it says nothing of the IP version. */
    private final CompiledChain onlyV4;
    private final CompiledChain onlyV6;
    /** How packets meet chains; null where one decides in every direction. */
    private final Routes routes;
    private final boolean asksState;

    private CompiledPolicy(ReferenceEvaluator reference, ZoneId zone) {
        this.reference = reference;
        Policy policy = reference.policy();
        verdicts.add(Verdicts.NOT_IP);
        for (Direction direction : DIRECTIONS) {
            verdicts.add(Verdicts.ofDefault(policy, direction));
            defaults[direction.ordinal()] = decision(DEFAULT_SLOT + direction.ordinal());
        }
        Set<Chain> asked = asked();
        List<Chain> inOrder = policy.getChains().stream().filter(asked::contains).toList();
        inOrder.forEach(this::addSlots);
        chainNames = inOrder.stream().map(Chain::getName).toList();
        Conditions conditions = new Conditions(zone);
        for (IpVersion version : IpVersion.values()) {
            compiled.put(version, new HashMap<>());
            inOrder.forEach(chain -> chain(chain, version, conditions));
        }
        routes = reference.isBound() ? new Routes(policy, (chain, version) -> compiled.get(version).get(chain)) : null;
        onlyV4 = compiled.get(IpVersion.V4).get(reference.chain());
        onlyV6 = compiled.get(IpVersion.V6).get(reference.chain());
        asksState = routes != null || onlyV4 != null && onlyV4.asksState() || onlyV6 != null && onlyV6.asksState();
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
        return new CompiledPolicy(ReferenceEvaluator.of(policy, zone), zone);
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
        return new CompiledPolicy(ReferenceEvaluator.of(policy, requireNonNull(chain, "chain"), zone), zone);
    }

    /** The chains that packets can meet, by bindings or by calls. */
    private Set<Chain> asked() {
        Set<Chain> asked = new HashSet<>();
        if (reference.chain() != null) {
            asked.addAll(Chains.reachable(reference.chain()));
        } else {
            reference.policy().getChains().stream().filter(chain -> !chain.getBindings().isEmpty())
                    .forEach(chain -> asked.addAll(Chains.reachable(chain)));
        }
        return asked;
    }

    private void addSlots(Chain chain) {
        chains.put(chain.getName(), chain);
        firstSlots.put(chain, verdicts.size());
        boolean decides = chain.getEnd() == ChainEnd.ALLOW || chain.getEnd() == ChainEnd.DENY;
        verdicts.add(decides ? Verdicts.ofEnd(reference.policy(), chain, Direction.FORWARD) : null);
        for (Rule rule : chain.getRules()) {
            verdicts.add(reference.ruleVerdict(rule));
        }
    }

    /** A chain for a version, compiled behind those that it calls; null where it says nothing of the version. */
    private CompiledChain chain(Chain chain, IpVersion version, Conditions conditions) {
        Map<Chain, CompiledChain> done = compiled.get(version);
        if (!done.containsKey(chain) && Entry.isAbout(chain.getIpVersion(), version)) {
            for (Rule rule : chain.getRules()) {
                if (rule.getAction() instanceof Call call) {
                    chain(call.getChain(), version, conditions);
                }
            }
            done.put(chain, new CompiledChain(chain, version, new Slots(), conditions, done::get));
        }
        return done.get(chain);
    }

    private final class Slots implements CompiledChain.Decisions {

        @Override
        public int ofRule(Chain chain, int rule) {
            return decision(firstSlots.get(chain) + rule);
        }

        @Override
        public int[] ofEnd(Chain chain) {
            int slot = firstSlots.get(chain);
            int[] ends = defaults.clone();
            if (verdicts.get(slot) != null) {
                Arrays.fill(ends, decision(slot));
            }
            return ends;
        }
    }

    private int decision(int slot) {
        Verdict verdict = verdicts.get(slot);
        return slot << SLOT_SHIFT | (verdict.logged() ? LOGGED : 0) | verdict.kind().ordinal();
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
                    : only.decide(packet, state);
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
        for (Met met : packet.isV4() ? route.v4() : route.v6()) {
            if (met.ofApplications() && applicationAsked || !met.chain().speaksOf(packet, state)) {
                continue;
            }
            applicationAsked |= met.ofApplications();
            int next = met.chain().decide(packet, state);
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
        return verdicts.size();
    }

    /**
     * The slot of a chain's rule, counted from 1, or of its implicit end, 0.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public int slotOfRule(String chain, int rule) {
        int rules = ruleCount(chain);
        if (rule < 0 || rule > rules) {
            throw new IllegalArgumentException("chain " + chain + " has the rules 0.." + rules + ", not " + rule);
        }
        return firstSlots.get(chains.get(chain)) + rule;
    }

    /** The verdict that a slot stands for. Null for the slot of an implicit end that the chain leaves to
     * the policy or its caller. */
    public Verdict verdictOfSlot(int slot) {
        return verdicts.get(slot);
    }

    /** Whether a slot stands for a rule that limits: what it decides came beyond its rate. */
    public boolean isLimit(int slot) {
        Verdict verdict = verdicts.get(slot);
        return verdict != null && verdict.basis() == Verdict.Basis.RULE
                && chains.get(verdict.chain()).getRules().get(verdict.rule() - 1).getAction() instanceof Limit;
    }

    /** The verdict that a decision of this policy stands for. */
    public Verdict verdict(int decision) {
        Verdict verdict = verdicts.get(slot(decision));
        return isLogged(decision) ? verdict.withLogged() : verdict;
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

    /** The name of the chain that decides in every direction; null where chains are met by their bindings, and where there is none. */
    public String chain() {
        return reference.chain() == null ? null : reference.chain().getName();
    }

    /** The names of the chains that packets can meet, by bindings or by calls, in the policy's order. */
    public List<String> chains() {
        return chainNames;
    }

    /**
     * How many rules a chain has, those that are not enabled included.
     *
     * @throws IllegalArgumentException if packets meet no such chain
     */
    public int ruleCount(String chain) {
        Chain found = chains.get(chain);
        if (found == null) {
            throw new IllegalArgumentException("packets meet no chain " + chain + " here, but " + String.join(", ", chainNames));
        }
        return found.getRules().size();
    }

    /** A copy of what was compiled, for whoever wants to compile more of it or less. */
    public Policy policy() {
        return EcoreUtil.copy(reference.policy());
    }

    /** What the policy asks of packets beside their bytes and direction; see {@link PolicyQuestions}. */
    public PolicyQuestions questions() {
        return PolicyQuestions.of(chainNames.stream().map(chains::get).toList());
    }

    /** What happens to packets while the engine cannot decide. */
    public FailMode failMode() {
        return reference.policy().getFailMode();
    }

    /** How many bytes the matcher's tables take. */
    public long sizeBytes() {
        return compiled.values().stream().flatMap(each -> each.values().stream()).mapToLong(CompiledChain::sizeBytes).sum();
    }
}
