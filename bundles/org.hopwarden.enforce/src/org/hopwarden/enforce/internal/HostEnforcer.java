package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * An enforcement on the packets of this host that come in queues of the kernel, whatever sends them there: how it starts, how another policy
 * takes over, what was counted, and how it ends, which may be with the process.
 */
abstract class HostEnforcer implements Enforcer {

    private final Set<Direction> directions;
    private final VerdictListener verdicts;
    private final boolean dryRun;
    private final FlowQuestions questions;
    private final Ending end = new Ending("the queue failed");
    /** Where nobody closes this and the process ends all the same, as the window does on SIGTERM, the host must not stay cut off. */
    private final Thread atExit = Thread.ofPlatform().name("take the kernel's rules away").unstarted(this::close);
    private EarlierCounts earlier = EarlierCounts.NONE;
    private AtWork atWork;
    private boolean closed;

    /**
     * Queues that are emptied.
     *
     * @param inForce by which their packets are decided
     * @param needs what the kernel was told for it
     * @param elsewhere adds what else was counted for the same policy
     */
    record AtWork(PolicyInForce inForce, Needs needs, QueueSet queues, UnaryOperator<EnforcementStatistics> elsewhere) {

        private CompiledPolicy policy() {
            return inForce.policy();
        }

        private EnforcementStatistics statistics() {
            return elsewhere.apply(OutcomeCounts.statistics(queues.counts(), inForce));
        }
    }

    /** @param directions of the packets to decide, at least one */
    HostEnforcer(Request request, Set<Direction> directions) {
        this.directions = EnumSet.copyOf(directions);
        verdicts = requireNonNull(request.verdicts(), "verdicts");
        dryRun = request.dryRun();
        questions = requireNonNull(request.questions(), "questions");
    }

    /**
     * Has the kernel send packets to queues, and decides them by a policy from then on.
     *
     * @param before what gives way to it; null for nothing
     */
    abstract AtWork begin(CompiledPolicy policy, AtWork before) throws PacketPortException;

    /**
     * Opens queues and the threads that decide what comes there.
     *
     * @param ways to fill them, the better ones first
     * @param foreignMark bits of the mark that packets bear only on their way into the queues
     * @param elsewhere adds what else is counted for this policy
     */
    AtWork open(CompiledPolicy policy, Needs needs, List<QueueHooks> ways, int foreignMark, UnaryOperator<EnforcementStatistics> elsewhere)
            throws PacketPortException {
        PolicyInForce next = new PolicyInForce(policy);
        Set<String> chains = directions.stream().map(HostEnforcer::chain).collect(Collectors.toCollection(TreeSet::new));
        QueueSet queues = QueueSet.start(needs, chains, () -> new PacketDecider(next, verdicts, dryRun).asking(questions),
                end, ways, foreignMark);
        return new AtWork(next, needs, queues, elsewhere);
    }

    private static String chain(Direction direction) {
        return switch (direction) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
    }

    /** Starts: when this returns, packets are decided. Closes it where that cannot be. */
    final void start(CompiledPolicy policy) throws PacketPortException {
        try {
            synchronized (this) {
                atWork = begin(policy, null);
            }
            QueueSet.removeLeft();
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    final Set<Direction> directions() {
        return directions;
    }

    final boolean isDryRun() {
        return dryRun;
    }

    final String directionsInWords() {
        return directions.stream().map(Direction::word).collect(Collectors.joining(", "));
    }

    @Override
    public final boolean replaces() {
        return true;
    }

    /** Whether the queues that there are do for another policy as well, with the kernel as it is. */
    boolean canStay(AtWork now, CompiledPolicy next) {
        return false;
    }

    @Override
    public final synchronized void replace(CompiledPolicy policy) throws PacketPortException {
        if (closed) {
            throw new PacketPortException(Reason.FAILED, "the enforcement has ended", "Start it anew.");
        }
        if (canStay(atWork, policy)) {
            atWork.inForce.replace(policy);
            return;
        }
        AtWork old = atWork;
        atWork = begin(policy, old);
        old.queues.close();
        earlier = earlier.and(old.statistics(), old.policy(), old.queues.lostPackets());
    }

    /** What the kernel has of it is as well as before. */
    @Override
    public final synchronized void refresh(CompiledPolicy alike) {
        if (!closed) {
            atWork.inForce.replace(alike);
        }
    }

    /** The kernel's own, where the policy asks for states and the kernel lists them. Those of all hooks, whatever this decides. */
    @Override
    public final ConnectionList connections(int most) {
        return asksStates() ? KernelConnections.list(most) : ConnectionList.NONE;
    }

    private synchronized boolean asksStates() {
        return atWork != null && atWork.inForce.asksStates();
    }

    @Override
    public final synchronized EnforcementStatistics statistics() {
        return atWork == null ? earlier.counts() : earlier.addedTo(atWork.statistics(), atWork.policy());
    }

    @Override
    public final synchronized long lostPackets() {
        return earlier.lostPackets() + (atWork == null ? 0 : atWork.queues.lostPackets());
    }

    @Override
    public final synchronized String removal() {
        return atWork.queues.removal();
    }

    @Override
    public final boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    /** Takes the kernel's rules away, decides what still waits, and ends; where it has failed, and the policy fails closed, the rules stay. */
    @Override
    public final synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (Thread.currentThread() != atExit) {
            forgetExit();
        }
        if (atWork != null) {
            atWork.queues.end();
        }
        end.reached();
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already; closing twice does nothing.
        }
    }
}
