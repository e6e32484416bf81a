package org.hopwarden.enforce.internal.ask;

import org.hopwarden.enforce.FlowQuestions.Held;

/** A packet that waits in a back end. Told from others by identity; {@link HeldPackets} says what becomes of it. */
public final class HeldPacket {

    private final Held held;
    /** Set by {@link HeldPackets} alone. */
    private volatile boolean settled;

    HeldPacket(Held held) {
        this.held = held;
    }

    Held held() {
        return held;
    }

    /** Whether it waits no longer. */
    boolean isSettled() {
        return settled;
    }

    void settled() {
        settled = true;
    }
}
