package org.hopwarden.enforce.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FrameCopy;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;

/** One direction of a bridge: takes frames in batches, decides each in place, and sends on those that may pass. */
public final class BridgeDirection {

    private static final Logger LOGGER = System.getLogger(BridgeDirection.class.getName());
    private static final long WAIT_NANOS = 100_000_000;

    private final FramePort in;
    private final FramePort out;
    private final PacketDecider decider;
    private final PacketState state;
    private final FrameRejection rejection;
    private final PacketView view = new PacketView();
    private final BooleanSupplier guarded;
    private final Progress progress = new Progress();
    private final Holder holder = this::hold;
    private FrameBatch current;
    private int currentIndex;
    private volatile long overtaken;

    /** @param guarded whether frames that waited while this thread stood still have been passed on by others */
    public BridgeDirection(FramePort in, FramePort out, PacketDecider decider, BooleanSupplier guarded) {
        this.in = in;
        this.out = out;
        this.decider = decider;
        this.guarded = guarded;
        state = new PacketState(Direction.FORWARD).interfaces(in.interfaceName(), out.interfaceName());
        rejection = new FrameRejection(in);
    }

    /** The names of the two interfaces. */
    public String name() {
        return in.interfaceName() + " to " + out.interfaceName();
    }

    /** Passes frames until one of the ports is closed, or, where it is guarded, until it has stood still. Call it once. */
    public void run() throws PacketPortException {
        progress.made();
        try (FrameBatch batch = in.newBatch()) {
            while (!in.isClosed() && !out.isClosed()) {
                int size = in.receive(batch, WAIT_NANOS);
                if (progress.made() > Progress.STANDSTILL_NANOS && guarded.getAsBoolean()) {
                    discard(batch, size);
                    return;
                }
                if (size > 0) {
                    pass(batch, size);
                }
            }
        }
    }

    private void discard(FrameBatch batch, int size) throws PacketPortException {
        long count = 0;
        for (int next = size; next > 0; next = in.receive(batch, 0)) {
            count += next;
        }
        overtaken = count;
    }

    /** How many frames were thrown away because they had waited while this stood still. */
    long overtakenFrames() {
        return overtaken;
    }

    /** Whether its thread has gone on lately: it neither hangs nor has it ended. */
    boolean goesOn() {
        return progress.isRecent();
    }

    private void pass(FrameBatch batch, int size) throws PacketPortException {
        decider.begin(size);
        boolean ended = false;
        try {
            int allowed = 0;
            int passing = 0;
            for (int i = 0; i < size; i++) {
                Action action = decide(batch, i);
                if (action == Action.ALLOW) {
                    allowed++;
                }
                if (decider.passes(action)) {
                    passing++;
                } else {
                    batch.drop(i);
                }
            }
            int sent = passing == 0 ? 0 : out.send(batch);
            // What could not be sent on is taken from what was allowed, for nobody tells which it was.
            int unsent = Math.min(allowed, passing - sent);
            decider.allowed(allowed - unsent, unsent);
            ended = true;
        } finally {
            if (!ended) {
                decider.abandoned();
            }
        }
    }

    private Action decide(FrameBatch batch, int index) throws PacketPortException {
        long offset = batch.packetOffset(index);
        if (offset < 0) {
            return decider.notIp(batch.content(index));
        }
        if (!view.wrap(batch.memory(), offset, batch.packetLengthBytes(index))) {
            return decider.undecided();
        }
        current = batch;
        currentIndex = index;
        Action action = decider.decide(view, state.next(), view.lengthBytes(), holder);
        if (action == Action.REJECT && decider.rejectWith() != null && rejection.answer(batch, index, view, decider.rejectWith())) {
            decider.answered();
        }
        return action;
    }

    /** The frame at hand, copied: its place is wanted for the next ones. */
    private Held hold() {
        FrameCopy copy = current.copy(currentIndex);
        long packet = current.packetOffset(currentIndex) - current.frameOffset(currentIndex);
        return answer -> settle(copy, packet, answer);
    }

    /** Sent by who says so: a direction that waits for frames need not wake up for it. */
    private void settle(FrameCopy copy, long packet, Answer answer) {
        if (answer != Answer.ALLOW) {
            decider.settled(answer);
            return;
        }
        boolean sent = false;
        try {
            decider.released(PacketView.of(copy.frame().asSlice(packet)));
            sent = out.send(copy);
        } catch (PacketPortException e) {
            // The threads of the bridge find the same, and say so.
            LOGGER.log(Level.DEBUG, "A frame that waited could not be sent", e);
        }
        if (sent) {
            decider.settled(answer);
        } else {
            decider.unsent();
        }
    }

    /** What this direction has counted. */
    public OutcomeCounts counts() {
        return decider.counts();
    }
}
