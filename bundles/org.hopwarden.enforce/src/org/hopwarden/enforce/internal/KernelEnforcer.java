package org.hopwarden.enforce.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Has the kernel decide by itself what of a policy is settled, and decides the rest, which comes in queues, by the whole policy. Each policy
 * has a table and queues of its own; another one takes over in one transaction.
 */
final class KernelEnforcer implements Enforcer {

    private static final EnforcementStatistics NOTHING = new EnforcementStatistics(0, 0, 0, 0, 0, 0, List.of());

    private final Set<Direction> directions;
    private final VerdictListener verdicts;
    private final boolean dryRun;
    private final FlowQuestions questions;
    private final Ending end = new Ending("the queue failed");
    /** Where nobody closes this and the process ends all the same, the host must not stay cut off. */
    private final Thread atExit = Thread.ofPlatform().name("take the kernel's table away").unstarted(this::close);
    private EnforcementStatistics before = NOTHING;
    private long lostBefore;
    private AtWork atWork;
    private boolean closed;

    private record AtWork(PolicyInForce inForce, KernelHooks hooks, QueueSet queues) {

        private EnforcementStatistics statistics() {
            return SettledCounts.with(OutcomeCounts.statistics(queues.counts(), inForce), hooks.table(), hooks.counts());
        }
    }

    private KernelEnforcer(Set<Direction> directions, VerdictListener verdicts, boolean dryRun, FlowQuestions questions) {
        this.directions = directions;
        this.verdicts = verdicts;
        this.dryRun = dryRun;
        this.questions = questions;
    }

    /** Starts: when this returns, packets are decided. */
    static KernelEnforcer start(CompiledPolicy policy, Set<Direction> directions, VerdictListener verdicts, boolean dryRun,
            FlowQuestions questions) throws PacketPortException {
        KernelEnforcer enforcer = new KernelEnforcer(directions, verdicts, dryRun, questions);
        try {
            enforcer.use(policy);
            QueueSet.removeLeft();
            Runtime.getRuntime().addShutdownHook(enforcer.atExit);
            return enforcer;
        } catch (PacketPortException | RuntimeException e) {
            enforcer.close();
            throw e;
        }
    }

    private void use(CompiledPolicy policy) throws PacketPortException {
        PolicyInForce next = new PolicyInForce(policy);
        KernelHooks hooks = new KernelHooks(policy, directions, dryRun, atWork == null ? null : atWork.hooks);
        Set<String> chains = directions.stream().map(KernelEnforcer::chain).collect(Collectors.toCollection(TreeSet::new));
        QueueSet queues = QueueSet.start(Needs.of(policy, dryRun), chains, () -> new PacketDecider(next, verdicts, dryRun).asking(questions),
                end, List.of(hooks), hooks.foreignMark());
        atWork = new AtWork(next, hooks, queues);
    }

    private static String chain(Direction direction) {
        return switch (direction) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public synchronized void replace(CompiledPolicy policy) throws PacketPortException {
        if (closed) {
            throw new PacketPortException(Reason.FAILED, "the enforcement has ended", "Start it anew.");
        }
        AtWork old = atWork;
        use(policy);
        old.queues.close();
        before = SettledCounts.by(policy, SettledCounts.sum(old.statistics(), before), old.inForce.policy());
        lostBefore += old.queues.lostPackets();
    }

    /** What is settled is as well as before in the kernel. */
    @Override
    public synchronized void refresh(CompiledPolicy alike) {
        if (!closed) {
            atWork.inForce.replace(alike);
        }
    }

    @Override
    public synchronized EnforcementStatistics statistics() {
        return atWork == null ? before : SettledCounts.sum(atWork.statistics(), before);
    }

    @Override
    public synchronized long lostPackets() {
        return lostBefore + (atWork == null ? 0 : atWork.queues.lostPackets());
    }

    @Override
    public String place() {
        return "the kernel of this host (" + directions.stream().map(Direction::word).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public synchronized String note() {
        int undecided = atWork == null ? 0 : atWork.hooks.table().undecided().size();
        return undecided == 0 ? "" : undecided + (undecided == 1 ? " rule is" : " rules are") + " decided in the engine";
    }

    @Override
    public synchronized String removal() {
        return atWork.queues.removal();
    }

    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    /** Takes the table away, decides what still waits, and ends; where it has failed, and the policy fails closed, the table stays. */
    @Override
    public synchronized void close() {
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
