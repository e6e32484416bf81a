package org.hopwarden.enforce.gate;

import java.util.Optional;

import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.internal.Guard;
import org.hopwarden.packetio.PacketPortException;

/**
 * Takes an enforcement back that nobody has confirmed yet, also where this program dies or is stopped: a second process then takes away what was set
 * up, whatever the policy's fail mode, for a policy that may have cut off who would have to mend it is not to stay. Methods but
 * {@link #hasActed} are called by one thread.
 */
public final class RollBack implements AutoCloseable {

    private Guard guard;
    private volatile boolean acted;

    /** What the guard asks. The threads that decide packets are no affair of its: where they hang, this program takes the policy back by itself. */
    private final class Ward implements Guard.Ward {

        private final String removal;

        Ward(String removal) {
            this.removal = removal;
        }

        @Override
        public String release() {
            return removal;
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        /** It has been taken back, and who started it is to end it: nobody knows what has become of the person meanwhile. */
        @Override
        public void restore() {
            acted = true;
        }

        @Override
        public void failed(Throwable cause) {
            acted = true;
        }
    }

    /**
     * Watches from now on, until {@link #close}.
     *
     * @return what is lacking to do so; empty where it watches, or where nothing stays that would have to be taken back
     */
    public Optional<PacketPortException> watch(Enforcer running) {
        String removal = running.removal();
        if (removal.isEmpty()) {
            return Optional.empty();
        }
        try {
            guard = Guard.start(new Ward(removal));
            return Optional.empty();
        } catch (PacketPortException e) {
            return Optional.of(e);
        }
    }

    /** Whether it was taken back while this program stood still. */
    public boolean hasActed() {
        return acted;
    }

    /** Watches no longer: it was confirmed, or has ended. */
    @Override
    public void close() {
        if (guard != null) {
            guard.close();
            guard = null;
        }
    }
}
