package org.hopwarden.enforce;

import java.time.Duration;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.PacketPortException;

/**
 * A policy at work in an {@link EnforcementBackEnd}, from its start until {@link #close}.
 * <p>
 * Methods are safe for use by several threads at once.
 */
public interface Enforcer extends AutoCloseable {

    /** What was done so far. Exact once the enforcer is closed: then none {@linkplain EnforcementStatistics#waiting waits}. */
    EnforcementStatistics statistics();

    /** How many packets the back end lost before they could be decided. */
    default long lostPackets() {
        return 0;
    }

    /**
     * The connections that are tracked for the policy: those of the back end itself, or the kernel's. It takes time to ask, so ask
     * at most every second, and not on a thread that draws.
     *
     * @param most how many to list at most, of those that there are
     * @return {@link ConnectionList#NONE} where nobody keeps track, as where no rule asks for a state
     */
    default ConnectionList connections(int most) {
        return ConnectionList.NONE;
    }

    /** Where the policy is at work, in words that follow "enforcing at": {@code the bridge of eth1 and eth2}. */
    String place();

    /** What else is to be known of how it goes on, in a few words; empty where nothing is. */
    default String note() {
        return "";
    }

    /** Whether {@link #replace} can put another policy to work. */
    default boolean replaces() {
        return false;
    }

    /**
     * Puts another policy to work in the place of the one that decides now. Each packet is decided by exactly one of them; soon after this
     * returns, by the new one. Counts go on, also those of rules that it has as well, told by their IDs.
     *
     * @throws PacketPortException if it could not be put to work; the old one goes on
     * @throws UnsupportedOperationException unless {@link #replaces}
     */
    default void replace(CompiledPolicy policy) throws PacketPortException {
        throw new UnsupportedOperationException("the policy of " + place() + " cannot be replaced");
    }

    /**
     * Commands of the shell that take away all that was set up on this host, as if it had never begun, whichever part of it stands; the last one
     * fails where something then still stands. Asked once it is at work, for who watches over it from outside.
     *
     * @return empty where nothing stays when this process ends
     */
    default String removal() {
        return "";
    }

    /**
     * Takes a policy that decides each packet as the one in force does, as after its index was made anew.
     *
     * @throws PacketPortException if it could not be put to work; the old one goes on
     */
    default void refresh(CompiledPolicy alike) throws PacketPortException {
        replace(alike);
    }

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
