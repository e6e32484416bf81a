package org.hopwarden.lab.internal;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * The packets under way in the order of their arrival. What leaves one interface arrives in the order of sending, so each
 * interface has a lane of its own, and only the lanes' first packets are compared: with many packets on few links that is
 * several times faster than one heap of packets.
 */
final class EventQueue {

    /** The packets on one way, each no earlier than the one before. */
    static final class Lane implements Comparable<Lane> {
        private final ArrayDeque<Packet> packets = new ArrayDeque<>();

        @Override
        public int compareTo(Lane other) {
            return packets.peekFirst().compareTo(other.packets.peekFirst());
        }
    }

    private final PriorityQueue<Lane> lanes = new PriorityQueue<>();
    private long size;

    /** @param lane used with this queue only */
    void add(Packet packet, Lane lane) {
        size++;
        if (!lane.packets.isEmpty() && packet.compareTo(lane.packets.peekLast()) < 0) {
            // Earlier than its lane allows: it drives alone.
            addFirst(new Lane(), packet);
        } else if (lane.packets.isEmpty()) {
            addFirst(lane, packet);
        } else {
            lane.packets.addLast(packet);
        }
    }

    /** Adds a packet that holds nobody up, and that nobody holds up. */
    void addAlone(Packet packet) {
        size++;
        addFirst(new Lane(), packet);
    }

    private void addFirst(Lane empty, Packet packet) {
        empty.packets.addLast(packet);
        lanes.add(empty);
    }

    /** The packet that arrives first; null where none is under way. */
    Packet peek() {
        Lane lane = lanes.peek();
        return lane == null ? null : lane.packets.peekFirst();
    }

    /** Takes the packet that arrives first; there must be one. */
    Packet remove() {
        Lane lane = lanes.remove();
        Packet packet = lane.packets.removeFirst();
        size--;
        if (!lane.packets.isEmpty()) {
            lanes.add(lane);
        }
        return packet;
    }

    long size() {
        return size;
    }
}
