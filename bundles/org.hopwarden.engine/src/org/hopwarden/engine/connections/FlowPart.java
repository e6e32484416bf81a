package org.hopwarden.engine.connections;

import java.util.function.Consumer;

/** A part of the table of flows, with a lock of its own: callers hold its monitor. */
final class FlowPart {

    private static final int FIRST_PLACES = 16;
    /** How many flows are looked at to find one that may go. */
    private static final int MOST_LOOKED_AT = 64;

    private Flow[] places = new Flow[FIRST_PLACES];
    private int size;
    private int cursor;

    Flow find(FlowKey key, int hash) {
        Flow flow = places[hash & places.length - 1];
        while (flow != null && !(flow.hash == hash && key.is(flow))) {
            flow = flow.next;
        }
        return flow;
    }

    void add(Flow flow) {
        if (size >= places.length) {
            grow();
        }
        int place = flow.hash & places.length - 1;
        flow.next = places[place];
        places[place] = flow;
        size++;
    }

    private void grow() {
        Flow[] old = places;
        places = new Flow[2 * old.length];
        for (Flow first : old) {
            Flow flow = first;
            while (flow != null) {
                Flow next = flow.next;
                int place = flow.hash & places.length - 1;
                flow.next = places[place];
                places[place] = flow;
                flow = next;
            }
        }
    }

    void remove(Flow flow) {
        int place = flow.hash & places.length - 1;
        Flow before = null;
        for (Flow at = places[place]; at != null; at = at.next) {
            if (at == flow) {
                if (before == null) {
                    places[place] = at.next;
                } else {
                    before.next = at.next;
                }
                size--;
                return;
            }
            before = at;
        }
    }

    /** Whether a flow is wanted. */
    interface Choice {

        boolean takes(Flow flow);
    }

    /** One of a few flows, others each time, that is chosen; null where none is. */
    Flow any(Choice choice) {
        int looked = 0;
        for (int i = 0; i < places.length && looked < MOST_LOOKED_AT; i++) {
            cursor = cursor + 1 & places.length - 1;
            for (Flow flow = places[cursor]; flow != null; flow = flow.next) {
                if (choice.takes(flow)) {
                    return flow;
                }
                looked++;
            }
        }
        return null;
    }

    /** Hands over every flow; it may be removed meanwhile. */
    void forEach(Consumer<Flow> consumer) {
        for (Flow first : places) {
            Flow flow = first;
            while (flow != null) {
                Flow next = flow.next;
                consumer.accept(flow);
                flow = next;
            }
        }
    }
}
