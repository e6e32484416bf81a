package org.hopwarden.enforce.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.List;

import org.hopwarden.enforce.BridgeFilter.Action;
import org.hopwarden.enforce.BridgeFilter.Outcome;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.OutcomeCounts.Count;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.QueueBatch;
import org.hopwarden.packetio.QueueBatch.Hook;
import org.hopwarden.packetio.QueuePort;
import org.hopwarden.rulemodel.ConnectionState;

/** Decides the packets of one queue, on one thread. */
public final class QueueWorker {

    private static final Logger LOGGER = System.getLogger(QueueWorker.class.getName());
    private static final long WAIT_NANOS = 100_000_000;
    private static final Action[] ACTIONS = Action.values();

    private final QueuePort port;
    private final CompiledPolicy policy;
    private final VerdictListener verdicts;
    private final AnswerPort answers;
    private final ConnectionState connection;
    private final Outcome[] outcomes;
    private final byte[] actions;
    private final boolean failOpen;
    private final boolean dryRun;
    private final PacketState in = new PacketState(Direction.IN);
    private final PacketState out = new PacketState(Direction.OUT);
    private final PacketState forward = new PacketState(Direction.FORWARD);
    private final InterfaceNames names = new InterfaceNames();
    private final Rejection rejection = new Rejection();
    private final PacketView view = new PacketView();
    private final OutcomeCounts counts;
    private volatile boolean ending;
    private boolean failureLogged;

    /**
     * @param outcomes by the slots of the policy
     * @param connection the state of the connections whose packets come into this queue
     */
    public QueueWorker(QueuePort port, CompiledPolicy policy, List<Outcome> outcomes, VerdictListener verdicts, AnswerPort answers,
            ConnectionState connection, boolean failOpen, boolean dryRun) {
        this.port = port;
        this.policy = policy;
        this.verdicts = verdicts;
        this.answers = answers;
        this.connection = connection;
        this.failOpen = failOpen;
        this.dryRun = dryRun;
        this.outcomes = outcomes.toArray(Outcome[]::new);
        actions = new byte[this.outcomes.length];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = (byte) this.outcomes[i].action().ordinal();
        }
        counts = new OutcomeCounts(actions.length);
    }

    /** Decides packets until the port is closed, or {@link #end} was called and none waits. Call it once. */
    public void run() throws PacketPortException {
        try (QueueBatch batch = port.newBatch()) {
            while (!port.isClosed()) {
                boolean last = ending;
                int size = port.receive(batch, WAIT_NANOS);
                if (size > 0) {
                    names.refresh();
                    int allowed = 0;
                    for (int i = 0; i < size; i++) {
                        if (decide(batch, i) == Action.ALLOW) {
                            allowed++;
                        } else if (!dryRun) {
                            batch.drop(i);
                        }
                    }
                    port.decide(batch);
                    counts.add(Count.ALLOWED, allowed);
                } else if (last) {
                    return;
                }
            }
        }
    }

    /** Lets {@link #run} return as soon as no packet waits: none comes any more. */
    public void end() {
        ending = true;
    }

    private Action decide(QueueBatch batch, int index) {
        int outcome = view.wrap(batch.memory(), batch.packetOffset(index), batch.packetLengthBytes(index)) && !hidesItsTransport()
                ? ask(batch, index) : -1;
        Action action = outcome < 0 ? Action.UNDECIDED : ACTIONS[actions[outcome]];
        if (outcome >= 0) {
            counts.decided(outcome, view.statedLengthBytes());
        }
        switch (action) {
            case ALLOW -> {
                // Counted when the kernel was told.
            }
            case DENY -> counts.add(Count.DENIED, 1);
            case ASK -> counts.add(Count.ASKED, 1);
            case REJECT -> {
                counts.add(Count.REJECTED, 1);
                MemorySegment answer = dryRun ? null : rejection.answer(view, outcomes[outcome].rejectWith());
                counts.add(Count.ANSWERS, answer != null && answers.send(answer) ? 1 : 0);
            }
            case UNDECIDED -> {
                if (failOpen) {
                    return Action.ALLOW;
                }
                counts.add(Count.FAILED, 1);
            }
        }
        return action;
    }

    /** More extension headers than are copied: what stands behind them could be anything. */
    private boolean hidesItsTransport() {
        return view.isCutShort() && IpProtocol.isExtensionHeader(view.protocol());
    }

    /** A policy that fails on one odd packet must not end the queue, which would cut off the host. */
    private int ask(QueueBatch batch, int index) {
        try {
            PacketState state = state(batch.hook(index));
            state.next().interfaces(names.of(batch.inInterface(index)), names.of(batch.outInterface(index))).mark(batch.mark(index))
                    .state(connection);
            int decision = policy.decide(view, state);
            verdicts.decided(view, state, policy, decision);
            return CompiledPolicy.slot(decision);
        } catch (RuntimeException e) {
            if (!failureLogged) {
                failureLogged = true;
                LOGGER.log(Level.ERROR, "the policy fails on " + view + ", and maybe on others that are not logged", e);
            }
            return -1;
        }
    }

    private PacketState state(Hook hook) {
        return switch (hook) {
            case IN -> in;
            case OUT -> out;
            case FORWARD, OTHER -> forward;
        };
    }

    public OutcomeCounts counts() {
        return counts;
    }

    public QueuePort port() {
        return port;
    }
}
