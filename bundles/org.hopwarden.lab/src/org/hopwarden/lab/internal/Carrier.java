package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.hopwarden.lab.DropReason;

/** Carries packets over links: delays, loses, reorders and doubles them, and cuts up those that are too long. */
final class Carrier {

    static final long NEVER = Long.MAX_VALUE;

    private final EventQueue queue = new EventQueue();
    private final Tally tally;
    private long sequence;

    Carrier(Tally tally) {
        this.tally = tally;
    }

    /** When the next packet arrives somewhere; {@link #NEVER} where none is under way. */
    long nextTimeNanos() {
        Packet next = queue.peek();
        return next == null ? NEVER : next.timeNanos;
    }

    /** Takes the packet that arrives next; there must be one. */
    Packet next() {
        return queue.remove();
    }

    long inFlight() {
        return queue.size();
    }

    /** Gives a node what it has sent to itself. */
    void loop(SimNode node, Packet packet, long nowNanos) {
        packet.arriveAt(node, null, nowNanos, sequence++);
        queue.add(packet, node.lane);
    }

    /** Lets a packet that has waited where it arrived arrive there once more. */
    void again(Packet packet, long nowNanos) {
        packet.arriveAt(packet.to, packet.in, Math.max(nowNanos, packet.timeNanos), sequence++);
        queue.addAlone(packet);
    }

    /** @param packet where it is longer than the link's MTU, one that may be cut up */
    void carry(Packet packet, SimInterface out, SimInterface to, long nowNanos) {
        if (packet.length <= out.link.mtuBytes) {
            carryWhole(packet, out, to, nowNanos);
            return;
        }
        var pieces = Fragments.of(packet.bytes, out.link.mtuBytes);
        tally.sent += pieces.size() - 1;
        for (MemorySegment piece : pieces) {
            Packet part = new Packet(piece);
            part.labels = packet.labels;
            carryWhole(part, out, to, nowNanos);
        }
    }

    private void carryWhole(Packet packet, SimInterface out, SimInterface to, long nowNanos) {
        Transmission transmission = out.transmission;
        if (transmission.losesNext()) {
            tally.drop(DropReason.LOSS);
            return;
        }
        long arrival = transmission.arrivalNanos(nowNanos);
        long heldBack = transmission.heldBackNanos();
        packet.arriveAt(to.node, to, arrival + heldBack, sequence++);
        if (heldBack > 0) {
            queue.addAlone(packet);
        } else {
            queue.add(packet, out.lane);
        }
        if (transmission.doublesNext()) {
            tally.sent++;
            Packet twin = new Packet(MemorySegment.ofArray(packet.bytes.toArray(ValueLayout.JAVA_BYTE)));
            twin.labels = packet.labels;
            twin.arriveAt(to.node, to, arrival, sequence++);
            queue.add(twin, out.lane);
        }
    }
}
