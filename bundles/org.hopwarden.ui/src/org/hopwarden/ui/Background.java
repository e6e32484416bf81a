package org.hopwarden.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Work off the UI thread whose result comes back to it. */
public final class Background {

    /** Computes a result. */
    @FunctionalInterface
    public interface Work<T> {
        T run(IProgressMonitor monitor) throws Exception;
    }

    private Background() {
    }

    /**
     * Runs work in a {@link Job} and hands its result to {@code done} on the UI thread. A failure goes to {@link Problems}, told
     * as part of {@code failed}.
     *
     * @param name what the progress shows
     * @param failed such as {@code The report was not written.}
     * @param display of the caller; nothing is handed over when it is disposed
     */
    public static <T> void run(String name, String failed, Display display, Work<T> work, Consumer<T> done) {
        Job job = Job.create(name, monitor -> {
            try {
                T result = work.run(monitor);
                onDisplay(display, () -> done.accept(result));
                return Status.OK_STATUS;
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Status.CANCEL_STATUS;
            } catch (Exception e) {
                Problems.report(Problem.of(e).during(failed));
                return Status.OK_STATUS;
            }
        });
        job.schedule();
    }

    /** Runs something later on the UI thread, unless the display is gone by then. */
    public static void onDisplay(Display display, Runnable action) {
        unlessGone(() -> display.asyncExec(() -> {
            if (!display.isDisposed()) {
                action.run();
            }
        }));
    }

    /**
     * Runs something on the UI thread and waits for its end.
     *
     * @return whether it ran; false where the display is gone
     */
    public static boolean onDisplayAndWait(Display display, Runnable action) {
        AtomicBoolean ran = new AtomicBoolean();
        unlessGone(() -> display.syncExec(() -> {
            ran.set(true);
            action.run();
        }));
        return ran.get();
    }

    /** Asking first whether the display is gone would not do: it may go before it is used. */
    private static void unlessGone(Runnable use) {
        try {
            use.run();
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
