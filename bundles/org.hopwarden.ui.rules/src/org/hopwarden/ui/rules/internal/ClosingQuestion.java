package org.hopwarden.ui.rules.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks before the window is closed while it enforces: on a bridge nothing passes any more when that ends. */
final class ClosingQuestion implements IWorkbenchListener {

    private final Supplier<Optional<Enforcement>> running;

    /** @param running what ends with the window */
    ClosingQuestion(Supplier<Optional<Enforcement>> running) {
        this.running = running;
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        Shell parent = window == null ? null : window.getShell();
        return forced || running.get().map(enforcement -> MessageDialog.openConfirm(parent, "Hopwarden",
                enforcement.subject().file().getFileName() + " is being enforced at " + enforcement.place()
                        + ". That ends with the window, and its counters are lost unless a report of them is written first.\n\n"
                        + "Close the window?")).orElse(true);
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        // The view has ended what ran.
    }
}
