package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;

/**
 * All packets that wait, wherever they are on their way to an answer. Each is settled once: by who comes first. Safe for use by any thread; no lock is held
 * while a back end is told.
 */
public final class HeldPackets {

    private static final Logger LOGGER = System.getLogger(HeldPackets.class.getName());

    private final int most;
    private final AskTally tally;
    /** In the order in which they came. */
    private final Set<HeldPacket> waiting = new LinkedHashSet<>();
    private boolean closed;

    /** @param most how many wait at the most: the oldest makes room for a newer one */
    public HeldPackets(int most, AskTally tally) {
        this.most = most;
        this.tally = tally;
    }

    /** Lets a packet wait. @return null where the back end cannot; settled already where this is closed */
    public HeldPacket hold(Holder holder) {
        Held held = holder.hold();
        if (held == null) {
            return null;
        }
        HeldPacket packet = new HeldPacket(held);
        HeldPacket tooMany = null;
        synchronized (this) {
            if (closed) {
                tooMany = packet;
            } else {
                waiting.add(packet);
                if (waiting.size() > most) {
                    tooMany = first();
                    tally.displaced();
                }
            }
        }
        if (tooMany != null) {
            tell(tooMany, Answer.UNANSWERED);
        }
        return packet;
    }

    private HeldPacket first() {
        Iterator<HeldPacket> all = waiting.iterator();
        HeldPacket first = all.next();
        all.remove();
        return first;
    }

    /** Says what becomes of a packet. Nothing happens where it is null or somebody has said so before. */
    public void settle(HeldPacket packet, Answer answer) {
        boolean waits;
        synchronized (this) {
            waits = waiting.remove(packet);
        }
        if (waits) {
            tell(packet, answer);
        }
    }

    private static void tell(HeldPacket packet, Answer answer) {
        packet.settled();
        try {
            packet.held().settle(answer);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A packet that waited could not be settled", e);
        }
    }

    /** Drops all that wait, and lets none wait any more. */
    public void close() {
        List<HeldPacket> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(each -> tell(each, Answer.UNANSWERED));
    }
}
