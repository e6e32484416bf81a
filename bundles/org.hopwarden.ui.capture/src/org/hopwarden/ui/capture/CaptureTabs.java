package org.hopwarden.ui.capture;

import java.nio.file.Path;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.ui.capture.internal.CaptureCommands;
import org.hopwarden.ui.capture.internal.CaptureEditor;
import org.hopwarden.ui.capture.internal.CaptureInput;
import org.hopwarden.ui.capture.internal.OpenCaptures;

/** Opens captures in tabs. To be called on the UI thread. */
public final class CaptureTabs {

    public static final String PERSPECTIVE = "org.hopwarden.ui.capture.perspective";
    /** The key under which a widget carries the name that tests find it by. */
    public static final String WIDGET = "org.hopwarden.widget";

    private CaptureTabs() {
    }

    /** Opens a capture file, or brings its tab to the front. What is wrong with the file is told in the tab. */
    public static void open(IWorkbenchPage page, Path file) throws PartInitException {
        page.openEditor(CaptureInput.ofFile(file), CaptureEditor.ID);
    }

    /** Captures in a new tab. What is wrong with the options, or missing for them, is told in the tab. */
    public static void start(IWorkbenchPage page, CaptureOptions options) throws PartInitException {
        CaptureCommands.start(page, options);
    }

    /** Opens the captures of the last time, in the background. */
    public static void restore(IWorkbenchPage page) {
        OpenCaptures.restore(page);
    }

    /** Writes the capture of the tab in front to a file, in the background; a capture that runs is ended. */
    public static void saveAs(IWorkbenchPage page, Path file) {
        if (page.getActiveEditor() instanceof CaptureEditor editor) {
            editor.saveAs(file);
        }
    }

    /** Shows in the tab in front, where that is a capture, what a policy file makes of each frame. */
    public static void judge(IWorkbenchPage page, Path policy) {
        if (page.getActiveEditor() instanceof CaptureEditor editor) {
            editor.judgeBy(policy);
        }
    }
}
