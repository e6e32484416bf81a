package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.QueuePort;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FailMode;

/** Queues of the kernel, the threads that empty them, and the kernel's rules that fill them. */
public final class QueueSet {

    private static final Logger LOGGER = System.getLogger(QueueSet.class.getName());
    /** What this program answers in the name of others bears this mark, and is not decided again. */
    private static final int ANSWER_MARK = 0x48570001;
    private static final int MOST_QUEUES = 8;
    /** What the kernel's rules tell apart; the last one is what is left. */
    private static final List<ConnectionState> TOLD_APART = List.of(ConnectionState.ESTABLISHED, ConnectionState.NEW, ConnectionState.RELATED,
            ConnectionState.INVALID, ConnectionState.UNTRACKED);

    private final List<QueueWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AnswerPort answers;
    private final int first;
    private final boolean bypass;
    private final Ending end;
    /** Empty where this system does not tell. */
    private final Optional<SocketPrograms> programs;
    private StandingHooks hooks;

    /**
     * What the kernel must be told before a policy can decide.
     *
     * @param states of connections that come in queues of their own
     * @param bypass whether packets pass where nobody empties the queues
     */
    public record Needs(List<ConnectionState> states, boolean bypass) {

        public Needs {
            states = List.copyOf(states);
        }

        public static Needs of(CompiledPolicy policy, boolean dryRun) {
            return new Needs(policy.asksStates() ? TOLD_APART : List.of(ConnectionState.UNTRACKED), dryRun || policy.failMode() == FailMode.OPEN);
        }

        /**
         * What another policy is to be given that takes over: states stay told apart that were. As the last rule goes that asks for them, the kernel's
         * tracking ends, and with it the kernel drops whatever waits in any queue (net/netfilter/core.c, nf_unregister_net_hook).
         *
         * @param before null for none
         */
        public Needs keeping(Needs before) {
            return before == null || before.states.size() <= states.size() ? this : new Needs(before.states, bypass);
        }
    }

    private QueueSet(AnswerPort answers, int first, boolean bypass, Ending end) {
        this.answers = answers;
        this.first = first;
        this.bypass = bypass;
        this.end = end;
        programs = openPrograms();
    }

    private static Optional<SocketPrograms> openPrograms() {
        try {
            return Optional.of(SocketPrograms.open());
        } catch (PacketPortException e) {
            LOGGER.log(Level.WARNING, "Programs of packets are not known: " + e.getMessage() + ". " + e.remedy());
            return Optional.empty();
        }
    }

    /**
     * Opens queues and has the kernel fill them: when this returns, packets are decided.
     *
     * @param chains of the kernel whose packets are decided: input, output, forward
     * @param deciders makes one for each queue
     * @param end is told when a queue fails
     * @param ways to fill them, the better ones first
     * @param foreignMark bits of the mark that packets bear only on their way into the queues
     */
    static QueueSet start(Needs needs, Set<String> chains, Supplier<PacketDecider> deciders, Ending end,
            List<QueueHooks> ways, int foreignMark) throws PacketPortException {
        int width = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_QUEUES);
        int count = needs.states.stream().mapToInt(state -> queues(state, width)).sum();
        List<QueuePort> ports = PacketPorts.openQueues(count, needs.bypass, QueueHooks.allStanding());
        QueueSet set = null;
        try {
            set = new QueueSet(PacketPorts.openAnswers(ANSWER_MARK), ports.getFirst().number(), needs.bypass, end);
            set.fill(ports, needs, width, deciders, foreignMark, chains, ways);
            return set;
        } catch (PacketPortException | RuntimeException | Error e) {
            if (set != null) {
                set.close();
            }
            // Also those for which nothing was started yet.
            ports.forEach(QueuePort::close);
            throw e;
        }
    }

    /** Starts the threads that empty the queues, and then has them filled. */
    private void fill(List<QueuePort> ports, Needs needs, int width, Supplier<PacketDecider> deciders, int foreignMark, Set<String> chains,
            List<QueueHooks> ways) throws PacketPortException {
        List<QueueHooks.Share> shares = new ArrayList<>();
        Iterator<QueuePort> next = ports.iterator();
        int number = first;
        for (ConnectionState state : needs.states) {
            shares.add(new QueueHooks.Share(state, number, queues(state, width)));
            for (int i = 0; i < queues(state, width); i++) {
                QueueWorker worker = new QueueWorker(next.next(), deciders.get(), answers, state, foreignMark);
                programs.ifPresent(worker::programs);
                start(worker);
                number++;
            }
        }
        hooks = StandingHooks.setUp(new QueueHooks.Plan(chains, shares, needs.bypass, ANSWER_MARK), ways, this::goesOn, end::failed);
    }

    /** Takes away what dead ones have left. Only behind a {@link #start}: what a dead one has closed is not to be open for a moment between. */
    public static void removeLeft() throws PacketPortException {
        try {
            QueueHooks.removeLeft(PacketPorts.queuesInUse());
        } catch (IOException e) {
            throw new PacketPortException(Reason.FAILED, "what an earlier enforcement left cannot be taken away: " + e.getMessage(),
                    "Look at it: sudo iptables -t mangle -S (or sudo nft list ruleset)");
        }
    }

    /** Related and invalid packets are few. */
    private static int queues(ConnectionState state, int width) {
        return state == ConnectionState.RELATED || state == ConnectionState.INVALID ? 1 : width;
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

    public List<OutcomeCounts> counts() {
        return workers.stream().map(QueueWorker::counts).toList();
    }

    /** How the queues of another policy are filled that are to take the place of these. */
    List<QueueHooks> waysOfNext() {
        return hooks.waysOfNext();
    }

    /** Commands of the shell that take the kernel's rules away. */
    public String removal() {
        return hooks.removal();
    }

    public long lostPackets() {
        return workers.stream().mapToLong(worker -> worker.port().lostPackets()).sum();
    }

    /**
     * Ends it for good: where it has failed and nothing may pass undecided, the kernel's rules are left, so that nothing passes until the next
     * start takes them away, as where this program was killed. Where they cannot be taken away, that is a failure as well.
     */
    public void end() {
        if (bypass || !end.hasFailed()) {
            IOException standing = closed();
            if (standing != null) {
                end.failed(new PacketPortException(Reason.FAILED, "the kernel's rules of this enforcement still stand: " + standing.getMessage(),
                        "Take them away: " + hooks.removalByHand()));
            }
            return;
        }
        LOGGER.log(Level.ERROR, "The enforcement has failed, and its policy fails closed: what it would have to decide does not pass any more."
                + " Start it again; or let all pass: " + hooks.removalByHand());
        workers.forEach(worker -> worker.port().close());
        release();
    }

    /** Takes the kernel's rules away, decides what still waits, and ends. */
    public void close() {
        IOException standing = closed();
        if (standing != null) {
            LOGGER.log(Level.ERROR, "The kernel's rules of this enforcement still stand: " + standing.getMessage(), standing);
        }
    }

    /** @return why the kernel's rules still stand, or null */
    private IOException closed() {
        IOException standing = null;
        if (hooks != null) {
            try {
                hooks.remove();
            } catch (IOException e) {
                standing = e;
                // Packets go on coming, so the queues would never be empty.
                workers.forEach(worker -> worker.port().close());
            }
        }
        workers.forEach(QueueWorker::end);
        release();
        return standing;
    }

    private void release() {
        Ending.join(threads);
        workers.forEach(worker -> worker.port().close());
        workers.forEach(QueueWorker::dropHeld);
        answers.close();
        programs.ifPresent(SocketPrograms::close);
    }
}
