package org.hopwarden.ui;

import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The one way in which errors reach the user: a line in the log, and a message that can be acted on. */
public final class Problems {

    private static final String BUNDLE = "org.hopwarden.ui";
    private static final Deque<Problem> WAITING = new ArrayDeque<>();
    private static boolean showing;

    private Problems() {
    }

    /** Logs a problem without telling the user; for what is told elsewhere, or only of interest afterwards. */
    public static void log(Problem problem) {
        Platform.getLog(Problems.class).log(new Status(IStatus.ERROR, BUNDLE, problem.text(), problem.cause()));
    }

    /** Logs a problem and shows it. Any thread may call it. */
    public static void report(Problem problem) {
        log(problem);
        show(problem);
    }

    /**
     * Shows a problem that is in the log already. Returns at once; one message is on the screen at a time. Any thread may call it.
     */
    public static void show(Problem problem) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        Background.onDisplay(display, () -> {
            WAITING.add(problem);
            showWaiting(display);
        });
    }

    private static void showWaiting(Display display) {
        // At the very end nobody is there to answer, and the program would wait for ever.
        if (showing || !PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        showing = true;
        try {
            while (!WAITING.isEmpty() && !display.isDisposed()) {
                Shell parent = display.getActiveShell();
                MessageDialog.openError(parent, "Hopwarden", WAITING.remove().text());
            }
        } finally {
            showing = false;
        }
    }
}
