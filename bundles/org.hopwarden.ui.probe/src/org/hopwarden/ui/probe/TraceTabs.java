package org.hopwarden.ui.probe;

import java.nio.file.Path;

import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.ui.probe.internal.OpenTraces;

/** What the application tells the trace tabs. For the UI thread. */
public final class TraceTabs {

    /** The key of {@link org.eclipse.swt.widgets.Widget#getData(String)} under which a widget has a name for tests. */
    public static final String WIDGET = "org.hopwarden.widget";

    private TraceTabs() {
    }

    /** Begins to get ready while the workbench starts. The state folder must be known by then. */
    public static void prepare() {
        OpenTraces.get().prepare();
    }

    /**
     * Opens the traces of the last time in the background, each in its tab; the very first time, runs the trace that the lab
     * suggests. From now on the page always has a tab, and a closed tab's trace is put aside.
     */
    public static void restore(IWorkbenchPage page) {
        OpenTraces.get().restore(page);
    }

    /**
     * Opens a saved trace (JSON), or events of traces or of a watch, in a tab, or adds a topology (.toml) to the networks; in the
     * background. What goes wrong is told to the user.
     */
    public static void open(IWorkbenchPage page, Path file) {
        OpenTraces.get().open(page, file);
    }

    /** A picture of the tab in front. */
    public enum Picture {
        /** The path as a graph. */
        GRAPH,
        /** The chart that is shown. */
        CHART
    }

    /**
     * Writes a picture of the trace in front in the background, SVG or PNG by the ending of the file's name. What goes wrong is
     * told to the user.
     */
    public static void savePicture(IWorkbenchPage page, Picture picture, Path file) {
        OpenTraces.get().savePicture(page, picture, file);
    }

    /** Writes the events of the watch in front to a file, in the background. */
    public static void saveRecording(IWorkbenchPage page, Path file) {
        OpenTraces.get().saveRecording(page, file);
    }

    /** Ends running traces and saves them as cancelled. */
    public static void shutDown() {
        OpenTraces.get().shutDown();
    }
}
