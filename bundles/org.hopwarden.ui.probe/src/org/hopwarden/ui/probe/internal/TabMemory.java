package org.hopwarden.ui.probe.internal;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.osgi.service.prefs.BackingStoreException;

/** Which tab was in front and whether the overview was open, for the next start. */
final class TabMemory {

    private static final String ACTIVE = "active";
    private static final String OVERVIEW = "overview";

    private TabMemory() {
    }

    /** The id of the trace that was in front; empty if none was. */
    static String inFront() {
        return preferences().get(ACTIVE, "");
    }

    static void inFront(String trace) {
        remember(ACTIVE, trace);
    }

    static boolean isOverviewInFront() {
        return inFront().equals(OVERVIEW);
    }

    static void overviewInFront() {
        remember(ACTIVE, OVERVIEW);
    }

    static boolean isOverviewOpen() {
        return preferences().get(OVERVIEW, "").equals("open");
    }

    static void overviewIsOpen(boolean open) {
        remember(OVERVIEW, open ? "open" : "closed");
    }

    private static void remember(String what, String value) {
        preferences().put(what, value);
        Job.createSystem("Remember the tabs", monitor -> {
            try {
                preferences().flush();
            } catch (BackingStoreException e) {
                Problems.log(Problem.of(e).during("Which tabs are open was not remembered."));
            }
        }).schedule();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.hopwarden.ui.probe");
    }
}
