package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.engine.internal.BitMatcher;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;

/**
 * A policy made ready to decide packets at full speed. It is an immutable snapshot: later changes of the model do not reach
 * it, and it may be used by several threads, each with its own {@link PacketView}.
 * <p>
 * {@link #decide} allocates nothing. Its answer is a number that holds the kind of the verdict and the slot of what decided;
 * each rule, the implicit end and each default of the policy have a slot, so that counters are plain arrays of
 * {@link #slots} elements:
 *
 * <pre>{@code
 * int decision = policy.decide(packet, Direction.FORWARD);
 * packets[CompiledPolicy.slot(decision)]++;
 * if (CompiledPolicy.isAllow(decision)) { ... }
 * }</pre>
 */
public final class CompiledPolicy {

    private static final int KIND_MASK = 7;
    private static final int LOGGED = 8;
    private static final int SLOT_SHIFT = 4;

    private static final int DEFAULT_SLOT = 1;
    private static final int END_SLOT = 4;
    private static final int FIRST_RULE_SLOT = 5;

    private static final Kind[] KINDS = Kind.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final int NOT_IP = 0;

    private final ReferenceEvaluator reference;
    private final Verdict[] verdicts;
    private final VersionPart v4;
    private final VersionPart v6;

    /**
     * How packets of one IP version are decided.
     *
     * @param matcher null where no rule can match
     * @param decisions for each of the matcher's entries
     * @param ends for each direction, where no entry matches
     */
    private record VersionPart(Matcher matcher, int[] decisions, int[] ends) {

        int decide(PacketView packet, Direction direction) {
            int entry = matcher == null ? -1 : matcher.match(packet);
            return entry < 0 ? ends[direction.ordinal()] : decisions[entry];
        }
    }

    private CompiledPolicy(ReferenceEvaluator reference) throws PolicyCompileException {
        this.reference = reference;
        Unsupported.refuse(reference);
        Chain chain = reference.chain();
        int rules = chain == null ? 0 : chain.getRules().size();
        verdicts = new Verdict[FIRST_RULE_SLOT + rules];
        verdicts[0] = Verdicts.NOT_IP;
        for (Direction direction : DIRECTIONS) {
            verdicts[DEFAULT_SLOT + direction.ordinal()] = Verdicts.ofDefault(reference.policy(), direction);
        }
        if (chain != null) {
            if (chain.getEnd() != ChainEnd.POLICY && chain.getEnd() != ChainEnd.BACK) {
                verdicts[END_SLOT] = Verdicts.ofEnd(reference.policy(), chain, Direction.FORWARD);
            }
            for (int n = 1; n <= rules; n++) {
                verdicts[END_SLOT + n] = reference.ruleVerdict(chain.getRules().get(n - 1));
            }
        }
        v4 = part(chain, IpVersion.V4);
        v6 = part(chain, IpVersion.V6);
    }

    /**
     * Compiles a policy with at most one chain, which decides in every direction.
     *
     * @throws PolicyCompileException if the policy has problems or several chains
     */
    public static CompiledPolicy compile(Policy policy) throws PolicyCompileException {
        return new CompiledPolicy(ReferenceEvaluator.of(policy));
    }

    /**
     * Compiles one chain of a policy, which decides in every direction.
     *
     * @throws PolicyCompileException if the policy has problems or no such chain
     */
    public static CompiledPolicy compile(Policy policy, String chain) throws PolicyCompileException {
        return new CompiledPolicy(ReferenceEvaluator.of(policy, requireNonNull(chain, "chain")));
    }

    private VersionPart part(Chain chain, IpVersion version) {
        int[] ends = new int[DIRECTIONS.length];
        boolean speaks = chain != null && Entry.isAbout(chain.getIpVersion(), version);
        for (Direction direction : DIRECTIONS) {
            boolean end = speaks && verdicts[END_SLOT] != null;
            ends[direction.ordinal()] = decision(end ? END_SLOT : DEFAULT_SLOT + direction.ordinal());
        }
        List<Entry> entries = speaks ? Entry.of(chain, version) : List.of();
        int[] decisions = entries.stream().mapToInt(e -> decision(END_SLOT + e.rule())).toArray();
        return new VersionPart(entries.isEmpty() ? null : new BitMatcher(entries, version == IpVersion.V6), decisions, ends);
    }

    private int decision(int slot) {
        Verdict verdict = verdicts[slot];
        return slot << SLOT_SHIFT | (verdict.logged() ? LOGGED : 0) | verdict.kind().ordinal();
    }

    /**
     * Decides a packet. One whose IP header is not whole, or that is not IP, gets {@link Kind#NONE}.
     *
     * @return a decision, for the methods here that take one
     */
    public int decide(PacketView packet, Direction direction) {
        if (!packet.isValid()) {
            return NOT_IP;
        }
        return packet.isV4() ? v4.decide(packet, direction) : v6.decide(packet, direction);
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
        return verdicts.length;
    }

    /** The slot of a rule, counted from 1, or of the implicit end, 0. */
    public int slotOfRule(int rule) {
        if (rule < 0 || rule > ruleCount()) {
            throw new IllegalArgumentException("the chain has the rules 0.." + ruleCount() + ", not " + rule);
        }
        return END_SLOT + rule;
    }

    /** The verdict that a slot stands for. Null for the slot of an implicit end that the chain leaves to
     * the policy, or where there is no chain. */
    public Verdict verdictOfSlot(int slot) {
        return verdicts[slot];
    }

    /** The verdict that a decision of this policy stands for. */
    public Verdict verdict(int decision) {
        return verdicts[slot(decision)];
    }

    /** Why the policy decides a packet as it does. Slow: it asks the reference evaluator. */
    public Explanation explain(PacketView packet, Direction direction) {
        return reference.explain(packet, direction);
    }

    /** The name of the chain that decides; null where the policy has none. */
    public String chain() {
        return reference.chain() == null ? null : reference.chain().getName();
    }

    /** How many rules the chain has, those that are not enabled included. */
    public int ruleCount() {
        return verdicts.length - FIRST_RULE_SLOT;
    }

    /** What happens to packets while the engine cannot decide. */
    public FailMode failMode() {
        return reference.policy().getFailMode();
    }

    /** How many bytes the matcher's tables take. */
    public long sizeBytes() {
        return (v4.matcher == null ? 0 : v4.matcher.sizeBytes()) + (v6.matcher == null ? 0 : v6.matcher.sizeBytes());
    }
}
