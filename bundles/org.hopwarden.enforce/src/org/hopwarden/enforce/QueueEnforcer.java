package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.hopwarden.enforce.BridgeFilter.Outcome;
import org.hopwarden.enforce.internal.Ending;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.QueueHooks;
import org.hopwarden.enforce.internal.QueueWorker;
import org.hopwarden.enforce.internal.StandingHooks;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.QueuePort;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FailMode;

/**
 * Decides the packets of this host itself, those to it, from it and through it: the kernel holds them in queues (NFQUEUE) until the policy has
 * spoken. Where a rule asks for the state of connections, it is the kernel's own, by the queue that a packet comes in; else nobody tracks any. What the policy allows goes
 * on to the host's own firewall, which decides as well.
 * <p>
 * The kernel's rules that send packets into the queues are set up at the start and taken away at the end. Where this program dies instead,
 * they stand: nothing passes any more, or everything where the policy fails open; the next start takes them away.
 */
public final class QueueEnforcer implements Enforcer {

    /** What the kernel tells of packets beside their bytes. */
    public static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE, Field.STATE, Field.MARK);

    private static final Logger LOGGER = System.getLogger(QueueEnforcer.class.getName());
    /** What this program answers in the name of others bears this mark, and is not decided again. */
    private static final int ANSWER_MARK = 0x48570001;
    private static final int MOST_QUEUES = 8;
    /** What the kernel's rules tell apart; the last one is what is left. */
    private static final List<ConnectionState> TOLD_APART = List.of(ConnectionState.ESTABLISHED, ConnectionState.NEW, ConnectionState.RELATED,
            ConnectionState.INVALID, ConnectionState.UNTRACKED);

    private final Set<Direction> directions;
    private final List<Outcome> outcomes;
    private final List<QueueWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AnswerPort answers;
    private final Ending end = new Ending("the queue failed");
    private final int first;
    /** Where nobody closes this and the process ends all the same, as the window does on SIGTERM, the host must not stay cut off. */
    private final Thread atExit = Thread.ofPlatform().name("take the queue's rules away").unstarted(this::close);
    private StandingHooks hooks;
    private boolean closed;

    private QueueEnforcer(Set<Direction> directions, List<Outcome> outcomes, AnswerPort answers, int first) {
        this.directions = EnumSet.copyOf(directions);
        this.outcomes = outcomes;
        this.answers = answers;
        this.first = first;
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
        requireNonNull(verdicts, "verdicts");
        boolean failOpen = policy.failMode() == FailMode.OPEN;
        boolean bypass = dryRun || failOpen;
        List<ConnectionState> states = policy.questions().rules().containsKey(Field.STATE) ? TOLD_APART : List.of(ConnectionState.UNTRACKED);
        int width = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_QUEUES);
        int count = states.stream().mapToInt(state -> queues(state, width)).sum();
        List<QueuePort> ports = PacketPorts.openQueues(count, bypass, QueueHooks.allStanding());
        List<Outcome> outcomes = new PolicyFilter(policy).outcomes();
        AnswerPort answers;
        try {
            answers = PacketPorts.openAnswers(ANSWER_MARK);
        } catch (PacketPortException | RuntimeException e) {
            ports.forEach(QueuePort::close);
            throw e;
        }
        QueueEnforcer enforcer = new QueueEnforcer(directions, outcomes, answers, ports.getFirst().number());
        List<QueueHooks.Share> shares = new ArrayList<>();
        Iterator<QueuePort> next = ports.iterator();
        int number = ports.getFirst().number();
        for (ConnectionState state : states) {
            shares.add(new QueueHooks.Share(state, number, queues(state, width)));
            for (int i = 0; i < queues(state, width); i++) {
                enforcer.start(new QueueWorker(next.next(), policy, outcomes, verdicts, answers, state, failOpen, dryRun));
                number++;
            }
        }
        try {
            Set<String> chains = directions.stream().map(QueueEnforcer::chain).collect(Collectors.toCollection(TreeSet::new));
            enforcer.hooks = StandingHooks.setUp(new QueueHooks.Plan(chains, shares, bypass, ANSWER_MARK), enforcer::goesOn, enforcer.end::failed);
            // Only now: what a dead one has closed is not open for a moment between.
            QueueHooks.removeLeft(PacketPorts.queuesInUse());
            Runtime.getRuntime().addShutdownHook(enforcer.atExit);
            return enforcer;
        } catch (PacketPortException | RuntimeException e) {
            enforcer.close();
            throw e;
        } catch (IOException e) {
            enforcer.close();
            throw new PacketPortException(Reason.FAILED, "what an earlier enforcement left cannot be taken away: " + e.getMessage(),
                    "Look at it: sudo iptables -t mangle -S (or sudo nft list ruleset)");
        }
    }

    /** Related and invalid packets are few. */
    private static int queues(ConnectionState state, int width) {
        return state == ConnectionState.RELATED || state == ConnectionState.INVALID ? 1 : width;
    }

    private static String chain(Direction direction) {
        return switch (direction) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
    }

    private void start(QueueWorker worker) {
        workers.add(worker);
        threads.add(Thread.ofPlatform().daemon().name("queue " + worker.port().number()).start(() -> {
            try {
                worker.run();
            } catch (PacketPortException | RuntimeException | Error e) {
                end.failed(e);
            }
        }));
    }

    private boolean goesOn() {
        return workers.stream().allMatch(QueueWorker::goesOn);
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already; closing twice does nothing.
        }
    }

    @Override
    public EnforcementStatistics statistics() {
        return OutcomeCounts.statistics(workers.stream().map(QueueWorker::counts).toList(), outcomes);
    }

    @Override
    public long lostPackets() {
        return workers.stream().mapToLong(worker -> worker.port().lostPackets()).sum();
    }

    @Override
    public String place() {
        return "this host (" + directions.stream().map(Direction::word).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    /** Takes the kernel's rules away, decides what still waits, and ends. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (Thread.currentThread() != atExit) {
            forgetExit();
        }
        if (hooks != null) {
            try {
                hooks.remove();
            } catch (IOException e) {
                LOGGER.log(Level.ERROR, "The kernel's rules of this enforcement still stand: " + e.getMessage(), e);
                // Packets go on coming, so the queues would never be empty.
                workers.forEach(worker -> worker.port().close());
            }
        }
        workers.forEach(QueueWorker::end);
        Ending.join(threads);
        workers.forEach(worker -> worker.port().close());
        answers.close();
        end.reached();
    }
}
