package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.FlowAsker.End;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.internal.Ending;
import org.hopwarden.enforce.internal.ask.OpenQuestion.Key;
import org.hopwarden.enforce.internal.ask.QuestionList.Ended;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Kind;

/** Sorts packets into questions on a thread of its own, has questions shown when a burst is in them, and ends them when their time is over. */
public final class PacketSorter {

    private static final Logger LOGGER = System.getLogger(PacketSorter.class.getName());
    private static final long IDLE_CHECK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_AT_ONCE = 1024;
    private static final int PROGRAM_TRIES = 10;
    private static final long PROGRAM_PAUSE_MILLIS = 30;

    private final PacketInbox inbox;
    private final HeldPackets held;
    private final QuestionList questions;
    private final AnswersInForce answers;
    private final AskerNews news;
    private final AskTally tally;
    private Thread thread;

    public PacketSorter(PacketInbox inbox, HeldPackets held, QuestionList questions, AnswersInForce answers, AskerNews news, AskTally tally) {
        this.inbox = inbox;
        this.held = held;
        this.questions = questions;
        this.answers = answers;
        this.news = news;
        this.tally = tally;
    }

    /** Begins, until the inbox is closed. */
    public void begin() {
        thread = Thread.ofPlatform().daemon().name("questions about flows").start(this::run);
    }

    private void run() {
        long idleCheck = System.nanoTime() + IDLE_CHECK_NANOS;
        try {
            while (!inbox.isClosed()) {
                Waiting packet = inbox.next(questions.dueNanos(idleCheck));
                for (int i = 1; packet != null; i++) {
                    take(packet);
                    // People see a question with all packets that have come; a flood does not keep it from them.
                    packet = i < MOST_AT_ONCE ? inbox.next(System.nanoTime()) : null;
                }
                showAndEnd();
                if (System.nanoTime() - idleCheck >= 0) {
                    idleCheck = System.nanoTime() + IDLE_CHECK_NANOS;
                    answers.forgetIdle();
                }
            }
        } catch (InterruptedException e) {
            // Nobody does that but to end the program.
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with a packet, it waits no longer. */
    private void take(Waiting packet) throws InterruptedException {
        if (packet.isOver()) {
            return;
        }
        try {
            sort(withProgram(packet));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "Nobody can be asked about a packet", e);
            turnAway(packet);
        }
    }

    private void turnAway(Waiting packet) {
        if (!inbox.isClosed()) {
            tally.turnedAway();
        }
        held.settle(packet.held(), Answer.UNANSWERED);
    }

    /** A packet can wait for its program here, as long as not too many others do. */
    private Waiting withProgram(Waiting packet) throws InterruptedException {
        Waiting known = packet.withProgram();
        for (int i = 0; i < PROGRAM_TRIES && packet.isHeld() && packet.mayHaveProgram() && known.program().isEmpty() && inbox.isCalm(); i++) {
            Thread.sleep(PROGRAM_PAUSE_MILLIS);
            known = packet.withProgram();
        }
        return known;
    }

    /** Finds the question that a packet belongs to, or makes one. */
    private void sort(Waiting packet) {
        CompiledPolicy now = answers.compiled();
        int decision = now == packet.policy() && packet.program().isEmpty() ? packet.decision() : packet.decide(now);
        if (isSettled(packet, CompiledPolicy.kind(decision))) {
            return;
        }
        Verdict asks = now.verdict(decision);
        DescribedPacket described = packet.packet();
        Flow flow = Flow.of(described, packet.program());
        Key key = new Key(flow.joining(), asks.chain(), asks.rule());
        if (questions.join(key, packet, news::changed)) {
            return;
        }
        if (questions.isFull()) {
            turnAway(packet);
            return;
        }
        try {
            // An answer may have come in between.
            isSettled(packet, answers.open(questions, key, packet, flow));
        } catch (AnswerException e) {
            LOGGER.log(Level.WARNING, "Nobody can be asked about " + described.words() + ": " + e.getMessage());
            turnAway(packet);
        }
    }

    private boolean isSettled(Waiting packet, Kind kind) {
        if (kind != Kind.ASK) {
            held.settle(packet.held(), kind == Kind.ALLOW ? Answer.ALLOW : Answer.DENY);
        }
        return kind != Kind.ASK;
    }

    private void showAndEnd() {
        questions.announce().forEach(news::asked);
        for (Ended ended : questions.takeUnanswered()) {
            FlowQuestion last = ended.last();
            LOGGER.log(Level.INFO, "Nobody answered in time: " + last.what() + " (" + last.place() + "), dropped " + last.packets() + " packets");
            ended.question().held().forEach(each -> held.settle(each.held(), Answer.UNANSWERED));
            news.ended(last, End.NO_ANSWER, Optional.empty());
        }
    }

    /** Waits until it has ended. The inbox is closed. */
    public void join() {
        if (thread != null) {
            Ending.join(List.of(thread));
        }
    }
}
