package org.hopwarden.enforce.internal.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AskLimits;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.internal.ask.OpenQuestion.Key;
import org.hopwarden.engine.DescribedPacket;

/** The questions that wait for an answer, and when each is to be shown and ends. Safe for use by any thread; nobody else is called while its lock is held. */
public final class QuestionList {

    /** A burst that has begun is in the question when people see it. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AskLimits limits;
    private final HeldPackets held;
    private final AskTally tally;
    private final Map<Long, OpenQuestion> open = new LinkedHashMap<>();
    private final Map<Key, OpenQuestion> byKey = new HashMap<>();
    private long lastId;
    private boolean closed;

    /** A question that has ended, as it stood then. */
    public record Ended(OpenQuestion question, FlowQuestion last) {
    }

    public QuestionList(AskLimits limits, HeldPackets held, AskTally tally) {
        this.limits = limits;
        this.held = held;
        this.tally = tally;
    }

    synchronized boolean isFull() {
        return closed || open.size() >= limits.questions();
    }

    /** Makes a question of a packet. Nothing happens where this is closed. */
    synchronized void open(Key key, Waiting waiting, AnswerOptions options) {
        if (closed) {
            return;
        }
        long show = System.nanoTime() + GATHER_NANOS;
        OpenQuestion question = new OpenQuestion(++lastId, key, waiting, options, show, show + limits.answerTime().toNanos());
        question.add(waiting, limits.heldPerQuestion());
        open.put(question.id(), question);
        byKey.put(key, question);
        tally.question();
    }

    /**
     * Puts a packet to the question that it belongs to.
     *
     * @param changed gets the question if people have seen it
     * @return whether there is one
     */
    boolean join(Key key, Waiting waiting, Consumer<OpenQuestion> changed) {
        HeldPacket tooMany;
        OpenQuestion question;
        boolean seen;
        synchronized (this) {
            question = byKey.get(key);
            if (question == null && key.flow().program().isEmpty()) {
                // Its program was not found in time: it is decided anew with the others, and let in only if it is found to be theirs.
                question = open.values().stream().filter(each -> each.key().isSameButForProgram(key)).findFirst().orElse(null);
            }
            if (question == null) {
                return false;
            }
            tooMany = question.add(waiting, limits.heldPerQuestion());
            seen = question.isAnnounced();
        }
        if (tooMany != null) {
            tally.displaced();
            held.settle(tooMany, Answer.UNANSWERED);
        }
        if (seen) {
            changed.accept(question);
        }
        return true;
    }

    /** When the next question is to be shown or ends, if that is before a time. */
    synchronized long dueNanos(long atLatest) {
        long due = atLatest;
        for (OpenQuestion question : open.values()) {
            long at = question.isAnnounced() ? question.deadlineNanos() : question.announceNanos();
            due = !question.isBeingAnswered() && at - due < 0 ? at : due;
        }
        return due;
    }

    /** Questions that people are to see from now on. */
    synchronized List<FlowQuestion> announce() {
        long now = System.nanoTime();
        List<FlowQuestion> shown = new ArrayList<>();
        for (OpenQuestion question : open.values()) {
            if (!question.isAnnounced() && now - question.announceNanos() >= 0) {
                question.announced();
                shown.add(question.snapshot());
            }
        }
        return shown;
    }

    /** Takes out the questions whose time is over. */
    synchronized List<Ended> takeUnanswered() {
        long now = System.nanoTime();
        List<Ended> over = new ArrayList<>();
        for (OpenQuestion question : List.copyOf(open.values())) {
            if (!question.isBeingAnswered() && now - question.deadlineNanos() >= 0) {
                over.add(new Ended(question, remove(question)));
                tally.unanswered();
            }
        }
        return over;
    }

    private FlowQuestion remove(OpenQuestion question) {
        open.remove(question.id());
        byKey.remove(question.key());
        return question.snapshot();
    }

    /** Closes a question. @return how it stood; null where somebody else has closed it */
    public synchronized FlowQuestion take(OpenQuestion question) {
        return open.containsKey(question.id()) ? remove(question) : null;
    }

    /**
     * A question that is about to be answered. Until {@link #giveBack} or {@link #take}, its time does not end.
     *
     * @throws AnswerException if there is none any more
     */
    public synchronized OpenQuestion lend(long id) throws AnswerException {
        OpenQuestion question = open.get(id);
        if (question == null) {
            throw new AnswerException("this question needs no answer any more", "");
        }
        question.beingAnswered(true);
        return question;
    }

    /** It was not answered. */
    public synchronized void giveBack(OpenQuestion question) {
        question.beingAnswered(false);
    }

    /** How a question stands now; empty where it has ended. */
    synchronized Optional<FlowQuestion> snapshot(OpenQuestion question) {
        return Optional.ofNullable(open.get(question.id())).map(OpenQuestion::snapshot);
    }

    /** A packet of each flow of a question. */
    synchronized List<DescribedPacket> flows(OpenQuestion question) {
        return question.flows();
    }

    public synchronized List<OpenQuestion> all() {
        return List.copyOf(open.values());
    }

    /** Those that people see, oldest first. */
    public synchronized List<FlowQuestion> shown() {
        return open.values().stream().filter(OpenQuestion::isAnnounced).map(OpenQuestion::snapshot).toList();
    }

    /** Ends all questions, and lets none be made any more. @return those that people saw */
    public synchronized List<FlowQuestion> close() {
        List<FlowQuestion> seen = shown();
        closed = true;
        open.clear();
        byKey.clear();
        return seen;
    }
}
