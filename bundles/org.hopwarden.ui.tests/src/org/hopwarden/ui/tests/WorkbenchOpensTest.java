package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The workbench opens one visible window with a perspective in it. */
class WorkbenchOpensTest {

    @Test
    void opensOneWindowWithAPerspective() {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        assertEquals(1, windows.length);
        assertTrue(windows[0].getShell().isVisible());
        assertTrue(windows[0].getActivePage().getPerspective().getId().startsWith("org.hopwarden."));
    }
}
