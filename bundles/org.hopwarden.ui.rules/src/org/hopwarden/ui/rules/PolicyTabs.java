package org.hopwarden.ui.rules;

import java.nio.file.Path;

import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.ui.rules.internal.PolicyActions;

/** Opens policies in tabs. For the UI thread; files are read and written in the background, and failures told to the user. */
public final class PolicyTabs {

    /** The perspective for policies. */
    public static final String PERSPECTIVE = "org.hopwarden.ui.rules.perspective";

    private PolicyTabs() {
    }

    /** Opens a policy file, or brings its tab to the front. */
    public static void open(IWorkbenchPage page, Path file) {
        PolicyActions.open(page, file);
    }

    /** Writes a policy with one empty chain, and opens it. */
    public static void create(IWorkbenchPage page, Path file) {
        PolicyActions.create(page, file);
    }

    /**
     * Makes a policy from an access list, and opens it with the importer's notes.
     *
     * @param list what is imported, read by the importer with this id
     * @param file the policy file that is written
     */
    public static void importList(IWorkbenchPage page, String importer, Path list, Path file) {
        PolicyActions.importList(page, importer, list, file);
    }
}
