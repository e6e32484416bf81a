package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.FlowAsker.End;
import org.hopwarden.enforce.internal.ask.Answered;
import org.hopwarden.enforce.internal.ask.AnswerSpec;
import org.hopwarden.enforce.internal.ask.AnsweredPolicy;
import org.hopwarden.enforce.internal.ask.Breadth;
import org.hopwarden.enforce.internal.ask.Flow;
import org.hopwarden.enforce.internal.ask.OnceAnswers;
import org.hopwarden.enforce.internal.ask.OpenQuestion;
import org.hopwarden.enforce.internal.ask.OpenQuestion.Key;
import org.hopwarden.enforce.internal.ask.Waiting;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;

/**
 * Asks people about flows that a policy leaves to them, and puts their answers into force. Packets wait meanwhile where the back end can let them.
 * What one answer would settle is one question. What comes of an answer is rules: they stand in front of the rule that asked, for a while, for
 * the session, or in the policy for good. Then each packet that waited is decided anew, so that an answer never lets in more than its rules do.
 *
 * <pre>{@code
 * AskBroker broker = new AskBroker(policy, null, AskLimits.DEFAULT, AnswerMemory.NONE);
 * Enforcer running = backEnd.start(new Request(broker.compiled(), values, verdicts).withQuestions(broker));
 * running = broker.begin(running, asker);
 * ...
 * broker.answer(question.id(), new FlowAnswer(true, question.proposed(), Term.SESSION));
 * }</pre>
 *
 * Safe for use by any thread.
 */
public final class AskBroker implements FlowQuestions, AutoCloseable {

    private static final Logger LOGGER = System.getLogger(AskBroker.class.getName());
    /** A burst that has begun is in the question when people see it. */
    private static final long GATHER_NANOS = 100_000_000;
    private static final long IDLE_CHECK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PROGRAM_TRIES = 10;
    private static final long PROGRAM_PAUSE_MILLIS = 30;
    private static final int FEW = 16;
    private static final String REMARK = "allowed or denied when asked: ";

    private final AskLimits limits;
    private final AnswerMemory memory;
    /** Taken in front of {@link #lock}: answers take their time, and packets do not wait for them. */
    private final ReentrantLock answering = new ReentrantLock();
    private final AnsweredPolicy policy;
    private final OnceAnswers once = new OnceAnswers();
    private volatile CompiledPolicy compiled;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Waiting> inbox = new ArrayDeque<>();
    private final Deque<Runnable> news = new ArrayDeque<>();
    private final Map<Long, OpenQuestion> open = new LinkedHashMap<>();
    private final Map<Key, OpenQuestion> byKey = new HashMap<>();
    private int held;
    private long lastId;
    private volatile boolean begun;
    private volatile boolean closed;
    private Enforcer enforcer;
    private FlowAsker asker;
    private Thread thread;

    private final LongAdder packets = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder displaced = new LongAdder();

    /**
     * @param policy is copied
     * @param chain the chain that decides in every direction; null where the policy says so
     * @param memory where answers are kept that are to be remembered
     * @throws PolicyCompileException if the policy cannot be put to work
     */
    public AskBroker(Policy policy, String chain, AskLimits limits, AnswerMemory memory) throws PolicyCompileException {
        this.limits = requireNonNull(limits, "limits");
        this.memory = requireNonNull(memory, "memory");
        this.policy = new AnsweredPolicy(policy, chain);
        compiled = this.policy.compiled();
    }

    /** The policy as it is to be in force now: with the answers that hold. */
    public CompiledPolicy compiled() {
        return compiled;
    }

