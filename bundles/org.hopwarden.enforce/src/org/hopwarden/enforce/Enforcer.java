package org.hopwarden.enforce;

import java.time.Duration;

import org.hopwarden.packetio.PacketPortException;

/**
 * A policy at work in a back end: {@link InlineBridge} between two interfaces of this host, {@link SimulatedEnforcer} in a
 * simulated network. Each back end has its own {@code start}; once that returns, packets are decided, until {@link #close}.
 * <p>
 * Methods are safe for use by several threads at once.
 */
public interface Enforcer extends AutoCloseable {

    /** What was done so far. Exact once the enforcer is closed, and at any time consistent: seen is the sum. */
    EnforcementStatistics statistics();

    /**
     * Waits until the enforcer has ended, but not longer than a time.
     *
     * @return whether it has ended, by {@link #close}
     * @throws PacketPortException where it ended by itself because packets can no longer be had, as when an interface disappears
     */
    boolean await(Duration atMost) throws PacketPortException, InterruptedException;

    /** Ends it; returns when nothing is decided any more. Closing again does nothing. */
    @Override
    void close();
}
