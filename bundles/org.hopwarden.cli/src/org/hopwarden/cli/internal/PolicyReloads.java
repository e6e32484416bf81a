package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.GateKeeper.Passage;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.EventLog;
import org.hopwarden.enforce.PolicyFileMemory;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Puts a changed policy file in force while its enforcement runs: on SIGHUP, and where it is followed as soon as it is changed on disk. It
 * goes through the same gate as the first. Whatever is wrong with it, the policy in force stays. Used by one thread, which calls {@link #look}
 * again and again; what takes time goes on beside it.
 */
final class PolicyReloads implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(PolicyReloads.class.getName());
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How often, and how soon again, it is tried to put the policy before an unconfirmed one in force again. */
    private static final int MOST_TRIES = 20;
    private static final long TRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** Of what has become of changed files, the last ones are told at the end. */
    private static final int MOST_EVENTS = 1000;

    private final Path file;
    private final String chain;
    private final FailMode fail;
    private final boolean follow;
    private final Double confirmSeconds;
    private final GateKeeper keeper;
    private final TypedLines typed;
    private final PrintStream said;
    private final HangUp hangUp = new HangUp();
    private final FileChange change;
    private final List<Event> events = new ArrayList<>();
    /** Answers that others have put into the file, and that {@link #inForce} does not have yet. */
    private final Queue<AnswerMemory.Change> remembered = new ConcurrentLinkedQueue<>();
    private Enforcer running;
    /** What was put in force for good. */
    private Candidate kept;
    private Candidate inForce;
    private CompletableFuture<Prepared> preparing;
    private Prepared asked;
    private Confirmation confirmation;
    private CompiledPolicy compiled;
    private Optional<EventLog> log = Optional.empty();
    /** Whether somebody has asked for it by SIGHUP. */
    private boolean wanted;
    private boolean over;
    /** How often it was tried in vain to take one back; 0 where none is to be. */
    private int triesToTakeBack;
    private long triedNanos;
    private Optional<PacketPortException> failure = Optional.empty();
    private long lookedNanos = System.nanoTime();

    /** What has become of a changed file. */
    private record Event(Instant time, String result, String message) {
    }

    private record Prepared(Candidate candidate, String digest, CompiledPolicy compiled, Passage passage) {
    }

    /**
     * The file as it is now is taken for the first policy: to be made before that is read.
     *
     * @param chain the name of the chain that decides; null where policies say so themselves
     * @param fail that holds in the place of policies' own; null for their own
     * @param follow whether a change on disk is enough
     * @param confirmSeconds after which what nobody has confirmed is taken back; null where nobody is asked
     */
    PolicyReloads(Path file, String chain, FailMode fail, boolean follow, Double confirmSeconds, GateKeeper keeper, TypedLines typed,
            PrintStream said) {
        this.file = file;
        this.chain = chain;
        this.fail = fail;
        this.follow = follow;
        this.confirmSeconds = confirmSeconds;
        this.keeper = keeper;
        this.typed = typed;
        this.said = said;
        change = new FileChange(file);
    }

    /** The first policy is in force, and was confirmed where that is asked for. */
    void begin(Enforcer enforcer, Candidate first) {
        running = enforcer;
        kept = first;
        inForce = first;
    }

    /**
     * The first policy is in force, and may still be taken back.
     *
     * @param events is told what becomes of others; empty where nobody listens
     */
    void started(CompiledPolicy first, Optional<EventLog> events) {
        compiled = first;
        log = events;
    }

    /** Keeps answers in the file. They are in force already, so what is written with them is not put in force once more. */
    AnswerMemory memory() {
        AnswerMemory own = change.own(new PolicyFileMemory(file));
        return answer -> {
            own.remember(answer);
            remembered.add(answer);
        };
    }

    /** What is in force now, as the file says it: with what was remembered. */
    Candidate inForce() {
        return inForce;
    }

    /** What was remembered is in force, so a gate that is asked about the next policy must know of it. */
    private void takeRemembered() {
        boolean any = false;
        for (AnswerMemory.Change answer = remembered.poll(); answer != null; answer = remembered.poll()) {
            boolean same = kept == inForce;
            inForce = with(inForce, answer);
            kept = same ? inForce : with(kept, answer);
            any = true;
        }
        if (any) {
            keeper.applied(kept);
        }
    }

    private Candidate with(Candidate candidate, AnswerMemory.Change answer) {
        Policy policy = EcoreUtil.copy(candidate.policy());
        try {
            answer.apply(policy);
            return new Candidate(policy, candidate.chain());
        } catch (AnswerException e) {
            said.println("note: the next gate does not know of an answer that was remembered: " + e.getMessage());
            return candidate;
        }
    }

    /** Whether {@link #begin} was called. */
    boolean hasBegun() {
        return running != null;
    }

    /** Whether all is over, because the terminal that the program was started from is gone, or by a {@link #failure}. */
    boolean isOver() {
        return over;
    }

    /** That a policy which nobody confirmed cannot be taken back. */
    Optional<PacketPortException> failure() {
        return failure;
    }

    /** The policy that is in force now. */
    CompiledPolicy policy() {
        return compiled;
    }

    /** Does what is due. Before {@link #begin} and while one waits to be confirmed, changes wait. */
    void look() {
        if (hangUp.take()) {
            over = hangUp.isTerminalGone();
            wanted = true;
        }
        if (running == null || over) {
            return;
        }
        takeRemembered();
        if (triesToTakeBack > 0) {
            if (System.nanoTime() - triedNanos > TRY_NANOS) {
                takeBack();
            }
        } else if (confirmation != null) {
            confirm();
        } else if (preparing != null) {
            prepared();
        } else if (asked != null) {
            answer();
        } else if (wanted) {
            wanted = false;
            prepare();
        } else if (System.nanoTime() - lookedNanos > LOOK_NANOS) {
            lookedNanos = System.nanoTime();
            if (change.isChanged()) {
                changed();
            }
        }
    }

    private void changed() {
        if (follow) {
            prepare();
        } else {
            change.know();
            said.println("note: " + file + " has changed; to put it in force: kill -HUP " + ProcessHandle.current().pid());
        }
    }

    private void prepare() {
        change.know();
        if (!running.replaces()) {
            end("refused", "the policy of " + running.place() + " cannot be replaced while it runs; start it anew");
            return;
        }
        Candidate before = inForce;
        preparing = CompletableFuture.supplyAsync(() -> {
            Candidate candidate = new Candidate(Policies.load(file, fail), chain);
            CompiledPolicy ready = Policies.compile(file, candidate.policy(), chain);
            try {
                return new Prepared(candidate, EventOptions.digest(file), ready, keeper.ask(candidate, Optional.of(before), "what is in force"));
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.FAILED, "the gate failed: " + e.getMessage(), "");
            }
        }, work -> Thread.ofPlatform().daemon().name("gate").start(work));
    }

    private void prepared() {
        if (!preparing.isDone()) {
            return;
        }
        CompletableFuture<Prepared> done = preparing;
        try {
            Prepared next = done.join();
            boolean asks = !next.passage().standing().isEmpty() && next.passage().isQuestion() && GateKeeper.isTerminal();
            if (asks && !typed.take(this)) {
                return;
            }
            preparing = null;
            keeper.print(next.passage());
            if (next.passage().standing().isEmpty()) {
                apply(next);
            } else if (asks) {
                keeper.question(typed);
                asked = next;
            } else {
                refuse(next.passage());
            }
        } catch (CompletionException e) {
            preparing = null;
            if (e.getCause() instanceof CommandFailure known) {
                end("broken", known.getMessage() + (known.remedy().isEmpty() ? "" : ". " + known.remedy()));
                return;
            }
            // A fault of the gate's own must not end what is in force.
            LOGGER.log(Level.ERROR, "The gate failed on " + file, e.getCause());
            end("failed", "the gate failed on " + file + ": " + e.getCause());
        }
    }

    private void refuse(Passage passage) {
        end("refused", "gate refused: " + GateKeeper.reasons(passage) + ". " + GateKeeper.remedies(passage));
    }

    private void answer() {
        Optional<String> line = typed.poll();
        if (line.isEmpty() && !typed.isEnded()) {
            return;
        }
        typed.give(this);
        Prepared next = asked;
        asked = null;
        if (line.isPresent() && GateKeeper.isYes(line.get())) {
            apply(next);
        } else {
            refuse(next.passage());
        }
    }

    private void apply(Prepared next) {
        try {
            running.replace(next.compiled());
            compiled = next.compiled();
        } catch (PacketPortException e) {
            end("failed", e.getMessage() + (e.remedy().isEmpty() ? "" : ". " + e.remedy()));
            return;
        }
        inForce = next.candidate();
        event("replaced", "now in force: " + file + " as it is now");
        log.ifPresent(each -> each.replaced(file.toString(), next.digest()));
        if (confirmSeconds == null) {
            keep();
        } else {
            confirmation = new Confirmation(confirmSeconds, typed, said);
        }
    }

    private void keep() {
        kept = inForce;
        keeper.applied(kept);
    }

    private void confirm() {
        if (confirmation.isGiven()) {
            confirmation = null;
            event("confirmed", null);
            log.ifPresent(each -> each.tell("policy-confirmed", Map.of("policy", file.toString())));
            keep();
        } else if (confirmation.isMissed()) {
            confirmation = null;
            takeBack();
        }
    }

    private void takeBack() {
        try {
            CompiledPolicy before = kept.compile();
            running.replace(before);
            compiled = before;
            inForce = kept;
            triesToTakeBack = 0;
            event("taken-back", "taken back: nobody confirmed it within " + confirmSeconds + " s; the policy before it is in force again");
            log.ifPresent(each -> each.tell("policy-taken-back", Map.of("policy", file.toString())));
        } catch (PacketPortException e) {
            cannotTakeBack(e);
        } catch (PolicyCompileException e) {
            throw new IllegalStateException("it was in force before", e);
        }
    }

    /** What nobody confirmed must not stay, so that where nothing else helps, the enforcement ends. */
    private void cannotTakeBack(PacketPortException cause) {
        triedNanos = System.nanoTime();
        if (triesToTakeBack++ == 0) {
            event("failed", "the policy before it cannot be put in force again: " + cause.getMessage() + "; it is tried again");
        } else if (triesToTakeBack == MOST_TRIES) {
            over = true;
            failure = Optional.of(new PacketPortException(cause.reason(), "nobody confirmed the policy in force, and the one before it cannot be put in"
                    + " force again: " + cause.getMessage() + ". The enforcement ends", cause.remedy()));
        }
    }

    /** An attempt has come to nothing. */
    private void end(String result, String message) {
        event(result, message + "; the policy in force stays");
        log.ifPresent(each -> each.refused(file.toString(), message));
    }

    private void event(String result, String message) {
        if (message != null) {
            said.println((result.equals("replaced") ? "" : "hopwarden: ") + message);
        }
        if (events.size() == MOST_EVENTS) {
            events.removeFirst();
        }
        events.add(new Event(Instant.now().truncatedTo(ChronoUnit.MILLIS), result, message));
    }

    /** Writes the field {@code reloads} if there were any. */
    void write(JsonGenerator json) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("reloads");
        for (Event event : events) {
            json.writeStartObject();
            json.writeStringField("time", event.time().toString());
            json.writeStringField("result", event.result());
            if (event.message() != null) {
                json.writeStringField("message", event.message());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void close() {
        hangUp.close();
    }
}
