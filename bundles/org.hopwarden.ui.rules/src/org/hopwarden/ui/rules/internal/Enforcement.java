package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.AskBroker;
import org.hopwarden.enforce.AskLimits;
import org.hopwarden.enforce.DropCounts;
import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAsker;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.enforce.gate.RollBack;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/**
 * A policy at work, from its start to its end. Starting and closing may take time: not for the UI thread. The rest may be called
 * by any thread.
 */
final class Enforcement implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Between two looks. */
    private static final int KEPT_VERDICTS = 400;
    private static final int KEPT_OF_A_RULE = 80;
    private static final int TOP = 100;
    private static final int MOST_CONNECTIONS = 500;

    /** The one that was started last: its counters outlive the view that showed them. */
    private static volatile Enforcement latest;

    private final Subject subject;
    private final Enforcer enforcer;
    /** Null where no rule asks, or nobody can be asked. */
    private final AskBroker broker;
    private final VerdictStream verdicts;
    private final TopTalkers talkers;
    private final DropCounts drops;
    private final Instant since = Instant.now();
    private volatile boolean closing;
    /** Takes it back where this window dies before somebody keeps it. */
    private final RollBack rollBack = new RollBack();
    /** By {@link System#nanoTime}; empty where it stays. */
    private Optional<Long> takenBackAt = Optional.empty();

    /** It has ended, because nobody kept it in time. */
    static final class NotKeptException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * What is enforced.
     *
     * @param file of the policy
     * @param model as it was compiled; nobody changes it
     */
    record Subject(Path file, Policy model, CompiledPolicy policy) {
    }

    private Enforcement(Subject subject, Enforcer enforcer, AskBroker broker, VerdictStream verdicts, TopTalkers talkers, DropCounts drops) {
        this.subject = subject;
        this.enforcer = enforcer;
        this.broker = broker;
        this.verdicts = verdicts;
        this.talkers = talkers;
        this.drops = drops;
    }

    /**
     * Puts a policy to work.
     *
     * @param ended gets the reason if it ends by itself
     * @param asker shows the questions of rules that ask
     * @param memory keeps the answers to them that are to be remembered
     * @throws OptionException if a value cannot be
     * @throws PolicyCompileException if the policy cannot be put to work
     * @throws PacketPortException where a right or an interface is missing; it has the remedy
     */
    static Enforcement start(Subject subject, EnforcementBackEnd backEnd, Map<String, String> values, FlowAsker asker, AnswerMemory memory,
            Consumer<Exception> ended) throws OptionException, PolicyCompileException, PacketPortException {
        VerdictStream verdicts = new VerdictStream(KEPT_VERDICTS, KEPT_OF_A_RULE);
        TopTalkers talkers = new TopTalkers();
        DropCounts drops = new DropCounts();
        VerdictListener listener = VerdictListener.all(List.of(verdicts, talkers, drops));
        AskBroker broker = asks(subject.model()) ? new AskBroker(subject.model(), subject.policy().chain(), AskLimits.DEFAULT, memory) : null;
        EnforcementBackEnd.Request request = new EnforcementBackEnd.Request(broker == null ? subject.policy() : broker.compiled(), values, listener);
        Enforcer started = backEnd.start(broker == null ? request : request.withQuestions(broker));
        // A back end that cannot take another policy cannot take answers: there, what is asked about is denied.
        boolean asking = broker != null && started.replaces();
        if (asking) {
            broker.begin(started, asker);
        }
        Enforcement enforcement = new Enforcement(subject, started, asking ? broker : null, verdicts, talkers, drops);
        latest = enforcement;
        Thread.ofPlatform().daemon().name("watch of the enforcement").start(() -> enforcement.watch(ended));
        return enforcement;
    }

    private static boolean asks(Policy policy) {
        return policy.getChains().stream().flatMap(chain -> chain.getRules().stream()).anyMatch(rule -> rule.getAction() instanceof Ask)
                || List.of(policy.getDefaultIn(), policy.getDefaultOut(), policy.getDefaultForward()).contains(Disposition.ASK);
    }

    /**
     * Answers a question; may take time.
     *
     * @throws AnswerException if it cannot be; the question is still open
     */
    void answer(long question, FlowAnswer answer) throws AnswerException {
        if (broker == null) {
            throw new AnswerException("nobody is asked here", "");
        }
        broker.answer(question, answer);
    }

    /** How many questions ended without an answer. */
    long unanswered() {
        return broker == null ? 0 : broker.counts().unanswered();
    }

    /** The one that was started last in this process, whether it runs or has ended. */
    static Optional<Enforcement> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Ends it after a time, unless it is kept until then. This is not left to the UI thread: it may stand still because of the very policy
     * that is to be taken back, where it is shown over the network.
     */
    synchronized void takeBackAfter(Duration time) {
        takenBackAt = Optional.of(System.nanoTime() + time.toNanos());
        rollBack.watch(enforcer).ifPresent(lacking -> Problems.log(Problem.of(lacking).during("If this window dies, nobody takes the policy back.")));
    }

    /** It stays. May take time. */
    synchronized void keep() {
        takenBackAt = Optional.empty();
        rollBack.close();
    }

    /** How long it can still be kept; empty where it stays. */
    synchronized Optional<Duration> untilTakenBack() {
        return takenBackAt.map(end -> Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private void watch(Consumer<Exception> ended) {
        try {
            while (!closing && !enforcer.await(untilTakenBack().filter(left -> left.compareTo(LOOK) < 0).orElse(LOOK))) {
                if (!closing && (rollBack.hasActed() || untilTakenBack().filter(Duration::isZero).isPresent())) {
                    close();
                    ended.accept(new NotKeptException());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PacketPortException | RuntimeException e) {
            if (!closing) {
                ended.accept(e);
            }
        }
    }

    /** Where the policy is at work, in words. */
    String place() {
        return enforcer.place();
    }

    Subject subject() {
        return subject;
    }

    /** The policy at work: with the answers to what it asks. */
    CompiledPolicy policy() {
        return broker == null ? subject.policy() : broker.compiled();
    }

    EnforcementStatistics statistics() {
        return enforcer.statistics();
    }

    long lostPackets() {
        return enforcer.lostPackets();
    }

    /** When it was started. */
    Instant since() {
        return since;
    }

    /** Where the choice of verdicts is made that are shown. */
    VerdictStream verdicts() {
        return verdicts;
    }

    /** Looks at what there is now, and takes the verdicts since the last look. May take time. */
    Look look(Look.Wanted wanted) {
        EnforcementStatistics now = enforcer.statistics();
        long lost = enforcer.lostPackets();
        return new Look(policy(), now, verdicts.take(), lost, enforcer.note(), drops.byReason(now, lost),
                talkers.top(wanted.talkers(), TOP), talkers.isSampled(),
                wanted.connections() ? Optional.of(enforcer.connections(MOST_CONNECTIONS)) : Optional.empty(), System.nanoTime());
    }

    @Override
    public void close() {
        closing = true;
        if (broker != null) {
            broker.close();
        }
        enforcer.close();
        synchronized (this) {
            rollBack.close();
        }
    }
}
