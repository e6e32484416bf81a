package org.hopwarden.ui;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/**
 * Computes, off the UI thread, the result that belongs to the newest input. Inputs that are overtaken while an older one is
 * being computed are left out, so a fast source never piles up work.
 *
 * @param <I> the input, immutable
 * @param <O> the result
 */
public final class Latest<I, O> {

    private final Widget owner;
    /** Known beforehand: the owner may be disposed at any moment, and tells it no longer then. */
    private final Display display;
    private final Function<I, O> compute;
    private final Consumer<O> show;
    private final Job job;
    private I next;

    /**
     * @param name what the work is, for the log
     * @param owner nothing is shown once it is disposed
     * @param compute runs on a background thread, one at a time; where it takes long it asks {@link #isOvertaken} and throws a
     *            {@link CancellationException}, which leaves its input out
     * @param show runs on the UI thread
     */
    public Latest(String name, Widget owner, Function<I, O> compute, Consumer<O> show) {
        this.owner = requireNonNull(owner, "owner");
        display = owner.getDisplay();
        this.compute = requireNonNull(compute, "compute");
        this.show = requireNonNull(show, "show");
        job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return computeNext();
            }
        };
        job.setSystem(true);
        owner.addDisposeListener(event -> job.cancel());
    }

    /** Takes a newer input. Any thread may call it. */
    public void take(I input) {
        synchronized (this) {
            next = requireNonNull(input, "input");
        }
        job.schedule();
    }

    /** Whether nobody wants the result any longer that is being computed: there is a newer input, or the owner is gone. */
    public boolean isOvertaken() {
        synchronized (this) {
            return next != null || owner.isDisposed();
        }
    }

    private IStatus computeNext() {
        I input;
        synchronized (this) {
            input = next;
            next = null;
        }
        if (input != null && !owner.isDisposed()) {
            try {
                O result = compute.apply(input);
                Background.onDisplay(display, () -> {
                    if (!owner.isDisposed()) {
                        show.accept(result);
                    }
                });
            } catch (CancellationException overtaken) {
                return Status.CANCEL_STATUS;
            } catch (RuntimeException e) {
                Problems.report(Problem.of(e).during(job.getName() + " failed."));
            }
        }
        return Status.OK_STATUS;
    }
}
