package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hopwarden.net.IpAddress;

/** Finds the address of a target, and lets itself be cancelled meanwhile. */
final class NameLookup {

    private static final int CHECK_MILLIS = 50;

    private NameLookup() {
    }

    /**
     * A name server may let one wait long and cannot be interrupted, so it is asked on a thread of its own.
     *
     * @return empty where it was cancelled
     * @throws IOException where there is no such target
     */
    static Optional<IpAddress> resolve(Network network, String target, IProgressMonitor monitor) throws IOException {
        FutureTask<IpAddress> lookup = new FutureTask<>(() -> network.resolve(target));
        Thread.ofVirtual().name("name lookup").start(lookup);
        while (!monitor.isCanceled()) {
            try {
                return Optional.of(lookup.get(CHECK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException cause -> throw cause;
                    case RuntimeException cause -> throw cause;
                    default -> throw new IOException("the target could not be looked up", e.getCause());
                }
            }
        }
        return Optional.empty();
    }
}