    /**
     * Begins to ask. Before, nobody is asked and packets are dropped.
     *
     * @param running enforces {@link #compiled}
     * @return the same for others: a policy that they replace it with gets the answers of this session in front, and closing it ends the asking first
     * @throws IllegalStateException if it has begun already, or the policy that runs cannot be replaced
     */
    public Enforcer begin(Enforcer running, FlowAsker whom) {
        if (!running.replaces()) {
            throw new IllegalStateException("answers cannot be put in force at " + running.place());
        }
        lock.lock();
        try {
            if (begun || closed) {
                throw new IllegalStateException(closed ? "it is closed" : "it has begun already");
            }
            enforcer = running;
            asker = requireNonNull(whom, "whom");
            begun = true;
            thread = Thread.ofPlatform().daemon().name("questions about flows").start(this::run);
            return new AskingEnforcer(running, this);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The policy has changed where it is kept: puts it in force, with the answers of this session in front.
     *
     * @throws PolicyCompileException if it cannot be put to work; then the old one goes on
     * @throws PacketPortException if the back end could not take it
     */
    public void rebase(Policy changed) throws PolicyCompileException, PacketPortException {
        answering.lock();
        try {
            policy.rebase(changed);
            putInForce();
            settleOthers();
            askAnew();
        } finally {
            answering.unlock();
        }
    }

    private void putInForce() throws PacketPortException {
        compiled = policy.compiled();
        if (begun && !closed) {
            enforcer.replace(compiled);
            once.replaced();
        }
    }

    @Override
    public Answer asked(PacketView packet, PacketState state, CompiledPolicy asking, int decision, Holder holder) {
        packets.increment();
        if (!begun || closed) {
            return Answer.UNANSWERED;
        }
        Waiting pushed = null;
        Answer answer;
        lock.lock();
        try {
            if (closed || inbox.size() >= limits.held()) {
                turnedAway.increment();
                return Answer.UNANSWERED;
            }
            Held kept = holder.hold();
            inbox.add(Waiting.of(packet, state, asking, decision, kept));
            answer = kept == null ? Answer.UNANSWERED : Answer.HELD;
            if (kept != null && ++held > limits.held()) {
                pushed = oldest();
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        if (pushed != null) {
            displaced.increment();
            pushed.settle(Answer.UNANSWERED);
        }
        return answer;
    }

    /** Takes the packet out that waits longest. */
    private Waiting oldest() {
        for (OpenQuestion question : open.values()) {
            Waiting first = question.held().poll();
            if (first != null) {
                held--;
                return first;
            }
        }
        for (Waiting waiting : inbox) {
            if (waiting.isHeld()) {
                inbox.remove(waiting);
                held--;
                return waiting;
            }
        }
        return null;
    }

    // The broker's own thread

    private void run() {
        long nextIdleCheck = System.nanoTime() + IDLE_CHECK_NANOS;
        while (!closed) {
            try {
                for (Waiting waiting = next(nextIdleCheck); waiting != null; waiting = next(System.nanoTime())) {
                    sort(withProgram(waiting));
                }
                tellNews();
                announceAndEnd();
                if (System.nanoTime() - nextIdleCheck >= 0) {
                    nextIdleCheck = System.nanoTime() + IDLE_CHECK_NANOS;
                    forgetIdle();
                }
            } catch (InterruptedException e) {
                // Only close interrupts.
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                LOGGER.log(Level.ERROR, "A question about a flow failed", e);
            }
        }
        tellNews();
        // What was at hand while this was closed.
        lock.lock();
        try {
            open.values().forEach(question -> release(question, Answer.UNANSWERED));
            inbox.forEach(each -> each.settle(Answer.UNANSWERED));
            open.clear();
            inbox.clear();
        } finally {
            lock.unlock();
        }
    }

    /** A packet can wait for its program here, as long as not too many others do. */
    private Waiting withProgram(Waiting waiting) throws InterruptedException {
        Waiting known = waiting.withProgram();
        for (int i = 0; i < PROGRAM_TRIES && waiting.isHeld() && waiting.mayHaveProgram() && known.program().isEmpty() && isCalm(); i++) {
            Thread.sleep(PROGRAM_PAUSE_MILLIS);
            known = waiting.withProgram();
        }
        return known;
    }

    private boolean isCalm() {
        lock.lock();
        try {
            return !closed && inbox.size() < FEW;
        } finally {
            lock.unlock();
        }
    }

    /** The next packet, or null where there is none until something else is to be done. */
    private Waiting next(long atLatest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inbox.isEmpty() && news.isEmpty() && !closed) {
                long wait = dueNanos(atLatest) - System.nanoTime();
                if (wait <= 0) {
                    return null;
                }
                work.awaitNanos(wait);
            }
            return inbox.poll();
        } finally {
            lock.unlock();
        }
    }

    private long dueNanos(long atLatest) {
        long due = atLatest;
        for (OpenQuestion question : open.values()) {
            long at = question.isAnnounced() ? question.deadlineNanos() : question.announceNanos();
            due = at - due < 0 ? at : due;
        }
        return due;
    }

    private void tellNews() {
        for (Runnable each = nextNews(); each != null; each = nextNews()) {
            tell(each);
        }
    }

    private Runnable nextNews() {
        lock.lock();
        try {
            return news.poll();
        } finally {
            lock.unlock();
        }
    }

    /** An asker that fails must not end all asking. */
    private static void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "Who shows questions about flows failed", e);
        }
    }

    private void announceAndEnd() {
        long now = System.nanoTime();
        List<OpenQuestion> over = new ArrayList<>();
        List<FlowQuestion> shown = new ArrayList<>();
        lock.lock();
        try {
            for (OpenQuestion question : open.values()) {
                if (!question.isAnnounced() && now - question.announceNanos() >= 0) {
                    question.announced();
                    shown.add(question.snapshot());
                }
                if (now - question.deadlineNanos() >= 0) {
                    over.add(question);
                }
            }
        } finally {
            lock.unlock();
        }
        shown.forEach(question -> tell(() -> asker.asked(question)));
        for (OpenQuestion question : over) {
            FlowQuestion last = take(question);
            if (last != null) {
                unanswered.increment();
                LOGGER.log(Level.INFO, "Nobody answered in time: " + last.what() + " (" + last.place() + "), dropped "
                        + last.packets() + " packets");
                release(question, Answer.UNANSWERED);
                tell(() -> asker.ended(last, End.NO_ANSWER, Optional.empty()));
            }
        }
    }

    /** Closes a question. @return how it stood; null where somebody else has closed it */
    private FlowQuestion take(OpenQuestion question) {
        lock.lock();
        try {
            if (open.remove(question.id()) == null) {
                return null;
            }
            byKey.remove(question.key());
            held -= question.held().size();
            return question.snapshot();
        } finally {
            lock.unlock();
        }
    }

    private static void release(OpenQuestion question, Answer answer) {
        question.held().forEach(each -> each.settle(answer));
    }

    /** Finds the question that a packet belongs to, or makes one. */
    private void sort(Waiting waiting) {
        CompiledPolicy now = compiled;
        int decision = now == waiting.policy() && waiting.program().isEmpty() ? waiting.decision() : waiting.decide(now);
        if (CompiledPolicy.kind(decision) != Kind.ASK) {
            forget(waiting, CompiledPolicy.isAllow(decision) ? Answer.ALLOW : Answer.DENY);
            return;
        }
        Verdict asks = now.verdict(decision);
        DescribedPacket packet = waiting.packet();
        Flow flow = Flow.of(packet, waiting.program());
        Key key = new Key(flow.joining(), asks.chain(), asks.rule());
        if (join(key, waiting)) {
            return;
        }
        if (size() >= limits.questions()) {
            turnedAway.increment();
            forget(waiting, Answer.UNANSWERED);
            return;
        }
        AnsweredPolicy.Options options;
        answering.lock();
        try {
            options = policy.options(packet, flow);
        } catch (AnswerException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "Nobody can be asked about " + packet.words() + ": " + e.getMessage());
            turnedAway.increment();
            forget(waiting, Answer.UNANSWERED);
            return;
        } finally {
            answering.unlock();
        }
        long begin = System.nanoTime();
        lock.lock();
        try {
            OpenQuestion question = new OpenQuestion(++lastId, key, waiting, options, begin + GATHER_NANOS,
                    begin + GATHER_NANOS + limits.answerTime().toNanos());
            question.add(waiting, limits.heldPerQuestion());
            open.put(question.id(), question);
            byKey.put(key, question);
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    private void forget(Waiting waiting, Answer answer) {
        if (waiting.isHeld()) {
            lock.lock();
            try {
                held--;
            } finally {
                lock.unlock();
            }
            waiting.settle(answer);
        }
    }

    private boolean join(Key key, Waiting waiting) {
        Waiting pushed;
        FlowQuestion changed;
        lock.lock();
        try {
            OpenQuestion question = byKey.get(key);
            if (question == null && key.flow().program().isEmpty()) {
                // Its program was not found in time: it is decided anew with the others, and let in only if it is found to be theirs.
                question = open.values().stream().filter(each -> each.key().isSameButForProgram(key)).findFirst().orElse(null);
            }
            if (question == null) {
                return false;
            }
            pushed = question.add(waiting, limits.heldPerQuestion());
            if (pushed != null) {
                held--;
            }
            changed = question.isAnnounced() ? question.snapshot() : null;
        } finally {
            lock.unlock();
        }
        if (pushed != null) {
            displaced.increment();
            pushed.settle(Answer.UNANSWERED);
        }
        if (changed != null) {
            tell(() -> asker.changed(changed));
        }
        return true;
    }

    private void forgetIdle() {
        if (once.isEmpty()) {
            return;
        }
        answering.lock();
        try {
            var idle = once.idle(policy, enforcer.statistics());
            if (!idle.isEmpty()) {
                policy.remove(idle);
                putInForce();
            }
        } catch (AnswerException | PacketPortException e) {
            LOGGER.log(Level.ERROR, "Answers whose time is over still hold: " + e.getMessage(), e);
        } finally {
            answering.unlock();
        }
    }

    // For those who answer

    /** The questions that wait for an answer, oldest first. */
    public List<FlowQuestion> questions() {
        lock.lock();
        try {
            return open.values().stream().filter(OpenQuestion::isAnnounced).map(OpenQuestion::snapshot).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers a question: its rules are in force, and its packets settled, when this returns. May take as long as compiling the policy and writing its
     * file.
     *
     * @throws AnswerException if there is no such question any more, or the answer cannot be put in force or remembered; then the question is
     *             still open
     */
    public void answer(long id, FlowAnswer answer) throws AnswerException {
        requireNonNull(answer, "answer");
        answering.lock();
        try {
            OpenQuestion question = find(id);
            List<AnsweredPolicy.Option> options = question.options().options();
            if (answer.choice() >= options.size()) {
                throw new AnswerException("there is no choice " + (answer.choice() + 1), "There are " + options.size() + ".");
            }
            putInForce(question, options.get(answer.choice()).spec(), answer);
            FlowQuestion last = take(question);
            if (last == null) {
                throw gone();
            }
            answered.increment();
            tellLater(() -> asker.ended(last, End.ANSWERED, Optional.of(answer)));
            decideAgain(question);
            settleOthers();
        } finally {
            answering.unlock();
        }
    }

    private OpenQuestion find(long id) throws AnswerException {
        lock.lock();
        try {
            OpenQuestion question = open.get(id);
            if (question == null) {
                throw gone();
            }
            return question;
        } finally {
            lock.unlock();
        }
    }

    private static AnswerException gone() {
        return new AnswerException("this question needs no answer any more", "");
    }

    private void putInForce(OpenQuestion question, AnswerSpec chosen, FlowAnswer answer) throws AnswerException {
        boolean flowsAlone = answer.term() == Term.ONCE && chosen.breadth() == Breadth.EXACT;
        AnswerSpec spec = new AnswerSpec(chosen.breadth(), chosen.withProgram(), flowsAlone, answer.allow());
        List<Answered> answers = new ArrayList<>();
        for (DescribedPacket packet : flowsAlone ? flows(question) : List.of(question.packet())) {
            Flow flow = Flow.of(packet, question.first().program());
            answers.add(new Answered(packet, flow, spec, REMARK + question.snapshot().what()));
        }
        if (answer.term() == Term.REMEMBERED) {
            policy.remember(answers.getFirst(), memory);
        } else {
            policy.add(answers);
        }
        if (answer.term() == Term.ONCE) {
            once.add(answers, System.nanoTime());
        }
        try {
            putInForce();
        } catch (PacketPortException e) {
            throw new AnswerException("the answer could not be put in force: " + e.getMessage(), e.remedy(), e);
        }
    }

    private List<DescribedPacket> flows(OpenQuestion question) {
        lock.lock();
        try {
            return question.flows();
        } finally {
            lock.unlock();
        }
    }

    /** What waited goes by the policy that is in force now; what that asks about as well becomes a question of its own. */
    private void decideAgain(OpenQuestion question) {
        for (Waiting waiting : question.held()) {
            Kind kind = CompiledPolicy.kind(waiting.decide(compiled));
            if (kind != Kind.ASK) {
                waiting.settle(kind == Kind.ALLOW ? Answer.ALLOW : Answer.DENY);
                continue;
            }
            lock.lock();
            try {
                held++;
                inbox.add(waiting);
                work.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Questions that the policy in force no longer asks. */
    private void settleOthers() {
        for (OpenQuestion question : openNow()) {
            if (CompiledPolicy.kind(question.first().decide(compiled)) != Kind.ASK) {
                settle(question);
            }
        }
    }

    /** Questions whose choices would let in more than they name, for another rule asks now: their packets make new ones. */
    private void askAnew() {
        for (OpenQuestion question : openNow()) {
            if (!policy.stillMeans(question.options(), question.packet(), question.flow())) {
                settle(question);
            }
        }
    }

    private List<OpenQuestion> openNow() {
        lock.lock();
        try {
            return List.copyOf(open.values());
        } finally {
            lock.unlock();
        }
    }

    private void settle(OpenQuestion question) {
        FlowQuestion last = take(question);
        if (last != null) {
            tellLater(() -> asker.ended(last, End.SETTLED, Optional.empty()));
            decideAgain(question);
        }
    }

    private void tellLater(Runnable what) {
        lock.lock();
        try {
            news.add(what);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    public AskCounts counts() {
        lock.lock();
        try {
            return new AskCounts(lastId, packets.sum(), answered.sum(), unanswered.sum(), turnedAway.sum(), displaced.sum());
        } finally {
            lock.unlock();
        }
    }

    /** Ends it: packets that wait are dropped. Close it before the enforcer, whose packets they are. */
    @Override
    public void close() {
        List<Waiting> left = new ArrayList<>();
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            left.addAll(inbox);
            inbox.clear();
            for (OpenQuestion question : open.values()) {
                left.addAll(question.held());
                if (question.isAnnounced()) {
                    FlowQuestion last = question.snapshot();
                    news.add(() -> asker.ended(last, End.CLOSED, Optional.empty()));
                }
            }
            open.clear();
            byKey.clear();
            held = 0;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(each -> each.settle(Answer.UNANSWERED));
        if (thread != null && thread != Thread.currentThread()) {
            join();
        }
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
