package org.hopwarden.ui.probe.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hopwarden.report.MultipathJson;
import org.hopwarden.report.TraceJson;
import org.hopwarden.report.TraceReport;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** The commands of the File and Trace menus. */
public final class TraceCommands {

    private TraceCommands() {
    }

    private abstract static class OnPage extends AbstractHandler {

        @Override
        public final Object execute(ExecutionEvent event) {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
            if (page != null) {
                execute(page);
            }
            return null;
        }

        abstract void execute(IWorkbenchPage page);

        static Optional<OpenTrace> openTrace(IWorkbenchPage page) {
            return page.getActiveEditor() instanceof TraceEditor editor ? editor.openTrace() : Optional.empty();
        }
    }

    /** Opens an empty tab. */
    public static final class NewTrace extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            OpenTraces.get().openBlank(page);
        }
    }

    /** Opens the tab again that was closed last. */
    public static final class ReopenTrace extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            OpenTraces.get().reopen(page);
        }
    }

    /** Ends the running trace in the tab in front. */
    public static final class StopTrace extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            openTrace(page).ifPresent(TraceJob::cancel);
        }
    }

    /** Runs the trace in the tab in front once more, in a new tab. */
    public static final class TraceAgain extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            openTrace(page).ifPresent(trace -> OpenTraces.get().start(page, trace.spec()));
        }
    }

    /** Shows the table of all traces. */
    public static final class ShowOverview extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            OpenTraces.get().openOverview(page);
        }
    }

    /** Lets the watch in front rest, or go on. */
    public static final class PauseWatch extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            openTrace(page).filter(OpenTrace::isRunning).ifPresent(trace -> trace.pause(!trace.isPaused()));
        }
    }

    /** Saves the events of the watch in front. */
    public static final class SaveRecording extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            openTrace(page).ifPresent(trace -> {
                Shell shell = page.getWorkbenchWindow().getShell();
                FileDialog dialog = new FileDialog(shell, SWT.SAVE);
                dialog.setText("Save Recording");
                dialog.setOverwrite(true);
                dialog.setFileName("watch-" + trace.spec().target().replaceAll("[^A-Za-z0-9.-]", "_") + ".events");
                dialog.setFilterExtensions(new String[] { "*.events", "*" });
                String chosen = dialog.open();
                if (chosen != null) {
                    OpenTraces.get().saveRecording(page, trace, Path.of(chosen));
                }
            });
        }
    }

    /** Opens trace files, recordings and topologies. */
    public static final class OpenTraceFile extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            Shell shell = page.getWorkbenchWindow().getShell();
            FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
            dialog.setText("Open Trace, Recording or Topology");
            dialog.setFilterNames(new String[] { "Traces, recordings, topologies (*.json, *.events, *.toml)", "All files" });
            dialog.setFilterExtensions(new String[] { "*.json;*.events;*.toml", "*" });
            if (dialog.open() == null) {
                return;
            }
            for (String name : dialog.getFileNames()) {
                OpenTraces.get().open(page, Path.of(dialog.getFilterPath(), name));
            }
        }
    }

    private abstract static class Export extends OnPage {

        @Override
        final void execute(IWorkbenchPage page) {
            openTrace(page).ifPresent(trace -> {
                if (trace.snapshot().trace() != null) {
                    export(page, trace.snapshot());
                }
            });
        }

        private void export(IWorkbenchPage page, Snapshot snapshot) {
            FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.SAVE);
            dialog.setText(title());
            dialog.setOverwrite(true);
            dialog.setFileName("trace-" + snapshot.spec().target().replaceAll("[^A-Za-z0-9.-]", "_") + extension());
            dialog.setFilterExtensions(new String[] { "*" + extension(), "*" });
            String chosen = dialog.open();
            if (chosen == null) {
                return;
            }
            Path file = Path.of(chosen);
            Background.run(title(), file + " was not written.", page.getWorkbenchWindow().getShell().getDisplay(),
                    monitor -> {
                        StateFolder.writeAtomically(file, content(snapshot));
                        return file;
                    }, this::written);
        }

        abstract String title();

        abstract String extension();

        abstract String content(Snapshot snapshot) throws IOException;

        void written(Path file) {
        }
    }

    /** Writes the trace in the tab in front to a file that the command line reads as well. */
    public static final class SaveAsJson extends Export {
        @Override
        String title() {
            return "Save Trace as JSON";
        }

        @Override
        String extension() {
            return ".json";
        }

        @Override
        String content(Snapshot snapshot) throws IOException {
            if (snapshot.paths() == null) {
                return TraceJson.pretty(snapshot.trace(), TraceJson.Detail.ALL) + "\n";
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            MultipathJson.write(snapshot.paths(), text);
            return text.toString(StandardCharsets.UTF_8) + "\n";
        }
    }

    /** Writes the report of the trace in the tab in front, and opens it. */
    public static final class ExportReport extends Export {
        @Override
        String title() {
            return "Export Report";
        }

        @Override
        String extension() {
            return ".html";
        }

        @Override
        String content(Snapshot snapshot) throws IOException {
            return TraceReport.html(List.of(snapshot.trace()));
        }

        @Override
        void written(Path file) {
            Program.launch(file.toString());
        }
    }
}
