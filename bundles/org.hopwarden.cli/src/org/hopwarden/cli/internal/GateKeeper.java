package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.enforce.gate.AppliedPolicies;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.GateReport.Refusal;
import org.hopwarden.enforce.gate.HeldConnection;
import org.hopwarden.enforce.gate.OwnConnections;
import org.hopwarden.enforce.gate.Sides;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;

/** Holds the policies of one place against the gate, and decides by the options what stands against them. */
final class GateKeeper {

    private final GateOptions options;
    private final GatePlace place;
    private final boolean dryRun;
    private final boolean confirmed;
    private final PrintStream said;
    private final Path file;
    private final AppliedPolicies applied = AppliedPolicies.of(System.getenv());

    /**
     * What the gate found.
     *
     * @param standing what stands against the policy after all that the options overrule
     * @param against what captured packets were held against, in words
     */
    record Passage(GateReport report, List<Refusal> standing, String against) {

        /** Whether a person can still let it through. */
        boolean isQuestion() {
            return standing.equals(List.of(Refusal.CHANGES));
        }
    }

    /** @param confirmed whether what nobody confirms is taken back */
    GateKeeper(GateOptions options, GatePlace place, Path file, boolean dryRun, boolean confirmed, PrintStream said) {
        this.options = options;
        this.place = place;
        this.file = file;
        this.dryRun = dryRun;
        this.confirmed = confirmed;
        this.said = said;
    }

    /** Asks the gate about the first policy. */
    Passage ask(Candidate candidate) throws IOException {
        if (place.kind() == GatePlace.Kind.HOST) {
            Gate.othersAtWork().forEach(name -> said.println("note: another enforcement decides packets of this host as well (" + name
                    + "): a packet passes only where both allow it"));
        }
        if (options.captures.isEmpty()) {
            return ask(candidate, Optional.empty(), "");
        }
        if (options.from != null) {
            Policy old = Policies.load(options.from);
            boolean named = old.getChains().stream().anyMatch(each -> each.getName() != null && each.getName().equals(candidate.chain()));
            return ask(candidate, Optional.of(new Candidate(old, named ? candidate.chain() : null)), options.from.toString());
        }
        try {
            Optional<Policy> last = applied.last(place);
            return ask(candidate, last.map(policy -> new Candidate(policy, null)), last.isEmpty() ? "nothing, by which everything passes"
                    : "what was last put in force here");
        } catch (PolicyFileException e) {
            throw CommandFailure.badInput("what was last put in force here cannot be read: " + e.getMessage(),
                    "Name what the captures are to be held against: --gate-from OLD.hwpolicy");
        }
    }

    /**
     * Asks the gate about a policy that is to take the place of another.
     *
     * @throws CommandFailure if it, or a capture, cannot be used
     */
    Passage ask(Candidate candidate, Optional<Candidate> before, String against) throws IOException {
        Gate gate = new Gate(place, connections(), options.captures.isEmpty() ? null : new GateCaptures(options.captures),
                Sides.of(options.sides));
        try {
            GateReport report = gate.ask(candidate, before);
            return new Passage(report, standing(report), against);
        } catch (PolicyCompileException e) {
            throw CommandFailure.badInput((before.isEmpty() ? file : file + " or " + against) + ": " + e.getMessage(), "");
        }
    }

    private List<HeldConnection> connections() {
        if (place.kind() == GatePlace.Kind.ELSEWHERE) {
            return List.of();
        }
        try {
            OwnConnections.Found found = OwnConnections.find(System.getenv(), options.kept);
            found.unmatched().forEach(end -> said.println("note: --keep " + end + ": this host has no such connection now"));
            return found.connections();
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private List<Refusal> standing(GateReport report) {
        List<Refusal> standing = new ArrayList<>(report.refusals());
        if (dryRun) {
            standing.clear();
        }
        if (options.lockMeOut || confirmed) {
            standing.remove(Refusal.LOCK_OUT);
        }
        if (options.acceptChanges) {
            standing.remove(Refusal.CHANGES);
        }
        return List.copyOf(standing);
    }

    void print(Passage passage) {
        new GateText(said, file).print(passage.report(), passage.against());
        if (place.kind() == GatePlace.Kind.HOST && passage.report().connections().isEmpty()) {
            said.println("gate: no connection was found over which somebody works here");
        }
    }

    /** Lets a policy through, after asking where that helps, or refuses it. */
    boolean admits(Passage passage, TypedLines typed, Interruption interruption) {
        if (passage.standing().isEmpty()) {
            return true;
        }
        if (!passage.isQuestion() || !isTerminal()) {
            return false;
        }
        question(typed);
        while (!interruption.isRequested() && !typed.isEnded()) {
            Optional<String> line = typed.poll();
            if (line.isPresent()) {
                return isYes(line.get());
            }
            pause();
        }
        return false;
    }

    void question(TypedLines typed) {
        typed.begin();
        said.println("put it in force all the same? (y or n, then Enter)");
    }

    static boolean isYes(String line) {
        return line.strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted", "");
        }
    }

    /** Whether a person sits at standard input. */
    static boolean isTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString().matches("/dev/(pts/\\d+|tty.*|console)");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    /** Why it was not let through, as the end of a command. */
    CommandFailure refused(Passage passage) {
        return new CommandFailure(ExitCode.NEGATIVE, "gate refused: " + reasons(passage), remedies(passage));
    }

    static String reasons(Passage passage) {
        return String.join("; ", passage.standing().stream().map(refusal -> switch (refusal) {
            case ERRORS -> "the checks find errors";
            case LOCK_OUT -> "it would end a connection that is to live on";
            case CHANGES -> passage.report().changes().orElseThrow().total() + " captured packets get another verdict";
        }).toList()) + ". Nothing was changed";
    }

    static String remedies(Passage passage) {
        return String.join("\n", passage.standing().stream().map(refusal -> switch (refusal) {
            case ERRORS -> "Mend the policy first.";
            case LOCK_OUT -> "Let the connection live (see above), have it taken back where you are cut off: --confirm 60, or be cut off: --lock-me-out";
            case CHANGES -> "If they are meant: --accept-changes";
        }).toList());
    }

    /** A policy is in force for good: the next one is held against it. */
    void applied(Candidate candidate) {
        if (dryRun || place.kind() == GatePlace.Kind.ELSEWHERE) {
            return;
        }
        try {
            applied.applied(place, candidate.policy(), candidate.chain());
        } catch (IOException e) {
            said.println("note: for the next --gate it cannot be remembered what is in force: " + e.getMessage() + "; name it with --gate-from");
        }
    }
}
