package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.FailMode;

/**
 * Enforces a policy at one place of a running simulated network, in the stead of the filters that its topology has there.
 * Rejected packets are answered by the network, as a rule's reject type says.
 * <p>
 * To swap policies, start the new enforcer and then close the old one: each packet is decided by exactly one of them. Enforcers
 * of one place may be closed in any order; the last one puts back what was there before the first. A filter that somebody else
 * has put there meanwhile stays.
 * <p>
 * Start, close and statistics may be called by any thread, also while another one sends and receives in the network. The network
 * asks the policy from one thread at a time.
 */
public final class SimulatedEnforcer implements Enforcer {

    private static final Logger LOGGER = System.getLogger(SimulatedEnforcer.class.getName());
    /** Guards which enforcer stands above which. Starting and closing are rare, so one lock for all does. */
    private static final Object STACKS = new Object();

    private final SimulatedNetwork network;
    private final FilterPlace place;
    private final Counter counter;
    private final CountDownLatch end = new CountDownLatch(1);
    /** What stood there when this enforcer started. */
    private PacketFilter below;
    private boolean closed;

    private SimulatedEnforcer(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy, VerdictListener verdicts) {
        this.network = network;
        this.place = place;
        counter = new Counter(this, policy, place.policyDirection(), verdicts);
    }

    /**
     * Puts a policy into a running network: when this returns, it decides all that the place sees.
     *
     * @throws IllegalArgumentException where there is no such place, or it is the forward hook of a host, which forwards nothing
     */
    public static SimulatedEnforcer start(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy) {
        return start(network, place, policy, VerdictListener.NONE);
    }

    /**
     * Puts a policy into a running network, and tells of each packet that it decides.
     *
     * @throws IllegalArgumentException where there is no such place, or it is the forward hook of a host, which forwards nothing
     */
    public static SimulatedEnforcer start(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy,
            VerdictListener verdicts) {
        requireNonNull(policy, "policy");
        requireNonNull(verdicts, "verdicts");
        SimulatedEnforcer enforcer = new SimulatedEnforcer(network, place, policy, verdicts);
        boolean forwards = network.topology().node(place.node()).map(Topology.Node::isRouter).orElse(true);
        if (place.direction() == PacketFilter.Direction.FORWARD && !forwards) {
            throw new IllegalArgumentException("'" + place.node() + "' is a host and forwards nothing");
        }
        synchronized (STACKS) {
            enforcer.below = network.setFilter(place, enforcer.counter);
        }
        return enforcer;
    }

    @Override
    public String place() {
        return "the simulated " + place.node();
    }

    @Override
    public EnforcementStatistics statistics() {
        return counter.statistics();
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        return end.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        synchronized (STACKS) {
            if (!closed) {
                closed = true;
                below = standing(below);
                network.replaceFilter(place, counter, below);
            }
        }
        end.countDown();
    }

    /** What is to stand where an enforcer ends: the topmost below it that has not ended itself. */
    private static PacketFilter standing(PacketFilter filter) {
        PacketFilter standing = filter;
        while (standing instanceof Counter counter && counter.owner.closed) {
            standing = counter.owner.below;
        }
        return standing;
    }

    /** Decides and counts. Written by one thread at a time, under the network's lock, and read by any. */
    private static final class Counter implements PacketFilter {

        private final SimulatedEnforcer owner;
        private final CompiledPolicy policy;
        private final org.hopwarden.engine.Direction policyDirection;
        private final VerdictListener verdicts;
        private final Decision whenUndecided;
        /** By the policy's slots, as are packets and bytes. */
        private final Decision[] decisions;
        private final AtomicLongArray packets;
        private final AtomicLongArray bytes;
        private final AtomicLong failed = new AtomicLong();
        private final PacketState state;
        private boolean failureLogged;

        Counter(SimulatedEnforcer owner, CompiledPolicy policy,
                org.hopwarden.engine.Direction policyDirection, VerdictListener verdicts) {
            this.owner = owner;
            this.policy = policy;
            this.verdicts = verdicts;
            this.policyDirection = policyDirection;
            state = new PacketState(policyDirection);
            whenUndecided = policy.failMode() == FailMode.OPEN ? Decision.ALLOW : Decision.DROP;
            decisions = new Decision[policy.slots()];
            for (int slot = 0; slot < decisions.length; slot++) {
                Verdict verdict = policy.verdictOfSlot(slot);
                decisions[slot] = verdict == null ? whenUndecided : Decision.of(verdict, policy.failMode());
            }
            packets = new AtomicLongArray(decisions.length);
            bytes = new AtomicLongArray(decisions.length);
        }

        @Override
        public Decision decide(PacketView packet, PacketFilter.Direction direction, String inLink, String outLink) {
            int slot;
            try {
                int decision = policy.decide(packet, state.next().interfaces(inLink, outLink));
                verdicts.decided(packet, state, policy, decision);
                slot = CompiledPolicy.slot(decision);
            } catch (RuntimeException e) {
                return undecided(packet, e);
            }
            bytes.setRelease(slot, bytes.getPlain(slot) + packet.lengthBytes());
            packets.setRelease(slot, packets.getPlain(slot) + 1);
            return decisions[slot];
        }

        /** A policy that fails on an odd packet must not end the simulation. */
        private Decision undecided(PacketView packet, RuntimeException e) {
            if (!failureLogged) {
                failureLogged = true;
                LOGGER.log(Level.ERROR, "the policy fails on " + packet + ", and maybe on others that are not logged", e);
            }
            failed.setRelease(failed.getPlain() + 1);
            return whenUndecided;
        }

        EnforcementStatistics statistics() {
            long[] sums = new long[Verdict.Kind.values().length];
            List<RuleCount> rules = new ArrayList<>();
            for (int slot = 0; slot < decisions.length; slot++) {
                Verdict verdict = policy.verdictOfSlot(slot);
                if (verdict == null) {
                    continue;
                }
                long count = packets.getAcquire(slot);
                sums[verdict.kind().ordinal()] += count;
                if (verdict.chain() != null) {
                    rules.add(new RuleCount(verdict.chain(), verdict.rule(), count, bytes.getAcquire(slot)));
                }
            }
            long allowed = sums[Verdict.Kind.ALLOW.ordinal()];
            long denied = sums[Verdict.Kind.DENY.ordinal()];
            long rejected = sums[Verdict.Kind.REJECT.ordinal()];
            long asked = sums[Verdict.Kind.ASK.ordinal()];
            long undecided = failed.getAcquire() + sums[Verdict.Kind.NONE.ordinal()];
            return new EnforcementStatistics(allowed + denied + rejected + asked + undecided, allowed, denied,
                    rejected, asked, undecided, rules);
        }
    }
}
