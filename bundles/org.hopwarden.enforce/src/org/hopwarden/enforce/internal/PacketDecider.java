package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.enforce.NonIpFrames;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.OutcomeCounts.Count;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.connections.ConnectionTracker;
import org.hopwarden.engine.connections.Tracking;
import org.hopwarden.engine.connections.Tracking.Fragment;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.packetio.FrameContent;

/**
 * Decides the packets of one thread by the policy in force, and counts them. Who has the packets calls {@link #begin} with each batch, lets
 * pass what {@link #passes} says, and tells what was sent on with {@link #allowed}; or, where the batch comes to no end, {@link #abandoned}.
 */
public final class PacketDecider {

    private static final Logger LOGGER = System.getLogger(PacketDecider.class.getName());

    private final PolicyInForce inForce;
    private final VerdictListener verdicts;
    private final boolean dryRun;
    private final OutcomeCounts counts;
    private CompiledPolicy policy;
    private RejectWith rejectWith;
    private FlowQuestions questions = FlowQuestions.NOBODY;
    private NonIpFrames frames = NonIpFrames.USUAL;
    /** Null where nobody tracks connections here. */
    private Tracking tracking;
    /** For packets that waited, whichever thread lets them go on. */
    private Tracking trackingReleased;
    private boolean asksStates;
    private boolean namesFragments;
    /** How many of the batch have no outcome yet and are not held. */
    private long unsettled;
    private Holder holder = Holder.NONE;
    /** What the packet at hand is held by; null where it is not. */
    private Held held;
    private final Holder noting = this::hold;
    private boolean failureLogged;
    private boolean listenerFailureLogged;

    /** @param dryRun whether all packets pass, and are only counted */
    public PacketDecider(PolicyInForce inForce, VerdictListener verdicts, boolean dryRun) {
        this.inForce = requireNonNull(inForce, "inForce");
        this.verdicts = requireNonNull(verdicts, "verdicts");
        this.dryRun = dryRun;
        policy = take();
        counts = new OutcomeCounts(policy);
    }

    /** Who is asked where a rule asks; nobody, unless this is called before the first packet. */
    public PacketDecider asking(FlowQuestions whom) {
        questions = requireNonNull(whom, "whom");
        return this;
    }

    /** Which frames without an IP packet pass; the usual ones, unless this is called before the first one. */
    public PacketDecider passing(NonIpFrames which) {
        frames = requireNonNull(which, "which");
        return this;
    }

    /** Who tracks connections while the policy asks for their states; nobody here, unless this is called before the first packet. */
    public PacketDecider tracking(ConnectionTracker tracker) {
        tracking = tracker.newTracking();
        trackingReleased = tracker.newTracking();
        return this;
    }

    /**
     * Counts packets that came in, and takes the policy that is in force now.
     *
     * @param packets each of which is then given to {@link #decide}, {@link #undecided} or {@link #notIp}
     */
    public void begin(int packets) {
        counts.add(Count.SEEN, packets);
        unsettled += packets;
        CompiledPolicy before = policy;
        policy = take();
        if (policy != before) {
            counts.begin(policy);
        }
    }

    private CompiledPolicy take() {
        PolicyInForce.Current now = inForce.current();
        asksStates = now.asksStates();
        namesFragments = now.namesFragments();
        return now.policy();
    }

    /**
     * Decides a packet and counts it, unless it is allowed: see {@link #allowed}.
     *
     * @param packet valid
     * @param state what is known of it beside its bytes
     * @param lengthBytes of the packet, from its IP header on, where less of it is at hand
     */
    public Action decide(PacketView packet, PacketState state, long lengthBytes) {
        return decide(packet, state, lengthBytes, Holder.NONE);
    }

    /**
     * As the other, where a packet can wait for an answer.
     *
     * @param whoHolds lets it wait; then the action is {@code HOLD}, and {@link #settled} is to be told at its end
     */
    public Action decide(PacketView packet, PacketState state, long lengthBytes, Holder whoHolds) {
        rejectWith = null;
        holder = whoHolds;
        Action action = Action.FAIL;
        try {
            boolean tracks = tracking != null && asksStates;
            if (tracks) {
                state.state(tracking.look(packet));
                if (tracking.fragment() == Fragment.BROKEN) {
                    verdicts.unreadable();
                    return count(Action.DENY);
                }
            } else if (tracking != null) {
                state.state(ConnectionState.UNTRACKED);
            }
            int decision = tracks && followsFirst() ? tracking.firstDecision() : policy.decide(packet, state);
            tell(packet, state, decision);
            int slot = CompiledPolicy.slot(decision);
            counts.decided(slot, lengthBytes);
            action = action(decision);
            if (action == Action.ASK && !dryRun) {
                action = ask(packet, state, decision);
            }
            if (tracks) {
                tracking.decided(decision, policy, passes(action));
            }
            return count(action);
        } catch (RuntimeException e) {
            logFailure(packet, e);
            // Who holds it lets go of it.
            return count(action == Action.HOLD ? action : whenUndecided());
        }
    }

