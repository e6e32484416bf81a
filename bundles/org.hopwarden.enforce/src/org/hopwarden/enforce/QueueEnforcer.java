package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.hopwarden.enforce.internal.Ending;
import org.hopwarden.enforce.internal.KernelConnections;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.enforce.internal.QueueSet;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Decides the packets of this host itself, those to it, from it and through it: the kernel holds them in queues (NFQUEUE) until the policy has
 * spoken. Where a rule asks for the state of connections, it is the kernel's own, by the queue that a packet comes in; else nobody tracks any. What the policy allows goes
 * on to the host's own firewall, which decides as well.
 * <p>
 * The kernel's rules that send packets into the queues are set up at the start and taken away at the end. Where this program dies instead,
 * they stand: nothing passes any more, or everything where the policy fails open; the next start takes them away.
 */
public final class QueueEnforcer implements Enforcer {

    /** What the kernel tells of packets beside their bytes; the application of those to and from this host. */
    public static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE, Field.STATE, Field.MARK, Field.APPLICATION);

    private final Set<Direction> directions;
    private final Set<String> chains;
    private final VerdictListener verdicts;
    private final boolean dryRun;
    private final FlowQuestions questions;
    private final Ending end = new Ending("the queue failed");
    /** Where nobody closes this and the process ends all the same, as the window does on SIGTERM, the host must not stay cut off. */
    private final Thread atExit = Thread.ofPlatform().name("take the queue's rules away").unstarted(this::close);
    /** What queues have counted that were ended because another policy needs others. */
    private final List<OutcomeCounts> before = new ArrayList<>();
    private long lostBefore;
    private PolicyInForce inForce;
    private Needs needs;
    private QueueSet queues;
    private boolean closed;

    private QueueEnforcer(Set<Direction> directions, VerdictListener verdicts, boolean dryRun, FlowQuestions questions) {
        this.directions = EnumSet.copyOf(directions);
        this.verdicts = requireNonNull(verdicts, "verdicts");
        this.dryRun = dryRun;
        this.questions = requireNonNull(questions, "questions");
        chains = directions.stream().map(QueueEnforcer::chain).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Starts: when this returns, packets are decided.
     *
     * @param directions of the packets to decide, at least one
     * @param verdicts is told of each packet that is decided
     * @param dryRun whether packets are decided and counted, and all pass, also if this program dies
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_ADMIN and CAP_NET_RAW, {@code NOT_AVAILABLE} where the kernel has no queues
     *             or no rule can be set up that fills them
     */
    public static QueueEnforcer start(CompiledPolicy policy, Set<Direction> directions, VerdictListener verdicts, boolean dryRun)
            throws PacketPortException {
        return start(policy, directions, verdicts, dryRun, FlowQuestions.NOBODY);
    }

    /**
     * As the other, with somebody who is asked where a rule asks. The kernel holds the packets meanwhile.
     */
    public static QueueEnforcer start(CompiledPolicy policy, Set<Direction> directions, VerdictListener verdicts, boolean dryRun,
            FlowQuestions questions) throws PacketPortException {
        QueueEnforcer enforcer = new QueueEnforcer(directions, verdicts, dryRun, questions);
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

    private static String chain(Direction direction) {
        return switch (direction) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
    }

    private void use(CompiledPolicy policy) throws PacketPortException {
        PolicyInForce next = new PolicyInForce(policy);
        Needs wanted = Needs.of(policy, dryRun).keeping(needs);
        queues = QueueSet.start(wanted, chains, () -> new PacketDecider(next, verdicts, dryRun).asking(questions), end, queues);
        needs = wanted;
        inForce = next;
    }

    @Override
    public boolean replaces() {
        return true;
    }

    /** Where the other policy asks for states that the kernel was not told to tell apart, or fails otherwise, it gets queues of its own. */
    @Override
    public synchronized void replace(CompiledPolicy policy) throws PacketPortException {
        if (closed) {
            throw new PacketPortException(Reason.FAILED, "the enforcement has ended", "Start it anew.");
        }
        if (Needs.of(policy, dryRun).keeping(needs).equals(needs)) {
            inForce.replace(policy);
            return;
        }
        QueueSet old = queues;
        use(policy);
        old.close();
        before.addAll(old.counts());
        lostBefore += old.lostPackets();
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already; closing twice does nothing.
        }
    }

    /** The kernel's own, where the policy asks for states and the kernel lists them. Those of all hooks, whatever this decides. */
    @Override
    public ConnectionList connections(int most) {
        return inForce.asksStates() ? KernelConnections.list(most) : ConnectionList.NONE;
    }

    @Override
    public synchronized EnforcementStatistics statistics() {
        List<OutcomeCounts> all = new ArrayList<>(before);
        all.addAll(queues.counts());
        return OutcomeCounts.statistics(all, inForce);
    }

    @Override
    public synchronized long lostPackets() {
        return lostBefore + queues.lostPackets();
    }

    @Override
    public String place() {
        return "this host (" + directions.stream().map(Direction::word).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public synchronized String removal() {
        return queues.removal();
    }

    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    /** Takes the kernel's rules away, decides what still waits, and ends; where it has failed, and the policy fails closed, the rules stay. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (Thread.currentThread() != atExit) {
            forgetExit();
        }
        if (queues != null) {
            queues.end();
        }
        end.reached();
    }
}
