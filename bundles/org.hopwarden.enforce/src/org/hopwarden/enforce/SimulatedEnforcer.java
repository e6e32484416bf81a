package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.enforce.internal.Action;
import org.hopwarden.enforce.internal.ConnectionKeeper;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.PacketView;

/**
 * Enforces a policy at one place of a running simulated network, in the stead of the filters that its topology has there.
 * Rejected packets are answered by the network, as a rule's reject type says.
 * <p>
 * A policy can be replaced while it runs, or a new enforcer be started and then the old one closed: each packet is decided by exactly one. Enforcers
 * of one place may be closed in any order; the last one puts back what was there before the first. A filter that somebody else
 * has put there meanwhile stays.
 * <p>
 * Start, close and statistics may be called by any thread, also while another one sends and receives in the network. The network
 * asks the policy from one thread at a time.
 */
public final class SimulatedEnforcer implements Enforcer {

    /** Guards which enforcer stands above which. Starting and closing are rare, so one lock for all does. */
    private static final Object STACKS = new Object();

    private final SimulatedNetwork network;
    private final FilterPlace place;
    private final Counter counter;
    private final CountDownLatch end = new CountDownLatch(1);
    /** What stood there when this enforcer started. */
    private PacketFilter below;
    private boolean closed;

    private SimulatedEnforcer(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy, VerdictListener verdicts, boolean dryRun,
            FlowQuestions questions) {
        this.network = network;
        this.place = place;
        counter = new Counter(this, policy, place.policyDirection(), verdicts, dryRun, questions);
    }

    /**
     * Puts a policy into a running network: when this returns, it decides all that the place sees.
     *
     * @throws IllegalArgumentException where there is no such place, or it is the forward hook of a host, which forwards nothing
     */
    public static SimulatedEnforcer start(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy) {
        return start(network, place, policy, VerdictListener.NONE, false);
    }

    /**
     * Puts a policy into a running network, and tells of each packet that it decides.
     *
     * @param dryRun whether packets are decided and counted, and all pass
     * @throws IllegalArgumentException where there is no such place, or it is the forward hook of a host, which forwards nothing
     */
    public static SimulatedEnforcer start(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy,
            VerdictListener verdicts, boolean dryRun) {
        return start(network, place, policy, verdicts, dryRun, FlowQuestions.NOBODY);
    }

    /**
     * As the other, with somebody who is asked where a rule asks. Packets wait in the network for the answer; those that a node sends by itself cannot, and are
     * dropped until there is one.
     */
    public static SimulatedEnforcer start(SimulatedNetwork network, FilterPlace place, CompiledPolicy policy,
            VerdictListener verdicts, boolean dryRun, FlowQuestions questions) {
        requireNonNull(policy, "policy");
        requireNonNull(verdicts, "verdicts");
        SimulatedEnforcer enforcer = new SimulatedEnforcer(network, place, policy, verdicts, dryRun, questions);
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
        return OutcomeCounts.statistics(List.of(counter.decider.counts()), counter.inForce);
    }

    /** The connections that are tracked here. */
    @Override
    public ConnectionList connections(int most) {
        return counter.connections.list(most);
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public void replace(CompiledPolicy policy) {
        counter.inForce.replace(policy);
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
                counter.connections.close();
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

    /** Decides and counts, by one thread at a time: the network's lock sees to it. */
    private static final class Counter implements PacketFilter {

        private final SimulatedEnforcer owner;
        private final PolicyInForce inForce;
        private final PacketDecider decider;
        private final ConnectionKeeper connections;
        private final PacketState state;
        private final Holder holder = this::hold;
        private PacketView current;
        private CompletableFuture<Boolean> held;

        Counter(SimulatedEnforcer owner, CompiledPolicy policy, org.hopwarden.engine.Direction direction, VerdictListener verdicts,
                boolean dryRun, FlowQuestions questions) {
            this.owner = owner;
            inForce = new PolicyInForce(policy);
            connections = new ConnectionKeeper(inForce, ConnectionLimits.DEFAULT);
            decider = new PacketDecider(inForce, verdicts, dryRun).asking(questions).tracking(connections.tracker());
            state = new PacketState(direction);
        }

        @Override
        public Decision decide(PacketView packet, PacketFilter.Direction direction, String inLink, String outLink) {
            decider.begin(1);
            current = packet;
            boolean ownOfTheNode = direction == PacketFilter.Direction.OUT && inLink.isEmpty();
            Action action = decider.decide(packet, state.next().interfaces(inLink, outLink), packet.lengthBytes(), ownOfTheNode ? Holder.NONE : holder);
            if (action == Action.HOLD) {
                return new Decision.Hold(held);
            }
            if (action == Action.ALLOW) {
                decider.allowed(1, 0);
            }
            if (decider.passes(action)) {
                return Decision.ALLOW;
            }
            if (action != Action.REJECT) {
                return Decision.DROP;
            }
            decider.answered();
            return new Decision.Reject(decider.rejectWith());
        }

        /** The packet at hand, which the network keeps; a copy is for who tracks connections. */
        private Held hold() {
            byte[] copy = current.segment().asSlice(current.base(), current.lengthBytes()).toArray(ValueLayout.JAVA_BYTE);
            CompletableFuture<Boolean> goesOn = new CompletableFuture<>();
            held = goesOn;
            return answer -> {
                if (answer == Answer.ALLOW) {
                    decider.released(PacketView.of(MemorySegment.ofArray(copy)));
                }
                decider.settled(answer);
                goesOn.complete(answer == Answer.ALLOW);
            };
        }
    }
}