    /** Who only looks on changes no verdict, not even by failing. */
    private void tell(PacketView packet, PacketState state, int decision) {
        try {
            verdicts.decided(packet, state, policy, decision);
        } catch (RuntimeException e) {
            if (!listenerFailureLogged) {
                listenerFailureLogged = true;
                LOGGER.log(Level.ERROR, "who watches the verdicts fails on " + packet + ", and maybe on others that are not logged", e);
            }
        }
    }

    /** Whether a later fragment shares the decision on its first: unless that one passes and rules are there for the others. */
    private boolean followsFirst() {
        return tracking.fragment() == Fragment.FOLLOWS && tracking.firstPolicy() == policy
                && !(namesFragments && CompiledPolicy.isAllow(tracking.firstDecision()));
    }

    private Action ask(PacketView packet, PacketState state, int decision) {
        held = null;
        Answer answer = Answer.UNANSWERED;
        try {
            answer = questions.asked(packet, state, policy, decision, noting);
        } catch (RuntimeException e) {
            if (held == null) {
                throw e;
            }
            logFailure(packet, e);
        }
        if (held != null) {
            if (answer != Answer.HELD) {
                // Nobody else would ever let go of it.
                held.settle(answer);
            }
            return Action.HOLD;
        }
        return switch (answer) {
            case ALLOW -> Action.ALLOW;
            case DENY -> Action.DENY;
            case UNANSWERED, HELD -> Action.ASK;
        };
    }

    private Held hold() {
        held = holder.hold();
        return held;
    }

    /** A packet that waited does so no longer. Any thread may tell. */
    public void settled(Answer answer) {
        counts.addShared(switch (answer) {
            case ALLOW -> Count.ALLOWED;
            case DENY -> Count.DENIED;
            case UNANSWERED, HELD -> Count.ASKED;
        }, 1);
    }

    /** A packet that waited was to go on, and could not be sent. Any thread may tell. */
    public void unsent() {
        counts.addShared(Count.FAILED, 1);
    }

    /**
     * A packet that waited goes on: what belongs to its connection is to be known for that. Any thread may tell.
     *
     * @param packet valid
     */
    public void released(PacketView packet) {
        // A fragment was put to the others when it came, and would seem to be there twice.
        if (trackingReleased == null || !inForce.asksStates() || packet.isFragment()) {
            return;
        }
        synchronized (trackingReleased) {
            trackingReleased.look(packet);
            trackingReleased.decided(0, inForce.policy(), true);
        }
    }

    private Action action(int decision) {
        return switch (CompiledPolicy.kind(decision)) {
            case ALLOW -> Action.ALLOW;
            case DENY -> Action.DENY;
            case REJECT -> {
                rejectWith = RejectWith.of(policy.rejectType(CompiledPolicy.slot(decision)));
                yield Action.REJECT;
            }
            case ASK -> Action.ASK;
            case NONE -> whenUndecided();
        };
    }

    private Action whenUndecided() {
        return policy.failMode() == FailMode.OPEN ? Action.ALLOW : Action.FAIL;
    }

    /** A packet that cannot be read: the policy's fail mode holds. */
    public Action undecided() {
        verdicts.unreadable();
        return count(whenUndecided());
    }

    /** A frame without an IP packet. */
    public Action notIp(FrameContent content) {
        if (frames.pass(content)) {
            return Action.ALLOW;
        }
        verdicts.notIp();
        return count(Action.DENY);
    }

    /** A policy that fails on one odd packet must not end the enforcement, which would cut off a host or a line. */
    private void logFailure(PacketView packet, RuntimeException e) {
        if (!failureLogged) {
            failureLogged = true;
            LOGGER.log(Level.ERROR, "the policy fails on " + packet + ", and maybe on others that are not logged", e);
        }
    }

    private Action count(Action action) {
        switch (action) {
            case ALLOW -> {
                // Counted when it was sent on.
            }
            // Counted when it is settled.
            case HOLD -> unsettled--;
            case DENY -> settle(Count.DENIED, 1);
            case REJECT -> settle(Count.REJECTED, 1);
            case ASK -> settle(Count.ASKED, 1);
            case FAIL -> settle(Count.FAILED, 1);
        }
        return action;
    }

    private void settle(Count outcome, long packets) {
        counts.add(outcome, packets);
        unsettled -= packets;
    }

    /** Whether a packet with this action goes on. */
    public boolean passes(Action action) {
        return dryRun || action == Action.ALLOW;
    }

    /** How the sender of the packet that was decided last is to be told; null where it is not. */
    public RejectWith rejectWith() {
        return dryRun ? null : rejectWith;
    }

    /**
     * What was allowed.
     *
     * @param sent how many packets went on
     * @param unsent how many could not be sent on
     */
    public void allowed(long sent, long unsent) {
        settle(Count.ALLOWED, sent);
        settle(Count.FAILED, unsent);
    }

    /** The batch comes to no end, because whoever has it failed: what of it has no outcome yet does not go on. */
    public void abandoned() {
        settle(Count.FAILED, unsettled);
    }

    /** The sender of a rejected packet was told. */
    public void answered() {
        counts.add(Count.ANSWERS, 1);
    }

    public OutcomeCounts counts() {
        return counts;
    }
}
