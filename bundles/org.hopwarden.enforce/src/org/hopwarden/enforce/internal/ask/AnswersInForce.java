package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.internal.ask.OpenQuestion.Key;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;

/**
 * The policy that is enforced while people are asked, and who puts it in force. One lock is held while it changes, which may take as long as writing a
 * file; packets are decided meanwhile, but no question is made. It is taken in front of every other lock of asking.
 */
public final class AnswersInForce {

    private static final Logger LOGGER = System.getLogger(AnswersInForce.class.getName());
    private static final String REMARK = "allowed or denied when asked: ";

    private final ReentrantLock lock = new ReentrantLock();
    private AnsweredPolicy policy;
    private final OnceAnswers once = new OnceAnswers();
    private final AnswerMemory memory;
    private volatile CompiledPolicy compiled;
    /** Null before the beginning and behind the end. */
    private Enforcer enforcer;
    private long answers;

    /** What is done while nobody else changes the policy. */
    @FunctionalInterface
    public interface Change<E extends Exception> {

        void make() throws E;
    }

    /** @param chain the chain that decides in every direction; null where the policy says so */
    public AnswersInForce(Policy policy, String chain, AnswerMemory memory) throws PolicyCompileException {
        this.policy = new AnsweredPolicy(policy, chain, index -> Thread.ofPlatform().daemon().name("policy index").start(() -> {
            index.run();
            indexed();
        }));
        this.memory = memory;
        compiled = this.policy.compiled();
    }

    /** The policy that is in force, or is to be. */
    public CompiledPolicy compiled() {
        return compiled;
    }

    /** Makes a change while no question is made and no other change. */
    public <E extends Exception> void exclusively(Change<E> change) throws E {
        lock.lock();
        try {
            change.make();
        } finally {
            lock.unlock();
        }
    }

    /** From now on answers are put in force. */
    public void begin(Enforcer running) {
        exclusively(() -> enforcer = running);
    }

    /** From now on nothing is put in force any more. */
    public void end() {
        exclusively(() -> enforcer = null);
    }

    /**
     * Another policy takes the place of the one that answers stand in.
     *
     * @throws PolicyCompileException if it cannot be put to work; then the old one goes on
     * @throws PacketPortException if the back end could not take it; then the old one goes on, also with the next answer
     */
    public void rebase(Policy changed) throws PolicyCompileException, PacketPortException {
        lock.lock();
        AnsweredPolicy before = policy;
        boolean inForce = false;
        try {
            policy = policy.rebased(changed);
            putInForce();
            inForce = true;
        } finally {
            policy = inForce ? policy : before;
            lock.unlock();
        }
    }

    private void putInForce() throws PacketPortException {
        CompiledPolicy next = policy.compiled();
        if (enforcer != null) {
            enforcer.replace(next);
        }
        compiled = next;
    }

    /** The same policy decides faster now. */
    private void indexed() {
        lock.lock();
        try {
            CompiledPolicy next = policy.compiled();
            if (enforcer != null && next != compiled && next.continuesSlots(compiled)) {
                enforcer.refresh(next);
                compiled = next;
            }
        } catch (PacketPortException e) {
            LOGGER.log(Level.WARNING, "A new index of the policy could not be put in force: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a question of a packet, if the policy in force still asks about it.
     *
     * @return what that says of it
     * @throws AnswerException if no answer could let it pass
     */
    Kind open(QuestionList questions, Key key, Waiting packet, Flow flow) throws AnswerException {
        lock.lock();
        try {
            Kind kind = CompiledPolicy.kind(packet.decide(compiled));
            if (kind == Kind.ASK) {
                questions.open(key, packet, policy.options(packet.packet(), flow));
            }
            return kind;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the choices of a question still mean what they meant when it was made. */
    public boolean stillMeans(OpenQuestion question) {
        lock.lock();
        try {
            return policy.stillMeans(question.options(), question.packet(), question.flow());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts an answer in force.
     *
     * @throws AnswerException if that cannot be, or it cannot be remembered; then it is not in force
     */
    public void give(QuestionList questions, OpenQuestion question, FlowAnswer answer) throws AnswerException {
        lock.lock();
        try {
            AnswerSpec chosen = question.options().options().get(answer.choice()).spec();
            boolean flowsAlone = answer.term() == Term.ONCE && chosen.breadth() == Breadth.EXACT;
            AnswerSpec spec = new AnswerSpec(chosen.breadth(), chosen.withProgram(), flowsAlone, answer.allow());
            String remark = REMARK + FlowWords.what(question.packet(), question.flow());
            List<Answered> given = new ArrayList<>();
            for (DescribedPacket packet : flowsAlone ? questions.flows(question) : List.of(question.packet())) {
                given.add(new Answered(++answers, packet, Flow.of(packet, question.first().program()), spec, remark));
            }
            if (answer.term() == Term.REMEMBERED) {
                policy.remember(given.getFirst(), memory);
            } else {
                policy.add(given);
            }
            try {
                putInForce();
            } catch (PacketPortException e) {
                policy.remove(new HashSet<>(given));
                throw new AnswerException("the answer could not be put in force: " + e.getMessage(), e.remedy(), e);
            }
            if (answer.term() == Term.ONCE) {
                once.add(given, System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes answers back that were for once and whose packets have been silent for a while. */
    void forgetIdle() {
        if (once.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            Set<Answered> idle = enforcer == null ? Set.of() : once.idle(policy, enforcer.statistics());
            if (!idle.isEmpty()) {
                policy.remove(idle);
                putInForce();
                once.forget(idle);
            }
        } catch (AnswerException | PacketPortException | RuntimeException e) {
            LOGGER.log(Level.ERROR, "Answers whose time is over still hold: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }
}
