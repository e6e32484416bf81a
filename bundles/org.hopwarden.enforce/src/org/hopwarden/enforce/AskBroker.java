package org.hopwarden.enforce;

import java.util.List;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Policy;

/**
 * Asks people about flows that a policy leaves to them, and puts their answers into force. Packets wait meanwhile where the back end can let them.
 * What one answer would settle is one question. What comes of an answer is rules: they stand in front of the rule that asked, for a while, for
 * the session, or in the policy for good, so that an answer can never let in more than these rules do.
 *
 * <pre>{@code
 * AskBroker broker = new AskBroker(policy, CompiledPolicy::compile, AskLimits.DEFAULT, AnswerMemory.NONE);
 * Enforcer running = backEnd.start(new Request(broker.compiled(), values, verdicts, dryRun, broker));
 * broker.begin(running::replace, asker);
 * ...
 * broker.answer(question.id(), new FlowAnswer(true, question.proposed(), Term.SESSION));
 * }</pre>
 *
 * Safe for use by any thread.
 */
public final class AskBroker implements FlowQuestions, AutoCloseable {

    /** Compiles the policy that is to be in force, as by the chain that the user chose. */
    @FunctionalInterface
    public interface Compiler {

        CompiledPolicy compile(Policy policy) throws PolicyCompileException;
    }

    /** Puts a policy in force, as {@code Enforcer.replace} does. */
    @FunctionalInterface
    public interface Replacement {

        void replace(CompiledPolicy policy);
    }

    /** @param policy is copied */
    public AskBroker(Policy policy, Compiler compiler, AskLimits limits, AnswerMemory memory) throws PolicyCompileException {
        throw new UnsupportedOperationException("not yet");
    }

    /** The policy as it is to be in force now: with the answers that hold. */
    public CompiledPolicy compiled() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Begins to ask. Before, nobody is asked and packets are dropped. */
    public void begin(Replacement replacement, FlowAsker asker) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The policy has changed where it is kept: puts it in force, with the answers of this session in front. */
    public void rebase(Policy policy) throws PolicyCompileException {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Answer asked(PacketView packet, PacketState state, CompiledPolicy policy, int decision, Holder holder) {
        return Answer.UNANSWERED;
    }

    /** The questions that wait for an answer, oldest first. */
    public List<FlowQuestion> questions() {
        return List.of();
    }

    /**
     * Answers a question: its rules are in force, and its packets settled, when this returns. May take as long as compiling the policy and writing its file.
     *
     * @throws AnswerException if there is no such question any more, or the answer cannot be remembered; then the question is still open
     */
    public void answer(long question, FlowAnswer answer) throws AnswerException {
        throw new UnsupportedOperationException("not yet");
    }

    public AskCounts counts() {
        return new AskCounts(0, 0, 0, 0, 0, 0);
    }

    /** Ends it: packets that wait are dropped. Close it before the enforcer, whose packets they are. */
    @Override
    public void close() {
        // Nothing waits yet.
    }
}
