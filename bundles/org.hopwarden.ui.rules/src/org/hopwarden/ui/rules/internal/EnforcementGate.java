package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.gate.AppliedPolicies;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.HeldConnection;
import org.hopwarden.enforce.gate.LockOut;
import org.hopwarden.enforce.gate.OwnConnections;
import org.hopwarden.enforce.gate.OwnConnections.Kept;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** Sends a policy through the gate before the window puts it to work, and asks a person where there is something to be asked. */
final class EnforcementGate {

    private static final AppliedPolicies APPLIED = AppliedPolicies.of(System.getenv());

    private EnforcementGate() {
    }

    /**
     * A policy at the gate.
     *
     * @param policy nobody changes it
     * @param values of the back end's options, each with the most probable choice where there was none
     * @param last what was last put in force at the place, as far as that is known
     */
    record Passage(EnforcementBar.Choice choice, Policy policy, CompiledPolicy compiled, Map<String, String> values, GatePlace place,
            GateReport report, Optional<Policy> last) {

        Candidate candidate() {
            return new Candidate(policy, choice.chain().orElse(null));
        }

        /** Whether it decides packets of this host or its lines, and not of a simulation. */
        boolean isReal() {
            return place.kind() != GatePlace.Kind.ELSEWHERE;
        }
    }

    /** Connections that are to live on, those of them that the policy would end, and ends that were to be kept and that none has. */
    record Connections(List<HeldConnection> held, List<LockOut> lockOuts, List<Kept> unmatched) {
    }

    /** Is told what has become of it; on the UI thread, and once. */
    interface Answer {

        /** @param takeBackAfter after which time it is taken back unless it is kept; empty where it stays */
        void passed(Passage passage, Optional<Duration> takeBackAfter);

        /** A person did not let it pass. */
        void cancelled();

        void failed(Exception reason);
    }

    /**
     * Looks at a policy in the background. For packets of this host and its lines a person then sees what was found, in any case; else only where
     * something stands against it. Who only wants to see it need not be able to start yet.
     *
     * @param always whether the person wants to see it in any case
     */
    static void ask(EnforcementBar.Choice choice, Shell parent, boolean always, Answer answer) {
        Display display = parent.getDisplay();
        Job.create("Check a policy before it is enforced", monitor -> {
            try {
                Passage passage = look(choice, !always);
                Background.onDisplay(display, () -> {
                    if (always || passage.isReal() || !passage.report().refusals().isEmpty()) {
                        GateDialog.open(parent, passage, answer);
                    } else {
                        answer.passed(passage, Optional.empty());
                    }
                });
            } catch (IOException | PolicyCompileException | OptionException | RuntimeException e) {
                Background.onDisplay(display, () -> answer.failed(e));
            }
        }).schedule();
    }

    private static Passage look(EnforcementBar.Choice choice, boolean starts) throws IOException, PolicyCompileException, OptionException {
        Policy policy = choice.policy().isPresent() ? choice.policy().get() : PolicyFiles.load(choice.file());
        Candidate candidate = new Candidate(policy, choice.chain().orElse(null));
        CompiledPolicy compiled = candidate.compile();
        Map<String, String> values = OptionFields.completed(choice.backEnd(), choice.values());
        if (starts) {
            choice.backEnd().check(new Request(compiled, values, VerdictListener.NONE));
        }
        GatePlace place = GatePlace.of(choice.backEnd(), values);
        GateReport report = new Gate(place, found(place, List.of()).connections(), null).ask(candidate, Optional.empty());
        return new Passage(choice, policy, compiled, values, place, report, last(place));
    }

    private static Optional<Policy> last(GatePlace place) {
        try {
            return place.kind() == GatePlace.Kind.ELSEWHERE ? Optional.empty() : APPLIED.last(place);
        } catch (PolicyFileException e) {
            Problems.log(Problem.of(e).during("What was last put in force here is not known."));
            return Optional.empty();
        }
    }

    private static OwnConnections.Found found(GatePlace place, List<Kept> kept) throws PacketPortException {
        return place.kind() == GatePlace.Kind.ELSEWHERE ? new OwnConnections.Found(List.of(), List.of()) : OwnConnections.find(System.getenv(), kept);
    }

    /** Looks again, also for connections with certain other ends. Takes time. */
    static Connections connections(Passage passage, List<Kept> kept) {
        try {
            OwnConnections.Found found = found(passage.place(), kept);
            return new Connections(found.connections(), new Gate(passage.place(), found.connections(), null).lockOuts(passage.candidate()),
                    found.unmatched());
        } catch (PacketPortException e) {
            Problems.log(Problem.of(e).during("The connections of this host are not known."));
            return new Connections(passage.report().connections(), passage.report().lockOuts(), kept);
        } catch (PolicyCompileException e) {
            throw new IllegalStateException("a policy that was sound is no longer", e);
        }
    }

    /** A policy is in force for good: the next one at its place is held against it. Takes time. */
    static void remember(Passage passage) {
        if (passage.isReal()) {
            try {
                APPLIED.applied(passage.place(), passage.policy(), passage.choice().chain().orElse(null));
            } catch (IOException e) {
                Problems.log(Problem.of(e).during("What is in force now is not remembered for the next replay."));
            }
        }
    }
}
