package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.hopwarden.enforce.DropCounts;
import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.VerdictListener;
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
    /** Between two looks. */
    private static final int KEPT_VERDICTS = 400;
    private static final int KEPT_OF_A_RULE = 80;
    private static final int TOP = 200;
    private static final int MOST_CONNECTIONS = 2000;

    /** The one that was started last: its counters outlive the view that showed them. */
    private static volatile Enforcement latest;

    private final Subject subject;
    private final Enforcer enforcer;
    private final VerdictStream verdicts;
    private final TopTalkers talkers;
    private final DropCounts drops;
    private final Instant since = Instant.now();
    private volatile boolean closing;

    /**
     * What is enforced.
     *
     * @param file of the policy
     * @param model as it was compiled; nobody changes it
     */
    record Subject(Path file, Policy model, CompiledPolicy policy) {
    }

    private Enforcement(Subject subject, Enforcer enforcer, VerdictStream verdicts, TopTalkers talkers, DropCounts drops) {
        this.subject = subject;
        this.enforcer = enforcer;
        this.verdicts = verdicts;
        this.talkers = talkers;
        this.drops = drops;
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
        VerdictStream verdicts = new VerdictStream(KEPT_VERDICTS, KEPT_OF_A_RULE);
        TopTalkers talkers = new TopTalkers();
        DropCounts drops = new DropCounts();
        VerdictListener listener = VerdictListener.all(List.of(verdicts, talkers, drops));
        Enforcement enforcement = new Enforcement(subject,
                backEnd.start(new EnforcementBackEnd.Request(subject.policy(), values, listener)), verdicts, talkers, drops);
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
        return new Look(subject.policy(), now, verdicts.take(), lost, enforcer.note(), drops.byReason(now, lost),
                talkers.top(wanted.talkers(), TOP), talkers.isSampled(),
                wanted.connections() ? Optional.of(enforcer.connections(MOST_CONNECTIONS)) : Optional.empty(), System.nanoTime());
    }

    @Override
    public void close() {
        closing = true;
        enforcer.close();
    }
}
