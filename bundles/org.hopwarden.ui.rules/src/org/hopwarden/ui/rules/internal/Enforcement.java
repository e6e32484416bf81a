package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;

/**
 * A policy at work, from its start to its end. Starting and closing may take time: not for the UI thread. The rest may be called
 * by any thread.
 */
final class Enforcement implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int KEPT_VERDICTS = 200;
    private static final int KEPT_OF_A_RULE = 40;

    /** The one that was started last: its counters outlive the view that showed them. */
    private static volatile Enforcement latest;

    private final Subject subject;
    private final Enforcer enforcer;
    private final VerdictStream verdicts;
    private volatile boolean closing;

    /**
     * What is enforced.
     *
     * @param file of the policy
     * @param model as it was compiled; nobody changes it
     */
    record Subject(Path file, Policy model, CompiledPolicy policy) {
    }

    private Enforcement(Subject subject, Enforcer enforcer, VerdictStream verdicts) {
        this.subject = subject;
        this.enforcer = enforcer;
        this.verdicts = verdicts;
    }

    /**
     * Puts a policy to work.
     *
     * @param ended gets the reason if it ends by itself
     * @throws OptionException if a value cannot be
     * @throws PacketPortException where a right or an interface is missing; it has the remedy
     */
    static Enforcement start(Subject subject, EnforcementBackEnd backEnd, Map<String, String> values, Consumer<Exception> ended)
            throws OptionException, PacketPortException {
        VerdictStream verdicts = new VerdictStream(subject.policy(), KEPT_VERDICTS, KEPT_OF_A_RULE);
        Enforcement enforcement = new Enforcement(subject,
                backEnd.start(new EnforcementBackEnd.Request(subject.policy(), values, verdicts)), verdicts);
        latest = enforcement;
        Thread.ofPlatform().daemon().name("watch of the enforcement").start(() -> enforcement.watch(ended));
        return enforcement;
    }

    /** The one that was started last in this process, whether it runs or has ended. */
    static Optional<Enforcement> latest() {
        return Optional.ofNullable(latest);
    }

    private void watch(Consumer<Exception> ended) {
        try {
            while (!closing && !enforcer.await(LOOK)) {
                continue;
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

    CompiledPolicy policy() {
        return subject.policy();
    }

    EnforcementStatistics statistics() {
        return enforcer.statistics();
    }

    long lostPackets() {
        return enforcer.lostPackets();
    }

    /** What else is to be known; may be empty. */
    String note() {
        return enforcer.note();
    }

    /** The verdicts since the last call. */
    VerdictStream.Batch newVerdicts() {
        return verdicts.take();
    }

    @Override
    public void close() {
        closing = true;
        enforcer.close();
    }
}
