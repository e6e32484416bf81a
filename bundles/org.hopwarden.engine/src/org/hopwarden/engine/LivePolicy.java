package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A policy in force that is edited while packets are decided by it. Each small edit gives a new {@link CompiledPolicy} at once,
 * without compiling the others of its rules again: what has changed lies over the index of the chain as it was. Behind that the
 * index is made anew, in another thread, and gives a new policy that decides alike, and faster where much lay over the old one.
 * <p>
 * All policies of one live policy are snapshots of their own, each of which may be used for as long as wanted. They share the buckets
 * of rates, and a slot stands for the same rule in all of them: counters carry over as they are, and grow with
 * {@link CompiledPolicy#slots}. Safe for use by several threads.
 *
 * <pre>{@code
 * LivePolicy live = new LivePolicy(CompiledPolicy.compile(policy), policyInForce::replace);
 * live.edit(new PolicyEdit.Insert("input", 3, rule));
 * }</pre>
 */
public final class LivePolicy {

    private static final Logger LOGGER = System.getLogger(LivePolicy.class.getName());
    private static final Executor BEHIND = task -> Thread.ofPlatform().daemon().name("policy index").start(task);

    private final Consumer<CompiledPolicy> inForce;
    private final Executor behind;
    private volatile CompiledPolicy current;
    private boolean rebuilding;
    /** How many have been given so far, also by policies that are no longer in force. */
    private int slots;

    /**
     * A live policy that makes its indexes in threads of its own.
     *
     * @param policy the one to begin with, which is not told
     * @param inForce is told each new policy, in order, and must be quick: edits wait for it; what it throws comes out of the edit, which is then
     *        not in force
     */
    public LivePolicy(CompiledPolicy policy, Consumer<CompiledPolicy> inForce) {
        this(policy, inForce, BEHIND);
    }

    /**
     * As {@link #LivePolicy(CompiledPolicy, Consumer)}.
     *
     * @param behind makes the indexes; never asked for two at a time
     */
    public LivePolicy(CompiledPolicy policy, Consumer<CompiledPolicy> inForce, Executor behind) {
        current = requireNonNull(policy, "policy");
        slots = policy.slots();
        this.inForce = requireNonNull(inForce, "inForce");
        this.behind = requireNonNull(behind, "behind");
    }

    /** The policy as it is now. */
    public CompiledPolicy current() {
        return current;
    }

    /** Whether no edit lies over an index any more. */
    public boolean isSettled() {
        return Arrays.stream(current.placedChains()).noneMatch(PlacedChain::isEdited);
    }

    /**
     * Edits the policy: all of the edits, one after the other, or none of them. They are in force together.
     *
     * @return the policy after them
     * @throws PolicyCompileException if the policy would have problems, or a rule uses what the policy does not have, or calls a chain
     *         that no packet has met so far
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    public synchronized CompiledPolicy edit(PolicyEdit... edits) throws PolicyCompileException {
        EditRun run = new EditRun(current, slots);
        for (PolicyEdit edit : edits) {
            run.apply(edit);
        }
        CompiledPolicy edited = run.result();
        if (edited != current) {
            put(edited);
        }
        return edited;
    }

    /** Puts another policy in the place of this one, whose slots count other things; see {@link CompiledPolicy#slotsBefore}. */
    public synchronized void replace(CompiledPolicy policy) {
        put(requireNonNull(policy, "policy"));
    }

    private void put(CompiledPolicy policy) {
        CompiledPolicy before = current;
        current = policy;
        slots = Math.max(slots, policy.slots());
        try {
            inForce.accept(policy);
        } catch (RuntimeException | Error e) {
            current = before;
            throw e;
        }
        index();
    }

    /** Has an index made of what is in force now, unless one is made already, or nothing lies over it. */
    private void index() {
        if (rebuilding || isSettled()) {
            return;
        }
        rebuilding = true;
        CompiledPolicy of = current;
        try {
            behind.execute(() -> rebuild(of));
        } catch (RuntimeException | OutOfMemoryError e) {
            rebuilding = false;
            LOGGER.log(Level.WARNING, "No index is made of the edited policy (" + e + "): it decides as it should, but more slowly with each edit; "
                    + "the next edit tries again");
        }
    }

    private void rebuild(CompiledPolicy of) {
        ChainBase[] bases;
        try {
            bases = Arrays.stream(of.placedChains()).map(chain -> chain.isEdited() ? chain.newBase(of.lineage()) : null)
                    .toArray(ChainBase[]::new);
        } catch (RuntimeException | Error e) {
            // the old index with what lies over it decides all the same
            synchronized (this) {
                rebuilding = false;
            }
            throw e;
        }
        synchronized (this) {
            rebuilding = false;
            if (isSettled() || current.lineage() != of.lineage()) {
                index();
                return;
            }
            PlacedChain[] chains = current.placedChains();
            for (int i = 0; i < chains.length; i++) {
                chains[i] = bases[i] == null || !chains[i].isEdited() ? chains[i] : chains[i].over(bases[i], of.lineage());
            }
            put(current.with(chains, current.slots()));
        }
    }
}
