package org.hopwarden.enforce.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.hopwarden.enforce.BridgeFilter;
import org.hopwarden.enforce.BridgeFilter.Action;
import org.hopwarden.enforce.BridgeFilter.Outcome;
import org.hopwarden.enforce.internal.OutcomeCounts.Count;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;

/** One direction of a bridge: takes frames in batches, decides each in place, and sends on those that may pass. */
public final class BridgeDirection {

    private static final Logger LOGGER = System.getLogger(BridgeDirection.class.getName());
    private static final long WAIT_NANOS = 1_000_000_000;
    private static final Action[] ACTIONS = Action.values();

    private final FramePort in;
    private final FramePort out;
    private final String inName;
    private final String outName;
    private final BridgeFilter filter;
    private final boolean failOpen;
    private final Outcome[] outcomes;
    private final byte[] actions;
    private final FrameRejection rejection;
    private final PacketView view = new PacketView();
    private final OutcomeCounts counts;
    private boolean failureLogged;

    public BridgeDirection(FramePort in, FramePort out, BridgeFilter filter, boolean failOpen) {
        this.in = in;
        this.out = out;
        inName = in.interfaceName();
        outName = out.interfaceName();
        this.filter = filter;
        this.failOpen = failOpen;
        outcomes = filter.outcomes().toArray(Outcome[]::new);
        actions = new byte[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            actions[i] = (byte) outcomes[i].action().ordinal();
        }
        rejection = new FrameRejection(in);
        counts = new OutcomeCounts(outcomes.length);
    }

    /** The names of the two interfaces. */
    public String name() {
        return in.interfaceName() + " to " + out.interfaceName();
    }

    /** Passes frames until one of the ports is closed. Call it once. */
    public void run() throws PacketPortException {
        try (FrameBatch batch = in.newBatch()) {
            while (!in.isClosed() && !out.isClosed()) {
                int size = in.receive(batch, WAIT_NANOS);
                if (size > 0) {
                    int allowed = decide(batch, size);
                    int sent = allowed == 0 ? 0 : out.send(batch);
                    counts.add(Count.ALLOWED, sent);
                    counts.add(Count.FAILED, allowed - sent);
                }
            }
        }
    }

    /** @return how many frames of the batch are to be sent on */
    private int decide(FrameBatch batch, int size) throws PacketPortException {
        int allowed = 0;
        for (int i = 0; i < size; i++) {
            long offset = batch.packetOffset(i);
            Action action = Action.ALLOW;
            if (offset >= 0) {
                action = decide(batch, i, offset);
            }
            if (action == Action.ALLOW) {
                allowed++;
            } else {
                batch.drop(i);
            }
        }
        return allowed;
    }

    private Action decide(FrameBatch batch, int index, long offset) throws PacketPortException {
        int length = batch.packetLengthBytes(index);
        int outcome = view.wrap(batch.memory(), offset, length) ? ask() : -1;
        Action action = outcome < 0 ? Action.UNDECIDED : ACTIONS[actions[outcome]];
        if (outcome >= 0) {
            counts.decided(outcome, view.lengthBytes());
        }
        switch (action) {
            case ALLOW -> {
                // Counted when it is sent.
            }
            case DENY -> counts.add(Count.DENIED, 1);
            case ASK -> counts.add(Count.ASKED, 1);
            case REJECT -> {
                counts.add(Count.REJECTED, 1);
                if (rejection.answer(batch, index, view, outcomes[outcome].rejectWith())) {
                    counts.add(Count.ANSWERS, 1);
                }
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

    /** A filter that fails must not end the bridge, which would cut the line for a single odd packet. */
    private int ask() {
        try {
            return filter.decide(view, inName, outName);
        } catch (RuntimeException e) {
            if (!failureLogged) {
                failureLogged = true;
                LOGGER.log(Level.ERROR, "the filter fails on " + view + ", and maybe on others that are not logged", e);
            }
            return -1;
        }
    }

    /** What this direction has counted. */
    public OutcomeCounts counts() {
        return counts;
    }
}
