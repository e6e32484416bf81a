package org.hopwarden.enforce.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.engine.connections.ConnectionTracker;

/** The connections of a back end that tracks them itself, and the thread that takes those away whose time is over. */
public final class ConnectionKeeper implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(ConnectionKeeper.class.getName());
    private static final long SWEEP_MILLIS = 1_000;

    private final ConnectionTracker tracker;
    private final PolicyInForce inForce;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param inForce connections are tracked while it asks for their states */
    public ConnectionKeeper(PolicyInForce inForce, ConnectionLimits limits) {
        this.inForce = inForce;
        tracker = new ConnectionTracker(limits, System::nanoTime);
        Thread.ofPlatform().daemon().name("sweep connections").start(this::sweep);
    }

    private void sweep() {
        try {
            while (!closed.await(SWEEP_MILLIS, TimeUnit.MILLISECONDS)) {
                sweepOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOnce() {
        try {
            tracker.sweep();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "connections that are over could not be swept out; it is tried again", e);
        }
    }

    public ConnectionTracker tracker() {
        return tracker;
    }

    /** What is tracked; {@link ConnectionList#NONE} where the policy asks for no state. */
    public ConnectionList list(int most) {
        return inForce.asksStates() ? tracker.list(most) : ConnectionList.NONE;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
