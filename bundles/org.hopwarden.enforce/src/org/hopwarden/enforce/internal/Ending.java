package org.hopwarden.enforce.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.hopwarden.packetio.PacketPortException;

/** How something that runs on threads of its own has ended: as it was told to, or by a failure. Safe for use by several threads. */
public final class Ending {

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final String failure;

    /** @param failure what is said of a failure that has nothing to do with packets: {@code the bridge failed} */
    public Ending(String failure) {
        this.failure = failure;
    }

    /** It ended as it was told to, unless it had failed before. */
    public void reached() {
        end.complete(null);
    }

    /** It ended by a failure; the first one counts. */
    public void failed(Throwable cause) {
        end.completeExceptionally(cause);
    }

    /** Whether it ended by a failure. */
    public boolean hasFailed() {
        return end.isCompletedExceptionally();
    }

    /**
     * Waits for the end.
     *
     * @return whether it has come
     * @throws PacketPortException where that was the failure
     * @throws IllegalStateException where it was another
     */
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        try {
            end.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PacketPortException known) {
                throw known;
            }
            throw new IllegalStateException(failure, e.getCause());
        }
    }

    /** Waits until threads have ended, all but the one that waits; an interrupt is kept for later. */
    public static void join(Collection<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread != Thread.currentThread() && thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
