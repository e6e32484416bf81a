package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.enforce.FlowAsker.End;
import org.hopwarden.enforce.internal.ask.AnswersInForce;
import org.hopwarden.enforce.internal.ask.AskTally;
import org.hopwarden.enforce.internal.ask.AskerNews;
import org.hopwarden.enforce.internal.ask.HeldPacket;
import org.hopwarden.enforce.internal.ask.HeldPackets;
import org.hopwarden.enforce.internal.ask.OpenQuestion;
import org.hopwarden.enforce.internal.ask.PacketInbox;
import org.hopwarden.enforce.internal.ask.PacketSorter;
import org.hopwarden.enforce.internal.ask.QuestionList;
import org.hopwarden.enforce.internal.ask.Waiting;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
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

    private final AskTally tally = new AskTally();
    private final HeldPackets held;
    private final PacketInbox inbox;
    private final QuestionList questions;
    private final AnswersInForce answers;
    private final AskerNews news;
    private final PacketSorter sorter;
    private volatile boolean asks;
    private boolean begun;
    private boolean closed;

    /**
     * @param policy is copied
     * @param chain the chain that decides in every direction; null where the policy says so
     * @param memory where answers are kept that are to be remembered
     * @throws PolicyCompileException if the policy cannot be put to work
     */
    public AskBroker(Policy policy, String chain, AskLimits limits, AnswerMemory memory) throws PolicyCompileException {
        answers = new AnswersInForce(policy, chain, requireNonNull(memory, "memory"));
        held = new HeldPackets(limits.held(), tally);
        inbox = new PacketInbox(limits.held());
        questions = new QuestionList(limits, held, tally);
        news = new AskerNews(questions);
        sorter = new PacketSorter(inbox, held, questions, answers, news, tally);
    }

    /** The policy as it is to be in force now: with the answers that hold. */
    public CompiledPolicy compiled() {
        return answers.compiled();
    }

    /**
     * Begins to ask. Before, nobody is asked and packets are dropped.
     *
     * @param running enforces {@link #compiled}
     * @return the same for others: a policy that they replace it with gets the answers of this session in front, and closing it ends the asking first
     * @throws IllegalStateException if it has begun already, or the policy that runs cannot be replaced
     */
    public synchronized Enforcer begin(Enforcer running, FlowAsker whom) {
        requireNonNull(whom, "whom");
        if (!running.replaces()) {
            throw new IllegalStateException("answers cannot be put in force at " + running.place());
        }
        if (begun || closed) {
            throw new IllegalStateException(closed ? "it is closed" : "it has begun already");
        }
        begun = true;
        answers.begin(running);
        news.begin(whom);
        sorter.begin();
        asks = true;
        return new AskingEnforcer(running, this);
    }

    /**
     * The policy has changed where it is kept: puts it in force, with the answers of this session in front.
     *
     * @throws PolicyCompileException if it cannot be put to work; then the old one goes on
     * @throws PacketPortException if the back end could not take it
     */
    public void rebase(Policy changed) throws PolicyCompileException, PacketPortException {
        answers.rebase(changed);
        settleOthers();
        // Choices that would let in more than they name, for another rule asks now: their packets make new questions.
        questions.all().stream().filter(each -> !answers.stillMeans(each)).forEach(this::settle);
    }

    @Override
    public Answer asked(PacketView packet, PacketState state, CompiledPolicy asking, int decision, Holder holder) {
        tally.packet();
        if (!asks) {
            return Answer.UNANSWERED;
        }
        if (inbox.isFull()) {
            tally.turnedAway();
            return Answer.UNANSWERED;
        }
        HeldPacket kept = held.hold(holder);
        inbox.put(Waiting.of(packet, state, asking, decision, kept));
        return kept == null ? Answer.UNANSWERED : Answer.HELD;
    }

    /** The questions that wait for an answer, oldest first. */
    public List<FlowQuestion> questions() {
        return questions.shown();
    }

    /**
     * Answers a question: its rules are in force, and its packets settled, when this returns. What is remembered takes as long as reading and writing
     * the file; all else no longer for many rules than for few, where the back end takes a policy at once.
     *
     * @throws AnswerException if there is no such question any more, or the answer cannot be put in force or remembered; then the question is
     *             still open
     */
    public void answer(long id, FlowAnswer answer) throws AnswerException {
        requireNonNull(answer, "answer");
        answers.exclusively(() -> {
            OpenQuestion question = questions.lend(id);
            boolean inForce = false;
            try {
                int choices = question.options().options().size();
                if (answer.choice() >= choices) {
                    throw new AnswerException("there is no choice " + (answer.choice() + 1), "There are " + choices + ".");
                }
                answers.give(questions, question, answer);
                inForce = true;
            } finally {
                if (!inForce) {
                    questions.giveBack(question);
                }
            }
            FlowQuestion last = questions.take(question);
            if (last != null) {
                tally.answered();
                news.ended(last, End.ANSWERED, Optional.of(answer));
                decideAgain(question);
            }
            settleOthers();
        });
    }

    /** What waited goes by the policy that is in force now; what that asks about as well becomes a question of its own. */
    private void decideAgain(OpenQuestion question) {
        for (Waiting waiting : question.held()) {
            Kind kind = CompiledPolicy.kind(waiting.decide(answers.compiled()));
            if (kind == Kind.ASK) {
                inbox.put(waiting);
            } else {
                held.settle(waiting.held(), kind == Kind.ALLOW ? Answer.ALLOW : Answer.DENY);
            }
        }
    }

    /** Questions that the policy in force no longer asks. */
    private void settleOthers() {
        questions.all().stream().filter(each -> CompiledPolicy.kind(each.first().decide(answers.compiled())) != Kind.ASK).forEach(this::settle);
    }

    private void settle(OpenQuestion question) {
        FlowQuestion last = questions.take(question);
        if (last != null) {
            news.ended(last, End.SETTLED, Optional.empty());
            decideAgain(question);
        }
    }

    public AskCounts counts() {
        return tally.counts();
    }

    /** Ends it: packets that wait are dropped. Close it before the enforcer, whose packets they are. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            asks = false;
        }
        inbox.close();
        questions.close().forEach(last -> news.ended(last, End.CLOSED, Optional.empty()));
        held.close();
        answers.end();
        sorter.join();
        news.close();
    }
}
